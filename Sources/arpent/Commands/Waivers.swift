import Acts
import ArgumentParser
import Catalogue
import Messages
import Register

/// `arpent waivers`: the faults that are let stand for a while, each with its reason and its deadline.
struct Waivers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, grant and end waivers of the rules of publication.",
    subcommands: [List.self, Grant.self, End.self],
    defaultSubcommand: List.self
  )

  /// `arpent waivers list`.
  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "List the waivers in force.")
    @Flag(help: "Those that are over too.") var all = false
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let waivers = platform.state.snapshot.records(Waiver.self).filter { all || platform.now < $0.until }
      if json { return try Console.print(json: waivers) }
      var table = TextTable(
        Console.language == .french
          ? ["jeu de données", "règle", "jusqu’au", "motif"] : ["dataset", "rule", "until", "reason"]
      )
      table.lines = waivers.map { [$0.subject.id, $0.rule, $0.lastDay, $0.reason] }
      Console.print(table.text)
    }
  }

  /// `arpent waivers grant`.
  struct Grant: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Waive a rule for a dataset, until a day.",
      discussion: "The reason and the deadline are public. A deadline is within a year, and can be renewed."
    )
    @Argument(help: "The dataset's id.") var dataset: String
    @Option(help: "The rule: \(PublicationRules.all.map(\.id).joined(separator: ", ")).") var rule: String
    @Option(help: "Why, in at least \(GrantWaiver.leastReason) characters: it is public.") var reason: String
    @Option(help: "The last day it holds, YYYY-MM-DD.") var until: String
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      guard until.count == 10, Moment(until) != nil else {
        throw ValidationError("--until is a day: 2027-03-31.")
      }
    }

    func perform() async throws {
      guard let day = Moment(until) else { return }
      let waiver = try await data.open().perform(
        GrantWaiver(
          rule: rule,
          dataset: dataset,
          why: reason,
          until: day.advanced(byMilliseconds: 86_400_000)
        ),
        as: .command
      )
      if json { return try Console.print(json: waiver) }
      Console.print(
        Bilingual(
          fr: "Dérogation à « \(rule) » pour « \(dataset) », jusqu’au \(waiver.lastDay) compris.",
          en: "Waiver of “\(rule)” for “\(dataset)”, until \(waiver.lastDay) included."
        )[Console.language]
      )
    }
  }

  /// `arpent waivers end`.
  struct End: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "End a waiver before its deadline.")
    @Argument(help: "The dataset's id.") var dataset: String
    @Option(help: "The rule waived.") var rule: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let waiver = try await data.open().perform(
        EndWaiver(rule: rule, dataset: dataset, reason: reason),
        as: .command
      )
      if json { return try Console.print(json: waiver) }
      Console.print(
        Bilingual(
          fr: "La dérogation à « \(rule) » pour « \(dataset) » a pris fin.",
          en: "The waiver of “\(rule)” for “\(dataset)” is over."
        )[Console.language]
      )
    }
  }
}
