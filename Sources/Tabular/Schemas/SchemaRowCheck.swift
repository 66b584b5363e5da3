import Messages

/// Checks what must hold between the cells of a row.
struct SchemaRowCheck {
  private let rules: [SchemaRule]
  private let places: [String: Int]
  private let names: [String]

  /// Keeps the rules whose columns are there: a missing column is told once, in the header.
  init(_ rules: [SchemaRule], places: [String: Int], names: [String]) {
    self.rules = rules.filter { rule in
      if case .oneOf(let fields) = rule { return fields.contains { places[$0] != nil } }
      return rule.fields.allSatisfy { places[$0] != nil }
    }
    self.places = places
    self.names = names
  }

  var isEmpty: Bool { rules.isEmpty }

  func check(row: Int, cell: (Int) -> String, into log: inout FindingLog) {
    func text(_ field: String) -> String { places[field].map(cell) ?? "" }
    for rule in rules where !holds(rule, text) {
      let field = rule.fields[0]
      let column = places[field].map { names[$0] }
      log.add("schema.row", column: column) {
        Finding(
          code: "schema.row",
          severity: .error,
          row: row,
          column: column,
          cell: text(field),
          message: rule.sentence
        )
      }
    }
  }

  private func holds(_ rule: SchemaRule, _ text: (String) -> String) -> Bool {
    switch rule {
    case .oneOf(let fields): return fields.contains { !text($0).isEmpty }
    case .together(let fields):
      let filled = fields.count { !text($0).isEmpty }
      return filled == 0 || filled == fields.count
    case .atLeast(let field, let other):
      let (left, right) = (text(field), text(other))
      guard !left.isEmpty, !right.isEmpty else { return true }
      if let left = Double(left), let right = Double(right) { return left >= right }
      // Days of ISO 8601 are in the order of their letters.
      return SchemaText.isDate(left[...]) && SchemaText.isDate(right[...]) ? left >= right : true
    case .sum(let field, let parts):
      guard let total = Double(text(field)) else { return true }
      let numbers = parts.compactMap { Double(text($0)) }
      return numbers.count < parts.count || numbers.reduce(0, +) == total
    }
  }
}

extension SchemaRule {
  /// The columns it is about; what it finds is told of the first.
  var fields: [String] {
    switch self {
    case .oneOf(let fields), .together(let fields): fields
    case .atLeast(let field, let other): [field, other]
    case .sum(let field, let parts): [field] + parts
    }
  }

  /// What a row does that breaks it, and what to do.
  var sentence: Bilingual {
    let list = fields.joined(separator: ", ")
    switch self {
    case .oneOf:
      return Bilingual(
        fr: "Aucune des colonnes \(list) n’est remplie\u{A0}: remplissez-en une.",
        en: "None of the columns \(list) is filled: fill one of them."
      )
    case .together:
      return Bilingual(
        fr: "Les colonnes \(list) se remplissent ensemble\u{A0}: remplissez-les toutes ou aucune.",
        en: "The columns \(list) go together: fill them all or none."
      )
    case .atLeast(let field, let other):
      return Bilingual(
        fr: "\(field) doit être au moins égal à \(other)\u{A0}: corrigez l’un des deux.",
        en: "\(field) must be at least \(other): correct one of them."
      )
    case .sum(let field, let parts):
      let sum = parts.joined(separator: " + ")
      return Bilingual(
        fr: "\(field) doit être la somme \(sum)\u{A0}: corrigez les nombres.",
        en: "\(field) must be the sum \(sum): correct the numbers."
      )
    }
  }
}
