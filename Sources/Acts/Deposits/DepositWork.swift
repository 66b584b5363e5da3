public import Catalogue
public import Foundation
public import Lake
public import Messages
public import Register
public import Tabular

/// What became of a deposit that nobody looked at.
public enum DepositOutcome: Sendable {
  /// It is published.
  case published(Publication)
  /// It waits for a person, for these reasons; what was published stays.
  case held(Deposit, reasons: [Bilingual])
}

extension Platform {
  /// Keeps a file and opens a deposit for it.
  ///
  /// A file that updates a dataset starts from its recipe.
  ///
  /// - Parameter name: the name the file came with; folders in it are dropped.
  public func openDeposit(
    _ deposit: Deposit,
    file: URL,
    named name: String,
    as actor: Register.Actor
  ) async throws -> Deposit {
    try await openDeposit(deposit, file: file, named: name, as: actor) { OpenDeposit($0) }
  }

  /// Keeps a file and opens a deposit for it by an act that does more.
  func openDeposit<Opening: Act>(
    _ deposit: Deposit,
    file: URL,
    named name: String,
    as actor: Register.Actor,
    by act: @escaping @Sendable (Deposit) -> Opening
  ) async throws -> Deposit where Opening.Outcome == Deposit {
    try allowProducing(deposit.organization, deposit.dataset, actor)
    var deposit = deposit
    if deposit.recipe.isEmpty, let slug = deposit.dataset, let dataset = state.dataset(slug) {
      deposit.recipe = state.currentVersion(of: dataset)?.recipe ?? Recipe()
    }
    let opening = deposit
    return try await keeping(file, named: name) { kept in
      var opening = opening
      opening.file = kept
      return try await self.perform(act(opening), as: actor)
    }
  }

  /// Keeps another file for a deposit.
  public func replaceFile(
    of id: String,
    with file: URL,
    named name: String,
    as actor: Register.Actor
  ) async throws -> Deposit {
    let deposit = try deposit(id, as: actor)
    return try await keeping(file, named: name) { kept in
      let seen = try deposit.file.map { try JSONValue(parsing: CanonicalJSON.encode($0)) }
      let wanted = try JSONValue(parsing: CanonicalJSON.encode(kept))
      let edit = FieldEdit(path: ["file"], seen: seen, wanted: wanted)
      let edited = try await self.perform(EditDeposit(id, [edit]), as: actor)
      guard edited.conflicts.isEmpty else { throw DepositFailure.changed }
      return edited.record
    }
  }

  /// A deposit, for whoever may read what its organisation prepares.
  public func deposit(_ id: String, as actor: Register.Actor) throws -> Deposit {
    guard let deposit = state.snapshot.record(Deposit.self, id) else { throw DepositFailure.unknown }
    let permission = Permission(.read, on: deposit.organization, dataset: deposit.dataset)
    // Who may not read it is told no more than who asks for one that is not there.
    guard Authorization.allows(permission, to: actor, in: state.snapshot, at: now) else {
      throw DepositFailure.unknown
    }
    return deposit
  }

  /// What reading a deposit's file through its recipe tells.
  public func diagnose(
    _ deposit: Deposit,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Inspection {
    let reading = try reading(of: deposit)
    return try await work.run {
      try reading.staged {
        try TableOpening.inspect(
          path: $0,
          recipe: reading.recipe,
          key: reading.key,
          schema: reading.schema,
          progress: progress
        )
      }
    }
  }

  /// The first rows of a deposit's file before and after its recipe, or those around one.
  public func preview(
    _ deposit: Deposit,
    rows: Int = 20,
    around: Int? = nil,
    findings: [Finding] = []
  ) async throws -> TablePreview {
    let reading = try reading(of: deposit)
    return try await work.run {
      try reading.staged {
        try TablePreview(
          path: $0,
          recipe: reading.recipe,
          key: reading.key,
          rows: rows,
          around: around,
          findings: findings
        )
      }
    }
  }

  /// What a deposit would change of what is published; `nil` for a new dataset.
  public func compareDeposit(
    _ id: String,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> VersionComparison? {
    let deposit = try deposit(id, as: actor)
    return try await compare(request(for: deposit), as: actor, progress: progress)
  }

  /// What the rules would say of a deposit if this actor published it now, and the dataset it would make.
  public func assess(
    _ deposit: Deposit,
    _ inspection: Inspection,
    as actor: Register.Actor
  ) throws -> [Assessment] {
    let request = try request(for: deposit)
    let target = try PublicationTarget(request, in: state.snapshot)
    let file = try file(of: deposit)
    let content = PublishedContent(
      original: DatasetVersion.StoredFile(
        name: file.name,
        digest: file.digest,
        bytes: file.bytes,
        mediaType: MediaType.of(container: inspection.container),
        container: inspection.container,
        encoding: inspection.encoding
      ),
      table: nil,
      report: nil,
      inspection: inspection,
      recipe: deposit.recipe,
      inherited: deposit.recipe
    )
    let act = PublishVersion(request: request, target: target, content: content)
    return try act.assess(in: ActContext(snapshot: state.snapshot, actor: actor, now: now))
  }

  /// Publishes a deposit.
  @discardableResult
  public func publishDeposit(
    _ id: String,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> Publication {
    let deposit = try deposit(id, as: actor)
    return try await publish(try request(for: deposit), as: actor, progress: progress)
  }

  /// Publishes a deposit that came by itself if the rules allow it and what it changes is within the bounds of
  /// its dataset; holds it for a person otherwise, and what is published stays.
  public func receive(
    _ id: String,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> DepositOutcome {
    let deposit = try deposit(id, as: actor)
    let permission = Permission(.publish, on: deposit.organization, dataset: deposit.dataset)
    guard Authorization.allows(permission, to: actor, in: state.snapshot, at: now) else {
      return try await hold(id, [Self.mayNotPublish], as: actor)
    }
    do {
      switch try await update(try request(for: deposit), as: actor, progress: progress) {
      case .published(let publication): return .published(publication)
      case .held(_, let reasons): return try await hold(id, reasons, as: actor)
      }
    } catch let failure as Failure where failure.code.hasPrefix("gate.") {
      let remedy = failure.remedy ?? Bilingual(fr: "", en: "")
      let reason = Bilingual(
        fr: failure.message.fr + " " + remedy.fr,
        en: failure.message.en + " " + remedy.en
      )
      return try await hold(id, [reason], as: actor)
    }
  }

  /// Publishes the deposits whose planned moment has come; those that are refused wait for a person.
  ///
  /// - Returns: how many were published.
  @discardableResult
  public func publishPlanned() async throws -> Int {
    let due = state.snapshot.records(Deposit.self).filter { deposit in
      deposit.state == .approved && deposit.plannedFor.map { $0 <= now } == true
        && deposit.decisions.contains { $0.right == .publish && $0.isApproval }
    }
    var published = 0
    for deposit in due {
      do {
        try await publishDeposit(deposit.id, as: .system)
        published += 1
      } catch let failure as Failure {
        _ = try await hold(deposit.id, [failure.message], as: .system)
      }
    }
    return published
  }

  private func hold(
    _ id: String,
    _ reasons: [Bilingual],
    as actor: Register.Actor
  ) async throws -> DepositOutcome {
    let held = try await perform(HoldDeposit(deposit: id, reasons: reasons), as: actor)
    return .held(held, reasons: reasons)
  }

  private static let mayNotPublish = Bilingual(
    fr: "Ce jeton dépose, et ne publie pas\u{A0}: une personne doit décider.",
    en: "This token deposits and does not publish: a person must decide."
  )

  private func allowProducing(_ organization: String, _ dataset: String?, _ actor: Register.Actor) throws {
    try Authorization.check(
      Permission(.produce, on: organization, dataset: dataset),
      of: actor,
      in: state.snapshot,
      at: now
    )
  }

  /// Keeps a file while the journal is told of it: no collection removes it meanwhile.
  private func keeping<Outcome: Sendable>(
    _ file: URL,
    named name: String,
    then body: @Sendable (DepositedFile) async throws -> Outcome
  ) async throws -> Outcome {
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    let blob = try await work.run { try self.lake.addBlob(copying: file) }
    return try await body(
      DepositedFile(name: FileName.sanitized(name), digest: blob.digest, bytes: blob.bytes)
    )
  }
}
