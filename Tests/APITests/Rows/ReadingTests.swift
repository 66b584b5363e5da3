import Lake
import Messages
import Tabular
import Testing

@testable import API

@Suite("Reading which rows and figures are wanted") struct SelectionReadingTests {
  private let names = ColumnNames([
    TableColumn(name: "nom commun", type: .text), TableColumn(name: "montant", type: .number),
    TableColumn(name: "le", type: .date), TableColumn(name: "a:year", type: .date),
    TableColumn(name: "c,d", type: .text),
    TableColumn(name: "-moins", type: .integer),
  ])

  private func arguments(_ query: String, _ operation: String = "listRows") throws -> Arguments {
    let declared = try #require(Operation.all.first { $0.id == operation }).parameters
    return try Arguments(path: ["slug": "x"], query: QueryItems(encoded: query), declared: declared)
  }

  @Test("Filters, words, order and columns make a selection")
  func selection() throws {
    let query =
      "nom+commun__contains=é&montant__greater=3&q=mots&sort=-montant,%22-moins%22&columns=%22c,d%22,le"
    let selection = try RowSelection(arguments(query), columns: names)
    #expect(
      selection
        == RowSelection(
          filters: [
            Filter(column: "nom commun", op: .contains, value: "é"),
            Filter(column: "montant", op: .greater, value: "3"),
          ],
          search: "mots",
          sort: [SortKey(column: "montant", descending: true), SortKey(column: "-moins")],
          columns: ["c,d", "le"]
        )
    )
  }

  @Test(
    "What does not exist in the table is refused and pointed at",
    arguments: [
      ("listRows", "nom__exact=1", "api.column.unknown", "nom__exact"),
      ("listRows", "montant__eq=1", "api.filter.comparison", "montant__eq"),
      ("listRows", "montant__isnull=false", "api.filter.emptiness", "montant__isnull"),
      ("listRows", "sort=prix", "api.column.unknown", "sort"),
      ("listRows", "sort=le,-le", "api.sort.repeated", "sort"),
      ("listRows", "columns=le,le", "api.column.repeated", "columns"),
      ("aggregateRows", "sum=le", "api.aggregate.not-numeric", "sum"),
      ("aggregateRows", "sum=", "api.parameter.missing", "sum"),
      ("aggregateRows", "group_by=montant:year", "api.aggregate.granularity", "group_by"),
      ("aggregateRows", "group_by=le:week", "api.parameter.choice", "group_by"),
      ("aggregateRows", "group_by=le&count&sort=montant", "api.sort.unknown", "sort"),
      ("aggregateRows", "group_by=le,le", "api.aggregate.names", "group_by"),
    ]
  )
  func refusals(operation: String, query: String, code: String, pointer: String) throws {
    let failure = try #require(throws: Failure.self) {
      let arguments = try arguments(query, operation)
      if operation == "listRows" {
        _ = try RowSelection(arguments, columns: names)
      } else {
        _ = try AggregateRequest(arguments, columns: names)
      }
    }
    #expect(failure.code == code && failure.pointer == pointer)
  }

  @Test("Groups, periods and measures make an aggregate")
  func aggregate() throws {
    let query =
      "group_by=nom+commun,le:month,a:year&count&count=montant&avg=montant&max=le&sort=-montant__avg&limit=7"
    let request = try AggregateRequest(arguments(query, "aggregateRows"), columns: names)
    #expect(
      request.groupBy
        == [
          Grouping(column: "nom commun"), Grouping(column: "le", granularity: .month),
          Grouping(column: "a:year"),
        ]
    )
    #expect(
      request.measures == [
        Measure(.count), Measure(.count, column: "montant"), Measure(.avg, column: "montant"),
        Measure(.max, column: "le"),
      ]
    )
    #expect(request.sort == [SortKey(column: "montant__avg", descending: true)])
    #expect(request.limit == 7)
    let bare = try AggregateRequest(arguments("count", "aggregateRows"), columns: names)
    #expect(bare.measures == [Measure(.count)] && bare.groupBy.isEmpty)
    let star = try AggregateRequest(arguments("count=*", "aggregateRows"), columns: names)
    #expect(star.measures == [Measure(.count)])
  }
}
