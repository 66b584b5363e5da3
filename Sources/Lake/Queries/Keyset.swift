import Foundation
import Messages
import Tabular

/// Paging by the place of the last row seen: the values sorted by, then the row number.
struct Keyset {
  /// One expression of the order.
  private struct Term { var expression: String, key: Int, descending: Bool, isFolded: Bool }

  private let keys: [SortKey]
  /// The sorted columns.
  let columns: [Int]
  private let terms: [Term]

  /// Prepares the order of a selection.
  ///
  /// French readers find é beside e, so texts are sorted folded first.
  init(_ sort: [SortKey], of table: Table) throws {
    guard sort.count <= 10 else { throw Self.tooManyKeys }
    keys = sort
    columns = try sort.map { try table.index(of: $0.column, pointer: "sort") }
    var terms: [Term] = []
    for (key, column) in columns.enumerated() {
      let name = table.expression(column)
      let descending = sort[key].descending
      if StorageKind(table.manifest.columns[column].type) == .text {
        terms.append(
          Term(expression: SQLFragment.folded(name), key: key, descending: descending, isFolded: true)
        )
      }
      terms.append(Term(expression: name, key: key, descending: descending, isFolded: false))
    }
    self.terms = terms
  }

  /// The ORDER BY clause; empty when the order is that of the file.
  var order: String {
    guard !terms.isEmpty else { return "" }
    let sorted = terms.map { "\($0.expression) \($0.descending ? "DESC" : "ASC") NULLS LAST" }
    return " ORDER BY " + (sorted + [ImportedColumn.positionColumn]).joined(separator: ", ")
  }

  /// The cursor after a row.
  func cursor(values: [SQLValue], row: Int) throws -> PageCursor {
    guard !keys.isEmpty else { return PageCursor(rawValue: String(row)) }
    let coded = Coded(
      sort: keys.map { ($0.descending ? "-" : "") + $0.column },
      values: values.map(CodedValue.text),
      row: row
    )
    let text = try JSONEncoder().encode(coded).base64EncodedString()
    return PageCursor(
      rawValue: text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    )
  }

  /// The row that a cursor comes after, when nothing is sorted.
  func row(_ cursor: PageCursor) throws -> Int {
    guard let row = Int(cursor.rawValue), row >= 0 else { throw Self.badCursor }
    return row
  }

  /// The condition that a row comes after a cursor.
  func after(_ cursor: PageCursor, in blocks: BlockFile) throws -> SQLFragment {
    let (values, row) = keys.isEmpty ? ([], try self.row(cursor)) : try decode(cursor)
    let position = try blocks.position(after: row)
    var condition = SQLFragment("\(ImportedColumn.positionColumn) >= ?", [.integer(Int64(position))])
    for term in terms.reversed() {
      var value = values[term.key]
      if value == .null {
        // Empty cells come last: after one there are only others.
        condition = SQLFragment("(\(term.expression) IS NULL AND \(condition.text))", condition.parameters)
        continue
      }
      if term.isFolded, case .text(let text) = value { value = .text(TextFolding.folded(text)) }
      let sign = term.descending ? "<" : ">"
      condition = SQLFragment(
        "(\(term.expression) \(sign) ? OR \(term.expression) IS NULL"
          + " OR (\(term.expression) = ? AND \(condition.text)))",
        [value, value] + condition.parameters
      )
    }
    return condition
  }

  private func decode(_ cursor: PageCursor) throws -> (values: [SQLValue], row: Int) {
    var text = cursor.rawValue.replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: text), let coded = try? JSONDecoder().decode(Coded.self, from: data),
      coded.sort == keys.map({ ($0.descending ? "-" : "") + $0.column }), coded.values.count == keys.count,
      coded.row >= 0
    else { throw Self.badCursor }
    let values = coded.values.compactMap(CodedValue.value)
    guard values.count == keys.count else { throw Self.badCursor }
    return (values, coded.row)
  }

  /// What a cursor holds.
  private struct Coded: Codable {
    var sort: [String]
    var values: [String]
    var row: Int
  }

  private static let badCursor = Failure(
    "lake.cursor.invalid",
    .invalid,
    fr: "Ce repère de page n’est pas de cette demande.",
    en: "This page cursor is not of this request.",
    remedy: Bilingual(
      fr: "Reprenez à la première page, sans « after », ou suivez les liens donnés.",
      en: "Start again from the first page, without “after”, or follow the links given."
    ),
    pointer: "after"
  )

  private static let tooManyKeys = Failure(
    "lake.sort.count",
    .tooLarge,
    fr: "La demande trie sur plus de 10 colonnes.",
    en: "The request sorts by more than 10 columns.",
    pointer: "sort"
  )
}
