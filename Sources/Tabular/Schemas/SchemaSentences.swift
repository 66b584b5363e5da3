import Messages

/// The findings of a check against a schema, in both languages.
enum SchemaSentences {
  /// What the names of the columns tell.
  static func header(_ match: SchemaMatch, schema: TableSchema) -> [Finding] {
    missing(match, schema) + match.renames.map(renamed) + match.unknownColumns.map(unknown)
  }

  private static func missing(_ match: SchemaMatch, _ schema: TableSchema) -> [Finding] {
    (match.missingRequired + match.missingOptional).compactMap { schema.field($0) }.map { field in
      let meaning = field.description
      return Finding(
        code: field.isRequired ? "schema.column-missing" : "schema.column-absent",
        severity: field.isRequired ? .error : .information,
        column: field.name,
        message: field.isRequired
          ? Bilingual(
            fr: "Il manque la colonne obligatoire «\u{A0}\(field.name)\u{A0}» "
              + "(\(lowered(meaning.fr)))\u{A0}: ajoutez-la.",
            en: "The required column “\(field.name)” (\(lowered(meaning.en))) is missing: add it."
          )
          : Bilingual(
            fr: "La colonne facultative «\u{A0}\(field.name)\u{A0}» (\(lowered(meaning.fr))) n’y est pas.",
            en: "The optional column “\(field.name)” (\(lowered(meaning.en))) is not there."
          )
      )
    }
  }

  /// The columns that a schema calls otherwise.
  static func renames(_ match: SchemaMatch) -> [Finding] { match.renames.map(renamed) }

  private static func renamed(_ pair: SchemaMatch.Pair) -> Finding {
    Finding(
      code: "schema.column-renamed",
      severity: .error,
      column: pair.column,
      message: Bilingual(
        fr: "La colonne «\u{A0}\(pair.column)\u{A0}» s’appelle «\u{A0}\(pair.field)\u{A0}» dans le "
          + "schéma\u{A0}: renommez-la.",
        en: "The schema calls the column “\(pair.column)” “\(pair.field)”: rename it."
      ),
      repair: Repair(operation: "column.rename", value: pair.field)
    )
  }

  private static func unknown(_ column: String) -> Finding {
    Finding(
      code: "schema.column-unknown",
      severity: .warning,
      column: column,
      message: Bilingual(
        fr: "Le schéma ne connaît pas la colonne «\u{A0}\(column)\u{A0}»\u{A0}: vérifiez son nom, ou "
          + "gardez-la en plus.",
        en: "The schema does not know the column “\(column)”: check its name, or keep it besides."
      )
    )
  }

  /// Columns in another order than the schema's.
  static func order(_ schema: TableSchema) -> Finding {
    let first = schema.fields.prefix(3).map(\.name).joined(separator: ", ")
    return Finding(
      code: "schema.column-order",
      severity: .information,
      message: Bilingual(
        fr: "Les colonnes ne sont pas dans l’ordre du schéma (\(first)…)\u{A0}: cela n’empêche rien.",
        en: "The columns are not in the order of the schema (\(first)…): it does no harm."
      )
    )
  }

  /// What is wrong with a cell.
  static func finding(
    _ fault: SchemaFault,
    of field: SchemaField,
    column: String,
    row: Int,
    cell: String
  ) -> Finding {
    let value = SchemaRepair.value(for: cell, fault, field)
    return Finding(
      code: fault.code,
      severity: .error,
      row: row,
      column: column,
      cell: String(cell.prefix(200)),
      message: message(fault, field, cell, value),
      repair: value.map { Repair(operation: "value.replace", value: $0) }
    )
  }

  private static func message(
    _ fault: SchemaFault,
    _ field: SchemaField,
    _ cell: String,
    _ repaired: String?
  ) -> Bilingual {
    if fault == .empty {
      return Bilingual(
        fr: "La cellule est vide alors que le schéma la veut remplie\u{A0}: complétez-la.",
        en: "The cell is empty though the schema wants it filled: complete it."
      )
    }
    if fault == .repeated {
      return Bilingual(
        fr: "\(Quoted.french(cell)) est déjà plus haut alors que chaque valeur doit être unique\u{A0}: "
          + "donnez-en une autre.",
        en: "\(Quoted.english(cell)) is above already though each value must be unique: give another."
      )
    }
    let expected = expected(fault, field)
    let doing =
      repaired.map {
        Bilingual(fr: "écrivez \(Quoted.french($0))", en: "write \(Quoted.english($0))")
      } ?? Bilingual(fr: "corrigez la valeur", en: "correct the value")
    return Bilingual(
      fr: "\(Quoted.french(cell)) n’est pas \(expected.fr)\u{A0}: \(doing.fr).",
      en: "\(Quoted.english(cell)) is not \(expected.en): \(doing.en)."
    )
  }

  private static func expected(_ fault: SchemaFault, _ field: SchemaField) -> Bilingual {
    switch fault {
    case .none, .empty, .repeated: Bilingual(fr: "une valeur attendue", en: "an expected value")
    case .type: type(field)
    case .format:
      FormatRule.rule(of: field.format).map { Bilingual(fr: $0.expected.fr, en: $0.expected.en) }
        ?? Bilingual(fr: "dans le format attendu", en: "in the expected format")
    case .value: oneOf(field.allowedValues)
    case .item: oneOf(field.allowedItems)
    case .pattern: Bilingual(fr: "écrit comme le schéma le veut", en: "written as the schema wants")
    case .minimum: bound(field.minimum, fr: "au moins égal à", en: "at least")
    case .maximum: bound(field.maximum, fr: "au plus égal à", en: "at most")
    case .tooShort:
      Bilingual(
        fr: "long d’au moins \(field.minimumLength ?? 0) caractères",
        en: "at least \(field.minimumLength ?? 0) characters long"
      )
    case .tooLong:
      Bilingual(
        fr: "long d’au plus \(field.maximumLength ?? 0) caractères",
        en: "at most \(field.maximumLength ?? 0) characters long"
      )
    }
  }

  private static func bound(_ value: Double?, fr: String, en: String) -> Bilingual {
    let number = value.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int64($0)) : String($0) } ?? ""
    return Bilingual(fr: "\(fr) \(number)", en: "\(en) \(number)")
  }

  private static func oneOf(_ values: [String]) -> Bilingual {
    let shown = values.prefix(8)
    let more = values.count > shown.count
    return Bilingual(
      fr: "l’une des valeurs "
        + shown.map(Quoted.french).joined(separator: ", ") + (more ? "…" : ""),
      en: "one of the values "
        + shown.map(Quoted.english).joined(separator: ", ") + (more ? "…" : "")
    )
  }

  private static func type(_ field: SchemaField) -> Bilingual {
    switch field.type {
    case .integer: Bilingual(fr: "un nombre entier", en: "a whole number")
    case .number:
      Bilingual(fr: "un nombre à point décimal", en: "a number with a decimal point")
    case .boolean:
      Bilingual(
        fr: "«\u{A0}\(field.booleans.truths[0])\u{A0}» ou «\u{A0}\(field.booleans.falsehoods[0])\u{A0}»",
        en: "“\(field.booleans.truths[0])” or “\(field.booleans.falsehoods[0])”"
      )
    case .date: Bilingual(fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD")
    case .datetime:
      Bilingual(fr: "un moment AAAA-MM-JJThh:mm:ss", en: "a time YYYY-MM-DDThh:mm:ss")
    case .time: Bilingual(fr: "une heure hh:mm:ss", en: "a time hh:mm:ss")
    case .year: Bilingual(fr: "une année de quatre chiffres", en: "a year of four digits")
    case .geopoint:
      Bilingual(fr: "un point «\u{A0}[longitude, latitude]\u{A0}»", en: "a point “[longitude, latitude]”")
    case .json, .geometry: Bilingual(fr: "du JSON entre crochets", en: "JSON in brackets")
    case .text, .duration: Bilingual(fr: "un texte", en: "a text")
    }
  }

  private static func lowered(_ text: String) -> String {
    // `SIRET`, `RNA` stay as they are.
    guard text.dropFirst().first?.isUppercase != true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
