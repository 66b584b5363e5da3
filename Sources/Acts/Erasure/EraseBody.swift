import Catalogue
import Messages
public import Register

/// Erases for good states of a record that the journal holds, on a lawful ground (GDPR article 17, or a visa
/// of elimination of public archives, C.
///
/// patr. art. L212-2). The chain still verifies.
///
/// When the state that stands now is among them, the record is removed.
public struct EraseBody: Act {
  /// The act's name in the journal.
  public static var name: String { "erase-body" }

  /// The record.
  public var subject: RecordKey
  /// The positions of the states to erase.
  public var positions: [Int]
  /// The ground: an article, a decision, a visa.
  public var ground: String
  /// Why, in words that hold nothing of what is erased: they stay.
  public var reason: String?

  /// Prepares the act.
  public init(_ subject: RecordKey, positions: [Int], ground: String, reason: String? = nil) {
    self.subject = subject
    self.positions = positions
    self.ground = ground
    self.reason = reason
  }

  /// The right to erase.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.erase)] }

  /// The erasure and its trace.
  public func decide(in context: ActContext) throws -> Decision<Erasure> {
    try checkRequest()
    var drafts: [Draft] = []
    if let revision = context.snapshot.revision(of: subject), positions.contains(revision.last) {
      try checkUnused(in: context.snapshot)
      drafts.append(Draft(key: subject, body: nil))
      drafts += try detachVersion(in: context.snapshot)
    }
    let before = context.snapshot.record(Erasure.self, Erasure.id(of: subject))?.positions ?? []
    let trace = Erasure(
      subject: subject,
      positions: Set(before + positions).sorted(),
      ground: ground,
      decidedBy: context.actor.id,
      at: context.now
    )
    drafts.append(try .put(trace))
    return Decision(drafts, erasing: positions.sorted(), outcome: trace)
  }

  /// Refuses what could be erased in no state.
  func checkRequest() throws {
    try Required.text(ground, "ground", fr: "Le fondement", en: "The ground")
    guard subject.kind != Erasure.kind else { throw Self.trace }
    guard !positions.isEmpty else { throw Self.nothing }
  }

  /// A record that others stand on goes after them.
  private func checkUnused(in snapshot: Snapshot) throws {
    let users: Int
    switch subject.kind {
    case Organization.kind:
      users = snapshot.records(Dataset.self).count { $0.organization == subject.id }
    case Dataset.kind: users = snapshot.versions(of: subject.id).count
    default: users = 0
    }
    guard users == 0 else { throw Self.inUse(users) }
  }

  /// A dataset whose current version goes shows the version before, or is withdrawn when there is none.
  private func detachVersion(in snapshot: Snapshot) throws -> [Draft] {
    guard subject.kind == DatasetVersion.kind,
      var dataset = snapshot.record(Dataset.self, DatasetVersion.datasetSlug(ofVersion: subject.id)),
      dataset.currentVersion == subject.id
    else { return [] }
    dataset.currentVersion = snapshot.versions(of: dataset.id).last { $0.id != subject.id }?.id
    if dataset.currentVersion == nil { dataset.status = .withdrawn }
    return [try .put(dataset)]
  }

  private static var nothing: Failure {
    Failure(
      "erasure.nothing",
      .missing,
      fr: "Il n’y a rien à effacer.",
      en: "There is nothing to erase.",
      remedy: Bilingual(fr: "Vérifiez l’identifiant de l’enregistrement.", en: "Check the record’s id.")
    )
  }

  private static var trace: Failure {
    Failure(
      "erasure.trace",
      .forbidden,
      fr: "La trace d’un effacement ne s’efface pas.",
      en: "The trace of an erasure is never erased.",
      remedy: Bilingual(
        fr: "Elle ne contient rien de ce qui a été effacé.",
        en: "It holds nothing of what was erased."
      )
    )
  }

  private static func inUse(_ count: Int) -> Failure {
    let users = Bilingual.count(
      count,
      fr: ("enregistrement dépend", "enregistrements dépendent"),
      en: ("record still depends", "records still depend")
    )
    return Failure(
      "erasure.in-use",
      .conflict,
      fr: "\(users.fr) encore de celui-ci.",
      en: "\(users.en) on this one.",
      remedy: Bilingual(fr: "Effacez ou rattachez-les d’abord.", en: "Erase or move them first.")
    )
  }
}
