import Acts
import ArgumentParser
import Catalogue
internal import CivilTime
import DemoTerritory
import Foundation
import JournalSQLite
import Register

/// Makes the files and data folders that the benchmarks measure on, and measures what no command shows. The same
/// sizes give the same bytes.
@main struct ArpentBenchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arpent-benchmarks",
    abstract: "Make what the benchmarks measure on.",
    subcommands: [Subsidies.self, LargeCatalogue.self, Diagnosis.self, RecipeCost.self, RegisterCost.self]
  )
}

/// `arpent-benchmarks subsidies`: a CSV file of subsidies with planted errors.
struct Subsidies: ParsableCommand {
  @Option(help: "The number of rows.") var rows = 1_000_000
  @Option(help: "The file to write.") var output: String

  func run() throws {
    guard FileManager.default.createFile(atPath: output, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let file = try FileHandle(forWritingTo: URL(filePath: output))
    try SubsidiesGenerator(rows: rows).write(to: file)
    try file.close()
  }
}

/// `arpent-benchmarks catalogue`: a data folder with many datasets that share one small table.
struct LargeCatalogue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "catalogue")

  @Option(help: "The number of datasets.") var datasets = 100_000
  @Option(help: "The least number of journal entries: descriptions are written again until it is reached.")
  var entries = 0
  @Option(help: "The data folder to make.") var data: String

  /// How many records a change set carries.
  private static let batch = 2_000

  func run() async throws {
    let folder = URL(filePath: data).absoluteURL
    let platform = try await Platform(
      configuration: PlatformConfiguration(dataFolder: folder, role: .command) {
        try JournalSQLite(folder: $0)
      }
    )
    let day = String(platform.now.text.prefix(10))
    guard let today = CivilDate(day) else { return }
    let generator = CatalogueGenerator(count: datasets, today: today)
    try await append(generator.organizations.map { try .put($0) }, platform)
    let model = try await publishModel(platform, organization: generator.organizations[0].id)
    var written = 0
    repeat {
      for start in stride(from: 0, to: datasets, by: Self.batch) {
        let range = start..<min(start + Self.batch, datasets)
        let drafts = try range.flatMap { try self.drafts(generator.entry($0), model, again: written > 0) }
        try await append(drafts, platform)
        written += drafts.count
      }
    } while written < entries
  }

  /// One real version, whose table every generated dataset shows.
  private func publishModel(_ platform: Platform, organization: String) async throws -> DatasetVersion {
    let file = FileManager.default.temporaryDirectory.appending(path: "arpent-benchmarks-\(getpid()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let handle = try FileHandle(forWritingTo: file)
    try SubsidiesGenerator(rows: 1_000).write(to: handle)
    try handle.close()
    let request = PublicationRequest(
      file: file,
      fileName: "subventions.csv",
      dataset: "modele",
      organization: organization,
      title: "Modèle",
      description: "Le tableau que montrent tous les jeux de données du banc d’essai.",
      theme: Theme.all[0].id,
      licence: "lov2"
    )
    return try await platform.publish(request, as: .system).version
  }

  private func drafts(
    _ entry: CatalogueGenerator.Entry,
    _ model: DatasetVersion,
    again: Bool
  ) throws -> [Draft] {
    var version = entry.version
    version.original = model.original
    version.table = model.table
    version.inspection = model.inspection
    version.rows = model.rows
    version.columns = model.columns
    return again ? [try .put(entry.dataset)] : [try .put(entry.dataset), try .put(version)]
  }

  private func append(_ drafts: [Draft], _ platform: Platform) async throws {
    let changes = ChangeSet(drafts, act: "generate", actor: .system, time: platform.now)
    _ = try await platform.journal.append(changes, after: platform.journal.head())
    try await platform.catchUp()
  }
}
