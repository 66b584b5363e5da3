import Messages

/// The kinds of files that hold no table we read, each refused with its own reason and remedy.
enum Refusal: String, CaseIterable, Sendable {
  case pdf, image, drawing, executable, document, presentation, html, xml, budgetXML = "xml-budget"
  case netex, workbookXML = "workbook-xml", archive, compression
  case workbookBinary = "xlsb", workbookOld = "xls-old", workbookEncrypted = "workbook-encrypted"
  case parquet, database, media, font, message, shapefilePart = "shapefile-part", flatGeobuf = "flatgeobuf"
  case shapefileMissing = "shapefile-missing", geometryXML = "gml", style = "layer-style", empty, unknown
  case script = "source-code"

  /// The failure to throw.
  var failure: Failure {
    let words = words
    return Failure(
      "container." + rawValue,
      .invalid,
      fr: words.reason.fr,
      en: words.reason.en,
      remedy: words.remedy
    )
  }

  typealias Words = (reason: Bilingual, remedy: Bilingual)

  private var words: Words { geographicWords ?? officeWords ?? generalWords }

  static func say(_ fr: String, _ en: String, _ remedyFr: String, _ remedyEn: String) -> Words {
    (Bilingual(fr: fr, en: en), Bilingual(fr: remedyFr, en: remedyEn))
  }

  private var geographicWords: Words? {
    switch self {
    case .netex:
      Self.say(
        "Le fichier est une offre de transport NeTEx, qui n’est pas un tableau.",
        "The file is a NeTEx transport offer, which is not a table.",
        "Donnez la version GTFS de l’offre, ou déclarez le NeTEx en pièce jointe.",
        "Give the GTFS version of the offer, or declare the NeTEx as an attachment."
      )
    case .geometryXML:
      Self.say(
        "Le fichier est du GML ou du KML, qui n’est pas lu.",
        "The file is GML or KML, which is not read.",
        "Exportez la couche en GeoPackage ou en GeoJSON depuis votre SIG.",
        "Export the layer as GeoPackage or GeoJSON from your GIS."
      )
    case .flatGeobuf:
      Self.say(
        "Le fichier est un FlatGeobuf, qui n’est pas lu.",
        "The file is a FlatGeobuf, which is not read.",
        "Exportez la couche en GeoPackage ou en GeoJSON.",
        "Export the layer as GeoPackage or GeoJSON."
      )
    case .shapefilePart:
      Self.say(
        "Le fichier n’est qu’une partie d’un Shapefile (index ou projection).",
        "The file is only a part of a Shapefile (index or projection).",
        "Donnez le .shp à côté de ses autres fichiers, ou le ZIP de tous.",
        "Give the .shp beside its other files, or the ZIP of them all."
      )
    case .shapefileMissing:
      Self.say(
        "Il manque au Shapefile son fichier .dbf : les attributs ne peuvent pas être lus.",
        "The Shapefile lacks its .dbf file: the attributes cannot be read.",
        "Mettez dans un ZIP le .shp, le .shx, le .dbf et le .prj.",
        "Put the .shp, .shx, .dbf and .prj in one ZIP."
      )
    case .style:
      Self.say(
        "Le fichier est un style ou un projet de SIG, qui ne contient pas de données.",
        "The file is a GIS style or project, which holds no data.",
        "Exportez la couche elle-même en GeoPackage.",
        "Export the layer itself as GeoPackage."
      )
    default: nil
    }
  }

  private var officeWords: Words? {
    switch self {
    case .document:
      Self.say(
        "Le fichier est un document de traitement de texte.",
        "The file is a word processor’s document.",
        "Copiez le tableau dans un tableur et enregistrez-le en CSV, ODS ou XLSX.",
        "Copy the table into a spreadsheet and save it as CSV, ODS or XLSX."
      )
    case .presentation:
      Self.say(
        "Le fichier est un diaporama.",
        "The file is a slide show.",
        "Copiez le tableau dans un tableur et enregistrez-le en CSV, ODS ou XLSX.",
        "Copy the table into a spreadsheet and save it as CSV, ODS or XLSX."
      )
    case .drawing:
      Self.say(
        "Le fichier est un dessin ou une formule bureautique.",
        "The file is an office drawing or formula.",
        "Donnez le tableau en CSV, ODS ou XLSX.",
        "Give the table as CSV, ODS or XLSX."
      )
    case .workbookBinary:
      Self.say(
        "Le fichier est un classeur Excel binaire (.xlsb), qui n’est pas lu.",
        "The file is a binary Excel workbook (.xlsb), which is not read.",
        "Enregistrez-le au format .xlsx.",
        "Save it in the .xlsx format."
      )
    case .workbookOld:
      Self.say(
        "Le fichier est un classeur d’avant Excel 97, qui n’est pas lu.",
        "The file is a workbook older than Excel 97, which is not read.",
        "Ouvrez-le dans un tableur et enregistrez-le en XLSX ou ODS.",
        "Open it in a spreadsheet program and save it as XLSX or ODS."
      )
    case .workbookEncrypted:
      Self.say(
        "Le classeur est protégé par un mot de passe : son contenu est chiffré.",
        "The workbook is protected by a password: its content is encrypted.",
        "Enregistrez-le sans mot de passe, puis redonnez-le.",
        "Save it without a password, then give it again."
      )
    case .workbookXML:
      Self.say(
        "Le fichier est un classeur en XML (Excel 2003 ou ODS à plat), qui n’est pas lu.",
        "The file is an XML workbook (Excel 2003 or flat ODS), which is not read.",
        "Enregistrez-le au format .xlsx ou .ods.",
        "Save it in the .xlsx or .ods format."
      )
    case .message:
      Self.say(
        "Le fichier est un courriel.",
        "The file is an e-mail message.",
        "Donnez la pièce jointe, pas le message.",
        "Give the attachment, not the message."
      )
    default: nil
    }
  }
}
