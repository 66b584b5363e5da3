/// Comparison that takes the same time wherever two secrets differ.
public enum ConstantTime {
  /// Whether two texts are equal; only their lengths may be learnt from the time it takes.
  public static func equals(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (a, b) in zip(left, right) { difference |= a ^ b }
    return difference == 0
  }
}
