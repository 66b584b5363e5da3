internal import Messages

/// Counts facets in one walk over the datasets that match the words.
///
/// A dataset that passes every choice counts in every facet. One that fails the choice of a single facet
/// counts in that facet alone: that is what makes each facet's counts independent of its own choice.
struct FacetCount {
  private let query: DatasetQuery
  private let today: CalendarDay
  private let catalogues: DatasetIndex.Facets
  private var theme: Column
  private var organization: Column
  private var format: Column
  private var licence: Column
  private var freshness: Column
  private var access: Column
  private var territory: Column

  /// A facet while it is counted: how many datasets have each set of values, and which sets pass the choice.
  struct Column {
    var counts: [Int]
    var passing: [Bool]?

    init(setCount: Int, passing: [Bool]?) {
      counts = [Int](repeating: 0, count: setCount)
      self.passing = passing
    }

    init(_ catalogue: FacetCatalogue, _ chosen: Set<String>) {
      self.init(setCount: catalogue.sets.count, passing: catalogue.passingSets(chosen))
    }

    @inline(__always)
    func fails(_ set: Int) -> Bool { passing.map { !$0[set] } ?? false }
  }

  init(index: DatasetIndex, query: DatasetQuery, today: CalendarDay) {
    self.query = query
    self.today = today
    catalogues = index.facets
    theme = Column(catalogues.theme, query.themes)
    organization = Column(catalogues.organization, query.organizations)
    format = Column(catalogues.format, query.formats)
    licence = Column(catalogues.licence, query.licences)
    access = Column(catalogues.access, query.access)
    territory = Column(catalogues.territory, query.territories)
    let states = Freshness.State.allCases
    freshness = Column(
      setCount: states.count,
      passing: query.freshness.isEmpty ? nil : states.map { query.freshness.contains($0.rawValue) }
    )
  }

  /// Counts a dataset that matches the words; returns whether it passes every choice.
  @inline(__always)
  mutating func take(_ fact: DatasetFacts) -> Bool {
    let state = fact.freshnessIndex(on: today)
    let sets = fact.sets
    var failures = 0
    var failing = 0
    func note(_ fails: Bool, _ facet: Int) {
      if fails {
        failures += 1
        failing = facet
      }
    }
    note(theme.fails(Int(sets.theme)), 0)
    note(organization.fails(Int(sets.organization)), 1)
    note(format.fails(Int(sets.format)), 2)
    note(licence.fails(Int(sets.licence)), 3)
    note(freshness.fails(state), 4)
    note(access.fails(Int(sets.access)), 5)
    note(territory.fails(Int(sets.territory)), 6)
    guard failures < 2 else { return false }
    let all = failures == 0
    if all || failing == 0 { theme.counts[Int(sets.theme)] += 1 }
    if all || failing == 1 { organization.counts[Int(sets.organization)] += 1 }
    if all || failing == 2 { format.counts[Int(sets.format)] += 1 }
    if all || failing == 3 { licence.counts[Int(sets.licence)] += 1 }
    if all || failing == 4 { freshness.counts[state] += 1 }
    if all || failing == 5 { access.counts[Int(sets.access)] += 1 }
    if all || failing == 6 { territory.counts[Int(sets.territory)] += 1 }
    return all
  }

  /// The facets counted, in the order of `FacetKey`.
  func facets() -> [Facet] {
    FacetKey.allCases.map { key in
      switch key {
      case .theme: facet(key, catalogues.theme, theme)
      case .organization: facet(key, catalogues.organization, organization)
      case .format: facet(key, catalogues.format, format)
      case .licence: facet(key, catalogues.licence, licence)
      case .freshness: freshnessFacet
      case .access: facet(key, catalogues.access, access)
      case .territory: facet(key, catalogues.territory, territory)
      }
    }
  }

  private func facet(_ key: FacetKey, _ catalogue: FacetCatalogue, _ column: Column) -> Facet {
    catalogue.facet(key, counts: column.counts, chosen: query[key], limit: query.facetLimit)
  }

  /// Freshness keeps the order of its states, whatever their counts.
  private var freshnessFacet: Facet {
    let values = zip(Freshness.State.allCases, freshness.counts).compactMap { state, count -> FacetValue? in
      let selected = query.freshness.contains(state.rawValue)
      guard count > 0 || selected else { return nil }
      return FacetValue(value: state.rawValue, label: state.label, count: count, selected: selected)
    }
    return Facet(key: .freshness, values: values, total: values.count)
  }
}
