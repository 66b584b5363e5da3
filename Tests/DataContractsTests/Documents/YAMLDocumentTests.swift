import DataContracts
import Messages
import Register
import Testing

private func read(_ text: String, _ limits: LocatedDocument.Limits = .init()) throws -> JSONValue {
  try YAMLDocument.read(Array(text.utf8), limits: limits).value
}

@Suite("YAML documents") struct YAMLDocumentTests {
  @Test(
    "A plain scalar is worth what YAML 1.2 says",
    arguments: [
      ("12", JSONValue.number("12")), ("-7", .number("-7")), ("+3", .number("3")), ("007", .number("7")),
      ("9.95", .number("9.95")), ("25.0", .number("25.0")), (".5", .number("0.5")), ("1.", .number("1")),
      ("1e3", .number("1e3")), ("0x1F", .number("31")), ("0o17", .number("15")), ("true", .boolean(true)),
      ("False", .boolean(false)), ("null", .null), ("~", .null), ("yes", .string("yes")),
      ("off", .string("off")),
      ("2022-10-03", .string("2022-10-03")), ("09:00-08:00", .string("09:00-08:00")),
      ("1.0.0", .string("1.0.0")),
      ("0 20 * * *", .string("0 20 * * *")), ("12 rue", .string("12 rue")), ("-", .string("-")),
      ("'12'", .string("12")), ("\"true\"", .string("true")), ("!!str 12", .string("12")),
      ("1_000", .string("1_000")),
      ("12e", .string("12e")), ("0x", .string("0x")), ("+-1", .string("+-1")), ("1.2.3", .string("1.2.3")),
    ]
  )
  func scalars(text: String, value: JSONValue) throws {
    if text == "-" { return #expect(try read("a: \"-\"") == .object(["a": value])) }
    #expect(try read("a: \(text)") == .object(["a": value]))
  }

  @Test("Anchors, aliases and merge keys are followed")
  func anchors() throws {
    let value = try read(
      """
      base: &base { type: string, required: true }
      list:
        - *base
        - <<: *base
          required: false
        - <<: [{ a: 1 }, { a: 2, b: 3 }]
      """
    )
    let base = JSONValue.object(["type": .string("string"), "required": .boolean(true)])
    #expect(
      value
        == .object([
          "base": base,
          "list": .array([
            base, .object(["type": .string("string"), "required": .boolean(false)]),
            .object(["a": .number("1"), "b": .number("3")]),
          ]),
        ])
    )
  }

  @Test(
    "What cannot be read is said with its line",
    arguments: [
      ("a: 1\nb: [1, 2\nc: 3", "document.yaml.syntax", 3), ("a: 1\na: 2", "document.repeated-key", 2),
      ("a: 1\n---\nb: 2", "document.yaml.syntax", 2), ("a: *gone", "document.yaml.syntax", 1),
      ("a: 1\n? [x]\n: 2", "document.yaml.syntax", 2), ("a:\n  b: .inf", "document.yaml.syntax", 2),
      ("a: !ruby/object x", "document.yaml.syntax", 1), ("a: 1\n\tb: 2", "document.yaml.syntax", 2),
      ("a:\n  <<: 3", "document.yaml.syntax", 2),
    ]
  )
  func faults(text: String, code: String, line: Int) throws {
    let failure = try #require(throws: Failure.self) { try read(text) }
    #expect(failure.code == code)
    #expect(failure.location?.line == line)
  }

  @Test("An empty text is no document", arguments: ["", "\n\n", "# only a comment\n", "---\n", "~"])
  func empty(text: String) throws {
    #expect(try #require(throws: Failure.self) { try read(text) }.code == "document.empty")
  }

  @Test("Aliases that grow as they go are refused before they are made")
  func billionLaughs() throws {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let failure = try #require(throws: Failure.self) { try read(text) }
    #expect(["document.too-many-values", "document.too-deep"].contains(failure.code))
  }

  @Test("Levels are counted through aliases too")
  func depthThroughAliases() throws {
    func nest(_ inner: String, _ count: Int) -> String {
      String(repeating: "[", count: count) + inner + String(repeating: "]", count: count)
    }
    var text = "a0: &a0 \(nest("x", 50))\n"
    for level in 1..<40 { text += "a\(level): &a\(level) \(nest("*a\(level - 1)", 50))\n" }
    #expect(try #require(throws: Failure.self) { try read(text) }.code == "document.too-deep")
  }

  @Test("A document nested without end, too large or not in UTF-8 is refused")
  func hostile() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: Failure.self) { try read(deep) }
    let shallow = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    #expect(try #require(throws: Failure.self) { try read(shallow) }.code == "document.too-deep")
    let json = try #require(throws: Failure.self) { try LocatedDocument.read(Array(deep.utf8)) }
    #expect(json.code == "document.too-deep")
    let blocks = String(repeating: "- ", count: 5_000) + "x"
    #expect(throws: Failure.self) { try read(blocks) }
    let large = try #require(throws: Failure.self) { try read("a: 123", .init(bytes: 3)) }
    #expect(large.code == "document.too-large")
    let latin = try #require(throws: Failure.self) { try YAMLDocument.read([0x61, 0x3A, 0x20, 0xE9]) }
    #expect(latin.code == "document.encoding")
  }

  @Test("The place of each value is known")
  func places() throws {
    let document = try LocatedDocument.read(Array("a:\n  - b: 1\n    c/d: é\n".utf8))
    #expect(document.places["/a/0/b"] == Failure.Location(line: 2, column: 8))
    #expect(document.places["/a/0/c~1d"] == Failure.Location(line: 3, column: 10))
    #expect(document.place(of: "/a/0/gone/deeper") == document.places["/a/0"])
  }
}
