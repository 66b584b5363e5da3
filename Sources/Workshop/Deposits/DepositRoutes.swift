import Acts
import Hummingbird
import Markup
import Messages
import Register
import Tabular
import Web

extension RouterMethods where Context == WebContext {
  /// From a dropped file to a published dataset.
  func addDeposits(room: DepositRoom, plumbing: Plumbing) {
    let dropping = Dropping(room: room)
    workshopPage(.deposit, plumbing) { try dropping.page($0, $1) }
    workshopAction(.deposit, plumbing, limits: Dropping.limits(room, plumbing)) { form, context, signedIn in
      try await dropping.take(form, context, signedIn)
    }
    let pieces = PieceReceiving(room: room, dropping: dropping)
    workshopAction(.uploads, plumbing, limits: PieceReceiving.limits(room)) { form, context, signedIn in
      try await pieces.take(form, context, signedIn)
    }
    let diagnosis = Diagnosing(room: room)
    workshopPage(.deposited, plumbing) { try await diagnosis.page($0, $1) }
    workshopAction(.deposited, plumbing) { form, context, signedIn in
      try await diagnosis.act(form, context, signedIn)
    }
    let recipes = RecipeEditing(room: room)
    workshopAction(.depositRecipe, plumbing) { form, context, signedIn in
      try await recipes.edit(form, context, signedIn)
    }
    let description = Describing(room: room)
    workshopPage(.depositDescription, plumbing) { try await description.page($0, $1) }
    workshopAction(.depositDescription, plumbing) { form, context, signedIn in
      try await description.save(form, context, signedIn)
    }
    let gate = DepositGate(room: room)
    workshopPage(.depositGate, plumbing) { try await gate.page($0, $1) }
    workshopAction(.depositGate, plumbing) { form, context, signedIn in
      try await gate.act(form, context, signedIn)
    }
  }
}

/// The first page of a deposit: what reading its file tells.
struct Diagnosing: Sendable {
  let room: DepositRoom

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    let deposit = try room.deposit(context, signedIn)
    let frame = DepositFrame(deposit, room.snapshot)
    switch await room.inspect(deposit) {
    case .running(let rows):
      let what = context.say("Lecture du fichier…", "Reading the file…")
      return waitingPage(frame, .diagnosis, rows: rows, what: what, context)
    case .failed(let failure): return failed(frame, failure, context, signedIn)
    case .done(let inspection):
      do {
        let row = context.query.integer("ligne").flatMap { $0 > 0 ? $0 : nil }
        return DiagnosisPage(
          frame: frame,
          inspection: inspection,
          preview: try await room.preview(deposit, row: row, inspection),
          isEditable: room.mayEdit(deposit, signedIn)
        ).page(context)
      } catch let failure as Failure { return failed(frame, failure, context, signedIn) }
    }
  }

  /// A recipe that makes reading fail is shown beside the reason: its last step can be removed.
  private func failed(
    _ frame: DepositFrame,
    _ failure: Failure,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> Page {
    failedPage(frame, .diagnosis, failure, context) {
      if !frame.deposit.recipe.isEmpty {
        RecipePanel(
          deposit: frame.deposit,
          isEditable: room.mayEdit(frame.deposit, signedIn)
        ).view(context)
      }
    }
  }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try room.deposit(context, signedIn)
    if let key = room.key(deposit) {
      switch form.text("faire") {
      case "arreter": room.inspections.cancel(key)
      case "relancer": room.inspections.forget(key)
      default: break
      }
    }
    return .redirect(.deposit(deposit.id))
  }
}
