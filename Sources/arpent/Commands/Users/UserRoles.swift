import Acts
import ArgumentParser
import Foundation
import Governance
import Messages
import Register

extension Users {
  /// `arpent users grant`.
  struct Grant: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give someone a role on an organisation and those below it."
    )
    @Argument(help: "Their e-mail address or id.") var person: String
    @Option(help: "The role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(help: "The id of the organisation; the whole territory without it.") var organization: String?
    @Option(help: "The day it ends by itself, as 2027-06-30.") var until: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      if let until, Moment(until + "T00:00:00Z") == nil {
        throw ValidationError("--until is a day, such as 2027-06-30.")
      }
    }

    func perform() async throws {
      let platform = try await data.open()
      let known = try Users.find(person, in: platform.state.snapshot)
      let grant = GrantRole(
        RoleOnOrganization(role, on: organization),
        to: known.id,
        until: until.flatMap { Moment($0 + "T00:00:00Z") }
      )
      try await platform.perform(grant, as: .command)
      try Users.report(
        Line(known, in: platform.state.snapshot, at: platform.now),
        json,
        fr: "\(known.name) a le rôle «\u{A0}\(role.label.fr)\u{A0}».",
        en: "\(known.name) has the role “\(role.label.en)”."
      )
    }
  }

  /// `arpent users revoke`.
  struct Revoke: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Take a role back from someone.")
    @Argument(help: "Their e-mail address or id.") var person: String
    @Option(help: "The role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(help: "The id of the organisation; the whole territory without it.") var organization: String?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let known = try Users.find(person, in: platform.state.snapshot)
      let grant = RoleGrant.id(person: known.id, role: role, organization: organization)
      guard try await platform.perform(RevokeRole(grant, reason: reason), as: .command) else {
        throw Failure(
          "role.unknown",
          .missing,
          fr: "Cette personne n’a pas ce rôle-là.",
          en: "This person does not hold that role.",
          remedy: Bilingual(
            fr: "«\u{A0}arpent users list\u{A0}» dit qui a quel rôle, et sur quelle organisation.",
            en: "“arpent users list” tells who holds which role, and on which organisation."
          )
        )
      }
      try Users.report(
        Line(known, in: platform.state.snapshot, at: platform.now),
        json,
        fr: "\(known.name) n’a plus le rôle «\u{A0}\(role.label.fr)\u{A0}».",
        en: "\(known.name) no longer has the role “\(role.label.en)”."
      )
    }
  }
}
