import Acts
public import ArgumentParser
public import Catalogue
import Foundation
import Messages
import Register

/// `arpent organizations`: who publishes.
struct Organizations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, describe and remove organisations.",
    subcommands: [List.self, Add.self, Remove.self],
    defaultSubcommand: List.self
  )

  /// `arpent organizations list`.
  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "List the organisations.")
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let organizations = try await data.open().state.snapshot.records(Organization.self)
      if json { return try Console.print(json: organizations) }
      var table = TextTable(
        Console.language == .french
          ? ["identifiant", "nom", "nature", "dépend de"] : ["id", "name", "nature", "parent"]
      )
      table.lines = organizations.map { [$0.id, $0.name, $0.nature.rawValue, $0.parent ?? ""] }
      Console.print(table.text)
    }
  }

  /// `arpent organizations add`.
  struct Add: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Describe an organisation, new or known.")
    @Argument(help: "Its id: lower case, digits and hyphens.") var slug: String
    @Option(help: "Its name.") var name: String
    @Option(help: "What it is: \(Organization.Nature.allCases.map(\.rawValue).joined(separator: ", ")).")
    var nature: Organization.Nature = .territory
    @Option(help: "The id of the organisation it belongs to.") var parent: String?
    @Option(help: "A few sentences about it.") var description: String?
    @Option(help: "Its SIREN number.") var siren: String?
    @Option(name: .customLong("code-insee"), help: "Its INSEE code, for a commune.") var codeInsee: String?
    @Option(help: "The address of its site.") var homepage: String?
    @Option(help: "The e-mail address of its data contact.") var email: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let known = platform.state.organization(slug)
      let organization = Organization(
        id: slug,
        name: name,
        nature: nature,
        parent: parent ?? known?.parent,
        description: description ?? known?.description ?? "",
        siren: siren ?? known?.siren,
        codeInsee: codeInsee ?? known?.codeInsee,
        homepage: homepage ?? known?.homepage,
        email: email ?? known?.email
      )
      let described = try await platform.perform(DescribeOrganization(organization), as: .command)
      if json { return try Console.print(json: described) }
      Console.print(
        Bilingual(
          fr: "Organisation « \(described.id) » décrite : \(described.name).",
          en: "Organisation “\(described.id)” described: \(described.name)."
        )[Console.language]
      )
    }
  }

  /// `arpent organizations remove`.
  struct Remove: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove an organisation that nothing depends on."
    )
    @Argument(help: "Its id.") var slug: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      try await data.open().perform(RemoveOrganization(slug, reason: reason), as: .command)
      if json { try Console.print(json: ["removed": slug]) }
    }
  }
}

extension Organization.Nature: ExpressibleByArgument {}
