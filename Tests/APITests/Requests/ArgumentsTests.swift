import Messages
import Testing

@testable import API

@Suite("Checking the parameters of a request") struct ArgumentsTests {
  private static let declared: [Parameter] =
    [
      .slug, .version, .filters, .rowSearch, .rowSort, .columns, .after, .pageLimit, .box,
    ] + Parameter.csvStyle

  private func read(_ query: String) throws -> Arguments {
    try Arguments(path: ["slug": "arbres"], query: QueryItems(encoded: query), declared: Self.declared)
  }

  @Test("Values are read as declared, and standard ones taken where none is given")
  func values() throws {
    let arguments = try read("q=a+b&columns=x,y&columns=z&bom&neutralise_formulas=false&bbox=-1,2,3.5,4e0")
    #expect(arguments.text("slug") == "arbres")
    #expect(arguments.text("q") == "a b")
    #expect(arguments.list("columns").map(\.text) == ["x", "y", "z"])
    #expect(arguments.flag("bom") && !arguments.flag("neutralise_formulas"))
    #expect(arguments.box("bbox") == [-1, 2, 3.5, 4])
    #expect(arguments.integer("limit") == Limits.standardRows)
    #expect(arguments.integer("version") == nil)
    #expect(!arguments.isGiven("delimiter"))
  }

  @Test("A filter is what stands before and after the last double underscore")
  func filters() throws {
    let arguments = try read("a__exact=1&a__exact__in=2&_x___less=3&b__isnull")
    #expect(arguments.filters.map(\.column) == ["a", "a__exact", "_x_", "b"])
    #expect(arguments.filters.map(\.comparison) == ["exact", "in", "less", "isnull"])
    #expect(arguments.filters.map(\.value) == ["1", "2", "3", ""])
  }

  @Test(
    "What is not declared or not written as declared is refused, and pointed at",
    arguments: [
      ("limt=3", "api.parameter.unknown", "limt"), ("slug=x", "api.parameter.unknown", "slug"),
      ("__exact=3", "api.parameter.unknown", "__exact"), ("filters=3", "api.parameter.unknown", "filters"),
      ("limit=0", "api.parameter.integer", "limit"), ("limit=1001", "api.parameter.integer", "limit"),
      ("limit=ten", "api.parameter.integer", "limit"), ("limit=+5", "api.parameter.integer", "limit"),
      ("limit=", "api.parameter.integer", "limit"), ("limit=5&limit=6", "api.parameter.repeated", "limit"),
      ("delimiter=pipe", "api.parameter.choice", "delimiter"), ("bom=maybe", "api.parameter.flag", "bom"),
      ("columns=%22a", "api.parameter.list", "columns"), ("bbox=1,2,3", "api.parameter.box", "bbox"),
      ("bbox=3,2,1,4", "api.parameter.box", "bbox"), ("bbox=nan,2,3,4", "api.parameter.box", "bbox"),
    ]
  )
  func refusals(query: String, code: String, pointer: String) {
    let failure = #expect(throws: Failure.self) { try read(query) }
    #expect(failure?.code == code)
    #expect(failure?.pointer == pointer)
    #expect(failure?.kind == .invalid)
  }

  @Test("A refusal names the nearest parameter in both languages")
  func suggestions() throws {
    let failure = try #require(throws: Failure.self) { try read("colums=a") }
    #expect(failure.remedy?.fr.contains("«\u{A0}columns\u{A0}»") == true)
    #expect(failure.remedy?.en.contains("“columns”") == true)
    #expect(failure.remedy?.en.contains("column__exact=value") == true)
  }

  @Test("A long value is refused, and a long name is cut in the message")
  func lengths() throws {
    let long = String(repeating: "x", count: 501)
    #expect(try #require(throws: Failure.self) { try read("q=" + long) }.code == "api.parameter.too-long")
    let failure = try #require(throws: Failure.self) { try read(long + "=1") }
    #expect(failure.message.en.count < 150)
  }

  @Test("A required parameter that is missing is named")
  func required() throws {
    let failure = try #require(throws: Failure.self) {
      try Arguments(query: QueryItems(encoded: ""), declared: [.sql])
    }
    #expect(failure.code == "api.parameter.missing" && failure.pointer == "query")
  }

  @Test("Equal requests have one spelling, whatever the order of their parameters")
  func canonical() throws {
    #expect(try read("q=a&limit=3").canonical == read("limit=3&q=a").canonical)
    #expect(try read("q=a&limit=3").canonical != read("q=a&limit=4").canonical)
    #expect(try read("a__exact=b").canonical != read("a__exact=").canonical)
  }
}
