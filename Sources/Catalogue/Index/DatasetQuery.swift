public import Messages

/// What someone looks for in the catalogue: words, chosen facet values, an order and a page.
public struct DatasetQuery: Sendable, Hashable {
  /// The words typed; empty for everything.
  public var text: String
  /// The slugs of the themes wanted; empty for any, here and below.
  public var themes: Set<String>
  /// The slugs of the organisations wanted.
  public var organizations: Set<String>
  /// The formats wanted, in lower case: `csv`, `geojson`.
  public var formats: Set<String>
  /// The ids of the licences wanted.
  public var licences: Set<String>
  /// The raw values of `Freshness.State` wanted.
  public var freshness: Set<String>
  /// The raw values of `AccessLevel` wanted.
  public var access: Set<String>
  /// The names of the territories wanted.
  public var territories: Set<String>
  /// The order of the hits.
  public var sort: DatasetSort
  /// How many hits to skip.
  public var offset: Int
  /// How many hits to give, at most 1,000.
  public var limit: Int
  /// How many values of each facet to give; those chosen are always given.
  public var facetLimit: Int

  /// Asks for everything, unless told otherwise.
  public init(
    text: String = "",
    themes: Set<String> = [],
    organizations: Set<String> = [],
    formats: Set<String> = [],
    licences: Set<String> = [],
    freshness: Set<String> = [],
    access: Set<String> = [],
    territories: Set<String> = [],
    sort: DatasetSort = .relevance,
    offset: Int = 0,
    limit: Int = 20,
    facetLimit: Int = 100
  ) {
    self.text = text
    self.themes = themes
    self.organizations = organizations
    self.formats = formats
    self.licences = licences
    self.freshness = freshness
    self.access = access
    self.territories = territories
    self.sort = sort
    self.offset = offset
    self.limit = limit
    self.facetLimit = facetLimit
  }

  /// The chosen values of a facet.
  public subscript(key: FacetKey) -> Set<String> {
    get {
      switch key {
      case .theme: themes
      case .organization: organizations
      case .format: formats
      case .licence: licences
      case .freshness: freshness
      case .access: access
      case .territory: territories
      }
    }
    set {
      switch key {
      case .theme: themes = newValue
      case .organization: organizations = newValue
      case .format: formats = newValue
      case .licence: licences = newValue
      case .freshness: freshness = newValue
      case .access: access = newValue
      case .territory: territories = newValue
      }
    }
  }
}

/// The order of a list of datasets.
public enum DatasetSort: String, Codable, Sendable, CaseIterable {
  /// The best answer to the words first; the last updated first where there are no words.
  case relevance
  /// The last updated first.
  case updated
  /// The last described first.
  case created
  /// By title, in French dictionary order.
  case title
  /// The largest table first.
  case rows
  /// The best quality first.
  case quality

  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .relevance: Bilingual(fr: "Pertinence", en: "Relevance")
    case .updated: Bilingual(fr: "Dernière mise à jour", en: "Last update")
    case .created: Bilingual(fr: "Dernière publication", en: "Last published")
    case .title: Bilingual(fr: "Titre", en: "Title")
    case .rows: Bilingual(fr: "Nombre de lignes", en: "Number of rows")
    case .quality: Bilingual(fr: "Qualité", en: "Quality")
    }
  }
}
