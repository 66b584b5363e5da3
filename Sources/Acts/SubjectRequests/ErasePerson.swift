import Catalogue
import Foundation
public import Governance
import Lake
import Messages
public import Register
import Tabular

/// Erases for good the rows in which a search found a person (GDPR, article 17): what stays of the dataset is a
/// new version, and the versions before it go with their files.
struct ErasePerson: Act {
  static var name: String { "erase-person" }

  let search: String
  let dataset: String
  let why: String
  let rows: Int
  let prepared: PreparedElimination

  /// The right to erase where the data is, and to decide on personal data where the search was made.
  func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.erasurePermissions(of: dataset, after: search)
  }

  func decide(in context: ActContext) throws -> Decision<PersonSearch> {
    guard var known = context.snapshot.record(PersonSearch.self, search) else {
      throw PersonSearchFailure.unknown
    }
    var elimination = Elimination(
      id: known.id,
      organization: known.organization,
      title: "RGPD, art. 17",
      keeping: Keeping(createdAt: context.now)
    )
    elimination.dataset = dataset
    elimination.extent = .rows
    try prepared.checkStill(elimination, in: context.snapshot)
    var work = EliminationDrafts(elimination, prepared, context, ground: "RGPD, art. 17")
    try work.erase()
    try work.putWhatStays()
    known.erasures.append(
      PersonErasure(
        dataset: dataset,
        rows: rows,
        versions: prepared.versions.map(\.key.id),
        newVersion: work.elimination.newVersion,
        by: context.actor.id,
        at: context.now,
        reason: why
      )
    )
    return Decision(work.drafts + [try .put(known)], erasing: work.erasing.sorted(), outcome: known)
  }
}

extension Snapshot {
  fileprivate func erasurePermissions(of dataset: String, after search: String) -> [Permission] {
    [
      Permission(.erase, on: record(Dataset.self, dataset)?.organization),
      Permission(.protect, on: record(PersonSearch.self, search)?.organization),
    ]
  }
}

extension Platform {
  /// Erases the rows of a dataset in which a search found a person.
  ///
  /// - Parameter reason: Why, in words that hold nothing of the person: they stay in the trace.
  /// - Throws: `Failure` when it is refused, or when the data changed since the search; nothing is erased then.
  @discardableResult
  public func erasePerson(
    foundBy search: String,
    in dataset: String,
    reason: String,
    as actor: Register.Actor
  ) async throws -> PersonSearch {
    try await catchUp()
    let state = state
    let context = ActContext(snapshot: state.snapshot, actor: actor, now: now)
    try Authorization.check(actor, isOpenToVisitors: false, in: context)
    for permission in state.snapshot.erasurePermissions(of: dataset, after: search) {
      try Authorization.check(permission, of: actor, in: state.snapshot, at: now)
    }
    try Required.text(reason, "reason", fr: "Le motif", en: "The reason")
    try Required.length(reason, max: 2000, "reason", fr: "Le motif", en: "The reason")
    let (known, version, numbers) = try found(search, dataset, in: state)
    // No collection removes what is prepared from here on, until the journal refers to it.
    let token = try await work.run { try self.lake.publication() }
    let erased: PersonSearch
    let prepared: PreparedElimination
    let versions = state.versions(of: dataset)
    do {
      defer { token.end() }
      let remainder = try await rest(of: known, version, without: numbers)
      prepared = try await preparation(of: dataset, .rows, versions.map(\.id), remainder, in: state)
      erased = try await perform(
        ErasePerson(
          search: search,
          dataset: dataset,
          why: reason.trimmingBlanks,
          rows: numbers.count,
          prepared: prepared
        ),
        as: actor
      )
    } catch {
      _ = try? await collectGarbage()
      throw error
    }
    lake.forget(tables: Set(versions.compactMap(\.table)))
    _ = try await checking.run { try self.uploads.discard(ofDigests: Set(prepared.files)) }
    _ = try await collectGarbage()
    return erased
  }

  /// What a search found in a dataset that has not changed since.
  private func found(
    _ search: String,
    _ slug: String,
    in state: TerritoryState
  ) throws -> (Dataset, DatasetVersion, Set<Int>) {
    guard let known = state.snapshot.record(PersonSearch.self, search) else {
      throw PersonSearchFailure.unknown
    }
    let findings = known.findings.filter { $0.dataset == slug }
    guard !findings.isEmpty else { throw PersonSearchFailure.nothing }
    guard findings.allSatisfy({ $0.rows == $0.numbers.count }) else { throw PersonSearchFailure.wide }
    guard let dataset = state.dataset(slug), let version = state.currentVersion(of: dataset),
      findings.allSatisfy({ $0.version == version.id })
    else { throw PersonSearchFailure.changed }
    return (dataset, version, Set(findings.flatMap(\.numbers)))
  }

  private func rest(
    of dataset: Dataset,
    _ version: DatasetVersion,
    without numbers: Set<Int>
  ) async throws -> PreparedElimination.Remainder? {
    guard let digest = version.table else { throw PersonSearchFailure.changed }
    let table = try lake.table(digest)
    if numbers.count == table.manifest.rows { return nil }
    let keeping = RowKeeping(
      lake: lake,
      dataFolder: configuration.dataFolder,
      version: version,
      schema: dataset.schema.flatMap(TableSchema.known),
      key: version.recipe?.needsKey == true ? try pseudonymKey(of: dataset.id) : nil
    )
    return try await work.run { try keeping.run(without: numbers, of: table) }
  }
}
