/// A scale of values with round marks, zero included.
struct Scale: Sendable, Equatable {
  let low: Double
  let high: Double
  let marks: [Double]

  /// Makes a scale for values between two bounds, with about `count` marks.
  init(from least: Double, to most: Double, count: Int = 4) {
    let bottom = min(0, least)
    let top = max(0, most)
    guard top - bottom > 0, (top - bottom).isFinite else {
      (low, high, marks) = (0, 1, [0, 1])
      return
    }
    let step = Self.roundStep((top - bottom) / Double(count))
    let first = (bottom / step).rounded(.down)
    let last = (top / step).rounded(.up)
    low = first * step
    high = last * step
    marks = (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Where a value lies, from 0 to 1.
  func position(_ value: Double) -> Double { (value - low) / (high - low) }

  /// The least of 1, 2 and 5 times a power of ten that is not below `rough`.
  private static func roundStep(_ rough: Double) -> Double {
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= rough * 0.999 { return power * factor }
    return power * 10
  }
}

/// Numbers as SVG writes them: at most two decimals.
func svgNumber(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  if hundredths % 100 == 0 { return "\(hundredths / 100)" }
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
  return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
