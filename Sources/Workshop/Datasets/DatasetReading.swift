import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The datasets of someone’s organisations.
  func addDatasets(room: DepositRoom, plumbing: Plumbing) {
    workshopPage(.datasets, plumbing) { context, signedIn in
      DatasetReading(room: room, signedIn: signedIn).list(context).page(context)
    }
    workshopPage(.dataset, plumbing) { context, signedIn in
      try await DatasetReading(room: room, signedIn: signedIn).work(context).page(context)
    }
    workshopAction(.dataset, plumbing) { form, context, signedIn in
      try await DatasetWork(room: room, signedIn: signedIn).act(form, context)
    }
    workshopPage(.datasetDescription, plumbing) { context, signedIn in
      try await DatasetDescribing(room: room, signedIn: signedIn).page(context)
    }
    workshopAction(.datasetDescription, plumbing) { form, context, signedIn in
      try await DatasetDescribing(room: room, signedIn: signedIn).save(form, context)
    }
  }
}

/// Gathers what the pages of datasets show to someone.
struct DatasetReading {
  let room: DepositRoom
  let signedIn: SignedIn

  private static let perPage = 50
  private static let changesShown = 30

  func allows(_ right: Permission.Right, _ dataset: Dataset) -> Bool {
    Authorization.allows(
      Permission(right, on: dataset.organization, dataset: dataset.id),
      to: .person(signedIn.person),
      in: room.snapshot,
      at: room.platform.now
    )
  }

  /// The dataset of an address; whoever may not read it learns no more than of one that is not there.
  func dataset(_ context: PageContext) throws -> Dataset {
    guard let dataset = room.snapshot.record(Dataset.self, context.value("slug") ?? ""),
      allows(.read, dataset)
    else { throw Problem.unknownAddress }
    return dataset
  }

  private func freshness(_ dataset: Dataset, _ context: PageContext) -> Freshness {
    Freshness(
      frequency: dataset.frequency,
      updatedAt: dataset.updatedAt,
      today: context.realToday
    )
  }

  func list(_ context: PageContext) -> DatasetListPage {
    let readable = room.organizations(.read, signedIn.person)
    let names = Dictionary(readable.map { ($0.id, $0.name) }) { first, _ in first }
    let words = RegisterWords(context.query["q"] ?? "")
    let state = context.query["etat"] ?? ""
    let today = context.realToday
    let found = entries(of: readable).filter { entry in
      words.areIn(folded: entry.order)
        && (state.isEmpty || entry.status.rawValue == state
          || (state == "late" && entry.status == .published && entry.freshness(on: today).state == .late))
    }
    let page = max(1, context.query.integer("page") ?? 1)
    let offset = min((page - 1).multipliedReportingOverflow(by: Self.perPage).partialValue, found.count)
    let pagination = Pagination(offset: max(0, offset), limit: Self.perPage, total: found.count)
    let shown = found.dropFirst(pagination.offset).prefix(Self.perPage)
    let lines = shown.compactMap { room.snapshot.record(Dataset.self, $0.id) }.map { dataset in
      DatasetListPage.Line(
        dataset: dataset,
        organization: names[dataset.organization] ?? "",
        freshness: freshness(dataset, context),
        verdicts: RuleCounts(room.platform.state.assessments(of: dataset, on: room.platform.now)).verdicts
      )
    }
    return DatasetListPage(
      lines: lines,
      pagination: pagination,
      mayDeposit: room.desk.holds(.produce, signedIn.person)
    )
  }

  /// The datasets of some organisations, by title.
  private func entries(of organizations: [Organization]) -> [DatasetEntry] {
    let snapshot = room.snapshot
    if organizations.count == snapshot.count(Organization.self) { return snapshot.datasetEntries }
    let groups = snapshot.datasetGroups
    return organizations.flatMap { groups[$0.id]?.latest ?? [] }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  func work(_ context: PageContext) async throws -> DatasetWorkPage {
    let dataset = try dataset(context)
    let state = room.platform.state
    return DatasetWorkPage(
      dataset: dataset,
      organization: state.organization(dataset.organization)?.name ?? dataset.organization,
      version: state.currentVersion(of: dataset),
      freshness: freshness(dataset, context),
      assessments: state.assessments(of: dataset, on: room.platform.now),
      deposits: room.snapshot.records(Deposit.self)
        .filter { $0.dataset == dataset.id && !$0.state.isOver }
        .sorted { ($1.updatedAt, $1.id) < ($0.updatedAt, $0.id) },
      history: try await history(dataset, context),
      source: room.snapshot.record(UpdateSource.self, dataset.id),
      mayProduce: allows(.produce, dataset),
      mayPublish: allows(.publish, dataset)
    )
  }

  private func history(_ dataset: Dataset, _ context: PageContext) async throws -> [DatasetWorkPage.Change] {
    let kind = Kinds.all[Dataset.kind]
    let changes = try await room.platform.history(of: RecordKey(Dataset.self, dataset.id))
    return changes.suffix(Self.changesShown).reversed().map { change in
      var fields: [String] = []
      for difference in change.differences {
        let name = difference.path.first ?? ""
        let field = kind?.fields.first { $0.key == name }
        let label = field.map { context.say($0.label) } ?? name
        if !fields.contains(label), name != "updatedAt", name != "id" { fields.append(label) }
      }
      return DatasetWorkPage.Change(
        at: change.entry.time.text,
        by: room.desk.calling(change.entry.actor.id, context),
        fields: fields,
        reason: change.entry.reason
      )
    }
  }
}
