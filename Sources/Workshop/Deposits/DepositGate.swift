import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Tabular
import Web

/// What the last page of a deposit does.
struct DepositGate: Sendable {
  let room: DepositRoom

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    try await page(context, signedIn, FormFields(context))
  }

  private func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields) async throws -> Page {
    let deposit = try room.deposit(context, signedIn)
    let frame = DepositFrame(deposit, room.snapshot)
    if case .running(let rows)? = room.publications.standing(key(deposit, signedIn)) {
      let what = context.say("Publication en cours…", "Publishing…")
      return waitingPage(frame, .gate, rows: rows, what: what, context, stop: false)
    }
    switch await room.inspect(deposit) {
    case .running(let rows):
      let what = context.say("Lecture du fichier…", "Reading the file…")
      return waitingPage(frame, .gate, rows: rows, what: what, context)
    case .failed(let failure): return failedPage(frame, .gate, failure, context)
    case .done(let inspection):
      return try await gate(deposit, frame, inspection, context, signedIn).page(context, fields)
    }
  }

  private func gate(
    _ deposit: Deposit,
    _ frame: DepositFrame,
    _ inspection: Inspection,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> DepositGatePage {
    let actor = Register.Actor.person(signedIn.person)
    var rights = DepositGatePage.Rights()
    rights.produce = room.allows(.produce, on: deposit, signedIn)
    rights.publish = room.allows(.publish, on: deposit, signedIn)
    rights.review = room.allows(.review, on: deposit, signedIn)
    rights.protect = room.allows(.protect, on: deposit, signedIn)
    rights.isDepositor = deposit.depositor == actor.id
    return DepositGatePage(
      frame: frame,
      assessments: try assessments(deposit, frame, inspection, actor),
      comparison: deposit.state.isOver ? .first : await comparison(deposit, rights, signedIn),
      rights: rights,
      decisions: deposit.decisions.map { ($0, name: room.desk.calling($0.by, context)) }
    )
  }

  private func assessments(
    _ deposit: Deposit,
    _ frame: DepositFrame,
    _ inspection: Inspection,
    _ actor: Register.Actor
  ) throws -> [Assessment] {
    if deposit.state == .published, let dataset = frame.dataset {
      return room.platform.state.assessments(of: dataset, on: room.platform.now)
    }
    // A new dataset without a title has no address yet: the rules are asked under the file’s name.
    var titled = deposit
    let title = titled.description.title ?? ""
    if titled.dataset == nil, title.allSatisfy(\.isWhitespace) {
      titled.description.title = deposit.file?.name
      return try room.platform.assess(titled, inspection, as: actor).filter { $0.rule != "publication.title" }
    }
    return try room.platform.assess(titled, inspection, as: actor)
  }

  private func comparison(
    _ deposit: Deposit,
    _ rights: DepositGatePage.Rights,
    _ signedIn: SignedIn
  ) async -> DepositGatePage.Comparison {
    guard rights.produce, let slug = deposit.dataset, let dataset = room.snapshot.record(Dataset.self, slug),
      dataset.currentVersion != nil
    else { return .first }
    let actor = Register.Actor.person(signedIn.person)
    let standing = await room.comparisons.look(key(deposit, signedIn), patience: DepositRoom.patience) {
      [platform = room.platform] progress in
      try await platform.compareDeposit(deposit.id, as: actor) { step in
        if case .inspecting(let rows) = step { progress(rows) }
      }
    }
    switch standing {
    case .running: return .running
    case .failed(let failure): return .failed(failure)
    case .done(let comparison):
      return comparison.map { .known($0, bounds: dataset.updateBounds) } ?? .first
    }
  }

  private func key(_ deposit: Deposit, _ signedIn: SignedIn) -> DepositRoom.StateKey {
    DepositRoom.StateKey(
      deposit: deposit.id,
      updatedAt: deposit.updatedAt,
      actor: .person(signedIn.person)
    )
  }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try room.deposit(context, signedIn)
    do {
      return try await act(form, deposit, context, signedIn)
    } catch let failure as Failure where [.invalid, .conflict].contains(failure.kind) {
      let errors = [FieldError(failure, context, field: failure.pointer == "plannedFor" ? "date" : "")]
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(try await page(context, signedIn, fields), errors: errors)
    }
  }

  private func act(
    _ form: FormData,
    _ deposit: Deposit,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let (platform, actor) = (room.platform, Register.Actor.person(signedIn.person))
    let notice: FlashNotice
    switch form.text("faire") {
    case "publier": return try await publish(deposit, signedIn)
    case "demander":
      let planned = form.text("date").isEmpty ? nil : try Self.morning(form.text("date"))
      try await platform.perform(SubmitDeposit(deposit.id, plannedFor: planned), as: actor)
      notice = FlashNotice(fr: "La relecture est demandée.", en: "Review is asked for.")
    case "prevoir":
      try await platform.perform(PlanDeposit(deposit.id, at: Self.morning(form.text("date"))), as: actor)
      notice = FlashNotice(fr: "La publication est prévue.", en: "The publication is planned.")
    case "decider":
      let isApproval = form.text("avis") == "oui"
      let right: Permission.Right = form.text("qualite") == "protect" ? .protect : .review
      try await platform.perform(
        DecideDeposit(deposit.id, as: right, isApproval: isApproval, comment: form.text("commentaire")),
        as: actor
      )
      notice =
        isApproval
        ? FlashNotice(fr: "Dépôt approuvé.", en: "Deposit approved.")
        : FlashNotice(fr: "Dépôt renvoyé avec votre commentaire.", en: "Deposit sent back with your comment.")
    case "reprendre":
      try await platform.perform(WithdrawDeposit(deposit.id), as: actor)
      notice = FlashNotice(fr: "Vous pouvez le modifier.", en: "You can change it.")
    case "abandonner":
      let reason = form.text("raison")
      try await platform.perform(
        WithdrawDeposit(deposit.id, isAbandoned: true, reason: reason.isEmpty ? nil : reason),
        as: actor
      )
      return .redirect(.workshopHome, notice: FlashNotice(fr: "Dépôt abandonné.", en: "Deposit given up."))
    default: return try await again(form, deposit)
    }
    return .redirect(.depositGate(deposit.id), notice: notice)
  }

  private func again(_ form: FormData, _ deposit: Deposit) async throws -> ActionAnswer {
    if let key = room.key(deposit) {
      if form.text("faire") == "arreter" { room.inspections.cancel(key) }
      if form.text("faire") == "relancer" { room.inspections.forget(key) }
    }
    return .redirect(.depositGate(deposit.id))
  }

  /// Publishing goes on when the page is closed; a long one is followed from the page.
  private func publish(_ deposit: Deposit, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let actor = Register.Actor.person(signedIn.person)
    let key = key(deposit, signedIn)
    room.publications.forget(key)
    let standing = await room.publications.look(key, patience: .seconds(8)) {
      [platform = room.platform] progress in
      try await platform.publishDeposit(deposit.id, as: actor) { step in
        switch step {
        case .inspecting(let rows), .storing(let rows): progress(rows)
        case .keeping, .recording: break
        }
      }
    }
    switch standing {
    case .failed(let failure): throw failure
    case .running: return .redirect(.depositGate(deposit.id))
    case .done:
      return .redirect(.depositGate(deposit.id), notice: FlashNotice(fr: "Publié.", en: "Published."))
    }
  }

  /// Early on a day: five in the morning, Greenwich.
  private static func morning(_ day: String) throws -> Moment {
    guard let moment = Moment(day + "T05:00:00.000Z") else {
      throw Failure(
        "deposit.planned",
        .invalid,
        fr: "Cette date n’est pas lisible.",
        en: "This date cannot be read.",
        remedy: Bilingual(fr: "Écrivez-la ainsi : 2026-12-31.", en: "Write it so: 2026-12-31."),
        pointer: "plannedFor"
      )
    }
    return moment
  }
}
