public import Messages

/// What a breach takes from data (GDPR, article 4(12)).
public enum BreachNature: String, ChoiceValue {
  case confidentiality, integrity, availability

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .confidentiality: Bilingual(fr: "Perte de confidentialité", en: "Loss of confidentiality")
    case .integrity: Bilingual(fr: "Perte d’intégrité", en: "Loss of integrity")
    case .availability: Bilingual(fr: "Perte de disponibilité", en: "Loss of availability")
    }
  }
}

/// Where a breach comes from.
public enum BreachCause: String, ChoiceValue {
  case internalAccident = "internal-accident"
  case internalMalice = "internal-malice"
  case externalAccident = "external-accident"
  case externalMalice = "external-malice"
  case unknown

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .internalAccident: Bilingual(fr: "Interne, accident", en: "Internal, accident")
    case .internalMalice: Bilingual(fr: "Interne, malveillance", en: "Internal, malice")
    case .externalAccident: Bilingual(fr: "Externe, accident", en: "External, accident")
    case .externalMalice: Bilingual(fr: "Externe, malveillance", en: "External, malice")
    case .unknown: Bilingual(fr: "Inconnue", en: "Unknown")
    }
  }
}

/// What a breach comes to for people: it decides whom to tell.
public enum BreachRisk: String, ChoiceValue {
  case none, risk, high

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .none: Bilingual(fr: "Pas de risque : au registre seulement", en: "No risk: in the register only")
    case .risk: Bilingual(fr: "Un risque : notifier la CNIL", en: "A risk: notify CNIL")
    case .high:
      Bilingual(
        fr: "Un risque élevé : notifier la CNIL et informer les personnes",
        en: "A high risk: notify CNIL and tell people"
      )
    }
  }
}

/// Whether people are told of a breach (GDPR, article 34).
public enum BreachCommunication: String, ChoiceValue {
  case inform
  case publicNotice = "public-notice"
  case exempt
  case notDue = "not-due"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .inform: Bilingual(fr: "Informer chaque personne", en: "Tell each person")
    case .publicNotice: Bilingual(fr: "Communication publique", en: "Public communication")
    case .exempt: Bilingual(fr: "Ne pas informer : exception", en: "Do not tell: an exception applies")
    case .notDue: Bilingual(fr: "Sans objet : le risque n’est pas élevé", en: "Not due: the risk is not high")
    }
  }
}

/// What lets people not be told (GDPR, article 34(3)).
public enum CommunicationException: String, ChoiceValue {
  case unintelligible = "a"
  case riskRemoved = "b"
  case disproportionate = "c"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .unintelligible:
      Bilingual(
        fr: "a. Données incompréhensibles pour qui n’y a pas droit (chiffrement)",
        en: "a. Data unintelligible to whoever has no right to it (encryption)"
      )
    case .riskRemoved:
      Bilingual(
        fr: "b. Mesures prises depuis : le risque élevé n’est plus probable",
        en: "b. Measures since taken: the high risk is no longer likely"
      )
    case .disproportionate:
      Bilingual(
        fr: "c. Efforts disproportionnés : communication publique à la place",
        en: "c. Disproportionate effort: a public communication instead"
      )
    }
  }
}

/// Where a breach is in its life, as its timestamps and its qualification tell.
public enum BreachState: String, ChoiceValue {
  case detected, toQualify = "to-qualify", noRisk = "no-risk", toNotify = "to-notify"
  case notified, fullyNotified = "fully-notified", peopleInformed = "people-informed", closed

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .detected: Bilingual(fr: "détectée", en: "detected")
    case .toQualify: Bilingual(fr: "à qualifier", en: "to be qualified")
    case .noRisk: Bilingual(fr: "sans risque", en: "no risk")
    case .toNotify: Bilingual(fr: "à notifier", en: "to be notified")
    case .notified: Bilingual(fr: "notifiée, à compléter", en: "notified, to be completed")
    case .fullyNotified: Bilingual(fr: "notifiée", en: "notified")
    case .peopleInformed: Bilingual(fr: "personnes informées", en: "people told")
    case .closed: Bilingual(fr: "close", en: "closed")
    }
  }
}
