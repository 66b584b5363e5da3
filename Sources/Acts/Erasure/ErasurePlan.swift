import Catalogue
import Messages
public import Register

/// What an erasure would erase of a record, before it is decided.
public struct ErasurePlan: Sendable, Codable, Equatable {
  /// The record.
  public let subject: RecordKey
  /// The positions in the journal of the states that would go.
  public let positions: [Int]
  /// Whether the record stands now, and would be removed.
  public let removes: Bool
}

extension Platform {
  /// What `erase` would erase, record by record in its order; nothing is changed.
  ///
  /// - Throws: `Failure` where the erasure would be refused.
  public func erasurePlan(
    of key: RecordKey,
    ground: String,
    as actor: Register.Actor
  ) async throws -> [ErasurePlan] {
    try await catchUp()
    guard Kinds.all[key.kind] != nil else { throw Self.unknownKind(key.kind) }
    let snapshot = state.snapshot
    try Authorization.check(Permission(.erase), of: actor, in: snapshot, at: now)
    let context = ActContext(snapshot: snapshot, actor: actor, now: now)
    var plans: [ErasurePlan] = []
    for subject in recordsErased(with: key) {
      let positions = try await positionsToErase(of: subject)
      let act = EraseBody(subject, positions: positions, ground: ground)
      // A dataset waits for its versions to go, which are planned before it.
      if subject.kind != Dataset.kind { _ = try act.decide(in: context) } else { try act.checkRequest() }
      let removes = snapshot.revision(of: subject) != nil
      plans.append(ErasurePlan(subject: subject, positions: positions, removes: removes))
    }
    return plans
  }

  /// The records that go with one, itself last: a dataset goes with its versions and what was declared of it.
  func recordsErased(with key: RecordKey) -> [RecordKey] {
    guard key.kind == Dataset.kind else { return [key] }
    let declaration = RecordKey(PublicationDeclaration.self, key.id)
    return state.versions(of: key.id).map { RecordKey(DatasetVersion.self, $0.id) }
      + (state.snapshot.revision(of: declaration) == nil ? [] : [declaration]) + [key]
  }

  /// The positions of the states of a record that still have their content.
  func positionsToErase(of key: RecordKey) async throws -> [Int] {
    try await journal.entries(of: key).filter { entry in
      // The removal that an erasure made holds nothing but its own reason.
      !entry.isErased && !(entry.body == nil && entry.act == EraseBody.name)
    }.map(\.position)
  }

  private static func unknownKind(_ kind: String) -> Failure {
    let known = Kinds.all.all.map(\.name).joined(separator: ", ")
    return Failure(
      "erasure.kind",
      .invalid,
      fr: "« \(kind) » n’est pas un genre d’enregistrement.",
      en: "“\(kind)” is not a kind of record.",
      remedy: Bilingual(fr: "Les genres sont : \(known).", en: "The kinds are: \(known)."),
      pointer: "kind"
    )
  }
}
