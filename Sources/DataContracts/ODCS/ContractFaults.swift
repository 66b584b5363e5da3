public import Messages
import Register
import Tabular

extension DataContract {
  /// What is wrong with the contract: what the standard asks for and is missing or has another form.
  ///
  /// The members that Arpent does not use are not looked at.
  public var faults: [JSONSchemaFault] {
    var check = ContractCheck()
    for (key, value) in [
      ("version", version), ("apiVersion", apiVersion), ("kind", kind), ("id", id), ("status", status),
    ] where value == nil { check.missing(key, "") }
    if let kind, kind != "DataContract" { check.word("/kind", kind, ["DataContract"]) }
    for key in rest.keys.sorted() where !Self.others.contains(key) {
      check.faults.append(JSONSchema.unknownMember(key, "", "additionalProperties"))
    }
    var names: Set<String> = []
    for (index, table) in (schema ?? []).enumerated() {
      let place = "/schema/\(index)"
      guard let name = table.name else {
        check.missing("name", place)
        continue
      }
      if !names.insert(name).inserted { check.twice(name, place) }
      check.columns(table.columns ?? [], place)
      for (row, rule) in (table.quality ?? []).enumerated() { check.rule(rule, "\(place)/quality/\(row)") }
    }
    for (index, level) in (serviceLevels ?? []).enumerated() {
      if level.property == nil { check.missing("property", "/slaProperties/\(index)") }
      if level.value == nil { check.missing("value", "/slaProperties/\(index)") }
    }
    for (index, channel) in (support ?? []).enumerated() where channel.channel == nil {
      check.missing("channel", "/support/\(index)")
    }
    return check.faults
  }

  /// Members of a contract that Arpent keeps without reading them.
  private static let others: Set<String> = ["roles", "slaDefaultElement", "authoritativeDefinitions"]
}

private struct ContractCheck {
  var faults: [JSONSchemaFault] = []

  mutating func missing(_ key: String, _ place: String) {
    faults.append(
      JSONSchemaFault(
        place,
        "required",
        fr: "«\u{A0}\(key)\u{A0}» est demandé et manque.",
        en: "“\(key)” is required and missing."
      )
    )
  }

  mutating func word(_ place: String, _ text: String, _ words: [String]) {
    guard !words.contains(text) else { return }
    faults.append(
      JSONSchemaFault(
        place,
        "enum",
        fr: "«\u{A0}\(text)\u{A0}» n’est pas parmi\u{A0}: \(words.joined(separator: ", ")).",
        en: "“\(text)” is not among: \(words.joined(separator: ", "))."
      )
    )
  }

  mutating func twice(_ name: String, _ place: String) {
    faults.append(
      JSONSchemaFault(
        place,
        "uniqueItems",
        fr: "«\u{A0}\(name)\u{A0}» est décrit deux fois.",
        en: "“\(name)” is described twice."
      )
    )
  }

  mutating func columns(_ columns: [ContractColumn], _ place: String) {
    var names: Set<String> = []
    for (index, column) in columns.enumerated() {
      let here = "\(place)/properties/\(index)"
      guard let name = column.name else {
        missing("name", here)
        continue
      }
      if !names.insert(name).inserted { twice(name, here) }
      if let type = column.logicalType { word(here + "/logicalType", type, ContractColumn.logicalTypes) }
      if let pattern = column.options?.pattern, SchemaPattern(pattern) == nil {
        faults.append(
          JSONSchemaFault(
            here + "/logicalTypeOptions/pattern",
            "pattern",
            fr: "L’expression «\u{A0}\(pattern.prefix(60))\u{A0}» ne se lit pas ici.",
            en: "The expression “\(pattern.prefix(60))” is not read here."
          )
        )
      }
      for (row, rule) in (column.quality ?? []).enumerated() { self.rule(rule, "\(here)/quality/\(row)") }
      self.columns(column.parts ?? [], here)
    }
  }

  mutating func rule(_ rule: QualityRule, _ place: String) {
    let type = rule.type ?? "library"
    word(place + "/type", type, ["library", "sql", "text", "custom"])
    guard type == "library" || rule.metric != nil else { return }
    guard let metric = rule.metric else {
      if rule.rule == nil { missing("metric", place) }
      return
    }
    word(place + "/metric", metric, QualityRule.metrics)
    if rule.comparisons.count != 1 {
      faults.append(
        JSONSchemaFault(
          place,
          "oneOf",
          fr:
            "Une mesure demande un seuil, et un seul («\u{A0}mustBe\u{A0}», «\u{A0}mustBeLessThan\u{A0}»…).",
          en: "A measure needs one threshold, and only one (“mustBe”, “mustBeLessThan”…)."
        )
      )
    }
  }
}

extension ContractColumn {
  /// The logical types of the standard.
  public static let logicalTypes = [
    "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean",
  ]
}

extension QualityRule {
  /// The measures of the standard's library.
  public static let metrics = ["nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount"]

  /// The thresholds that the rule gives.
  var comparisons: [JSONValue] {
    [
      mustBe, mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan, mustBeLessOrEqualTo,
      mustBeBetween, mustNotBeBetween,
    ].compactMap(\.self)
  }

  /// Whether a measure meets the rule's threshold; `nil` where the rule gives none that can be read.
  public func isMet(by measure: Double) -> Bool? {
    if let bound = Self.number(mustBe) { return measure == bound }
    if let bound = Self.number(mustNotBe) { return measure != bound }
    if let bound = Self.number(mustBeGreaterThan) { return measure > bound }
    if let bound = Self.number(mustBeGreaterOrEqualTo) { return measure >= bound }
    if let bound = Self.number(mustBeLessThan) { return measure < bound }
    if let bound = Self.number(mustBeLessOrEqualTo) { return measure <= bound }
    if let (least, most) = Self.pair(mustBeBetween) { return (least...max(least, most)).contains(measure) }
    if let (least, most) = Self.pair(mustNotBeBetween) {
      return !(least...max(least, most)).contains(measure)
    }
    return nil
  }

  /// The threshold as a sentence's end: `au plus 5`, `at most 5`.
  public var threshold: Bilingual? {
    if let bound = mustBe { return Bilingual(fr: "égal à \(bound.text)", en: "equal to \(bound.text)") }
    if let bound = mustNotBe {
      return Bilingual(fr: "différent de \(bound.text)", en: "other than \(bound.text)")
    }
    if let bound = mustBeGreaterThan {
      return Bilingual(fr: "plus de \(bound.text)", en: "more than \(bound.text)")
    }
    if let bound = mustBeGreaterOrEqualTo {
      return Bilingual(fr: "au moins \(bound.text)", en: "at least \(bound.text)")
    }
    if let bound = mustBeLessThan {
      return Bilingual(fr: "moins de \(bound.text)", en: "less than \(bound.text)")
    }
    if let bound = mustBeLessOrEqualTo {
      return Bilingual(fr: "au plus \(bound.text)", en: "at most \(bound.text)")
    }
    if case .array(let bounds)? = mustBeBetween, bounds.count == 2 {
      return Bilingual(
        fr: "entre \(bounds[0].text) et \(bounds[1].text)",
        en: "between \(bounds[0].text) and \(bounds[1].text)"
      )
    }
    if case .array(let bounds)? = mustNotBeBetween, bounds.count == 2 {
      return Bilingual(
        fr: "hors de \(bounds[0].text) à \(bounds[1].text)",
        en: "outside \(bounds[0].text) to \(bounds[1].text)"
      )
    }
    return nil
  }

  private static func number(_ value: JSONValue?) -> Double? {
    guard case .number(let text)? = value else { return nil }
    return Double(text)
  }

  private static func pair(_ value: JSONValue?) -> (Double, Double)? {
    guard case .array(let bounds)? = value, bounds.count == 2, let least = number(bounds[0]),
      let most = number(bounds[1])
    else { return nil }
    return (least, most)
  }
}
