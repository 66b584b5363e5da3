import Catalogue
import CivilTime
public import Governance
import Lake
import Messages
import Register
import Tabular

/// What is past its date under a rule, bound by digests: what an elimination covers.
public struct RetentionScope: Sendable, Equatable {
  /// Rows, versions, or files outside the catalogue.
  public var extent: RetentionRule.Extent
  /// The dataset's slug.
  public var dataset: String?
  /// What starts on this day or before is covered, ISO 8601.
  public var cutoff: String?
  /// The version whose rows are covered.
  public var version: String?
  /// The digest of its table.
  public var table: String?
  /// The versions covered.
  public var versions: [String]
  /// How many rows or versions.
  public var count: Int
  /// The oldest start day.
  public var oldest: String?
  /// The newest start day.
  public var newest: String?
  /// How many rows have no date that can be read.
  public var undated: Int
  /// The digest of all that is covered.
  public var selection: String?

  /// Describes a scope.
  public init(
    extent: RetentionRule.Extent,
    dataset: String? = nil,
    cutoff: String? = nil,
    version: String? = nil,
    table: String? = nil,
    versions: [String] = [],
    count: Int = 0,
    oldest: String? = nil,
    newest: String? = nil,
    undated: Int = 0,
    selection: String? = nil
  ) {
    self.extent = extent
    self.dataset = dataset
    self.cutoff = cutoff
    self.version = version
    self.table = table
    self.versions = versions
    self.count = count
    self.oldest = oldest
    self.newest = newest
    self.undated = undated
    self.selection = selection
  }
}

/// The rows of a table that start on a day or before, by a column of dates.
struct DatedRows: Sendable {
  let table: Table
  let column: String
  let due: RowSelection
  let undated: RowSelection
  /// Whether the column's type tells a day at all.
  let isReadable: Bool

  init(_ table: Table, column: String, cutoff: CivilDate) throws {
    guard let known = table.manifest.columns.first(where: { $0.name == column }) else {
      throw RetentionFailure.noColumn(column)
    }
    self.table = table
    self.column = column
    let filter: Filter? =
      switch known.type {
      case .date: Filter(column: column, op: .less, value: cutoff.iso)
      case .datetime: Filter(column: column, op: .strictlyLess, value: cutoff.adding(days: 1).iso)
      case .year: Filter(column: column, op: .less, value: String(Self.lastYear(by: cutoff)))
      default: nil
      }
    isReadable = filter != nil
    due = RowSelection(filters: filter.map { [$0] } ?? [])
    undated = RowSelection(filters: isReadable ? [Filter(column: column, op: .isnull)] : [])
  }

  /// A year alone starts on its last day.
  private static func lastYear(by cutoff: CivilDate) -> Int {
    let (year, month, day) = cutoff.components
    return month == 12 && day == 31 ? year : year - 1
  }

  func count() async throws -> Int { isReadable ? try await table.count(due) : 0 }

  func undatedCount() async throws -> Int { try await table.count(undated) }

  /// The numbers of the first rows without a readable date.
  func undatedRows(_ limit: Int) async throws -> [Int] {
    guard table.manifest.rows > 0 else { return [] }
    var selection = undated
    selection.columns = []
    return try await table.rows(selection, limit: limit).rows.rowNumbers
  }

  /// The oldest and the newest start day of those due.
  func bounds() async throws -> (oldest: String?, newest: String?) {
    guard isReadable else { return (nil, nil) }
    func edge(descending: Bool) async throws -> String? {
      var selection = due
      selection.columns = [column]
      selection.sort = [SortKey(column: column, descending: descending)]
      let value = try await table.rows(selection, limit: 1).rows.values.first?.first
      guard let value, value != .null else { return nil }
      let text = String(CellText.text(value).prefix(10))
      return text.utf8.count == 4 ? text + "-12-31" : text
    }
    return (try await edge(descending: false), try await edge(descending: true))
  }

  /// The numbers of the rows due, and the digest of their numbers and values.
  func numbers() async throws -> (numbers: [Int], digest: String) {
    var hash = HashBuilder()
    var numbers: [Int] = []
    func take(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update($0) } }
    take(Array((table.digest + "\n").utf8))
    guard isReadable else { return ([], hash.finish().hex) }
    var after: PageCursor?
    repeat {
      let page = try await table.rows(due, after: after, limit: Table.pageLimit)
      numbers += page.rows.rowNumbers
      for (number, values) in zip(page.rows.rowNumbers, page.rows.values) {
        var line = Array("\(number)".utf8)
        for value in values {
          line.append(0x1F)
          CellText.append(value, to: &line)
        }
        take(line + [0x0A])
      }
      after = page.next
    } while after != nil
    return (numbers, hash.finish().hex)
  }
}
