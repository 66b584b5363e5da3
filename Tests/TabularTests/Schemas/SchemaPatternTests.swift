import Testing

@testable import Tabular

@Suite("A schema’s expressions") struct SchemaPatternTests {
  @Test(
    "match the whole text and nothing less",
    arguments: [
      (#"^\d{14}$"#, "12345678901234", true), (#"^\d{14}$"#, "1234567890123", false),
      ("[0-9]{5}", "01234", true), ("[0-9]{5}", "012345", false),
      (#"^([013-9]\d|2[AB1-9])\d{3}$"#, "2A004", true), (#"^([013-9]\d|2[AB1-9])\d{3}$"#, "20004", false),
      (#"^[0-9]{4}(\/[0-9]{4})?$"#, "2024/2025", true), (#"^[0-9]{4}(\/[0-9]{4})?$"#, "2024/", false),
      (#"(?:(?:^|\|)(Fixe|Itinérant))+$"#, "Fixe|Itinérant", true),
      (#"(?:(?:^|\|)(Fixe|Itinérant))+$"#, "Fixe|", false),
      ("(?i)(Commande publique|Urbanisme)(/[^ ].*)?", "URBANISME/Actes", true),
      ("(?i)(Délibération)", "deliberation", true), (#"^a$|^b$"#, "b", true), ("a{2,}", "aaa", true),
      (#"[a\-z]"#, "-", true), (#"[a\-z]"#, "b", false), (#"\u00E9+"#, "éé", true), ("", "", true),
    ]
  )
  func matches(_ pattern: String, _ text: String, _ expected: Bool) throws {
    let pattern = try #require(SchemaPattern(pattern))
    #expect(pattern.matches(text) == expected)
  }

  @Test("are refused when they cannot be read", arguments: ["(", "[a", "a{2", "*a", "(?=a)", #"\u12"#])
  func refused(_ pattern: String) { #expect(SchemaPattern(pattern) == nil) }

  @Test("take a time linear in the text, whatever it holds")
  func linear() throws {
    let pattern = try #require(SchemaPattern("((a|a)*)*b"))
    let clock = ContinuousClock()
    let took = clock.measure { #expect(!pattern.matches(String(repeating: "a", count: 20_000))) }
    #expect(took < .seconds(10))
  }

  @Test("can all be read")
  func known() {
    for schema in TableSchema.all {
      for field in schema.fields {
        if let pattern = field.pattern {
          #expect(SchemaPattern(pattern) != nil, "\(schema.id) \(field.name)")
        }
        if let format = field.format { #expect(FormatRule.rule(of: format) != nil, "\(format.rawValue)") }
      }
    }
  }
}
