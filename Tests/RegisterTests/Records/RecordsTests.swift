import Foundation
import Register
import Testing

@Suite("Records") struct RecordsTests {
  @Test("A moment reads what it writes, over centuries")
  func moments() throws {
    var generator = Generator(seed: 3)
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    for _ in 0..<500 {
      let value = Int64.random(in: -11_000_000_000_000...250_000_000_000_000, using: &generator)
      let moment = Moment(milliseconds: value)
      #expect(Moment(moment.text) == moment)
      let date = Date(timeIntervalSince1970: Double(value) / 1000)
      #expect(String(formatter.string(from: date).prefix(19)) == String(moment.text.prefix(19)))
    }
  }

  @Test(
    "Texts that are no moment are refused",
    arguments: [
      "", "2026", "2026-02-30", "2026-13-01", "2026-01-01T25:00:00Z", "2026-01-01T10:00:00",
      "2026-01-01 10:00",
      "2026-01-01T10:00:00+02:00", "2026-01-01T10:00:00.1Z", "2026/01/01", "2023-02-29", "abcd-ef-gh",
    ]
  )
  func notMoments(text: String) { #expect(Moment(text) == nil) }

  @Test("Days are read as their midnight", arguments: ["2024-02-29", "1970-01-01", "2026-12-31"])
  func days(text: String) { #expect(Moment(text)?.text == text + "T00:00:00.000Z") }

  @Test("Canonical JSON has one spelling for equal records")
  func canonical() throws {
    let bytes = try CanonicalJSON.encode(Tree(id: "a/é", species: "if \"vert\"", height: nil))
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"id":"a/é","species":"if \"vert\""}"#)
    #expect(try CanonicalJSON.decode(Tree.self, from: bytes) == Tree(id: "a/é", species: "if \"vert\""))
  }

  @Test("Differences say where, before and after")
  func differences() throws {
    func value(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
    let before = try value(#"{"a":1,"b":{"c":"x","d":true},"e":[1,2],"g":[{"n":1},{"n":2}]}"#)
    let after = try value(#"{"a":1,"b":{"c":"y","d":true},"e":[1],"f":null,"g":[{"n":1},{"n":3},{"n":4}]}"#)
    let found = Difference.between(before, after).map {
      "\($0.path.joined(separator: ".")) \($0.before?.json ?? "-") \($0.after?.json ?? "-")"
    }
    #expect(found == ["b.c \"x\" \"y\"", "e [1,2] [1]", "f - null", "g.1.n 2 3", "g.2 - {\"n\":4}"])
    #expect(Difference.between(before, before).isEmpty)
  }

  @Test("JSON values write what they read")
  func jsonValues() throws {
    let text = #"{"a":[1,2.5,"é\n",null,true,false],"b":{}}"#
    #expect(try JSONValue(parsing: Array(text.utf8)).json == text)
  }
}
