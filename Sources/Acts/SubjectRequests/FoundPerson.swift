import Catalogue
import Governance
import Lake
import Messages
import Register
import Tabular

/// Where a search found a person in a dataset that has not changed since.
struct FoundPerson: Sendable {
  let dataset: Dataset
  let version: DatasetVersion
  /// The digest of the version's table.
  let table: String
  /// The numbers of the rows.
  let numbers: Set<Int>
}

extension Platform {
  /// What a search found in a dataset, for whoever may change it for good.
  ///
  /// - Throws: `Failure` when they may not, or when the data changed since the search.
  func foundPerson(
    _ search: String,
    in dataset: String,
    reason: String?,
    as actor: Register.Actor
  ) async throws -> FoundPerson {
    try await catchUp()
    let state = state
    let context = ActContext(snapshot: state.snapshot, actor: actor, now: now)
    try Authorization.check(actor, isOpenToVisitors: false, in: context)
    for permission in state.snapshot.erasurePermissions(of: dataset, after: search) {
      try Authorization.check(permission, of: actor, in: state.snapshot, at: now)
    }
    if let reason {
      try Required.text(reason, "reason", fr: "Le motif", en: "The reason")
      try Required.length(reason, max: 2000, "reason", fr: "Le motif", en: "The reason")
    }
    guard let known = state.snapshot.record(PersonSearch.self, search) else {
      throw PersonSearchFailure.unknown
    }
    let findings = known.findings.filter { $0.dataset == dataset }
    guard !findings.isEmpty else { throw PersonSearchFailure.nothing }
    guard findings.allSatisfy({ $0.rows == $0.numbers.count }) else { throw PersonSearchFailure.wide }
    guard let found = state.dataset(dataset), let version = state.currentVersion(of: found),
      let table = version.table, findings.allSatisfy({ $0.version == version.id })
    else { throw PersonSearchFailure.changed }
    return FoundPerson(
      dataset: found,
      version: version,
      table: table,
      numbers: Set(findings.flatMap(\.numbers))
    )
  }

  /// How the file of a dataset where someone was found is read and written again.
  func keeping(of found: FoundPerson) throws -> RowKeeping {
    RowKeeping(
      lake: lake,
      dataFolder: configuration.dataFolder,
      version: found.version,
      schema: found.dataset.schema.flatMap(TableSchema.known),
      key: found.version.recipe?.needsKey == true ? try pseudonymKey(of: found.dataset.id) : nil
    )
  }

  /// Puts what is made of the current version in the place of every version, whose files go.
  ///
  /// - Parameters:
  ///   - remake: Makes what stays; `nil` where nothing does.
  ///   - act: The act that says so in the journal.
  func replaceVersions<A: Act>(
    of found: FoundPerson,
    as actor: Register.Actor,
    remake: @escaping @Sendable (RowKeeping, Table) throws -> PreparedElimination.Remainder?,
    act: @Sendable (PreparedElimination) -> A
  ) async throws -> A.Outcome {
    let state = state
    let slug = found.dataset.id
    // No collection removes what is prepared from here on, until the journal refers to it.
    let token = try await work.run { try self.lake.publication() }
    let versions = state.versions(of: slug)
    let prepared: PreparedElimination
    let outcome: A.Outcome
    do {
      defer { token.end() }
      let table = try lake.table(found.table)
      let keeping = try keeping(of: found)
      let remainder = try await work.run { try remake(keeping, table) }
      prepared = try await preparation(of: slug, .rows, versions.map(\.id), remainder, in: state)
      outcome = try await perform(act(prepared), as: actor)
    } catch {
      _ = try? await collectGarbage()
      throw error
    }
    lake.forget(tables: Set(versions.compactMap(\.table)))
    _ = try await checking.run { try self.uploads.discard(ofDigests: Set(prepared.files)) }
    _ = try await collectGarbage()
    return outcome
  }
}
