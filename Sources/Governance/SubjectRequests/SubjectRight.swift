public import Messages

/// The rights people have over their data.
public enum SubjectRight: String, ChoiceValue {
  case access, rectification, erasure, restriction, portability, objection
  case automatedDecision = "automated-decision"
  case withdrawal
  case afterDeath = "after-death"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .access: Bilingual(fr: "Accéder à mes données", en: "Access my data")
    case .rectification: Bilingual(fr: "Les faire rectifier", en: "Have it rectified")
    case .erasure: Bilingual(fr: "Les faire effacer", en: "Have it erased")
    case .restriction: Bilingual(fr: "Limiter leur usage", en: "Restrict its use")
    case .portability: Bilingual(fr: "Les récupérer pour les porter ailleurs", en: "Take it elsewhere")
    case .objection: Bilingual(fr: "M’opposer à leur usage", en: "Object to its use")
    case .automatedDecision:
      Bilingual(fr: "Faire revoir une décision automatique", en: "Have an automated decision reviewed")
    case .withdrawal: Bilingual(fr: "Retirer mon consentement", en: "Withdraw my consent")
    case .afterDeath:
      Bilingual(fr: "Directives sur mes données après ma mort", en: "Directions on my data after my death")
    }
  }

  /// The article, as it is cited.
  public var article: String {
    switch self {
    case .access: "RGPD, art. 15"
    case .rectification: "RGPD, art. 16"
    case .erasure: "RGPD, art. 17"
    case .restriction: "RGPD, art. 18"
    case .portability: "RGPD, art. 20"
    case .objection: "RGPD, art. 21"
    case .automatedDecision: "RGPD, art. 22 ; loi n° 78-17, art. 47"
    case .withdrawal: "RGPD, art. 7(3)"
    case .afterDeath: "Loi n° 78-17, art. 85"
    }
  }

  /// Whether the right can be exercised against a processing with a legal basis, and why not where it cannot.
  public func standing(against basis: LegalBasis) -> RightStanding {
    switch (self, basis) {
    case (.erasure, .legalObligation), (.erasure, .publicInterest):
      RightStanding(
        false,
        "RGPD, art. 17(3)b",
        fr:
          "L’effacement ne s’applique pas à ce qu’une obligation légale ou une mission d’intérêt public exige. "
          + "Au terme de la durée de conservation, les données partent.",
        en: "Erasure does not apply to what a legal obligation or a task in the public interest requires. "
          + "At the end of its retention the data goes."
      )
    case (.portability, .consent), (.portability, .contract): .applies(article)
    case (.portability, _):
      RightStanding(
        false,
        "RGPD, art. 20(1) et 20(3)",
        fr:
          "La portabilité ne vaut que pour un consentement ou un contrat, jamais pour une mission d’intérêt public.",
        en: "Portability only holds for consent or a contract, never for a task in the public interest."
      )
    case (.objection, .publicInterest), (.objection, .legitimateInterest): .applies(article)
    case (.objection, .consent):
      RightStanding(
        false,
        "RGPD, art. 21(1) et 7(3)",
        fr: "Ce traitement repose sur le consentement : il se retire, ce qui a le même effet.",
        en: "This processing rests on consent: it is withdrawn, to the same effect."
      )
    case (.objection, _):
      RightStanding(
        false,
        "RGPD, art. 21(1)",
        fr: "On ne peut pas s’opposer à ce qu’exige une obligation légale, un contrat ou un intérêt vital.",
        en: "One cannot object to what a legal obligation, a contract or a vital interest requires."
      )
    case (.withdrawal, .consent): .applies(article)
    case (.withdrawal, _):
      RightStanding(
        false,
        "RGPD, art. 7(3)",
        fr: "Ce traitement ne repose pas sur le consentement : il n’y a rien à retirer.",
        en: "This processing does not rest on consent: there is nothing to withdraw."
      )
    default: .applies(article)
    }
  }
}

/// Whether a right can be exercised against a processing.
public struct RightStanding: Sendable, Equatable {
  /// Whether it can.
  public let applies: Bool
  /// The article that says so.
  public let article: String
  /// Why, as the person is told; empty where it can.
  public let reason: Bilingual

  init(_ applies: Bool, _ article: String, fr: String, en: String) {
    self.applies = applies
    self.article = article
    reason = Bilingual(fr: fr, en: en)
  }

  static func applies(_ article: String) -> RightStanding { RightStanding(true, article, fr: "", en: "") }
}
