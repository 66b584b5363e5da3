public import Tabular

/// Values as machines read them: ISO 8601 dates, a decimal point, `true` and `false`.
public enum CellText {
  /// The text of a value; empty for none.
  public static func text(_ value: CellValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the text of a value; nothing for none.
  public static func append(_ value: CellValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: break
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .integer(let value): appendInteger(value, to: &bytes)
    case .number(let value): appendNumber(value, to: &bytes)
    case .boolean(let value): bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    case .date(let days): appendDate(Int(days), to: &bytes)
    case .datetime(let micros): appendInstant(micros, to: &bytes)
    case .time(let micros): appendTime(micros, to: &bytes)
    }
  }

  /// Adds a value as JSON (RFC 8259): numbers and booleans as such, dates as text, `null` for none.
  public static func appendJSON(_ value: CellValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .text(let text): appendJSONString(text, to: &bytes)
    case .number(let number) where !number.isFinite: bytes.append(contentsOf: "null".utf8)
    case .integer, .number, .boolean: append(value, to: &bytes)
    case .date, .datetime, .time:
      bytes.append(UInt8(ascii: "\""))
      append(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Adds a text as a JSON string.
  public static func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes += [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendInteger(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, width: 1, to: &bytes)
  }

  private static func appendDigits(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }

  /// Whole numbers lose the `.0` that Swift gives them.
  private static func appendNumber(_ value: Double, to bytes: inout [UInt8]) {
    if value == value.rounded(), abs(value) < 9e15 {
      if value == 0, value.sign == .minus {
        bytes.append(contentsOf: "-0".utf8)
      } else {
        appendInteger(Int64(value), to: &bytes)
      }
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  private static func appendDate(_ days: Int, to bytes: inout [UInt8]) {
    let date = CivilDate(days: days)
    if date.year < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(UInt64(date.year.magnitude), width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendDigits(UInt64(date.month), width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendDigits(UInt64(date.day), width: 2, to: &bytes)
  }

  private static func appendInstant(_ micros: Int64, to bytes: inout [UInt8]) {
    let day: Int64 = 86_400_000_000
    let days = micros >= 0 ? micros / day : -((-micros + day - 1) / day)
    appendDate(Int(days), to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendTime(micros - days * day, to: &bytes)
  }

  private static func appendTime(_ micros: Int64, to bytes: inout [UInt8]) {
    let clamped = UInt64(clamping: micros)
    appendDigits(clamped / 3_600_000_000, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDigits(clamped / 60_000_000 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDigits(clamped / 1_000_000 % 60, width: 2, to: &bytes)
    let fraction = clamped % 1_000_000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    appendDigits(fraction, width: 6, to: &bytes)
  }
}
