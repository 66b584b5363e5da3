import Lake
import Portal
import Tabular
import Testing
import Web

@testable import Portal

@Suite("Filters as people type them") struct FilterTests {
  @Test(
    "Each way of typing means its test",
    arguments: [
      ("rue", ColumnType.text, [("contains", "rue")]), ("=Rue", .text, [("exact", "Rue")]),
      ("!=Rue", .text, [("differs", "Rue")]), ("!Rue", .text, [("differs", "Rue")]),
      ("=", .text, [("isnull", "")]),
      ("!", .text, [("isnotnull", "")]), ("10..20", .text, [("contains", "10..20")]),
      (">", .text, [("contains", ">")]),
      ("1 000", .integer, [("exact", "1000")]), ("> 1,5", .number, [("strictly_greater", "1.5")]),
      (">=2", .number, [("greater", "2")]), ("10..20", .number, [("greater", "10"), ("less", "20")]),
      ("..20", .number, [("less", "20")]), ("10..", .number, [("greater", "10")]),
      ("oui", .boolean, [("exact", "true")]), ("Faux", .boolean, [("exact", "false")]),
      ("24/11/2026", .date, [("exact", "2026-11-24")]), ("2026-11-24", .date, [("exact", "2026-11-24")]),
      ("2026", .date, [("greater", "2026-01-01"), ("less", "2026-12-31")]),
      ("02/2024", .date, [("greater", "2024-02-01"), ("less", "2024-02-29")]),
      (">2025", .date, [("strictly_greater", "2025-12-31")]),
      ("<2025", .date, [("strictly_less", "2025-01-01")]),
      ("2024..2025", .date, [("greater", "2024-01-01"), ("less", "2025-12-31")]),
      ("<=03/2026", .datetime, [("less", "2026-03-31T23:59:59.999999")]),
    ] as [(String, ColumnType, [(String, String)])]
  )
  func meaning(text: String, type: ColumnType, expected: [(String, String)]) {
    let tests = FilterExpression(text, type: type)?.tests ?? []
    #expect(tests.map(\.operation) == expected.map(\.0), "\(tests)")
    #expect(tests.map(\.value) == expected.map(\.1), "\(tests)")
  }

  @Test("Blanks say nothing", arguments: ["", "   ", "\u{00A0}"])
  func blank(text: String) { #expect(FilterExpression(text, type: .text) == nil) }

  @Test("Every operator is one the engine knows")
  func operators() {
    for text in ["a", "=a", "!=a", "=", "!", ">1", "<1", ">=1", "<=1", "1..2"] {
      for type in ColumnType.allCases {
        for test in FilterExpression(text, type: type)?.tests ?? [] {
          #expect(FilterOperator(rawValue: test.operation) != nil, "\(test)")
        }
      }
    }
  }

  @Test("The state of the table is read from the address and asked of the interface alike")
  func state() {
    let state = TableState(
      Query(encoded: "f.a=%3E3&f.zz=1&ordre=-b&col=a&col=zz&cherche=mot&autre=1"),
      columns: ["a", "b"]
    )
    #expect(state.filters.map(\.column) == ["a"])
    #expect(state.sort == "b" && state.isDescending)
    #expect(state.columns == ["a"])
    #expect(
      state.interfaceQuery(types: ["a": .integer]).encoded == "a__strictly_greater=3&q=mot&sort=-b&columns=a"
    )
  }

  @Test("Going forward then back leads to where one was")
  func trail() throws {
    var query = Query(encoded: "ordre=a")
    var states = [TableState(query, columns: ["a"])]
    for page in 1...5 {
      query = states[page - 1].next(query, cursor: "c\(page)", shown: 20)
      states.append(TableState(query, columns: ["a"]))
    }
    #expect(states[5].cursor == "c5" && states[5].rank == 101)
    for page in (0..<5).reversed() {
      query = try #require(TableState(query, columns: ["a"]).previous(query))
      #expect(TableState(query, columns: ["a"]) == states[page])
    }
    #expect(TableState(query, columns: ["a"]).previous(query) == nil)
  }

  @Test("Sorting turns: ascending, descending, none")
  func sorting() {
    var query = Query()
    for expected in ["a", "-a", nil] {
      query = TableState(query, columns: ["a"]).sorting(query, by: "a")
      #expect(query["ordre"] == expected)
    }
  }

  @Test("Charts are suggested from what columns hold, never from codes or persons")
  func charts() {
    let columns = Sample.columnReports
    #expect(
      ChartChoice(Query(), columns: columns)
        == ChartChoice(dimension: "dateConvention", measure: "montant", calculation: .sum)
    )
    #expect(!ChartChoice.dimensions(columns).contains("courriel"))
    #expect(ChartChoice.measures(columns) == ["montant"])
    #expect(ChartChoice(Query(encoded: "axe=courriel"), columns: columns)?.dimension == "dateConvention")
    #expect(ChartChoice(Query(), columns: []) == nil)
  }

  @Test("Positions are found in pairs of numbers, points and shapes")
  func positions() throws {
    let pair = try #require(
      PositionColumns([TableColumn(name: "y_lat", type: .number), TableColumn(name: "x_long", type: .number)])
    )
    #expect(pair.lines([.number(48.5), .integer(2)]) == [[SurveyPlan.Point(latitude: 48.5, longitude: 2)]])
    let point = try #require(PositionColumns([TableColumn(name: "geo", type: .geopoint)]))
    #expect(point.lines([.text("48.85, 2.35")]) == [[SurveyPlan.Point(latitude: 48.85, longitude: 2.35)]])
    let shape = try #require(PositionColumns([TableColumn(name: "g", type: .geometry)]))
    let polygon = #"{"type":"Polygon","coordinates":[[[2.5,48.5],[2.6,48.6]],[[1,2],[3,4],[5,6]]]}"#
    #expect(shape.lines([.text(polygon)]).map(\.count) == [2, 3])
    #expect(shape.lines([.text(polygon)])[0][0] == SurveyPlan.Point(latitude: 48.5, longitude: 2.5))
    #expect(shape.lines([.text("{\"coordinates\":[[[[")]).isEmpty)
    let points = #"{"type":"MultiPoint","coordinates":[[2.5,48.5],[2.6,48.6]]}"#
    #expect(shape.lines([.text(points)]).map(\.count) == [1, 1])
    #expect(PositionColumns([TableColumn(name: "latence", type: .number)]) == nil)
  }
}
