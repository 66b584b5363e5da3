public import Governance
public import Messages
public import RuleLanguage

/// What the text of a rule and its examples are worth.
public struct AlgorithmRuleCheck: Sendable {
  /// The rule, where its text holds together.
  public let rule: CheckedRule?
  /// What is wrong with the text.
  public let problems: [Failure]
  /// What became of each example, in their order; none where the text does not hold together.
  public let examples: [Outcome]

  /// What became of an example.
  public struct Outcome: Sendable, Equatable {
    /// The example.
    public let example: AlgorithmRule.Example
    /// What the rule gives, by name; `nil` when it refuses the case.
    public let results: [String: RuleValue]?
    /// The names whose value is not the one expected.
    public let differences: [String]
    /// Why the rule refuses the case.
    public let refusal: Failure?

    /// Whether the rule gets it right.
    public var passes: Bool { refusal == nil && differences.isEmpty }
  }

  /// Reads a text, and tries its examples.
  public init(text: String, examples: [AlgorithmRule.Example]) {
    (rule, problems) = CheckedRule.check(text)
    guard let rule else {
      self.examples = []
      return
    }
    self.examples = examples.map { Self.outcome($0, rule) }
  }

  /// Reads a version.
  public init(_ version: AlgorithmRule) { self.init(text: version.text, examples: version.examples) }

  /// Gaps and overlaps of tables that some case meets for sure: they forbid to put the rule in force.
  public var holes: [RuleFinding] {
    (rule?.findings ?? []).filter { $0.isCertain && [.gap, .overlap].contains($0.kind) }
  }

  private static func outcome(_ example: AlgorithmRule.Example, _ rule: CheckedRule) -> Outcome {
    do {
      let evaluation = try rule.evaluate(try rule.inputs(reading: example.inputs), tracing: false)
      let results = Dictionary(evaluation.results.map { ($0.name, $0.value) }) { $1 }
      // A result that the example does not name is not asked for; a name the rule does not give is a difference.
      let differences = example.expected.keys.sorted().filter { name in
        guard let type = rule.types[name], let value = results[name] else { return true }
        return RuleValue(example.expected[name] ?? "", as: type) != value
      }
      return Outcome(example: example, results: results, differences: differences, refusal: nil)
    } catch {
      return Outcome(
        example: example,
        results: nil,
        differences: [],
        refusal: AlgorithmFailure.first(of: error)
      )
    }
  }
}

/// Refusals about algorithms and their rules.
enum AlgorithmFailure {
  /// The failure to tell of what a rule refused.
  static func first(of error: any Error) -> Failure {
    if let failure = error as? Failure { return failure }
    if let failure = (error as? RuleProblems)?.failures.first { return failure }
    return unknownRule
  }

  static let unknownRule = Failure(
    "algorithm.rule.unknown",
    .missing,
    fr: "Cette version de la règle n’existe pas, ou n’existe plus.",
    en: "There is no such version of the rule, or no more."
  )

  static let notDraft = Failure(
    "algorithm.rule.not-draft",
    .conflict,
    fr: "Cette version a été mise en vigueur : elle ne change plus.",
    en: "This version was put in force: it no longer changes.",
    remedy: Bilingual(
      fr: "Écrivez une nouvelle version : elle part du texte de celle-ci.",
      en: "Write a new version: it starts from this one’s text."
    )
  )

  static let noRule = Failure(
    "algorithm.rule.none",
    .conflict,
    fr: "Cet algorithme n’a pas de règle en vigueur.",
    en: "This algorithm has no rule in force.",
    remedy: Bilingual(
      fr: "Écrivez sa règle, donnez-lui des exemples, puis mettez-la en vigueur.",
      en: "Write its rule, give it examples, then put it in force."
    )
  )

  static let noExample = Failure(
    "algorithm.rule.no-example",
    .invalid,
    fr: "La règle n’a aucun exemple.",
    en: "The rule has no example.",
    remedy: Bilingual(
      fr: "Ajoutez au moins un cas dont vous connaissez le résultat : il protège des erreurs de saisie.",
      en: "Add at least one case whose result you know: it guards against slips."
    ),
    pointer: "examples"
  )

  static func exampleFails(_ outcome: AlgorithmRuleCheck.Outcome, number: Int, _ rule: CheckedRule) -> Failure
  {
    let label = outcome.example.label.isEmpty ? "\(number)" : outcome.example.label
    let reason = explanation(of: outcome, rule)
    return Failure(
      "algorithm.rule.example",
      .invalid,
      fr: "L’exemple « \(label) » n’est pas rendu : \(reason.fr)",
      en: "The example “\(label)” is not met: \(reason.en)",
      remedy: Bilingual(
        fr: "Corrigez la règle, ou l’exemple s’il est faux.",
        en: "Mend the rule, or the example if it is wrong."
      ),
      pointer: "examples.\(number - 1)"
    )
  }

  private static func explanation(of outcome: AlgorithmRuleCheck.Outcome, _ rule: CheckedRule) -> Bilingual {
    if let refusal = outcome.refusal { return refusal.message }
    let parts = outcome.differences.map { name -> Bilingual in
      let wanted = outcome.example.expected[name] ?? ""
      let label = rule.labels[name] ?? name
      guard let value = outcome.results?[name], let type = rule.types[name] else {
        return Bilingual(fr: "\(label) n’est pas un résultat", en: "\(label) is no result")
      }
      let shown = value.shown(as: type)
      return Bilingual(
        fr: "\(label) vaut \(shown.fr) au lieu de \(wanted)",
        en: "\(label) is \(shown.en) instead of \(wanted)"
      )
    }
    return Bilingual(
      fr: parts.map(\.fr).joined(separator: ", ") + ".",
      en: parts.map(\.en).joined(separator: ", ") + "."
    )
  }

  static func hole(_ finding: RuleFinding) -> Failure {
    Failure(
      "algorithm.rule.hole",
      .invalid,
      fr: finding.message.fr,
      en: finding.message.en,
      remedy: Bilingual(
        fr: "Complétez la table : aucun cas ne doit rester sans réponse, ni en avoir deux.",
        en: "Complete the table: no case may be left without an answer, nor have two."
      ),
      location: Failure.Location(line: finding.place.line, column: finding.place.column)
    )
  }

  static let endedAlgorithm = Failure(
    "algorithm.ended",
    .conflict,
    fr: "Cet algorithme est terminé : sa règle ne change plus et ne calcule plus.",
    en: "This algorithm has ended: its rule no longer changes nor computes."
  )
}
