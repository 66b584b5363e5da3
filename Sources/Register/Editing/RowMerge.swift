/// Two changes of one list of rows, made from the same version of it, brought together row by row.
///
/// Rows are recognised by their `id` where all carry one; otherwise by equality along the longest common
/// subsequence, then by likeness between the same neighbours. Two people who change different rows, or different
/// fields of one row, both win; where both changed the same field of a row, that row alone is in conflict, with
/// both values, and what was saved first stands until somebody chooses.
public struct RowMerge: Sendable, Equatable {
  /// A row of the merged list.
  public struct Row: Sendable, Equatable {
    /// What it says as far as nobody disputes it: in a conflict, what was saved first; `nil` where that was its
    /// removal.
    public let saved: JSONValue?
    /// What the later editor wants, in a conflict; `nil` where they took the row away.
    public let wanted: JSONValue?
    /// Whether both changed it, each otherwise.
    public let isConflict: Bool

    /// Notes a row.
    public init(saved: JSONValue?, wanted: JSONValue?, isConflict: Bool) {
      self.saved = saved
      self.wanted = wanted
      self.isConflict = isConflict
    }

    /// What a form shows of it: the later editor's values, and what was saved where they took it away.
    public var shown: JSONValue? { isConflict ? wanted ?? saved : saved }
  }

  /// The rows in order, those in conflict included.
  public let rows: [Row]

  /// The list to save: what is in conflict stays as it was saved first.
  public var saved: [JSONValue] { rows.compactMap(\.saved) }
  /// The list that the later editor wants, what nobody disputes included.
  public var wanted: [JSONValue] { rows.compactMap { $0.isConflict ? $0.wanted : $0.saved } }
  /// Whether some row is in conflict.
  public var hasConflict: Bool { rows.contains(where: \.isConflict) }

  /// Merges two changes of a list.
  ///
  /// - Parameters:
  ///   - base: The list that the later editor saw.
  ///   - theirs: The list as it is now.
  ///   - mine: The list that the later editor wants.
  public init(base: [JSONValue], theirs: [JSONValue], mine: [JSONValue]) {
    rows = RowWork(base: base, theirs: theirs, mine: mine).rows()
  }

  /// Whether a value can be merged row by row: nothing, or a list of groups.
  static func rows(_ value: JSONValue?) -> [JSONValue]? {
    guard let value, value != .null else { return [] }
    guard case .array(let items) = value else { return nil }
    return items.allSatisfy { if case .object = $0 { true } else { false } } ? items : nil
  }
}

/// A row of any of three versions: where it stands in each.
private struct RowTrace {
  var base: Int?
  var theirs: Int?
  var mine: Int?
}

/// The merge as it goes.
private struct RowWork {
  let base: [JSONValue]
  let theirs: [JSONValue]
  let mine: [JSONValue]
  private var traces: [RowTrace]
  /// The trace of each row.
  private var ofTheirs: [Int]
  private var ofMine: [Int]

  init(base: [JSONValue], theirs: [JSONValue], mine: [JSONValue]) {
    (self.base, self.theirs, self.mine) = (base, theirs, mine)
    let (first, second) = (RowPairing(base, theirs), RowPairing(base, mine))
    traces = base.indices.map { RowTrace(base: $0, theirs: first.after[$0], mine: second.after[$0]) }
    (ofTheirs, ofMine) = (
      theirs.indices.map { first.before[$0] ?? -1 }, mine.indices.map { second.before[$0] ?? -1 }
    )
    let (came, mineCame) = (
      theirs.indices.filter { ofTheirs[$0] < 0 }, mine.indices.filter { ofMine[$0] < 0 }
    )
    // A row that both added is one row: the same id, or the same words.
    let same = RowPairing(came.map { theirs[$0] }, mineCame.map { mine[$0] })
    for (place, index) in came.enumerated() {
      let twin = same.after[place].map { mineCame[$0] }.flatMap {
        Self.isTwin(theirs[index], mine[$0]) ? $0 : nil
      }
      ofTheirs[index] = traces.count
      if let twin { ofMine[twin] = traces.count }
      traces.append(RowTrace(base: nil, theirs: index, mine: twin))
    }
    for index in mineCame where ofMine[index] < 0 {
      ofMine[index] = traces.count
      traces.append(RowTrace(base: nil, theirs: nil, mine: index))
    }
  }

  private static func isTwin(_ one: JSONValue, _ other: JSONValue) -> Bool {
    one == other || (one["id"] != nil && one["id"] == other["id"])
  }

  // MARK: Order

  /// The order of whoever moved rows; of what was saved first where both did.
  func rows() -> [RowMerge.Row] {
    func kept(_ order: [Int]) -> [Int] {
      order.filter { traces[$0].base != nil && traces[$0].theirs != nil && traces[$0].mine != nil }
    }
    let theirsMoved = kept(ofTheirs) != kept(ofTheirs).sorted()
    let mineMoved = kept(ofMine) != kept(ofMine).sorted()
    let order =
      mineMoved && !theirsMoved
      ? inserting(ofTheirs, into: ofMine, afterNew: false)
      : inserting(ofMine, into: ofTheirs, afterNew: true)
    return order.compactMap(row)
  }

  /// A sequence with the rows of another that it has not, each after the row it follows there; where both have a
  /// row there, that of what was saved first comes first.
  private func inserting(_ added: [Int], into known: [Int], afterNew: Bool) -> [Int] {
    var order = known
    var present = Set(known)
    let own = Set(known)
    var last: Int?
    for trace in added {
      defer { if present.contains(trace) { last = trace } }
      guard !present.contains(trace) else { continue }
      var place = last.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      if afterNew {
        while place < order.count, traces[order[place]].base == nil, own.contains(order[place]),
          !added.contains(order[place])
        { place += 1 }
      }
      order.insert(trace, at: place)
      present.insert(trace)
    }
    return order
  }

  // MARK: Values

  /// A row as both leave it; `nil` where nobody keeps it.
  private func row(_ index: Int) -> RowMerge.Row? {
    let trace = traces[index]
    let before = trace.base.map { base[$0] }
    let (saved, wanted) = (trace.theirs.map { theirs[$0] }, trace.mine.map { mine[$0] })
    let merged = Merged(base: before, theirs: saved, mine: wanted)
    guard merged.isConflict else {
      return merged.saved.map { RowMerge.Row(saved: $0, wanted: nil, isConflict: false) }
    }
    return RowMerge.Row(saved: merged.saved, wanted: merged.wanted, isConflict: true)
  }
}

/// Two changes of one value, brought together as far as they go together.
private struct Merged {
  let saved: JSONValue?
  let wanted: JSONValue?
  let isConflict: Bool

  private init(_ saved: JSONValue?, _ wanted: JSONValue?, isConflict: Bool) {
    (self.saved, self.wanted, self.isConflict) = (saved, wanted, isConflict)
  }

  init(base: JSONValue?, theirs: JSONValue?, mine: JSONValue?) {
    if theirs == mine || mine == base {
      self.init(theirs, theirs, isConflict: false)
    } else if theirs == base {
      self.init(mine, mine, isConflict: false)
    } else if case .object(let one)? = theirs, case .object(let other)? = mine {
      var known: [String: JSONValue] = [:]
      if case .object(let members)? = base { known = members }
      self.init(known, one, other)
    } else if theirs != nil, mine != nil, let rows = RowMerge.rows(base), let one = RowMerge.rows(theirs),
      let other = RowMerge.rows(mine), !(one.isEmpty || other.isEmpty)
    {
      let merge = RowMerge(base: rows, theirs: one, mine: other)
      self.init(.array(merge.saved), .array(merge.wanted), isConflict: merge.hasConflict)
    } else {
      self.init(theirs, mine, isConflict: true)
    }
  }

  /// Member by member.
  private init(_ base: [String: JSONValue], _ theirs: [String: JSONValue], _ mine: [String: JSONValue]) {
    var (saved, wanted): ([String: JSONValue], [String: JSONValue]) = ([:], [:])
    var isConflict = false
    for key in Set(theirs.keys).union(mine.keys) {
      let merged = Merged(base: base[key], theirs: theirs[key], mine: mine[key])
      (saved[key], wanted[key]) = (merged.saved, merged.wanted)
      isConflict = isConflict || merged.isConflict
    }
    self.init(.object(saved), .object(wanted), isConflict: isConflict)
  }
}
