import Catalogue
import Foundation
public import Governance
import Messages
public import Register
import Tabular

/// Eliminates for good what an approved elimination covers: its content goes, the proof of it stays.
///
/// All of it is one change of the journal: whatever is interrupted before leaves everything, whatever is
/// interrupted after leaves nothing but files to collect.
public struct ExecuteElimination: Act {
  /// The act's name in the journal.
  public static var name: String { "execute-elimination" }

  /// The elimination's id.
  public var elimination: String
  /// What proves it, where it was done outside Arpent.
  public var proof: String
  var prepared: PreparedElimination?

  /// Prepares the act, for files outside the catalogue.
  ///
  /// Data is eliminated by `Platform.executeElimination`.
  public init(_ elimination: String, proof: String = "") {
    self.elimination = elimination
    self.proof = proof
  }

  /// The right to erase, on whoever holds what is eliminated.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.eliminationPermissions(.erase, elimination)
  }

  /// What the visa and the transfer say: they refuse what they must.
  public func assess(in context: ActContext) throws -> [Assessment] {
    let known = try checked(in: context.snapshot)
    return EliminationRules.assessExecution(of: known, in: context.snapshot, at: context.now)
  }

  /// The proof, what stays, and what is erased.
  public func decide(in context: ActContext) throws -> Decision<Elimination> {
    var known = try checked(in: context.snapshot)
    known.state = .executed
    known.isToRepeat = nil
    known.executedBy = context.actor.id
    known.executedAt = context.now
    known.keeping.updatedAt = context.now
    known.keeping.status = .ended
    if known.extent == .series || known.dataset == nil {
      try Required.text(proof, "proof", fr: "La preuve", en: "The proof")
      try Required.length(proof, max: 2000, "proof", fr: "La preuve", en: "The proof")
      known.proof = proof.trimmingBlanks
      return Decision([try .put(known)], outcome: known)
    }
    guard let prepared else { throw RetentionFailure.unprepared }
    try prepared.checkStill(known, in: context.snapshot)
    var work = EliminationDrafts(known, prepared, context)
    try work.erase()
    try work.putWhatStays()
    try work.putProof()
    return Decision(work.drafts, erasing: work.erasing.sorted(), outcome: work.elimination)
  }

  private func checked(in snapshot: Snapshot) throws -> Elimination {
    let known = try snapshot.elimination(elimination)
    switch known.state {
    case .approved?: return known
    case .executed?: throw RetentionFailure.executed
    default: throw RetentionFailure.undecided
    }
  }
}

/// What an execution rests on, found before the journal is told.
struct PreparedElimination: Sendable {
  /// A record whose states are to lose their content.
  struct Subject: Sendable {
    let key: RecordKey
    /// Where in the journal its states are that still have theirs.
    let positions: [Int]
  }

  /// The current version of the dataset, which must still be it.
  let current: String?
  /// The versions to erase.
  let versions: [Subject]
  /// The deposits whose file goes.
  let deposits: [Subject]
  /// The ids of the deliveries received whose file goes.
  let deliveries: [String]
  /// What stays, as a version to publish; `nil` where no row stays, or where versions go whole.
  let remainder: Remainder?
  /// The digests of the files that nothing refers to any more.
  let files: [String]

  /// The rows that stay.
  struct Remainder: Sendable {
    let content: PublishedContent
    /// The recipe that the next version replays.
    let recipe: Recipe
  }

  /// Refuses where anything moved since it was prepared.
  func checkStill(_ known: Elimination, in snapshot: Snapshot) throws {
    guard let slug = known.dataset, let dataset = snapshot.record(Dataset.self, slug),
      dataset.currentVersion == current
    else { throw RetentionFailure.changed }
    for subject in versions + deposits {
      guard let revision = snapshot.revision(of: subject.key), subject.positions.contains(revision.last)
      else {
        throw RetentionFailure.changed
      }
    }
    let wanted = known.extent == .rows ? Set(snapshot.versions(of: slug).map(\.id)) : Set(known.versions)
    guard Set(versions.map(\.key.id)) == wanted else { throw RetentionFailure.changed }
    let mine = Set(deposits.map(\.key.id))
    guard snapshot.deposits(of: slug, versions: wanted, known.extent).allSatisfy({ mine.contains($0.id) })
    else {
      throw RetentionFailure.changed
    }
  }
}

/// The changes of an execution.
struct EliminationDrafts {
  var elimination: Elimination
  let prepared: PreparedElimination
  let context: ActContext
  var drafts: [Draft] = []
  var erasing: Set<Int> = []

  /// The ground where no rule and no visa gives it.
  private let otherGround: String?

  init(
    _ elimination: Elimination,
    _ prepared: PreparedElimination,
    _ context: ActContext,
    ground: String? = nil
  ) {
    otherGround = ground
    self.elimination = elimination
    self.prepared = prepared
    self.context = context
  }

  private var ground: String {
    if let number = elimination.visaNumber, let date = elimination.visaDate {
      return "Visa \(number), \(date)"
    }
    let rule = elimination.rule.flatMap { context.snapshot.record(RetentionRule.self, $0) }
    return otherGround ?? rule?.ground ?? "RGPD, art. 5(1)(e)"
  }

  mutating func erase() throws {
    for subject in prepared.versions {
      drafts.append(Draft(key: subject.key, body: nil))
      try trace(subject)
    }
    for subject in prepared.deposits {
      guard var deposit = context.snapshot.record(Deposit.self, subject.key.id) else { continue }
      if !deposit.state.isOver { deposit.state = .abandoned }
      deposit.file = nil
      // Its steps name values of the file.
      deposit.recipe = Recipe()
      deposit.plannedFor = nil
      deposit.updatedAt = context.now
      drafts.append(try .put(deposit))
      try trace(subject)
    }
    for id in prepared.deliveries {
      guard var delivery = context.snapshot.record(ReceivedDelivery.self, id) else { continue }
      delivery.fileErasedAt = context.now
      drafts.append(try .put(delivery))
    }
  }

  private mutating func trace(_ subject: PreparedElimination.Subject) throws {
    let before = context.snapshot.record(Erasure.self, Erasure.id(of: subject.key))?.positions ?? []
    erasing.formUnion(subject.positions)
    drafts.append(
      try .put(
        Erasure(
          subject: subject.key,
          positions: Set(before + subject.positions).sorted(),
          ground: ground,
          decidedBy: elimination.decidedBy ?? context.actor.id,
          at: context.now
        )
      )
    )
  }

  /// The version that stays is shown; where there is none, the dataset is withdrawn.
  mutating func putWhatStays() throws {
    guard let slug = elimination.dataset, var dataset = context.snapshot.record(Dataset.self, slug) else {
      throw RetentionFailure.changed
    }
    let known = dataset
    let gone = Set(prepared.versions.map(\.key.id))
    if let remainder = prepared.remainder {
      let version = try version(of: dataset, remainder)
      drafts.append(try .put(version))
      dataset.currentVersion = version.id
      elimination.newVersion = version.id
      elimination.rowsKept = version.rows
    } else if dataset.currentVersion.map(gone.contains) ?? false {
      dataset.currentVersion = context.snapshot.versions(of: slug).last { !gone.contains($0.id) }?.id
      if dataset.currentVersion == nil { dataset.status = .withdrawn }
      if elimination.extent == .rows { elimination.rowsKept = 0 }
    }
    if dataset != known { drafts.append(try .put(dataset)) }
  }

  private func version(
    of dataset: Dataset,
    _ remainder: PreparedElimination.Remainder
  ) throws -> DatasetVersion {
    let request = PublicationRequest(
      file: .init(filePath: "/"),
      dataset: dataset.id,
      organization: dataset.organization
    )
    let act = PublishVersion(
      request: request,
      target: try PublicationTarget(request, in: context.snapshot),
      content: remainder.content
    )
    var version = act.version(
      number: context.snapshot.lastVersionNumber(of: dataset.id) + 1,
      after: dataset.currentVersion.flatMap { context.snapshot.record(DatasetVersion.self, $0) },
      context.now
    )
    version.recipe = remainder.recipe.isEmpty ? nil : remainder.recipe
    version.elimination = elimination.id
    return version
  }

  mutating func putProof() throws {
    elimination.erasedVersions = prepared.versions.map(\.key.id)
    elimination.erasedFiles = prepared.files
    elimination.entriesErased = erasing.count
    elimination.depositsCleared = prepared.deposits.count
    drafts.append(try .put(elimination))
  }
}

extension Snapshot {
  /// The deliveries received whose file is one of some; where rows go, all those that would update the dataset.
  ///
  /// What came is still proved by its digest and by what was found in it.
  func deliveries(
    of dataset: String,
    _ extent: RetentionRule.Extent?,
    holding files: Set<String>
  ) -> [ReceivedDelivery] {
    records(ReceivedDelivery.self).filter { received in
      guard received.fileErasedAt == nil else { return false }
      if files.contains(received.digest) { return true }
      return extent == .rows && record(ExpectedDelivery.self, received.delivery)?.dataset == dataset
    }
  }

  /// The deposits that hold a file of a dataset: those that some versions come from, and where rows go, those
  /// that would update it too.
  func deposits(of dataset: String, versions: Set<String>, _ extent: RetentionRule.Extent?) -> [Deposit] {
    records(Deposit.self).filter { deposit in
      guard deposit.file != nil || !deposit.recipe.isEmpty else { return false }
      if let version = deposit.version { return versions.contains(version) }
      return extent == .rows && deposit.dataset == dataset
    }
  }
}
