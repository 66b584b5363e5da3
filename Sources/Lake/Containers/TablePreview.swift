import Foundation
import Messages
public import Tabular

/// A few rows of a file as they are and as a recipe leaves them.
///
/// Reading stops as soon as the rows are there: the first rows of a file of any size come at once.
public struct TablePreview: Sendable, Equatable, Codable {
  /// A column of the file.
  public struct Column: Sendable, Equatable, Codable {
    /// Its name in the file.
    public var original: String
    /// Its name after the recipe; `nil` when the recipe takes it out.
    public var name: String?
  }

  /// A cell of a column.
  public struct Cell: Sendable, Equatable, Codable {
    /// What is in the file.
    public var before: String
    /// What the recipe leaves of it; `nil` where the column is taken out.
    public var after: String?
    /// The codes of the findings that point at it.
    public var findings: [String]

    /// Whether the recipe changes it.
    public var isChanged: Bool { after != before }
  }

  /// A row of the file.
  public struct Row: Sendable, Equatable, Codable {
    /// The number in the file, from 1, header counted.
    public var number: Int
    /// Its cells, one for each column.
    public var cells: [Cell]
    /// Whether the recipe takes it out.
    public var isDropped: Bool
    /// The codes of the findings that point at the whole row.
    public var findings: [String]
  }

  /// The columns of the file, in order, those taken out too.
  public var columns: [Column]
  /// The rows, in order, those taken out too.
  public var rows: [Row]
  /// Whether the file has more rows after these.
  public var hasMore: Bool
  /// What there is to say of steps that could not be done.
  public var recipeFindings: [Finding]
  /// The sheets or layers of a file that has several; empty otherwise.
  public var sheets: [String]
  /// Which of them is read.
  public var sheet: String?

  /// Reads the first rows, or those around one.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - options: how it is read, where the recipe does not say.
  ///   - recipe: the steps to show.
  ///   - key: under which pseudonyms are made; needed where the recipe makes some.
  ///   - count: how many rows; with `around`, half of them before it.
  ///   - around: the number of a row of the file, to be among the rows.
  ///   - findings: what an inspection found, to mark cells and rows: of the file as it is or after the recipe.
  /// - Throws: `Failure` when the file holds no table we read, or the recipe cannot be.
  public init(
    path: String,
    options: ReadingOptions = ReadingOptions(),
    recipe: Recipe = Recipe(),
    key: PseudonymKey? = nil,
    rows count: Int = 20,
    around: Int? = nil,
    findings: [Finding] = []
  ) throws {
    let opened = try TableOpening.open(path: path, options: recipe.readingOptions(options))
    let reading = try recipe.apply(to: opened.source, key: key)
    let both = try reading.preview(count: max(1, min(count, Self.rowLimit)), around: around)
    columns = both.columns.map { Column(original: $0.original, name: $0.name) }
    let marks = Marks(findings, columns)
    rows = both.rows.map { row in
      Row(
        number: row.number,
        cells: zip(row.before, row.after).enumerated().map { index, values in
          Cell(before: values.0, after: values.1, findings: marks.cell(row.number, index))
        },
        isDropped: row.isDropped,
        findings: marks.row(row.number)
      )
    }
    hasMore = both.hasMore
    recipeFindings = reading.recipeFindings.findings
    sheets = opened.sheets
    sheet = opened.sheet
  }

  /// The most rows a preview shows.
  public static let rowLimit = 1000
}

/// The codes of findings by row and column.
private struct Marks {
  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private var cells: [Place: [String]] = [:]
  private var rows: [Int: [String]] = [:]

  init(_ findings: [Finding], _ columns: [TablePreview.Column]) {
    for finding in findings {
      guard let row = finding.row else { continue }
      let column = finding.column.flatMap { name in
        columns.firstIndex { $0.name == name } ?? columns.firstIndex { $0.original == name }
      }
      if let column {
        cells[Place(row: row, column: column), default: []].append(finding.code)
      } else {
        rows[row, default: []].append(finding.code)
      }
    }
  }

  func cell(_ row: Int, _ column: Int) -> [String] { cells[Place(row: row, column: column)] ?? [] }

  func row(_ row: Int) -> [String] { rows[row] ?? [] }
}
