public import Register

/// The elimination of what is past its date: proposed, decided, with the visa of the archives where it takes
/// one, executed, and proved by counts and digests.
public struct Elimination: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "elimination" }
  /// The register of eliminations.
  public static var register: RegisterKind { .elimination }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that holds what is eliminated.
  public var organization: String
  /// What it is called on its slip.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// What it covers, where no dataset tells it: shelves, boxes, years.
  public var description: String?
  /// The rule's id.
  public var rule: String?
  /// What it covers.
  public var extent: RetentionRule.Extent?
  /// The dataset's slug.
  public var dataset: String?
  /// What starts on this day or before is covered, ISO 8601.
  public var cutoff: String?
  /// The version whose rows are covered, by its id.
  public var version: String?
  /// The digest of that version's table: other data is another selection.
  public var table: String?
  /// The versions covered, by their ids.
  @EmptyIfAbsent public var versions: [String]
  /// How many rows are covered.
  public var rows: Int?
  /// The oldest start date, ISO 8601.
  public var oldest: String?
  /// The newest start date, ISO 8601.
  public var newest: String?
  /// How many rows have no date that can be read: they are not covered.
  public var undated: Int?
  /// The SHA-256 of what is covered.
  public var selection: String?
  /// What becomes of it.
  public var fate: RetentionRule.Fate?
  /// Whether it takes a visa.
  public var needsVisa: Bool?
  /// Where it is on its way.
  public var state: State?
  /// Who proposed it: an actor's id.
  public var proposedBy: String?
  /// When it was proposed.
  public var proposedAt: Moment?
  /// Who decided: an actor's id.
  public var decidedBy: String?
  /// When it was decided.
  public var decidedAt: Moment?
  /// The decision in the decider's words.
  public var decision: String?
  /// The number of the visa.
  public var visaNumber: String?
  /// The date of the visa, ISO 8601.
  public var visaDate: String?
  /// Who gave the visa.
  public var visaAuthority: String?
  /// The number of the transfer slip, where it went to an archive service.
  public var slip: String?
  /// The day of the transfer, ISO 8601.
  public var transferredOn: String?
  /// Who executed it: an actor's id.
  public var executedBy: String?
  /// When it was executed.
  public var executedAt: Moment?
  /// The versions whose content was erased.
  @EmptyIfAbsent public var erasedVersions: [String]
  /// The SHA-256 of the files that nothing refers to any more: none of them may be found again.
  @EmptyIfAbsent public var erasedFiles: [String]
  /// The version without what was eliminated.
  public var newVersion: String?
  /// How many rows stay.
  public var rowsKept: Int?
  /// How many entries of the journal lost their content.
  public var entriesErased: Int?
  /// How many deposits lost their file.
  public var depositsCleared: Int?
  /// What proves it, where it was done outside Arpent.
  public var proof: String?
  /// Whether a backup older than the elimination was restored: it is to be executed again.
  public var isToRepeat: Bool?

  /// Where an elimination is on its way.
  public enum State: String, Codable, Sendable, CaseIterable {
    case proposed, approved, refused, executed
  }

  /// An elimination that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// Whether a visa was recorded.
  public var hasVisa: Bool { visaNumber != nil && visaDate != nil && visaAuthority != nil }

  /// Whether it still waits for something.
  public var isOpen: Bool { state == .proposed || state == .approved }

  /// Whether what it covers is to reach an archive service first.
  public var needsTransfer: Bool { fate.map { $0 != .destroy } ?? true }

  /// Whether it settles what a rule found past its date on a day: it is under way, or was executed since.
  public func settles(_ rule: RetentionRule, dueSince day: String) -> Bool {
    self.rule == rule.id && (isOpen || (state == .executed && executedAt.map { day < $0.day } ?? false))
  }

  /// What a person may write by hand: all else comes from acts.
  static func prepare(_ record: inout Elimination, _ old: Elimination?) {
    var kept =
      old ?? Elimination(id: record.id, organization: record.organization, title: "", keeping: record.keeping)
    if old == nil {
      kept.extent = .series
      kept.rule = record.rule
    }
    kept.title = record.title
    kept.keeping = record.keeping
    if old?.state != .executed { kept.description = record.description }
    if old?.state == nil { kept.rule = record.rule }
    record = kept
  }
}
