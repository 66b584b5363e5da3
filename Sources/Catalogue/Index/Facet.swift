public import Messages

/// What a list of datasets can be narrowed by.
public enum FacetKey: String, Codable, Sendable, CaseIterable {
  case theme, organization, format, licence, freshness, access, territory

  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .theme: Bilingual(fr: "Thème", en: "Theme")
    case .organization: Bilingual(fr: "Organisation", en: "Organisation")
    case .format: Bilingual(fr: "Format", en: "Format")
    case .licence: Bilingual(fr: "Licence", en: "Licence")
    case .freshness: Bilingual(fr: "Fraîcheur", en: "Freshness")
    case .access: Bilingual(fr: "Accès", en: "Access")
    case .territory: Bilingual(fr: "Territoire", en: "Territory")
    }
  }
}

/// A facet with its values, most frequent first; each count is what choosing that value would give.
public struct Facet: Sendable, Hashable {
  /// Which facet.
  public var key: FacetKey
  /// The values that at least one dataset has, and those chosen.
  public var values: [FacetValue]
  /// How many values at least one dataset has, those left out by the query's limit included.
  public var total: Int

  /// Makes a facet.
  public init(key: FacetKey, values: [FacetValue], total: Int) {
    self.key = key
    self.values = values
    self.total = total
  }
}

/// A value of a facet and how many datasets have it.
public struct FacetValue: Sendable, Hashable {
  /// The value, as `DatasetQuery` takes it.
  public var value: String
  /// What the interface calls it.
  public var label: Bilingual
  /// How many datasets match the words and the other facets, and have it.
  public var count: Int
  /// Whether the query chose it.
  public var selected: Bool

  /// Makes a value.
  public init(value: String, label: Bilingual, count: Int, selected: Bool) {
    self.value = value
    self.label = label
    self.count = count
    self.selected = selected
  }
}
