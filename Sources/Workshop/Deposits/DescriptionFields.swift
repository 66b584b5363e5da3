import Foundation
import Register
import Web

/// A thing that a person says of a dataset: where it stands in the record, and which fields of a form hold it.
struct DescriptionField: Sendable {
  /// Its name in forms.
  let key: String
  /// Where it stands in a deposit’s record.
  let path: [String]
  /// The names of its fields in a form.
  let names: [String]
  /// What stands for nothing where something was said before; `nil` where it cannot be unsaid.
  let emptied: JSONValue?
  private let read: @Sendable (FormData) -> JSONValue?
  private let write: @Sendable (JSONValue?) -> [[String]]

  /// Whether a form holds it.
  func isIn(_ form: FormData) -> Bool { names.contains { form.has($0) } || form.has("present-" + key) }

  /// What a form says; `nil` where nothing.
  func value(in form: FormData) -> JSONValue? { read(form) }

  /// What its fields show.
  func shown(_ value: JSONValue?) -> [String: [String]] {
    Dictionary(zip(names, write(value))) { first, _ in first }
  }

  /// The value in words, to compare two.
  func words(_ value: JSONValue?) -> String {
    let words = write(value).flatMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    return words.isEmpty ? "∅" : words
  }
}

extension DescriptionField {
  static func text(_ key: String, _ path: String...) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [key], emptied: .string("")) { form in
      let text = form.text(key)
      return text.isEmpty ? nil : .string(text)
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  /// A choice in a list, which cannot be unsaid.
  static func choice(_ key: String, _ path: String...) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [key], emptied: nil) { form in
      let text = form.text(key)
      return text.isEmpty ? nil : .string(text)
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  static func number(_ key: String, _ path: String...) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [key], emptied: nil) { form in
      form.integer(key).map { .number("\($0)") }
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  /// Several values, with commas between them.
  static func list(_ key: String, _ path: String...) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [key], emptied: .array([])) { form in
      let parts = form.text(key).split { $0 == "," || $0 == ";" || $0 == "\n" }
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : .array(parts.map { .string($0) })
    } write: { value in
      guard case .array(let parts)? = value else { return [[""]] }
      return [[parts.map(\.text).joined(separator: ", ")]]
    }
  }

  static func yesNo(_ key: String, _ path: String...) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [key], emptied: nil) { form in
      switch form.text(key) {
      case "oui": .boolean(true)
      case "non": .boolean(false)
      default: nil
      }
    } write: { value in
      guard case .boolean(let isTrue)? = value else { return [[""]] }
      return [[isTrue ? "oui" : "non"]]
    }
  }

  /// A pair of texts that make one value: the first is needed.
  static func pair(
    _ key: String,
    _ names: (String, String),
    _ members: (String, String),
    _ path: String...
  ) -> DescriptionField {
    DescriptionField(key: key, path: path, names: [names.0, names.1], emptied: nil) { form in
      var (first, second) = (form.text(names.0), form.text(names.1))
      if first.isEmpty { (first, second) = (second, "") }
      guard !first.isEmpty else { return nil }
      var object: [String: JSONValue] = [members.0: .string(first)]
      if !second.isEmpty { object[members.1] = .string(second) }
      return .object(object)
    } write: {
      [[$0?[members.0]?.text ?? ""], [$0?[members.1]?.text ?? ""]]
    }
  }

  /// Why columns that look personal may be public.
  static let ground = DescriptionField(
    key: "fondement",
    path: ["personalData"],
    names: ["fondement", "fondement-reference", "fondement-colonnes"],
    emptied: nil
  ) { form in
    let kind = form.text("fondement")
    guard !kind.isEmpty else { return nil }
    return .object([
      "kind": .string(kind), "reference": .string(form.text("fondement-reference")),
      "columns": .array(form.all("fondement-colonnes").map { .string($0) }),
    ])
  } write: { value in
    var columns: [String] = []
    if case .array(let names)? = value?["columns"] { columns = names.map(\.text) }
    return [[value?["kind"]?.text ?? ""], [value?["reference"]?.text ?? ""], columns]
  }

  /// What a column means.
  static func column(_ position: Int, _ name: String) -> DescriptionField {
    .init(
      key: "colonne-\(position)",
      path: ["columnDescriptions", name],
      names: ["colonne-\(position)"],
      emptied: nil
    ) { form in
      let text = form.text("colonne-\(position)")
      return text.isEmpty ? nil : .string(text)
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  /// All that is said of a dataset, but what its columns mean.
  static let all: [DescriptionField] = [
    .text("titre", "description", "title"), .text("description", "description", "description"),
    .choice("organisation", "organization"), .choice("responsable", "description", "responsible"),
    .pair("contact", ("contact-nom", "contact-courriel"), ("name", "email"), "description", "contact"),
    .choice("theme", "description", "theme"), .number("domaine", "description", "domain"),
    .text("famille", "description", "family"), .choice("frequence", "description", "frequency"),
    .pair("periode", ("periode-debut", "periode-fin"), ("start", "end"), "description", "period"),
    .list("territoires", "description", "territories"), .list("mots-cles", "description", "keywords"),
    .choice("licence", "description", "licence"), .choice("acces", "description", "access"),
    .choice("motif", "description", "withholding"), .text("schema", "description", "schema"),
    .yesNo("secret", "holdsSecret"), .yesNo("tiers", "holdsThirdPartyRights"), .ground,
  ]
}
