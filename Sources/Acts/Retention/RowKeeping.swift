import Catalogue
import Foundation
import Lake
import Register
import Tabular

/// Makes what stays of a version once some rows are gone: its file without their records, read again.
struct RowKeeping: Sendable {
  let lake: Lake
  let dataFolder: URL
  let version: DatasetVersion
  let schema: TableSchema?
  let key: PseudonymKey?

  /// How the version's file is read.
  var options: ReadingOptions {
    version.elimination == nil ? recipe.readingOptions() : TableOpening.keptOptions
  }
  var recipe: Recipe { version.recipe ?? Recipe() }
  /// What stays is a CSV, whatever it came from.
  private var name: String {
    let base = version.original.name.split(separator: ".").first.map(String.init) ?? version.dataset
    return base + ".csv"
  }

  /// - Parameter corrections: what cells of rows that stay become, as the file has them.
  func run(
    without due: Set<Int>,
    correcting corrections: [RowCorrection] = [],
    of table: Table
  ) throws -> PreparedElimination.Remainder {
    let staged = try stagedOriginal()
    defer { staged.remove() }
    let kept = URL(filePath: staged.path).deletingLastPathComponent().appending(path: ".kept")
    let wanted = try numbers(of: table).subtracting(due)
    let written = try TableOpening.keepRecords(
      ofFile: staged.path,
      options: options,
      keeping: wanted,
      corrections: try places(of: corrections, in: staged),
      to: kept
    )
    guard written == wanted.count else { throw RetentionFailure.lost }
    return try read(kept, rows: wanted.count, columns: table.manifest.columns.map(\.name))
  }

  func stagedOriginal() throws -> StagedFile {
    try StagedFile(lake.blobURL(version.original.digest), named: version.original.name, in: dataFolder)
  }

  private func read(_ file: URL, rows: Int, columns: [String]) throws -> PreparedElimination.Remainder {
    let blob = try lake.addBlob(copying: file)
    let staged = try StagedFile(lake.blobURL(blob.digest), named: name, in: dataFolder)
    defer { staged.remove() }
    let options = TableOpening.keptOptions
    let reading = Recipe(steps: recipe.steps.filter { !$0.action.isReading })
    let inspection = try TableOpening.inspect(
      path: staged.path,
      options: options,
      recipe: reading,
      key: key,
      schema: schema
    )
    // Nothing is eliminated that was not to be, and nothing that was protected comes out of it.
    guard inspection.rows == rows, inspection.columns.map(\.name) == columns,
      !inspection.findings.contains(where: { $0.code == RecipeSource.missingProtectionCode })
    else { throw RetentionFailure.lost }
    let opened = try TableOpening.open(path: staged.path, options: options, recipe: reading, key: key)
    let made = try lake.addTable(from: opened.source, columns: inspection.columns)
    let report = try lake.addBlob(bytes: CanonicalJSON.encode(inspection))
    let idle = try TableOpening.idleReplacements(
      path: staged.path,
      options: options,
      recipe: reading,
      key: key
    )
    let original = DatasetVersion.StoredFile(
      name: name,
      digest: blob.digest,
      bytes: blob.bytes,
      mediaType: MediaType.of(container: inspection.container),
      container: inspection.container,
      encoding: inspection.encoding
    )
    let content = PublishedContent(
      original: original,
      table: made.digest,
      report: report.digest,
      inspection: inspection,
      recipe: recipe,
      inherited: recipe
    )
    return .init(content: content, recipe: idle.reduce(recipe) { $0.removing($1) })
  }

  /// The numbers of all rows of a table.
  private func numbers(of table: Table) throws -> Set<Int> {
    var numbers: Set<Int> = []
    var position = 0
    while position < table.manifest.rows {
      let page = try table.page(at: position, limit: Table.pageLimit, columns: [])
      guard !page.rowNumbers.isEmpty else { break }
      numbers.formUnion(page.rowNumbers)
      position += page.rowNumbers.count
    }
    return numbers
  }
}
