public import Messages

/// What makes a processing lawful (GDPR, article 6(1)).
public enum LegalBasis: String, ChoiceValue {
  case consent
  case contract
  case legalObligation = "legal-obligation"
  case vitalInterest = "vital-interest"
  case publicInterest = "public-interest"
  case legitimateInterest = "legitimate-interest"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .consent: Bilingual(fr: "Consentement", en: "Consent")
    case .contract: Bilingual(fr: "Exécution d’un contrat", en: "Performance of a contract")
    case .legalObligation: Bilingual(fr: "Obligation légale", en: "Legal obligation")
    case .vitalInterest: Bilingual(fr: "Intérêts vitaux", en: "Vital interests")
    case .publicInterest: Bilingual(fr: "Mission d’intérêt public", en: "Task in the public interest")
    case .legitimateInterest: Bilingual(fr: "Intérêt légitime", en: "Legitimate interests")
    }
  }

  /// The point of article 6(1).
  public var article: String {
    switch self {
    case .consent: "RGPD, art. 6(1)a"
    case .contract: "RGPD, art. 6(1)b"
    case .legalObligation: "RGPD, art. 6(1)c"
    case .vitalInterest: "RGPD, art. 6(1)d"
    case .publicInterest: "RGPD, art. 6(1)e"
    case .legitimateInterest: "RGPD, art. 6(1)f"
    }
  }
}

/// The data that articles 9 and 10 of the GDPR, and article 30 of the French law, protect more than others.
public enum SpecialCategory: String, ChoiceValue {
  case ethnicOrigin = "ethnic-origin"
  case politicalOpinions = "political-opinions"
  case beliefs
  case unionMembership = "union-membership"
  case genetic
  case biometric
  case health
  case sexLife = "sex-life"
  case offences
  case nir

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .ethnicOrigin: Bilingual(fr: "Origine raciale ou ethnique", en: "Racial or ethnic origin")
    case .politicalOpinions: Bilingual(fr: "Opinions politiques", en: "Political opinions")
    case .beliefs:
      Bilingual(fr: "Convictions religieuses ou philosophiques", en: "Religious or philosophical beliefs")
    case .unionMembership: Bilingual(fr: "Appartenance syndicale", en: "Trade union membership")
    case .genetic: Bilingual(fr: "Données génétiques", en: "Genetic data")
    case .biometric: Bilingual(fr: "Données biométriques", en: "Biometric data")
    case .health: Bilingual(fr: "Santé", en: "Health")
    case .sexLife: Bilingual(fr: "Vie ou orientation sexuelle", en: "Sex life or sexual orientation")
    case .offences:
      Bilingual(fr: "Condamnations et infractions (art. 10)", en: "Convictions and offences (art. 10)")
    case .nir:
      Bilingual(fr: "Numéro de sécurité sociale (NIR)", en: "Social security number (NIR)")
    }
  }

  /// Whether article 9 forbids it but for its exceptions; the others have rules of their own.
  public var isUnderArticle9: Bool { self != .offences && self != .nir }
}

/// What lifts the prohibition of article 9(1) of the GDPR.
public enum SensitiveException: String, ChoiceValue {
  case explicitConsent = "a"
  case employmentLaw = "b"
  case vitalInterests = "c"
  case association = "d"
  case madePublic = "e"
  case legalClaims = "f"
  case publicInterest = "g"
  case care = "h"
  case publicHealth = "i"
  case archives = "j"
  case otherRules = "other"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .explicitConsent: Bilingual(fr: "Consentement explicite", en: "Explicit consent")
    case .employmentLaw:
      Bilingual(fr: "Droit du travail et protection sociale", en: "Employment law and social protection")
    case .vitalInterests: Bilingual(fr: "Intérêts vitaux", en: "Vital interests")
    case .association:
      Bilingual(
        fr: "Association politique, religieuse, philosophique ou syndicale",
        en: "Political, religious, philosophical or union body"
      )
    case .madePublic:
      Bilingual(fr: "Données rendues publiques par la personne", en: "Made public by the person")
    case .legalClaims: Bilingual(fr: "Droits en justice", en: "Legal claims")
    case .publicInterest:
      Bilingual(fr: "Intérêt public important, prévu par un texte", en: "Substantial public interest, by law")
    case .care:
      Bilingual(
        fr: "Médecine préventive, diagnostic, prise en charge sanitaire ou sociale",
        en: "Preventive medicine, diagnosis, health or social care"
      )
    case .publicHealth: Bilingual(fr: "Santé publique", en: "Public health")
    case .archives:
      Bilingual(fr: "Archives, recherche ou statistiques", en: "Archiving, research or statistics")
    case .otherRules:
      Bilingual(
        fr: "Infractions ou NIR : texte propre (art. 10 et 87)",
        en: "Offences or NIR: a text of their own (art. 10 and 87)"
      )
    }
  }
}

/// What protects a transfer outside the Union (GDPR, articles 45 to 49).
public enum TransferGuarantee: String, ChoiceValue {
  case adequacy
  case clauses
  case corporateRules = "corporate-rules"
  case publicAgreement = "public-agreement"
  case derogation
  case none

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .adequacy: Bilingual(fr: "Décision d’adéquation (art. 45)", en: "Adequacy decision (art. 45)")
    case .clauses:
      Bilingual(fr: "Clauses contractuelles types (art. 46(2)c)", en: "Standard clauses (art. 46(2)c)")
    case .corporateRules:
      Bilingual(fr: "Règles d’entreprise contraignantes (art. 47)", en: "Binding corporate rules (art. 47)")
    case .publicAgreement:
      Bilingual(
        fr: "Instrument entre autorités publiques (art. 46(2)a)",
        en: "Instrument between public bodies (art. 46(2)a)"
      )
    case .derogation: Bilingual(fr: "Dérogation (art. 49)", en: "Derogation (art. 49)")
    case .none: Bilingual(fr: "Aucune", en: "None")
    }
  }
}
