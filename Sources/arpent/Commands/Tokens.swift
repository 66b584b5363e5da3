import Acts
public import ArgumentParser
import Foundation
public import Governance
import Messages
import Register

/// `arpent tokens`: the keys of machines.
struct Tokens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, create and revoke the tokens of machines.",
    subcommands: [List.self, Create.self, Revoke.self],
    defaultSubcommand: List.self
  )

  /// A token as the command tells of it: never with what proves it.
  struct Line: Encodable {
    let id: String
    let label: String
    let organization: String
    let actions: [String]
    let datasets: [String]?
    let expiresAt: Moment
    let revokedAt: Moment?

    init(_ token: AccessToken) {
      id = token.id
      label = token.label
      organization = token.organization
      actions = token.actions.map(\.rawValue).sorted()
      datasets = token.datasets?.sorted()
      expiresAt = token.expiresAt
      revokedAt = token.revokedAt
    }
  }

  /// `arpent tokens list`.
  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "List the tokens that work.")
    @Flag(help: "Those that are over too.") var all = false
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let tokens = platform.state.snapshot.records(AccessToken.self)
        .filter { all || $0.isOpen(at: platform.now) }.map(Line.init)
      if json { return try Console.print(json: tokens) }
      var table = TextTable(
        Console.language == .french
          ? ["identifiant", "usage", "organisation", "actions", "expire"]
          : ["id", "purpose", "organisation", "actions", "expires"]
      )
      table.lines = tokens.map {
        [$0.id, $0.label, $0.organization, $0.actions.joined(separator: ", "), $0.expiresAt.day]
      }
      Console.print(table.text)
    }
  }

  /// `arpent tokens create`.
  struct Create: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a token. Its key is shown once and kept nowhere."
    )
    @Argument(help: "What it is for.") var label: String
    @Option(help: "The id of the organisation it belongs to.") var organization: String
    @Option(help: "What it may do: read, deposit, publish; may be repeated.")
    var action: [AccessToken.Action]
    @Option(help: "The id of a dataset it may touch; may be repeated; all of the organisation’s without it.")
    var dataset: [String] = []
    @Option(help: "How many days it works.") var days = 365
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      guard (1...731).contains(days) else { throw ValidationError("--days is between 1 and 731.") }
    }

    func perform() async throws {
      let platform = try await data.open()
      let key = AccessKey.make(randomBytes: platform.configuration.randomBytes)
      let token = AccessToken(
        id: key.token,
        label: label,
        organization: organization,
        actions: Set(action),
        datasets: dataset.isEmpty ? nil : Set(dataset),
        secretHash: key.secretHash,
        expiresAt: platform.now.advanced(byMilliseconds: Int64(days) * 86_400_000),
        createdBy: "",
        createdAt: platform.now
      )
      let made = try await platform.perform(CreateToken(token), as: .command)
      if json { return try Console.print(json: ["id": made.id, "key": key.text]) }
      Console.print(key.text)
      Console.note(
        Bilingual(
          fr:
            "Jeton «\u{A0}\(made.id)\u{A0}», valable jusqu’au \(made.expiresAt.day). Notez sa clé : elle n’est "
            + "gardée nulle part.",
          en: "Token “\(made.id)”, valid until \(made.expiresAt.day). Note its key: it is kept nowhere."
        )[Console.language]
      )
    }
  }

  /// `arpent tokens revoke`.
  struct Revoke: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "End a token at once.")
    @Argument(help: "Its id.") var token: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let ended = try await data.open().perform(RevokeToken(token, reason: reason), as: .command)
      if json { return try Console.print(json: Line(ended)) }
      Console.print(
        Bilingual(fr: "Le jeton «\u{A0}\(token)\u{A0}» est révoqué.", en: "The token “\(token)” is revoked.")[
          Console.language
        ]
      )
    }
  }
}

extension AccessToken.Action: ExpressibleByArgument {}
