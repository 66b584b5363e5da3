import Messages

extension ReadingFailure {
  /// The reason for which a file of another kind is no delimited text; `nil` where it may be one.
  static func notDelimitedText(_ kind: FileKind, _ name: String) -> Failure? {
    guard let (what, whatEnglish, remedy) = description(of: kind) else { return nil }
    return Failure(
      "tabular.kind.\(kind.rawValue)",
      .invalid,
      fr: "« \(name) » n’est pas un tableau en texte : c’est \(what).",
      en: "“\(name)” is no table in text: it is \(whatEnglish).",
      remedy: remedy,
      location: Failure.Location(file: name)
    )
  }

  private static func description(of kind: FileKind) -> (String, String, Bilingual)? {
    switch kind {
    case .empty, .text: nil
    case .gzip: ("un fichier compressé plusieurs fois", "a file compressed several times", unpack)
    case .xlsx: ("un classeur Excel (.xlsx)", "an Excel workbook (.xlsx)", asWorkbook)
    case .ods: ("un classeur OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)", asWorkbook)
    case .ole: ("un fichier Office 97 (.xls, .doc)", "an Office 97 file (.xls, .doc)", asWorkbook)
    case .zip: ("une archive ZIP", "a ZIP archive", unpack)
    case .archive: ("une archive", "an archive", unpack)
    case .pdf:
      (
        "un document PDF", "a PDF document",
        Bilingual(
          fr: "Demandez les données d’origine : un tableau dans un PDF ne se relit pas sûrement.",
          en: "Ask for the original data: a table in a PDF cannot be read back safely."
        )
      )
    case .sqlite: ("une base SQLite ou GeoPackage", "a SQLite or GeoPackage database", asContainer)
    case .parquet: ("un fichier Parquet", "a Parquet file", exportCSV)
    case .shapefile: ("un fichier de formes ESRI", "an ESRI shape file", asContainer)
    case .json: ("un texte JSON", "a JSON text", asContainer)
    case .html:
      (
        "une page web", "a web page",
        Bilingual(
          fr: "Vérifiez l’adresse du téléchargement : un site répond souvent par une page d’erreur.",
          en: "Check the download address: a site often answers with an error page."
        )
      )
    case .xml: ("un texte XML", "an XML text", exportCSV)
    case .image: ("une image", "a picture", exportCSV)
    case .rtf: ("un document mis en forme (RTF)", "a rich text document (RTF)", exportCSV)
    case .binary: ("un fichier binaire", "a binary file", exportCSV)
    }
  }

  private static let unpack = Bilingual(
    fr: "Décompressez-la et déposez les fichiers qu’elle contient.",
    en: "Unpack it and give the files it holds."
  )
  private static let asWorkbook = Bilingual(
    fr: "Déposez-le comme classeur, ou exportez la feuille en CSV (UTF-8).",
    en: "Give it as a workbook, or export the sheet as CSV (UTF-8)."
  )
  private static let asContainer = Bilingual(
    fr: "Déposez-le dans son format, ou exportez la table en CSV.",
    en: "Give it in its own format, or export the table as CSV."
  )
  private static let exportCSV = Bilingual(
    fr: "Exportez les données en CSV (UTF-8).",
    en: "Export the data as CSV (UTF-8)."
  )
}
