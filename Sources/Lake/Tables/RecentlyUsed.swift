/// A dictionary that forgets what was not used for the longest time once it weighs too much.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept { var value: Value, weight: Int, used: Int }

  private var kept: [Key: Kept] = [:]
  private var clock = 0
  private var weight = 0
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// The value of a key, which counts as a use.
  ///
  /// Setting one weighs 1.
  subscript(key: Key) -> Value? {
    mutating get {
      clock += 1
      kept[key]?.used = clock
      return kept[key]?.value
    }
    set {
      if let newValue { insert(newValue, for: key, weighing: 1) } else { remove(key) }
    }
  }

  /// Keeps a value, unless it alone weighs more than an eighth of the whole.
  mutating func insert(_ value: Value, for key: Key, weighing new: Int) {
    remove(key)
    guard new * 8 <= max(capacity, 8) else { return }
    clock += 1
    kept[key] = Kept(value: value, weight: new, used: clock)
    weight += new
    if weight > capacity { shrink() }
  }

  /// Forgets the keys for which `isGone` holds.
  mutating func removeAll(where isGone: (Key) -> Bool) {
    for key in kept.keys.filter(isGone) { remove(key) }
  }

  private mutating func remove(_ key: Key) {
    if let old = kept.removeValue(forKey: key) { weight -= old.weight }
  }

  /// Forgets a quarter at once, so that the sort is paid rarely.
  private mutating func shrink() {
    for (key, _) in kept.sorted(by: { $0.value.used < $1.value.used }) {
      if weight <= capacity * 3 / 4 { return }
      remove(key)
    }
  }
}
