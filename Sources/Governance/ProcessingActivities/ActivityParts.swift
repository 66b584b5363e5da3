public import Messages

/// A transfer of data outside the Union (GDPR, article 30(1)e).
public struct Transfer: Codable, Sendable, Equatable {
  /// Who receives it.
  public var recipient: String?
  /// The country or international organisation.
  public var country: String?
  /// What protects it.
  public var guarantee: TransferGuarantee?
  /// The document that shows it.
  public var document: String?

  /// Describes a transfer.
  public init(
    recipient: String? = nil,
    country: String? = nil,
    guarantee: TransferGuarantee? = nil,
    document: String? = nil
  ) {
    self.recipient = recipient
    self.country = country
    self.guarantee = guarantee
    self.document = document
  }
}

/// A column of a dataset that an activity covers.
public struct ActivityColumn: Codable, Sendable, Hashable {
  /// The dataset's slug.
  public var dataset: String?
  /// The column's name.
  public var column: String?
  /// The category of data it holds, by its name in the activity.
  public var category: String?

  /// Names a column.
  public init(dataset: String? = nil, column: String? = nil, category: String? = nil) {
    self.dataset = dataset
    self.column = column
    self.category = category
  }
}

/// Where data comes from (GDPR, articles 13 and 14).
public enum DataOrigin: String, ChoiceValue {
  case person, other, both

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .person: Bilingual(fr: "La personne elle-même", en: "The person")
    case .other: Bilingual(fr: "Une autre source", en: "Another source")
    case .both: Bilingual(fr: "La personne et une autre source", en: "The person and another source")
    }
  }
}

/// Where people are informed (GDPR, articles 12 to 14).
public enum NoticePlace: String, ChoiceValue {
  case form, website, poster, letter, contract, oral, none

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .form: Bilingual(fr: "Sur le formulaire", en: "On the form")
    case .website: Bilingual(fr: "Sur le site", en: "On the website")
    case .poster: Bilingual(fr: "Par affichage", en: "On a poster")
    case .letter: Bilingual(fr: "Par courrier ou courriel", en: "By letter or e-mail")
    case .contract: Bilingual(fr: "Dans le contrat ou la convention", en: "In the contract or agreement")
    case .oral: Bilingual(fr: "À l’oral, au guichet", en: "In words, at the desk")
    case .none: Bilingual(fr: "Nulle part pour l’instant", en: "Nowhere yet")
    }
  }
}

/// What an organisation decides about an impact assessment.
public enum DPIADecision: String, ChoiceValue {
  case carryOut = "carry-out"
  case doWithout = "do-without"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .carryOut: Bilingual(fr: "Mener une AIPD", en: "Carry out a DPIA")
    case .doWithout: Bilingual(fr: "Ne pas en mener", en: "Do without one")
    }
  }
}

/// What the data protection officer thought, and when (GDPR, articles 35(2), 38(1) and 39(1)).
public struct OfficerOpinion: Codable, Sendable, Equatable {
  /// The day, ISO 8601.
  public var on: String?
  /// Who gave it.
  public var author: String?
  /// In a word.
  public var opinion: Opinion?
  /// In full.
  public var text: String?
  /// What was done of it, or why it was not followed.
  public var followUp: String?

  /// Notes an opinion.
  public init(
    on: String? = nil,
    author: String? = nil,
    opinion: Opinion? = nil,
    text: String? = nil,
    followUp: String? = nil
  ) {
    self.on = on
    self.author = author
    self.opinion = opinion
    self.text = text
    self.followUp = followUp
  }

  /// An opinion in a word.
  public enum Opinion: String, ChoiceValue {
    case favourable, reserved, unfavourable

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .favourable: Bilingual(fr: "Favorable", en: "Favourable")
      case .reserved: Bilingual(fr: "Favorable avec réserves", en: "Favourable with reservations")
      case .unfavourable: Bilingual(fr: "Défavorable", en: "Unfavourable")
      }
    }
  }
}
