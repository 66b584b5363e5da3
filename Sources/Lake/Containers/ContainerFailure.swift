import Foundation
import Glibc
import Messages

/// The failures of reading a container: one reason each, with what to do about it.
enum ContainerFailure {
  /// The file cannot be opened or read by the system.
  static func unreadable(path: String, error: Int32) -> Failure {
    let name = (path as NSString).lastPathComponent
    if error == ENOENT {
      return Failure(
        "container.file.missing",
        .missing,
        fr: "Le fichier « \(name) » n’existe pas.",
        en: "The file “\(name)” does not exist.",
        remedy: Bilingual(fr: "Vérifiez son nom et son dossier.", en: "Check its name and folder.")
      )
    }
    return Failure(
      "container.file.unreadable",
      .unavailable,
      fr: "Le fichier ne peut pas être lu (\(String(cString: strerror(error)))).",
      en: "The file cannot be read (\(String(cString: strerror(error)))).",
      remedy: Bilingual(
        fr: "Vérifiez les droits d’accès et l’état du disque.",
        en: "Check the access rights and the disk."
      )
    )
  }

  /// The path leads to a folder or a device.
  static func notAFile(path: String) -> Failure {
    let name = (path as NSString).lastPathComponent
    return Failure(
      "container.file.not-a-file",
      .invalid,
      fr: "« \(name) » n’est pas un fichier.",
      en: "“\(name)” is not a file.",
      remedy: Bilingual(
        fr: "Donnez un fichier ; pour un dossier de fichiers, faites-en un ZIP.",
        en: "Give a file; make a ZIP of a folder of files."
      )
    )
  }

  /// There is no room or no right to write the files that reading needs.
  static func noScratch(error: Int32) -> Failure {
    Failure(
      "container.scratch.unavailable",
      .unavailable,
      fr: "L’espace de travail temporaire ne peut pas être écrit (\(String(cString: strerror(error)))).",
      en: "The temporary working space cannot be written (\(String(cString: strerror(error)))).",
      remedy: Bilingual(
        fr: "Libérez de la place sur le disque, puis recommencez.",
        en: "Make room on the disk, then try again."
      )
    )
  }

  /// The archive contradicts itself.
  static func damagedArchive() -> Failure {
    Failure(
      "container.archive.damaged",
      .invalid,
      fr: "Le fichier compressé est abîmé : son contenu ne correspond pas à ce qu’il annonce.",
      en: "The compressed file is damaged: its content is not what it declares.",
      remedy: Bilingual(
        fr: "Refaites-le ou demandez-le de nouveau à son producteur.",
        en: "Make it again, or ask its producer for it again."
      )
    )
  }

  /// The archive stops before its end.
  static func truncatedArchive() -> Failure {
    Failure(
      "container.archive.truncated",
      .invalid,
      fr: "Le fichier compressé est incomplet : la fin manque.",
      en: "The compressed file is incomplete: its end is missing.",
      remedy: Bilingual(
        fr: "Recommencez le téléchargement ou l’envoi jusqu’au bout.",
        en: "Download or send it again to the end."
      )
    )
  }

  /// The archive expands beyond reason.
  static func bomb() -> Failure {
    Failure(
      "container.archive.too-large",
      .tooLarge,
      fr: "Le fichier compressé contient trop de fichiers ou grossit trop une fois décompressé.",
      en: "The compressed file holds too many files or grows too much once expanded.",
      remedy: Bilingual(
        fr: "Décompressez-le vous-même et donnez seulement le tableau utile.",
        en: "Expand it yourself and give the useful table only."
      )
    )
  }

  /// The archive is protected by a password.
  static func encryptedArchive() -> Failure {
    Failure(
      "container.archive.encrypted",
      .invalid,
      fr: "L’archive est protégée par un mot de passe.",
      en: "The archive is protected by a password.",
      remedy: Bilingual(fr: "Refaites-la sans mot de passe.", en: "Make it again without a password.")
    )
  }

  /// The archive uses a rare compression.
  static func unknownCompression() -> Failure {
    Failure(
      "container.archive.method",
      .invalid,
      fr: "L’archive ZIP emploie une compression peu courante, qui n’est pas lue.",
      en: "The ZIP archive uses a rare compression, which is not read.",
      remedy: Bilingual(
        fr: "Refaites le ZIP avec la compression habituelle (Deflate).",
        en: "Make the ZIP again with the usual compression (Deflate)."
      )
    )
  }

  /// The archive holds no table.
  static func nothingInside(_ names: [String]) -> Failure {
    let list = names.prefix(5).joined(separator: ", ")
    return Failure(
      "container.archive.no-table",
      .invalid,
      fr: "L’archive ne contient aucun tableau" + (list.isEmpty ? "." : " (elle contient : \(list))."),
      en: "The archive holds no table" + (list.isEmpty ? "." : " (it holds: \(list))."),
      remedy: Bilingual(
        fr: "Mettez-y un CSV, un classeur, un GeoJSON, un GeoPackage ou un Shapefile.",
        en: "Put a CSV, a workbook, a GeoJSON, a GeoPackage or a Shapefile in it."
      )
    )
  }

  /// The archive holds several files that could be the table.
  static func severalInside(_ names: [String]) -> Failure {
    let list = names.prefix(8).joined(separator: ", ")
    return Failure(
      "container.archive.several",
      .invalid,
      fr: "L’archive contient \(names.count) tableaux : \(list).",
      en: "The archive holds \(names.count) tables: \(list).",
      remedy: Bilingual(
        fr: "Dites lequel lire (option feuille), ou publiez-les un par un.",
        en: "Say which one to read (sheet option), or publish them one by one."
      ),
      pointer: "sheet"
    )
  }

  /// There is no sheet, layer or table of that name.
  static func noSuchSheet(_ name: String, among names: [String]) -> Failure {
    let list = names.prefix(20).joined(separator: ", ")
    return Failure(
      "container.sheet.missing",
      .missing,
      fr: "Il n’y a pas de feuille « \(name) » ; il y a : \(list).",
      en: "There is no sheet “\(name)”; there are: \(list).",
      remedy: Bilingual(fr: "Choisissez une de ces feuilles.", en: "Choose one of these sheets."),
      pointer: "sheet"
    )
  }

  /// No sheet holds anything.
  static func emptyWorkbook() -> Failure {
    Failure(
      "container.workbook.empty",
      .invalid,
      fr: "Le classeur est vide : aucune feuille ne contient de cellule remplie.",
      en: "The workbook is empty: no sheet holds a filled cell.",
      remedy: Bilingual(
        fr: "Enregistrez le tableau dans le classeur, puis redonnez-le.",
        en: "Save the table in the workbook, then give it again."
      )
    )
  }

  /// The workbook cannot be understood.
  static func damagedWorkbook(_ detail: Bilingual) -> Failure {
    Failure(
      "container.workbook.damaged",
      .invalid,
      fr: "Le classeur est abîmé : \(detail.fr).",
      en: "The workbook is damaged: \(detail.en).",
      remedy: Bilingual(
        fr: "Ouvrez-le dans un tableur, enregistrez-le de nouveau et redonnez-le.",
        en: "Open it in a spreadsheet program, save it again and give it again."
      )
    )
  }

  /// The workbook asks for more cells than a table can have.
  static func workbookTooLarge() -> Failure {
    Failure(
      "container.workbook.too-large",
      .tooLarge,
      fr: "Le classeur a plus de cellules, de lignes ou de textes qu’il n’est possible d’en lire.",
      en: "The workbook has more cells, rows or texts than can be read.",
      remedy: Bilingual(
        fr: "Effacez les lignes et colonnes inutiles, ou enregistrez la feuille en CSV.",
        en: "Delete the useless rows and columns, or save the sheet as CSV."
      )
    )
  }

  /// The table has too many columns.
  static func tooManyColumns(_ limit: Int) -> Failure {
    Failure(
      "container.columns.too-many",
      .tooLarge,
      fr: "Le tableau a plus de \(limit) colonnes.",
      en: "The table has more than \(limit) columns.",
      remedy: Bilingual(
        fr: "Présentez une observation par ligne plutôt qu’une par colonne.",
        en: "Give one observation per row rather than one per column."
      )
    )
  }
}
