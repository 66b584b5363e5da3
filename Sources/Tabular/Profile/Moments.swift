/// The count, mean, spread and bounds of numbers, added one by one (Welford) or by groups (Chan et al.).
struct Moments: Sendable, Equatable {
  private(set) var count = 0
  private(set) var mean = 0.0
  private var squares = 0.0
  private(set) var min = Double.infinity
  private(set) var max = -Double.infinity

  /// Adds a number that occurs `weight` times.
  mutating func add(_ number: Double, weight: Int) {
    count += weight
    let delta = number - mean
    mean += delta * Double(weight) / Double(count)
    squares += Double(weight) * delta * (number - mean)
    if number < min { min = number }
    if number > max { max = number }
  }

  /// Adds the numbers that another summed.
  mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let delta = other.mean - mean
    squares += other.squares + delta * delta * Double(count) * Double(other.count) / Double(total)
    mean += delta * Double(other.count) / Double(total)
    count = total
    min = Swift.min(min, other.min)
    max = Swift.max(max, other.max)
  }

  /// The same for numbers all multiplied by a factor above 0.
  func scaled(by factor: Double) -> Moments {
    var scaled = self
    if factor == 1 { return scaled }
    scaled.mean *= factor
    scaled.squares *= factor * factor
    scaled.min *= factor
    scaled.max *= factor
    return scaled
  }

  /// The standard deviation of the population.
  var deviation: Double { count == 0 ? 0 : (squares / Double(count)).squareRoot() }
}
