public import Messages
public import Register
import Tabular

/// A JSON schema, of the part of drafts 7 and 2019-09 that published formats use.
///
/// Read: `type`, `enum`, `const`, `properties`, `required`, `additionalProperties`, `patternProperties`,
/// `propertyNames`, `minProperties`, `maxProperties`, `items`, `additionalItems`, `contains`, `minItems`,
/// `maxItems`, `uniqueItems`, lengths, `pattern`, bounds, `multipleOf`, `format` (dates, moments, addresses),
/// `allOf`, `anyOf`, `oneOf`, `not`, `if`/`then`/`else`, `dependentRequired`, local `$ref` and
/// `unevaluatedProperties`. A schema that uses another keyword that constrains is refused, rather than read as
/// if it asked for less.
public struct JSONSchema: Sendable {
  private let root: JSONValue
  private let patterns: [String: SchemaPattern]
  /// In draft 7, what stands beside `$ref` is not read.
  private let ignoresBesideReference: Bool

  /// Reads a schema.
  public init(_ document: JSONValue) throws(Failure) {
    root = document
    var survey = JSONSchemaSurvey()
    try survey.read(document, at: "")
    patterns = survey.patterns
    if case .string(let dialect)? = document["$schema"] {
      ignoresBesideReference = dialect.contains("draft-07") || dialect.contains("draft-06")
    } else {
      ignoresBesideReference = false
    }
  }

  /// What is wrong with a document; nothing where it is valid.
  public func faults(in value: JSONValue) -> [JSONSchemaFault] {
    check(value, root, at: "", walk: JSONSchemaWalk()).faults
  }

  /// What came of a check: faults, and the members that were looked at.
  struct Outcome {
    var faults: [JSONSchemaFault] = []
    var evaluated: Set<String> = []

    mutating func add(_ other: Outcome) {
      faults += other.faults
      evaluated.formUnion(other.evaluated)
    }
  }

  func check(_ value: JSONValue, _ schema: JSONValue, at pointer: String, walk: JSONSchemaWalk) -> Outcome {
    guard walk.goesOn() else {
      return Outcome(faults: [
        JSONSchemaFault(
          pointer,
          "$ref",
          fr: "Le schéma tourne en rond, ou demande trop de vérifications.",
          en: "The schema goes round in circles, or asks for too many checks."
        )
      ])
    }
    if schema == .boolean(false) {
      return Outcome(faults: [
        JSONSchemaFault(pointer, "false", fr: "Rien n’est permis ici.", en: "Nothing is allowed here.")
      ])
    }
    guard case .object(var keywords) = schema else { return Outcome() }
    var outcome = Outcome()
    if case .string(let reference)? = keywords["$ref"] {
      guard let target = target(of: reference) else {
        return Outcome(faults: [
          JSONSchemaFault(
            pointer,
            "$ref",
            fr: "Le schéma renvoie à «\u{A0}\(reference)\u{A0}», qu’il n’a pas.",
            en: "The schema refers to “\(reference)”, which it has not."
          )
        ])
      }
      outcome.add(check(value, target, at: pointer, walk: walk.deeper))
      if ignoresBesideReference { keywords = [:] }
    }
    outcome.faults += valueFaults(value, keywords, at: pointer)
    switch value {
    case .object(let members):
      outcome.add(objectOutcome(members, keywords, at: pointer, walk: walk))
    case .array(let values):
      outcome.faults += arrayFaults(values, keywords, at: pointer, walk: walk)
    default: break
    }
    outcome.add(compositionOutcome(value, keywords, at: pointer, walk: walk))
    outcome.add(unevaluatedOutcome(value, keywords, outcome.evaluated, at: pointer, walk: walk))
    return outcome
  }

  func matches(_ text: String, _ pattern: String) -> Bool {
    patterns[pattern]?.matches(text) ?? false
  }

  /// The schema that a local reference leads to.
  private func target(of reference: String) -> JSONValue? {
    if reference == "#" { return root }
    guard reference.hasPrefix("#/") else { return nil }
    var value = root
    for part in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
      let key = part.replacing("~1", with: "/").replacing("~0", with: "~")
      if case .array(let values) = value, let index = Int(key), values.indices.contains(index) {
        value = values[index]
      } else {
        guard let next = value[String(key)] else { return nil }
        value = next
      }
    }
    return value
  }

  private func unevaluatedOutcome(
    _ value: JSONValue,
    _ keywords: [String: JSONValue],
    _ evaluated: Set<String>,
    at pointer: String,
    walk: JSONSchemaWalk
  ) -> Outcome {
    guard let schema = keywords["unevaluatedProperties"], case .object(let members) = value else {
      return Outcome()
    }
    var outcome = Outcome()
    for (key, member) in members.sorted(by: { $0.key < $1.key }) where !evaluated.contains(key) {
      outcome.evaluated.insert(key)
      if schema == .boolean(false) {
        outcome.faults.append(Self.unknownMember(key, pointer, "unevaluatedProperties"))
      } else {
        outcome.faults += check(member, schema, at: pointer + pointerPart(key), walk: walk.deeper).faults
      }
    }
    return outcome
  }

  static func unknownMember(_ key: String, _ pointer: String, _ keyword: String) -> JSONSchemaFault {
    JSONSchemaFault(
      pointer + pointerPart(key),
      keyword,
      fr: "«\u{A0}\(key)\u{A0}» n’est pas prévu ici.",
      en: "“\(key)” is not foreseen here."
    )
  }
}

/// How deep a check is, and how many were made: a schema written to exhaust its reader is left.
struct JSONSchemaWalk {
  private final class Budget { var checks = 0 }

  private var depth = 0
  private let budget = Budget()

  /// A level further.
  var deeper: JSONSchemaWalk {
    var next = self
    next.depth += 1
    return next
  }

  /// Counts a check; false past the limits.
  func goesOn() -> Bool {
    budget.checks += 1
    return depth < 256 && budget.checks < 400_000
  }
}
