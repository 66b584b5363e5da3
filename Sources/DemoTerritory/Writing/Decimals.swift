/// Numbers as tables write them.
enum Decimals {
  /// A number with a fixed number of decimals.
  static func text(_ value: Double, places: Int, separator: Character = ".") -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value.magnitude * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    return sign + String(whole) + String(separator) + padded(scaled % Int(scale), places)
  }

  /// A whole number with leading zeros.
  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A number as French people type it, with blanks between thousands and a decimal comma.
  static func french(_ value: Double, places: Int) -> String {
    let parts = text(value, places: places, separator: ",").split(separator: ",")
    var grouped = ""
    for (offset, digit) in parts[0].reversed().enumerated() {
      if offset > 0, offset % 3 == 0 { grouped = " " + grouped }
      grouped = String(digit) + grouped
    }
    return parts.count > 1 ? grouped + "," + parts[1] : grouped
  }
}
