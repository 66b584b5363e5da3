import Acts
import ArgumentParser
import Catalogue
import Foundation
import Lake
import Messages
import Tabular

/// `arpent query`: rows of a dataset, by conditions or by SQL.
struct QueryCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Read the rows of a dataset, by conditions or by SQL.",
    discussion: """
      Conditions are written column__operator=value, with the operators of the HTTP interface: \
      \(FilterOperator.allCases.map(\.rawValue).joined(separator: ", ")). In SQL the table is called data.
      """
  )

  /// How an answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, jsonl, parquet }

  @Argument(help: "The dataset's id.") var dataset: String
  @Option(name: .customLong("where"), help: "A condition; may be repeated, and all must hold.")
  var conditions: [String] = []
  @Option(help: "One SELECT on the table data.") var sql: String?
  @Option(help: "The columns wanted, separated by commas.") var columns: String?
  @Option(help: "Columns to sort by, separated by commas; a minus sign before one reverses it.") var sort:
    String?
  @Option(help: "How many rows the table format shows.") var limit = 50
  @Option(help: "The version's number; the current one when left out.") var version: Int?
  @Option(help: "How the answer is written: table, csv, json, jsonl, parquet.") var format: Format = .table
  @OptionGroup var data: DataFolder
  @Flag(help: "The same as --format json.") var json = false

  func validate() throws {
    if sql != nil, !conditions.isEmpty || columns != nil || sort != nil {
      throw ValidationError("--sql says it all: leave out --where, --columns and --sort.")
    }
  }

  func perform() async throws {
    let platform = try await data.open()
    let table = try currentTable(platform)
    let chosen = json ? Format.json : format
    if let sql {
      return try answer(try await table.query(sql: sql, alias: dataset, limits: QueryLimits()), chosen)
    }
    let selection = try selection()
    guard let export = ExportFormat(fileExtension: chosen.rawValue) else {
      let page = try await table.rows(selection, after: nil, limit: limit)
      Console.print(RowsText(page.rows).text)
      Console.note(Bilingual(fr: "\(page.total) lignes", en: "\(page.total) rows")[Console.language])
      return
    }
    for try await bytes in table.export(selection, format: export) { Console.write(bytes) }
  }

  private func currentTable(_ platform: Platform) throws -> Table {
    let state = platform.state
    guard let known = state.dataset(dataset) else { throw Self.unknown(dataset) }
    let wanted = version.map { number in state.versions(of: dataset).first { $0.number == number } }
    guard let digest = (wanted ?? state.currentVersion(of: known))?.table else { throw Self.noTable(dataset) }
    return try platform.lake.table(digest)
  }

  private func selection() throws -> RowSelection {
    let keys = (sort ?? "").split(separator: ",").map { key in
      key.hasPrefix("-")
        ? SortKey(column: String(key.dropFirst()), descending: true) : SortKey(column: String(key))
    }
    return RowSelection(
      filters: try conditions.map(filter),
      sort: keys,
      columns: columns?.split(separator: ",").map(String.init)
    )
  }

  private func filter(_ condition: String) throws -> Filter {
    let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init
    )
    guard let mark = parts[0].range(of: "__", options: .backwards),
      let op = FilterOperator(rawValue: String(parts[0][mark.upperBound...]))
    else { throw Self.badCondition(condition) }
    return Filter(
      column: String(parts[0][..<mark.lowerBound]),
      op: op,
      value: parts.count > 1 ? parts[1] : ""
    )
  }

  private func answer(_ rows: Rows, _ format: Format) throws {
    if rows.truncated {
      Console.note(
        Bilingual(
          fr: "Réponse coupée à \(rows.values.count) lignes.",
          en: "Answer cut at \(rows.values.count) rows."
        )[Console.language]
      )
    }
    guard let export = ExportFormat(fileExtension: format.rawValue) else {
      return Console.print(RowsText(rows).text)
    }
    Console.write(try rows.encoded(as: export))
  }

  private static func unknown(_ slug: String) -> Failure {
    Failure(
      "catalogue.dataset.unknown",
      .missing,
      fr: "Le jeu de données « \(slug) » n’existe pas.",
      en: "There is no dataset “\(slug)”.",
      remedy: Bilingual(fr: "arpent datasets en donne la liste.", en: "arpent datasets lists them."),
      pointer: "dataset"
    )
  }

  private static func noTable(_ slug: String) -> Failure {
    Failure(
      "catalogue.version.missing",
      .missing,
      fr: "Le jeu de données « \(slug) » n’a pas cette version, ou elle n’est pas un tableau.",
      en: "The dataset “\(slug)” has no such version, or it is no table.",
      pointer: "version"
    )
  }

  private static func badCondition(_ condition: String) -> Failure {
    Failure(
      "command.condition",
      .invalid,
      fr: "La condition « \(condition) » ne se lit pas.",
      en: "The condition “\(condition)” cannot be read.",
      remedy: Bilingual(
        fr: "Écrivez colonne__opérateur=valeur, par exemple montant__greater=1000.",
        en: "Write column__operator=value, for example amount__greater=1000."
      ),
      pointer: "where"
    )
  }
}
