public import Register

/// A remark about a record: from a colleague, seen in the workshop; or from the public, moderated.
public struct Comment: Record {
  /// The kind's name in the journal.
  public static var kind: String { "comment" }

  /// An opaque id, `c-…`.
  public var id: String
  /// The record it is about.
  public var subject: RecordKey
  /// Who wrote it: an actor's id.
  public var author: String
  /// The name shown beside it; a visitor's own choice.
  public var name: String
  /// Where to write to a visitor who wishes an answer; never shown in public.
  public var email: String?
  /// The text, plain.
  public var text: String
  /// When.
  public var at: Moment
  /// The comment it answers.
  public var replyTo: String?
  /// Whom it is for.
  public var audience: Audience
  /// Whether it is shown.
  public var state: State
  /// The ids of the people it calls.
  public var mentions: [String]

  /// Whom a comment is for.
  public enum Audience: String, Codable, Sendable, CaseIterable {
    case workshop
    case everyone
  }

  /// Whether a comment is shown.
  public enum State: String, Codable, Sendable, CaseIterable {
    case pending, shown, refused
  }

  /// Makes a comment.
  public init(
    id: String,
    subject: RecordKey,
    author: String,
    name: String,
    email: String? = nil,
    text: String,
    at: Moment,
    replyTo: String? = nil,
    audience: Audience,
    state: State,
    mentions: [String] = []
  ) {
    self.id = id
    self.subject = subject
    self.author = author
    self.name = name
    self.email = email
    self.text = text
    self.at = at
    self.replyTo = replyTo
    self.audience = audience
    self.state = state
    self.mentions = mentions
  }
}

/// Something that somebody made with a dataset.
public struct Reuse: Record {
  /// The kind's name in the journal.
  public static var kind: String { "reuse" }

  /// An opaque id, `r-…`.
  public var id: String
  /// The dataset's slug.
  public var dataset: String
  /// Its title.
  public var title: String
  /// Its address, `http` or `https`.
  public var url: String
  /// What it does with the data.
  public var description: String
  /// Who made it, as they wish to be named.
  public var author: String
  /// When it was proposed.
  public var at: Moment
  /// Whether it is shown.
  public var state: Comment.State

  /// Makes a re-use.
  public init(
    id: String,
    dataset: String,
    title: String,
    url: String,
    description: String,
    author: String,
    at: Moment,
    state: Comment.State = .pending
  ) {
    self.id = id
    self.dataset = dataset
    self.title = title
    self.url = url
    self.description = description
    self.author = author
    self.at = at
    self.state = state
  }
}
