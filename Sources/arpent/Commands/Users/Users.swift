import Accounts
import Acts
public import ArgumentParser
import Foundation
public import Governance
import Messages
import Register

/// `arpent users`: the people who sign in, and what they may do.
struct Users: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List and invite people, change their roles, let them in or keep them out.",
    subcommands: [
      List.self, Invite.self, Suspend.self, Reinstate.self, Grant.self, Revoke.self, Link.self,
    ],
    defaultSubcommand: List.self,
    aliases: ["people"]
  )

  /// A person as the command tells of them.
  struct Line: Encodable {
    let id: String
    let name: String
    let email: String
    let status: String
    let roles: [RoleLine]

    init(_ person: Person, in snapshot: Snapshot, at now: Moment) {
      id = person.id
      name = person.name
      email = person.email
      status = person.status.rawValue
      roles = snapshot.records(RoleGrant.self).filter { $0.person == person.id && $0.holds(at: now) }
        .map { RoleLine(role: $0.role.rawValue, organization: $0.organization, until: $0.until) }
    }

    init(_ invitation: Invitation) {
      id = invitation.id
      name = invitation.name
      email = invitation.email
      status = "invited"
      roles = invitation.roles.map {
        RoleLine(role: $0.role.rawValue, organization: $0.organization, until: nil)
      }
    }
  }

  /// A role, and the organisation it is held on; the whole territory without one.
  struct RoleLine: Encodable {
    let role: String
    let organization: String?
    let until: Moment?

    var text: String { role + (organization.map { "@" + $0 } ?? "") }
  }

  /// `arpent users list`.
  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the people who sign in, and those invited."
    )
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let snapshot = platform.state.snapshot
      let people = snapshot.records(Person.self).map { Line($0, in: snapshot, at: platform.now) }
      let invited = snapshot.records(Invitation.self).filter { $0.isOpen(at: platform.now) }.map(Line.init)
      if json { return try Console.print(json: people + invited) }
      var table = TextTable(
        Console.language == .french
          ? ["identifiant", "nom", "adresse", "état", "rôles"] : ["id", "name", "address", "status", "roles"]
      )
      table.lines = (people + invited).map {
        [$0.id, $0.name, $0.email, $0.status, $0.roles.map(\.text).joined(separator: ", ")]
      }
      Console.print(table.text)
    }
  }

  /// `arpent users suspend`.
  struct Suspend: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep someone out: their sessions end at once, what they did stays."
    )
    @Argument(help: "Their e-mail address or id.") var person: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let accounts = try data.openAccounts()
      let line = try await Users.change(person, .suspended, reason, data)
      try await accounts.endSessions(of: line.id)
      try Users.report(
        line,
        json,
        fr: "\(line.name) ne peut plus entrer.",
        en: "\(line.name) is kept out."
      )
    }
  }

  /// `arpent users reinstate`.
  struct Reinstate: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Let someone in again.")
    @Argument(help: "Their e-mail address or id.") var person: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let line = try await Users.change(person, .active, reason, data)
      try Users.report(
        line,
        json,
        fr: "\(line.name) peut entrer de nouveau.",
        en: "\(line.name) may come in again."
      )
    }
  }

  fileprivate static func change(
    _ text: String,
    _ status: Person.Status,
    _ reason: String?,
    _ data: DataFolder
  ) async throws -> Line {
    let platform = try await data.open()
    let person = try find(text, in: platform.state.snapshot)
    let act = ChangePerson(person.id, status: status, reason: reason)
    let changed = try await platform.perform(act, as: .command)
    return Line(changed, in: platform.state.snapshot, at: platform.now)
  }

  /// The person of an e-mail address or an id.
  static func find(_ text: String, in snapshot: Snapshot) throws -> Person {
    guard let person = snapshot.record(Person.self, text) ?? snapshot.person(email: text) else {
      throw Failure(
        "person.unknown",
        .missing,
        fr: "Personne n’a cet identifiant ni cette adresse.",
        en: "Nobody has this id or address.",
        remedy: Bilingual(
          fr: "«\u{A0}arpent users list\u{A0}» nomme les personnes connues.",
          en: "“arpent users list” names the people who are known."
        )
      )
    }
    return person
  }

  /// Tells of someone, as JSON or in a sentence.
  static func report(_ line: Line, _ json: Bool, fr: String, en: String) throws {
    if json { return try Console.print(json: line) }
    Console.print(Bilingual(fr: fr, en: en)[Console.language])
  }
}

extension Role: ExpressibleByArgument {}
