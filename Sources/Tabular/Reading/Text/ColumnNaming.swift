import Messages

/// Makes clean and unique column names of header cells, and says what was changed.
struct ColumnNaming {
  private(set) var names: [String] = []
  private(set) var findings: [Finding] = []
  private let row: Int

  /// Names `width` columns by the cells of the header row as written, `nil` when there is none.
  ///
  /// Each cell of `group`, a row of names above it, is valid for the columns up to the next one filled.
  /// `row` is the record number of the header.
  init(header: [String]?, group: [String]?, width: Int, row: Int) {
    self.row = row
    guard let header else {
      names = (1...max(width, 1)).map { "colonne_\($0)" }
      return
    }
    var taken: Set<String> = []
    let wanted = ColumnNaming.combined(header.map(ColumnNaming.clean), group?.map(ColumnNaming.clean))
    for column in 0..<width {
      let name = column < wanted.count ? wanted[column] : ""
      names.append(
        unique(name.isEmpty ? blank(column) : name, taken: &taken, isRepeated: !name.isEmpty, column: column)
      )
    }
    for column in header.indices.prefix(width) { compare(header[column], column: column) }
  }

  /// One line, no blanks around, no byte order mark, no NUL.
  static func clean(_ cell: String) -> String {
    String(cell.unicodeScalars.filter { $0 != "\0" }).trimmingBlanks().split {
      $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}"
    }.joined(
      separator: " "
    )
  }

  private static func combined(_ header: [String], _ group: [String]?) -> [String] {
    guard let group else { return header }
    var above = ""
    return header.enumerated().map { column, name in
      if column < group.count, !group[column].isEmpty { above = group[column] }
      if name.isEmpty { return above }
      return above.isEmpty || above == name ? name : above + " " + name
    }
  }

  private mutating func blank(_ column: Int) -> String {
    let name = "colonne_\(column + 1)"
    findings.append(
      Finding(
        code: "header.blank",
        severity: .warning,
        row: row,
        column: name,
        message: Bilingual(
          fr:
            "La colonne \(column + 1) n’a pas de nom : donnez-lui-en un. En attendant, elle s’appelle "
            + "« \(name) ».",
          en: "Column \(column + 1) has no name: give it one. Until then it is called “\(name)”."
        ),
        repair: Repair(operation: "header.rename", value: name)
      )
    )
    return name
  }

  private mutating func unique(_ name: String, taken: inout Set<String>, isRepeated: Bool, column: Int)
    -> String
  {
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    if unique != name, isRepeated {
      findings.append(
        Finding(
          code: "header.duplicate",
          severity: .error,
          row: row,
          column: unique,
          cell: name,
          message: Bilingual(
            fr:
              "Deux colonnes s’appellent « \(name) » : renommez la colonne \(column + 1), lue comme "
              + "« \(unique) ».",
            en: "Two columns are called “\(name)”: rename column \(column + 1), read as “\(unique)”."
          ),
          repair: Repair(operation: "header.rename", value: unique)
        )
      )
    }
    return unique
  }

  private mutating func compare(_ written: String, column: Int) {
    let cleaned = ColumnNaming.clean(written)
    guard cleaned != written, !cleaned.isEmpty else { return }
    let isBroken = written.trimmingBlanks().contains(where: \.isNewline)
    findings.append(
      Finding(
        code: isBroken ? "header.line-break" : "header.blanks",
        severity: isBroken ? .warning : .information,
        row: row,
        column: names[column],
        cell: String(written.prefix(200)),
        message: isBroken
          ? Bilingual(
            fr:
              "Le nom de la colonne « \(cleaned) » contient un saut de ligne, lu comme un blanc : "
              + "retirez-le.",
            en: "The name of column “\(cleaned)” holds a line break, read as a blank: remove it."
          )
          : Bilingual(
            fr:
              "Le nom de la colonne « \(cleaned) » est entouré de blancs ou en contient en double : "
              + "retirez-les.",
            en: "The name of column “\(cleaned)” has blanks around it or double blanks: remove them."
          ),
        repair: Repair(operation: "header.trim", value: cleaned)
      )
    )
  }
}
