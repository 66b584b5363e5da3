import Messages
import Register
import Testing

@Suite("Completeness") struct CompletenessTests {
  private let fields: [RecordField] = [
    RecordField("name", .text, fr: "Nom", en: "Name", required: true),
    RecordField("note", .text, fr: "Note", en: "Note"),
    RecordField("isAbroad", .boolean, fr: "Hors Union", en: "Abroad", required: true),
    RecordField(
      "country",
      .text,
      fr: "Pays",
      en: "Country",
      required: true,
      when: .isTrue("isAbroad")
    ),
    RecordField(
      "periods",
      .list(
        .group([
          RecordField("category", .text, fr: "Catégorie", en: "Category", required: true),
          RecordField("years", .integer, fr: "Années", en: "Years", required: true),
        ])
      ),
      fr: "Durées",
      en: "Periods",
      required: true
    ),
  ]

  private func measure(_ json: String) throws -> Completeness {
    Completeness(of: try JSONValue(parsing: Array(json.utf8)), fields: fields)
  }

  @Test(
    "Only required fields that are asked for count, inside repeated groups too",
    arguments: [
      ("{}", 3, ["name", "isAbroad", "periods"], 0),
      (#"{"name":"  ","isAbroad":false,"periods":[]}"#, 3, ["name", "periods"], 33),
      (
        #"{"name":"Paie","isAbroad":true,"periods":[{}]}"#, 6,
        ["country", "periods", "periods.0.category", "periods.0.years"], 33
      ),
      (#"{"name":"Paie","isAbroad":false,"periods":[{"category":"identité","years":5}]}"#, 5, [], 100),
      (#"{"name":"Paie","isAbroad":true,"country":"CH","periods":[{"category":"a","years":0}]}"#, 6, [], 100),
    ]
  )
  func counts(json: String, asked: Int, missing: [String], percent: Int) throws {
    let measure = try measure(json)
    #expect(measure.asked == asked)
    #expect(measure.missing.map { $0.path.joined(separator: ".") } == missing)
    #expect(measure.percent == percent)
    #expect(measure.isComplete == missing.isEmpty)
  }

  @Test(
    "A condition looks at another field",
    arguments: [
      (FieldCondition.isTrue("a"), #"{"a":true}"#, true), (.isTrue("a"), #"{"a":"true"}"#, false),
      (.isTrue("a"), "{}", false), (.isOneOf("a", ["x", "y"]), #"{"a":"y"}"#, true),
      (.isOneOf("a", ["x"]), #"{"a":"z"}"#, false), (.isOneOf("a", ["x"]), "{}", false),
      (.contains("a", "x"), #"{"a":["w","x"]}"#, true), (.contains("a", "x"), #"{"a":["w"]}"#, false),
      (.isPresent("a"), #"{"a":"x"}"#, true), (.isPresent("a"), #"{"a":" "}"#, false),
      (.isPresent("a"), #"{"a":[]}"#, false), (.isPresent("a"), #"{"a":false}"#, true),
    ]
  )
  func conditions(condition: FieldCondition, json: String, holds: Bool) throws {
    #expect(condition.holds(in: try JSONValue(parsing: Array(json.utf8))) == holds)
  }

  private struct Draft: Codable, Equatable {
    var name: String?
    @EmptyIfAbsent var tags: [String]
  }

  @Test("A list that is absent reads as empty, and an empty one is not written")
  func emptyLists() throws {
    let read = try CanonicalJSON.decode(Draft.self, from: Array(#"{"name":"a"}"#.utf8))
    #expect(read.tags.isEmpty)
    #expect(String(decoding: try CanonicalJSON.encode(read), as: UTF8.self) == #"{"name":"a"}"#)
    let full = Draft(name: nil, tags: EmptyIfAbsent(wrappedValue: ["x"]))
    #expect(try CanonicalJSON.decode(Draft.self, from: CanonicalJSON.encode(full)) == full)
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.decode(Draft.self, from: Array(#"{"tags":"x"}"#.utf8))
    }
  }
}
