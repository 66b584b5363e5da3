import Acts
public import ArgumentParser
import Foundation
public import Governance
import Jobs
import Messages
import Register

/// `arpent sources`: where the next versions of datasets come from by themselves.
struct Sources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, set, remove and read the sources that datasets are updated from.",
    subcommands: [List.self, Set.self, Remove.self, Run.self],
    defaultSubcommand: List.self
  )

  /// `arpent sources list`.
  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "List the sources and how they go.")
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let sources = try await data.open().state.snapshot.records(UpdateSource.self).sorted { $0.id < $1.id }
      if json { return try Console.print(json: sources) }
      Console.print(SourceText.table(sources, Console.language).text)
    }
  }

  /// `arpent sources set`.
  struct Set: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say where a dataset is updated from, and how often.",
      discussion: "A connection is declared in arpent.json, under “databases”, with its password in a file."
    )
    @Argument(help: "The dataset's id.") var dataset: String
    @Option(help: "An address, http or https.") var url: String?
    @Option(help: "The name of a connection to a database.") var connection: String?
    @Option(help: "A table or a view of the connection: SCHEMA.TABLE.") var table: String?
    @Option(help: "A SELECT on the connection; it runs where nothing can be written.") var query: String?
    @Option(help: "How often: quarter-hourly, hourly, daily, weekly.") var rhythm = UpdateSource.Rhythm.daily
    @Flag(help: "Leave it alone for now.") var paused = false
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      guard [url, table, query].count(where: { $0 != nil }) == 1 else {
        throw ValidationError("Give one of --url, --table and --query.")
      }
      guard (url == nil) == (connection != nil) else {
        throw ValidationError("--connection goes with --table and --query.")
      }
    }

    func perform() async throws {
      let act = SetUpdateSource(dataset, try place(), rhythm, isPaused: paused)
      let source = try await data.open().perform(act, as: .command)
      if json { return try Console.print(json: source) }
      Console.print(SourceText.table([source], Console.language).text)
    }

    private func place() throws -> UpdateSource.Place {
      if let url { return .http(url: url) }
      if let query { return .query(connection: connection ?? "", sql: query) }
      let parts = (table ?? "").split(separator: ".", maxSplits: 1).map { String($0) }
      return .table(
        connection: connection ?? "",
        schema: parts.count == 2 ? parts[0] : "public",
        table: parts.last ?? ""
      )
    }
  }

  /// `arpent sources remove`.
  struct Remove: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the updates of a dataset by themselves; its versions stay."
    )
    @Argument(help: "The dataset's id.") var dataset: String
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      try await data.open().perform(RemoveUpdateSource(dataset), as: .command)
      if json { try Console.print(json: ["removed": dataset]) }
    }
  }

  /// `arpent sources run`.
  struct Run: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read a source now, and publish, hold or leave what it gives."
    )
    @Argument(help: "The dataset's id.") var dataset: String
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let platform = try await data.open()
      let machine = try MachineSettings.read(in: data.url)
      let updates = try machine.sourceUpdates(platform, try data.openAccounts())
      let report = try await updates.run(dataset)
      if json {
        try Console.print(json: SourceText.fields(report))
      } else {
        Console.print(SourceText.line(report)[Console.language])
      }
      if case .failed = report { throw ExitCode(1) }
    }
  }
}

extension UpdateSource.Rhythm: ExpressibleByArgument {}

/// Sources as a person and as a program read them.
private enum SourceText {
  static func table(_ sources: [UpdateSource], _ language: Language) -> TextTable {
    let isFrench = language == .french
    var table = TextTable(
      isFrench
        ? ["jeu", "source", "rythme", "dernière version", "état"]
        : ["dataset", "source", "rhythm", "last version", "state"]
    )
    table.lines = sources.map { source in
      [
        source.id, source.place.text, source.rhythm.label[language], source.outcome.version ?? "",
        state(source)[language],
      ]
    }
    return table
  }

  static func state(_ source: UpdateSource) -> Bilingual {
    if source.isPaused { return Bilingual(fr: "en pause", en: "paused") }
    if let failure = source.outcome.failure {
      let count = source.outcome.failures
      return Bilingual(fr: "échec ×\(count) : \(failure.fr)", en: "failed ×\(count): \(failure.en)")
    }
    if let held = source.outcome.heldDeposit {
      return Bilingual(fr: "à décider : \(held)", en: "to be decided: \(held)")
    }
    return Bilingual(fr: "en ordre", en: "in order")
  }

  static func line(_ report: UpdateReport) -> Bilingual {
    switch report {
    case .unchanged: Bilingual(fr: "Rien de nouveau.", en: "Nothing new.")
    case .published(let version): Bilingual(fr: "Publié : \(version)", en: "Published: \(version)")
    case .held(let deposit):
      Bilingual(fr: "À décider dans l’atelier : \(deposit)", en: "To be decided in the workshop: \(deposit)")
    case .failed(let failure):
      Bilingual(fr: "Échec : \(failure.fr)", en: "Failed: \(failure.en)")
    }
  }

  static func fields(_ report: UpdateReport) -> [String: String] {
    switch report {
    case .unchanged: ["outcome": "unchanged"]
    case .published(let version): ["outcome": "published", "version": version]
    case .held(let deposit): ["outcome": "held", "deposit": deposit]
    case .failed(let failure): ["outcome": "failed", "code": failure.code, "message": failure.en]
    }
  }
}
