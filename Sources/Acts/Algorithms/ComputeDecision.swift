public import Governance
import Messages
public import Register
public import RuleLanguage

/// Computes a decision by the rule in force, and keeps which version computed it from what.
public struct ComputeDecision: Act {
  /// The act's name in the journal.
  public static var name: String { "compute-decision" }

  /// The algorithm's id.
  public var algorithm: String
  /// The decision's id.
  public var id: String
  /// The inputs by name, as people write them.
  public var inputs: [String: String]
  /// The file it belongs to.
  public var reference: String
  /// Whether the inputs are kept, or only their digest.
  public var keepsInputs: Bool
  /// Random text that salts the digest.
  public var salt: String

  /// Prepares the act.
  public init(
    _ algorithm: String,
    id: String,
    inputs: [String: String],
    reference: String = "",
    keepsInputs: Bool = true,
    salt: String
  ) {
    self.algorithm = algorithm
    self.id = id
    self.inputs = inputs
    self.reference = reference
    self.keepsInputs = keepsInputs
    self.salt = salt
  }

  /// What was computed and kept.
  public struct Computed: Sendable {
    /// The decision.
    public let decision: AlgorithmDecision
    /// The results with how they were reached.
    public let evaluation: Evaluation
  }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.write(algorithm, in: snapshot)]
  }

  /// The decision.
  public func decide(in context: ActContext) throws -> Decision<Computed> {
    let record = try AlgorithmRights.open(algorithm, in: context.snapshot)
    guard let version = context.snapshot.ruleInForce(of: record.id),
      let rule = CheckedRule.check(version.text).rule
    else { throw AlgorithmFailure.noRule }
    guard context.snapshot.record(AlgorithmDecision.self, id) == nil else { throw RegisterFailure.idTaken }
    try Required.length(reference, max: 200, "reference", fr: "La référence", en: "The reference")
    do {
      let values = try rule.inputs(reading: inputs)
      let evaluation = try rule.evaluate(values)
      let kept = values.mapValues(\.text)
      let decision = AlgorithmDecision(
        id: id,
        algorithm: record.id,
        rule: version.id,
        reference: reference,
        inputs: keepsInputs ? kept : nil,
        inputsDigest: AlgorithmDecision.digest(of: kept, salt: salt),
        salt: salt,
        results: Dictionary(evaluation.results.map { ($0.name, $0.value.text) }) { $1 },
        computedAt: context.now,
        computedBy: context.actor.id
      )
      return Decision([try .put(decision)], outcome: Computed(decision: decision, evaluation: evaluation))
    } catch {
      throw AlgorithmFailure.first(of: error)
    }
  }
}

extension AlgorithmDecision {
  /// The digest of inputs with a salt.
  static func digest(of inputs: [String: String], salt: String) -> String {
    let body = JSONValue.object(inputs.mapValues(JSONValue.string)).json
    return Hash(of: Array((salt + "\n" + body).utf8)).hex
  }
}

/// Answers a person about a decision that was kept: notes when, and tells how it was computed.
public struct AnswerDecision: Act {
  /// The act's name in the journal.
  public static var name: String { "answer-decision" }

  /// The decision's id.
  public var id: String
  /// The inputs, where the decision kept only their digest: they are verified by it.
  public var inputs: [String: String]?

  /// Prepares the act.
  public init(_ id: String, inputs: [String: String]? = nil) {
    self.id = id
    self.inputs = inputs
  }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.write(snapshot.record(AlgorithmDecision.self, id)?.algorithm ?? "", in: snapshot)]
  }

  /// The answer, by the version that decided.
  public func decide(in context: ActContext) throws -> Decision<DecisionAnswer> {
    guard var decision = context.snapshot.record(AlgorithmDecision.self, id),
      let algorithm = context.snapshot.record(Algorithm.self, decision.algorithm)
    else { throw Self.unknown }
    guard let version = context.snapshot.record(AlgorithmRule.self, decision.rule),
      let rule = CheckedRule.check(version.text).rule
    else { throw AlgorithmFailure.unknownRule }
    let values: [String: RuleValue]
    do {
      values = try rule.inputs(reading: decision.inputs ?? inputs ?? [:])
    } catch {
      throw AlgorithmFailure.first(of: error)
    }
    let digest = AlgorithmDecision.digest(of: values.mapValues(\.text), salt: decision.salt)
    guard digest == decision.inputsDigest else { throw Self.otherInputs }
    let evaluation: Evaluation
    do { evaluation = try rule.evaluate(values) } catch { throw AlgorithmFailure.first(of: error) }
    decision.answeredAt = context.now
    let answer = DecisionAnswer(
      algorithm: algorithm,
      version: version,
      rule: rule,
      decision: decision,
      evaluation: evaluation
    )
    return Decision([try .put(decision)], outcome: answer)
  }

  private static let unknown = Failure(
    "algorithm.decision.unknown",
    .missing,
    fr: "Cette décision n’existe pas, ou n’est plus gardée.",
    en: "There is no such decision, or it is no longer kept."
  )

  private static let otherInputs = Failure(
    "algorithm.decision.inputs",
    .invalid,
    fr: "Ces données ne sont pas celles de la décision.",
    en: "This data is not that of the decision.",
    remedy: Bilingual(
      fr: "Reprenez-les dans le dossier, exactement comme elles y étaient.",
      en: "Take them from the file, exactly as they were there."
    )
  )
}

/// Forgets a decision that was kept.
public struct ForgetDecision: Act {
  /// The act's name in the journal.
  public static var name: String { "forget-decision" }

  /// The decision's id.
  public var id: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ id: String, reason: String) {
    self.id = id
    self.reason = reason
  }

  /// The right to decide for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.decide(snapshot.record(AlgorithmDecision.self, id)?.algorithm ?? "", in: snapshot)]
  }

  /// The removal.
  public func decide(in context: ActContext) throws -> Decision<Void> {
    try Required.text(reason ?? "", "reason", fr: "La raison", en: "The reason")
    let key = RecordKey(AlgorithmDecision.self, id)
    guard context.snapshot.record(AlgorithmDecision.self, id) != nil else {
      return Decision([], outcome: ())
    }
    return Decision([Draft(key: key, body: nil)], outcome: ())
  }
}
