import Catalogue
import CivilTime
public import Governance
import Lake
public import Messages
import Register

/// What is past its date under a rule on a day.
public struct RetentionDue: Sendable {
  /// The rule.
  public let rule: RetentionRule
  /// What is past its date; `nil` where it could not be found.
  public let scope: RetentionScope?
  /// The numbers of the first rows without a readable date.
  public let undatedRows: [Int]
  /// How many rows have ended their current use, and are to be kept apart.
  public let pastActiveUse: Int?
  /// The elimination under way for the rule.
  public let elimination: Elimination?
  /// Why the data could not be looked at.
  public let trouble: Failure?

  /// Whether something is past its date.
  public var isDue: Bool { (scope?.count ?? 0) > 0 }
  /// Whether someone is to do something about it.
  public var needsSomeone: Bool { isDue || trouble != nil || (scope?.undated ?? 0) > 0 }
}

extension Platform {
  /// How many rows without a date are listed.
  static let undatedListed = 50

  /// What every rule in force finds past its date on a day, those that need someone first.
  ///
  /// - Parameter isWanted: Which rules to look at.
  public func retentionDue(
    on day: String? = nil,
    where isWanted: (RetentionRule) -> Bool = { _ in true }
  ) async -> [RetentionDue] {
    let today = CivilDate(day ?? now.day) ?? CivilDate(daysSinceEpoch: 0)
    let state = state
    let eliminations = state.snapshot.records(Elimination.self)
    var found: [RetentionDue] = []
    for rule in state.snapshot.records(RetentionRule.self)
    where rule.keeping.status == .current && isWanted(rule) {
      let open = eliminations.first { $0.rule == rule.id && $0.isOpen }
      do {
        found.append(try await due(rule, open, today, state))
      } catch {
        let failure = error as? Failure ?? RetentionFailure.noData
        found.append(
          RetentionDue(
            rule: rule,
            scope: nil,
            undatedRows: [],
            pastActiveUse: nil,
            elimination: open,
            trouble: failure
          )
        )
      }
    }
    return found.sorted {
      ($0.needsSomeone ? 0 : 1, $0.rule.title, $0.rule.id) < (
        $1.needsSomeone ? 0 : 1, $1.rule.title, $1.rule.id
      )
    }
  }

  private func due(
    _ rule: RetentionRule,
    _ open: Elimination?,
    _ today: CivilDate,
    _ state: TerritoryState
  ) async throws -> RetentionDue {
    func answer(_ scope: RetentionScope, rows: [Int] = [], pastActiveUse: Int? = nil) -> RetentionDue {
      RetentionDue(
        rule: rule,
        scope: scope,
        undatedRows: rows,
        pastActiveUse: pastActiveUse,
        elimination: open,
        trouble: nil
      )
    }
    guard rule.appliesTo == .rows else { return answer(try await scope(of: rule, on: today, in: state)) }
    let scope = try await scope(of: rule, on: today, in: state, isListed: false)
    guard let table = scope.table, let cutoff = scope.cutoff.flatMap({ CivilDate($0) }) else {
      return answer(scope)
    }
    let column = rule.dateColumn ?? ""
    let rows = try DatedRows(lake.table(table), column: column, cutoff: cutoff)
    var active = rule
    active.intermediateCount = nil
    var pastActiveUse: Int?
    if rule.intermediateCount != nil, let end = active.cutoff(on: today) {
      pastActiveUse =
        try await DatedRows(lake.table(table), column: column, cutoff: end).count() - scope.count
    }
    return answer(scope, rows: try await rows.undatedRows(Self.undatedListed), pastActiveUse: pastActiveUse)
  }

  /// What is past its date under a rule on a day.
  ///
  /// - Parameter isListed: whether each row is read, for the digest of the selection.
  func scope(
    of rule: RetentionRule,
    on today: CivilDate,
    in state: TerritoryState,
    isListed: Bool = true
  ) async throws -> RetentionScope {
    switch rule.appliesTo {
    case .series?:
      let isPast = rule.nextOn.flatMap { CivilDate($0) }.map { $0 < today } ?? false
      let isDue =
        isPast
        && !state.snapshot.records(Elimination.self).contains {
          $0.state == .executed && $0.settles(rule, dueSince: rule.nextOn ?? "")
        }
      return RetentionScope(extent: .series, count: isDue ? 1 : 0)
    case .versions?: return try versionScope(of: rule, on: today, in: state)
    case .rows?: return try await rowScope(of: rule, on: today, in: state, isListed: isListed)
    case nil: throw RetentionFailure.incomplete
    }
  }

  private func versionScope(
    of rule: RetentionRule,
    on today: CivilDate,
    in state: TerritoryState
  ) throws -> RetentionScope {
    guard rule.periods != nil else { throw RetentionFailure.incomplete }
    guard let slug = rule.dataset, state.dataset(slug) != nil else { throw RetentionFailure.noData }
    guard let cutoff = rule.cutoff(on: today) else {
      return RetentionScope(extent: .versions, dataset: slug)
    }
    return Self.versions(of: slug, until: cutoff, in: state)
  }

  /// The versions of a dataset published on a day or before.
  static func versions(
    of slug: String,
    until cutoff: CivilDate,
    in state: TerritoryState
  ) -> RetentionScope {
    let due = state.versions(of: slug).filter { version in
      CivilDate(version.publishedAt).map { $0 <= cutoff } ?? false
    }
    let lines = due.map { "\($0.id) \($0.original.digest) \($0.table ?? "")\n" }.joined()
    let days = due.map { String($0.publishedAt.prefix(10)) }
    return RetentionScope(
      extent: .versions,
      dataset: slug,
      cutoff: cutoff.iso,
      versions: due.map(\.id),
      count: due.count,
      oldest: days.min(),
      newest: days.max(),
      selection: Hash(of: Array(lines.utf8)).hex
    )
  }

  private func rowScope(
    of rule: RetentionRule,
    on today: CivilDate,
    in state: TerritoryState,
    isListed: Bool
  ) async throws -> RetentionScope {
    guard rule.periods != nil, let column = rule.dateColumn, !column.isEmpty else {
      throw RetentionFailure.incomplete
    }
    guard let dataset = rule.dataset.flatMap(state.dataset) else { throw RetentionFailure.noData }
    // Nothing is held yet, or any more.
    guard let version = state.currentVersion(of: dataset) else {
      return RetentionScope(extent: .rows, dataset: dataset.id)
    }
    guard let table = version.table else { throw RetentionFailure.noData }
    // Where no start can be past its date yet, rows without a date are still told.
    let cutoff = rule.cutoff(on: today) ?? CivilDate(daysSinceEpoch: today.daysSinceEpoch - 500_000)
    let rows = try DatedRows(lake.table(table), column: column, cutoff: cutoff)
    let bounds = try await rows.bounds()
    return RetentionScope(
      extent: .rows,
      dataset: dataset.id,
      cutoff: cutoff.iso,
      version: version.id,
      table: table,
      count: try await rows.count(),
      oldest: bounds.oldest,
      newest: bounds.newest,
      undated: try await rows.undatedCount(),
      selection: isListed ? try await rows.numbers().digest : nil
    )
  }
}
