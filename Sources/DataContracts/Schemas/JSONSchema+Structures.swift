import Messages
import Register

extension JSONSchema {
  /// What the keywords about objects find.
  func objectOutcome(
    _ members: [String: JSONValue],
    _ keywords: [String: JSONValue],
    at pointer: String,
    walk: JSONSchemaWalk
  ) -> Outcome {
    var outcome = Outcome(faults: presenceFaults(members, keywords, at: pointer, walk: walk))
    var rest = members
    for (key, schema) in Self.members(keywords["properties"]).sorted(by: { $0.key < $1.key }) {
      guard let member = rest.removeValue(forKey: key) else { continue }
      outcome.evaluated.insert(key)
      outcome.faults += check(member, schema, at: pointer + pointerPart(key), walk: walk.deeper).faults
    }
    for (pattern, schema) in Self.members(keywords["patternProperties"]).sorted(by: { $0.key < $1.key }) {
      for (key, member) in members.sorted(by: { $0.key < $1.key }) where matches(key, pattern) {
        rest[key] = nil
        outcome.evaluated.insert(key)
        outcome.faults += check(member, schema, at: pointer + pointerPart(key), walk: walk.deeper).faults
      }
    }
    guard let others = keywords["additionalProperties"] else { return outcome }
    for (key, member) in rest.sorted(by: { $0.key < $1.key }) {
      outcome.evaluated.insert(key)
      if others == .boolean(false) {
        outcome.faults.append(Self.unknownMember(key, pointer, "additionalProperties"))
      } else {
        outcome.faults += check(member, others, at: pointer + pointerPart(key), walk: walk.deeper).faults
      }
    }
    return outcome
  }

  private static func members(_ value: JSONValue?) -> [String: JSONValue] {
    guard case .object(let members)? = value else { return [:] }
    return members
  }

  private static func names(_ value: JSONValue?) -> [String] {
    guard case .array(let values)? = value else { return [] }
    return values.map(\.text)
  }

  private func presenceFaults(
    _ members: [String: JSONValue],
    _ keywords: [String: JSONValue],
    at pointer: String,
    walk: JSONSchemaWalk
  ) -> [JSONSchemaFault] {
    var wanted = Self.names(keywords["required"])
    for (key, names) in Self.members(keywords["dependentRequired"]) where members[key] != nil {
      wanted += Self.names(names)
    }
    var faults = wanted.filter { members[$0] == nil }.map { key in
      JSONSchemaFault(
        pointer,
        "required",
        fr: "«\u{A0}\(key)\u{A0}» est demandé et manque.",
        en: "“\(key)” is required and missing."
      )
    }
    if let schema = keywords["propertyNames"] {
      for key in members.keys.sorted() {
        faults += check(.string(key), schema, at: pointer + pointerPart(key), walk: walk.deeper).faults
      }
    }
    faults += countFaults(members.count, keywords, "minProperties", "maxProperties", at: pointer)
    return faults
  }

  private func countFaults(
    _ count: Int,
    _ keywords: [String: JSONValue],
    _ least: String,
    _ most: String,
    at pointer: String
  ) -> [JSONSchemaFault] {
    if let bound = Self.count(keywords[least]), count < bound {
      return [
        JSONSchemaFault(
          pointer,
          least,
          fr: "Il faut au moins \(bound) éléments\u{A0}; il y en a \(count).",
          en: "At least \(bound) items are needed; there are \(count)."
        )
      ]
    }
    if let bound = Self.count(keywords[most]), count > bound {
      return [
        JSONSchemaFault(
          pointer,
          most,
          fr: "Il faut au plus \(bound) éléments\u{A0}; il y en a \(count).",
          en: "At most \(bound) items are allowed; there are \(count)."
        )
      ]
    }
    return []
  }

  /// What the keywords about arrays find.
  func arrayFaults(
    _ values: [JSONValue],
    _ keywords: [String: JSONValue],
    at pointer: String,
    walk: JSONSchemaWalk
  ) -> [JSONSchemaFault] {
    var faults = countFaults(values.count, keywords, "minItems", "maxItems", at: pointer)
    var schemas: [JSONValue?] = values.map { _ in keywords["items"] }
    if case .array(let first)? = keywords["items"] {
      schemas = values.indices.map { $0 < first.count ? first[$0] : keywords["additionalItems"] }
    }
    for (index, (value, schema)) in zip(values, schemas).enumerated() {
      guard let schema else { continue }
      faults += check(value, schema, at: pointer + "/\(index)", walk: walk.deeper).faults
    }
    if keywords["uniqueItems"] == .boolean(true), Set(values.map(\.samenessKey)).count < values.count {
      faults.append(
        JSONSchemaFault(
          pointer,
          "uniqueItems",
          fr: "La même valeur est écrite deux fois.",
          en: "The same value is written twice."
        )
      )
    }
    if let schema = keywords["contains"],
      !values.contains(where: { check($0, schema, at: pointer, walk: walk.deeper).faults.isEmpty })
    {
      faults.append(
        JSONSchemaFault(
          pointer,
          "contains",
          fr: "Aucun élément n’est celui qui est attendu.",
          en: "No item is the one expected."
        )
      )
    }
    return faults
  }

  /// What the keywords that join schemas find.
  func compositionOutcome(
    _ value: JSONValue,
    _ keywords: [String: JSONValue],
    at pointer: String,
    walk: JSONSchemaWalk
  ) -> Outcome {
    func outcomes(_ keyword: String) -> [Outcome]? {
      guard case .array(let schemas)? = keywords[keyword] else { return nil }
      return schemas.map { check(value, $0, at: pointer, walk: walk.deeper) }
    }
    var outcome = Outcome()
    for part in outcomes("allOf") ?? [] { outcome.add(part) }
    if let parts = outcomes("anyOf") { outcome.add(Self.joined(parts, "anyOf", at: pointer)) }
    if let parts = outcomes("oneOf") { outcome.add(Self.joined(parts, "oneOf", at: pointer)) }
    if let schema = keywords["not"], check(value, schema, at: pointer, walk: walk.deeper).faults.isEmpty {
      outcome.faults.append(
        JSONSchemaFault(
          pointer,
          "not",
          fr: "La valeur a une forme exclue.",
          en: "The value has a form that is excluded."
        )
      )
    }
    if let condition = keywords["if"] {
      let met = check(value, condition, at: pointer, walk: walk.deeper)
      if met.faults.isEmpty { outcome.evaluated.formUnion(met.evaluated) }
      if let schema = keywords[met.faults.isEmpty ? "then" : "else"] {
        outcome.add(check(value, schema, at: pointer, walk: walk.deeper))
      }
    }
    return outcome
  }

  /// The outcome of `anyOf` and `oneOf`: where none holds, what the nearest says.
  private static func joined(_ parts: [Outcome], _ keyword: String, at pointer: String) -> Outcome {
    let valid = parts.filter(\.faults.isEmpty)
    var outcome = Outcome()
    for part in valid { outcome.evaluated.formUnion(part.evaluated) }
    if valid.isEmpty, let nearest = parts.min(by: { $0.faults.count < $1.faults.count }) {
      outcome.faults =
        [
          JSONSchemaFault(
            pointer,
            keyword,
            fr: "La valeur n’a aucune des formes permises.",
            en: "The value has none of the forms allowed."
          )
        ] + nearest.faults
    } else if keyword == "oneOf", valid.count > 1 {
      outcome.faults.append(
        JSONSchemaFault(
          pointer,
          keyword,
          fr: "La valeur a plusieurs formes dont une seule est permise.",
          en: "The value has several forms of which only one is allowed."
        )
      )
    }
    return outcome
  }
}
