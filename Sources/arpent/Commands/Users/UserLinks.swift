import Accounts
import Acts
import ArgumentParser
import Foundation
import Governance
import Messages
import Register
import Web

/// Where the site is, for the links that are printed.
struct SiteAddress: ParsableArguments {
  @Option(name: .customLong("public-url"), help: "The address of the site, for the link.")
  var publicURL = "http://127.0.0.1:8080"

  /// The whole address of a page.
  func link(_ route: Route) -> String {
    (publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL) + route.path(Console.language)
  }
}

extension Users {
  /// `arpent users invite`.
  struct Invite: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Invite someone, with roles, by a link that works once.",
      discussion: "The link is printed, to be sent on; it is kept nowhere."
    )
    @Argument(help: "Their e-mail address.") var email: String
    @Option(help: "Their name.") var name: String
    @Option(
      help: "A role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated."
    )
    var role: [Role]
    @Option(help: "The id of the organisation the roles are held on; the whole territory without it.")
    var organization: String?
    @Option(help: "How many days the link works.") var days = 7
    @OptionGroup var site: SiteAddress
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      guard (1...31).contains(days) else { throw ValidationError("--days is between 1 and 31.") }
    }

    func perform() async throws {
      let platform = try await data.open()
      let secret = Secret.make()
      let invitation = Invitation(
        id: Secret.id("i"),
        name: name,
        email: email,
        roles: role.map { RoleOnOrganization($0, on: organization) },
        secretHash: Secret.hash(secret),
        expiresAt: platform.now.advanced(byMilliseconds: Int64(days) * 86_400_000),
        createdBy: ""
      )
      let made = try await platform.perform(InvitePerson(invitation), as: .command)
      let link = site.link(.invitation(secret))
      if json { return try Console.print(json: ["id": made.id, "link": link, "until": made.expiresAt.text]) }
      Console.print(link)
    }
  }

  /// `arpent users link`: a link that signs someone in, once.
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
    @OptionGroup var site: SiteAddress
    @Flag(help: "Answer as JSON.") var json = false

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
      if json { return try Console.print(json: ["link": site.link(route)]) }
      Console.print(site.link(route))
    }
  }
}
