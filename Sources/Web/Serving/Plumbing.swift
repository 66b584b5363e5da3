public import CivilTime
public import Hummingbird
public import Messages
import NIOCore

/// What the faces share: configuration, assets, rendered pages, figures, and the state they show.
public struct Plumbing: Sendable {
  /// How the site is served.
  public let configuration: WebConfiguration
  /// The style sheet, scripts and images.
  public let assets: AssetStore
  /// The rendered pages.
  public let pages: PageCache
  /// The figures for operators.
  public let metrics: Metrics
  /// Who is signed in.
  public let sessions: any SessionLookup
  /// What actions say on the next page.
  public let flashes = FlashBoard()
  /// The workshop's addresses that something answers.
  public let served = ServedPatterns()
  /// The tokens of visitors' forms.
  public let formTokens: FormToken
  /// How many forms visitors may send.
  let posts: RateLimiter
  /// What pages say of the territory now.
  public let site: @Sendable () -> Site
  /// What pages are made from now.
  public let position: @Sendable () -> RegisterPosition
  /// Seconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Double

  /// Gathers what the faces share.
  public init(
    configuration: WebConfiguration,
    sessions: any SessionLookup = NoSessions(),
    formTokens: FormToken = FormToken(),
    site: @escaping @Sendable () -> Site,
    position: @escaping @Sendable () -> RegisterPosition,
    now: @escaping @Sendable () -> Double
  ) {
    self.configuration = configuration
    assets = AssetStore(leafletFolder: configuration.leafletFolder)
    pages = PageCache(capacity: configuration.pageCacheBytes)
    metrics = Metrics()
    posts = RateLimiter(configuration.allowances)
    self.sessions = sessions
    self.formTokens = formTokens
    self.site = site
    self.position = position
    self.now = now
  }

  /// Today, in UTC.
  public var today: CivilDate { CivilDate(daysSinceEpoch: Int((now() / 86_400).rounded(.down))) }

  /// The root of absolute addresses when the public address is not configured.
  public var localOrigin: String { "http://\(configuration.host):\(configuration.port)" }

  /// The context of a page.
  public func context(_ language: Language, _ route: Route, _ query: Query = Query()) -> PageContext {
    PageContext(
      site: site(),
      assets: assets,
      language: language,
      route: route,
      query: query,
      today: today,
      origin: localOrigin
    )
  }

  /// Answers from memory, or with what `render` makes, which may depend on what the public sees of the
  /// register, the day and the address only.
  ///
  /// - Parameter followsJournal: Whether it also shows the journal itself, which every act makes longer.
  public func answer(
    _ request: Request,
    mediaType: String,
    isUnindexed: Bool = false,
    followsJournal: Bool = false,
    render: () async throws -> [UInt8]
  ) async throws -> Response {
    let position = position()
    let key = PageKey(
      address: request.uri.string,
      position: followsJournal ? position.entries : position.visible,
      day: today.daysSinceEpoch
    )
    let page = try await pages.page(key) {
      StoredPage(try await render(), mediaType: mediaType, isUnindexed: isUnindexed)
    }
    return page.response(to: request)
  }
}

/// How far the journal goes.
public struct RegisterPosition: Sendable, Equatable {
  /// The number of entries.
  public let entries: Int
  /// The number of entries when something the public can see last changed.
  public let visible: Int

  /// Notes how far the journal goes.
  public init(entries: Int, visible: Int) {
    self.entries = entries
    self.visible = visible
  }
}
