/// How the site is served.
public struct WebConfiguration: Sendable {
  /// The address to listen on.
  public var host: String
  /// The port to listen on; 0 takes a free one.
  public var port: Int
  /// Whether a proxy in front sets `X-Forwarded-For`, whose last address is then the client's.
  public var trustsForwardedFor: Bool
  /// Whether requests made on this machine are free of rate limits.
  public var exemptsLoopback: Bool
  /// Whether `/metrics` answers other machines too.
  public var opensMetrics: Bool
  /// Whether each request leaves a line in the log.
  public var logsRequests: Bool
  /// The allowances of each class of requests.
  public var allowances: [RateLimiter.Class: RateLimiter.Allowance]
  /// The longest address, in bytes.
  public var longestAddress: Int
  /// The largest sum of all header fields, in bytes.
  public var largestHeaders: Int
  /// The largest body of a request, in bytes.
  public var largestBody: Int
  /// The largest body sent to the workshop or the interface, in bytes: files are deposited there.
  public var largestUpload: Int
  /// The seconds a client has to send the head of a request, and to begin the next on a kept connection.
  public var headSeconds: Int
  /// The seconds a client has to send the body of a request.
  public var bodySeconds: Int
  /// The seconds without any progress after which a response is given up.
  public var stallSeconds: Int
  /// The most connections at once.
  public var mostConnections: Int
  /// How many bytes of rendered pages are kept.
  public var pageCacheBytes: Int
  /// Where Debian's package libjs-leaflet puts its files.
  public var leafletFolder: String

  /// The defaults.
  public init(host: String = "127.0.0.1", port: Int = 8080) {
    self.host = host
    self.port = port
    trustsForwardedFor = false
    exemptsLoopback = true
    opensMetrics = false
    logsRequests = true
    allowances = RateLimiter.standard
    longestAddress = 8_000
    largestHeaders = 16_384
    largestBody = 1_048_576
    largestUpload = 6 * 1_073_741_824
    headSeconds = 15
    bodySeconds = 60
    stallSeconds = 60
    mostConnections = 4_096
    pageCacheBytes = 64 * 1_048_576
    leafletFolder = "/usr/share/javascript/leaflet"
  }

  /// The largest body of a request to a path.
  func largestBody(for path: Substring) -> Int {
    let path = String(path.prefix { $0 != "?" })
    let takesFiles = WorkshopRoute.holds(path) || Endpoint.takesFiles(path)
    return takesFiles ? largestUpload : largestBody
  }
}
