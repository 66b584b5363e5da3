public import Catalogue
import Governance
public import Register

/// Describes a dataset: a known one, or a draft.
///
/// A public one must still pass the gate.
public struct DescribeDataset: Act {
  /// The act's name in the journal.
  public static var name: String { "describe-dataset" }

  /// The dataset's slug.
  public var dataset: String
  /// What changes.
  public var changes: DatasetChanges
  /// What its producer declares, if that changes.
  public var declaration: PublicationDeclaration?
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(
    _ dataset: String,
    _ changes: DatasetChanges,
    declaration: PublicationDeclaration? = nil,
    reason: String? = nil
  ) {
    self.dataset = dataset
    self.changes = changes
    self.declaration = declaration
    self.reason = reason
  }

  /// The right to produce data for its organisation, and for the one it moves to; to publish, once it is
  /// public.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(Dataset.self, dataset)
    let right: Permission.Right = known?.status == .published ? .publish : .produce
    let organizations = Set([known?.organization, changes.organization].compactMap(\.self))
    return organizations.isEmpty
      ? [Permission(right, dataset: dataset)]
      : organizations.sorted().map { Permission(right, on: $0, dataset: dataset) }
  }

  /// What the rules of publication say of a public dataset; nothing for a draft.
  public func assess(in context: ActContext) throws -> [Assessment] {
    let proposal = try described(in: context)
    guard proposal.status == .published else { return [] }
    return context.snapshot.assessPublication(
      of: proposal,
      declaration: declaration,
      on: context.now
    )
  }

  /// The description; no change where it is so already.
  public func decide(in context: ActContext) throws -> Decision<Dataset> {
    let proposal = try described(in: context)
    var drafts: [Draft] = []
    if proposal != context.snapshot.record(Dataset.self, dataset) { drafts.append(try .put(proposal)) }
    drafts += try context.snapshot.drafts(declaring: declaration, of: dataset)
    return Decision(drafts, outcome: proposal)
  }

  private func described(in context: ActContext) throws -> Dataset {
    let snapshot = context.snapshot
    let described = try changes.applied(to: snapshot.record(Dataset.self, dataset) ?? newDraft(in: context))
    guard snapshot.record(Organization.self, described.organization) != nil else {
      throw OrganizationFailure.unknown(described.organization)
    }
    return described
  }

  private func newDraft(in context: ActContext) throws -> Dataset {
    guard Slug.isValid(dataset) else { throw DatasetFailure.badSlug(dataset) }
    try Required.text(changes.title ?? "", "title", fr: "Le titre", en: "The title")
    try Required.text(
      changes.organization ?? "",
      "organization",
      fr: "L’organisation",
      en: "The organisation"
    )
    return Dataset.draft(dataset, organization: changes.organization ?? "", at: context.now)
  }
}

extension Dataset {
  /// A draft of which nothing is known yet.
  static func draft(_ slug: String, organization: String, at now: Moment) -> Dataset {
    Dataset(
      id: slug,
      title: "",
      organization: organization,
      theme: "administration",
      licence: "lov2",
      createdAt: now.text,
      updatedAt: now.text
    )
  }
}

extension TerritoryState {
  /// What the rules of publication say of a dataset as it is: the same ones that let it through.
  public func assessments(of dataset: Dataset, on now: Moment) -> [Assessment] {
    snapshot.assessPublication(of: dataset, on: now)
  }
}

extension Platform {
  /// What the rules of publication said of a dataset at a moment, with what was known and decided then.
  public func assessments(of dataset: Dataset, at moment: Moment) async throws -> [Assessment] {
    let subject = RecordKey(Dataset.self, dataset.id)
    var waivers: [Waiver] = []
    for waiver in state.snapshot.records(Waiver.self) where waiver.subject == subject {
      if let then = try await record(Waiver.self, waiver.id, at: moment) { waivers.append(then) }
    }
    let version = dataset.currentVersion.flatMap { state.snapshot.record(DatasetVersion.self, $0) }
    let facts = PublicationFacts(
      dataset: dataset,
      version: version,
      organization: try await record(Organization.self, dataset.organization, at: moment),
      declaration: try await record(PublicationDeclaration.self, dataset.id, at: moment),
      responsible: dataset.responsible.flatMap { state.snapshot.record(Person.self, $0) },
      review: version.flatMap { state.snapshot.reviewOf($0) },
      processing: state.snapshot.processingCoverage(of: dataset.id)
    )
    return PublicationRules.assess(facts, waivers: waivers, on: moment)
  }
}

extension Snapshot {
  /// What the rules of publication say of a dataset as it would be.
  ///
  /// - Parameters:
  ///   - version: the version the public would see; the current one when `nil`.
  ///   - declaration: what would be declared; what was declared when `nil`.
  func assessPublication(
    of dataset: Dataset,
    version: DatasetVersion? = nil,
    declaration: PublicationDeclaration? = nil,
    review: PublicationReview? = nil,
    on now: Moment
  ) -> [Assessment] {
    let current = dataset.currentVersion.flatMap { record(DatasetVersion.self, $0) }
    let facts = PublicationFacts(
      dataset: dataset,
      version: version ?? current,
      organization: record(Organization.self, dataset.organization),
      declaration: declaration ?? record(PublicationDeclaration.self, dataset.id),
      responsible: dataset.responsible.flatMap { record(Person.self, $0) },
      review: review ?? (version ?? current).flatMap { reviewOf($0) },
      processing: processingCoverage(of: dataset.id)
    )
    return PublicationRules.assess(facts, waivers: waivers(of: RecordKey(Dataset.self, dataset.id)), on: now)
  }

  /// The change that keeps a declaration; none where it is kept already.
  func drafts(declaring declaration: PublicationDeclaration?, of slug: String) throws -> [Draft] {
    guard var wanted = declaration else { return [] }
    wanted.id = slug
    return record(PublicationDeclaration.self, slug) == wanted ? [] : [try .put(wanted)]
  }
}
