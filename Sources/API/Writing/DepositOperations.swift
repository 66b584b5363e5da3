import Acts
import Catalogue
import HTTPTypes
import Hummingbird
import Messages
import Register
import Tabular
import Web

extension Call {
  private var platform: Platform { service.platform }
  private var depositID: String { arguments.text("id") ?? "" }

  private func known() throws -> Deposit { try platform.deposit(depositID, as: caller.actor) }

  /// The deposits that the token may read, the newest first.
  func deposits() async throws -> Response {
    let wanted = arguments.text("state")
    let visible = state.snapshot.records(Deposit.self).filter { deposit in
      (wanted.map { $0 == deposit.state.rawValue } ?? true)
        && (arguments.text("dataset").map { $0 == deposit.dataset } ?? true)
        && Authorization.allows(
          Permission(.read, on: deposit.organization, dataset: deposit.dataset),
          to: caller.actor,
          in: state.snapshot,
          at: platform.now
        )
    }
    let newest = visible.sorted { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
    let limit = arguments.integer("limit") ?? Limits.standardRows
    let offset = arguments.integer("offset") ?? 0
    return document([
      "total": .integer(newest.count), "limit": .integer(limit), "offset": .integer(offset),
      "data": .array(try newest.dropFirst(offset).prefix(limit).map(json)), "links": ["self": here()],
    ])
  }

  /// One deposit.
  func deposit() async throws -> Response { try answer(try known()) }

  /// Opens a deposit, with or without its file.
  func openDeposit() async throws -> Response {
    let body = try WriteBody(body)
    try body.check(known: DepositFields.all.union(["upload", "sha256"]), readOnly: DepositFields.readOnly)
    let dataset = try body.text("dataset")
    let owner = try body.text("organization") ?? dataset.flatMap(state.dataset)?.organization
    guard let owner else { throw BodyFailure.missing("organization") }
    let blank = Deposit(
      id: "d-" + service.identifier(),
      organization: owner,
      dataset: dataset,
      depositor: caller.actor.id,
      origin: .token,
      createdAt: platform.now
    )
    var deposit = try edited(blank, body)
    if let upload = try body.text("upload") {
      return try await using(upload, sha256: try body.text("sha256")) { file, name in
        try answer(
          try await platform.openDeposit(deposit, file: file, named: name, as: caller.actor),
          isNew: true
        )
      }
    }
    if let known = dataset.flatMap(state.dataset) {
      deposit.recipe = state.currentVersion(of: known)?.recipe ?? Recipe()
    }
    return try answer(try await platform.perform(OpenDeposit(deposit), as: caller.actor), isNew: true)
  }

  private func edited(_ deposit: Deposit, _ body: WriteBody) throws -> Deposit {
    try deposit.edited(try DepositFields.edits(body, of: deposit)).record
  }

  /// Changes fields of a deposit, if it is still as the caller saw it.
  func editDeposit() async throws -> Response {
    let body = try WriteBody(body)
    try body.check(known: DepositFields.all, readOnly: DepositFields.readOnly)
    let deposit = try known()
    return try await edit(deposit, try DepositFields.edits(body, of: deposit))
  }

  /// Sets the steps that mend the file.
  func setRecipe() async throws -> Response {
    let body = try WriteBody(body)
    try body.check(known: ["steps"])
    let recipe = try body.decoded(Recipe.self, ["steps"])
    let deposit = try known()
    let wanted = try Register.JSONValue(parsing: CanonicalJSON.encode(recipe))
    let seen = try Register.JSONValue(parsing: CanonicalJSON.encode(deposit.recipe))
    return try await edit(deposit, [FieldEdit(path: ["recipe"], seen: seen, wanted: wanted)])
  }

  private func edit(_ deposit: Deposit, _ edits: [FieldEdit]) async throws -> Response {
    let tag = try RecordTag(of: deposit)
    guard tag.isSeen(by: request) else {
      let differing = edits.filter { $0.seen != $0.wanted }
        .map { FieldConflict(path: $0.path, current: $0.seen, wanted: $0.wanted) }
      return conflict(differing, status: 412, tag: tag)
    }
    let edited = try await platform.perform(EditDeposit(deposit.id, edits), as: caller.actor)
    guard edited.conflicts.isEmpty else {
      let now = try platform.deposit(deposit.id, as: caller.actor)
      return conflict(edited.conflicts, status: 409, tag: try RecordTag(of: now))
    }
    return try answer(edited.record)
  }

  /// Takes the deposit's file: as it comes in the body, or one that was uploaded.
  func putFile() async throws -> Response {
    let deposit = try known()
    let right = Permission(.produce, on: deposit.organization, dataset: deposit.dataset)
    // Before any byte of the file is taken.
    guard Authorization.allows(right, to: caller.actor, in: state.snapshot, at: platform.now) else {
      throw AccessFailure.forbidden
    }
    if body.isEmpty {
      let upload = try platform.uploads.create(
        owner: caller.actor,
        name: arguments.text("name") ?? "fichier",
        bytes: request.headers[.contentLength].flatMap { Int($0) }
      )
      do {
        try await platform.uploads.append(upload.id, of: caller.actor, at: 0, BodyChunks(request.body))
        return try await replace(deposit, upload.id, sha256: arguments.text("sha256"))
      } catch {
        try? platform.uploads.cancel(upload.id, of: caller.actor)
        throw error
      }
    }
    let document = try WriteBody(body)
    try document.check(known: ["upload", "sha256"])
    return try await replace(
      deposit,
      try document.requiredText("upload"),
      sha256: try document.text("sha256")
    )
  }

  private func replace(_ deposit: Deposit, _ upload: String, sha256: String?) async throws -> Response {
    try await using(upload, sha256: sha256) { file, name in
      try answer(
        try await platform.replaceFile(of: deposit.id, with: file, named: name, as: caller.actor)
      )
    }
  }

  /// Uses a file that was uploaded, which is thrown away once it is kept elsewhere.
  func using(
    _ upload: String,
    sha256: String?,
    _ body: (_ file: FilePlace, _ name: String) async throws -> Response
  ) async throws -> Response {
    let uploads = platform.uploads
    let name = try uploads.upload(upload, of: caller.actor).name
    let file = try await uploads.finish(upload, of: caller.actor, sha256: sha256)
    let response = try await body(file, name)
    try? uploads.cancel(upload, of: caller.actor)
    return response
  }

  /// What reading the file tells, and what the rules say of it.
  func diagnosis() async throws -> Response {
    let deposit = try known()
    let inspection = try await platform.diagnose(deposit)
    let rules = try? platform.assess(deposit, inspection, as: caller.actor)
    let assessments = (rules ?? []).map { assessment -> JSONValue in
      [
        "rule": .string(assessment.rule), "verdict": .string(assessment.verdict.rawValue),
        "article": .string(assessment.article), "evidence": JSONValue(assessment.evidence),
      ]
    }
    return document([
      "deposit": .string(deposit.id), "inspection": try JSONValue(encoding: inspection),
      "rules": rules == nil ? .null : .array(assessments),
      "links": ["deposit": link(writing: "/deposits/" + deposit.id)],
    ])
  }

  /// Asks for a decision.
  func submitDeposit() async throws -> Response {
    let body = try WriteBody(body)
    try body.check(known: ["planned_for"])
    let act = SubmitDeposit(try known().id, plannedFor: try body.moment("planned_for"))
    return try answer(try await platform.perform(act, as: caller.actor))
  }

  /// Publishes what is within bounds, holds what is not.
  func publishDeposit() async throws -> Response {
    try WriteBody(body).check(known: [])
    let id = try known().id
    let outcome = try await platform.receive(id, as: caller.actor)
    let deposit = try platform.deposit(id, as: caller.actor)
    let members: [(String, JSONValue)] =
      switch outcome {
      case .published(let publication):
        [
          ("outcome", "published"), ("dataset", .string(publication.dataset.id)),
          ("version", .integer(publication.version.number)),
          ("unchanged", .boolean(publication.outcome == .unchanged)), ("reasons", []),
        ]
      case .held(_, let reasons):
        [
          ("outcome", "held"), ("dataset", JSONValue(deposit.dataset)), ("version", .null),
          ("unchanged", false), ("reasons", .array(reasons.map { JSONValue($0) })),
        ]
      }
    return document(.members(members + [("deposit", try json(deposit))]))
  }

  /// Gives a deposit up.
  func abandonDeposit() async throws -> Response {
    let body = try WriteBody(body)
    try body.check(known: ["reason"])
    let act = WithdrawDeposit(try known().id, isAbandoned: true, reason: try body.text("reason"))
    return try answer(try await platform.perform(act, as: caller.actor))
  }

  /// The same, for who does not want to hear of it again.
  func deleteDeposit() async throws -> Response {
    _ = try await platform.perform(WithdrawDeposit(try known().id, isAbandoned: true), as: caller.actor)
    return Response(status: .noContent)
  }
}
