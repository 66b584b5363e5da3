import DataContracts
import Messages
import Register
import Testing

private func value(_ text: String) throws -> JSONValue { try JSONDocument.read(Array(text.utf8)).value }

@Suite("JSON schemas") struct JSONSchemaTests {
  @Test(
    "Each keyword holds or finds its fault",
    arguments: [
      (#"{"type":"integer"}"#, "25.0", nil), (#"{"type":"integer"}"#, "25.5", "type"),
      (#"{"type":["string","null"]}"#, "null", nil), (#"{"type":["string","null"]}"#, "1", "type"),
      (#"{"enum":[1,"a"]}"#, "1.0", nil), (#"{"enum":[1,"a"]}"#, "\"b\"", "enum"),
      (#"{"const":{"a":1}}"#, #"{"a":1.0}"#, nil), (#"{"const":{"a":1}}"#, #"{"a":2}"#, "const"),
      (#"{"minLength":2}"#, "\"é\"", "minLength"), (#"{"maxLength":1}"#, "\"é\"", nil),
      (#"{"pattern":"\\d{4}-\\d{2}"}"#, "\"le 2024-05.\"", nil),
      (#"{"pattern":"^[0-9]{3}$"}"#, "\"1234\"", "pattern"),
      (#"{"minimum":1}"#, "1", nil), (#"{"minimum":1}"#, "0.99", "minimum"),
      (#"{"maximum":1}"#, "1.01", "maximum"),
      (#"{"exclusiveMinimum":0}"#, "0", "exclusiveMinimum"),
      (#"{"exclusiveMaximum":1}"#, "1.0", "exclusiveMaximum"),
      (#"{"multipleOf":0.01}"#, "19.99", nil), (#"{"multipleOf":0.01}"#, "19.999", "multipleOf"),
      (#"{"format":"date"}"#, "\"2024-02-30\"", "format"),
      (#"{"format":"date-time"}"#, "\"2024-02-29T10:00:00+01:00\"", nil),
      (#"{"format":"date-time"}"#, "\"2024-02-29 10:00\"", "format"),
      (#"{"format":"uri"}"#, "\"s3://a/b\"", nil),
      (#"{"format":"uri"}"#, "\"a b\"", "format"), (#"{"format":"email"}"#, "\"a@b\"", nil),
      (#"{"required":["a"]}"#, "{}", "required"), (#"{"required":["a"]}"#, "[]", nil),
      (#"{"properties":{"a":{}},"additionalProperties":false}"#, #"{"b":1}"#, "additionalProperties"),
      (#"{"patternProperties":{"^x-":{}},"additionalProperties":false}"#, #"{"x-b":1}"#, nil),
      (#"{"propertyNames":{"maxLength":1}}"#, #"{"ab":1}"#, "maxLength"),
      (#"{"minProperties":1}"#, "{}", "minProperties"), (#"{"maxItems":1}"#, "[1,2]", "maxItems"),
      (#"{"uniqueItems":true}"#, "[1,1.0]", "uniqueItems"),
      (#"{"uniqueItems":true}"#, #"[{"a":1},{"a":2}]"#, nil),
      (#"{"items":{"type":"string"}}"#, "[\"a\",1]", "type"),
      (#"{"items":[{"type":"string"}],"additionalItems":false}"#, "[\"a\",1]", "false"),
      (#"{"contains":{"const":2}}"#, "[1,3]", "contains"), (#"{"not":{"type":"null"}}"#, "null", "not"),
      (#"{"anyOf":[{"type":"null"},{"minimum":3}]}"#, "2", "anyOf"),
      (#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "3", "oneOf"),
      (#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "1", nil),
      (
        #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}"#, #"{"a":1}"#,
        "required"
      ),
      (#"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}"#, #"{"c":1}"#, nil),
      (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, "required"), ("false", "1", "false"),
      ("true", "1", nil),
      (##"{"$defs":{"n":{"type":"number"}},"$ref":"#/$defs/n"}"##, "\"a\"", "type"),
      (##"{"$ref":"#/$defs/gone"}"##, "1", "$ref"),
      (#"{"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false}"#, #"{"a":1}"#, nil),
      (
        #"{"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false}"#, #"{"b":1}"#,
        "unevaluatedProperties"
      ),
      (
        #"{"anyOf":[{"properties":{"a":{"const":2}}},{"properties":{"b":{}}}],"unevaluatedProperties":false}"#,
        #"{"a":1}"#, "unevaluatedProperties"
      ),
      (
        ##"{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"n":{}},"$ref":"#/definitions/n","type":"null"}"##,
        "1", nil
      ),
    ] as [(String, String, String?)]
  )
  func keywords(schema: String, document: String, fault: String?) throws {
    let faults = try JSONSchema(try value(schema)).faults(in: try value(document))
    #expect(faults.first?.keyword == fault)
  }

  @Test("A fault is placed by its pointer")
  func pointers() throws {
    let schema = try JSONSchema(try value(#"{"properties":{"a/b":{"items":{"type":"string"}}}}"#))
    #expect(schema.faults(in: try value(#"{"a/b":["x",3]}"#)).map(\.pointer) == ["/a~1b/1"])
  }

  @Test(
    "A schema that asks what is not checked here is refused, not read as if it asked for less",
    arguments: [
      #"{"prefixItems":[{}]}"#, #"{"properties":{"a":{"dependentSchemas":{}}}}"#, #"{"pattern":"(?=x)"}"#,
    ]
  )
  func unread(schema: String) throws {
    let failure = try #require(throws: Failure.self) { try JSONSchema(try value(schema)) }
    #expect(failure.code == "json-schema.unread")
  }

  @Test("A schema written to exhaust its reader ends", .timeLimit(.minutes(1)))
  func hostile() throws {
    let loop = try JSONSchema(try value(##"{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}"##))
    #expect(loop.faults(in: .null).contains { $0.keyword == "$ref" })
    let slow = try JSONSchema(try value(#"{"pattern":"^(a+)+$"}"#))
    #expect(!slow.faults(in: .string(String(repeating: "a", count: 5_000) + "b")).isEmpty)
  }
}
