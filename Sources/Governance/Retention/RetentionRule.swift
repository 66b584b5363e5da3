public import Messages
public import Register

/// How long a series of data or documents is kept, from when, on what ground, and what becomes of it then.
public struct RetentionRule: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "retention-rule" }
  /// The register of retention rules.
  public static var register: RegisterKind { .retentionRule }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that keeps the series.
  public var organization: String
  /// What the series is called.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// What it applies to.
  public var appliesTo: Extent?
  /// The dataset's slug, where it applies to one.
  public var dataset: String?
  /// The series or the type of documents, where there is no dataset.
  public var series: String?
  /// The categories of data.
  public var dataCategory: String?
  /// The column that holds the date the period runs from.
  public var dateColumn: String?
  /// The event the period runs from, where no column tells it.
  public var startEvent: String?
  /// The day the oldest part of a series without a dataset is past its date, ISO 8601.
  public var nextOn: String?
  /// From which day the period is counted.
  public var countsFrom: CountedFrom?
  /// How long it is in current use.
  public var activeCount: Int?
  /// The unit of the current use.
  public var activeUnit: RetentionPeriod.Unit?
  /// How long it is then kept as an intermediate archive.
  public var intermediateCount: Int?
  /// The unit of the intermediate archive.
  public var intermediateUnit: RetentionPeriod.Unit?
  /// The text that sets the period.
  public var ground: String?
  /// What becomes of it at the end.
  public var fate: Fate?
  /// How a sample is chosen.
  public var sampling: String?
  /// Whether it is public archive.
  public var isPublicArchive: Bool?
  /// The reference of the management table.
  public var managementTable: String?
  /// The archive service that receives what is kept.
  public var archiveService: String?

  /// What a rule applies to.
  public enum Extent: String, Codable, Sendable, CaseIterable {
    /// The rows of a dataset, each from its own date.
    case rows
    /// The versions of a dataset, each from its publication.
    case versions
    /// Documents that are no dataset here.
    case series
  }

  /// From which day a period is counted.
  public enum CountedFrom: String, Codable, Sendable, CaseIterable {
    /// The day itself.
    case event
    /// The last day of its year.
    case yearEnd = "year-end"
  }

  /// What becomes of a series at the end.
  public enum Fate: String, Codable, Sendable, CaseIterable {
    case keep, destroy, sort, transfer

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .keep: Bilingual(fr: "conservation définitive", en: "kept for ever")
      case .destroy: Bilingual(fr: "destruction", en: "destroyed")
      case .sort: Bilingual(fr: "tri ou échantillonnage", en: "sorted or sampled")
      case .transfer: Bilingual(fr: "versement aux archives", en: "transferred to archives")
      }
    }
  }

  /// A rule that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// The periods that run one after the other; `nil` while none is said.
  public var periods: [RetentionPeriod]? {
    let pairs = [(activeCount, activeUnit), (intermediateCount, intermediateUnit)]
    let periods = pairs.compactMap { count, unit in
      count.flatMap { $0 > 0 ? RetentionPeriod($0, unit ?? .years) : nil }
    }
    return periods.isEmpty ? nil : periods
  }

  /// Whether an elimination needs a visa: always, unless someone said that it is no public archive.
  public var needsVisa: Bool { isPublicArchive != false }
}

/// What the last look at the data found past its date under a rule.
///
/// It is written when that changes only.
public struct RetentionSurvey: Record {
  /// The kind's name in the journal.
  public static var kind: String { "retention-survey" }

  /// The rule's id.
  public var id: String
  /// How many rows or versions are past their date.
  public var due: Int
  /// How many have no date that can be read.
  public var undated: Int
  /// The oldest start date among those due, ISO 8601.
  public var oldest: String?
  /// Why the data could not be looked at, if it could not: a failure's code.
  public var trouble: String?
  /// When it was found so.
  public var since: Moment

  /// Notes what was found.
  public init(
    rule: String,
    due: Int,
    undated: Int,
    oldest: String?,
    trouble: String? = nil,
    since: Moment
  ) {
    id = rule
    self.due = due
    self.undated = undated
    self.oldest = oldest
    self.trouble = trouble
    self.since = since
  }
}

extension RecordKind {
  /// What was found past its date.
  public static let retentionSurvey = RecordKind(
    RetentionSurvey.self,
    label: Bilingual(fr: "Relevé d’échéances", en: "Survey of due dates"),
    plural: Bilingual(fr: "Relevés d’échéances", en: "Surveys of due dates"),
    fields: [
      RecordField("due", .integer, fr: "Échus", en: "Due", visibility: .members),
      RecordField("undated", .integer, fr: "Sans date lisible", en: "Undated", visibility: .members),
      RecordField("oldest", .date, fr: "Le plus ancien", en: "Oldest", visibility: .members),
      RecordField("trouble", .text, fr: "Empêchement", en: "Trouble", visibility: .members),
      RecordField("since", .moment, fr: "Depuis le", en: "Since", visibility: .members),
    ]
  )
}
