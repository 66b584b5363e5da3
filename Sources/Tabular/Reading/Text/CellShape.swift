/// What a cell looks like, coarsely: enough to tell names from values.
enum CellShape: Equatable {
  /// Nothing, or a word that says there is nothing.
  case missing
  /// A whole number.
  case integer
  /// A number with a fraction.
  case decimal
  /// A date, a time or both.
  case date
  /// An address of the web or of mail.
  case address
  /// Letters and digits without blanks, as identifiers have.
  case code
  /// Other text.
  case text

  private static let missingWords: Set<String> = [
    "na", "n/a", "nan", "nc", "nd", "n.c.", "n.d.", "null", "none", "-", "--", "?", ".", "#n/a",
    "non renseigné",
  ]

  /// Looks at a trimmed cell.
  init(_ cell: String) {
    if cell.isEmpty || CellShape.missingWords.contains(cell.lowercased()) {
      self = .missing
    } else if let number = CellShape.number(cell) {
      self = number
    } else if CellShape.isDate(cell) {
      self = .date
    } else if cell.contains("@") && cell.contains(".") && !cell.contains(" ") || cell.contains("://") {
      self = .address
    } else if !cell.contains(" "), cell.contains(where: \.isNumber) {
      self = .code
    } else {
      self = .text
    }
  }

  /// Whether values of this shape are unlikely as column names.
  var isValue: Bool { self == .integer || self == .decimal || self == .date || self == .address }

  private static func number(_ cell: String) -> CellShape? {
    var digits = 0
    var marks = 0
    for (index, byte) in cell.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return nil }
      case UInt8(ascii: "."), UInt8(ascii: ","): marks += 1
      case UInt8(ascii: " "), 0xC2, 0xA0, 0xE2, 0x80, 0xAF: if digits == 0 { return nil }
      case UInt8(ascii: "%"): if index + 1 < cell.utf8.count { return nil }
      default:
        // A euro sign or an exponent still makes a number.
        if cell.hasSuffix("€"), index + 3 >= cell.utf8.count { continue }
        guard byte == UInt8(ascii: "E") || byte == UInt8(ascii: "e"), digits > 0,
          Double(cell.replacingComma) != nil
        else { return nil }
      }
    }
    guard digits > 0, marks <= 2 else { return nil }
    return marks > 0 ? .decimal : .integer
  }

  private static func isDate(_ cell: String) -> Bool {
    guard cell.utf8.count >= 5, cell.utf8.count <= 40, cell.utf8.first.map(isDigit) == true else {
      return false
    }
    var digits = 0
    var separators = 0
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "."): separators += 1
      case UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "h"):
        break
      default: return false
      }
    }
    return digits >= 3 && separators >= 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
