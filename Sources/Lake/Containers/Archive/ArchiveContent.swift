import Foundation
import Messages
import Tabular

/// What a ZIP archive is, by what it holds.
enum ArchiveContent {
  case xlsx, ods
  /// A transport offer in GTFS: tables in text.
  case gtfs([ZipArchive.Entry])
  /// Files that could be the table.
  case members([ZipArchive.Entry])
  case refused(Refusal)

  /// Recognises an archive.
  init(_ archive: ZipArchive) throws {
    let entries = archive.entries.filter { !Self.isLitter($0.name) }
    if let office = try Self.office(archive) {
      self = office
    } else if let tables = Self.gtfs(entries) {
      self = .gtfs(tables)
    } else if let refusal = try Self.refusal(archive, entries) {
      self = .refused(refusal)
    } else {
      self = .members(Self.candidates(entries))
    }
  }

  private static func office(_ archive: ZipArchive) throws -> ArchiveContent? {
    if let types = archive.entry(named: "[Content_Types].xml") {
      let text = String(decoding: try archive.open(types).prefix(1 << 20), as: UTF8.self)
      if text.contains("spreadsheetml.sheet.main") || text.contains("sheet.macroEnabled.main")
        || text.contains("spreadsheetml.template.main")
      {
        return .xlsx
      }
      if text.contains("sheet.binary") { return .refused(.workbookBinary) }
      if text.contains("wordprocessingml") { return .refused(.document) }
      if text.contains("presentationml") { return .refused(.presentation) }
      if archive.entries.contains(where: { $0.name.lowercased() == "xl/workbook.xml" }) { return .xlsx }
    }
    guard let mark = archive.entry(named: "mimetype"), mark.size < 256 else { return nil }
    return openDocument(String(decoding: try archive.open(mark).prefix(256), as: UTF8.self))
  }

  private static func openDocument(_ type: String) -> ArchiveContent? {
    let prefix = "application/vnd.oasis.opendocument."
    if type.hasPrefix(prefix + "spreadsheet") { return .ods }
    if type.hasPrefix(prefix + "text") || type.hasPrefix("application/epub") { return .refused(.document) }
    if type.hasPrefix(prefix + "presentation") { return .refused(.presentation) }
    return type.hasPrefix(prefix) ? .refused(.drawing) : nil
  }

  /// The tables of a GTFS offer: those that the reference makes compulsory tell it.
  private static func gtfs(_ entries: [ZipArchive.Entry]) -> [ZipArchive.Entry]? {
    let tables = entries.filter { $0.ending == "txt" || $0.ending == "geojson" }
    let names = Set(tables.map { $0.baseName.lowercased() })
    guard names.isSuperset(of: ["agency.txt", "routes.txt", "trips.txt"]) else { return nil }
    return tables.filter { $0.ending == "txt" && $0.size > 0 }
  }

  /// An archive whose files are all of a kind that we do not read.
  private static func refusal(_ archive: ZipArchive, _ entries: [ZipArchive.Entry]) throws -> Refusal? {
    if entries.contains(where: { $0.ending == "class" || $0.baseName == "AndroidManifest.xml" }) {
      return .executable
    }
    if entries.contains(where: { $0.ending == "kml" }), !entries.contains(where: { isTable($0) }) {
      return .geometryXML
    }
    let markup = entries.filter { $0.ending == "xml" }
    guard !markup.isEmpty, markup.count == entries.count, let first = markup.first else { return nil }
    let prefix = try archive.open(first).prefix(ContainerKind.prefixLength)
    guard case .refused(let refusal) = ContainerKind(prefix: prefix, name: first.baseName) else { return nil }
    return refusal
  }

  /// The files that could be the table: those whose name says a format we read, else those it says nothing
  /// of.
  private static func candidates(_ entries: [ZipArchive.Entry]) -> [ZipArchive.Entry] {
    let tables = entries.filter(isTable)
    if !tables.isEmpty {
      // The table of a Shapefile is part of it.
      let shapes = Set(tables.filter { $0.ending == "shp" }.map { $0.name.dropLast(4).lowercased() })
      return tables.filter { $0.ending != "dbf" || !shapes.contains($0.name.dropLast(4).lowercased()) }
    }
    let texts = entries.filter { $0.ending == "txt" && !isNotice($0.baseName) }
    return texts.isEmpty ? entries.filter { !isNotice($0.baseName) } : texts
  }

  private static func isTable(_ entry: ZipArchive.Entry) -> Bool {
    let name = entry.baseName.lowercased()
    return tableEndings.contains { name.hasSuffix($0) } && !name.hasSuffix(".qmd.json")
  }

  private static let tableEndings = [
    ".csv", ".tsv", ".tab", ".csv.gz", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".geojson", ".jsonl",
    ".ndjson",
    ".geojson.gz", ".json.gz", ".gpkg", ".shp", ".dbf",
  ]

  /// Files that systems leave in archives.
  private static func isLitter(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.hasSuffix(".DS_Store") || name.hasSuffix("Thumbs.db")
      || name.hasSuffix("desktop.ini")
  }

  /// Files that speak of the data.
  private static func isNotice(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ["readme", "lisez", "lisezmoi", "licence", "license", "notice", "changelog"].contains {
      lower.hasPrefix($0)
    }
      || [".md", ".pdf", ".qml", ".sld", ".md5", ".sha256"].contains { lower.hasSuffix($0) }
  }
}
