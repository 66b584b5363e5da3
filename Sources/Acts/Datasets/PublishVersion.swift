import Catalogue
import Messages
import Register
import Tabular

/// Publishes a version whose file, table and report are in the lake already.
///
/// It is the last step of a publication and costs nothing, so it can be decided again when the register
/// moved.
struct PublishVersion: Act {
  static var name: String { "publish-version" }

  let request: PublicationRequest
  let target: PublicationTarget
  let content: PublishedContent

  var reason: String? { request.reason }

  func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.publish, on: request.organization, dataset: target.slug)]
  }

  func assess(in context: ActContext) throws -> [Assessment] {
    let proposal = try proposal(in: context)
    return context.snapshot.assessPublication(
      of: proposal.dataset,
      version: proposal.version,
      declaration: request.declaration,
      review: try deposit(in: context)?.review(
        by: context.actor,
        recipe: content.recipe,
        columns: proposal.version.columns,
        in: context.snapshot
      ),
      on: context.now
    )
  }

  /// The deposit it comes from, which must still be what was prepared.
  ///
  /// - Throws: `Failure` where someone publishes what no deposit holds, so that nobody could have reviewed it.
  private func deposit(in context: ActContext) throws -> Deposit? {
    guard let id = request.deposit else {
      guard context.actor.isThePlatform else { throw DepositFailure.needed }
      return nil
    }
    guard let deposit = context.snapshot.record(Deposit.self, id) else { throw DepositFailure.unknown }
    guard !deposit.state.isOver else { throw DepositFailure.closed }
    guard deposit.file?.digest == content.original.digest, deposit.organization == request.organization,
      deposit.recipe == content.recipe, deposit.description == request.changing
    else { throw DepositFailure.changed }
    return deposit
  }

  func decide(in context: ActContext) throws -> Decision<Publication> {
    let proposal = try proposal(in: context)
    let snapshot = context.snapshot
    var drafts: [Draft] = []
    if proposal.outcome != .unchanged { drafts.append(try .put(proposal.version)) }
    if snapshot.record(Dataset.self, target.slug) != proposal.dataset {
      drafts.append(try .put(proposal.dataset))
    }
    drafts += try snapshot.drafts(declaring: request.declaration, of: target.slug)
    if let deposit = try deposit(in: context) {
      drafts.append(
        try .put(deposit.published(as: proposal.version, by: context.actor, at: context.now))
      )
    }
    return Decision(
      drafts,
      outcome: Publication(
        outcome: proposal.outcome,
        dataset: proposal.dataset,
        version: proposal.version,
        inspection: content.inspection,
        assessments: try assess(in: context)
      )
    )
  }

  private struct Proposal {
    var outcome: Publication.Outcome
    var dataset: Dataset
    var version: DatasetVersion
  }

  private func proposal(in context: ActContext) throws -> Proposal {
    let snapshot = context.snapshot
    // The state may have changed since the target was chosen: the same checks hold on this one.
    let target = try PublicationTarget(request, in: snapshot)
    let known = snapshot.record(Dataset.self, target.slug)
    var dataset = try request.changes.applied(
      to: known ?? .draft(target.slug, organization: request.organization, at: context.now)
    )
    dataset.status = .published
    let current = known?.currentVersion.flatMap { snapshot.record(DatasetVersion.self, $0) }
    let inherited = current?.recipe ?? Recipe()
    // The recipe to replay was changed meanwhile: what it protects now is not protected in this table.
    if request.recipe == nil, inherited != content.inherited { throw DatasetFailure.recipeChanged }
    if let current, current.original.digest == content.original.digest, current.table == content.table,
      inherited == content.recipe, current.schemaCheck == content.inspection.schemaCheck?.summary
    {
      return Proposal(outcome: .unchanged, dataset: dataset, version: current)
    }
    let version = version(
      number: snapshot.lastVersionNumber(of: target.slug) + 1,
      after: current,
      context.now
    )
    dataset.currentVersion = version.id
    dataset.updatedAt = context.now.text
    return Proposal(outcome: known == nil ? .created : .updated, dataset: dataset, version: version)
  }

  /// The version.
  ///
  /// A column keeps the description of the column of the same name in the version before.
  func version(number: Int, after current: DatasetVersion?, _ now: Moment) -> DatasetVersion {
    let before = Dictionary(
      (current?.columns ?? []).compactMap { column in column.description.map { (column.name, $0) } }
    ) { first, _ in first }
    let columns = content.inspection.columns.map { report in
      DatasetVersion.Column(
        report,
        description: request.columnDescriptions[report.name] ?? before[report.name]
      )
    }
    return DatasetVersion(
      dataset: target.slug,
      number: number,
      publishedAt: now.text,
      original: content.original,
      table: content.table,
      rows: content.inspection.rows,
      columns: columns,
      errors: count(.error),
      warnings: count(.warning),
      inspection: content.report,
      recipe: content.recipe.isEmpty ? nil : content.recipe,
      deposit: request.deposit,
      schemaCheck: content.inspection.schemaCheck?.summary
    )
  }

  private func count(_ severity: Finding.Severity) -> Int {
    content.inspection.findings.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }
}

/// What of a publication is in the lake.
struct PublishedContent: Sendable {
  var original: DatasetVersion.StoredFile
  var table: String?
  var report: String?
  var inspection: Inspection
  /// The recipe it was made with.
  var recipe: Recipe
  /// The recipe of the version that was current then.
  var inherited: Recipe
}

/// Which dataset a request is about, checked before its file is read.
struct PublicationTarget: Sendable {
  let slug: String

  init(_ request: PublicationRequest, in snapshot: Snapshot) throws {
    slug = try Self.slug(of: request)
    guard snapshot.record(Organization.self, request.organization) != nil else {
      throw OrganizationFailure.unknown(request.organization)
    }
    guard let known = snapshot.record(Dataset.self, slug) else {
      try Required.text(request.title ?? "", "title", fr: "Le titre", en: "The title")
      return
    }
    guard known.organization == request.organization else {
      throw DatasetFailure.otherOrganization(slug, known.organization)
    }
    // A slug made from a title must not take over a dataset that has another title.
    if request.dataset == nil, known.title != request.title {
      throw DatasetFailure.taken(slug, title: known.title)
    }
  }

  private static func slug(of request: PublicationRequest) throws -> String {
    if let slug = request.dataset {
      guard Slug.isValid(slug) else { throw DatasetFailure.badSlug(slug) }
      return slug
    }
    try Required.text(request.title ?? "", "title", fr: "Le titre", en: "The title")
    guard let slug = Slug.make(from: request.title ?? "") else {
      throw DatasetFailure.badSlug(request.title ?? "")
    }
    return slug
  }
}

extension PublicationRequest {
  /// The recipe to make a version with, where the current one was made with another.
  func recipe(replaying inherited: Recipe) -> Recipe {
    var recipe = recipe ?? inherited
    if let sheet { recipe = recipe.adding(.readSheet(name: sheet)) }
    if let headerRow { recipe = recipe.adding(.readHeader(row: headerRow)) }
    return recipe
  }

  /// What it changes in the dataset's description.
  var changes: DatasetChanges {
    var changes = changing
    changes.title = title ?? changes.title
    changes.description = description ?? changes.description
    changes.theme = theme ?? changes.theme
    changes.licence = licence ?? changes.licence
    changes.keywords = keywords ?? changes.keywords
    changes.frequency = frequency ?? changes.frequency
    changes.territories = territories ?? changes.territories
    changes.period = period ?? changes.period
    changes.contact = contact ?? changes.contact
    changes.access = access ?? changes.access
    return changes
  }
}
