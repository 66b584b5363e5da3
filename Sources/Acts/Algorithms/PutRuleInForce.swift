public import Governance
import Messages
public import Register

/// Puts a version of a rule in force: its text holds together, no case is left out, its examples come out right.
public struct PutRuleInForce: Act {
  /// The act's name in the journal.
  public static var name: String { "put-algorithm-rule-in-force" }

  /// The version's id.
  public var rule: String
  /// Why: the deliberation or the decision it applies.
  public var reason: String?

  /// Prepares the act.
  public init(_ rule: String, reason: String) {
    self.rule = rule
    self.reason = reason
  }

  /// The right to decide for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.decide(snapshot.record(AlgorithmRule.self, rule)?.algorithm ?? "", in: snapshot)]
  }

  /// The version in force; the one before it ends at the same moment.
  public func decide(in context: ActContext) throws -> Decision<AlgorithmRule> {
    guard var version = context.snapshot.record(AlgorithmRule.self, rule) else {
      throw AlgorithmFailure.unknownRule
    }
    if version.state == .inForce { return Decision([], outcome: version) }
    guard version.state == .draft else { throw AlgorithmFailure.notDraft }
    _ = try AlgorithmRights.open(version.algorithm, in: context.snapshot)
    try Required.text(
      reason ?? "",
      "reason",
      fr: "La décision qu’elle applique",
      en: "The decision it applies"
    )
    try Required.length(reason ?? "", max: 1000, "reason", fr: "La raison", en: "The reason")
    try Self.verify(version)
    version.state = .inForce
    version.inForceAt = context.now
    version.decidedBy = context.actor.id
    var drafts = [try Draft.put(version)]
    for var former in context.snapshot.rules(of: version.algorithm) where former.state == .inForce {
      former.state = .ended
      former.endedAt = context.now
      drafts.append(try .put(former))
    }
    return Decision(drafts, outcome: version)
  }

  /// Refuses a version that does not hold, with the place or the example at fault.
  static func verify(_ version: AlgorithmRule) throws {
    let check = AlgorithmRuleCheck(version)
    if let problem = check.problems.first { throw problem }
    guard let rule = check.rule else { throw AlgorithmFailure.unknownRule }
    if let hole = check.holes.first { throw AlgorithmFailure.hole(hole) }
    guard !check.examples.isEmpty else { throw AlgorithmFailure.noExample }
    for (index, outcome) in check.examples.enumerated() where !outcome.passes {
      throw AlgorithmFailure.exampleFails(outcome, number: index + 1, rule)
    }
  }
}
