/// An address of the programming interface, as pages link to it and as the router serves it.
public enum Endpoint: Sendable, Hashable {
  /// The catalogue: search, facets, paging.
  case datasets
  /// A dataset's description.
  case dataset(String)
  /// A dataset's versions.
  case versions(String)
  /// A dataset's columns with their statistics.
  case columns(String)
  /// A dataset's rows, filtered, sorted, paged.
  case rows(String)
  /// Groups and figures of a dataset's rows.
  case aggregate(String)
  /// A dataset's rows that are somewhere, as GeoJSON.
  case features(String)
  /// A whole table in a format: `csv`, `json`, `jsonl`, `parquet`.
  case export(String, String)
  /// One SELECT over a dataset's table.
  case sql(String)
  /// Every organisation.
  case organizations
  /// One organisation.
  case organization(String)
  /// Every register that shows records to the public.
  case registers
  /// The public records of a register.
  case register(String)
  /// A public record of a register.
  case registerRecord(String, String)
  /// Every theme.
  case themes
  /// The journal's head.
  case journalHead
  /// The journal's entries.
  case journalEntries
  /// The proof that an entry is in the journal.
  case journalProof
  /// The proof that nothing was rewritten between two heads.
  case journalConsistency
  /// The description of the interface, OpenAPI 3.1.
  case openAPI

  /// The root of the interface's first version.
  public static let root = "/api/v1"

  /// The router's pattern of every endpoint, under `root`.
  public static let patterns = [
    "/datasets", "/datasets/{slug}", "/datasets/{slug}/versions", "/datasets/{slug}/columns",
    "/datasets/{slug}/rows", "/datasets/{slug}/aggregate", "/datasets/{slug}/geojson",
    "/datasets/{slug}/export.{format}", "/datasets/{slug}/sql", "/organizations", "/organizations/{slug}",
    "/registers", "/registers/{register}", "/registers/{register}/{record}",
    "/themes", "/journal/head", "/journal/entries", "/journal/proof", "/journal/consistency", "/openapi.json",
  ]

  /// Whether files are sent to a path.
  static func takesFiles(_ path: String) -> Bool {
    path.hasPrefix(root + "/uploads/") || path.hasPrefix(root + "/deposits/") && path.hasSuffix("/file")
  }

  /// The path.
  public var path: String {
    let rest =
      switch self {
      case .datasets: "/datasets"
      case .dataset(let slug): "/datasets/" + encoded(slug)
      case .versions(let slug): "/datasets/" + encoded(slug) + "/versions"
      case .columns(let slug): "/datasets/" + encoded(slug) + "/columns"
      case .rows(let slug): "/datasets/" + encoded(slug) + "/rows"
      case .aggregate(let slug): "/datasets/" + encoded(slug) + "/aggregate"
      case .features(let slug): "/datasets/" + encoded(slug) + "/geojson"
      case .export(let slug, let format): "/datasets/" + encoded(slug) + "/export." + encoded(format)
      case .sql(let slug): "/datasets/" + encoded(slug) + "/sql"
      case .organizations: "/organizations"
      case .organization(let slug): "/organizations/" + encoded(slug)
      case .registers: "/registers"
      case .register(let slug): "/registers/" + encoded(slug)
      case .registerRecord(let slug, let id): "/registers/" + encoded(slug) + "/" + encoded(id)
      case .themes: "/themes"
      case .journalHead: "/journal/head"
      case .journalEntries: "/journal/entries"
      case .journalProof: "/journal/proof"
      case .journalConsistency: "/journal/consistency"
      case .openAPI: "/openapi.json"
      }
    return Self.root + rest
  }

  /// The address with its query.
  public func link(_ query: Query = Query()) -> String { query.isEmpty ? path : path + "?" + query.encoded }

  private func encoded(_ segment: String) -> String { PercentEncoding.encode(segment) }
}
