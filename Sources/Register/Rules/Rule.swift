public import Messages

/// What a rule says of a fact.
///
/// A missing fact is never green.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// Conforme.
  case compliant
  /// Non conforme.
  case nonCompliant = "non_compliant"
  /// Inconnu: a fact is missing.
  case unknown
  /// Dérogé: not compliant, and waived with a public reason until a date.
  case waived
  /// Sans objet.
  case notApplicable = "not_applicable"

  /// The verdict as people read it.
  public var label: Bilingual {
    switch self {
    case .compliant: Bilingual(fr: "conforme", en: "compliant")
    case .nonCompliant: Bilingual(fr: "non conforme", en: "not compliant")
    case .unknown: Bilingual(fr: "inconnu", en: "unknown")
    case .waived: Bilingual(fr: "dérogé", en: "waived")
    case .notApplicable: Bilingual(fr: "sans objet", en: "not applicable")
    }
  }
}

/// A verdict with what it rests on.
public struct Judgement: Sendable, Equatable {
  /// The verdict.
  public let verdict: Verdict
  /// The facts it rests on, or what is missing.
  public let evidence: Bilingual

  /// Makes a judgement.
  public init(_ verdict: Verdict, fr: String, en: String) {
    self.verdict = verdict
    evidence = Bilingual(fr: fr, en: en)
  }
}

/// A predicate over facts, declared in one place with its source and its remedy.
public struct Rule<Facts: Sendable>: Sendable {
  /// The stable id: `publication.licence`.
  public let id: String
  /// The theme it belongs to in the doctrine: `open-data`, `personal-data`.
  public let theme: String
  /// The article or decision it comes from, as it is cited: `CRPA, art. L312-1-2`.
  public let article: String
  /// What it does when it does not hold.
  public let mode: RuleMode
  /// What it asks for.
  public let title: Bilingual
  /// What to do where it does not hold.
  public let remedy: Bilingual

  private let judge: @Sendable (Facts) -> Judgement

  /// Declares a rule.
  public init(
    _ id: String,
    theme: String,
    article: String,
    mode: RuleMode,
    title: Bilingual,
    remedy: Bilingual,
    judge: @escaping @Sendable (Facts) -> Judgement
  ) {
    self.id = id
    self.theme = theme
    self.article = article
    self.mode = mode
    self.title = title
    self.remedy = remedy
    self.judge = judge
  }

  /// Judges the facts about a subject.
  ///
  /// A waiver in force turns a fault into `waived`, and nothing else.
  public func assess(
    _ facts: Facts,
    subject: RecordKey,
    waivers: [Waiver] = [],
    on now: Moment
  ) -> Assessment {
    let judgement = judge(facts)
    let waiver =
      judgement.verdict == .nonCompliant
      ? waivers.first { $0.covers(rule: id, subject: subject, on: now) } : nil
    return Assessment(
      rule: id,
      theme: theme,
      article: article,
      mode: mode,
      title: title,
      verdict: waiver == nil ? judgement.verdict : .waived,
      evidence: judgement.evidence,
      remedy: judgement.verdict == .nonCompliant || judgement.verdict == .unknown ? remedy : nil,
      waiver: waiver
    )
  }
}

/// What a rule does when it does not hold.
public enum RuleMode: String, Codable, Sendable, CaseIterable {
  /// Refuses the act.
  case blocking
  /// Makes a dated task.
  case alert
  /// Is counted and shown.
  case measure
}

/// What a rule said of a subject at a moment, with all that a person needs to understand and mend it.
public struct Assessment: Codable, Sendable, Equatable {
  /// The rule's id.
  public let rule: String
  /// Its theme.
  public let theme: String
  /// The article it comes from.
  public let article: String
  /// What it does when it does not hold.
  public let mode: RuleMode
  /// What it asks for.
  public let title: Bilingual
  /// The verdict.
  public let verdict: Verdict
  /// The facts the verdict rests on, or what is missing.
  public let evidence: Bilingual
  /// What to do, where something is to be done.
  public let remedy: Bilingual?
  /// The waiver in force, where the verdict is `waived`.
  public let waiver: Waiver?

  /// Whether it refuses the act.
  public var blocks: Bool { mode == .blocking && verdict == .nonCompliant }
}

extension Sequence<Assessment> {
  /// The refusal that the blocking rules call for, naming each article and its remedy; `nil` when none does.
  public var refusal: Failure? {
    let blocking = filter(\.blocks)
    guard let first = blocking.first else { return nil }
    return Failure(
      "gate.\(first.rule)",
      .invalid,
      fr: blocking.map { "\($0.evidence.fr) (\($0.article))" }.joined(separator: " "),
      en: blocking.map { "\($0.evidence.en) (\($0.article))" }.joined(separator: " "),
      remedy: Bilingual(
        fr: blocking.compactMap(\.remedy?.fr).joined(separator: " "),
        en: blocking.compactMap(\.remedy?.en).joined(separator: " ")
      )
    )
  }
}
