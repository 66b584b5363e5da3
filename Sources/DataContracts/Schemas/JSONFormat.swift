import Foundation
import Register

/// The formats of JSON Schema that are checked; any other says nothing.
enum JSONFormat {
  static func holds(_ format: String, _ text: String) -> Bool {
    switch format {
    case "date": text.utf8.count == 10 && Moment(text) != nil
    case "date-time": isMoment(text)
    case "uri": isAddress(text)
    case "email": isMailbox(text)
    default: true
    }
  }

  /// A moment of RFC 3339: a day, a time with seconds, and `Z` or a shift.
  private static func isMoment(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 10, Moment(String(parts[0])) != nil else { return false }
    var time = parts[1]
    if time.hasSuffix("Z") {
      time.removeLast()
    } else {
      let shift = time.suffix(6)
      guard shift.count == 6, let sign = shift.first, sign == "+" || sign == "-",
        numbers(shift.dropFirst(), [23, 59])
      else { return false }
      time.removeLast(6)
    }
    let seconds = time.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = seconds.dropFirst().first
    return numbers(seconds[0], [23, 59, 60])
      && (fraction.map { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } } ?? true)
  }

  private static func numbers(_ text: Substring, _ limits: [Int]) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == limits.count
      && zip(parts, limits).allSatisfy { part, limit in
        part.utf8.count == 2 && part.allSatisfy { $0.isASCII && $0.isNumber } && (Int(part) ?? 99) <= limit
      }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter else {
      return false
    }
    let scheme = text[..<colon]
    return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      && !text.unicodeScalars.contains { $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0) }
  }

  private static func isMailbox(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
  }
}
