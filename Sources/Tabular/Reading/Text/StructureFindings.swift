import Messages

/// What there is to say of a text's layout.
enum LayoutFinding {
  static func noHeader() -> Finding {
    Finding(
      code: "header.none",
      severity: .warning,
      row: 1,
      message: Bilingual(
        fr:
          "Le fichier n’a pas de ligne d’en-tête : ajoutez-en une. Les colonnes s’appellent colonne_1, "
          + "colonne_2…",
        en: "The file has no header row: add one. The columns are called colonne_1, colonne_2…"
      ),
      repair: Repair(operation: "header.add")
    )
  }

  static func severalHeaders(first: Int, last: Int) -> Finding {
    Finding(
      code: "header.several",
      severity: .warning,
      row: last,
      message: Bilingual(
        fr:
          "L’en-tête tient sur plusieurs lignes (\(first) à \(last)), réunies en une : gardez une seule "
          + "ligne de noms.",
        en: "The header is on several rows (\(first) to \(last)), joined in one: keep one row of names."
      ),
      repair: Repair(operation: "header.join")
    )
  }

  static func skippedRows(_ count: Int) -> Finding {
    Finding(
      code: "header.skipped-rows",
      severity: .information,
      row: 1,
      message: count == 1
        ? Bilingual(
          fr: "La ligne 1 précède l’en-tête et n’est pas lue : retirez-la.",
          en: "Row 1 stands before the header and is not read: remove it."
        )
        : Bilingual(
          fr: "Les lignes 1 à \(count) précèdent l’en-tête et ne sont pas lues : retirez-les.",
          en: "Rows 1 to \(count) stand before the header and are not read: remove them."
        ),
      repair: Repair(operation: "row.remove-leading", value: String(count))
    )
  }

  static func trailingDelimiters(_ count: Int) -> Finding {
    Finding(
      code: "delimiter.trailing",
      severity: .information,
      message: Bilingual(
        fr:
          "Les lignes se terminent par des séparateurs en trop (\(count)), sans nom ni valeur : retirez-les.",
        en: "Lines end with needless delimiters (\(count)), without name or value: remove them."
      ),
      repair: Repair(operation: "delimiter.remove-trailing")
    )
  }

  static func noRows(row: Int) -> Finding {
    Finding(
      code: "table.no-rows",
      severity: .warning,
      row: row > 0 ? row : nil,
      message: Bilingual(
        fr: "Le fichier n’a qu’un en-tête et aucune donnée : vérifiez l’export.",
        en: "The file has only a header and no data: check the export."
      )
    )
  }

  static func encoding(_ encoding: TextEncoding) -> Finding {
    Finding(
      code: "encoding.not-utf-8",
      severity: .information,
      message: Bilingual(
        fr:
          "Le fichier est encodé en \(encoding.rawValue) : enregistrez-le en UTF-8, que tous les outils "
          + "lisent.",
        en: "The file is encoded in \(encoding.rawValue): save it as UTF-8, which all tools read."
      ),
      repair: Repair(operation: "encoding.utf-8")
    )
  }
}

extension RecordAnomaly {
  /// The stable code.
  var code: String {
    switch fault {
    case .extraCells: "row.extra-cells"
    case .trailingDelimiters: "row.trailing-delimiters"
    case .missingCells: "row.missing-cells"
    case .blank: "row.blank"
    case .unbalancedQuote: "quote.unbalanced"
    case .strayQuote: "quote.stray"
    }
  }

  /// What to tell of it.
  func finding(columns: [String], cell: String?) -> Finding {
    Finding(
      code: code,
      severity: severity,
      row: record,
      column: column.map { columns[$0] },
      cell: cell,
      message: message(columns: columns.count, cell: cell ?? ""),
      count: count,
      repair: repair(cell: cell)
    )
  }

  /// How many rows or cells are concerned.
  var count: Int {
    if case .blank(let count) = fault { return count }
    return 1
  }

  private var severity: Finding.Severity {
    switch fault {
    case .extraCells, .missingCells, .unbalancedQuote: .error
    case .blank, .strayQuote: .warning
    case .trailingDelimiters: .information
    }
  }

  private func repair(cell: String?) -> Repair? {
    switch fault {
    case .extraCells: nil
    case .trailingDelimiters: Repair(operation: "delimiter.remove-trailing")
    case .missingCells: Repair(operation: "row.fill")
    case .blank: Repair(operation: "row.remove-blank")
    case .unbalancedQuote: Repair(operation: "quote.remove", value: cell)
    case .strayQuote: Repair(operation: "quote.double", value: cell)
    }
  }

  private func message(columns: Int, cell: String) -> Bilingual {
    switch fault {
    case .extraCells(let found):
      Bilingual(
        fr:
          "La ligne \(record) a \(found) cellules pour \(columns) colonnes, à partir de « \(cell) » en "
          + "trop : retirez-les ou mettez entre guillemets la cellule qui contient le séparateur.",
        en:
          "Row \(record) has \(found) cells for \(columns) columns, from “\(cell)” on in excess: remove "
          + "them, or quote the cell that holds the delimiter."
      )
    case .trailingDelimiters:
      Bilingual(
        fr: "La ligne \(record) se termine par des séparateurs en trop : retirez-les.",
        en: "Row \(record) ends with needless delimiters: remove them."
      )
    case .missingCells(let found):
      Bilingual(
        fr:
          "La ligne \(record) n’a que \(found) cellules pour \(columns) colonnes : complétez-la. Les "
          + "dernières sont lues comme vides.",
        en:
          "Row \(record) has only \(found) cells for \(columns) columns: complete it. The last ones are "
          + "read as empty."
      )
    case .blank(1):
      Bilingual(fr: "La ligne \(record) est vide : retirez-la.", en: "Row \(record) is blank: remove it.")
    case .blank(let count):
      Bilingual(
        fr: "Les lignes \(record) à \(record + count - 1) sont vides : retirez-les.",
        en: "Rows \(record) to \(record + count - 1) are blank: remove them."
      )
    case .unbalancedQuote:
      Bilingual(
        fr:
          "Un guillemet s’ouvre devant « \(cell) » et ne se referme jamais : retirez-le ou refermez-le. Il "
          + "n’est pas lu.",
        en: "A quote opens before “\(cell)” and never closes: remove or close it. It is not read."
      )
    case .strayQuote:
      Bilingual(
        fr:
          "La cellule « \(cell) » contient un guillemet simple : doublez-le, sans quoi d’autres outils "
          + "couperont la cellule.",
        en: "The cell “\(cell)” holds a single quote mark: double it, or other tools will cut the cell."
      )
    }
  }
}

extension EncodingMark.Fault {
  /// The stable code.
  var code: String {
    switch self {
    case .foreignByte: "encoding.foreign-byte"
    case .cutSequence: "encoding.cut-character"
    case .doubleEncoding: "encoding.double"
    case .lostCharacter: "encoding.lost-character"
    case .nul: "cell.nul"
    }
  }

  /// What to tell of it.
  func finding(row: Int?, column: String?, cell: String) -> Finding {
    Finding(
      code: code,
      severity: self == .nul || self == .foreignByte ? .warning : .error,
      row: row,
      column: column,
      cell: String(cell.prefix(200)),
      message: message(cell: String(cell.prefix(60))),
      repair: repair(cell: cell)
    )
  }

  private func repair(cell: String) -> Repair? {
    switch self {
    case .foreignByte: Repair(operation: "encoding.utf-8", value: cell)
    case .doubleEncoding:
      EncodingMark.undoubled(cell).map { Repair(operation: "encoding.undouble", value: $0) }
    case .nul: Repair(operation: "cell.remove-nul", value: cell)
    case .cutSequence, .lostCharacter: nil
    }
  }

  private func message(cell: String) -> Bilingual {
    switch self {
    case .foreignByte:
      Bilingual(
        fr:
          "« \(cell) » contient un caractère d’un autre encodage que le reste du fichier, lu comme du "
          + "Windows-1252 : vérifiez-le.",
        en:
          "“\(cell)” holds a character in another encoding than the rest of the file, read as Windows-1252: "
          + "check it."
      )
    case .cutSequence:
      Bilingual(
        fr:
          "Un caractère de « \(cell) » est coupé en deux : ressaisissez la cellule, le texte d’origine est "
          + "perdu.",
        en: "A character of “\(cell)” is cut in two: type the cell again, the original text is lost."
      )
    case .doubleEncoding:
      Bilingual(
        fr:
          "« \(cell) » a été encodé deux fois (« Ã© » pour « é ») : corrigez le texte et le réglage de "
          + "l’export.",
        en: "“\(cell)” was encoded twice (“Ã©” for “é”): mend the text and the setting of the export."
      )
    case .lostCharacter:
      Bilingual(
        fr:
          "« \(cell) » contient « \u{FFFD} » : un caractère a été perdu avant l’export. Ressaisissez la "
          + "cellule.",
        en: "“\(cell)” holds “\u{FFFD}”: a character was lost before the export. Type the cell again."
      )
    case .nul:
      Bilingual(
        fr: "Une cellule contient des octets nuls, retirés à la lecture : retirez-les du fichier.",
        en: "A cell holds NUL bytes, left out: remove them from the file."
      )
    }
  }
}
