import Messages
import Tabular

/// What there is to know of any container.
enum ContainerFindings {
  /// Which sheet was read of several.
  static func sheetChosen(_ name: String, among names: [String]) -> Finding {
    Finding(
      code: "container.sheet-chosen",
      severity: .information,
      message: Bilingual(
        fr:
          "Le fichier contient \(names.count) feuilles ou couches : « \(name) » a été lue."
          + " Demandez-en une autre au besoin.",
        en: "The file holds \(names.count) sheets or layers: “\(name)” was read. Ask for another if need be."
      )
    )
  }

  /// A table without rows.
  static func emptyTable() -> Finding {
    Finding(
      code: "table.no-rows",
      severity: .warning,
      message: Bilingual(
        fr: "La table n’a aucune ligne : le fichier est un modèle vide, ou l’export a échoué.",
        en: "The table has no row: the file is an empty template, or the export failed."
      )
    )
  }

  /// A column whose content is not text.
  static func binaryColumn(_ name: String) -> Finding {
    Finding(
      code: "column.binary",
      severity: .warning,
      column: name,
      message: Bilingual(
        fr: "La colonne « \(name) » contient des fichiers ou des octets, qui ne sont pas lus.",
        en: "The column “\(name)” holds files or bytes, which are not read."
      )
    )
  }
}
