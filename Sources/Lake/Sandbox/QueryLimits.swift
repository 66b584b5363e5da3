/// What a query written by a stranger may use.
public struct QueryLimits: Codable, Sendable, Hashable {
  /// The time it may run.
  public var time: Duration
  /// The memory it may use, in bytes.
  public var memory: Int
  /// The threads it may use.
  public var threads: Int
  /// The most rows answered; further ones are cut and the answer says so.
  public var rows: Int
  /// The most bytes answered, as they weigh in memory.
  public var bytes: Int
  /// The longest text accepted, in bytes of UTF-8.
  public var statement: Int

  /// Sets limits; by default those of an anonymous request.
  public init(
    time: Duration = .seconds(10),
    memory: Int = 256 << 20,
    threads: Int = 2,
    rows: Int = 10_000,
    bytes: Int = 16 << 20,
    statement: Int = 16_384
  ) {
    self.time = time
    self.memory = memory
    self.threads = threads
    self.rows = rows
    self.bytes = bytes
    self.statement = statement
  }
}
