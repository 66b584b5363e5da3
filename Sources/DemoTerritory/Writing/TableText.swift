/// A delimited text table being written.
struct TableText {
  /// How the text becomes bytes.
  enum Encoding {
    case utf8
    case utf8WithMark
    case windows1252
  }

  private(set) var text = ""
  private let delimiter: Character
  private let newline: String

  init(delimiter: Character = ",", newline: String = "\n") {
    self.delimiter = delimiter
    self.newline = newline
  }

  /// Adds a row, quoting the cells that need it (RFC 4180).
  mutating func row(_ cells: [String]) {
    var isFirst = true
    for cell in cells {
      if !isFirst { text.append(delimiter) }
      isFirst = false
      if cell.utf8.contains(where: needsQuotes) {
        text += "\"" + cell.replacing("\"", with: "\"\"") + "\""
      } else {
        text += cell
      }
    }
    text += newline
  }

  /// Adds a line as it is.
  mutating func line(_ line: String) { text += line + newline }

  /// The bytes of the file.
  func bytes(_ encoding: Encoding = .utf8) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .windows1252: Windows1252.bytes(of: text)
    }
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 || byte == delimiter.asciiValue
  }
}

/// The code page that French Windows programs save text in.
enum Windows1252 {
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
      default: special[scalar] ?? UInt8(ascii: "?")
      }
    }
  }

  private static let special: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "„": 0x84, "…": 0x85, "Š": 0x8A, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92,
    "“": 0x93,
    "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "™": 0x99, "š": 0x9A, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}
