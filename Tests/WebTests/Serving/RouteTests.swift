import Messages
import Testing
import Web

@Suite("Addresses") struct RouteTests {
  private static let routes: [Route] = [
    .home, .datasets, .dataset("été & co/x"), .versions("a"), .version("a", 3),
    .difference("a", from: 1, to: 2),
    .original("a", 1), .history("a"), .tableFragment("a"), .chartFragment("a"), .resultsFragment,
    .organizations,
    .organization("b"), .themes, .theme("c"), .journal, .journalEntry(12), .api, .legal, .accessibility,
    .problem("http.route.unknown"), .feed, .datasetFeed("a"), .organizationFeed("b"),
    .registers, .register("b"), .registerTable("b"), .registerRecords("b"), .publicSheet("b", "d"),
    .publicSheetFile("contrats", "c-1", "textFile"),
    .algorithmInventory, .publicEssentialData, .informationList, .informationTable,
  ]

  @Test("Every route reads back from its own link, in both languages", arguments: routes)
  func roundTrip(route: Route) throws {
    for language in Language.allCases {
      let parsed = try #require(Route.parse(route.path(language)))
      #expect(parsed.route == route)
      #expect(parsed.language == language)
    }
  }

  @Test("Every pattern has a route among these")
  func patterns() {
    #expect(Set(Self.routes.map(\.pattern.template)) == Set(Route.Pattern.allCases.map(\.template)))
  }

  @Test("Every address of the workshop reads back, and no two are the same")
  func workshop() {
    var paths: Set<String> = []
    for pattern in WorkshopRoute.Pattern.allCases {
      let route = pattern.route(pattern.variables.map { _ in "a b/é" })
      let path = route?.path(.english) ?? ""
      #expect(Route.parse(path)?.route == route, "\(path)")
      #expect(WorkshopRoute.holds(path))
      #expect(paths.insert(path).inserted)
    }
    #expect(!WorkshopRoute.holds("/ateliers"))
  }

  @Test("Every address of visitors reads back")
  func visitors() {
    for pattern in VisitorRoute.Pattern.allCases {
      let route = pattern.route(pattern.variables.map { _ in "a b/é" })
      #expect(Route.parse(route?.path(.english) ?? "")?.route == route, "\(pattern)")
    }
  }

  @Test(
    "What no page answers is no route",
    arguments: ["/x", "/donnees/a/b", "/journal/abc", "/journal/-1", "/en/x", "/donnees/a/versions/x"]
  )
  func unknown(path: String) { #expect(Route.parse(path) == nil) }

  @Test("A slug that begins like a language prefix stays French")
  func prefix() {
    #expect(Route.language(ofPath: "/entreprises") == .french)
    #expect(Route.language(ofPath: "/en") == .english)
    #expect(Route.language(ofPath: "/en/donnees") == .english)
  }

  @Test(
    "Queries are read as forms write them",
    arguments: [
      ("q=a+b&q=c%20d", [("q", "a b"), ("q", "c d")]), ("", []), ("a=", []), ("=x", [("", "x")]),
      ("a=%zz&b=%C3%A9", [("a", "%zz"), ("b", "é")]), ("a=1=2", [("a", "1=2")]),
      ("a=%FF", [("a", "\u{FFFD}")]),
    ] as [(String, [(String, String)])]
  )
  func reading(encoded: String, expected: [(String, String)]) {
    let query = Query(encoded: encoded)
    #expect(query.parameters.map(\.name) == expected.map(\.0))
    #expect(query.parameters.map(\.value) == expected.map(\.1))
  }

  @Test("Any text survives an address")
  func encoding() {
    for text in ["é à", "a&b=c", "100 %", "<script>", "+", "‰\u{1F600}", "a/b?c#d", "\n"] {
      #expect(Query(encoded: Query([text: text]).encoded)[text] == text)
    }
  }

  @Test("Values are toggled, set and removed one by one")
  func editing() {
    let query = Query(encoded: "theme=a&theme=b&page=3")
    #expect(query.toggling("theme", "a").encoded == "theme=b&page=3")
    #expect(query.toggling("theme", "c").all("theme") == ["a", "b", "c"])
    #expect(query.setting("page", nil).encoded == "theme=a&theme=b")
    #expect(query.setting("page", "4").encoded == "theme=a&theme=b&page=4")
    #expect(query.integer("page") == 3)
  }

  @Test("An endless list of parameters is cut")
  func bounded() {
    let encoded = (0..<10_000).map { "a=\($0)" }.joined(separator: "&")
    #expect(Query(encoded: encoded).parameters.count == Query.longest)
  }

  @Test("The interface’s addresses lie under its root")
  func endpoints() {
    #expect(Endpoint.export("a b", "csv").path == "/api/v1/datasets/a%20b/export.csv")
    #expect(Endpoint.rows("a").link(Query(["x__exact": "é"])) == "/api/v1/datasets/a/rows?x__exact=%C3%A9")
  }
}
