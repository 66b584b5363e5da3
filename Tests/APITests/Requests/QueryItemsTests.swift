import Messages
import Testing

@testable import API

@Suite("Reading the parameters of an address") struct QueryItemsTests {
  @Test(
    "Names and values are decoded, and names without a value are kept",
    arguments: [
      ("", []), ("count", [("count", "")]), ("count=", [("count", "")]),
      ("a=b&a=c", [("a", "b"), ("a", "c")]),
      ("nom+commun__exact=%C3%89rable+rouge", [("nom commun__exact", "Érable rouge")]),
      ("a=b=c", [("a", "b=c")]), ("a%26b=%3D", [("a&b", "=")]), ("&&a=1&", [("a", "1")]),
    ] as [(String, [(String, String)])]
  )
  func decoding(encoded: String, expected: [(String, String)]) throws {
    let items = try QueryItems(encoded: encoded).items
    #expect(items.map(\.name) == expected.map(\.0))
    #expect(items.map(\.value) == expected.map(\.1))
  }

  @Test(
    "What cannot be decoded is refused",
    arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%00", "%E2%82=1"]
  )
  func badEncoding(encoded: String) {
    #expect(throws: RequestFailure.undecodable) { try QueryItems(encoded: encoded) }
  }

  @Test("An address has at most 200 parameters")
  func bounded() throws {
    let many = (0..<200).map { "p\($0)=1" }.joined(separator: "&")
    #expect(try QueryItems(encoded: many).items.count == 200)
    #expect(throws: RequestFailure.tooManyParameters) { try QueryItems(encoded: many + "&q=1") }
  }
}

@Suite("Lists in parameters") struct ListElementTests {
  @Test(
    "Commas part elements; quotes keep them in a name",
    arguments: [
      ("a,b", ["a", "b"]), ("", []), (",a,,b,", ["a", "b"]), ("\"a,b\",c", ["a,b", "c"]),
      ("\"a\"\"b\"", ["a\"b"]), ("a\"b", ["a\"b"]), ("été 🌳", ["été 🌳"]),
    ] as [(String, [String])]
  )
  func elements(value: String, expected: [String]) {
    #expect(ListElement.list(value)?.map(\.text) == expected)
  }

  @Test("A quote left open, or followed by something, is refused", arguments: ["\"a", "\"a\"b", "a,\""])
  func badQuotes(value: String) {
    #expect(ListElement.list(value) == nil)
  }

  @Test("A leading minus reverses, unless it is quoted")
  func reversal() {
    let elements = ListElement.list("-a,b,\"-c\",-\"d,e\"", allowsReversal: true)
    #expect(elements?.map(\.text) == ["a", "b", "-c", "d,e"])
    #expect(elements?.map(\.isReversed) == [true, false, false, true])
    #expect(ListElement.list("-a")?.map(\.text) == ["-a"])
  }

  @Test("What is written is read back", arguments: ["a", "a,b", "-a", "\"", "a\"b", "\"a,\"", ",", "é"])
  func roundTrip(name: String) {
    for isReversed in [false, true] {
      let written = ListElement.written(name, isReversed: isReversed)
      #expect(
        ListElement.list(written, allowsReversal: true) == [ListElement(text: name, isReversed: isReversed)]
      )
    }
  }
}

@Suite("Names close to another") struct NearestNameTests {
  @Test(
    "A misspelt name finds its neighbour, a foreign one none",
    arguments: [
      ("limt", "limit"), ("Limit", "limit"), ("ilmit", "limit"), ("colunms", "columns"), ("zzzzzz", nil),
      ("order_by", nil), ("", nil),
    ] as [(String, String?)]
  )
  func nearest(typed: String, expected: String?) {
    #expect(NearestName.of(typed, among: ["limit", "columns", "after", "sort"]) == expected)
  }
}
