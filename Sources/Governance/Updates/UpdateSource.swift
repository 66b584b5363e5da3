public import Messages
public import Register

/// Where the next versions of a dataset come from by themselves, and how often.
///
/// Its id is the dataset's slug: a dataset has one source at most.
public struct UpdateSource: Record {
  /// The kind's name in the journal.
  public static var kind: String { "update-source" }

  /// The dataset's slug.
  public var id: String
  /// The slug of the organisation that answers for it.
  public var organization: String
  /// Where it is.
  public var place: Place
  /// How often it is read.
  public var rhythm: Rhythm
  /// Whether it is left alone for now.
  public var isPaused: Bool
  /// When someone last asked for it to be read without waiting.
  public var askedAt: Moment?
  /// What came of it, as far as it changed.
  public var outcome: Outcome
  /// Who set it: an actor's id.
  public var createdBy: String
  /// When it was set.
  public var createdAt: Moment

  /// Where data is.
  public enum Place: Codable, Sendable, Hashable {
    /// At an address (HTTP or HTTPS).
    case http(url: String)
    /// A table or a view of a database, of a connection that the machine's administrator declared.
    case table(connection: String, schema: String, table: String)
    /// What a query gives: only the machine's administrator writes one.
    case query(connection: String, sql: String)
  }

  /// How often a source is read.
  public enum Rhythm: String, Codable, Sendable, CaseIterable {
    case quarterHourly = "quarter-hourly"
    case hourly
    /// Each night, at three.
    case daily
    /// Each Monday, at three in the night.
    case weekly

    /// What people call it.
    public var label: Bilingual {
      switch self {
      case .quarterHourly: Bilingual(fr: "Tous les quarts d’heure", en: "Every quarter of an hour")
      case .hourly: Bilingual(fr: "Chaque heure", en: "Every hour")
      case .daily: Bilingual(fr: "Chaque nuit", en: "Every night")
      case .weekly: Bilingual(fr: "Chaque semaine", en: "Every week")
      }
    }
  }

  /// What came of reading a source.
  public struct Outcome: Codable, Sendable, Hashable {
    /// The entity tag of what was last taken in.
    public var etag: String?
    /// The SHA-256 of the bytes last taken in, in hexadecimal.
    public var digest: String?
    /// The id of the version it last became.
    public var version: String?
    /// The id of the deposit that awaits a person.
    public var heldDeposit: String?
    /// Why it last failed; nothing where it did not.
    public var failure: SourceFailure?
    /// How many times in a row it failed.
    public var failures: Int
    /// When this last changed.
    public var at: Moment?

    /// Says what came of it; nothing yet by default.
    public init(
      etag: String? = nil,
      digest: String? = nil,
      version: String? = nil,
      heldDeposit: String? = nil,
      failure: SourceFailure? = nil,
      failures: Int = 0,
      at: Moment? = nil
    ) {
      self.etag = etag
      self.digest = digest
      self.version = version
      self.heldDeposit = heldDeposit
      self.failure = failure
      self.failures = failures
      self.at = at
    }
  }

  /// Sets a source.
  public init(
    dataset: String,
    organization: String,
    place: Place,
    rhythm: Rhythm,
    isPaused: Bool = false,
    askedAt: Moment? = nil,
    outcome: Outcome = Outcome(),
    createdBy: String = "",
    createdAt: Moment = Moment(milliseconds: 0)
  ) {
    id = dataset
    self.organization = organization
    self.place = place
    self.rhythm = rhythm
    self.isPaused = isPaused
    self.askedAt = askedAt
    self.outcome = outcome
    self.createdBy = createdBy
    self.createdAt = createdAt
  }
}

/// Why a source could not be read.
public struct SourceFailure: Codable, Sendable, Hashable {
  /// The stable code.
  public var code: String
  /// In French.
  public var fr: String
  /// In English.
  public var en: String

  /// Keeps what a failure said.
  public init(code: String, fr: String, en: String) {
    self.code = code
    self.fr = fr
    self.en = en
  }
}

extension UpdateSource.Place {
  /// In one line: the address, or the table of a connection.
  public var text: String {
    switch self {
    case .http(let url): url
    case .table(let connection, let schema, let table): "\(connection) : \(schema).\(table)"
    case .query(let connection, let sql): "\(connection) : \(sql)"
    }
  }
}
