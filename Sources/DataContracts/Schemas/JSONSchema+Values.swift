import Foundation
import Messages
import Register

extension JSONSchema {
  /// What the keywords about a value itself find.
  func valueFaults(_ value: JSONValue, _ keywords: [String: JSONValue], at pointer: String)
    -> [JSONSchemaFault]
  {
    var faults: [JSONSchemaFault] = []
    if let type = keywords["type"], !Self.types(type).contains(where: { Self.isOf(value, $0) }) {
      let names = Self.types(type)
      faults.append(
        JSONSchemaFault(
          pointer,
          "type",
          fr: "La valeur doit être\u{A0}: \(names.map(Self.french).joined(separator: " ou ")).",
          en: "The value must be: \(names.joined(separator: " or "))."
        )
      )
    }
    if case .array(let values)? = keywords["enum"], !values.contains(where: { $0.isSame(as: value) }) {
      let names = values.prefix(12).map(\.text).joined(separator: ", ") + (values.count > 12 ? "…" : "")
      faults.append(
        JSONSchemaFault(
          pointer,
          "enum",
          fr: "«\u{A0}\(value.text.prefix(60))\u{A0}» n’est pas parmi\u{A0}: \(names).",
          en: "“\(value.text.prefix(60))” is not among: \(names)."
        )
      )
    }
    if let wanted = keywords["const"], !wanted.isSame(as: value) {
      faults.append(
        JSONSchemaFault(
          pointer,
          "const",
          fr: "La valeur doit être «\u{A0}\(wanted.text)\u{A0}».",
          en: "The value must be “\(wanted.text)”."
        )
      )
    }
    if case .string(let text) = value { faults += textFaults(text, keywords, at: pointer) }
    if case .number(let text) = value, let number = JSONNumber(text) {
      faults += numberFaults(number, keywords, at: pointer)
    }
    return faults
  }

  private static func types(_ value: JSONValue) -> [String] {
    if case .array(let values) = value { return values.map(\.text) }
    return [value.text]
  }

  private static func isOf(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.boolean, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"),
      (.number, "number"):
      true
    case (.number(let text), "integer"): JSONNumber(text)?.isInteger ?? false
    default: false
    }
  }

  private static func french(_ type: String) -> String {
    switch type {
    case "string": "un texte"
    case "number": "un nombre"
    case "integer": "un nombre entier"
    case "boolean": "vrai ou faux"
    case "array": "une liste"
    case "object": "un groupe de valeurs"
    default: "vide (null)"
    }
  }

  private func textFaults(_ text: String, _ keywords: [String: JSONValue], at pointer: String)
    -> [JSONSchemaFault]
  {
    var faults: [JSONSchemaFault] = []
    let length = text.unicodeScalars.count
    if let least = Self.count(keywords["minLength"]), length < least {
      faults.append(
        JSONSchemaFault(
          pointer,
          "minLength",
          fr: "Le texte a \(length) caractères\u{A0}; il en faut \(least) au moins.",
          en: "The text has \(length) characters; \(least) at least are needed."
        )
      )
    }
    if let most = Self.count(keywords["maxLength"]), length > most {
      faults.append(
        JSONSchemaFault(
          pointer,
          "maxLength",
          fr: "Le texte a \(length) caractères\u{A0}; il en faut \(most) au plus.",
          en: "The text has \(length) characters; \(most) at most are allowed."
        )
      )
    }
    if case .string(let pattern)? = keywords["pattern"], !matches(text, pattern) {
      faults.append(
        JSONSchemaFault(
          pointer,
          "pattern",
          fr: "«\u{A0}\(text.prefix(60))\u{A0}» n’a pas la forme attendue (\(pattern)).",
          en: "“\(text.prefix(60))” has not the form expected (\(pattern))."
        )
      )
    }
    if case .string(let format)? = keywords["format"], !JSONFormat.holds(format, text) {
      faults.append(
        JSONSchemaFault(
          pointer,
          "format",
          fr: "«\u{A0}\(text.prefix(60))\u{A0}» n’est pas au format «\u{A0}\(format)\u{A0}».",
          en: "“\(text.prefix(60))” has not the format “\(format)”."
        )
      )
    }
    return faults
  }

  private func numberFaults(
    _ number: JSONNumber,
    _ keywords: [String: JSONValue],
    at pointer: String
  ) -> [JSONSchemaFault] {
    func bound(_ keyword: String) -> (JSONNumber, String)? {
      guard case .number(let text)? = keywords[keyword] else { return nil }
      return JSONNumber(text).map { ($0, text) }
    }
    var faults: [JSONSchemaFault] = []
    func fault(_ keyword: String, _ fr: String, _ en: String) {
      faults.append(JSONSchemaFault(pointer, keyword, fr: fr, en: en))
    }
    if let (least, text) = bound("minimum"), number < least {
      fault("minimum", "Le nombre doit être au moins \(text).", "The number must be at least \(text).")
    }
    if let (most, text) = bound("maximum"), number > most {
      fault("maximum", "Le nombre doit être au plus \(text).", "The number must be at most \(text).")
    }
    if let (least, text) = bound("exclusiveMinimum"), number <= least {
      fault("exclusiveMinimum", "Le nombre doit dépasser \(text).", "The number must be over \(text).")
    }
    if let (most, text) = bound("exclusiveMaximum"), number >= most {
      fault("exclusiveMaximum", "Le nombre doit être sous \(text).", "The number must be under \(text).")
    }
    if let (step, text) = bound("multipleOf"), number.isMultiple(of: step) == false {
      fault(
        "multipleOf",
        "Le nombre doit être un multiple de \(text).",
        "The number must be a multiple of \(text)."
      )
    }
    return faults
  }

  /// A count that a keyword gives.
  static func count(_ value: JSONValue?) -> Int? {
    guard case .number(let text)? = value else { return nil }
    return Int(text)
  }
}
