import Messages

/// Says why a cell has not the type or notation of its column, and what it should become.
struct TypeFault {
  private let rule: ColumnRule
  private let cell: String
  private let scan: CellScan

  init(_ rule: ColumnRule, cell: String) {
    self.rule = rule
    self.cell = cell
    let bytes = [UInt8](cell.utf8)
    scan = bytes.withUnsafeBufferPointer { CellScanner.scan($0) }
  }

  var description: (message: Bilingual, repair: Repair?) {
    if scan.cellClass.family == .spreadsheetError { return spreadsheetError }
    switch rule.type {
    case .integer, .number: return numberFault
    case .date, .datetime: return dateFault
    case .boolean: return booleanFault
    case .year:
      return plain(
        "une année sur quatre chiffres",
        "a year of four digits",
        remedy: ("Écrivez-la ainsi", "Write it so")
      )
    case .time: return plain("une heure (hh:mm)", "a time (hh:mm)")
    case .duration: return plain("une durée (PT1H30M)", "a duration (PT1H30M)")
    case .geopoint: return pointFault
    case .geometry: return plain("une géométrie (WKT ou GeoJSON)", "a geometry (WKT or GeoJSON)")
    case .json: return plain("du JSON valide", "valid JSON")
    case .text: return plain("un texte", "a text")
    }
  }

  private var quoted: (fr: String, en: String) { (Quoted.french(cell), Quoted.english(cell)) }

  private func plain(
    _ french: String,
    _ english: String,
    remedy: (fr: String, en: String)? = nil
  ) -> (message: Bilingual, repair: Repair?) {
    let todo = remedy ?? ("corrigez ou videz la cellule", "correct or empty the cell")
    let after = remedy == nil ? "\u{A0}: " : "\u{A0}: "
    return (
      Bilingual(
        fr: "\(quoted.fr) n’est pas \(french)\(after)\(todo.fr.lowercasedFirst).",
        en: "\(quoted.en) is not \(english): \(todo.en.lowercasedFirst)."
      ),
      nil
    )
  }

  private var spreadsheetError: (message: Bilingual, repair: Repair?) {
    (
      Bilingual(
        fr: "\(quoted.fr) est une erreur du tableur\u{A0}: corrigez la formule, puis exportez de nouveau.",
        en: "\(quoted.en) is a spreadsheet error: mend the formula, then export again."
      ),
      Repair(operation: "cell.empty", value: "")
    )
  }

  // MARK: Numbers

  private var numberFault: (message: Bilingual, repair: Repair?) {
    let cellClass = scan.cellClass
    let isWhole = rule.type == .integer
    guard cellClass.family == .number, !cellClass.has(CellClass.tooLong) else {
      return isWhole ? plain("un nombre entier", "a whole number") : plain("un nombre", "a number")
    }
    guard let written = NumberText(rule).write(scan) else {
      return (
        Bilingual(
          fr: "\(quoted.fr) n’est pas un nombre entier, comme les autres de la colonne\u{A0}: vérifiez-le.",
          en: "\(quoted.en) is not a whole number, as the others of the column are: check it."
        ), nil
      )
    }
    let (french, english, operation) = numberReason(cellClass)
    return (
      Bilingual(
        fr: "\(french)\u{A0}: écrivez \(Quoted.french(written)).",
        en: "\(english): write \(Quoted.english(written))."
      ),
      Repair(operation: operation, value: written)
    )
  }

  private func numberReason(_ cellClass: CellClass) -> (fr: String, en: String, operation: String) {
    if cellClass.unit != .none, cellClass.unit != rule.unit {
      return (
        "Le signe d’unité n’a pas sa place dans \(quoted.fr)", "The unit has no place in \(quoted.en)",
        "number.plain"
      )
    }
    if cellClass.grouping != .none, cellClass.grouping != rule.grouping {
      return (
        "Le séparateur des milliers n’a pas sa place dans \(quoted.fr)",
        "The thousands separator has no place in \(quoted.en)", "number.plain"
      )
    }
    let isPoint = rule.separator == .point
    return (
      "Le séparateur décimal de la colonne est \(isPoint ? "le point" : "la virgule"), non celui de "
        + "\(quoted.fr)",
      "The decimal separator of the column is the \(isPoint ? "point" : "comma"), not that of \(quoted.en)",
      isPoint ? "number.point" : "number.comma"
    )
  }

  // MARK: Dates

  private var dateFault: (message: Bilingual, repair: Repair?) {
    let cellClass = scan.cellClass
    let expected = rule.notation ?? "yyyy-mm-dd"
    let pattern = (fr: expected.inFrench, en: expected)
    guard cellClass.family == .date || cellClass.family == .datetime else {
      return plain("une date (\(pattern.fr))", "a date (\(pattern.en))")
    }
    if cellClass.has(CellClass.impossible) {
      return (
        Bilingual(
          fr: "Le jour \(quoted.fr) n’existe pas\u{A0}: corrigez la date.",
          en: "The day \(quoted.en) does not exist: correct the date."
        ), nil
      )
    }
    guard let written = DateText(rule).write(scan) else {
      return plain("une date (\(pattern.fr))", "a date (\(pattern.en))")
    }
    return (
      Bilingual(
        fr: "\(quoted.fr) n’est pas écrit comme les autres dates de la colonne (\(pattern.fr))\u{A0}: "
          + "écrivez \(Quoted.french(written)).",
        en: "\(quoted.en) is not written as the other dates of the column (\(pattern.en)): "
          + "write \(Quoted.english(written))."
      ),
      Repair(operation: rule.order == .yearFirst ? "date.iso" : "date.as-column", value: written)
    )
  }

  // MARK: Booleans and points

  private var booleanFault: (message: Bilingual, repair: Repair?) {
    let words = rule.booleans.rawValue.split(separator: "/").map(String.init)
    let written = scan.cellClass.family == .boolean ? words[scan.cellClass.has(CellClass.truth) ? 0 : 1] : nil
    let french = words.map(Quoted.french).joined(separator: " ou ")
    let english = words.map(Quoted.english).joined(separator: " or ")
    return (
      Bilingual(
        fr: "Les valeurs de la colonne sont \(french)\u{A0}: remplacez \(quoted.fr).",
        en: "The values of the column are \(english): replace \(quoted.en)."
      ),
      written.map { Repair(operation: "boolean.normalize", value: $0) }
    )
  }

  private var pointFault: (message: Bilingual, repair: Repair?) {
    let order =
      rule.latitudeFirst
      ? (fr: "latitude, longitude", en: "latitude, longitude")
      : (fr: "longitude, latitude", en: "longitude, latitude")
    return plain(
      "un point (\(order.fr), en degrés décimaux avec un point)",
      "a point (\(order.en), in decimal degrees with a point)"
    )
  }
}

extension String {
  /// The text with its first letter small.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// A pattern of dates with the letters of French: `aaaa-mm-jj`.
  var inFrench: String {
    String(map { $0 == "y" ? "a" : $0 == "d" ? "j" : $0 }).replacingMonth
  }

  private var replacingMonth: String { hasPrefix("j month") ? "j mois " + dropFirst(8) : self }
}
