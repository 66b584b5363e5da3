internal import Messages

extension DatasetIndex {
  /// The values of each facet but freshness, whose values are known beforehand.
  struct Facets: Sendable {
    private var catalogues = [FacetCatalogue](repeating: FacetCatalogue(), count: FacetKey.allCases.count)

    /// The values of a facet; `nil` for freshness.
    subscript(key: FacetKey) -> FacetCatalogue? {
      key == .freshness ? nil : FacetKey.allCases.firstIndex(of: key).map { catalogues[$0] }
    }

    /// The number of a dataset's set of values in each facet, by the order of `FacetKey`.
    mutating func sets(of card: DatasetCard) -> SIMD8<UInt32> {
      var sets = SIMD8<UInt32>()
      for (lane, key) in FacetKey.allCases.enumerated() where key != .freshness {
        sets[lane] = catalogues[lane].set(of: Facets.values(of: card, key))
      }
      return sets
    }

    /// The values a dataset has in a facet, with their labels.
    private static func values(of card: DatasetCard, _ key: FacetKey) -> [(value: String, label: Bilingual)] {
      func same(_ text: String) -> Bilingual { Bilingual(fr: text, en: text) }
      switch key {
      case .theme: return [(card.theme, Theme.with(id: card.theme)?.label ?? same(card.theme))]
      case .organization: return [(card.organization, same(card.organizationName))]
      case .format: return card.formats.map { ($0, same(FormatLabel.name(of: $0))) }
      case .licence: return [(card.licence, Licence.with(id: card.licence)?.label ?? same(card.licence))]
      case .access: return [(card.access.rawValue, card.access.label)]
      case .territory: return card.territories.map { ($0, same($0)) }
      case .freshness: return []
      }
    }
  }
}
