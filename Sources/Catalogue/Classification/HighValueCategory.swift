public import Messages

/// A category of high-value datasets (implementing regulation (EU) 2023/138, annex), free of charge and open.
public enum HighValueCategory: String, Codable, Sendable, CaseIterable {
  case geospatial
  case environment
  case meteorological
  case statistics
  case companies
  case mobility

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .geospatial: Bilingual(fr: "Géospatiales", en: "Geospatial")
    case .environment:
      Bilingual(fr: "Observation de la Terre et environnement", en: "Earth observation and environment")
    case .meteorological: Bilingual(fr: "Météorologiques", en: "Meteorological")
    case .statistics: Bilingual(fr: "Statistiques", en: "Statistics")
    case .companies:
      Bilingual(fr: "Entreprises et propriété d’entreprises", en: "Companies and company ownership")
    case .mobility: Bilingual(fr: "Mobilité", en: "Mobility")
    }
  }

  /// What a territory may hold of it.
  public var examples: Bilingual {
    switch self {
    case .geospatial:
      Bilingual(
        fr: "adresses, bâtiments, parcelles, limites administratives, toponymes",
        en: "addresses, buildings, parcels, administrative limits, place names"
      )
    case .environment:
      Bilingual(
        fr: "eau, air, bruit, déchets, sols, énergie, espaces protégés, urbanisme",
        en: "water, air, noise, waste, soils, energy, protected sites, planning"
      )
    case .meteorological:
      Bilingual(fr: "mesures de stations, alertes, climat", en: "measures of stations, warnings, climate")
    case .statistics:
      Bilingual(
        fr: "population, emploi, tourisme, dépenses publiques",
        en: "population, employment, tourism, public spending"
      )
    case .companies:
      Bilingual(
        fr: "registres d’entreprises, comptes, documents",
        en: "registers of companies, accounts, documents"
      )
    case .mobility:
      Bilingual(
        fr: "réseaux de transport et voies navigables",
        en: "networks of transport and inland waterways"
      )
    }
  }

  /// The concept in the EU vocabulary “high-value dataset category”, as `dcatap:hvdCategory` names it.
  public var iri: String {
    let code =
      switch self {
      case .geospatial: "c_ac64a52d"
      case .environment: "c_dd313021"
      case .meteorological: "c_164e0bf5"
      case .statistics: "c_e1da4e07"
      case .companies: "c_a9135398"
      case .mobility: "c_b79e35eb"
      }
    return "http://data.europa.eu/bna/" + code
  }

  /// The regulation, as `dcatap:applicableLegislation` names it.
  public static let legislation = "http://data.europa.eu/eli/reg_impl/2023/138/oj"

  /// Keywords that catalogues used before a dataset could state its category.
  static let keywords: Set<String> = ["hvd", "forte valeur", "high-value"]
}

extension Dataset {
  /// Whether it is said to be of high value: by its category, or by a keyword of older descriptions.
  public var isHighValue: Bool {
    highValue != nil || keywords.contains { HighValueCategory.keywords.contains($0.lowercased()) }
  }
}
