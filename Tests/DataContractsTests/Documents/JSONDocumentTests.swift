import DataContracts
import Messages
import Register
import Testing

@Suite("JSON documents") struct JSONDocumentTests {
  @Test(
    "Text is read as RFC 8259 says",
    arguments: [
      ("{}", JSONValue.object([:])),
      ("[1, 2.50 ,-3e+2]", .array([.number("1"), .number("2.50"), .number("-3e+2")])),
      ("\"\\u00e9\\ud83d\\ude00\\/\\n\"", .string("é😀/\n")), (" null ", .null),
      (
        "{\"a\":{\"b\":[true,false]}}",
        .object(["a": .object(["b": .array([.boolean(true), .boolean(false)])])])
      ),
      ("\u{FEFF}[]", .array([])),
    ]
  )
  func values(text: String, value: JSONValue) throws {
    #expect(try JSONDocument.read(Array(text.utf8)).value == value)
  }

  @Test(
    "What is no JSON is refused with its place",
    arguments: [
      ("{\"a\":1,}", 1, 8), ("[1\n 2]", 2, 2), ("{\"a\" 1}", 1, 6), ("[01]", 1, 2), ("[+1]", 1, 2),
      ("[1.]", 1, 2),
      ("\"\u{1}\"", 1, 2), ("[\"é\", x]", 1, 7), ("\"\\ud800\"", 1, 8), ("tru", 1, 1), ("[]]", 1, 3),
      ("{\"a\":1", 1, 7), ("\"\\x\"", 1, 3),
    ]
  )
  func syntax(text: String, line: Int, column: Int) throws {
    let failure = try #require(throws: Failure.self) { try JSONDocument.read(Array(text.utf8)) }
    #expect(failure.code == "document.json.syntax")
    #expect(failure.location == Failure.Location(line: line, column: column))
  }

  @Test("A key written twice is refused")
  func repeated() throws {
    let failure = try #require(throws: Failure.self) {
      try JSONDocument.read(Array("{\"a\":1,\"a\":2}".utf8))
    }
    #expect(failure.code == "document.repeated-key")
  }

  @Test("A flow of YAML that begins as JSON does is read")
  func flow() throws {
    let document = try LocatedDocument.read(Array("{a: 1, b: [x]}".utf8))
    #expect(document.value == .object(["a": .number("1"), "b": .array([.string("x")])]))
  }

  @Test("Numbers are compared by what they are worth")
  func numbers() throws {
    let spellings = ["25", "25.0", "2.5e1", "250e-1", "0.25E+2"]
    for text in spellings { #expect(JSONNumber(text) == JSONNumber("25")) }
    let rising = ["-1e9", "-12.5", "-12", "-0.001", "0", "1e-5", "0.1", "0.11", "1", "9.99", "10", "1e30"]
    let numbers = try rising.map { try #require(JSONNumber($0)) }
    #expect(numbers == numbers.shuffled().sorted())
    #expect(JSONNumber("-0") == JSONNumber("0"))
    for text in ["", "-", ".5", "1e", "1e99999", "0x1", "٣", "1 ", "--1", "1e+-2"] {
      #expect(JSONNumber(text) == nil)
    }
  }
}
