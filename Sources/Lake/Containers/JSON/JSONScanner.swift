import Foundation
import Glibc
import Messages

/// A forward reader of JSON (RFC 8259) of any length, in a window of constant size.
///
/// Every byte read is checked: grammar, UTF-8, depth. A fault is told with its line and column. `NaN` and
/// `Infinity`, which several programs write, pass as values.
final class JSONScanner {
  /// Objects and arrays within each other beyond this are refused.
  static let depthLimit = 200

  private let stream: any ByteStream
  private let buffer: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var cursor = 0
  private var limit = 0
  private var utf8 = UTF8Check()
  private var line = 1
  /// Where the line starts, counted from the window's start: negative when that is before it.
  private var lineStart = 0
  private var scratch: [UInt8] = []

  /// Reads `stream`.
  init(_ stream: any ByteStream, window: Int = 1 << 18) {
    self.stream = stream
    capacity = max(window, 64)
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// The next byte that is no blank, not yet taken; nil at the end.
  ///
  /// The record separator of JSON text sequences (RFC 8142) and the byte order mark are blanks.
  func peek() throws -> UInt8? {
    while true {
      while cursor < limit {
        let byte = buffer[cursor]
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, 0x1E: cursor += 1
        case 0xEF where try skipMark(): continue
        default: return byte
        }
      }
      if try !fill() { return nil }
    }
  }

  /// Takes the next byte that is no blank, which must be `byte`.
  func take(_ byte: UInt8) throws {
    guard let next = try peek() else { throw truncated() }
    guard next == byte else { throw fault() }
    cursor += 1
  }

  /// Takes the next byte that is no blank if it is `byte`.
  func takes(_ byte: UInt8) throws -> Bool {
    guard try peek() == byte else { return false }
    cursor += 1
    return true
  }

  /// Whether another element follows in an array or object that `close` ends: takes the comma or the end.
  func another(before close: UInt8) throws -> Bool {
    if try takes(UInt8(ascii: ",")) { return true }
    try take(close)
    return false
  }

  /// Reads a string's characters, its escapes resolved.
  func appendString(to bytes: inout [UInt8]) throws {
    try take(UInt8(ascii: "\""))
    while true {
      let start = cursor
      var at = cursor
      while at < limit, buffer[at] != 0x22, buffer[at] != 0x5C, buffer[at] >= 0x20 { at += 1 }
      bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + start, count: at - start))
      cursor = at
      guard at < limit else {
        guard try fill() else { throw truncated() }
        continue
      }
      guard buffer[at] >= 0x20 else { throw fault() }
      cursor += 1
      if buffer[at] == 0x22 { return }
      try appendEscape(to: &bytes)
    }
  }

  /// Reads a number or a literal as it is written.
  ///
  /// Returns false for `null`, of which nothing is added.
  func appendScalar(to bytes: inout [UInt8]) throws -> Bool {
    scratch.removeAll(keepingCapacity: true)
    _ = try peek()
    while true {
      while cursor < limit, Self.isScalar(buffer[cursor]), scratch.count < 1 << 16 {
        scratch.append(buffer[cursor])
        cursor += 1
      }
      if cursor < limit { break }
      if try !fill() { break }
    }
    switch scratch.first {
    case nil: throw cursor < limit ? fault() : truncated()
    case UInt8(ascii: "n") where scratch.has("null") && scratch.count == 4: return false
    case UInt8(ascii: "t") where scratch.has("true") && scratch.count == 4: break
    case UInt8(ascii: "f") where scratch.has("false") && scratch.count == 5: break
    case UInt8(ascii: "N") where scratch.has("NaN") && scratch.count == 3: break
    case UInt8(ascii: "I") where scratch.has("Infinity") && scratch.count == 8: break
    default: guard Self.isNumber(scratch) || scratch.has("-Infinity") else { throw fault() }
    }
    bytes.append(contentsOf: scratch)
    return true
  }

  /// Reads any value and adds its text, without blanks between its tokens.
  func appendValue(to bytes: inout [UInt8], depth: Int = 0) throws {
    guard let byte = try peek() else { throw truncated() }
    guard depth < Self.depthLimit else { throw tooDeep() }
    switch byte {
    case UInt8(ascii: "{"): try appendMembers(to: &bytes, depth: depth)
    case UInt8(ascii: "["):
      try take(byte)
      bytes.append(byte)
      if try !takes(UInt8(ascii: "]")) {
        repeat {
          if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
          try appendValue(to: &bytes, depth: depth + 1)
        } while try another(before: UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try appendQuoted(to: &bytes)
    default: if try !appendScalar(to: &bytes) { bytes.append(contentsOf: "null".utf8) }
    }
  }

  private func appendMembers(to bytes: inout [UInt8], depth: Int) throws {
    try take(UInt8(ascii: "{"))
    bytes.append(UInt8(ascii: "{"))
    if try !takes(UInt8(ascii: "}")) {
      repeat {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        try appendQuoted(to: &bytes)
        try take(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: ":"))
        try appendValue(to: &bytes, depth: depth + 1)
      } while try another(before: UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Adds a string as JSON writes it.
  private func appendQuoted(to bytes: inout [UInt8]) throws {
    var characters: [UInt8] = []
    swap(&characters, &quoted)
    characters.removeAll(keepingCapacity: true)
    try appendString(to: &characters)
    JSONText.appendQuoted(characters, to: &bytes)
    swap(&characters, &quoted)
  }

  private var quoted: [UInt8] = []
  private var skipped: [UInt8] = []

  /// Reads any value and forgets it.
  func skipValue(depth: Int = 0) throws {
    guard let byte = try peek() else { throw truncated() }
    guard depth < Self.depthLimit else { throw tooDeep() }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let close = byte + 2
      try take(byte)
      if try takes(close) { return }
      repeat {
        if byte == UInt8(ascii: "{") {
          try skipString()
          try take(UInt8(ascii: ":"))
        }
        try skipValue(depth: depth + 1)
      } while try another(before: close)
    case UInt8(ascii: "\""): try skipString()
    default:
      skipped.removeAll(keepingCapacity: true)
      _ = try appendScalar(to: &skipped)
    }
  }

  private func skipString() throws {
    skipped.removeAll(keepingCapacity: true)
    try appendString(to: &skipped)
  }
}

// MARK: Escapes and numbers

extension JSONScanner {
  private func byte() throws -> UInt8 {
    if cursor == limit, try !fill() { throw truncated() }
    defer { cursor += 1 }
    return buffer[cursor]
  }

  private func appendEscape(to bytes: inout [UInt8]) throws {
    switch try byte() {
    case UInt8(ascii: "\""): bytes.append(0x22)
    case UInt8(ascii: "\\"): bytes.append(0x5C)
    case UInt8(ascii: "/"): bytes.append(0x2F)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"): try appendUnit(to: &bytes)
    default: throw fault()
    }
  }

  /// A half of a surrogate pair alone becomes U+FFFD, as in all that decodes UTF-16.
  private func appendUnit(to bytes: inout [UInt8]) throws {
    var units = [try unit()]
    while UTF16.isLeadSurrogate(units[units.count - 1]) {
      if cursor == limit, try !fill() { throw truncated() }
      guard buffer[cursor] == UInt8(ascii: "\\") else { break }
      cursor += 1
      guard try byte() == UInt8(ascii: "u") else {
        bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        cursor -= 1
        return try appendEscape(to: &bytes)
      }
      units.append(try unit())
    }
    bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }

  private func unit() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try byte())).hexDigitValue else { throw fault() }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private static func isNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

// MARK: The window and its faults

extension JSONScanner {
  /// Reads more when all that was read is taken.
  ///
  /// False at the end.
  private func fill() throws -> Bool {
    noteLines()
    lineStart -= limit
    cursor = 0
    limit = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
    if limit == 0 {
      guard utf8.isComplete else { throw badEncoding() }
      return false
    }
    guard utf8.accept(UnsafeBufferPointer(start: buffer, count: limit)) else { throw badEncoding() }
    return true
  }

  private func noteLines() {
    var at = 0
    while at < cursor, let found = memchr(buffer + at, 0x0A, cursor - at) {
      at = buffer.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
      line += 1
      lineStart = at
    }
  }

  /// Skips a byte order mark at the very start.
  private func skipMark() throws -> Bool {
    guard cursor == 0, lineStart == 0, line == 1, limit >= 3, buffer[1] == 0xBB, buffer[2] == 0xBF else {
      return false
    }
    cursor = 3
    return true
  }

  private var location: Failure.Location {
    noteLines()
    return Failure.Location(line: line, column: max(1, cursor - lineStart + 1))
  }

  /// The text is no JSON at this point.
  func fault() -> Failure {
    let place = location
    return Failure(
      "container.json.syntax",
      .invalid,
      fr: "Le JSON est mal formé à la ligne \(place.line ?? 0), colonne \(place.column ?? 0).",
      en: "The JSON is malformed at line \(place.line ?? 0), column \(place.column ?? 0).",
      remedy: Bilingual(
        fr: "Corrigez à cet endroit (virgule, guillemet, accolade…) ou refaites l’export.",
        en: "Mend it there (comma, quote, brace…) or make the export again."
      ),
      location: place
    )
  }

  /// The text stops before the end of a value.
  func truncated() -> Failure {
    Failure(
      "container.json.truncated",
      .invalid,
      fr: "Le JSON est incomplet : la fin manque.",
      en: "The JSON is incomplete: its end is missing.",
      remedy: Bilingual(
        fr: "Recommencez le téléchargement ou l’export jusqu’au bout.",
        en: "Download or export it again to the end."
      ),
      location: location
    )
  }

  private func tooDeep() -> Failure {
    Failure(
      "container.json.too-deep",
      .tooLarge,
      fr: "Le JSON emboîte plus de \(Self.depthLimit) niveaux d’objets.",
      en: "The JSON nests more than \(Self.depthLimit) levels of objects.",
      remedy: Bilingual(
        fr: "Donnez un tableau d’objets simples.",
        en: "Give an array of simple objects."
      ),
      location: location
    )
  }

  private func badEncoding() -> Failure {
    Failure(
      "container.json.encoding",
      .invalid,
      fr: "Le JSON n’est pas en UTF-8, seul encodage que la norme admet.",
      en: "The JSON is not in UTF-8, the only encoding that the standard admits.",
      remedy: Bilingual(fr: "Enregistrez-le de nouveau en UTF-8.", en: "Save it again in UTF-8."),
      location: Failure.Location(line: line)
    )
  }
}
