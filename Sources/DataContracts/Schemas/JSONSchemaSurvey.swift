import Messages
import Register
import Tabular

/// Reads a schema once before it is used: its expressions are made ready, what it asks that is not known here
/// is refused.
struct JSONSchemaSurvey {
  private(set) var patterns: [String: SchemaPattern] = [:]

  /// Keywords that hold one schema.
  private static let single: Set<String> = [
    "additionalProperties", "unevaluatedProperties", "propertyNames", "contains", "not", "if", "then", "else",
    "additionalItems",
  ]
  /// Keywords that hold a list of schemas.
  private static let lists: Set<String> = ["allOf", "anyOf", "oneOf"]
  /// Keywords that hold schemas by name.
  private static let named: Set<String> = ["properties", "patternProperties", "$defs", "definitions"]

  /// Words that constrain in some draft and are not known here.
  private static let unread: Set<String> = [
    "$recursiveRef", "$dynamicRef", "$anchor", "dependentSchemas", "dependencies", "unevaluatedItems",
    "prefixItems", "minContains", "maxContains", "extends", "disallow", "divisibleBy",
  ]

  mutating func read(_ schema: JSONValue, at pointer: String) throws(Failure) {
    guard case .object(let keywords) = schema else { return }
    for (keyword, value) in keywords.sorted(by: { $0.key < $1.key }) {
      let place = pointer + pointerPart(keyword)
      switch (keyword, value) {
      case ("pattern", .string(let text)): try add(text, place)
      case ("items", .array(let schemas)): try read(schemas, place)
      case ("items", _): try read(value, at: place)
      case (_, _) where Self.single.contains(keyword): try read(value, at: place)
      case (_, .array(let schemas)) where Self.lists.contains(keyword): try read(schemas, place)
      case (_, .object(let schemas)) where Self.named.contains(keyword):
        if keyword == "patternProperties" { for key in schemas.keys { try add(key, place) } }
        for (key, schema) in schemas { try read(schema, at: place + pointerPart(key)) }
      case (_, _) where Self.unread.contains(keyword): throw Self.unknown(keyword, place)
      default: break
      }
    }
  }

  private mutating func read(_ schemas: [JSONValue], _ place: String) throws(Failure) {
    for (index, schema) in schemas.enumerated() { try read(schema, at: place + "/\(index)") }
  }

  /// An expression that matches anywhere in a text, as JSON Schema wants it.
  private mutating func add(_ text: String, _ place: String) throws(Failure) {
    guard text.utf8.count <= 1_000, let pattern = SchemaPattern(".*(?:" + text + ").*") else {
      throw Self.unknown("pattern: \(text.prefix(60))", place)
    }
    patterns[text] = pattern
  }

  private static func unknown(_ keyword: String, _ place: String) -> Failure {
    Failure(
      "json-schema.unread",
      .invalid,
      fr: "Le schéma demande «\u{A0}\(keyword)\u{A0}», qui ne se vérifie pas ici.",
      en: "The schema asks for “\(keyword)”, which is not checked here.",
      remedy: Bilingual(
        fr: "Écrivez cette exigence autrement\u{A0}: la notice des contrats donne les mots-clés lus.",
        en: "Write this requirement otherwise: the page on contracts gives the keywords that are read."
      ),
      pointer: place
    )
  }
}
