public import Register

/// A version of the executable rule of an algorithm: its text, and the cases it must get right.
///
/// A draft is changed freely; once in force, a version is never changed, so that each decision can be explained by
/// the text that made it.
public struct AlgorithmRule: Record {
  /// The kind's name in the journal.
  public static var kind: String { "algorithm-rule" }

  /// The algorithm's id and the number: `a-1.2`.
  public var id: String
  /// The algorithm's id.
  public var algorithm: String
  /// The number of the version, from 1.
  public var number: Int
  /// The text in the language of rules.
  public var text: String
  /// The cases it must get right before it is put in force.
  public var examples: [Example]
  /// What it changes and who decided it: the deliberation, the reasons.
  public var note: String
  /// Where it is in its life.
  public var state: State
  /// When it was first written.
  public var createdAt: Moment
  /// When it last changed.
  public var updatedAt: Moment
  /// When it was put in force.
  public var inForceAt: Moment?
  /// Who put it in force: an actor's id.
  public var decidedBy: String?
  /// When another version took its place.
  public var endedAt: Moment?

  /// Where a version is in its life.
  public enum State: String, Codable, Sendable, CaseIterable {
    case draft
    case inForce = "in-force"
    case ended
  }

  /// A case whose results are known.
  public struct Example: Codable, Sendable, Equatable {
    /// What it shows.
    public var label: String
    /// The inputs by name, as they are written.
    public var inputs: [String: String]
    /// The results by name, as they are written.
    public var expected: [String: String]

    /// Notes a case.
    public init(label: String, inputs: [String: String], expected: [String: String]) {
      self.label = label
      self.inputs = inputs
      self.expected = expected
    }
  }

  /// Begins a version.
  public init(
    algorithm: String,
    number: Int,
    text: String,
    examples: [Example] = [],
    note: String = "",
    createdAt: Moment
  ) {
    id = Self.id(algorithm, number)
    self.algorithm = algorithm
    self.number = number
    self.text = text
    self.examples = examples
    self.note = note
    state = .draft
    self.createdAt = createdAt
    updatedAt = createdAt
  }

  /// The id of a version.
  public static func id(_ algorithm: String, _ number: Int) -> String { "\(algorithm).\(number)" }
}

/// A decision computed by a rule and kept, so that it can be explained: what it was computed from, by which version,
/// and what came out.
public struct AlgorithmDecision: Record {
  /// The kind's name in the journal.
  public static var kind: String { "algorithm-decision" }

  /// An opaque id.
  public var id: String
  /// The algorithm's id.
  public var algorithm: String
  /// The id of the version that computed it.
  public var rule: String
  /// The file it belongs to, as the service names it; may be empty.
  public var reference: String
  /// The inputs, where they are kept; `nil` where only their digest is.
  public var inputs: [String: String]?
  /// The digest of the salt and the inputs: it proves that given inputs are those.
  public var inputsDigest: String
  /// The salt of the digest.
  public var salt: String
  /// The results by name, as values are kept.
  public var results: [String: String]
  /// When it was computed.
  public var computedAt: Moment
  /// Who computed it: an actor's id.
  public var computedBy: String
  /// When the person concerned was last answered.
  public var answeredAt: Moment?

  /// Keeps a decision.
  public init(
    id: String,
    algorithm: String,
    rule: String,
    reference: String,
    inputs: [String: String]?,
    inputsDigest: String,
    salt: String,
    results: [String: String],
    computedAt: Moment,
    computedBy: String
  ) {
    self.id = id
    self.algorithm = algorithm
    self.rule = rule
    self.reference = reference
    self.inputs = inputs
    self.inputsDigest = inputsDigest
    self.salt = salt
    self.results = results
    self.computedAt = computedAt
    self.computedBy = computedBy
  }
}

extension Snapshot {
  /// The versions of an algorithm's rule, the latest first.
  public func rules(of algorithm: String) -> [AlgorithmRule] {
    records(by: RulesByAlgorithm.self, algorithm).sorted { $0.number > $1.number }
  }

  /// The version in force of an algorithm's rule.
  public func ruleInForce(of algorithm: String) -> AlgorithmRule? {
    records(by: RulesByAlgorithm.self, algorithm).first { $0.state == .inForce }
  }

  /// The decisions kept of an algorithm, the latest first.
  public func decisions(of algorithm: String) -> [AlgorithmDecision] {
    records(by: DecisionsByAlgorithm.self, algorithm)
      .sorted { ($0.computedAt, $0.id) > ($1.computedAt, $1.id) }
  }
}
