import Accounts
import Acts
import Governance
import HTTPTypes
import HummingbirdCore
import Messages
import Register
import Web

/// What came of the edits of a form.
struct KeptEdits {
  /// The edits that were made, conflicts aside.
  var saved: [FieldEdit] = []
  /// The lists of groups that were merged with what others changed meanwhile.
  var merged: [[String]] = []
  var conflicts: [FieldConflict] = []
  var faults: [FieldError] = []

  /// The fields that are saved as their editor wants them.
  var savedPaths: Set<[String]> { Set(saved.map(\.path)).subtracting(conflicts.map(\.path)) }
}

/// What people do on the page of a record: fill it in, decide, comment.
struct SheetDesk: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  /// What a script that saves learns.
  private struct Saved: Encodable {
    let said: String
    let seen: String
    let faults: [FieldError]
    let parts: [String: String]
  }

  /// What is said once a record is in force; its page then shows what comes next.
  static let inForce = FlashNotice(fr: "La fiche est en vigueur.", en: "It is in force.")

  /// The address of a form of the page, asked for as a page: after a refusal the browser keeps it.
  func back(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let place = try room.place(context, signedIn)
    return Response(status: .seeOther, headers: [.location: context.link(place.route)])
  }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try room.place(context, signedIn)
    return page(place, context, extraRow: context.query["plus"])
  }

  private func state(_ place: SheetPlace) -> EditedState {
    EditedState(own: place.sheet.values, fields: SheetFields.edited(place.fields))
  }

  /// The page of a record, with what was sent and refused.
  func page(
    _ place: SheetPlace,
    _ context: PageContext,
    sent: FormData? = nil,
    errors: [FieldError] = [],
    outcome: KeptEdits = KeptEdits(),
    extraRow: String? = nil,
    decision: FormFields? = nil,
    comment: FormFields? = nil,
    files: FormFields? = nil
  ) -> Page {
    let state = state(place)
    let form = SheetForm(
      place: place,
      values: sent.map { state.sent($0, saved: outcome.savedPaths, outcome.conflicts) } ?? state.own,
      seen: state.seen,
      errors: errors,
      conflicts: outcome.conflicts,
      extraRow: extraRow
    )
    return SheetPage(
      place: place,
      form: place.mayChange ? form : nil,
      comments: CommentThread.comments(on: place.key, desk),
      decision: decision,
      comment: comment,
      files: files
    ).page(context)
  }

  // MARK: Filling in

  func save(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let before = try room.place(context, signedIn)
    let outcome = try await keep(state(before).edits(form), of: before, context, signedIn)
    let place = try room.place(before.register, before.sheet.id, signedIn)
    guard outcome.conflicts.isEmpty else {
      let errors = outcome.conflicts.flatMap { Dispute.errors($0, context) }
      let page = page(place, context, sent: form, errors: errors, outcome: outcome)
      return .page(page, status: .conflict, errors: errors)
    }
    let said = FlashNotice(fr: "Enregistré.", en: "Saved.")
    if form.has("auto") {
      return .json(
        Saved(
          said: outcome.faults.first?.message ?? context.say(said.text),
          seen: state(place).seen(after: form, saved: outcome.saved, merged: outcome.merged),
          faults: outcome.faults,
          parts: SheetParts(place: place).rendered(context)
        )
      )
    }
    guard outcome.faults.isEmpty else {
      let page = page(place, context, sent: form, errors: outcome.faults, outcome: outcome)
      return .page(page, errors: outcome.faults)
    }
    let command = form[SheetFields.command]?.split(separator: ":", maxSplits: 1) ?? []
    let extra = command.first == "ajouter" ? String(command[1]) : nil
    return .redirect(place.route, Query(extra.map { ["plus": $0] } ?? [:]), notice: extra == nil ? said : nil)
  }

  /// Keeps the edits that can be kept; those at fault are told, and hold up no other.
  private func keep(
    _ edits: [FieldEdit],
    of place: SheetPlace,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> KeptEdits {
    var (edits, faults) = resolved(edits, of: place, context)
    while !edits.isEmpty {
      do {
        let edited = try await desk.platform.perform(
          EditSheet(place.register, place.sheet.id, edits),
          as: .person(signedIn.person)
        )
        let merged = edited.merged
        return KeptEdits(saved: edits, merged: merged, conflicts: edited.conflicts, faults: faults)
      } catch let failure as Failure where failure.kind == .invalid {
        let path = failure.pointer?.split(separator: ".").map(String.init) ?? []
        let rest = edits.filter { !path.starts(with: $0.path) }
        let field = path.isEmpty ? "" : SheetFields.name(path)
        faults.append(FieldError(failure, context, field: field))
        // A refusal that points at none of them is about all of them.
        edits = rest.count < edits.count ? rest : []
      }
    }
    return KeptEdits(faults: faults)
  }

  /// The edits with the ids of the records that are named in them; names that several bear are told.
  private func resolved(
    _ edits: [FieldEdit],
    of place: SheetPlace,
    _ context: PageContext
  ) -> (edits: [FieldEdit], faults: [FieldError]) {
    let options = place.options
    var faults: [FieldError] = []
    let kept = edits.compactMap { edit -> FieldEdit? in
      guard let wanted = edit.wanted, let field = SheetChecks.field(at: edit.path, among: place.fields) else {
        return edit
      }
      do {
        let value = try SheetReferences.resolved(wanted, field, at: edit.path) { kind, text in
          try options.id(kind, named: text)
        }
        return FieldEdit(path: edit.path, seen: edit.seen, wanted: value)
      } catch let failure as Failure {
        let path = failure.pointer?.split(separator: ".").map(String.init) ?? edit.path
        faults.append(FieldError(failure, context, field: SheetFields.name(path)))
        return nil
      } catch { return edit }
    }
    return (kept, faults)
  }

  // MARK: Deciding

  func decide(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try room.place(context, signedIn)
    do {
      return try await decided(form, place, signedIn)
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .conflict {
      let points = failure.code == "register.incomplete"
      let path = failure.pointer?.split(separator: ".").map(String.init) ?? []
      let error = FieldError(failure, context, field: points ? SheetFields.name(path) : nil)
      let fields = FormFields(context, sent: form, errors: [error])
      return .page(page(place, context, decision: fields), errors: [error])
    }
  }

  private func decided(
    _ form: FormData,
    _ place: SheetPlace,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let (register, id, platform) = (place.register, place.sheet.id, desk.platform)
    let actor = Register.Actor.person(signedIn.person)
    switch form.text("faire") {
    case "en-vigueur":
      try await platform.perform(ChangeSheetStatus(register, id, .current), as: actor)
      return .redirect(place.route, notice: Self.inForce)
    case "terminer":
      try await platform.perform(
        ChangeSheetStatus(register, id, .ended, reason: form.text("reason")),
        as: actor
      )
      return .redirect(place.route, notice: FlashNotice(fr: "La fiche est terminée.", en: "It has ended."))
    case "montrer", "cacher":
      let isPublic = form.text("faire") == "montrer"
      try await platform.perform(ShowSheet(register, id, isPublic: isPublic), as: actor)
      let back = form.text("retour") == "public"
      return .redirect(
        back ? .registerPublic(register) : place.route,
        back ? Query(["organisation": place.sheet.organization]) : Query(),
        notice: isPublic
          ? FlashNotice(
            fr: "Le public peut la voir dès qu’elle est en vigueur.",
            en: "The public sees it once in force."
          )
          : FlashNotice(fr: "Le public ne la voit plus.", en: "The public sees it no more.")
      )
    case "supprimer":
      try await platform.perform(RemoveSheet(register, id), as: actor)
      return .redirect(
        .workRegister(register),
        notice: FlashNotice(fr: "Le brouillon est supprimé.", en: "The draft is removed.")
      )
    default: throw Problem.unknownAddress
    }
  }

  // MARK: Commenting

  func comment(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try room.place(context, signedIn)
    return try await deciding(context, form) {
      try await Commenting(desk: desk).write(form, on: place.key, signedIn)
      return .redirect(place.route, notice: Commenting.done)
    } again: {
      page(place, context, comment: $0)
    }
  }
}
