import ArgumentParser
import Foundation
import Governance
import Messages

/// `arpent login`: keeps the token of a server, for those who publish from afar.
struct Login: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep the token of a server, once it proved to work.",
    discussion: """
      The token is read from a file, or from standard input, never from the command line, where others would see \
      it. It is kept in $XDG_CONFIG_HOME/arpent/servers.json, which only you may read.
      """
  )

  @Option(help: "The address of the server.") var server: String
  @Option(help: "The file that holds the token; standard input without it.") var tokenFile: String?
  @Option(help: "The certificate (PEM) of the authority that vouches for the server; kept with the token.")
  var trust: String?
  @Flag(help: "Let the token go unencrypted, to an http address.") var allowPlain = false
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let address = try ServerAddress(server, allowsPlain: allowPlain)
    let key = try PersonalSettings.key(in: try given())
    let settings = PersonalSettings()
    let authorities = try ServerOptions.authorities(trust) ?? settings.authorities(of: address)
    _ = try await RemoteServer(address, key: key, authorities: authorities).ask("/deposits?limit=1")
    try settings.keep(key, of: address, authorities: authorities)
    if json { return try Console.print(json: ["server": address.origin, "token": key.token]) }
    Console.print(
      Bilingual(
        fr: "Le jeton «\u{A0}\(key.token)\u{A0}» ouvre \(address.origin)\u{A0}; il est gardé.",
        en: "Token “\(key.token)” opens \(address.origin); it is kept."
      )[Console.language]
    )
  }

  private func given() throws -> Data {
    if let tokenFile { return try Self.read(tokenFile) }
    if isatty(STDIN_FILENO) == 1 {
      Console.note(Bilingual(fr: "Collez le jeton\u{A0}:", en: "Paste the token:")[Console.language])
    }
    return Data((readLine() ?? "").utf8)
  }

  /// What a file of a token holds.
  static func read(_ path: String) throws -> Data {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw ServerFailure.unreadableToken }
    return data
  }
}
