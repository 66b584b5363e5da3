/// The grammar of OpenStreetMap opening hours, as far as services write it: `Mo-Fr 08:30-12:00,14:00-18:00;
/// PH off`.
enum OpeningHours {
  private static let days: Set<String> = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"]
  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "week", "easter",
  ]
  private static let states: Set<String> = ["off", "closed", "open", "unknown", "24/7", "sunrise", "sunset"]

  static func isValid(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, end - start <= 400 else { return false }
    let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
    if text == "24/7" { return true }
    var hasSelector = false
    for rule in text.split(separator: ";") {
      let words = rule.split(separator: " ")
      guard !words.isEmpty, words.allSatisfy({ isToken($0, &hasSelector) }) else { return false }
    }
    return hasSelector
  }

  private static func isToken(_ word: Substring, _ hasSelector: inout Bool) -> Bool {
    if states.contains(String(word)) { return true }
    for part in word.split(separator: ",", omittingEmptySubsequences: true) {
      let plain = part.split(separator: "[")[0]
      let ends = plain.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2 else { return false }
      for end in ends where !isEnd(end, &hasSelector) { return false }
    }
    return true
  }

  private static func isEnd(_ end: Substring, _ hasSelector: inout Bool) -> Bool {
    let text = end.hasSuffix("+") || end.hasSuffix(":") ? String(end.dropLast()) : String(end)
    if days.contains(text) || months.contains(text) {
      hasSelector = true
      return true
    }
    if states.contains(text) { return true }
    if text.allSatisfy(\.isNumber) { return (1...4).contains(text.count) }
    let clock = text.split(separator: ":")
    guard clock.count == 2, clock[1].count == 2, let hour = Int(clock[0]), let minute = Int(clock[1]) else {
      return false
    }
    hasSelector = true
    return hour <= 26 && minute < 60
  }
}
