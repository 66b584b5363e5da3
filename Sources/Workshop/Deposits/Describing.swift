import Acts
import Catalogue
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Tabular
import Web

/// The second page of a deposit: what its data is, saved as one types.
struct Describing: Sendable {
  let room: DepositRoom

  /// What a script that saves learns.
  private struct Saved: Encodable {
    let said: String
    let seen: String
  }

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    let deposit = try room.deposit(context, signedIn)
    return try await page(deposit, context, signedIn)
  }

  private func page(
    _ deposit: Deposit,
    _ context: PageContext,
    _ signedIn: SignedIn,
    sent: FormData? = nil,
    errors: [FieldError] = [],
    conflicts: [FieldConflict] = []
  ) async throws -> Page {
    let inspection = await inspection(of: deposit)
    var form = try form(deposit, Self.columns(inspection), signedIn)
    form.schema = SchemaClaim(inspection)
    form.conflicts = conflicts
    let frame = DepositFrame(deposit, room.snapshot)
    let (view, isEditable) = (form, room.mayEdit(deposit, signedIn))
    return frame.page(.description, context) {
      if !isEditable { Self.closed(deposit, context) }
      tag("fieldset", .class("bare"), Attribute("disabled", !isEditable)) {
        view.view(context, sent: sent, errors: errors)
      }
      buttons {
        a(.class("button"), .href(context.link(.depositGate(deposit.id)))) {
          context.say("Continuer : publier", "Continue: publish")
        }
      }
    }
  }

  private static func closed(_ deposit: Deposit, _ context: PageContext) -> HTML {
    notice(title: context.say("Ce dépôt ne se modifie pas maintenant", "This deposit cannot be changed now"))
    {
      p {
        context.say(
          "Il attend une décision, il est terminé, ou vous n’avez pas le droit de le modifier.",
          "It awaits a decision, it is over, or you may not change it."
        )
      }
    }
  }

  /// What reading the file told; nothing while it is being read.
  private func inspection(of deposit: Deposit) async -> Inspection? {
    guard case .done(let inspection) = await room.inspect(deposit) else { return nil }
    return inspection
  }

  /// The columns as the recipe leaves them.
  private static func columns(_ inspection: Inspection?) -> [DatasetVersion.Column] {
    (inspection?.columns ?? []).map { DatasetVersion.Column($0) }
  }

  private func form(
    _ deposit: Deposit,
    _ columns: [DatasetVersion.Column],
    _ signedIn: SignedIn
  ) throws -> DescriptionForm {
    let snapshot = room.snapshot
    return DescriptionForm(
      state: try EditedState(deposit, columns: columns, snapshot),
      route: .depositDescription(deposit.id),
      organizations: deposit.dataset == nil
        ? room.organizations(.produce, signedIn.person)
        : [snapshot.record(Organization.self, deposit.organization)].compactMap(\.self),
      people: room.people(of: deposit.organization),
      columns: columns,
      isNew: deposit.dataset == nil
    )
  }

  func save(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try room.deposit(context, signedIn)
    let columns = Self.columns(await inspection(of: deposit))
    let edits = try EditedState(deposit, columns: columns, room.snapshot).edits(form)
    do {
      let edited = try await room.platform.perform(
        EditDeposit(deposit.id, edits),
        as: .person(signedIn.person)
      )
      let now = try EditedState(edited.record, columns: columns, room.snapshot)
      guard edited.conflicts.isEmpty else {
        let errors = edited.conflicts.map { conflict in
          FieldError(now.field(at: conflict.path)?.names.first ?? "", Dispute.sentence(context))
        }
        let page = try await page(
          edited.record,
          context,
          signedIn,
          sent: form,
          errors: errors,
          conflicts: edited.conflicts
        )
        return .page(page, status: .conflict, errors: errors)
      }
      let said = FlashNotice(fr: "Enregistré.", en: "Saved.")
      if form.has("auto") {
        return .json(Saved(said: context.say(said.text), seen: now.seen(after: form, saved: edits)))
      }
      return .redirect(.depositDescription(deposit.id), notice: said)
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .conflict {
      let errors = [FieldError(failure, context, field: Self.field(failure.pointer))]
      let page = try await page(deposit, context, signedIn, sent: form, errors: errors)
      return .page(page, errors: errors)
    }
  }

  /// The field of the form for what a refusal points at.
  static func field(_ pointer: String?) -> String {
    let names = [
      "title": "titre", "description": "description", "organization": "organisation", "theme": "theme",
      "licence": "licence", "keywords": "mots-cles", "frequency": "frequence", "period": "periode-debut",
      "access": "acces", "domain": "domaine", "family": "famille", "withholding": "motif",
      "schema": "schema", "highValue": "forte-valeur", "responsible": "responsable",
    ]
    return (pointer ?? "").split(separator: ".").compactMap { names[String($0)] }.last ?? ""
  }
}

extension DepositRoom {
  /// The people who may answer for the data of an organisation, by name.
  func people(of organization: String) -> [Person] {
    let (snapshot, now) = (snapshot, platform.now)
    return snapshot.records(Person.self)
      .filter { person in
        person.status == .active
          && Authorization.allows(
            Permission(.read, on: organization),
            to: .person(person.id),
            in: snapshot,
            at: now
          )
      }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}
