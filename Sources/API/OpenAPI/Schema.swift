import Messages

/// The shape of a JSON value (JSON Schema 2020-12, as OpenAPI 3.1 uses it).
indirect enum Schema: Sendable {
  case text
  case formatted(String)
  case integer
  case number
  case boolean
  case choice([String])
  case list(Schema)
  case named(String)
  case object([Property])
  case map(Schema)
  case optional(Schema)
  case cell
  case anything

  /// A member of an object: present unless said otherwise, `null` where it has no value.
  struct Property: Sendable {
    let name: String
    let schema: Schema
    let note: Bilingual?
    var isAlwaysThere = true

    init(_ name: String, _ schema: Schema, fr: String, en: String) {
      self.name = name
      self.schema = schema
      note = Bilingual(fr: fr, en: en)
    }

    init(_ name: String, _ schema: Schema) {
      self.name = name
      self.schema = schema
      note = nil
    }

    /// The same, absent where it has no value.
    var maybeAbsent: Property {
      var property = self
      property.isAlwaysThere = false
      return property
    }
  }

  /// Text in both languages.
  static let bilingual = Schema.named("Bilingual")

  /// The schema as JSON.
  func json(_ language: Language) -> JSONValue {
    switch self {
    case .text: ["type": "string"]
    case .formatted(let format): ["type": "string", "format": .string(format)]
    case .integer: ["type": "integer"]
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .choice(let values): ["type": "string", "enum": JSONValue(values)]
    case .list(let element): ["type": "array", "items": element.json(language)]
    case .named(let name): ["$ref": .string("#/components/schemas/" + name)]
    case .object(let properties): Schema.object(properties, language)
    case .map(let value): ["type": "object", "additionalProperties": value.json(language)]
    case .optional(let schema): ["oneOf": [schema.json(language), ["type": "null"]]]
    case .cell: ["type": ["string", "number", "boolean", "null"]]
    case .anything: [:]
    }
  }

  private static func object(_ properties: [Property], _ language: Language) -> JSONValue {
    let members = properties.map { property -> (String, JSONValue) in
      let schema = property.schema.json(language)
      guard let note = property.note else { return (property.name, schema) }
      return (property.name, schema.adding([("description", .string(note[language]))]))
    }
    return [
      "type": "object", "properties": .members(members),
      "required": JSONValue(properties.filter(\.isAlwaysThere).map(\.name)),
      "additionalProperties": false,
    ]
  }
}
