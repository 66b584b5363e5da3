/// The name of a file as it came, made safe to keep, to show and to give back.
enum FileName {
  /// The longest name kept, in bytes of UTF-8.
  static let lengthMax = 200

  /// The last part of a path of any system, without control characters, marks that turn text around, or
  /// leading dots; the extension survives a cut.
  static func sanitized(_ name: String) -> String {
    let last = name.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }.last ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.unicodeScalars where isKept(scalar) { scalars.append(scalar) }
    var clean = String(scalars)
    while let first = clean.first, first == "." || first.isWhitespace { clean.removeFirst() }
    while let end = clean.last, end == "." || end.isWhitespace { clean.removeLast() }
    return clean.isEmpty ? "fichier" : cut(clean)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: !"<>:\"|?*".unicodeScalars.contains(scalar)
    }
  }

  private static func cut(_ name: String) -> String {
    guard name.utf8.count > lengthMax else { return name }
    let dot = name.lastIndex(of: ".")
    let ending = dot.map { String(name[$0...]) } ?? ""
    let kept = ending.utf8.count <= 20 ? ending : ""
    var stem = kept.isEmpty ? name : String(name.dropLast(kept.count))
    while stem.utf8.count + kept.utf8.count > lengthMax { stem.removeLast() }
    return stem + kept
  }
}

/// The media types of the containers that are read (IANA registry).
enum MediaType {
  static func of(container: String) -> String { known[container] ?? "application/octet-stream" }

  private static let known = [
    "csv": "text/csv", "tsv": "text/tab-separated-values", "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "geojson": "application/geo+json", "json": "application/json", "jsonl": "application/jsonl",
    "ndjson": "application/jsonl", "shapefile": "application/zip",
    "gpkg": "application/geopackage+sqlite3",
  ]
}
