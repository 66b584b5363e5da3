import Foundation
import Messages

/// What a file is, decided by its first bytes and never by its name alone.
enum ContainerKind: Equatable, Sendable {
  /// Delimited text.
  case text
  /// JSON, GeoJSON or JSON Lines.
  case json
  case zip, gzip
  /// A compound document, as XLS before 2007.
  case compoundDocument
  case shapefile, dbase, geoPackage
  /// No table that we read.
  case refused(Refusal)

  /// How many of the first bytes recognition looks at.
  static let prefixLength = 1 << 14

  /// Recognises a file.
  ///
  /// - Parameters:
  ///   - prefix: its first `prefixLength` bytes, or all if it has fewer.
  ///   - name: its name, which only tells apart what the bytes leave equal.
  init(prefix: [UInt8], name: String) {
    if prefix.isEmpty {
      self = .refused(.empty)
    } else if let readable = Self.readableBinary(prefix, name: name) {
      self = readable
    } else if let refusal = Self.refusedBinary(prefix) {
      self = .refused(refusal)
    } else {
      self = Self.text(prefix)
    }
  }

  private static func readableBinary(_ bytes: [UInt8], name: String) -> ContainerKind? {
    if bytes.has("PK\u{3}\u{4}") || bytes.has("PK\u{5}\u{6}") { return .zip }
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundDocument }
    if bytes.has("SQLite format 3\0") {
      return bytes.has("GPKG", at: 68) || bytes.has("GP10", at: 68) || name.lowercased().hasSuffix(".gpkg")
        ? .geoPackage : .refused(.database)
    }
    if bytes.count >= 100, bytes.big32(0) == 9994 { return shapefile(bytes, name: name) }
    if isDBase(bytes) { return .dbase }
    return nil
  }

  /// The index (.shx) has the same head as the shapes: its first entry points to offset 50, in 16-bit words,
  /// where the first record of the shapes is numbered 1 (ESRI Shapefile Technical Description, 1998).
  private static func shapefile(_ bytes: [UInt8], name: String) -> ContainerKind {
    let isIndex = bytes.count >= 104 ? bytes.big32(100) == 50 : name.lowercased().hasSuffix(".shx")
    return isIndex ? .refused(.shapefilePart) : .shapefile
  }

  /// A dBase table: version, date of update, sizes that agree, then descriptions of fields.
  private static func isDBase(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 65, [0x03, 0x83, 0x8B, 0x30, 0xF5].contains(bytes[0]) else { return false }
    let header = bytes.little16(8)
    let kinds = Array("CNDLFMBIOYT@+".utf8)
    return (1...12).contains(bytes[2]) && (1...31).contains(bytes[3]) && header >= 65
      && bytes.little16(10) > 0 && kinds.contains(bytes[32 + 11])
  }

  private static func refusedBinary(_ bytes: [UInt8]) -> Refusal? {
    for (offset, mark, refusal) in marks where offset + mark.count <= bytes.count {
      if bytes[offset..<offset + mark.count].elementsEqual(mark) { return refusal }
    }
    if bytes.has("RIFF") { return bytes.has("WEBP", at: 8) ? .image : .media }
    if bytes.has("MZ"), bytes.prefix(256).contains(0) { return .executable }
    if bytes.has("BM"), bytes.count > 14, bytes.little32(6) == 0, bytes.prefix(32).contains(0) {
      return .image
    }
    return nil
  }

  private static let marks: [(Int, [UInt8], Refusal)] =
    [
      (0, "%PDF-", Refusal.pdf), (0, "%!PS", .document), (0, "{\\rtf", .document),
      (0, "GIF8", .image), (0, "II*\0", .image), (0, "MM\0*", .image), (0, "8BPS", .image),
      (4, "ftyp", .media), (0, "ID3", .media), (0, "OggS", .media), (0, "fLaC", .media),
      (0, "\u{7F}ELF", .executable), (0, "#!/", .script), (0, "<?php", .script),
      (0, "Rar!", .archive), (257, "ustar", .archive), (0, "MSCF", .archive), (0, "BZh", .compression),
      (0, "PAR1", .parquet), (0, "ARROW1", .parquet), (0, "ORC", .parquet), (0, "Obj\u{1}", .parquet),
      (0, "fgb\u{3}", .flatGeobuf), (4, "Standard Jet DB", .database), (4, "Standard ACE DB", .database),
      (0, "OTTO", .font), (0, "wOFF", .font), (0, "wOF2", .font), (0, "-----BEGIN ", .unknown),
      (0, "Return-Path:", .message), (0, "Received:", .message), (0, "MIME-Version:", .message),
      (0, "PROJCS[", .shapefilePart), (0, "GEOGCS[", .shapefilePart), (0, "PROJCRS[", .shapefilePart),
      (0, "GEOGCRS[", .shapefilePart),
    ].map { ($0.0, Array($0.1.utf8), $0.2) } + [
      (0, [0x89, 0x50, 0x4E, 0x47], .image), (0, [0xFF, 0xD8, 0xFF], .image), (0, [0, 0, 1, 0], .image),
      (0, [0, 0, 0, 0x0C, 0x6A, 0x50], .image), (0, [0x1A, 0x45, 0xDF, 0xA3], .media),
      (0, [0xFF, 0xFB], .media), (0, [0xFE, 0xED, 0xFA, 0xCE], .executable),
      (0, [0xCF, 0xFA, 0xED, 0xFE], .executable), (0, [0xCA, 0xFE, 0xBA, 0xBE], .executable),
      (0, [0, 0x61, 0x73, 0x6D], .executable), (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
      (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compression), (0, [0x28, 0xB5, 0x2F, 0xFD], .compression),
      (0, [0x1F, 0x9D], .compression), (0, [0, 1, 0, 0, 0], .font),
      (0, [0x09, 0x00, 0x04, 0x00], .workbookOld), (0, [0x09, 0x02, 0x06, 0x00], .workbookOld),
      (0, [0x09, 0x04, 0x06, 0x00], .workbookOld), (0, [0x09, 0x08, 0x08, 0x00], .workbookOld),
      (0, [0x09, 0x08, 0x10, 0x00], .workbookOld),
    ]
}
