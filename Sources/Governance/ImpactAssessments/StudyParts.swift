public import Messages
public import Register

/// What is feared for the data (PIA 3.2 to 3.4).
public enum FearedEventKind: String, ChoiceValue {
  case illegitimateAccess = "illegitimate-access"
  case unwantedChange = "unwanted-change"
  case disappearance

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .illegitimateAccess:
      Bilingual(fr: "Accès illégitime à des données", en: "Illegitimate access to data")
    case .unwantedChange: Bilingual(fr: "Modification non désirée de données", en: "Unwanted change of data")
    case .disappearance: Bilingual(fr: "Disparition de données", en: "Disappearance of data")
    }
  }

  /// The section of PIA, `3.2`.
  var section: String {
    switch self {
    case .illegitimateAccess: "3.2"
    case .unwantedChange: "3.3"
    case .disappearance: "3.4"
    }
  }

  /// The first question of the section, `321`.
  var firstQuestion: Int {
    switch self {
    case .illegitimateAccess: 321
    case .unwantedChange: 331
    case .disappearance: 341
    }
  }
}

/// One of the four levels of the method, for gravity and likelihood.
public enum RiskLevel: String, ChoiceValue {
  case negligible, limited, important, maximal

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .negligible: Bilingual(fr: "Négligeable", en: "Negligible")
    case .limited: Bilingual(fr: "Limitée", en: "Limited")
    case .important: Bilingual(fr: "Importante", en: "Important")
    case .maximal: Bilingual(fr: "Maximale", en: "Maximal")
    }
  }

  /// From 1 to 4.
  public var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The level of a rank; `nil` for 0 and anything else.
  public init?(rank: Int) {
    guard (1...4).contains(rank) else { return nil }
    self = Self.allCases[rank - 1]
  }
}

/// A feared event: what it would do, how, and how bad it is before and after the plan.
public struct FearedEvent: Codable, Sendable, Equatable {
  /// What it would do to people.
  @EmptyIfAbsent public var impacts: [String]
  /// How it could happen.
  @EmptyIfAbsent public var threats: [String]
  /// Who or what could cause it.
  @EmptyIfAbsent public var sources: [String]
  /// The measures that treat it, by their titles.
  @EmptyIfAbsent public var measures: [String]
  /// How bad it is now.
  public var gravity: RiskLevel?
  /// Why.
  public var gravityReason: String?
  /// How likely it is now.
  public var likelihood: RiskLevel?
  /// Why.
  public var likelihoodReason: String?
  /// How bad it is after the plan.
  public var residualGravity: RiskLevel?
  /// How likely it is after the plan.
  public var residualLikelihood: RiskLevel?

  /// Describes an event.
  public init(gravity: RiskLevel? = nil, likelihood: RiskLevel? = nil) {
    self.gravity = gravity
    self.likelihood = likelihood
  }
}

/// A measure of protection.
public struct StudyMeasure: Codable, Sendable, Equatable {
  /// What it is called.
  public var title: String?
  /// What is done.
  public var content: String?

  /// Describes a measure.
  public init(title: String? = nil, content: String? = nil) {
    self.title = title
    self.content = content
  }
}

/// What the evaluator thought of a part of the study.
public struct StudyEvaluation: Codable, Sendable, Equatable {
  /// The part: `1.1`, `2.1.211`, `3.1.101`, `3.2`.
  public var part: String?
  /// What it is worth.
  public var level: Level?
  /// What the evaluator says.
  public var comment: String?
  /// What is planned to improve it.
  public var plan: String?
  /// Who does it.
  public var owner: String?
  /// By when, ISO 8601.
  public var dueOn: String?

  /// Notes an evaluation.
  public init(
    part: String? = nil,
    level: Level? = nil,
    comment: String? = nil,
    plan: String? = nil,
    owner: String? = nil,
    dueOn: String? = nil
  ) {
    self.part = part
    self.level = level
    self.comment = comment
    self.plan = plan
    self.owner = owner
    self.dueOn = dueOn
  }

  /// What a part is worth.
  public enum Level: String, ChoiceValue {
    case toFix = "to-fix"
    case improvable, acceptable

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .toFix: Bilingual(fr: "À corriger", en: "To be fixed")
      case .improvable: Bilingual(fr: "Améliorable", en: "Improvable")
      case .acceptable: Bilingual(fr: "Acceptable", en: "Acceptable")
      }
    }
  }
}

/// An opinion on the study.
public enum StudyOpinion: String, ChoiceValue {
  case favourable, unfavourable

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .favourable: Bilingual(fr: "Le traitement peut être mis en œuvre", en: "It may be carried out")
    case .unfavourable:
      Bilingual(fr: "Le traitement ne devrait pas être mis en œuvre", en: "It should not be carried out")
    }
  }
}

/// Where the validation of a study is.
public enum StudyValidation: String, ChoiceValue {
  case refused, simple, signed, archived

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .refused: Bilingual(fr: "Refusée", en: "Refused")
    case .simple: Bilingual(fr: "Validée", en: "Validated")
    case .signed: Bilingual(fr: "Validée et signée", en: "Validated and signed")
    case .archived: Bilingual(fr: "Archivée", en: "Archived")
    }
  }
}

/// Whether the supervisory authority was consulted beforehand (GDPR, article 36).
public enum PriorConsultation: String, ChoiceValue {
  case notDue = "not-due"
  case sent, answered

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .notDue:
      Bilingual(fr: "Sans objet : aucun risque résiduel élevé", en: "Not due: no high residual risk")
    case .sent: Bilingual(fr: "Consultation envoyée à la CNIL", en: "Consultation sent to CNIL")
    case .answered: Bilingual(fr: "La CNIL a répondu", en: "CNIL answered")
    }
  }
}
