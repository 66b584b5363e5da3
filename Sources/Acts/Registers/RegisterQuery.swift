import Catalogue
public import Governance
public import Register

/// What someone looks for among the records of a register.
public struct RegisterQuery: Sendable {
  /// What the records are sorted by; names part those that are equal.
  public enum Order: String, Sendable {
    case name = "nom"
    case state = "etat"
    case completeness = "complete"
    case review = "relire"
  }

  /// The organisation that keeps them; any where `nil`.
  public var organization: String?
  /// Their state; any where `nil`.
  public var status: Keeping.Status?
  /// Only those that lack an answer and have not ended.
  public var lacks = false
  /// Only those whose day of review has passed.
  public var isLate = false
  /// The words they say.
  public var words = RegisterWords("")
  /// The order.
  public var order = Order.name
  /// Whether the last comes first.
  public var descends = false

  /// Looks for everything.
  public init() {}
}

extension RegisterKind {
  /// The records that someone may read, by name, as lists know them.
  public func entries(
    for actor: Register.Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) -> [RegisterEntry] {
    let readable = owners(readableBy: actor, in: snapshot, at: now)
    let entries = entries(in: snapshot)
    if readable.count == owners(in: snapshot).count { return entries }
    return readable.isEmpty ? [] : entries.filter { readable.contains($0.line.organization) }
  }

  /// The organisations whose records someone may read, among those that keep some.
  public func owners(
    readableBy actor: Register.Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) -> Set<String> {
    let reach = Reach(of: rights.read, actor, in: snapshot, at: now)
    return Set(owners(in: snapshot).keys.filter(reach.covers))
  }

  /// The records that someone may read and looks for.
  ///
  /// Costs a glance at each; only what a search reads of a record is gathered, once for all readers.
  public func entries(
    _ query: RegisterQuery,
    for actor: Register.Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) -> [RegisterEntry] {
    var seesAll: [String: Bool] = [:]
    let found = entries(for: actor, in: snapshot, at: now).filter { entry in
      let line = entry.line
      if let organization = query.organization, line.organization != organization { return false }
      if let status = query.status, line.keeping.status != status { return false }
      if query.isLate, !line.keeping.isLate(on: now.day) { return false }
      if query.lacks, line.keeping.status == .ended || entry.percent == 100 { return false }
      if query.words.isEmpty { return true }
      let sees =
        seesAll[line.organization]
        ?? SheetSight(self, of: line.organization, for: actor, in: snapshot, at: now).seesAll
      seesAll[line.organization] = sees
      return entry.matches(query.words, seesAll: sees)
    }
    return query.sorted(found)
  }
}

extension RegisterQuery {
  /// Entries, which come by name, in the order asked for.
  fileprivate func sorted(_ entries: [RegisterEntry]) -> [RegisterEntry] {
    func ranked<Rank: Comparable>(_ rank: (RegisterEntry) -> Rank) -> [RegisterEntry] {
      let ranks = entries.enumerated().map { (rank: rank($0.element), place: $0.offset) }
      return ranks.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map { entries[$0.place] }
    }
    let states = Keeping.Status.allCases
    let ordered =
      switch order {
      case .name: entries
      case .state: ranked { states.firstIndex(of: $0.line.keeping.status) ?? 0 }
      case .completeness: ranked(\.percent)
      case .review: ranked { $0.line.keeping.reviewOn ?? "9999" }
      }
    return descends ? ordered.reversed() : ordered
  }
}

extension Keeping {
  /// Whether the record was to be read again before a day, ISO 8601.
  public func isLate(on day: String) -> Bool { status == .current && reviewOn.map { $0 < day } ?? false }
}

extension Platform {
  /// Gathers what lists, searches and sorts read of each record, so that the first of them does not wait for it.
  func readRegisters() {
    _ = (state.snapshot.datasetEntries.count, state.snapshot.datasetGroups.count)
    for register in Registers.all {
      for entry in register.entries(in: state.snapshot) {
        if Task.isCancelled { return }
        _ = entry.percent
      }
    }
  }
}
