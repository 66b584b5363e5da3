public import CivilTime
public import Messages

/// What a page needs to know besides its model: where it is, in which language, and on which day.
public struct PageContext: Sendable {
  /// The territory.
  public let site: Site
  /// The style sheet, scripts and images.
  public let assets: AssetStore
  /// The language of the page.
  public let language: Language
  /// The route of the page.
  public let route: Route
  /// The parameters of its address.
  public let query: Query
  /// Today, for what depends on it; on a page of the past, the day it tells of.
  public private(set) var today: CivilDate
  /// The day a page of the past tells of; `nil` on a page of today.
  public private(set) var asOf: CivilDate?
  /// Today, on a page of the past too.
  public private(set) var realToday: CivilDate
  /// The root of absolute addresses, without a final slash.
  public let origin: String
  /// What forms of this answer send back to prove that they come from the site; empty on public pages.
  public var formToken = ""
  /// What the last action says on the page that follows it.
  public var flash: FlashNotice?

  /// Gathers a context.
  public init(
    site: Site,
    assets: AssetStore,
    language: Language,
    route: Route,
    query: Query = Query(),
    today: CivilDate,
    origin: String
  ) {
    self.site = site
    self.assets = assets
    self.language = language
    self.route = route
    self.query = query
    self.today = today
    realToday = today
    self.origin = site.publicURL ?? origin
  }

  /// The text of the page's language; French marks get their no-break blanks.
  public func say(_ fr: String, _ en: String) -> String { language == .french ? Typography.french(fr) : en }

  /// The text of the page's language.
  public func say(_ text: Bilingual) -> String { say(text.fr, text.en) }

  /// The address of a route in the page's language.
  public func link(_ route: Route, _ query: Query = Query()) -> String { route.link(language, query) }

  /// The address of this page with other parameters, and where in the page to go.
  public func here(_ query: Query, anchor: String? = nil) -> String {
    route.link(language, query) + (anchor.map { "#" + $0 } ?? "")
  }

  /// The address of this page in another language.
  public func here(in language: Language) -> String { route.link(language, query) }

  /// The absolute address of an endpoint, as re-users paste it.
  public func absolute(_ path: String) -> String { origin + path }
}

extension PageContext {
  /// The parameter of an address that asks for a page as it was.
  public static let dayParameter = "le"

  /// The past day the address asks for; `nil` where it asks for none, or for a day that has not ended.
  public var dayAsked: CivilDate? {
    query[Self.dayParameter].flatMap { CivilDate($0) }.flatMap { $0 < today ? $0 : nil }
  }

  /// The same context on another day: a page of the past judges what was late then.
  public func on(_ day: CivilDate) -> PageContext {
    var context = self
    context.today = day
    context.asOf = day
    return context
  }

  /// The address of another page that can be read as it was: on the day this page tells of.
  public func linkThen(_ route: Route) -> String {
    link(route, Query([Self.dayParameter: asOf?.iso ?? ""]))
  }

  /// The value of a variable of a workshop's or a visitor's address: `secret` in `/atelier/lien/{secret}`.
  public func value(_ name: String) -> String? {
    switch route {
    case .workshop(let route): route.pattern.variables.firstIndex(of: name).map { route.values[$0] }
    case .visitor(let route): route.pattern.variables.firstIndex(of: name).map { route.values[$0] }
    default: nil
    }
  }
}
