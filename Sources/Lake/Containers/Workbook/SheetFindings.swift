import Messages
import Tabular

/// What there is to know of the cells of a workbook that a text file cannot have.
enum SheetFindings {
  /// A formula that gives an error.
  static func error(row: Int, cell: String) -> Finding {
    Finding(
      code: "cell.formula-error",
      severity: .error,
      row: row,
      cell: String(cell.prefix(200)),
      message: Bilingual(
        fr: "Une formule donne l’erreur \(cell) : corrigez-la dans le classeur, ou videz la cellule.",
        en: "A formula gives the error \(cell): mend it in the workbook, or empty the cell."
      )
    )
  }

  /// A formula whose result the file does not hold.
  static func uncomputed(row: Int) -> Finding {
    Finding(
      code: "cell.formula-uncomputed",
      severity: .warning,
      row: row,
      message: Bilingual(
        fr:
          "Une formule n’a pas de résultat dans le fichier : rouvrez et enregistrez le classeur.",
        en: "A formula has no result in the file: open the workbook and save it again."
      )
    )
  }

  /// A hidden row that holds something.
  static func hiddenRow(_ row: Int) -> Finding {
    Finding(
      code: "row.hidden",
      severity: .warning,
      row: row,
      message: Bilingual(
        fr:
          "Une ligne masquée dans le classeur est lue comme les autres : vérifiez qu’elle doit être publiée.",
        en: "A row hidden in the workbook is read as the others: check that it is meant to be published."
      )
    )
  }

  /// A hidden column.
  static func hiddenColumn(_ name: String) -> Finding {
    Finding(
      code: "column.hidden",
      severity: .warning,
      column: name,
      message: Bilingual(
        fr: "La colonne « \(name) », masquée dans le classeur, est lue comme les autres :"
          + " vérifiez qu’elle doit être publiée.",
        en: "Column “\(name)”, hidden in the workbook, is read as the others:"
          + " check that it is meant to be published."
      )
    )
  }

  /// Blank rows between others.
  static func blankRows(from row: Int, count: Int) -> Finding {
    Finding(
      code: "row.blank",
      severity: .warning,
      row: row,
      message: count == 1
        ? Bilingual(fr: "La ligne \(row) est vide : retirez-la.", en: "Row \(row) is blank: remove it.")
        : Bilingual(
          fr: "Les lignes \(row) à \(row + count - 1) sont vides : retirez-les.",
          en: "Rows \(row) to \(row + count - 1) are blank: remove them."
        ),
      count: count,
      repair: Repair(operation: "row.remove-blank")
    )
  }

  /// Cells beside the table.
  static func extraCells(row: Int, cell: String) -> Finding {
    Finding(
      code: "row.extra-cells",
      severity: .error,
      row: row,
      cell: String(cell.prefix(200)),
      message: Bilingual(
        fr:
          "La ligne \(row) a des cellules hors du tableau, à partir de « \(cell.prefix(60)) » :"
          + " donnez un nom à leur colonne ou retirez-les. Elles ne sont pas lues.",
        en:
          "Row \(row) has cells outside the table, from “\(cell.prefix(60))” on:"
          + " name their column or remove them. They are not read."
      )
    )
  }
}
