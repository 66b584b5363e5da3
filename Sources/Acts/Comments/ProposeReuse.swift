import Catalogue
public import Governance
import Messages
public import Register

/// Tells of something made with a dataset; it is shown once a moderator has seen it.
public struct ProposeReuse: Act {
  /// The act's name in the journal.
  public static var name: String { "propose-reuse" }

  /// Anyone may.
  public static var isOpenToVisitors: Bool { true }

  /// The re-use.
  public var reuse: Reuse

  /// Prepares the act.
  public init(_ reuse: Reuse) { self.reuse = reuse }

  /// None: it is moderated.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  /// The re-use, awaiting a moderator.
  public func decide(in context: ActContext) throws -> Decision<Reuse> {
    guard context.snapshot.record(Dataset.self, reuse.dataset)?.isPublic == true else {
      throw DatasetFailure.unknown(reuse.dataset)
    }
    guard context.snapshot.record(Reuse.self, reuse.id) == nil else { throw CommentFailure.idTaken }
    try Required.text(reuse.title, "title", fr: "Le titre", en: "The title")
    try Required.length(reuse.title, max: 200, "title", fr: "Le titre", en: "The title")
    try Required.text(reuse.author, "author", fr: "L’auteur", en: "The author")
    try Required.length(reuse.author, max: 200, "author", fr: "L’auteur", en: "The author")
    try Required.length(
      reuse.description,
      max: 2000,
      "description",
      fr: "La description",
      en: "The description"
    )
    guard reuse.url.utf8.count <= 2000, reuse.url.wholeMatch(of: /https?:\/\/[^\s"<>\\]+/) != nil else {
      throw Failure(
        "reuse.url",
        .invalid,
        fr: "L’adresse n’est pas valide.",
        en: "The address is not valid.",
        remedy: Bilingual(
          fr: "Écrivez une adresse qui commence par https://.",
          en: "Write an address that begins with https://."
        ),
        pointer: "url"
      )
    }
    try CommentFailure.checkQueue(in: context.snapshot)
    var made = reuse
    made.at = context.now
    made.state = .pending
    return Decision([try .put(made)], outcome: made)
  }
}

/// Shows a re-use, or refuses it.
public struct ModerateReuse: Act {
  /// The act's name in the journal.
  public static var name: String { "moderate-reuse" }

  /// The re-use's id.
  public var reuse: String
  /// Whether it is to be shown.
  public var isShown: Bool

  /// Prepares the act.
  public init(_ reuse: String, isShown: Bool) {
    self.reuse = reuse
    self.isShown = isShown
  }

  /// The right to moderate what is said of the organisation's data.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let dataset = snapshot.record(Reuse.self, reuse).flatMap { snapshot.record(Dataset.self, $0.dataset) }
    return [Permission(.moderate, on: dataset?.organization)]
  }

  /// The re-use as moderated.
  public func decide(in context: ActContext) throws -> Decision<Reuse> {
    guard var known = context.snapshot.record(Reuse.self, reuse) else { throw CommentFailure.unknown }
    let state: Comment.State = isShown ? .shown : .refused
    guard known.state != state else { return Decision([], outcome: known) }
    known.state = state
    return Decision([try .put(known)], outcome: known)
  }
}
