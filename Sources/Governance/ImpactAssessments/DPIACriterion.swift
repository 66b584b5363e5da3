public import Messages

/// The nine criteria of the European board, of which two usually call for an assessment.
///
/// Guidelines WP 248 rev. 01, part III.B.
public enum DPIACriterion: String, ChoiceValue {
  case scoring
  case automatedDecision = "automated-decision"
  case monitoring
  case sensitive
  case largeScale = "large-scale"
  case matching
  case vulnerable
  case innovative
  case blocking

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .scoring:
      Bilingual(
        fr: "Évaluation ou notation des personnes, profilage compris",
        en: "Evaluation or scoring of people, including profiling"
      )
    case .automatedDecision:
      Bilingual(
        fr: "Décision automatique qui a un effet juridique ou un effet semblable",
        en: "Automated decision with legal or similar effect"
      )
    case .monitoring: Bilingual(fr: "Surveillance systématique", en: "Systematic monitoring")
    case .sensitive:
      Bilingual(
        fr: "Données sensibles ou à caractère hautement personnel",
        en: "Sensitive or highly personal data"
      )
    case .largeScale: Bilingual(fr: "Grande échelle", en: "Large scale")
    case .matching:
      Bilingual(fr: "Croisement ou combinaison de données", en: "Matching or combining of datasets")
    case .vulnerable:
      Bilingual(
        fr: "Personnes vulnérables : enfants, personnes âgées, patients, agents…",
        en: "Vulnerable people: children, elderly people, patients, staff…"
      )
    case .innovative:
      Bilingual(
        fr: "Usage innovant ou nouvelle technologie",
        en: "Innovative use or new technology"
      )
    case .blocking:
      Bilingual(
        fr: "Traitement qui peut priver d’un droit, d’un service ou d’un contrat",
        en: "Processing that can deny a right, a service or a contract"
      )
    }
  }
}

/// The three cases in which the regulation itself asks for an assessment (GDPR, article 35(3)).
public enum DPIACase: String, ChoiceValue {
  case systematicEvaluation = "a"
  case sensitiveLargeScale = "b"
  case publicMonitoring = "c"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .systematicEvaluation:
      Bilingual(
        fr: "Évaluation systématique et approfondie, automatisée, qui fonde des décisions sur les personnes",
        en: "Systematic and extensive automated evaluation on which decisions about people rest"
      )
    case .sensitiveLargeScale:
      Bilingual(
        fr: "Données sensibles ou d’infraction, à grande échelle",
        en: "Sensitive data, or data on offences, on a large scale"
      )
    case .publicMonitoring:
      Bilingual(
        fr: "Surveillance systématique, à grande échelle, d’une zone accessible au public",
        en: "Systematic monitoring of a publicly accessible area on a large scale"
      )
    }
  }

  /// The article, as it is cited.
  public var article: String { "RGPD, art. 35(3)\(rawValue)" }
}
