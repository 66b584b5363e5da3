internal import Messages

// The criteria that look at the published file and the table read from it.
extension QualityScore {
  static func validity(of version: DatasetVersion) -> Criterion {
    guard version.table != nil else {
      return .notApplicable(
        .validity,
        Bilingual(fr: "Ce fichier n’est pas un tableau.", en: "This file is not a table.")
      )
    }
    let invalid = version.invalidCells
    let filled = version.validCells + invalid
    guard filled > 0 else {
      return Criterion(
        id: .validity,
        points: 0,
        pointsMax: 20,
        reason: Bilingual(fr: "Aucune cellule n’est remplie.", en: "No cell is filled."),
        remedy: Bilingual(
          fr: "Déposez un fichier qui contient des données.",
          en: "Deposit a file that holds data."
        )
      )
    }
    guard invalid > 0 else {
      return Criterion(
        id: .validity,
        points: 20,
        pointsMax: 20,
        reason: Bilingual(
          fr: "Toutes les cellules remplies suivent le type de leur colonne.",
          en: "Every filled cell follows the type of its column."
        ),
        remedy: nil
      )
    }
    let points = max(0, validityPoints(invalid: invalid, filled: filled))
    return Criterion(
      id: .validity,
      points: points,
      pointsMax: 20,
      reason: Bilingual(
        fr:
          "\(invalid)\u{A0}cellule\(invalid > 1 ? "s" : "") sur \(filled) "
          + "ne sui\(invalid > 1 ? "vent" : "t") pas "
          + "le type de \(invalid > 1 ? "leur" : "sa") colonne.",
        en: "\(invalid) cell\(invalid > 1 ? "s" : "") out of \(filled) "
          + "\(invalid > 1 ? "do" : "does") not follow the type of \(invalid > 1 ? "their" : "its") column."
      ),
      remedy: Bilingual(
        fr: "Corrigez les cellules signalées par le diagnostic, puis publiez une nouvelle version.",
        en: "Mend the cells the diagnosis points at, then publish a new version."
      )
    )
  }

  /// From 19 points for a single fault down to 0 when a tenth of the cells or more are faulty.
  private static func validityPoints(invalid: Int, filled: Int) -> Int {
    let perMille = invalid * 1_000 / filled
    switch perMille {
    case 0: return 18
    case 1..<5: return 16
    case 5..<10: return 14
    case 10..<20: return 11
    case 20..<50: return 8
    case 50..<100: return 4
    default: return 0
    }
  }

  static func columns(of version: DatasetVersion) -> Criterion {
    let count = version.columns.count
    guard version.table != nil, count > 0 else {
      return .notApplicable(
        .columns,
        Bilingual(fr: "Ce fichier n’a pas de colonnes.", en: "This file has no columns.")
      )
    }
    let documented = version.columns.count { !($0.description ?? "").isEmpty }
    let points = documented * 10 / count
    return Criterion(
      id: .columns,
      points: points,
      pointsMax: 10,
      reason: documented == count
        ? Bilingual(
          fr: "Chaque colonne est expliquée dans le dictionnaire.",
          en: "Each column is explained in the dictionary."
        )
        : Bilingual(
          fr: "\(documented)\u{A0}colonne\(documented > 1 ? "s" : "") sur \(count) "
            + "\(documented > 1 ? "sont expliquées" : "est expliquée").",
          en: "\(documented) column\(documented == 1 ? " is" : "s are") explained out of \(count)."
        ),
      remedy: documented == count
        ? nil
        : Bilingual(
          fr: "Dites en une phrase ce que contient chaque colonne, avec son unité.",
          en: "Say in a sentence what each column holds, with its unit."
        )
    )
  }

  /// Formats whose specification anyone may read and implement.
  private static let openFormats: Set<String> = [
    "csv", "tsv", "txt", "json", "jsonl", "geojson", "xml", "parquet", "gpkg", "ods", "gpx", "kml", "gtfs",
  ]

  static func format(of version: DatasetVersion) -> Criterion {
    let container = version.original.container
    if openFormats.contains(container) {
      return Criterion(
        id: .format,
        points: 10,
        pointsMax: 10,
        reason: Bilingual(
          fr: "L’original est dans un format ouvert (\(container)).",
          en: "The original is in an open format (\(container))."
        ),
        remedy: nil
      )
    }
    let readable = version.table != nil
    return Criterion(
      id: .format,
      points: readable ? 7 : 0,
      pointsMax: 10,
      reason: readable
        ? Bilingual(
          fr: "L’original (\(container)) est aussi proposé en CSV, JSON et Parquet.",
          en: "The original (\(container)) is also offered as CSV, JSON and Parquet."
        )
        : Bilingual(
          fr: "L’original (\(container)) ne peut pas être lu par un programme.",
          en: "The original (\(container)) cannot be read by a program."
        ),
      remedy: Bilingual(
        fr: "Déposez le fichier dans un format ouvert, CSV ou GeoJSON par exemple.",
        en: "Deposit the file in an open format, CSV or GeoJSON for instance."
      )
    )
  }
}
