import Catalogue
import Foundation
public import Governance
import Lake
import Messages
public import Register
import Tabular

/// Erases for good the rows in which a search found a person (GDPR, article 17): what stays of the dataset is a
/// new version, and the versions before it go with their files.
struct ErasePerson: Act {
  static var name: String { "erase-person" }

  let search: String
  let dataset: String
  let why: String
  let visa: ArchiveVisa?
  let found: FoundPerson
  let prepared: PreparedElimination

  /// The right to erase where the data is, and to decide on personal data where the search was made.
  func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.erasurePermissions(of: dataset, after: search)
  }

  func decide(in context: ActContext) throws -> Decision<PersonSearch> {
    guard var known = context.snapshot.record(PersonSearch.self, search) else {
      throw PersonSearchFailure.unknown
    }
    let visa = try context.neededVisa(visa, of: dataset)
    let work = try prepared.replacement(of: dataset, after: known, visa, context, ground: "RGPD, art. 17")
    var erasure = PersonErasure(
      dataset: dataset,
      rows: found.numbers.count,
      versions: prepared.versions.map(\.key.id),
      newVersion: work.elimination.newVersion,
      by: context.actor.id,
      at: context.now,
      reason: why
    )
    erasure.visa = visa
    known.erasures.append(erasure)
    return Decision(work.drafts + [try .put(known)], erasing: work.erasing.sorted(), outcome: known)
  }
}

extension PreparedElimination {
  /// The changes that put what stays of a dataset in the place of every version of it.
  func replacement(
    of dataset: String,
    after search: PersonSearch,
    _ visa: ArchiveVisa?,
    _ context: ActContext,
    ground: String
  ) throws -> EliminationDrafts {
    var elimination = Elimination(
      id: search.id,
      organization: search.organization,
      title: ground,
      keeping: Keeping(createdAt: context.now)
    )
    elimination.dataset = dataset
    elimination.extent = .rows
    (elimination.visaNumber, elimination.visaDate) = (visa?.number, visa?.date)
    elimination.visaAuthority = visa?.authority
    try checkStill(elimination, in: context.snapshot)
    var work = EliminationDrafts(elimination, self, context, ground: ground)
    try work.erase()
    try work.putWhatStays()
    return work
  }
}

extension ActContext {
  /// The visa of the archives, checked, where a rule of retention makes it necessary (article L212-2).
  ///
  /// - Throws: `Failure` where it is missing or wrong.
  func neededVisa(_ visa: ArchiveVisa?, of dataset: String) throws -> ArchiveVisa? {
    guard let rule = snapshot.visaRules(of: dataset).first else { return nil }
    guard let visa, !visa.isBlank else { throw PersonSearchFailure.visa(rule) }
    try Required.text(visa.number, "number", fr: "Le numéro du visa", en: "The number of the visa")
    try Required.text(visa.authority, "authority", fr: "L’autorité", en: "The authority")
    try Required.length(
      visa.number,
      max: 200,
      "number",
      fr: "Le numéro du visa",
      en: "The number of the visa"
    )
    try Required.length(visa.authority, max: 200, "authority", fr: "L’autorité", en: "The authority")
    try checkPast(visa.date, "date", fr: "La date du visa", en: "The date of the visa")
    return visa
  }
}

extension Snapshot {
  /// The rules of retention in force that make a dataset public archive: nothing of it goes without the visa.
  public func visaRules(of dataset: String) -> [RetentionRule] {
    records(RetentionRule.self)
      .filter { $0.dataset == dataset && $0.keeping.status == .current && $0.needsVisa }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }
}

extension Snapshot {
  func erasurePermissions(of dataset: String, after search: String) -> [Permission] {
    [
      Permission(.erase, on: record(Dataset.self, dataset)?.organization),
      Permission(.protect, on: record(PersonSearch.self, search)?.organization),
    ]
  }
}

extension Platform {
  /// Erases the rows of a dataset in which a search found a person.
  ///
  /// - Parameters:
  ///   - visa: The visa of the archives, where a rule of retention makes it necessary.
  ///   - reason: Why, in words that hold nothing of the person: they stay in the trace.
  /// - Throws: `Failure` when it is refused, or when the data changed since the search; nothing is erased then.
  @discardableResult
  public func erasePerson(
    foundBy search: String,
    in dataset: String,
    visa: ArchiveVisa? = nil,
    reason: String,
    as actor: Register.Actor
  ) async throws -> PersonSearch {
    let found = try await foundPerson(search, in: dataset, reason: reason, as: actor)
    let context = ActContext(snapshot: state.snapshot, actor: actor, now: now)
    _ = try context.neededVisa(visa, of: dataset)
    return try await replaceVersions(of: found, as: actor) { keeping, table in
      guard found.numbers.count < table.manifest.rows else { return nil }
      return try keeping.run(without: found.numbers, of: table)
    } act: { prepared in
      ErasePerson(
        search: search,
        dataset: dataset,
        why: reason.trimmingBlanks,
        visa: visa,
        found: found,
        prepared: prepared
      )
    }
  }
}
