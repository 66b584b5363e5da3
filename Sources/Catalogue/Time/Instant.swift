internal import CivilTime

/// Instants as the journal writes them: ISO 8601 in UTC.
public enum Instant {
  /// The seconds since 1970-01-01T00:00:00Z of an ISO 8601 date, or date and time; `nil` when it is not one.
  ///
  /// A time without a zone is taken as UTC.
  public static func seconds(iso text: String) -> Double? {
    guard let day = CivilDate(text) else { return nil }
    let midnight = Double(day.daysSinceEpoch) * 86_400
    let rest = text.utf8.dropFirst(11)
    guard text.utf8.count > 10 else { return midnight }
    let bytes = Array(rest)
    guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[0..<2]),
      let minute = number(bytes[3..<5]), hour < 25, minute < 60
    else { return nil }
    var seconds = midnight + Double(hour * 3_600 + minute * 60)
    var position = 5
    if position + 2 < bytes.count, bytes[position] == UInt8(ascii: ":") {
      guard let whole = number(bytes[position + 1..<position + 3]), whole < 61 else { return nil }
      seconds += Double(whole)
      position += 3
    }
    return fraction(&position, bytes).flatMap { part in offset(position, bytes).map { seconds + part - $0 } }
  }

  private static func fraction(_ position: inout Int, _ bytes: [UInt8]) -> Double? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return 0 }
    position += 1
    var scale = 0.1
    var total = 0.0
    while position < bytes.count, (48...57).contains(bytes[position]) {
      total += Double(bytes[position] - 48) * scale
      scale /= 10
      position += 1
    }
    return total
  }

  /// The offset from UTC of what is left: nothing, `Z`, `+02:00`.
  private static func offset(_ position: Int, _ bytes: [UInt8]) -> Double? {
    let rest = Array(bytes[position...])
    if rest.isEmpty || rest == [UInt8(ascii: "Z")] { return 0 }
    guard rest.count == 6, rest[3] == UInt8(ascii: ":"), let hours = number(rest[1..<3]),
      let minutes = number(rest[4..<6])
    else { return nil }
    let seconds = Double(hours * 3_600 + minutes * 60)
    switch rest[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var total = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      total = total * 10 + Int(byte - 48)
    }
    return total
  }
}
