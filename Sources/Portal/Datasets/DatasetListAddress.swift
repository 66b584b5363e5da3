public import Catalogue
public import Web

/// How a search of the catalogue is written in an address, and read from it.
public enum DatasetListAddress {
  /// How many datasets a page of results holds.
  public static let pageSize = 20

  /// The parameter of a facet.
  public static func parameter(_ key: FacetKey) -> String {
    switch key {
    case .theme: "theme"
    case .organization: "organisation"
    case .format: "format"
    case .licence: "licence"
    case .freshness: "fraicheur"
    case .access: "acces"
    case .territory: "territoire"
    }
  }

  /// Reads a search; what is not understood is left out.
  public static func read(_ query: Query) -> DatasetQuery {
    var search = DatasetQuery(text: String((query["q"] ?? "").prefix(200)), limit: pageSize)
    for key in FacetKey.allCases { search[key] = Set(query.all(parameter(key))) }
    search.sort = query["tri"].flatMap { sorts[$0] } ?? .relevance
    search.offset = (min(max(query.integer("page") ?? 1, 1), 50_000) - 1) * pageSize
    return search
  }

  /// The orders by their names in addresses.
  static let sorts: [String: DatasetSort] = [
    "pertinence": .relevance, "mise-a-jour": .updated, "publication": .created, "titre": .title,
    "lignes": .rows,
    "qualite": .quality,
  ]

  /// The name of an order in addresses.
  static func name(_ sort: DatasetSort) -> String { sorts.first { $0.value == sort }?.key ?? "pertinence" }
}
