import Register

/// What a plain scalar of YAML is worth, by the core schema of YAML 1.2 (§10.3.2).
///
/// `yes`, `09:00-08:00` and `2022-10-03` stay texts: contracts are full of them, and the older schema would
/// make truths, numbers of seconds and days of them.
enum YAMLScalar {
  /// The value; `nil` for a number that JSON has no spelling of (`.inf`, `.nan`).
  static func value(ofPlain text: String) -> JSONValue? {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: break
    }
    guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .string(text) }
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
      let digits = text.dropFirst(2)
      guard let number = Int(digits, radix: text.hasPrefix("0x") ? 16 : 8), digits.first != "+",
        digits.first != "-"
      else { return .string(text) }
      return .number(String(number))
    }
    let unsigned = text.drop { $0 == "+" || $0 == "-" }
    if text.count - unsigned.count <= 1, [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(unsigned) {
      return nil
    }
    return number(text).map(JSONValue.number) ?? .string(text)
  }

  /// The JSON spelling of a decimal number as YAML writes it: `+1`, `007`, `1.`, `.5` are numbers there.
  private static func number(_ text: String) -> String? {
    var body = Substring(text)
    var sign = ""
    if body.first == "-" || body.first == "+" { sign = body.removeFirst() == "-" ? "-" : "" }
    let mantissa = body.prefix { ("0"..."9").contains($0) || $0 == "." }
    let power = body[mantissa.endIndex...]
    var whole = mantissa.prefix { $0 != "." }
    let fraction = mantissa.dropFirst(whole.count + 1)
    guard !(whole.isEmpty && fraction.isEmpty), !fraction.contains(".") else { return nil }
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    let written = sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction) + power
    return JSONNumber(written) == nil ? nil : written
  }
}
