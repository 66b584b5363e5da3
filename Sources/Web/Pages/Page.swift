public import Markup

/// A page of the site before its frame is put around it.
public struct Page: Sendable {
  /// A step from the home page to this one.
  public struct Crumb: Sendable, Hashable {
    /// The name.
    public let title: String
    /// The address; `nil` for the page itself.
    public let href: String?

    /// Makes a step.
    public init(_ title: String, _ href: String? = nil) {
      self.title = title
      self.href = href
    }
  }

  /// A heading of the site's navigation.
  public enum Section: Sendable, Hashable {
    case datasets, organizations, themes, journal, api
  }

  /// A script module of the site that the page works with.
  public enum Script: String, Sendable, Hashable {
    case explorer = "explorer.js"
    case search = "search.js"
    case map = "map.js"
    case chart = "chart.js"
    case copy = "copy.js"
    case workshop = "workshop.js"
    case deposit = "deposit.js"
    case register = "register.js"
    case proposals = "proposals.js"
  }

  /// The title, unique on the site.
  public var title: String
  /// One sentence for search engines and previews.
  public var summary: String
  /// The steps from the home page.
  public var breadcrumbs: [Crumb]
  /// Where it belongs in the navigation.
  public var section: Section?
  /// Where it belongs in the workshop's navigation.
  public var workshop: WorkshopSection?
  /// The scripts that make it quicker.
  public var scripts: [Script]
  /// What the page tells programs: a JSON-LD text, which nothing runs.
  public var linkedData: String?
  /// Whether search engines should keep it.
  public var isIndexed: Bool
  /// The feed that tells of what is new in it.
  public var feed: Route?
  /// Whether the header holds a search field (not where the page has its own).
  public var showsSearch: Bool
  /// Whether it loads the style of forms; the workshop's pages all do.
  public var usesForms: Bool
  /// The seconds after which a page that waits for something asks again, where scripts do not run.
  public var refreshAfter: Int?
  /// The content of `main`, its `h1` included.
  public var body: HTML

  /// Makes a page.
  public init(
    title: String,
    summary: String = "",
    breadcrumbs: [Crumb] = [],
    section: Section? = nil,
    workshop: WorkshopSection? = nil,
    scripts: [Script] = [],
    linkedData: String? = nil,
    isIndexed: Bool = true,
    showsSearch: Bool = true,
    usesForms: Bool = false,
    refreshAfter: Int? = nil,
    @HTMLBuilder body: () -> HTML
  ) {
    self.title = title
    self.summary = summary
    self.breadcrumbs = breadcrumbs
    self.section = section
    self.workshop = workshop
    self.scripts = scripts
    self.linkedData = linkedData
    self.isIndexed = isIndexed
    self.showsSearch = showsSearch
    self.usesForms = usesForms
    self.refreshAfter = refreshAfter
    self.body = body()
  }
}
