import Catalogue
public import Governance
import Messages
public import Register

/// Comments on a record: a colleague's is shown at once, a visitor's waits for a moderator.
public struct WriteComment: Act {
  /// The act's name in the journal.
  public static var name: String { "write-comment" }

  /// Anyone may comment on a public dataset.
  public static var isOpenToVisitors: Bool { true }

  /// The comment.
  public var comment: Comment

  /// Prepares the act.
  public init(_ comment: Comment) { self.comment = comment }

  /// The right to read what it is about; none on what is public.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let subject = comment.subject
    // An answer is for whom the message it answers is for, whatever it says.
    let audience =
      comment.replyTo.flatMap { snapshot.record(Comment.self, $0)?.audience } ?? comment.audience
    if subject.kind == Dataset.kind, audience == .everyone,
      snapshot.record(Dataset.self, subject.id)?.isPublic == true
    {
      return comment.replyTo == nil
        ? [] : [Permission(.moderate, on: owner(in: snapshot), dataset: subject.id)]
    }
    return [Permission(snapshot.readRight(of: subject), on: owner(in: snapshot))]
  }

  private func owner(in snapshot: Snapshot) -> String? { snapshot.owner(of: comment.subject) }

  /// The comment.
  public func decide(in context: ActContext) throws -> Decision<Comment> {
    var comment = comment
    guard context.snapshot.record(Comment.self, comment.id) == nil else { throw CommentFailure.idTaken }
    guard context.snapshot.revision(of: comment.subject) != nil else { throw CommentFailure.unknownSubject }
    comment.text = comment.text.trimmingBlanks
    try Required.text(comment.text, "text", fr: "Le commentaire", en: "The comment")
    try Required.length(comment.text, max: 5000, "text", fr: "Le commentaire", en: "The comment")
    comment.author = context.actor.id
    comment.at = context.now
    if let answered = comment.replyTo {
      guard let known = context.snapshot.record(Comment.self, answered), known.subject == comment.subject
      else {
        throw CommentFailure.unknown
      }
      comment.audience = known.audience
    }
    if let person = context.actor.personID.flatMap({ context.snapshot.record(Person.self, $0) }) {
      comment.name = person.name
      comment.email = nil
      comment.state = .shown
      comment.mentions = comment.mentions.filter { context.snapshot.record(Person.self, $0) != nil }
    } else {
      try PersonChecks.name(comment.name)
      if let email = comment.email.map(PersonChecks.normalized), !email.isEmpty {
        try PersonChecks.email(email)
        comment.email = email
      } else {
        comment.email = nil
      }
      comment.state = .pending
      comment.mentions = []
      try CommentFailure.checkQueue(in: context.snapshot)
    }
    return Decision([try .put(comment)], outcome: comment)
  }
}

/// Shows a visitor's comment, or refuses it.
public struct ModerateComment: Act {
  /// The act's name in the journal.
  public static var name: String { "moderate-comment" }

  /// The comment's id.
  public var comment: String
  /// Whether it is to be shown.
  public var isShown: Bool

  /// Prepares the act.
  public init(_ comment: String, isShown: Bool) {
    self.comment = comment
    self.isShown = isShown
  }

  /// The right to moderate what is said of the organisation's data.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [
      Permission(
        .moderate,
        on: snapshot.record(Comment.self, comment).flatMap { snapshot.owner(of: $0.subject) }
      )
    ]
  }

  /// The comment as moderated.
  public func decide(in context: ActContext) throws -> Decision<Comment> {
    guard var known = context.snapshot.record(Comment.self, comment) else { throw CommentFailure.unknown }
    let state: Comment.State = isShown ? .shown : .refused
    guard known.state != state else { return Decision([], outcome: known) }
    known.state = state
    return Decision([try .put(known)], outcome: known)
  }
}

/// Refusals about comments and re-uses.
enum CommentFailure {
  static let idTaken = Failure(
    "comment.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let unknown = Failure(
    "comment.unknown",
    .missing,
    fr: "Ce commentaire n’existe pas.",
    en: "There is no such comment."
  )

  static let unknownSubject = Failure(
    "comment.subject",
    .missing,
    fr: "Ce qui est commenté n’existe pas.",
    en: "There is nothing of the kind to comment on."
  )

  /// How many may wait for a moderator at once: past it, the form is being abused.
  static func checkQueue(in snapshot: Snapshot) throws {
    let waiting =
      snapshot.records(Comment.self).count { $0.state == .pending }
      + snapshot.records(Reuse.self).count { $0.state == .pending }
    guard waiting < 2000 else {
      throw Failure(
        "comment.too-many",
        .tooMany,
        fr: "Trop de messages attendent d’être relus.",
        en: "Too many messages await a moderator.",
        remedy: Bilingual(
          fr: "Écrivez au service qui répond de ces données.",
          en: "Write to the service that answers for this data."
        )
      )
    }
  }
}
