import Synchronization

/// Token buckets, one per client and class of request.
///
/// A bucket holds at most `burst` requests and refills at `perSecond`: a person never meets it, a loop
/// does, and is
/// told when to come back.
public final class RateLimiter: Sendable {
  /// A class of requests with its own allowance.
  public enum Class: String, Sendable, CaseIterable {
    /// Pages for people.
    case pages
    /// Plain answers for machines.
    case data
    /// Queries, aggregates and whole tables.
    case costly
    /// Forms that visitors send.
    case forms
  }

  /// How much a client may ask for.
  public struct Allowance: Sendable, Equatable {
    /// The most requests at once.
    public var burst: Int
    /// The requests per second in the long run.
    public var perSecond: Double

    /// Makes an allowance.
    public init(burst: Int, perSecond: Double) {
      self.burst = burst
      self.perSecond = perSecond
    }
  }

  /// What the limiter says of a request.
  public struct Decision: Sendable, Equatable {
    /// Whether the request may pass.
    public let isAllowed: Bool
    /// The size of the full allowance.
    public let limit: Int
    /// How many more requests may follow at once.
    public let remaining: Int
    /// The seconds until the allowance is full again.
    public let resetSeconds: Int
    /// The seconds to wait before the next request, when this one is refused.
    public let retrySeconds: Int
  }

  /// The allowances in force when nothing else is configured.
  public static let standard: [Class: Allowance] = [
    .pages: Allowance(burst: 300, perSecond: 30), .data: Allowance(burst: 120, perSecond: 20),
    .costly: Allowance(burst: 20, perSecond: 1), .forms: Allowance(burst: 12, perSecond: 0.05),
  ]

  private struct Key: Hashable {
    let client: ClientAddress
    let kind: Class
  }

  private struct Bucket {
    var tokens: Double
    var filledAt: Double
  }

  private let allowances: [Class: Allowance]
  private let buckets = Mutex<[Key: Bucket]>([:])
  /// Beyond this number of buckets the full ones are forgotten.
  private let most: Int

  /// Makes a limiter.
  public init(_ allowances: [Class: Allowance] = RateLimiter.standard, most: Int = 50_000) {
    self.allowances = allowances
    self.most = most
  }

  /// Takes one request from a client's allowance.
  ///
  /// - Parameter now: Seconds on any clock that only goes forward.
  public func take(_ kind: Class, from client: ClientAddress, now: Double) -> Decision {
    guard let allowance = allowances[kind] else {
      return Decision(isAllowed: true, limit: 0, remaining: 0, resetSeconds: 0, retrySeconds: 0)
    }
    let burst = Double(allowance.burst)
    return buckets.withLock { buckets in
      if buckets.count >= most { Self.forgetIdle(&buckets, allowances, now) }
      let key = Key(client: client, kind: kind)
      var bucket = buckets[key] ?? Bucket(tokens: burst, filledAt: now)
      bucket.tokens = min(burst, bucket.tokens + max(0, now - bucket.filledAt) * allowance.perSecond)
      bucket.filledAt = now
      let isAllowed = bucket.tokens >= 1
      if isAllowed { bucket.tokens -= 1 }
      buckets[key] = bucket
      return Decision(
        isAllowed: isAllowed,
        limit: allowance.burst,
        remaining: Int(bucket.tokens),
        resetSeconds: Int(((burst - bucket.tokens) / allowance.perSecond).rounded(.up)),
        retrySeconds: isAllowed ? 0 : max(1, Int(((1 - bucket.tokens) / allowance.perSecond).rounded(.up)))
      )
    }
  }

  private static func forgetIdle(
    _ buckets: inout [Key: Bucket],
    _ allowances: [Class: Allowance],
    _ now: Double
  ) {
    buckets = buckets.filter { key, bucket in
      guard let allowance = allowances[key.kind] else { return false }
      return bucket.tokens + (now - bucket.filledAt) * allowance.perSecond < Double(allowance.burst)
    }
  }
}
