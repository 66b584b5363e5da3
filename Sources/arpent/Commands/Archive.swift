import Acts
import ArgumentParser
import Foundation
import Governance
import Messages
import Register

/// `arpent archive`: a version of a dataset as a package for an archive service.
struct Archive: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Write a dataset as a package of archive: its file, CSV, Parquet, digests, a SEDA 2.1 manifest.",
    discussion: "The package is a ZIP. What an elimination covers is packed with --elimination."
  )

  @Argument(help: "The dataset, or the elimination with --elimination.") var subject: String
  @Option(name: .customLong("out"), help: "The ZIP file to write, which must not exist.") var out: String
  @Option(name: .customLong("dataset-version"), help: "The version’s number; the published one without it.")
  var version: Int?
  @Flag(help: "The argument is an elimination: what it covers is packed.") var elimination = false
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let platform = try await data.open()
    let url = URL(filePath: out).absoluteURL
    let package =
      elimination
      ? try await platform.archive(elimination: subject, to: url, as: .command)
      : try await platform.archive(dataset: subject, version: version, to: url, as: .command)
    if json { return try Console.print(json: package.files) }
    var table = TextTable(
      Console.language == .french ? ["fichier", "octets", "SHA-256"] : ["file", "bytes", "SHA-256"]
    )
    table.numeric = [1]
    table.lines = package.files.map { [$0.name, "\($0.bytes)", $0.sha256] }
    Console.print(table.text)
  }
}

/// `arpent retention`: what is past its date.
struct Retention: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what is past its date under each retention rule in force, or execute an elimination.",
    discussion: """
      With --execute, eliminates for good what a decided elimination covers, with its visa where it is public \
      archive. After an interruption, run it again: what was not done is done, what was done is said.
      """
  )

  @Option(help: "The day to look from, ISO 8601; today without it.") var on: String?
  @Option(help: "The approved elimination to execute.") var execute: String?
  @Option(help: "What proves it, where it was done outside Arpent.") var proof: String?
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func validate() throws {
    if let on, Moment(on) == nil || on.utf8.count != 10 {
      throw ValidationError("--on is no day: 2026-03-01.")
    }
  }

  func perform() async throws {
    if let execute { return try await eliminate(execute) }
    let lines = try await data.open().retentionDue(on: on).map(Line.init)
    if json { return try Console.print(json: lines) }
    var table = TextTable(
      Console.language == .french
        ? ["règle", "nom", "jeu", "échus", "sans date", "jusqu’au", "sort final", "empêchement"]
        : ["rule", "name", "dataset", "due", "undated", "up to", "fate", "trouble"]
    )
    table.numeric = [3, 4]
    table.lines = lines.map(\.cells)
    Console.print(table.text)
  }

  private func eliminate(_ id: String) async throws {
    let done = try await data.open().executeElimination(id, proof: proof ?? "", as: .command)
    if json { return try Console.print(json: done) }
    Console.print(
      Console.language == .french
        ? "« \(done.title) » est éliminé ; le jeu garde \(done.rowsKept ?? 0) lignes."
        : "“\(done.title)” is eliminated; the dataset keeps \(done.rowsKept ?? 0) rows."
    )
  }

  private struct Line: Encodable {
    let rule: String
    let title: String
    let dataset: String?
    let due: Int
    let undated: Int
    let cutoff: String?
    let fate: String?
    let trouble: String?

    init(_ due: RetentionDue) {
      rule = due.rule.id
      title = due.rule.title
      dataset = due.rule.dataset
      self.due = due.scope?.count ?? 0
      undated = due.scope?.undated ?? 0
      cutoff = due.scope?.cutoff
      fate = due.rule.fate?.rawValue
      trouble = due.trouble?.code
    }

    var cells: [String] {
      [rule, title, dataset ?? "", "\(due)", "\(undated)", cutoff ?? "", fate ?? "", trouble ?? ""]
    }
  }
}
