import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

// The engine is asked, so DuckDB must be there.
@Suite(.enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct SelectionTests {
  let fixture: LakeFixture
  let data: GeneratedTable
  let table: Table

  /// Tables never change: all cases share one.
  private static let made = Result {
    let fixture = try LakeFixture(lasting: true)
    let data = GeneratedTable(rows: 700, seed: 11)
    let reference = try fixture.lake.addTable(from: data.source, columns: reports(GeneratedTable.columns))
    return (fixture, data, try fixture.lake.table(reference.digest))
  }

  init() throws { (fixture, data, table) = try Self.made.get() }

  /// A filter made by chance, with a value that the column may well hold.
  private func filter(_ random: inout SeededRandom) -> Filter {
    let column = Int.random(in: 0..<GeneratedTable.columns.count, using: &random)
    var op = FilterOperator.allCases.randomElement(using: &random) ?? .exact
    let values = (0..<3).map { _ in
      data.values[Int.random(in: 0..<data.values.count, using: &random)][column]
    }
    let texts = values.map(CellText.text).filter { !$0.isEmpty }
    if texts.isEmpty { op = .isnotnull }
    let listed = texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    let value =
      op == .in || op == .notin ? listed : op == .contains ? String(texts[0].prefix(3)) : texts.first ?? ""
    return Filter(column: GeneratedTable.columns[column].0, op: op, value: value)
  }

  @Test("Filters keep the rows that a plain reading of them keeps", arguments: 0..<40)
  func filtersEqualNaive(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let filters = (0...Int.random(in: 0...1, using: &random)).map { _ in filter(&random) }
    let expected = try data.values.indices.filter { row in
      try filters.allSatisfy { filter in
        let index = try #require(table.positions[filter.column])
        return try NaiveSelection.keeps(data.values[row][index], filter, table.manifest.columns[index])
      }
    }
    let page = try await table.rows(RowSelection(filters: filters), limit: 1000)
    #expect(page.rows.rowNumbers == expected.map { data.numbers[$0] }, "\(filters)")
    #expect(page.rows.values == expected.map { data.values[$0] })
    #expect(page.total == expected.count)
    #expect(try await table.count(RowSelection(filters: filters)) == expected.count)
  }

  static let sorts: [[SortKey]] =
    GeneratedTable.columns.flatMap { column in
      [[SortKey(column: column.0)], [SortKey(column: column.0, descending: true)]]
    } + [
      [], [SortKey(column: "actif"), SortKey(column: "nom", descending: true), SortKey(column: "quantité")],
      [SortKey(column: "le jour", descending: true), SortKey(column: "montant")],
    ]

  @Test("Paging by cursor visits each row once, in the order asked for", arguments: sorts)
  func pagingVisitsAll(sort: [SortKey]) async throws {
    for filters in [[], [Filter(column: "quantité", op: .greater, value: "-5")]] {
      var seen: [Int] = []
      var cursor: PageCursor?
      repeat {
        let selection = RowSelection(filters: filters, sort: sort, columns: ["nom"])
        let page = try await table.rows(selection, after: cursor, limit: 61)
        seen += page.rows.rowNumbers
        cursor = page.next
      } while cursor != nil
      let keys = try sort.map {
        (column: try #require(table.positions[$0.column]), descending: $0.descending)
      }
      let kept = data.values.indices.filter { row in
        guard !filters.isEmpty else { return true }
        guard case .integer(let value) = data.values[row][2] else { return false }
        return value >= -5
      }
      let expected = kept.sorted { left, right in
        NaiveSelection.precedes(data.values[left], data.values[right], keys) ?? (left < right)
      }
      #expect(seen == expected.map { data.numbers[$0] })
    }
  }

  @Test("Words are looked for in all columns, whatever their case and accents")
  func search() async throws {
    let expected = data.values.indices.filter { row in
      let texts = [0, 7].map { NaiveSelection.folded(CellText.text(data.values[row][$0])) }
      return ["ECOLE", "zoo"].allSatisfy { word in texts.contains { $0.contains(word.lowercased()) } }
    }
    let page = try await table.rows(RowSelection(search: " ÉCOLE  zoo "), limit: 1000)
    #expect(page.rows.rowNumbers == expected.map { data.numbers[$0] })
    #expect(!expected.isEmpty)
  }

  @Test("A word with a digit is looked for in numbers and dates too")
  func searchDigits() async throws {
    let day = try #require(
      data.values.compactMap { if case .date(let days) = $0[3] { days } else { nil } }.first
    )
    let page = try await table.rows(RowSelection(search: CellText.text(.date(day))), limit: 1000)
    #expect(page.total >= data.values.count { $0[3] == .date(day) })
  }

  @Test("Columns come in the order asked for, twice if asked twice")
  func columns() async throws {
    let selection = RowSelection(
      filters: [Filter(column: "nom", op: .isnotnull)],
      columns: ["quantité", "nom", "quantité"]
    )
    let page = try await table.rows(selection, limit: 5)
    #expect(page.rows.columns.map(\.name) == ["quantité", "nom", "quantité"])
    for (number, row) in zip(page.rows.rowNumbers, page.rows.values) {
      let index = try #require(data.numbers.firstIndex(of: number))
      #expect(row == [data.values[index][2], data.values[index][0], data.values[index][2]])
    }
  }

  @Test("What cannot be used is refused, and the refusal points at it")
  func refusals() async throws {
    let cases: [(RowSelection, String?, String, String)] = [
      (
        RowSelection(filters: [Filter(column: "absent", op: .exact, value: "1")]), nil, "lake.column.unknown",
        "absent__exact"
      ),
      (
        RowSelection(filters: [Filter(column: "quantité", op: .less, value: "douze")]), nil,
        "lake.filter.value", "quantité__less"
      ),
      (
        RowSelection(filters: [Filter(column: "le jour", op: .exact, value: "2023-02-30")]), nil,
        "lake.filter.value", "le jour__exact"
      ),
      (
        RowSelection(filters: [Filter(column: "actif", op: .in, value: "true,peut-être")]), nil,
        "lake.filter.value", "actif__in"
      ),
      (RowSelection(sort: [SortKey(column: "nom; DROP TABLE x")]), nil, "lake.column.unknown", "sort"),
      (RowSelection(columns: ["\" FROM x --"]), nil, "lake.column.unknown", "columns"),
      (RowSelection(sort: [SortKey(column: "nom")]), "12", "lake.cursor.invalid", "after"),
      (RowSelection(), "pas un nombre", "lake.cursor.invalid", "after"),
      (RowSelection(), "-3", "lake.cursor.invalid", "after"),
    ]
    for (selection, after, code, pointer) in cases {
      let error = await #expect(throws: Failure.self) {
        _ = try await table.rows(selection, after: after.map(PageCursor.init(rawValue:)), limit: 10)
      }
      #expect(error?.code == code)
      #expect(error?.pointer == pointer)
    }
    await #expect(throws: Failure.self) { _ = try await table.rows(RowSelection(), limit: 0) }
  }

  @Test("A cursor serves only the sort it came from")
  func cursorOfAnotherSort() async throws {
    let page = try await table.rows(RowSelection(sort: [SortKey(column: "nom")]), limit: 10)
    let error = await #expect(throws: Failure.self) {
      _ = try await table.rows(RowSelection(sort: [SortKey(column: "montant")]), after: page.next, limit: 10)
    }
    #expect(error?.code == "lake.cursor.invalid")
  }

  @Test("SQL in a filter's value is only a value")
  func injection() async throws {
    for value in ["' OR 1=1 --", "\"; DROP VIEW data; --", "%", "_", "\\", "\u{0}", "?1"] {
      for op in [FilterOperator.exact, .contains, .in] {
        let page = try await table.rows(
          RowSelection(filters: [Filter(column: "nom", op: op, value: value)]),
          limit: 10
        )
        #expect(page.total == 0, "\(op) \(value)")
      }
    }
  }

  @Test("Frequent values are counted in the selection")
  func facet() async throws {
    let counted = try await table.facet("nom", in: RowSelection(), limit: 1000)
    var expected: [CellValue: Int] = [:]
    for row in data.values { expected[row[0], default: 0] += 1 }
    #expect(Dictionary(uniqueKeysWithValues: counted.map { ($0.value, $0.count) }) == expected)
    #expect(counted.map(\.count) == counted.map(\.count).sorted(by: >))
    #expect(try await table.facet("nom", in: RowSelection(), limit: 3) == Array(counted.prefix(3)))
  }
}
