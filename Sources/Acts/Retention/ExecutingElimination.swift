import Catalogue
import CivilTime
import Foundation
public import Governance
import Lake
import Messages
public import Register
import Tabular

extension Platform {
  /// Eliminates for good what an approved elimination covers.
  ///
  /// What was approved is found again first: where the data is not the same any more, nothing is done. Rows go
  /// with every version of their dataset that may hold them; what stays is published as a new version. Deposits
  /// lose their file.
  ///
  /// - Throws: `Failure` when it is refused; nothing has changed then.
  @discardableResult
  public func executeElimination(
    _ id: String,
    proof: String = "",
    as actor: Register.Actor
  ) async throws -> Elimination {
    try await catchUp()
    var act = ExecuteElimination(id, proof: proof)
    let known = try checkExecution(act, as: actor)
    guard known.extent != .series, let slug = known.dataset else { return try await perform(act, as: actor) }
    // No collection removes what is prepared from here on, until the journal refers to it.
    let token = try await work.run { try self.lake.publication() }
    let executed: Elimination
    let tables: Set<String>
    do {
      defer { token.end() }
      let state = state
      let erased = known.extent == .rows ? state.versions(of: slug).map(\.id) : known.versions
      tables = Set(erased.compactMap { state.snapshot.record(DatasetVersion.self, $0)?.table })
      let remainder = try await remainder(of: known, in: state)
      act.prepared = try await preparation(of: slug, known.extent, erased, remainder, in: state)
      executed = try await perform(act, as: actor)
    } catch {
      _ = try? await collectGarbage()
      throw error
    }
    lake.forget(tables: tables)
    let files = Set(executed.erasedFiles)
    _ = try await checking.run { try self.uploads.discard(ofDigests: files) }
    _ = try await collectGarbage()
    return executed
  }

  /// Ends what an interruption left of eliminations that the journal knows: files sent in parts that hold what went,
  /// and files that nothing refers to any more.
  public func finishEliminations() async throws {
    let files = Set(
      state.snapshot.records(Elimination.self).filter { $0.state == .executed }.flatMap(\.erasedFiles)
    )
    guard !files.isEmpty else { return }
    _ = try await checking.run { try self.uploads.discard(ofDigests: files) }
    try await collectGarbage()
  }

  /// Refuses early what would be refused in the end.
  private func checkExecution(_ act: ExecuteElimination, as actor: Register.Actor) throws -> Elimination {
    let snapshot = state.snapshot
    let context = ActContext(snapshot: snapshot, actor: actor, now: now)
    try Authorization.check(actor, isOpenToVisitors: false, in: context)
    for permission in act.permissions(in: snapshot) {
      try Authorization.check(permission, of: actor, in: snapshot, at: now)
    }
    if let refusal = try act.assess(in: context).refusal { throw refusal }
    return try snapshot.elimination(act.elimination)
  }

  func preparation(
    of slug: String,
    _ extent: RetentionRule.Extent?,
    _ erased: [String],
    _ remainder: PreparedElimination.Remainder?,
    in state: TerritoryState
  ) async throws -> PreparedElimination {
    let snapshot = state.snapshot
    var versions: [PreparedElimination.Subject] = []
    var files: Set<String> = []
    for id in erased {
      guard let version = snapshot.record(DatasetVersion.self, id) else { throw RetentionFailure.changed }
      let key = RecordKey(DatasetVersion.self, id)
      versions.append(.init(key: key, positions: try await positionsToErase(of: key)))
      files.formUnion(try lake.files(of: version))
    }
    var deposits: [PreparedElimination.Subject] = []
    for deposit in snapshot.deposits(of: slug, versions: Set(erased), extent) {
      let key = RecordKey(Deposit.self, deposit.id)
      deposits.append(.init(key: key, positions: try await positionsToErase(of: key)))
      if let file = deposit.file { files.insert(file.digest) }
    }
    let deliveries = snapshot.deliveries(of: slug, extent, holding: files)
    files.formUnion(deliveries.map(\.digest))
    let staying = try filesElsewhere(
      than: Set(erased),
      Set(deposits.map(\.key.id)),
      Set(deliveries.map(\.id)),
      in: snapshot
    )
    var kept: Set<String> = []
    if let content = remainder?.content {
      kept = [content.original.digest, content.report ?? "", content.table ?? ""]
      if let table = content.table { kept.formUnion(try lake.blobs(ofTable: table)) }
    }
    return PreparedElimination(
      current: state.dataset(slug)?.currentVersion,
      versions: versions,
      deposits: deposits,
      deliveries: deliveries.map(\.id),
      remainder: remainder,
      files: files.subtracting(staying).subtracting(kept).sorted()
    )
  }

  /// The files that other versions, deposits, deliveries received and records of registers rest on.
  private func filesElsewhere(
    than versions: Set<String>,
    _ deposits: Set<String>,
    _ deliveries: Set<String>,
    in snapshot: Snapshot
  ) throws -> Set<String> {
    var files: Set<String> = []
    for version in snapshot.records(DatasetVersion.self) where !versions.contains(version.id) {
      files.formUnion(try lake.files(of: version))
    }
    for deposit in snapshot.records(Deposit.self) where !deposits.contains(deposit.id) {
      if let file = deposit.file { files.insert(file.digest) }
    }
    for delivery in snapshot.records(ReceivedDelivery.self)
    where delivery.fileErasedAt == nil && !deliveries.contains(delivery.id) {
      files.insert(delivery.digest)
    }
    for register in Registers.all { files.formUnion(register.fileDigests(in: snapshot)) }
    return files
  }

  /// The rows that stay; `nil` where none does, or where versions go whole.
  ///
  /// - Throws: `Failure` when what was approved is not what is past its date now.
  private func remainder(
    of known: Elimination,
    in state: TerritoryState
  ) async throws -> PreparedElimination.Remainder? {
    guard let slug = known.dataset, let cutoff = known.cutoff.flatMap({ CivilDate($0) }),
      let rule = known.rule.flatMap({ state.snapshot.record(RetentionRule.self, $0) }), rule.dataset == slug,
      rule.appliesTo == known.extent, let today = CivilDate(now.day),
      let limit = rule.cutoff(on: today), cutoff <= limit
    else { throw RetentionFailure.changed }
    guard known.extent == .rows else {
      let scope = Self.versions(of: slug, until: cutoff, in: state)
      guard scope.versions == known.versions, scope.selection == known.selection else {
        throw RetentionFailure.changed
      }
      return nil
    }
    guard let dataset = state.dataset(slug), let version = state.currentVersion(of: dataset),
      version.id == known.version, let digest = version.table, digest == known.table
    else { throw RetentionFailure.changed }
    let table = try lake.table(digest)
    let due = try await DatedRows(table, column: rule.dateColumn ?? "", cutoff: cutoff).numbers()
    guard due.digest == known.selection, due.numbers.count == known.rows else {
      throw RetentionFailure.changed
    }
    if due.numbers.count == table.manifest.rows { return nil }
    let key = version.recipe?.needsKey == true ? try pseudonymKey(of: slug) : nil
    let keeping = RowKeeping(
      lake: lake,
      dataFolder: configuration.dataFolder,
      version: version,
      schema: dataset.schema.flatMap(TableSchema.known),
      key: key
    )
    return try await work.run { try keeping.run(without: Set(due.numbers), of: table) }
  }
}

extension Lake {
  /// The digests of all that a version rests on.
  func files(of version: DatasetVersion) throws -> [String] {
    var files = [version.original.digest] + [version.inspection, version.table].compactMap(\.self)
    if let table = version.table { files += try blobs(ofTable: table) }
    return files
  }
}
