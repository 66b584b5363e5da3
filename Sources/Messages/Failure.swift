/// A refusal its reader can act on: what happened, where, and what to do.
public struct Failure: Error, Sendable, Equatable {
  /// The family of a failure, which decides the HTTP status and the exit code.
  public enum Kind: String, Sendable, Equatable {
    /// The input cannot be accepted as it is (HTTP 422 or 400).
    case invalid
    /// The caller must sign in first (HTTP 401).
    case unauthenticated
    /// The caller may not do this (HTTP 403).
    case forbidden
    /// What is asked for does not exist (HTTP 404).
    case missing
    /// The state changed meanwhile, or already holds what is asked (HTTP 409).
    case conflict
    /// The input is over a stated limit (HTTP 413).
    case tooLarge
    /// The caller should come back later (HTTP 429).
    case tooMany
    /// The query ran over its time or memory (HTTP 503 with a reason).
    case exhausted
    /// The service cannot answer now (HTTP 503).
    case unavailable
  }

  /// Where in a file the fault is, all counted from 1.
  public struct Location: Sendable, Equatable, Codable {
    /// The file's name, never its full path.
    public var file: String?
    /// The line or record number.
    public var line: Int?
    /// The column number.
    public var column: Int?

    /// Points into a file.
    public init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// Stable, dotted, lower case (`tabular.file.empty`).
  ///
  /// Never changes its meaning once released.
  public let code: String
  /// The family of the failure.
  public let kind: Kind
  /// What happened: one sentence.
  ///
  /// Never holds a secret, an SQL text of ours or a full path.
  public let message: Bilingual
  /// What to do about it.
  public let remedy: Bilingual?
  /// The field or parameter at fault, when one is.
  public let pointer: String?
  /// The place in a file, when there is one.
  public let location: Location?

  /// Makes a failure.
  public init(
    _ code: String,
    _ kind: Kind,
    fr: String,
    en: String,
    remedy: Bilingual? = nil,
    pointer: String? = nil,
    location: Location? = nil
  ) {
    self.code = code
    self.kind = kind
    self.message = Bilingual(fr: fr, en: en)
    self.remedy = remedy
    self.pointer = pointer
    self.location = location
  }
}
