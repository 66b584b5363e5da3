public import Messages
import Register

/// JSON text (RFC 8259) read with the place of each value, its numbers kept as they are written.
public enum JSONDocument {
  /// Reads a document.
  public static func read(
    _ bytes: [UInt8],
    limits: LocatedDocument.Limits = LocatedDocument.Limits()
  ) throws(Failure) -> LocatedDocument {
    guard bytes.count <= limits.bytes else { throw DocumentFailure.tooLarge(limits.bytes) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw DocumentFailure.encoding }
    var reader = JSONTextReader(bytes, limits)
    return try reader.document()
  }
}

private struct JSONTextReader {
  private let bytes: [UInt8]
  private let limits: LocatedDocument.Limits
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var count = 0
  private var places: [String: Failure.Location] = [:]

  init(_ bytes: [UInt8], _ limits: LocatedDocument.Limits) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStart = 3
    }
  }

  mutating func document() throws(Failure) -> LocatedDocument {
    skipBlanks()
    guard index < bytes.count else { throw DocumentFailure.empty }
    let value = try value(at: "", depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw syntax() }
    return LocatedDocument(value: value, places: places)
  }

  private mutating func value(at pointer: String, depth: Int) throws(Failure) -> JSONValue {
    let place = here
    places[pointer] = place
    count += 1
    guard count <= limits.values else { throw DocumentFailure.tooMany(place) }
    guard depth < limits.depth else { throw DocumentFailure.tooDeep(place) }
    switch peek {
    case UInt8(ascii: "{"): return try object(at: pointer, depth: depth)
    case UInt8(ascii: "["): return try array(at: pointer, depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(at pointer: String, depth: Int) throws(Failure) -> JSONValue {
    index += 1
    var members: [String: JSONValue] = [:]
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      let place = here
      guard peek == UInt8(ascii: "\"") else { throw syntax() }
      let key = try string()
      guard members[key] == nil else { throw DocumentFailure.repeated(key, place) }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw syntax() }
      skipBlanks()
      members[key] = try value(at: pointer + pointerPart(key), depth: depth + 1)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw syntax() }
    return .object(members)
  }

  private mutating func array(at pointer: String, depth: Int) throws(Failure) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      skipBlanks()
      values.append(try value(at: pointer + "/\(values.count)", depth: depth + 1))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw syntax() }
    return .array(values)
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw syntax() }
      index += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape())
      } else {
        text.append(byte)
      }
    }
    guard take(UInt8(ascii: "\"")) else { throw syntax() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let byte = peek else { throw syntax() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw syntax(back: 1)
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that make a pair of surrogates.
  private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw syntax() }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw syntax() }
    return scalar
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw syntax() }
    index += 4
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    while let byte = peek, byte > 0x20, ![0x2C, 0x5D, 0x7D].contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard JSONNumber(text) != nil else {
      index = start
      throw syntax()
    }
    return .number(text)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw syntax() }
    index += word.utf8.count
    return value
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      index += 1
      if byte == 0x0A {
        line += 1
        lineStart = index
      }
    }
  }

  private var here: Failure.Location {
    let end = min(index, bytes.count)
    let column = bytes[min(lineStart, end)..<end].count { $0 & 0xC0 != 0x80 } + 1
    return Failure.Location(line: line, column: column)
  }

  private func syntax(back: Int = 0) -> Failure {
    var earlier = self
    earlier.index -= back
    return Failure(
      "document.json.syntax",
      .invalid,
      fr: "Le JSON ne se lit pas à cet endroit.",
      en: "The JSON cannot be read at this place.",
      remedy: Bilingual(
        fr:
          "Regardez la ligne indiquée et celle d’avant\u{A0}: il manque souvent une virgule ou un guillemet.",
        en: "Look at the line given and the one before: a comma or a quote is often missing."
      ),
      location: earlier.here
    )
  }
}
