public import Messages

/// A category of data of an activity, and how long it is kept (GDPR, article 30(1)c and f).
public struct DataCategory: Codable, Sendable, Equatable {
  /// What the data is: « Identité de l’enfant et de ses parents ».
  public var name: String?
  /// Its family.
  public var kind: DataFamily?
  /// The event from which it is kept: « Fin de l’année scolaire ».
  public var startEvent: String?
  /// How long it is in current use.
  public var activeLength: Int?
  /// The unit of that length.
  public var activeUnit: PeriodUnit?
  /// How long it is then kept aside, before its fate.
  public var intermediateLength: Int?
  /// The unit of that length.
  public var intermediateUnit: PeriodUnit?
  /// What becomes of it.
  public var finalFate: FinalFate?
  /// The text these lengths come from.
  public var basis: String?
  /// The number of the visa of elimination, where it is public archive.
  public var visa: String?
  /// The day of that visa, ISO 8601.
  public var visaOn: String?

  /// Describes a category.
  public init(
    _ name: String? = nil,
    _ kind: DataFamily? = nil,
    from startEvent: String? = nil,
    active: (Int, PeriodUnit)? = nil,
    intermediate: (Int, PeriodUnit)? = nil,
    then finalFate: FinalFate? = nil,
    basis: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.startEvent = startEvent
    activeLength = active?.0
    activeUnit = active?.1
    intermediateLength = intermediate?.0
    intermediateUnit = intermediate?.1
    self.finalFate = finalFate
    self.basis = basis
  }
}

/// The unit of a period of retention.
public enum PeriodUnit: String, ChoiceValue {
  case day, month, year

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .day: Bilingual(fr: "jours", en: "days")
    case .month: Bilingual(fr: "mois", en: "months")
    case .year: Bilingual(fr: "ans", en: "years")
    }
  }
}

/// What becomes of data at the end.
///
/// Code du patrimoine, articles L212-2 and L212-3.
public enum FinalFate: String, ChoiceValue {
  case destruction, conservation, sampling, deposit

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .destruction: Bilingual(fr: "Destruction", en: "Destruction")
    case .conservation: Bilingual(fr: "Conservation définitive", en: "Kept for good")
    case .sampling: Bilingual(fr: "Tri ou échantillon", en: "Selection or sample")
    case .deposit: Bilingual(fr: "Versement aux archives", en: "Handed to the archives")
    }
  }
}

/// The families of data of CNIL's model of register.
public enum DataFamily: String, ChoiceValue {
  case identity, contact, personalLife = "personal-life", professional, economic, connection, location
  case image, health, other

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .identity: Bilingual(fr: "État civil, identité", en: "Civil status, identity")
    case .contact: Bilingual(fr: "Coordonnées", en: "Contact details")
    case .personalLife: Bilingual(fr: "Vie personnelle et familiale", en: "Personal and family life")
    case .professional: Bilingual(fr: "Vie professionnelle, scolarité", en: "Work and schooling")
    case .economic:
      Bilingual(fr: "Situation économique et financière", en: "Economic and financial situation")
    case .connection: Bilingual(fr: "Données de connexion", en: "Connection data")
    case .location: Bilingual(fr: "Localisation", en: "Location")
    case .image: Bilingual(fr: "Images et sons", en: "Images and sound")
    case .health: Bilingual(fr: "Santé", en: "Health")
    case .other: Bilingual(fr: "Autre", en: "Other")
    }
  }
}
