import Acts
import Catalogue
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Web

/// What a dataset’s page of the workshop does.
struct DatasetWork {
  let room: DepositRoom
  let signedIn: SignedIn

  private var actor: Register.Actor { .person(signedIn.person) }

  func act(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let reading = DatasetReading(room: room, signedIn: signedIn)
    let dataset = try reading.dataset(context)
    do {
      let notice: FlashNotice
      switch form.text("faire") {
      case "retirer":
        try await room.platform.perform(
          WithdrawDataset(dataset.id, reason: form.text("raison")),
          as: actor
        )
        notice = FlashNotice(fr: "Le jeu est retiré du portail.", en: "The dataset is withdrawn.")
      case "borner":
        let bounds = try bounds(form)
        try await room.platform.perform(
          DescribeDataset(dataset.id, DatasetChanges(bounds: bounds)),
          as: actor
        )
        notice = FlashNotice(fr: "Bornes enregistrées.", en: "Bounds saved.")
      default: return .redirect(.workDataset(dataset.id))
      }
      return .redirect(.workDataset(dataset.id), notice: notice)
    } catch let failure as Failure where failure.kind == .invalid {
      let field = ["reason": "raison", "bounds": "pertes"][failure.pointer ?? ""] ?? failure.pointer
      let errors = [FieldError(failure, context, field: field)]
      let page = try await reading.work(context)
        .page(context, FormFields(context, sent: form, errors: errors))
      return .page(page, errors: errors)
    }
  }

  private func bounds(_ form: FormData) throws -> UpdateBounds {
    func share(_ name: String) throws -> Double {
      guard let percent = Double(form.text(name).replacing(",", with: ".")), percent.isFinite else {
        throw Failure(
          "dataset.bounds",
          .invalid,
          fr: "Une borne n’est pas un nombre.",
          en: "A bound is not a number.",
          pointer: name
        )
      }
      return percent / 100
    }
    return UpdateBounds(
      maxRowLossShare: try share("pertes"),
      maxRowGrowthShare: try share("ajouts"),
      maxInvalidShare: try share("invalides"),
      allowsColumnChanges: form.has("colonnes")
    )
  }
}

/// The description of a dataset that is there already.
struct DatasetDescribing {
  let room: DepositRoom
  let signedIn: SignedIn

  private struct Saved: Encodable {
    let said: String
    let seen: String
  }

  func page(_ context: PageContext) async throws -> Page {
    let dataset = try DatasetReading(room: room, signedIn: signedIn).dataset(context)
    return try page(dataset, context)
  }

  private func page(
    _ dataset: Dataset,
    _ context: PageContext,
    sent: FormData? = nil,
    errors: [FieldError] = [],
    conflicts: [FieldConflict] = []
  ) throws -> Page {
    let version = room.platform.state.currentVersion(of: dataset)
    var form = DescriptionForm(
      state: try EditedState(dataset, room.snapshot),
      route: .datasetDescription(dataset.id),
      organizations: organizations(dataset),
      people: room.people(of: dataset.organization),
      columns: version?.columns ?? [],
      isNew: false
    )
    form.conflicts = conflicts
    form.hasMeanings = false
    let view = form
    let title = context.say("Description", "Description")
    return Page(
      title: "\(dataset.title) · \(title)",
      breadcrumbs: [
        Page.Crumb(context.say("Mes jeux", "My datasets"), context.link(.workDatasets)),
        Page.Crumb(dataset.title, context.link(.workDataset(dataset.id))), Page.Crumb(title),
      ],
      workshop: .datasets,
      scripts: [.workshop, .deposit]
    ) {
      h1 { context.say("Décrire « \(dataset.title) »", "Describe “\(dataset.title)”") }
      if dataset.status == .published {
        p(.class("fine")) {
          context.say(
            "Ce jeu est public : chaque changement paraît aussitôt, et doit respecter les règles.",
            "This dataset is public: each change shows at once, and must keep to the rules."
          )
        }
      }
      view.view(context, sent: sent, errors: errors)
    }
  }

  private func organizations(_ dataset: Dataset) -> [Organization] {
    var all = room.organizations(.produce, signedIn.person)
    if !all.contains(where: { $0.id == dataset.organization }),
      let own = room.snapshot.record(Organization.self, dataset.organization)
    {
      all.insert(own, at: 0)
    }
    return all
  }

  func save(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let dataset = try DatasetReading(room: room, signedIn: signedIn).dataset(context)
    let state = try EditedState(dataset, room.snapshot)
    let edits = state.edits(form)
    let conflicts = edits.compactMap { edit -> FieldConflict? in
      let current = state.own.at(edit.path)
      guard current != edit.seen, current != edit.wanted else { return nil }
      return FieldConflict(path: edit.path, current: current, wanted: edit.wanted)
    }
    do {
      guard conflicts.isEmpty else { return try again(dataset, form, conflicts, state, context) }
      try await room.platform.perform(
        DescribeDataset(dataset.id, try changes(edits, state), declaration: try declaration(edits, dataset)),
        as: .person(signedIn.person)
      )
      let said = FlashNotice(fr: "Enregistré.", en: "Saved.")
      guard form.has("auto"), let now = room.snapshot.record(Dataset.self, dataset.id) else {
        return .redirect(.datasetDescription(dataset.id), notice: said)
      }
      let seen = try EditedState(now, room.snapshot).seen(after: form, saved: edits)
      return .json(Saved(said: context.say(said.text), seen: seen))
    } catch let failure as Failure where failure.kind == .invalid {
      let errors = [FieldError(failure, context, field: Describing.field(failure.pointer))]
      return .page(try page(dataset, context, sent: form, errors: errors), errors: errors)
    }
  }

  private func again(
    _ dataset: Dataset,
    _ form: FormData,
    _ conflicts: [FieldConflict],
    _ state: EditedState,
    _ context: PageContext
  ) throws -> ActionAnswer {
    let errors = conflicts.map { conflict in
      FieldError(state.field(at: conflict.path)?.names.first ?? "", Dispute.sentence(context))
    }
    let page = try page(dataset, context, sent: form, errors: errors, conflicts: conflicts)
    return .page(page, status: .conflict, errors: errors)
  }

  private func changes(_ edits: [FieldEdit], _ state: EditedState) throws -> DatasetChanges {
    var members: [String: JSONValue] = [:]
    for edit in edits {
      guard let wanted = edit.wanted ?? state.field(at: edit.path)?.emptied else { continue }
      if edit.path == ["organization"] { members["organization"] = wanted }
      if edit.path.count == 2, edit.path[0] == "description" { members[edit.path[1]] = wanted }
    }
    do {
      return try CanonicalJSON.decode(DatasetChanges.self, from: Array(JSONValue.object(members).json.utf8))
    } catch {
      throw Failure(
        "record.field",
        .invalid,
        fr: "Une des valeurs saisies n’est pas du type attendu.",
        en: "One of the values is not of the expected type."
      )
    }
  }

  private func declaration(_ edits: [FieldEdit], _ dataset: Dataset) throws -> PublicationDeclaration? {
    let own = edits.filter { ["holdsSecret", "holdsThirdPartyRights", "personalData"].contains($0.path[0]) }
    guard !own.isEmpty else { return nil }
    let known =
      room.snapshot.record(PublicationDeclaration.self, dataset.id)
      ?? PublicationDeclaration(dataset: dataset.id)
    return try known.edited(own).record
  }
}
