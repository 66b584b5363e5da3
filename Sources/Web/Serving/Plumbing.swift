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
  /// The number of entries of the journal that pages are made from now.
  public let position: @Sendable () -> Int
  /// Seconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Double

  /// Gathers what the faces share.
  public init(
    configuration: WebConfiguration,
    sessions: any SessionLookup = NoSessions(),
    formTokens: FormToken = FormToken(),
    site: @escaping @Sendable () -> Site,
    position: @escaping @Sendable () -> Int,
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

  /// Answers from memory, or with what `render` makes, which may depend on the register, the day and the
  /// address only.
  public func answer(
    _ request: Request,
    mediaType: String,
    isUnindexed: Bool = false,
    render: () async throws -> [UInt8]
  ) async throws -> Response {
    let key = PageKey(address: request.uri.string, position: position(), day: today.daysSinceEpoch)
    let page = try await pages.page(key) {
      StoredPage(try await render(), mediaType: mediaType, isUnindexed: isUnindexed)
    }
    return page.response(to: request)
  }
}
