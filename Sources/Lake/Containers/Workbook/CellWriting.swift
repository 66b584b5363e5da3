import Foundation
import Glibc
import Tabular

/// Writing the numbers of workbooks as text: what a person reads in the sheet, in an unambiguous notation.
enum CellWriting {
  /// A workbook keeps 15 significant digits: what a binary number has beyond is noise of its conversion.
  private static let significantDigits = 15

  /// Writes a number shown in `format`.
  ///
  /// What the file writes, where it writes numbers as text, is kept as it is when that is plain.
  static func append(
    _ number: Double,
    written: UnsafeBufferPointer<UInt8>? = nil,
    format: NumberFormat,
    epoch1904: Bool,
    to bytes: inout [UInt8]
  ) {
    switch format {
    case .plain: break
    case .digits(let places): if appendDigits(number, places, to: &bytes) { return }
    case .date, .datetime, .time, .elapsed:
      if SerialDate(number, epoch1904: epoch1904)?.append(format, to: &bytes) == true { return }
    }
    if let written, isPlain(written) {
      bytes.append(contentsOf: written)
    } else {
      appendPlain(number, to: &bytes)
    }
  }

  /// Writes a number without exponent, with at most 15 significant digits.
  static func appendPlain(_ number: Double, to bytes: inout [UInt8]) {
    if number.isFinite, abs(number) < 1e15, number == number.rounded(.towardZero) {
      bytes.append(contentsOf: String(Int64(number)).utf8)
      return
    }
    var text = formatted("%.\(significantDigits)g", number)
    if text.contains("e"), number.isFinite, abs(number) < 1e30, abs(number) > 1e-30 {
      let exponent = Int(text.split(separator: "e").last ?? "") ?? 0
      text = formatted("%.\(max(0, significantDigits - 1 - exponent))f", number)
      if text.contains(".") {
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
      }
    }
    bytes.append(contentsOf: text.utf8)
  }

  private static func formatted(_ format: String, _ number: Double) -> String {
    String(format: format, locale: nil, number)
  }

  /// Whether a number is written in at most 15 digits, without exponent.
  private static func isPlain(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in written {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "."): break
      default: return false
      }
    }
    // `12.0` is written so by some programs for 12.
    let endsInVain = written.last == UInt8(ascii: "0") && written.contains(UInt8(ascii: "."))
    return digits > 0 && digits <= significantDigits && !endsInVain
  }

  private static func appendDigits(_ number: Double, _ places: [NumberFormat.Place], to bytes: inout [UInt8])
    -> Bool
  {
    guard number >= 0, number < 1e15, number == number.rounded() else { return false }
    var digits = Array(String(Int64(number)).utf8)
    var shown: [UInt8] = []
    let first = places.firstIndex(of: .digit(isForced: true)) ?? 0
    for (index, place) in places.enumerated().reversed() {
      switch place {
      case .digit:
        if let digit = digits.popLast() {
          shown.append(digit)
        } else if index >= first {
          shown.append(UInt8(ascii: "0"))
        }
      case .literal(let byte): if index > first || !digits.isEmpty { shown.append(byte) }
      }
    }
    shown.append(contentsOf: digits.reversed())
    bytes.append(contentsOf: shown.reversed())
    return true
  }
}

/// A moment as workbooks count it: days since the end of 1899, or of 1903 in files of old Macintoshes.
struct SerialDate {
  private let days: Int
  private let milliseconds: Int
  private let serial: Double

  /// Reads a serial number; nil when it is no date from 1900 to 9999.
  init?(_ serial: Double, epoch1904: Bool) {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let total = Int((serial * 86_400_000).rounded())
    var days = total / 86_400_000
    milliseconds = total % 86_400_000
    // 1900 is counted as a leap year: before March its days are one too few (ECMA-376 § 18.17.4.1).
    if epoch1904 { days += 1462 } else if days < 60 { days += 1 }
    self.days = days - 25_569
    self.serial = serial
  }

  /// Writes the moment in ISO 8601 (`2023-05-12`, `2023-05-12T08:30:00`, `08:30:00`).
  func append(_ format: NumberFormat, to bytes: inout [UInt8]) -> Bool {
    switch format {
    case .date: appendDay(to: &bytes)
    case .datetime:
      appendDay(to: &bytes)
      bytes.append(UInt8(ascii: "T"))
      appendClock(hours: milliseconds / 3_600_000, to: &bytes)
    case .time: appendClock(hours: milliseconds / 3_600_000, to: &bytes)
    case .elapsed: appendClock(hours: Int((serial * 86_400_000).rounded()) / 3_600_000, to: &bytes)
    case .plain, .digits: return false
    }
    return true
  }

  /// The proleptic Gregorian date of a count of days (Howard Hinnant,
  /// “chrono-Compatible Low-Level Date Algorithms”).
  private func appendDay(to bytes: inout [UInt8]) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    Self.append(year, width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(civilMonth, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(day, width: 2, to: &bytes)
  }

  private func appendClock(hours: Int, to bytes: inout [UInt8]) {
    Self.append(hours, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(milliseconds / 60_000 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(milliseconds / 1000 % 60, width: 2, to: &bytes)
    guard milliseconds % 1000 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    Self.append(milliseconds % 1000, width: 3, to: &bytes)
  }

  private static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    let digits = String(number).utf8
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.count)))
    bytes.append(contentsOf: digits)
  }
}
