/// Where a database is and who reads it, as the machine's administrator declared.
public struct DatabaseConnection: Sendable, Hashable {
  /// The host's name, or the folder of a socket.
  public var host: String
  /// The port.
  public var port: Int
  /// The database.
  public var database: String
  /// The user: one that may only read what is to be published.
  public var user: String
  /// The password, where one is needed.
  public var password: String?
  /// How TLS is used, as libpq names it (`verify-full`, `require`, `prefer`).
  public var tls: String

  /// Describes a connection.
  public init(
    host: String,
    port: Int = 5432,
    database: String,
    user: String,
    password: String? = nil,
    tls: String = "prefer"
  ) {
    self.host = host
    self.port = port
    self.database = database
    self.user = user
    self.password = password
    self.tls = tls
  }
}

/// What is read of a database.
public enum DatabaseSelection: Sendable, Hashable {
  /// All of a table or a view.
  case table(schema: String, name: String)
  /// What a query gives; it is one SELECT, and runs where nothing can be written.
  case query(String)
}

/// How much may be read, and how long it may take.
public struct DatabaseLimits: Sendable, Hashable {
  /// The most bytes.
  public var bytes: Int
  /// The longest time of a statement, in seconds.
  public var seconds: Int
  /// The longest wait for the server to answer, in seconds.
  public var connectSeconds = 10

  /// Limits bytes and time.
  public init(bytes: Int = 2_147_483_648, seconds: Int = 1_800) {
    self.bytes = bytes
    self.seconds = seconds
  }
}

/// What was read.
public struct DatabaseExport: Sendable, Hashable {
  /// The rows, without the header.
  public let rows: Int
  /// The bytes written.
  public let bytes: Int
  /// The columns' names in their order.
  public let columns: [String]
}
