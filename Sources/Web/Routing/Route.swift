public import Messages

/// An address of the public site: the one source of both the router's patterns and the links.
///
/// The English site has the same paths under `/en`.
public enum Route: Sendable, Hashable {
  /// The home page.
  case home
  /// The catalogue with its search and facets.
  case datasets
  /// The page of a dataset.
  case dataset(String)
  /// The versions of a dataset.
  case versions(String)
  /// One version of a dataset.
  case version(String, Int)
  /// What changed from a version to a later one.
  case difference(String, from: Int, to: Int)
  /// The original file of a version.
  case original(String, Int)
  /// The history of a dataset's description.
  case history(String)
  /// The table explorer alone, for scripts.
  case tableFragment(String)
  /// The chart alone, for scripts.
  case chartFragment(String)
  /// The results of a search alone, for scripts.
  case resultsFragment
  /// Every organisation.
  case organizations
  /// The page of an organisation.
  case organization(String)
  /// Every theme.
  case themes
  /// The page of a theme.
  case theme(String)
  /// What the territory keeps in public registers.
  case registers
  /// A public register.
  case register(String)
  /// A record of a public register.
  case publicSheet(String, String)
  /// A file attached to a record of a public register: the slug, the record’s id, the field’s key.
  case publicSheetFile(String, String, String)
  /// A public register as a table.
  case registerTable(String)
  /// The inventory of algorithms in the columns Etalab recommends.
  case algorithmInventory
  /// A public register as JSON.
  case registerRecords(String)
  /// The essential data of contracts, in the format of the law.
  case publicEssentialData
  /// The list of public information (CRPA, art. L322-6).
  case informationList
  /// The same list as a table.
  case informationTable
  /// The public journal.
  case journal
  /// One entry of the journal with its proof.
  case journalEntry(Int)
  /// The guide to the programming interface.
  case api
  /// The legal notice (loi n° 2004-575, art. 1-1).
  case legal
  /// The accessibility statement (décret n° 2019-768, art. 4).
  case accessibility
  /// What a problem's code means.
  case problem(String)
  /// The latest versions of every dataset, for feed readers.
  case feed
  /// The versions of a dataset, for feed readers.
  case datasetFeed(String)
  /// The latest versions of an organisation's datasets, for feed readers.
  case organizationFeed(String)
  /// A page of the workshop.
  case workshop(WorkshopRoute)
  /// What visitors say and ask.
  case visitor(VisitorRoute)

  /// A kind of address: a pattern for the router.
  public enum Pattern: String, Sendable, CaseIterable {
    case home = "/"
    case datasets = "/donnees"
    case dataset = "/donnees/{slug}"
    case versions = "/donnees/{slug}/versions"
    case version = "/donnees/{slug}/versions/{version}"
    case difference = "/donnees/{slug}/versions/{version}/depuis/{earlier}"
    case original = "/donnees/{slug}/versions/{version}/original"
    case history = "/donnees/{slug}/historique"
    case tableFragment = "/fragments/donnees/{slug}/tableau"
    case chartFragment = "/fragments/donnees/{slug}/graphique"
    case resultsFragment = "/fragments/donnees"
    case organizations = "/organisations"
    case organization = "/organisations/{slug}"
    case themes = "/themes"
    case theme = "/themes/{slug}"
    case registers = "/registres"
    case register = "/registres/{slug}"
    case registerTable = "/registres/{slug}/fiches.csv"
    case algorithmInventory = "/registres/{slug}/inventaire.csv"
    case registerRecords = "/registres/{slug}/fiches.json"
    case publicEssentialData = "/registres/{slug}/decp.json"
    case publicSheet = "/registres/{slug}/{id}"
    case publicSheetFile = "/registres/{slug}/{id}/fichiers/{field}"
    case informationList = "/repertoire"
    case informationTable = "/repertoire.csv"
    case journal = "/journal"
    case journalEntry = "/journal/{position}"
    case api = "/api"
    case legal = "/mentions-legales"
    case accessibility = "/accessibilite"
    case problem = "/problemes/{code}"
    case feed = "/donnees.atom"
    case datasetFeed = "/donnees/{slug}/versions.atom"
    case organizationFeed = "/organisations/{slug}/donnees.atom"
  }

  /// The kind of address this is.
  public var pattern: any RoutePattern { shape.pattern }

  /// The address in a language, with its query.
  public func link(_ language: Language, _ query: Query = Query()) -> String {
    let path = path(language)
    return query.isEmpty ? path : path + "?" + query.encoded
  }

  /// The path in a language.
  public func path(_ language: Language) -> String {
    let (pattern, values) = shape
    var path = language == .english ? "/en" : ""
    var next = values.makeIterator()
    for segment in pattern.template.split(separator: "/") {
      path += "/" + (segment.hasPrefix("{") ? PercentEncoding.encode(next.next() ?? "") : String(segment))
    }
    return path.isEmpty ? "/" : path
  }

  private var shape: (pattern: any RoutePattern, values: [String]) {
    if case .workshop(let route) = self { return (route.pattern, route.values) }
    if case .visitor(let route) = self { return (route.pattern, route.values) }
    let (pattern, values) = portalShape
    return (pattern, values)
  }

  private var portalShape: (pattern: Pattern, values: [String]) {
    switch self {
    case .home: (.home, [])
    case .datasets: (.datasets, [])
    case .dataset(let slug): (.dataset, [slug])
    case .versions(let slug): (.versions, [slug])
    case .version(let slug, let version): (.version, [slug, "\(version)"])
    case .difference(let slug, let from, let to): (.difference, [slug, "\(to)", "\(from)"])
    case .original(let slug, let version): (.original, [slug, "\(version)"])
    case .history(let slug): (.history, [slug])
    case .tableFragment(let slug): (.tableFragment, [slug])
    case .chartFragment(let slug): (.chartFragment, [slug])
    case .resultsFragment: (.resultsFragment, [])
    case .organizations: (.organizations, [])
    case .organization(let slug): (.organization, [slug])
    case .themes: (.themes, [])
    case .theme(let slug): (.theme, [slug])
    case .registers: (.registers, [])
    case .register(let slug): (.register, [slug])
    case .publicSheet(let slug, let id): (.publicSheet, [slug, id])
    case .publicSheetFile(let slug, let id, let field): (.publicSheetFile, [slug, id, field])
    case .registerTable(let slug): (.registerTable, [slug])
    case .algorithmInventory: (.algorithmInventory, ["algorithmes"])
    case .registerRecords(let slug): (.registerRecords, [slug])
    case .publicEssentialData: (.publicEssentialData, ["contrats"])
    case .informationList: (.informationList, [])
    case .informationTable: (.informationTable, [])
    case .journal: (.journal, [])
    case .journalEntry(let position): (.journalEntry, ["\(position)"])
    case .api: (.api, [])
    case .legal: (.legal, [])
    case .accessibility: (.accessibility, [])
    case .problem(let code): (.problem, [code])
    case .feed: (.feed, [])
    case .datasetFeed(let slug): (.datasetFeed, [slug])
    case .organizationFeed(let slug): (.organizationFeed, [slug])
    case .workshop, .visitor: (.home, [])
    }
  }
}
