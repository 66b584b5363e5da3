import Catalogue
import CivilTime
public import Governance
import Messages
public import Register

/// Proposes to eliminate what is past its date under a rule.
public struct ProposeElimination: Act {
  /// The act's name in the journal.
  public static var name: String { "propose-elimination" }

  /// The id of the elimination, not taken yet.
  public var id: String
  /// The rule's id.
  public var rule: String
  /// What it covers.
  public var scope: RetentionScope
  /// What it covers in words, where no dataset tells it.
  public var description: String

  /// Prepares the act.
  public init(_ id: String, rule: String, scope: RetentionScope, description: String = "") {
    self.id = id
    self.rule = rule
    self.scope = scope
    self.description = description
  }

  /// The right to read what the organisation prepares; which others it takes is told by `decide`.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.read, on: organization(in: snapshot), dataset: scope.dataset)]
  }

  /// The elimination, proposed.
  public func decide(in context: ActContext) throws -> Decision<Elimination> {
    let snapshot = context.snapshot
    guard let known = snapshot.record(RetentionRule.self, rule) else { throw RetentionFailure.unknownRule }
    let organization = organization(in: snapshot) ?? known.organization
    // Whoever makes the data may propose, and whoever protects people.
    let rights: [Permission.Right] = [.produce, .protect]
    let mayPropose = rights.contains { right in
      let permission = Permission(right, on: organization, dataset: scope.dataset)
      return Authorization.allows(permission, to: context.actor, in: snapshot, at: context.now)
    }
    guard mayPropose else { throw Authorization.forbidden }
    guard snapshot.record(Elimination.self, id) == nil else { throw RegisterFailure.idTaken }
    guard !snapshot.records(Elimination.self).contains(where: { $0.rule == rule && $0.isOpen }) else {
      throw RetentionFailure.open
    }
    guard known.keeping.status == .current else { throw RetentionFailure.notInForce }
    guard scope.count > 0 else { throw RetentionFailure.nothing }
    try check(known, today: context.now.day)
    var elimination = Elimination(
      id: id,
      organization: organization,
      title: known.title,
      keeping: Keeping(status: .current, createdAt: context.now, responsible: known.keeping.responsible)
    )
    elimination.cover(scope)
    elimination.rule = rule
    elimination.fate = known.fate
    elimination.needsVisa = known.needsVisa
    elimination.description = description.isEmpty ? nil : description
    elimination.state = .proposed
    elimination.proposedBy = context.actor.id
    elimination.proposedAt = context.now
    return Decision([try .put(elimination)], outcome: elimination)
  }

  private func organization(in snapshot: Snapshot) -> String? {
    scope.dataset.flatMap { snapshot.record(Dataset.self, $0)?.organization }
      ?? snapshot.record(RetentionRule.self, rule)?.organization
  }

  private func check(_ known: RetentionRule, today: String) throws {
    guard known.appliesTo == scope.extent else { throw RetentionFailure.notDue }
    if scope.extent == .series {
      try Required.text(description, "description", fr: "Ce qui est couvert", en: "What is covered")
      try Required.length(
        description,
        max: 5000,
        "description",
        fr: "Ce qui est couvert",
        en: "What is covered"
      )
      return
    }
    guard known.dataset == scope.dataset, let today = CivilDate(today),
      let limit = known.cutoff(on: today), let asked = scope.cutoff.flatMap({ CivilDate($0) }),
      asked <= limit
    else { throw RetentionFailure.notDue }
  }
}

extension Elimination {
  mutating func cover(_ scope: RetentionScope) {
    extent = scope.extent
    dataset = scope.dataset
    cutoff = scope.cutoff
    version = scope.version
    table = scope.table
    versions = scope.versions
    rows = scope.extent == .rows ? scope.count : nil
    oldest = scope.oldest
    newest = scope.newest
    undated = scope.undated
    selection = scope.selection
  }
}

extension Platform {
  /// Proposes to eliminate all that is past its date today under a rule.
  ///
  /// - Parameter description: What it covers in words, where no dataset tells it.
  @discardableResult
  public func proposeElimination(
    of rule: String,
    description: String = "",
    as actor: Register.Actor
  ) async throws -> Elimination {
    try await catchUp()
    let state = state
    guard let known = state.snapshot.record(RetentionRule.self, rule) else {
      throw RetentionFailure.unknownRule
    }
    // Nothing is read for who may not even read it.
    let place = known.dataset.flatMap { state.dataset($0)?.organization } ?? known.organization
    try Authorization.check(
      Permission(.read, on: place, dataset: known.dataset),
      of: actor,
      in: state.snapshot,
      at: now
    )
    let today = CivilDate(now.day) ?? CivilDate(daysSinceEpoch: 0)
    let scope = try await scope(of: known, on: today, in: state)
    let digits = configuration.randomBytes(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return try await perform(
      ProposeElimination("e-" + digits.joined(), rule: rule, scope: scope, description: description),
      as: actor
    )
  }
}
