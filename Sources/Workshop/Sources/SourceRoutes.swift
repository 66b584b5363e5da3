import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// Where the next versions of datasets come from by themselves.
  func addSources(desk: Desk, plumbing: Plumbing) {
    let sources = SourceDesk(desk: desk)
    workshopPage(.sources, plumbing) { context, signedIn in try await sources.list(context, signedIn) }
    workshopAction(.sources, plumbing) { form, context, signedIn in
      try await sources.set(form, context, signedIn)
    }
    workshopAction(.sourceReading, plumbing) { form, _, signedIn in
      try await desk.platform.perform(AskUpdate(form.text("dataset")), as: .person(signedIn.person))
      return .redirect(
        .sources,
        notice: FlashNotice(
          fr: "Lecture demandée : elle commence dans la minute.",
          en: "Reading asked for: it begins within a minute."
        )
      )
    }
    workshopAction(.sourcePause, plumbing) { form, _, signedIn in
      try await sources.pause(form, signedIn)
    }
    workshopAction(.sourceRemoval, plumbing) { form, _, signedIn in
      try await desk.platform.perform(RemoveUpdateSource(form.text("dataset")), as: .person(signedIn.person))
      return .redirect(.sources, notice: FlashNotice(fr: "Source retirée.", en: "Source removed."))
    }
    workshopAction(.mailRetry, plumbing) { form, _, signedIn in
      guard desk.allows(.administer, signedIn, on: nil) else { throw Desk.forbidden }
      if let id = form.integer("mail") { try await desk.accounts.retryMail(Int64(id)) }
      return .redirect(
        .sources,
        notice: FlashNotice(fr: "Le message est de nouveau dans la file.", en: "The message is queued again.")
      )
    }
  }
}

/// What publishers do about the sources of their datasets.
struct SourceDesk: Sendable {
  let desk: Desk

  func list(_ context: PageContext, _ signedIn: SignedIn, fields: FormFields? = nil) async throws -> Page {
    if !desk.holds(.administer, signedIn.person) { try desk.require(.publish, signedIn) }
    let state = desk.platform.state
    let mine = state.snapshot.records(UpdateSource.self).filter {
      desk.allows(.publish, signedIn, on: $0.organization)
        || desk.allows(.administer, signedIn, on: $0.organization)
    }
    let book = JobBook(dataFolder: desk.platform.configuration.dataFolder)
    let isAdministrator = desk.allows(.administer, signedIn, on: nil)
    let page = SourcePage(
      lines: mine.sorted { $0.id < $1.id }.map { source in
        SourcePage.Line(
          source: source,
          title: state.dataset(source.id)?.title ?? source.id,
          lastReading: book.state("source." + source.id),
          mayChange: desk.allows(.publish, signedIn, on: source.organization)
        )
      },
      datasets: desk.datasets(.publish, signedIn.person),
      databases: desk.databases,
      jobs: isAdministrator
        ? SourcePage.standingJobs.compactMap { job in book.state(job.name).map { (job.label, $0) } } : [],
      mail: isAdministrator ? try await desk.accounts.mail().filter { $0.state != .sent } : []
    )
    let dataset = context.query["jeu"] ?? ""
    return page.page(
      context,
      fields ?? FormFields(context, ["dataset": [dataset], "kind": ["http"], "rhythm": ["daily"]])
    )
  }

  func set(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let dataset = desk.dataset(named: form.text("dataset"), .publish, signedIn.person)
      let known = desk.platform.state.snapshot.record(UpdateSource.self, dataset)
      let act = SetUpdateSource(
        dataset,
        place(form),
        UpdateSource.Rhythm(rawValue: form.text("rhythm")) ?? .daily,
        isPaused: known?.isPaused ?? false
      )
      try await desk.platform.perform(act, as: .person(signedIn.person))
      return .redirect(
        .sources,
        notice: FlashNotice(
          fr: "Source enregistrée : elle est lue pour la première fois dans la minute.",
          en: "Source saved: it is read for the first time within a minute."
        )
      )
    } again: { fields in
      try await list(context, signedIn, fields: fields)
    }
  }

  func pause(_ form: FormData, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let dataset = form.text("dataset")
    let isPaused = form.text("pause") == "oui"
    if let source = desk.platform.state.snapshot.record(UpdateSource.self, dataset) {
      let act = SetUpdateSource(dataset, source.place, source.rhythm, isPaused: isPaused)
      try await desk.platform.perform(act, as: .person(signedIn.person))
    }
    let notice =
      isPaused
      ? FlashNotice(fr: "Source en pause.", en: "Source paused.")
      : FlashNotice(fr: "Source reprise.", en: "Source resumed.")
    return .redirect(.sources, notice: notice)
  }

  private func place(_ form: FormData) -> UpdateSource.Place {
    guard form.text("kind") == "table" else { return .http(url: form.text("url")) }
    let parts = form.text("table").split(separator: ".", maxSplits: 1).map { String($0) }
    return .table(
      connection: form.text("connection"),
      schema: parts.count == 2 ? parts[0] : "public",
      table: parts.last ?? ""
    )
  }
}

extension Route {
  /// Where the next versions of datasets come from.
  static let sources = Route.workshop(WorkshopRoute(.sources))
  static let sourceReading = Route.workshop(WorkshopRoute(.sourceReading))
  static let sourcePause = Route.workshop(WorkshopRoute(.sourcePause))
  static let sourceRemoval = Route.workshop(WorkshopRoute(.sourceRemoval))
  static let mailRetry = Route.workshop(WorkshopRoute(.mailRetry))
}
