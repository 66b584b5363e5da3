import Acts
import ArgumentParser
import Foundation
import Glibc
import Messages
import Web

/// `arpent serve`: the public site and the programming interface.
struct Serve: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the public site and the programming interface.",
    discussion:
      "One process serves a data folder; other commands may work on it meanwhile. Stops at SIGINT or SIGTERM."
  )

  @OptionGroup var data: DataFolder
  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on.") var port = 8080
  @Flag(help: "Fill an empty data folder with the demo territory.") var demo = false
  @Option(name: .customLong("public-url"), help: "The address of the site as the public knows it.")
  var publicURL: String?
  @Option(help: "The address of background map tiles, with {z}, {x} and {y}; none by default.") var tiles:
    String?
  @Option(help: "Whom to credit for the tiles.") var tilesAttribution = ""
  @Flag(help: "A proxy in front sets X-Forwarded-For.") var behindProxy = false
  @Flag(help: "Answer /metrics to other machines too.") var openMetrics = false
  @Flag(help: "Write no line for each request.") var quiet = false

  var json: Bool { false }

  func validate() throws {
    if let publicURL, !["http", "https"].contains(URL(string: publicURL)?.scheme ?? "") {
      throw ValidationError("--public-url is an absolute address: https://donnees.example.fr")
    }
    guard (0...65_535).contains(port) else { throw ValidationError("--port is between 0 and 65535.") }
  }

  func perform() async throws {
    // A program that mail is handed to may end before it has read everything: that must not end the server.
    signal(SIGPIPE, SIG_IGN)
    let started = ContinuousClock.now
    let platform = try await data.open(role: .server)
    try await platform.finishEliminations()
    if demo { try await DemoFilling(platform).fillIfEmpty() }
    let accounts = try data.openAccounts()
    let server = SiteServer(
      platform: platform,
      accounts: accounts,
      machine: try MachineSettings.read(in: data.url),
      configuration: configuration,
      site: siteOptions
    )
    let doorkeeper = Doorkeeper(platform: platform, accounts: accounts)
    let secret = try await doorkeeper.firstAdministratorSecret(isDemo: demo)
    try await server.run { port in
      announce(port, after: started.duration(to: .now))
      if let secret { Doorkeeper.announce(siteOptions.publicURL ?? address(port), Route.invitation(secret)) }
    }
  }

  private var configuration: WebConfiguration {
    var configuration = WebConfiguration(host: host, port: port)
    configuration.trustsForwardedFor = behindProxy
    configuration.opensMetrics = openMetrics
    configuration.logsRequests = !quiet
    return configuration
  }

  private var siteOptions: SiteOptions {
    SiteOptions(
      publicURL: publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
      tiles: tiles.map { TileSource(template: $0, attribution: tilesAttribution) }
    )
  }

  private func address(_ port: Int) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  private func announce(_ port: Int, after time: Duration) {
    let address = address(port)
    let hundredths = Int((time / .seconds(1) * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    let fraction = (rest < 10 ? "0" : "") + "\(rest)"
    Console.note(
      Bilingual(
        fr: """
          Arpent sert \(data.url.path) (prêt en \(whole),\(fraction)\u{A0}s)\u{A0}:
            portail public         \(address)/
            atelier                \(address)/atelier
            interface de programmation  \(address)/api
          Arrêt : Ctrl+C.
          """,
        en: """
          Arpent serves \(data.url.path) (ready in \(whole).\(fraction) s):
            public portal           \(address)/en
            workshop                \(address)/en/atelier
            programming interface   \(address)/en/api
          Stop with Ctrl+C.
          """
      )[Console.language]
    )
  }
}
