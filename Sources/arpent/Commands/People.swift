import ArgumentParser
import Foundation
import Web

/// `arpent people`: what about people is done at the machine.
struct People: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let people in, at the machine.",
    subcommands: [Link.self]
  )

  /// `arpent people link`: a link that signs someone in, once.
  struct Link: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a link that signs someone in, once, within 24 hours.",
      discussion: """
        Without an address, makes the link of the first administrator, while there is none. The link is \
        printed and kept nowhere. Works beside a server.
        """
    )

    @OptionGroup var data: DataFolder
    @Argument(help: "The person's e-mail address.") var email: String?
    @Option(name: .customLong("public-url"), help: "The address of the site, for the link.")
    var publicURL = "http://127.0.0.1:8080"

    var json: Bool { false }

    func perform() async throws {
      let platform = try await data.open()
      let doorkeeper = Doorkeeper(platform: platform, accounts: try data.openAccounts())
      let route: Route
      if let email {
        route = .oneTimeLink(try await doorkeeper.signInSecret(email: email))
      } else if let secret = try await doorkeeper.firstAdministratorSecret() {
        route = .invitation(secret)
      } else {
        throw ValidationError("Someone can administer already: give the e-mail address of a person.")
      }
      let origin = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
      print(origin + route.path(Console.language))
    }
  }
}
