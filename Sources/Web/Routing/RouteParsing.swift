public import Messages

extension Route {
  /// The language of the pages under a path.
  public static func language(ofPath path: String) -> Language {
    path == "/en" || path.hasPrefix("/en/") ? .english : .french
  }

  /// The language and route of a path (without its query); `nil` where no page answers.
  public static func parse(_ path: String) -> (route: Route, language: Language)? {
    var segments = path.split(separator: "/").map { PercentEncoding.decode($0) }
    let language: Language = segments.first == "en" ? .english : .french
    if language == .english { segments.removeFirst() }
    if segments.first == "atelier" {
      return first(WorkshopRoute.Pattern.allCases, segments).map { ($0, language) }
    }
    let route = first(Pattern.allCases, segments) ?? first(VisitorRoute.Pattern.allCases, segments)
    return route.map { ($0, language) }
  }

  private static func first<P: RoutePattern>(_ patterns: [P], _ segments: [String]) -> Route? {
    for pattern in patterns {
      if let route = pattern.match(segments).flatMap({ pattern.route($0) }) { return route }
    }
    return nil
  }

  /// Makes a route from its pattern and the values of its variables in order.
  public init?(_ pattern: Pattern, _ values: [String]) {
    let first = values.first ?? ""
    switch pattern {
    case .home: self = .home
    case .datasets: self = .datasets
    case .dataset: self = .dataset(first)
    case .versions: self = .versions(first)
    case .version:
      guard values.count == 2, let version = Int(values[1]) else { return nil }
      self = .version(first, version)
    case .difference:
      guard values.count == 3, let to = Int(values[1]), let from = Int(values[2]) else { return nil }
      self = .difference(first, from: from, to: to)
    case .original:
      guard values.count == 2, let version = Int(values[1]) else { return nil }
      self = .original(first, version)
    case .history: self = .history(first)
    case .tableFragment: self = .tableFragment(first)
    case .chartFragment: self = .chartFragment(first)
    case .resultsFragment: self = .resultsFragment
    case .organizations: self = .organizations
    case .organization: self = .organization(first)
    case .themes: self = .themes
    case .theme: self = .theme(first)
    case .registers: self = .registers
    case .register: self = .register(first)
    case .registerTable: self = .registerTable(first)
    case .algorithmInventory:
      guard first == "algorithmes" else { return nil }
      self = .algorithmInventory
    case .registerRecords: self = .registerRecords(first)
    case .publicSheet:
      guard values.count == 2 else { return nil }
      self = .publicSheet(first, values[1])
    case .publicSheetFile:
      guard values.count == 3 else { return nil }
      self = .publicSheetFile(first, values[1], values[2])
    case .publicEssentialData:
      // A name of its own would hide the register of that name from the router.
      guard first == "contrats" else { return nil }
      self = .publicEssentialData
    case .informationList: self = .informationList
    case .informationTable: self = .informationTable
    case .journal: self = .journal
    case .journalEntry:
      guard let position = Int(first), position >= 0 else { return nil }
      self = .journalEntry(position)
    case .api: self = .api
    case .legal: self = .legal
    case .accessibility: self = .accessibility
    case .problem: self = .problem(first)
    case .feed: self = .feed
    case .datasetFeed: self = .datasetFeed(first)
    case .organizationFeed: self = .organizationFeed(first)
    }
  }
}
