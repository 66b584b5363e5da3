public import Register

/// A request to read data that is not open: who, what for, on which ground, until when.
public struct AccessRequest: Record {
  /// The kind's name in the journal.
  public static var kind: String { "access-request" }

  /// An opaque id, `a-…`.
  public var id: String
  /// The dataset's slug.
  public var dataset: String
  /// The name of who asks.
  public var name: String
  /// The e-mail address of who asks.
  public var email: String
  /// The body they ask for, if any.
  public var body: String
  /// What the data is for.
  public var purpose: String
  /// The text that lets them read it, as they cite it (CRPA article L311-1 to L311-6, L114-8…); may be empty.
  public var legalBasis: String
  /// The last day access is asked for, ISO 8601.
  public var until: String
  /// The language they asked in, which they are answered in: `fr` or `en`; French when `nil`.
  public var language: String?
  /// When it was asked.
  public var askedAt: Moment
  /// What became of it.
  public var state: State
  /// The answer's reasons, sent to who asked.
  public var answer: String?
  /// Who decided: an actor's id.
  public var decidedBy: String?
  /// When it was decided.
  public var decidedAt: Moment?
  /// The id of the token that gives access.
  public var token: String?

  /// What became of a request.
  public enum State: String, Codable, Sendable, CaseIterable {
    case pending, granted, refused, ended
  }

  /// Makes a request.
  public init(
    id: String,
    dataset: String,
    name: String,
    email: String,
    body: String = "",
    purpose: String,
    legalBasis: String = "",
    until: String,
    language: String? = nil,
    askedAt: Moment,
    state: State = .pending
  ) {
    self.id = id
    self.dataset = dataset
    self.name = name
    self.email = email
    self.body = body
    self.purpose = purpose
    self.legalBasis = legalBasis
    self.until = until
    self.language = language
    self.askedAt = askedAt
    self.state = state
  }
}

/// A reading of data that is not open: who read what, when and by which road.
public struct AccessUse: Record {
  /// The kind's name in the journal.
  public static var kind: String { "access-use" }

  /// An opaque id, `u-…`.
  public var id: String
  /// The dataset's slug.
  public var dataset: String
  /// The version's id.
  public var version: String
  /// Who read: an actor's id.
  public var reader: String
  /// What was read.
  public var road: Road
  /// When.
  public var at: Moment

  /// What was read of a dataset.
  public enum Road: String, Codable, Sendable, CaseIterable {
    case page, rows, aggregate, export, query, original, map
  }

  /// Notes a reading.
  public init(id: String, dataset: String, version: String, reader: String, road: Road, at: Moment) {
    self.id = id
    self.dataset = dataset
    self.version = version
    self.reader = reader
    self.road = road
    self.at = at
  }
}
