import Foundation
import Register
import Web

/// What people say of a dataset.
extension EditedField {
  static func text(_ key: String, _ path: String...) -> EditedField {
    EditedField(key: key, path: path, names: [key], emptied: .string("")) { form in
      let text = form.text(key)
      return text.isEmpty ? nil : .string(text)
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  /// A choice in a list, which cannot be unsaid.
  static func choice(_ key: String, _ path: String...) -> EditedField {
    EditedField(key: key, path: path, names: [key], emptied: nil) { form in
      let text = form.text(key)
      return text.isEmpty ? nil : .string(text)
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  static func number(_ key: String, _ path: String...) -> EditedField {
    EditedField(key: key, path: path, names: [key], emptied: nil) { form in
      form.integer(key).map { .number("\($0)") }
    } write: {
      [[$0?.text ?? ""]]
    }
  }

  /// Several values, with commas between them.
  static func list(_ key: String, _ path: String...) -> EditedField {
    EditedField(key: key, path: path, names: [key], emptied: .array([])) { form in
      let parts = form.text(key).split { $0 == "," || $0 == ";" || $0 == "\n" }
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : .array(parts.map { .string($0) })
    } write: { value in
      guard case .array(let parts)? = value else { return [[""]] }
      return [[parts.map(\.text).joined(separator: ", ")]]
    }
  }

  static func yesNo(_ key: String, _ path: String...) -> EditedField {
    EditedField(key: key, path: path, names: [key], emptied: nil) { form in
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
  ) -> EditedField {
    let nothing = JSONValue.object([members.0: .string("")])
    return EditedField(key: key, path: path, names: [names.0, names.1], emptied: nothing) { form in
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
  static let ground = EditedField(
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
  static func column(_ position: Int, _ name: String) -> EditedField {
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
  static let all: [EditedField] = [
    .text("titre", "description", "title"), .text("description", "description", "description"),
    .choice("organisation", "organization"), .choice("responsable", "description", "responsible"),
    .pair("contact", ("contact-nom", "contact-courriel"), ("name", "email"), "description", "contact"),
    .choice("theme", "description", "theme"), .number("domaine", "description", "domain"),
    .text("famille", "description", "family"), .choice("frequence", "description", "frequency"),
    .pair("periode", ("periode-debut", "periode-fin"), ("start", "end"), "description", "period"),
    .list("territoires", "description", "territories"), .list("mots-cles", "description", "keywords"),
    .choice("licence", "description", "licence"), .choice("acces", "description", "access"),
    .choice("motif", "description", "withholding"), .text("schema", "description", "schema"),
    .text("forte-valeur", "description", "highValue"),
    .yesNo("secret", "holdsSecret"), .yesNo("tiers", "holdsThirdPartyRights"), .ground,
  ]
}
