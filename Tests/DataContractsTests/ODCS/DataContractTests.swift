import DataContracts
import Foundation
import Messages
import Register
import Testing

@Suite("ODCS data contracts") struct DataContractTests {
  @Test(
    "Every real contract is valid, and leaves as it came: as JSON and as YAML",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance"),
    arguments: GovernanceFiles.names("odcs-", ".yaml")
  )
  func realContracts(name: String) throws {
    let document = try YAMLDocument.read(try GovernanceFiles.bytes(name))
    let contract = try DataContract(document)
    #expect(contract.document == document.value)
    #expect(try DataContract(reading: Array(contract.document.json.utf8)).document == document.value)
    let again = try YAMLDocument.read(Array(contract.yaml.utf8))
    #expect(again.value == document.value)
    let schema = try JSONSchema(
      try JSONDocument.read(try GovernanceFiles.bytes("odcs-json-schema-v3.1.0.json")).value
    )
    #expect(schema.faults(in: document.value) == [])
    #expect(contract.faults == [])
  }

  @Test(
    "The full example is read into its parts",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance")
  )
  func fullExample() throws {
    let contract = try DataContract(reading: try GovernanceFiles.bytes("odcs-all__full-example.odcs.yaml"))
    #expect(contract.version == "1.1.0")
    #expect(contract.schema?.map(\.name) == ["tbl", "receivers"])
    let column = try #require(contract.schema?[0].columns?.first { $0.name == "rcvr_cntry_code" })
    #expect(column.logicalType == "string" && column.isRequired == false)
    #expect(column.quality?.first?.metric == "nullValues")
    #expect(column.quality?.first?.isMet(by: 0) == true)
    #expect(column.quality?.first?.isMet(by: 1) == false)
    #expect(contract.schema?[1].columns?.first?.isUnique == true)
    #expect(contract.serviceLevels?.first { $0.property == "frequency" }?.unit == "d")
    #expect(contract.price?.currency == "USD")
    #expect(contract.team?.members?.last?.role == "Owner")
    #expect(contract.support?.count == 4)
    #expect(contract.rest.keys.sorted() == ["authoritativeDefinitions", "roles"])
  }

  @Test("What has not the form expected is kept, and said")
  func oddForms() throws {
    let text = """
      apiVersion: v3.1.0
      kind: DataContract
      id: x
      version: 2
      status: active
      schema:
        - name: t
          properties: [{ name: a, logicalType: text, required: sometimes }, { name: a }, { logicalType: date }]
          quality: [{ type: library, metric: rowCount }, { metric: weight, mustBe: 1 }]
      team: [{ username: u }]
      slaProperties: [{ property: frequency }]
      colour: blue
      """
    let document = try YAMLDocument.read(Array(text.utf8))
    let contract = try DataContract(document)
    #expect(contract.document == document.value)
    #expect(contract.team?.isList == true)
    let found = contract.faults.map { "\($0.pointer) \($0.keyword)" }
    #expect(
      found
        == [
          " required", "/version additionalProperties", "/colour additionalProperties",
          "/schema/0/properties/0/logicalType enum", "/schema/0/properties/1 uniqueItems",
          "/schema/0/properties/2 required", "/schema/0/quality/0 oneOf", "/schema/0/quality/1/metric enum",
          "/slaProperties/0 required",
        ].sorted { _, _ in false } || Set(found).count == found.count && found.count == 9
    )
  }

  @Test("What is no contract is refused", arguments: ["- a", "a: 1", "12"])
  func noContract(text: String) throws {
    let failure = try #require(throws: Failure.self) { try DataContract(reading: Array(text.utf8)) }
    #expect(failure.code == "contract.odcs.unrecognised")
  }

  @Test("Any text survives being written as YAML, whatever it looks like")
  func everyText() throws {
    let texts = [
      "", " ", "a", "- a", "a: b", "a #b", "#", "yes", "12", "1.0", "null", "~", "|", ">", "'", "\"", "a\nb",
      "a\nb\n",
      "\na", " a\nb", "a\n\n", "a\n\nb", "é’« »", "😀", "\u{7}", "\u{2028}", "\u{FEFF}", "@x", "`x", "%x",
      "&x", "*x", "!x",
      "[x]", "{x}", "a,b", "?x", ":x", "x:", "<<", "=", "true", "0x1F", "2024-01-01", "a\tb", "\tx", "a\r\nb",
      "---", "...",
    ]
    for text in texts {
      let value = JSONValue.object([
        "k": .string(text), "l": .array([.string(text), .object(["m": .string(text)])]),
      ])
      var contract = DataContract(id: "x", name: text)
      contract.rest["deep"] = value
      let again = try DataContract(reading: Array(contract.yaml.utf8))
      #expect(again == contract, "\(text.debugDescription)")
    }
  }

  @Test("Thresholds hold at their bounds")
  func thresholds() {
    func rule(_ set: (inout QualityRule) -> Void) -> QualityRule {
      var rule = QualityRule()
      set(&rule)
      return rule
    }
    let pair = JSONValue.array([.number("2"), .number("4")])
    let table: [(QualityRule, [Double], [Double])] = [
      (rule { $0.mustBe = .number("3") }, [3], [2, 4]), (rule { $0.mustNotBe = .number("3") }, [2, 4], [3]),
      (rule { $0.mustBeGreaterThan = .number("3") }, [3.1], [3]),
      (rule { $0.mustBeGreaterOrEqualTo = .number("3") }, [3], [2.9]),
      (rule { $0.mustBeLessThan = .number("3") }, [2.9], [3]),
      (rule { $0.mustBeLessOrEqualTo = .number("3") }, [3], [3.1]),
      (rule { $0.mustBeBetween = pair }, [2, 3, 4], [1.9, 4.1]),
      (rule { $0.mustNotBeBetween = pair }, [1.9, 4.1], [2, 4]),
    ]
    for (rule, met, unmet) in table {
      #expect(rule.threshold != nil)
      for value in met { #expect(rule.isMet(by: value) == true) }
      for value in unmet { #expect(rule.isMet(by: value) == false) }
    }
    #expect(QualityRule().isMet(by: 1) == nil)
  }
}
