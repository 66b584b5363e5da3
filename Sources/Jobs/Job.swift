/// Something done by itself, again and again.
public struct Job: Sendable {
  /// Its stable name, as `publish-planned`.
  public let name: String
  /// How often.
  public let rhythm: Rhythm
  /// The first wait after a failure, in seconds; it doubles at each.
  public let retry: Int
  let work: @Sendable () async throws -> Void

  /// Declares a job.
  public init(
    _ name: String,
    _ rhythm: Rhythm,
    retry: Int = 60,
    work: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.rhythm = rhythm
    self.retry = retry
    self.work = work
  }

  /// Too frequent for each run to be written to the disk: after a restart it simply runs.
  var isFrequent: Bool {
    if case .every(let seconds) = rhythm { return seconds < 60 }
    return false
  }
}
