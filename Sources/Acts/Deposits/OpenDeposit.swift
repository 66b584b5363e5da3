import Catalogue
internal import CivilTime
import Messages
public import Register

/// Opens a deposit for a file that is in the lake already.
public struct OpenDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "open-deposit" }

  /// The deposit.
  public var deposit: Deposit

  /// Prepares the act.
  public init(_ deposit: Deposit) { self.deposit = deposit }

  /// The right to produce for its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.produce, on: deposit.organization, dataset: deposit.dataset)]
  }

  /// The deposit.
  ///
  /// An update starts from what the dataset says of itself and from its recipe.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    let snapshot = context.snapshot
    guard snapshot.record(Deposit.self, deposit.id) == nil else { throw DepositFailure.idTaken }
    guard snapshot.record(Organization.self, deposit.organization) != nil else {
      throw OrganizationFailure.unknown(deposit.organization)
    }
    var opened = deposit
    if let slug = deposit.dataset {
      guard let dataset = snapshot.record(Dataset.self, slug) else { throw DatasetFailure.unknown(slug) }
      guard dataset.organization == deposit.organization else {
        throw DatasetFailure.otherOrganization(slug, dataset.organization)
      }
    }
    opened.depositor = context.actor.id
    opened.state = .draft
    opened.decisions = []
    opened.createdAt = context.now
    opened.updatedAt = context.now
    _ = try opened.description.applied(
      to: .draft(opened.dataset ?? "d", organization: opened.organization, at: context.now)
    )
    return Decision([try .put(opened)], outcome: opened)
  }
}

/// Changes a deposit field by field, as it is typed.
public struct EditDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "edit-deposit" }

  /// The deposit's id.
  public var deposit: String
  /// The edits, each with the value the editor saw.
  public var edits: [FieldEdit]

  /// Prepares the act.
  public init(_ deposit: String, _ edits: [FieldEdit]) {
    self.deposit = deposit
    self.edits = edits
  }

  /// The fields that people fill in; the others change by acts of their own.
  static let editable: Set<String> = [
    "file", "recipe", "description", "columnDescriptions", "holdsSecret", "holdsThirdPartyRights",
    "personalData", "organization", "dataset",
  ]

  /// The right to produce for its organisation, and for the one it moves to.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(Deposit.self, deposit)
    var permissions = [Permission(.produce, on: known?.organization, dataset: known?.dataset)]
    for edit in edits {
      switch (edit.path, edit.wanted) {
      case (["organization"], .string(let slug)?): permissions.append(Permission(.produce, on: slug))
      case (["dataset"], .string(let slug)?):
        let owner = snapshot.record(Dataset.self, slug)?.organization
        permissions.append(Permission(.produce, on: owner, dataset: slug))
      default: break
      }
    }
    return permissions
  }

  /// The deposit and the fields that somebody else changed meanwhile.
  ///
  /// What was decided before is void once anything changes.
  public func decide(in context: ActContext) throws -> Decision<EditedRecord<Deposit>> {
    guard let known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    guard known.state == .draft || known.state == .returned else { throw DepositFailure.closed }
    guard edits.allSatisfy({ $0.path.first.map(Self.editable.contains) ?? false }) else {
      throw DepositFailure.notEditable
    }
    let edited = try known.edited(edits)
    guard edited.record != known else { return Decision([], outcome: edited) }
    var changed = edited.record
    // A half-typed description is kept as it is; only what could never be right is refused.
    var checked = changed.description
    if checked.title?.allSatisfy(\.isWhitespace) == true { checked.title = nil }
    if checked.period.map({ CivilDate($0.start) == nil }) == true { checked.period = nil }
    _ = try checked.applied(
      to: .draft(changed.dataset ?? "d", organization: changed.organization, at: context.now)
    )
    if let slug = changed.dataset,
      context.snapshot.record(Dataset.self, slug)?.organization != changed.organization
    {
      throw DatasetFailure.unknown(slug)
    }
    guard context.snapshot.record(Organization.self, changed.organization) != nil else {
      throw OrganizationFailure.unknown(changed.organization)
    }
    changed.decisions = []
    changed.updatedAt = context.now
    return Decision(
      [try .put(changed)],
      outcome: EditedRecord(record: changed, conflicts: edited.conflicts)
    )
  }
}

/// Refusals about deposits.
enum DepositFailure {
  static let idTaken = Failure(
    "deposit.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let unknown = Failure(
    "deposit.unknown",
    .missing,
    fr: "Ce dépôt n’existe pas.",
    en: "There is no such deposit."
  )

  static let closed = Failure(
    "deposit.closed",
    .conflict,
    fr: "Ce dépôt attend une décision ou est terminé\u{A0}: il ne se modifie plus.",
    en: "This deposit awaits a decision or is over: it can no longer be changed.",
    remedy: Bilingual(
      fr: "Reprenez-le d’abord, ou ouvrez-en un autre.",
      en: "Take it back first, or open another one."
    )
  )

  static let notEditable = Failure(
    "deposit.field",
    .forbidden,
    fr: "Ce champ ne se modifie pas directement.",
    en: "This field cannot be changed directly."
  )

  static let empty = Failure(
    "deposit.empty",
    .invalid,
    fr: "Ce dépôt n’a pas encore de fichier.",
    en: "This deposit has no file yet.",
    remedy: Bilingual(fr: "Déposez un fichier.", en: "Deposit a file."),
    pointer: "file"
  )

  static let needed = Failure(
    "publication.deposit",
    .forbidden,
    fr: "On publie à partir d’un dépôt, que d’autres peuvent relire.",
    en: "One publishes from a deposit, which others can review.",
    remedy: Bilingual(fr: "Ouvrez d’abord un dépôt.", en: "Open a deposit first.")
  )

  static let changed = Failure(
    "deposit.changed",
    .conflict,
    fr: "Ce dépôt a changé entre-temps.",
    en: "This deposit changed meanwhile.",
    remedy: Bilingual(fr: "Relisez-le, puis recommencez.", en: "Read it again, then try once more.")
  )

  static let ownWork = Failure(
    "deposit.own-work",
    .forbidden,
    fr: "On ne relit pas son propre dépôt.",
    en: "Nobody reviews their own deposit.",
    remedy: Bilingual(fr: "Demandez à un collègue.", en: "Ask a colleague.")
  )

  static let notSubmitted = Failure(
    "deposit.not-submitted",
    .conflict,
    fr: "Ce dépôt n’attend pas de décision.",
    en: "This deposit awaits no decision.",
    remedy: Bilingual(
      fr: "Il a pu être repris ou déjà traité\u{A0}: rouvrez-le.",
      en: "It may have been taken back or dealt with: open it again."
    )
  )
}
