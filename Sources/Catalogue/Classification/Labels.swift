public import Messages

extension AccessLevel {
  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .open: Bilingual(fr: "Ouvert à tous", en: "Open to all")
    case .restricted: Bilingual(fr: "Sur demande", en: "On request")
    case .internal: Bilingual(fr: "Interne", en: "Internal")
    }
  }

  /// The European vocabulary's code for it (« access-right »).
  public var iri: String {
    let code =
      switch self {
      case .open: "PUBLIC"
      case .restricted: "RESTRICTED"
      case .internal: "NON_PUBLIC"
      }
    return "http://publications.europa.eu/resource/authority/access-right/\(code)"
  }
}

extension Frequency {
  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .continuous: Bilingual(fr: "En continu", en: "Continuous")
    case .hourly: Bilingual(fr: "Toutes les heures", en: "Hourly")
    case .daily: Bilingual(fr: "Tous les jours", en: "Daily")
    case .weekly: Bilingual(fr: "Toutes les semaines", en: "Weekly")
    case .monthly: Bilingual(fr: "Tous les mois", en: "Monthly")
    case .quarterly: Bilingual(fr: "Tous les trimestres", en: "Quarterly")
    case .semiannual: Bilingual(fr: "Tous les six mois", en: "Every six months")
    case .annual: Bilingual(fr: "Tous les ans", en: "Yearly")
    case .biennial: Bilingual(fr: "Tous les deux ans", en: "Every two years")
    case .irregular: Bilingual(fr: "Sans régularité", en: "Irregular")
    case .never: Bilingual(fr: "Jamais (données arrêtées)", en: "Never (closed data)")
    case .unknown: Bilingual(fr: "Non précisée", en: "Not stated")
    }
  }

  /// The European vocabulary's address for it (« frequency »).
  public var iri: String {
    let code =
      switch self {
      case .continuous: "UPDATE_CONT"
      case .hourly: "HOURLY"
      case .daily: "DAILY"
      case .weekly: "WEEKLY"
      case .monthly: "MONTHLY"
      case .quarterly: "QUARTERLY"
      case .semiannual: "ANNUAL_2"
      case .annual: "ANNUAL"
      case .biennial: "BIENNIAL"
      case .irregular: "IRREG"
      case .never: "NEVER"
      case .unknown: "UNKNOWN"
      }
    return "http://publications.europa.eu/resource/authority/frequency/\(code)"
  }
}

extension Dataset.Status {
  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .draft: Bilingual(fr: "Brouillon", en: "Draft")
    case .published: Bilingual(fr: "Publié", en: "Published")
    case .withdrawn: Bilingual(fr: "Retiré", en: "Withdrawn")
    }
  }
}

extension Organization.Nature {
  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .territory: Bilingual(fr: "Territoire", en: "Territory")
    case .epci: Bilingual(fr: "Intercommunalité", en: "Inter-municipal authority")
    case .commune: Bilingual(fr: "Commune", en: "Commune")
    case .department: Bilingual(fr: "Département", en: "Département")
    case .region: Bilingual(fr: "Région", en: "Region")
    case .direction: Bilingual(fr: "Direction", en: "Department of the authority")
    case .delegate: Bilingual(fr: "Délégataire", en: "Delegated operator")
    case .partner: Bilingual(fr: "Partenaire", en: "Partner")
    case .association: Bilingual(fr: "Association", en: "Association")
    }
  }
}
