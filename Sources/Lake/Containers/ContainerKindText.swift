import Messages

/// Telling text apart by what it says first.
extension ContainerKind {
  /// Recognises text: JSON, markup, else a delimited table whose reader judges the rest.
  static func text(_ prefix: [UInt8]) -> ContainerKind {
    let isWide = prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) || looksWide(prefix)
    if !isWide, looksBinary(prefix) { return .refused(.unknown) }
    let head = opening(prefix)
    if let refusal = markup(head) { return .refused(refusal) }
    return isJSON(head) ? .json : .text
  }

  /// The first characters without byte order mark, zeros of UTF-16 and leading blanks.
  private static func opening(_ prefix: [UInt8]) -> ArraySlice<UInt8> {
    var bytes = prefix[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { bytes = bytes.dropFirst(2) }
    return bytes.filter { $0 != 0 }[...].drop { isBlank($0) }
  }

  /// Blanks, and the record separator that starts a JSON text sequence (RFC 8142).
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x1E || (0x09...0x0D).contains(byte)
  }

  /// UTF-16 without a mark: about every other byte is zero, always on the same side.
  private static func looksWide(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    var zeros = (0, 0)
    for (offset, byte) in bytes.enumerated() where byte == 0 {
      if offset & 1 == 0 { zeros.0 += 1 } else { zeros.1 += 1 }
    }
    let (few, many) = (min(zeros.0, zeros.1), max(zeros.0, zeros.1))
    return many * 10 >= bytes.count * 3 && few * 20 <= many
  }

  /// More than a tenth of control characters: no text, even one with stray zeros.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x20 && !isBlank($0) && $0 != 0x1A && $0 != 0x1B }
    return controls * 10 > bytes.count
  }

  /// A JSON text starts with an object or an array, whose first byte leaves no doubt.
  private static func isJSON(_ head: ArraySlice<UInt8>) -> Bool {
    guard let first = head.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    let next = head.dropFirst().first { !isBlank($0) }
    guard let next else { return true }
    if first == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
    return "{[\"]-0123456789ntf".utf8.contains(next)
  }

  private static func markup(_ head: ArraySlice<UInt8>) -> Refusal? {
    guard head.first == UInt8(ascii: "<") else { return nil }
    let text = String(decoding: head.prefix(4096), as: UTF8.self).lowercased()
    let isMarkup =
      text.hasPrefix("<?xml") || text.hasPrefix("<!")
      || (text.dropFirst().first?.isLetter ?? false)
        && (text.contains("</") || text.contains("/>"))
    guard isMarkup else { return nil }
    if text.hasPrefix("<!doctype html") || text.contains("<html") || text.hasPrefix("<table") { return .html }
    return marks.first { text.contains($0.0) }?.1 ?? .xml
  }

  private static let marks: [(String, Refusal)] = [
    ("netex.org.uk", .netex), ("<publicationdelivery", .netex), ("<documentbudgetaire", .budgetXML),
    ("comptefinancierunique", .budgetXML),
    ("urn:schemas-microsoft-com:office:spreadsheet", .workbookXML),
    ("office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet", .workbookXML),
    ("opengis.net/gml", .geometryXML), ("<kml", .geometryXML), ("<gpx", .geometryXML),
    ("<qgis", .style), ("doctype qgis", .style), ("styledlayerdescriptor", .style), ("<svg", .image),
  ]
}
