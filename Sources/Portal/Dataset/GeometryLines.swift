import Web

/// Reads the positions of a GeoJSON geometry (RFC 7946 § 3.1) as runs, for a drawing.
enum GeometryLines {
  /// The most positions read of a shape.
  private static let longest = 4_000

  /// The runs of positions; none for a text that is no geometry.
  static func read(_ text: String) -> [[SurveyPlan.Point]] {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = find("\"coordinates\"", in: bytes) else { return [] }
      let lines = runs(bytes[start...])
      return find("\"MultiPoint\"", in: bytes) == nil ? lines : lines.flatMap { line in line.map { [$0] } }
    }
  }

  /// The first two numbers of a text.
  static func numbers(_ text: String) -> [Double] {
    var numbers: [Double] = []
    var text = String(text.prefix(400))
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count, numbers.count < 2 {
        if let number = number(bytes, &index) { numbers.append(number) } else { index += 1 }
      }
    }
    return numbers
  }

  private static func runs(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [[SurveyPlan.Point]] {
    let all = UnsafeBufferPointer(rebasing: bytes)
    var lines: [[SurveyPlan.Point]] = []
    var line: [SurveyPlan.Point] = []
    var position: [Double] = []
    var count = 0
    var index = 0
    scan: while index < all.count, count < longest {
      switch all[index] {
      case UInt8(ascii: "["): position.removeAll(keepingCapacity: true)
      case UInt8(ascii: "]"):
        if position.count >= 2 {
          line.append(SurveyPlan.Point(latitude: position[1], longitude: position[0]))
          count += 1
        } else if !line.isEmpty {
          lines.append(line)
          line = []
        }
        position.removeAll(keepingCapacity: true)
      case UInt8(ascii: "}"): break scan
      default:
        if let number = number(all, &index) {
          position.append(number)
          continue
        }
      }
      index += 1
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A decimal number at a place, which is moved after it; `nil` where none begins.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Double? {
    var end = index
    let isNegative = bytes[end] == UInt8(ascii: "-")
    if isNegative { end += 1 }
    var value = 0.0
    var scale = 1.0
    var digits = 0
    var isFraction = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        value = value * 10 + Double(byte - UInt8(ascii: "0"))
        digits += 1
        if isFraction { scale *= 10 }
      } else if byte == UInt8(ascii: "."), !isFraction, digits > 0 {
        isFraction = true
      } else {
        break
      }
      end += 1
    }
    guard digits > 0 else { return nil }
    index = end
    return (isNegative ? -value : value) / scale
  }

  private static func find(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    name.withUTF8Buffer { name in
      guard bytes.count >= name.count else { return nil }
      return (0...(bytes.count - name.count)).first { start in
        bytes[start] == name[0] && bytes[start..<(start + name.count)].elementsEqual(name)
      }
    }
  }
}
