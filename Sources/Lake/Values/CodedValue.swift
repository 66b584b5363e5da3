import Tabular

/// Values as short texts that give them back exactly: a letter for the type, then the value.
enum CodedValue {
  /// The text of a value.
  static func text(_ value: CellValue) -> String {
    switch value {
    case .null: "0"
    case .text(let text): "t" + text
    case .integer(let value): "i\(value)"
    case .number(let value): "n\(value.bitPattern)"
    case .boolean(let value): value ? "b1" : "b0"
    case .date(let days): "d\(days)"
    case .datetime(let micros): "s\(micros)"
    case .time(let micros): "h\(micros)"
    }
  }

  /// The value of a text; `nil` when it is of none.
  static func value(_ text: String) -> CellValue? {
    let rest = text.dropFirst()
    return switch text.first {
    case "0": .null
    case "t": .text(String(rest))
    case "i": Int64(rest).map { .integer($0) }
    case "n": UInt64(rest).map { .number(Double(bitPattern: $0)) }
    case "b": .boolean(rest == "1")
    case "d": Int32(rest).map { .date($0) }
    case "s": Int64(rest).map { .datetime($0) }
    case "h": Int64(rest).map { .time($0) }
    default: nil
    }
  }
}
