import Web

/// Reads the positions of a GeoJSON geometry (RFC 7946 § 3.1) as runs, for a drawing.
enum GeometryLines {
  /// The most positions read of a shape.
  private static let longest = 4_000

  /// The runs of positions; none for a text that is no geometry.
  static func read(_ text: String) -> [[SurveyPlan.Point]] {
    let lines = runs(text)
    return text.contains("\"MultiPoint\"") ? lines.flatMap { line in line.map { [$0] } } : lines
  }

  private static func runs(_ text: String) -> [[SurveyPlan.Point]] {
    guard let start = text.firstRange(of: "\"coordinates\"") else { return [] }
    var lines: [[SurveyPlan.Point]] = []
    var line: [SurveyPlan.Point] = []
    var position = ""
    var count = 0
    for character in text[start.upperBound...].utf8 {
      switch character {
      case UInt8(ascii: "["): position = ""
      case UInt8(ascii: "]"):
        if let point = point(position) {
          line.append(point)
          count += 1
        } else if !line.isEmpty {
          lines.append(line)
          line = []
        }
        position = ""
        if count >= longest { return lines + (line.isEmpty ? [] : [line]) }
      case UInt8(ascii: "}"): return lines + (line.isEmpty ? [] : [line])
      default: position.unicodeScalars.append(Unicode.Scalar(character))
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// The first two numbers of a text.
  static func numbers(_ text: String) -> [Double] {
    var numbers: [Double] = []
    for run in text.prefix(400).split(whereSeparator: { !("0"..."9" ~= $0) && !"+-.eE".contains($0) }) {
      if let number = Double(run) { numbers.append(number) }
      if numbers.count == 2 { break }
    }
    return numbers
  }

  private static func point(_ text: String) -> SurveyPlan.Point? {
    let parts = text.split(separator: ",").map { Double($0.filter { !$0.isWhitespace }) }
    guard parts.count >= 2, let longitude = parts[0], let latitude = parts[1] else { return nil }
    return SurveyPlan.Point(latitude: latitude, longitude: longitude)
  }
}
