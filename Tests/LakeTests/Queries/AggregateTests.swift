import Messages
import Tabular
import Testing

@testable import Lake

@Suite(.enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct AggregateTests {
  let fixture: LakeFixture
  let data: GeneratedTable
  let table: Table

  /// Tables never change: all cases share one.
  private static let made = Result {
    let fixture = try LakeFixture(lasting: true)
    let data = GeneratedTable(rows: 500, seed: 23)
    let reference = try fixture.lake.addTable(from: data.source, columns: reports(GeneratedTable.columns))
    return (fixture, data, try fixture.lake.table(reference.digest))
  }

  init() throws { (fixture, data, table) = try Self.made.get() }

  @Test("Every measure of every group is what counting by hand gives")
  func measures() async throws {
    let request = AggregateRequest(
      groupBy: [Grouping(column: "actif")],
      measures: [
        Measure(.count), Measure(.count, column: "montant"), Measure(.sum, column: "montant"),
        Measure(.avg, column: "quantité"), Measure(.min, column: "le jour"), Measure(.max, column: "nom"),
        Measure(.distinct, column: "nom"), Measure(.sum, column: "quantité"),
      ],
      filters: [Filter(column: "nom", op: .isnotnull)]
    )
    let answer = try await table.aggregate(request)
    #expect(
      answer.columns.map(\.name) == [
        "actif", "count", "montant__count", "montant__sum", "quantité__avg", "le jour__min", "nom__max",
        "nom__distinct", "quantité__sum",
      ]
    )
    #expect(answer.values.map { $0[0] } == [.boolean(false), .boolean(true), .null])
    for row in answer.values { #expect(row == expected(row[0])) }
    #expect(!answer.truncated)
  }

  private func expected(_ group: CellValue) -> [CellValue] {
    let rows = data.values.filter { $0[0] != .null && $0[6] == group }
    let amounts = rows.compactMap { if case .number(let value) = $0[1] { value } else { nil } }
    let quantities = rows.compactMap { if case .integer(let value) = $0[2] { value } else { nil } }
    let days = rows.compactMap { if case .date(let value) = $0[3] { value } else { nil } }
    let names = rows.compactMap { if case .text(let value) = $0[0] { value } else { nil } }
    let last = names.max { NaiveSelection.isLess(.text($0), .text($1)) } ?? ""
    return [
      group, .integer(Int64(rows.count)), .integer(Int64(amounts.count)), .number(amounts.reduce(0, +)),
      .number(Double(quantities.reduce(0, +)) / Double(quantities.count)), .date(days.min() ?? 0),
      .text(last),
      .integer(Int64(Set(names).count)), .integer(quantities.reduce(0, +)),
    ]
  }

  @Test("Dates are grouped by year, month and day", arguments: Grouping.Granularity.allCases)
  func periods(granularity: Grouping.Granularity) async throws {
    let answer = try await table.aggregate(
      AggregateRequest(groupBy: [Grouping(column: "le jour", granularity: granularity)])
    )
    var expected: [CellValue: Int64] = [:]
    for row in data.values {
      guard case .date(let days) = row[3] else {
        expected[.null, default: 0] += 1
        continue
      }
      var day = CivilDate(days: Int(days))
      if granularity != .day { day.day = 1 }
      if granularity == .year { day.month = 1 }
      expected[.date(Int32(day.days)), default: 0] += 1
    }
    #expect(answer.values.count == expected.count)
    for row in answer.values { #expect(row[1] == .integer(expected[row[0]] ?? -1)) }
    #expect(answer.columns[0].type == .date)
    // In order, empty cells last.
    #expect(answer.values.last?[0] == .null)
  }

  @Test("Groups can be sorted by a value, cut, and then the answer says so")
  func sortAndLimit() async throws {
    let request = AggregateRequest(
      groupBy: [Grouping(column: "nom")],
      sort: [SortKey(column: "count", descending: true)],
      limit: 4
    )
    let answer = try await table.aggregate(request)
    #expect(answer.values.count == 4)
    #expect(answer.truncated)
    let counts = answer.values.compactMap { if case .integer(let count) = $0[1] { count } else { nil } }
    #expect(counts == counts.sorted(by: >))
  }

  @Test("Without a group there is one answer for all rows")
  func total() async throws {
    let answer = try await table.aggregate(
      AggregateRequest(measures: [Measure(.count), Measure(.max, column: "montant")])
    )
    #expect(answer.values.count == 1)
    #expect(answer.values[0][0] == .integer(500))
  }

  @Test("What cannot be computed is refused, and the refusal points at it")
  func refusals() async throws {
    let cases: [(AggregateRequest, String, String)] = [
      (AggregateRequest(measures: [Measure(.sum, column: "nom")]), "lake.measure.number", "nom__sum"),
      (AggregateRequest(measures: [Measure(.avg, column: "rien")]), "lake.column.unknown", "rien__avg"),
      (AggregateRequest(measures: [Measure(.sum)]), "lake.measure.number", "sum"),
      (
        AggregateRequest(groupBy: [Grouping(column: "nom", granularity: .month)]), "lake.group.date",
        "group_by"
      ),
      (
        AggregateRequest(groupBy: [Grouping(column: "nom")], sort: [SortKey(column: "montant")]),
        "lake.sort.unknown", "sort"
      ),
      (AggregateRequest(limit: 0), "lake.limit.invalid", "limit"),
    ]
    for (request, code, pointer) in cases {
      let error = await #expect(throws: Failure.self) { _ = try await table.aggregate(request) }
      #expect(error?.code == code)
      #expect(error?.pointer == pointer)
    }
  }
}
