import Catalogue
public import DataContracts
import Governance
public import Messages
public import Register

/// What becomes of the contracts of a file of essential data.
public struct EssentialImportReport: Sendable, Equatable {
  /// What becomes of one.
  public enum Outcome: Sendable, Equatable {
    /// It is new; what the format asks for and the file lacks is still to be filled in.
    case opened(missing: [Bilingual])
    /// The register has it already, and stays as it is; the fields that the file tells otherwise.
    case known(contract: String, differences: [Bilingual])
    /// It cannot be kept, for these reasons.
    case refused([Bilingual])
  }

  /// A contract of the file.
  public struct Line: Sendable, Equatable {
    /// Where it stands in its list, from 1.
    public let number: Int
    /// Whether it is in the list of concessions.
    public let isConcession: Bool
    /// The number that the authority gave it, and what it is about.
    public let title: String
    /// What becomes of it.
    public let outcome: Outcome
  }

  /// The contracts, then the concessions, in the order of the file.
  public let lines: [Line]

  /// How many are new.
  public var opened: Int { lines.count { if case .opened = $0.outcome { true } else { false } } }
  /// How many are there already.
  public var known: Int { lines.count { if case .known = $0.outcome { true } else { false } } }
  /// How many are refused.
  public var refused: Int { lines.count - opened - known }
}

/// Takes the contracts of a DECP file in the register of an organisation.
///
/// Those that are not there yet, and that the register can keep exactly, are taken. The others are told with their reasons, and hold up none.
public struct ImportEssentialData: Act {
  /// The act's name in the journal.
  public static var name: String { "import-essential-data" }
  /// The most contracts that one file may hold.
  public static let most = 2_000

  /// The slug of the organisation that keeps them.
  public var organization: String
  /// The file.
  public var document: DECPDocument
  /// The ids that new records take, as many as there are contracts.
  public var ids: [String]
  /// Whether they are published elsewhere already: in force at once, and in the public file.
  public var isPublished: Bool

  /// Prepares the act.
  public init(_ organization: String, _ document: DECPDocument, ids: [String], isPublished: Bool) {
    self.organization = organization
    self.document = document
    self.ids = ids
    self.isPublished = isPublished
  }

  /// Prepares the act on a file.
  ///
  /// - Throws: `Failure` when it is no DECP file in JSON.
  public init(_ organization: String, file: [UInt8], isPublished: Bool, newID: () -> String) throws {
    let document = try DECPDocument(reading: file)
    let count = (document.contracts?.count ?? 0) + (document.concessions?.count ?? 0)
    self.init(organization, document, ids: (0..<count).map { _ in newID() }, isPublished: isPublished)
  }

  /// The right to write contracts; to publish where they are in force at once.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let rights = Contract.register.rights
    return [Permission(rights.write, on: organization)]
      + (isPublished ? [Permission(rights.decide, on: organization)] : [])
  }

  /// What would become of each contract, without changing anything.
  public func report(in snapshot: Snapshot, at now: Moment) throws -> EssentialImportReport {
    EssentialImportReport(lines: try outcomes(in: snapshot, at: now).map(\.line))
  }

  /// The new contracts.
  public func decide(in context: ActContext) throws -> Decision<EssentialImportReport> {
    let outcomes = try outcomes(in: context.snapshot, at: context.now)
    let drafts = outcomes.compactMap(\.draft)
    guard !drafts.isEmpty else { throw EssentialImportFailure.nothing }
    return Decision(drafts, outcome: EssentialImportReport(lines: outcomes.map(\.line)))
  }

  // MARK: Each contract

  private typealias Kept = (line: EssentialImportReport.Line, draft: Draft?)

  private func outcomes(in snapshot: Snapshot, at now: Moment) throws -> [Kept] {
    guard let owner = snapshot.record(Organization.self, organization) else {
      throw OrganizationFailure.unknown(organization)
    }
    let items =
      (document.contracts ?? []).enumerated().map { EssentialItem($1, number: $0 + 1) }
      + (document.concessions ?? []).enumerated().map { EssentialItem($1, number: $0 + 1) }
    guard !items.isEmpty else { throw SheetFileFailure.empty }
    guard items.count <= Self.most, ids.count >= items.count else {
      throw SheetFileFailure.tooMany(Self.most)
    }
    let known = Dictionary(
      snapshot.records(Contract.self).filter { $0.organization == organization }
        .compactMap { contract in contract.essentialKey.map { ($0, contract) } }
    ) { first, _ in first }
    var seen: Set<String> = []
    return try zip(items, ids).map { item, id in
      let (outcome, draft) = try kept(item, id, owner, known, &seen, snapshot, now)
      let line = EssentialImportReport.Line(
        number: item.number,
        isConcession: item.isConcession,
        title: item.title,
        outcome: outcome
      )
      return (line, draft)
    }
  }

  private func kept(
    _ item: EssentialItem,
    _ id: String,
    _ owner: Organization,
    _ known: [String: Contract],
    _ seen: inout Set<String>,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> (EssentialImportReport.Outcome, Draft?) {
    var contract = Contract(
      id: id,
      organization: organization,
      title: item.title.count > 200 ? item.title.prefix(200) + "…" : item.title,
      keeping: Keeping(createdAt: now)
    )
    item.fill(&contract)
    let key = contract.essentialKey
    if let key, !seen.insert(key).inserted { return (.refused([EssentialImportFailure.twice]), nil) }
    if let key, let there = known[key] {
      return (.known(contract: there.id, differences: try differences(there, contract)), nil)
    }
    let reasons = item.reasons(for: owner, kept: contract)
    guard reasons.isEmpty else { return (.refused(reasons), nil) }
    let tree = try JSONValue(encoding: contract)
    do {
      for field in Contract.register.fields where tree[field.key] != nil {
        try SheetChecks.check(tree[field.key], field, at: [field.key], in: snapshot)
      }
      let opened = try Contract.register.opened(
        id: id,
        organization: organization,
        title: contract.title,
        values: tree,
        in: snapshot,
        at: now
      ) { keeping in
        guard isPublished else { return }
        keeping.status = .current
        keeping.isPublic = contract.publishedOn != nil
      }
      return (.opened(missing: item.missing), opened.draft)
    } catch let failure as Failure { return (.refused([failure.message]), nil) }
  }

  /// The fields of the essential data that two contracts tell otherwise.
  private func differences(_ known: Contract, _ read: Contract) throws -> [Bilingual] {
    let essential: Set = [
      "type", "subject", "signedOn", "notifiedOn", "beginsOn", "months", "amount", "procurement",
      "concession",
      "publishedOn", "parties", "modifications", "subcontracts",
    ]
    let (one, other) = (try JSONValue(encoding: known.nameless), try JSONValue(encoding: read.nameless))
    return Contract.register.fields.filter { field in
      guard essential.contains(field.key), let wanted = other[field.key], !wanted.isBlank else {
        return false
      }
      return one[field.key] != wanted
    }
    .map(\.label)
  }
}

/// Refusals about files of essential data.
enum EssentialImportFailure {
  static let nothing = Failure(
    "contract.decp.nothing",
    .conflict,
    fr: "Ce fichier n’a aucun contrat à reprendre\u{A0}: ils sont déjà là, ou ne peuvent pas être gardés.",
    en: "This file has no contract to take in: they are there already, or cannot be kept.",
    remedy: Bilingual(
      fr: "Lisez ce qui est dit de chacun dans le rapport.",
      en: "Read what the report says of each."
    ),
    pointer: "fichier"
  )

  static let twice = Bilingual(
    fr: "Ce numéro est deux fois dans le fichier.",
    en: "This number is in the file twice."
  )
}

extension Contract {
  /// What tells a contract from the others of an organisation: the number that it gave it, the establishment that
  /// signed it, and whether it is a concession.
  fileprivate var essentialKey: String? {
    number.map { "\(type?.isConcession ?? false) \(siret ?? "") \($0)" }
  }

  /// The contract without what the format has no place for.
  fileprivate var nameless: Contract {
    var contract = self
    for index in contract.parties.indices { contract.parties[index].name = nil }
    for index in contract.modifications.indices {
      contract.modifications[index].subject = nil
      for row in contract.modifications[index].holders.indices {
        contract.modifications[index].holders[row].name = nil
      }
    }
    for index in contract.subcontracts.indices { contract.subcontracts[index].name = nil }
    return contract
  }
}
