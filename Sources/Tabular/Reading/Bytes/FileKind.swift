import Messages

/// What a file is by its first bytes, whatever its name says.
public enum FileKind: String, Sendable, CaseIterable {
  /// Nothing at all.
  case empty
  /// Text, perhaps a delimited table.
  case text
  /// Compressed by gzip.
  case gzip
  /// An Excel 2007 workbook.
  case xlsx
  /// An OpenDocument spreadsheet.
  case ods
  /// An archive that is no workbook.
  case zip
  /// An Excel 97 workbook or another file of Office 97.
  case ole
  /// A PDF document.
  case pdf
  /// A SQLite database, GeoPackage included.
  case sqlite
  /// A Parquet file.
  case parquet
  /// A shape file of ESRI.
  case shapefile
  /// A JSON text, GeoJSON and JSON Lines included.
  case json
  /// A web page.
  case html
  /// An XML text.
  case xml
  /// A picture.
  case image
  /// An archive that we do not open: tar, 7z, rar, bzip2, xz, zstd.
  case archive
  /// A rich text document.
  case rtf
  /// Other bytes that are no text.
  case binary

  /// Tells what bytes are, from the first thousands of them.
  public init(head: UnsafeBufferPointer<UInt8>) {
    if head.isEmpty {
      self = .empty
    } else if let kind = FileKind.bySignature(head) {
      self = kind
    } else if FileKind.isBinary(head) {
      self = .binary
    } else {
      self = FileKind.byMarkup(head) ?? .text
    }
  }

  /// Tells what a file is; gzip is not looked into.
  public init(path: String) throws {
    let file = try FileBytes(path: path)
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBytes { try file.read(into: $0) }
    self = head.withUnsafeBufferPointer { FileKind(head: UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  private static let signatures: [(FileKind, [UInt8])] = [
    (.gzip, [0x1F, 0x8B, 0x08]), (.ole, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.pdf, Array("%PDF-".utf8)), (.sqlite, Array("SQLite format 3\0".utf8)), (.parquet, Array("PAR1".utf8)),
    (.shapefile, [0x00, 0x00, 0x27, 0x0A]), (.image, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
    (.image, [0xFF, 0xD8, 0xFF]), (.image, Array("GIF8".utf8)), (.image, [0x49, 0x49, 0x2A, 0x00]),
    (.image, [0x4D, 0x4D, 0x00, 0x2A]), (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.archive, Array("Rar!".utf8)), (.archive, Array("BZh".utf8)),
    (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    (.archive, [0x28, 0xB5, 0x2F, 0xFD]), (.rtf, Array("{\\rtf".utf8)), (.binary, [0x7F, 0x45, 0x4C, 0x46]),
  ]

  private static func bySignature(_ head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return zipped(head)
    }
    if head.count > 262, head[257...].starts(with: Array("ustar".utf8)) { return .archive }
    return signatures.first { head.starts(with: $0.1) }?.0
  }

  private static func zipped(_ head: UnsafeBufferPointer<UInt8>) -> FileKind {
    let names = String(decoding: head.prefix(4096), as: UTF8.self)
    if names.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") { return .ods }
    return names.contains("xl/") || names.contains("[Content_Types].xml") ? .xlsx : .zip
  }

  /// Whether too many bytes are none that a text holds.
  ///
  /// A few NULs are a fault to report, not a reason to refuse.
  private static func isBinary(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    if EncodingEvidence.unicode(head) != nil { return false }
    let odd = head.prefix(4096).count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1A && $0 != 0x1F) }
    return odd > 2 && odd * 20 > min(head.count, 4096)
  }

  private static func byMarkup(_ head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let visible: [UInt8] = head[start...].prefix(1024).filter { $0 != 0 }
    let text = visible.drop { $0 <= 0x20 || $0 >= 0xFE }
    let lower = String(decoding: text, as: UTF8.self).lowercased()
    for tag in ["<!doctype html", "<html", "<head", "<body", "<table"] where lower.hasPrefix(tag) {
      return .html
    }
    if lower.hasPrefix("<?xml") || lower.hasPrefix("<!doctype") { return .xml }
    if lower.hasPrefix("<"), lower.dropFirst().first?.isLetter == true, lower.contains("</") { return .xml }
    return isJSON(text) ? .json : nil
  }

  private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    var marks: [Unicode.Scalar] = []
    for byte in text where byte > 0x20 && marks.count < 2 { marks.append(Unicode.Scalar(byte)) }
    guard marks.count == 2 else { return false }
    let (first, second) = (marks[0], marks[1])
    return first == "{" && (second == "\"" || second == "}")
      || first == "[" && (second == "{" || second == "[" || second == "\"")
  }
}
