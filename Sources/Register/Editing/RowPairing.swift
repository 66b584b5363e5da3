/// Which rows of one version of a list are which of another: by their ids where all carry one, and otherwise by
/// what they say.
struct RowPairing {
  /// The row of the new version for each row of the old one; `nil` for one that went away.
  private(set) var after: [Int?]
  /// The row of the old version for each row of the new one; `nil` for one that came.
  private(set) var before: [Int?]

  init(_ old: [JSONValue], _ new: [JSONValue]) {
    after = Array(repeating: nil, count: old.count)
    before = Array(repeating: nil, count: new.count)
    if let oldIDs = Self.ids(old), let newIDs = Self.ids(new), !(oldIDs.isEmpty && newIDs.isEmpty) {
      let places = Dictionary(uniqueKeysWithValues: zip(newIDs, new.indices))
      for (index, id) in oldIDs.enumerated() { if let place = places[id] { pair(index, place) } }
    } else {
      for (left, right) in Self.common(old, new) { pair(left, right) }
      pairMoved(old, new)
      pairChanged(old, new)
    }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    after[old] = new
    before[new] = old
  }

  /// The ids of rows; `nil` where one has none, or two have the same.
  private static func ids(_ rows: [JSONValue]) -> [String]? {
    let ids = rows.compactMap { $0["id"]?.text }
    return ids.count == rows.count && Set(ids).count == ids.count ? ids : nil
  }

  /// The longest common subsequence of equal rows, as pairs of their places.
  static func common(_ old: [JSONValue], _ new: [JSONValue]) -> [(Int, Int)] {
    var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for left in old.indices.reversed() {
      for right in new.indices.reversed() {
        lengths[left][right] =
          old[left] == new[right]
          ? lengths[left + 1][right + 1] + 1 : max(lengths[left + 1][right], lengths[left][right + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (left, right) = (0, 0)
    while left < old.count, right < new.count {
      if old[left] == new[right] {
        pairs.append((left, right))
        (left, right) = (left + 1, right + 1)
      } else if lengths[left + 1][right] >= lengths[left][right + 1] {
        left += 1
      } else {
        right += 1
      }
    }
    return pairs
  }

  /// Rows that say the same elsewhere were moved.
  private mutating func pairMoved(_ old: [JSONValue], _ new: [JSONValue]) {
    for left in old.indices where after[left] == nil {
      if let right = new.indices.first(where: { before[$0] == nil && new[$0] == old[left] }) {
        pair(left, right)
      }
    }
  }

  /// Rows that changed where they stand: between the same neighbours, the likest first, and in their order where
  /// as many came as went.
  private mutating func pairChanged(_ old: [JSONValue], _ new: [JSONValue]) {
    for (olds, news) in gaps() {
      var candidates: [(likeness: Double, distance: Int, old: Int, new: Int)] = []
      for (leftPlace, left) in olds.enumerated() {
        for (rightPlace, right) in news.enumerated() {
          let likeness = Self.likeness(old[left], new[right])
          if likeness >= 0.5 { candidates.append((likeness, abs(leftPlace - rightPlace), left, right)) }
        }
      }
      candidates.sort {
        ($1.likeness, $0.distance, $0.old, $0.new) < ($0.likeness, $1.distance, $1.old, $1.new)
      }
      for one in candidates where after[one.old] == nil && before[one.new] == nil { pair(one.old, one.new) }
      let (restOld, restNew) = (olds.filter { after[$0] == nil }, news.filter { before[$0] == nil })
      if restOld.count == restNew.count { for (left, right) in zip(restOld, restNew) { pair(left, right) } }
    }
  }

  /// The rows without a pair that stand between the same paired ones.
  private func gaps() -> [(old: [Int], new: [Int])] {
    func grouped(_ pairs: [Int?], _ anchor: (Int) -> Int) -> [Int: [Int]] {
      var (groups, last): ([Int: [Int]], Int) = ([:], -1)
      for index in pairs.indices {
        if pairs[index] == nil { groups[last, default: []].append(index) } else { last = anchor(index) }
      }
      return groups
    }
    let olds = grouped(after) { $0 }
    let news = grouped(before) { before[$0] ?? -1 }
    return olds.keys.sorted().compactMap { anchor in
      guard let old = olds[anchor], let new = news[anchor] else { return nil }
      return (old, new)
    }
  }

  /// How much of what two rows say is the same, from 0 to 1.
  private static func likeness(_ left: JSONValue, _ right: JSONValue) -> Double {
    guard case .object(let one) = left, case .object(let other) = right else { return 0 }
    let keys = Set(one.keys).union(other.keys)
    guard !keys.isEmpty else { return 0 }
    return Double(keys.filter { one[$0] == other[$0] }.count) / Double(keys.count)
  }
}
