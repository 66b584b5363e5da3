/// How a workbook shows a number, as far as it changes what the number means: a date, a time, a code with its
/// zeros.
///
/// The codes of formats are those of ECMA-376 § 18.8.31, the same in XLS and XLSX.
enum NumberFormat: Equatable, Sendable {
  /// A number like another.
  case plain
  case date, datetime, time
  /// Hours that go on past 24.
  case elapsed
  /// A code written with as many digits as there are places, as `00000` or `00" "00" "00" "00" "00`.
  case digits([Place])

  /// One character of a code's format.
  enum Place: Equatable, Sendable {
    /// A digit, shown even when it is a leading zero where `isForced`.
    case digit(isForced: Bool)
    case literal(UInt8)
  }

  /// The format that a workbook need not describe (ECMA-376 § 18.8.30; 27…36 and 50…58 are dates of East
  /// Asia).
  init(builtIn identifier: Int) {
    switch identifier {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .datetime
    case 46: self = .elapsed
    default: self = .plain
    }
  }

  /// Reads the code of a format.
  init(code: String) {
    let scan = FormatScan(code)
    if let digits = scan.digits { self = .digits(digits) } else { self = scan.moment }
  }
}

/// The first section of a format's code, taken apart.
private struct FormatScan {
  private var hasDay = false
  private var hasClock = false
  private var hasMonthOrMinute = false
  private var hasElapsed = false
  private var isGeneral = false
  private var isPlainDigits = true
  private var places: [NumberFormat.Place] = []

  init(_ code: String) {
    var bytes = Array(code.utf8)[...]
    scan: while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        let end = bytes.firstIndex(of: byte) ?? bytes.endIndex
        places += bytes[..<end].map { .literal($0) }
        bytes = bytes[end...].dropFirst()
      case UInt8(ascii: "\\"): if let literal = bytes.popFirst() { places.append(.literal(literal)) }
      case UInt8(ascii: "["): readBracket(&bytes)
      // A blank as wide as the next character, or the next character repeated: the layout of amounts.
      case UInt8(ascii: "_"), UInt8(ascii: "*"):
        bytes = bytes.dropFirst()
        isPlainDigits = false
      default: read(byte)
      }
    }
    if code.lowercased().hasPrefix("general") || code.lowercased().hasPrefix("standard") { isGeneral = true }
  }

  private mutating func readBracket(_ bytes: inout ArraySlice<UInt8>) {
    let end = bytes.firstIndex(of: UInt8(ascii: "]")) ?? bytes.endIndex
    let inside = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    bytes = bytes[end...].dropFirst()
    if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { hasElapsed = true }
    isPlainDigits = false
  }

  private mutating func read(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0"): places.append(.digit(isForced: true))
    case UInt8(ascii: "#"), UInt8(ascii: "?"): places.append(.digit(isForced: false))
    case UInt8(ascii: " "), UInt8(ascii: "-"): places.append(.literal(byte))
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "y"), UInt8(ascii: "Y"): hasDay = true
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"): hasClock = true
    case UInt8(ascii: "m"), UInt8(ascii: "M"): hasMonthOrMinute = true
    default: isPlainDigits = false
    }
  }

  var moment: NumberFormat {
    if isGeneral { return .plain }
    if hasElapsed { return .elapsed }
    if hasClock { return hasDay ? .datetime : .time }
    return hasDay || hasMonthOrMinute ? .date : .plain
  }

  /// The places of a code: at least two digits are shown whatever the number.
  var digits: [NumberFormat.Place]? {
    guard isPlainDigits, !isGeneral, moment == .plain else { return nil }
    let first = places.firstIndex(of: .digit(isForced: true)) ?? places.endIndex
    let forced = places[first...].count { if case .digit = $0 { true } else { false } }
    return forced >= 2 ? places : nil
  }
}
