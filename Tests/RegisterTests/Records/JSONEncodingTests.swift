import Foundation
import Register
import Testing

/// Everything a record may hold.
private struct Everything: Codable {
  enum Kind: String, Codable, CodingKeyRepresentable { case one, two }
  struct Inner: Codable {
    var text: String?
    @EmptyIfAbsent var list: [Int]
  }

  var flag = true
  var whole = -12
  var long = Int64.max
  var decimal = 0.1
  var round = 3.0
  var large = 1e300
  var text = "l’été «\u{A0}à\u{A0}» \"\\\n"
  var kind = Kind.two
  var absent: String?
  var inner: Inner? = Inner(text: "x")
  var inners = [Inner(), Inner(text: "", list: EmptyIfAbsent(wrappedValue: [1, 2]))]
  var members = ["b": 1, "a": 2]
  var byKey = [Kind.one: "x"]
  var nested = [[1.5], []]
  var optional: [Int?] = [1, nil]
  var day = Date(timeIntervalSince1970: 1_000)
  var address = URL(string: "https://exemple.fr/a?b=c")
  var amount = Decimal(string: "12.30")
  var bytes = Data([1, 2, 3])
  var moment = Moment(milliseconds: 1_795_521_600_123)
}

private struct Nothing: Codable {}

@Suite("Values as JSON") struct JSONEncodingTests {
  private func same(_ value: some Encodable) throws {
    #expect(try JSONValue(encoding: value) == JSONValue(parsing: CanonicalJSON.encode(value)))
  }

  @Test("A value is made JSON as if its text were written and read")
  func everything() throws {
    try same(Everything())
    try same([Everything(), Everything(flag: false, decimal: -0.5, inner: nil)])
    try same(Nothing())
    try same([Nothing()])
    try same(Tree(id: "a", species: "if"))
    try same(["a": [1, 2]])
    try same([String]())
    try same("text")
    try same(4.5)
  }

  @Test("A number that JSON has not is refused", arguments: [Double.nan, .infinity, -.infinity])
  func numbers(value: Double) {
    #expect(throws: EncodingError.self) { try JSONValue(encoding: [value]) }
  }
}
