public import Governance
import Messages
public import Register

/// Writes the draft of an algorithm's rule: its text, its examples, what it changes.
///
/// A text with mistakes is kept too, so that no work is lost; it cannot be put in force.
public struct WriteRule: Act {
  /// The act's name in the journal.
  public static var name: String { "write-algorithm-rule" }

  /// The algorithm's id.
  public var algorithm: String
  /// The text.
  public var text: String
  /// The cases it must get right.
  public var examples: [AlgorithmRule.Example]
  /// What it changes.
  public var note: String

  /// The bytes a text may have, and the examples a version may have.
  static let limits = (text: 65_536, examples: 200, pairs: 300)

  /// Prepares the act.
  public init(_ algorithm: String, text: String, examples: [AlgorithmRule.Example], note: String = "") {
    self.algorithm = algorithm
    self.text = text
    self.examples = examples
    self.note = note
  }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.write(algorithm, in: snapshot)]
  }

  /// The draft: the one there is, else a new version.
  public func decide(in context: ActContext) throws -> Decision<AlgorithmRule> {
    let record = try AlgorithmRights.open(algorithm, in: context.snapshot)
    try Required.text(text, "text", fr: "Le texte de la règle", en: "The text of the rule")
    try check()
    let versions = context.snapshot.rules(of: record.id)
    if var draft = versions.first(where: { $0.state == .draft }) {
      guard (draft.text, draft.examples, draft.note) != (text, examples, note) else {
        return Decision([], outcome: draft)
      }
      (draft.text, draft.examples, draft.note) = (text, examples, note)
      draft.updatedAt = context.now
      return Decision([try .put(draft)], outcome: draft)
    }
    let rule = AlgorithmRule(
      algorithm: record.id,
      number: (versions.first?.number ?? 0) + 1,
      text: text,
      examples: examples,
      note: note,
      createdAt: context.now
    )
    return Decision([try .put(rule)], outcome: rule)
  }

  private func check() throws {
    let label = (fr: "Ce texte", en: "This text")
    try Required.length(note, max: 1000, "note", fr: label.fr, en: label.en)
    let pairs = examples.reduce(0) { $0 + $1.inputs.count + $1.expected.count }
    guard text.utf8.count <= Self.limits.text, examples.count <= Self.limits.examples,
      pairs <= Self.limits.examples * Self.limits.pairs
    else {
      throw Failure(
        "algorithm.rule.too-large",
        .tooLarge,
        fr: "La règle dépasse 64 Kio, ou a plus de \(Self.limits.examples) exemples.",
        en: "The rule is over 64 KiB, or has more than \(Self.limits.examples) examples.",
        remedy: Bilingual(fr: "Raccourcissez-la.", en: "Shorten it.")
      )
    }
    for example in examples {
      try Required.length(example.label, max: 200, "examples", fr: label.fr, en: label.en)
      for value in Array(example.inputs.values) + Array(example.expected.values) {
        try Required.length(value, max: 200, "examples", fr: label.fr, en: label.en)
      }
    }
  }
}

/// Gives up the draft of a rule.
public struct DiscardRule: Act {
  /// The act's name in the journal.
  public static var name: String { "discard-algorithm-rule" }

  /// The version's id.
  public var rule: String

  /// Prepares the act.
  public init(_ rule: String) { self.rule = rule }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [AlgorithmRights.write(snapshot.record(AlgorithmRule.self, rule)?.algorithm ?? "", in: snapshot)]
  }

  /// The removal.
  public func decide(in context: ActContext) throws -> Decision<Void> {
    guard let version = context.snapshot.record(AlgorithmRule.self, rule) else {
      throw AlgorithmFailure.unknownRule
    }
    guard version.state == .draft else { throw AlgorithmFailure.notDraft }
    return Decision([Draft(key: RecordKey(AlgorithmRule.self, rule), body: nil)], outcome: ())
  }
}

/// The rights that acts about an algorithm take, and the algorithm itself.
enum AlgorithmRights {
  private static let rights = RegisterKind.algorithm.rights

  static func write(_ algorithm: String, in snapshot: Snapshot) -> Permission {
    Permission(rights.write, on: snapshot.record(Algorithm.self, algorithm)?.organization)
  }

  static func decide(_ algorithm: String, in snapshot: Snapshot) -> Permission {
    Permission(rights.decide, on: snapshot.record(Algorithm.self, algorithm)?.organization)
  }

  /// The algorithm, which has not ended.
  static func open(_ id: String, in snapshot: Snapshot) throws -> Algorithm {
    guard let algorithm = snapshot.record(Algorithm.self, id) else { throw RegisterFailure.unknown }
    guard algorithm.keeping.status != .ended else { throw AlgorithmFailure.endedAlgorithm }
    return algorithm
  }
}
