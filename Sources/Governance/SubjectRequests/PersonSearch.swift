import Messages
public import Register

/// The trace of a search for a person: who searched, why, and where something was found.
///
/// It keeps a digest of what was searched, under the territory's secret, and never the identifier itself.
public struct PersonSearch: Record {
  /// The kind's name in the journal.
  public static var kind: String { "person-search" }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation whose data was searched, with those below it.
  public var organization: String
  /// Who searched: an actor's id.
  public var by: String
  /// When.
  public var at: Moment
  /// Why.
  public var reason: String
  /// The request it was made for: the id of its record.
  public var request: String?
  /// A keyed digest of what was searched: the same identifier has the same one.
  public var digest: String
  /// How many activities were looked at.
  public var activities: Int
  /// The datasets searched, by slug.
  public var datasets: [String]
  /// Where something was found.
  public var findings: [PersonFinding]
  /// What was erased since.
  public var erasures: [PersonErasure]
  /// What was corrected since.
  @EmptyIfAbsent public var corrections: [PersonCorrection]

  /// Notes a search.
  public init(
    id: String,
    organization: String,
    by: String = "",
    at: Moment,
    reason: String,
    request: String? = nil,
    digest: String,
    activities: Int = 0,
    datasets: [String] = [],
    findings: [PersonFinding] = []
  ) {
    self.id = id
    self.organization = organization
    self.by = by
    self.at = at
    self.reason = reason
    self.request = request
    self.digest = digest
    self.activities = activities
    self.datasets = datasets
    self.findings = findings
    erasures = []
  }
}

/// Rows in which a person was found, by column.
public struct PersonFinding: Codable, Sendable, Equatable {
  /// The dataset's slug.
  public var dataset: String
  /// The version searched.
  public var version: String
  /// The column.
  public var column: String
  /// How many rows.
  public var rows: Int
  /// The numbers of the first rows in their file.
  public var numbers: [Int]

  /// The most row numbers that are kept.
  public static let numbersMax = 1000

  /// Notes a finding.
  public init(dataset: String, version: String, column: String, rows: Int, numbers: [Int]) {
    self.dataset = dataset
    self.version = version
    self.column = column
    self.rows = rows
    self.numbers = numbers
  }
}

/// Rows that were erased after a search.
public struct PersonErasure: Codable, Sendable, Equatable {
  /// The dataset's slug.
  public var dataset: String
  /// How many rows.
  public var rows: Int
  /// The versions erased.
  public var versions: [String]
  /// The version that stays; `nil` where no row does.
  public var newVersion: String?
  /// Who erased: an actor's id.
  public var by: String
  /// When.
  public var at: Moment
  /// Why.
  public var reason: String
  /// The visa of the archives, where it was needed.
  public var visa: ArchiveVisa?

  /// Notes an erasure.
  public init(
    dataset: String,
    rows: Int,
    versions: [String],
    newVersion: String?,
    by: String,
    at: Moment,
    reason: String
  ) {
    self.dataset = dataset
    self.rows = rows
    self.versions = versions
    self.newVersion = newVersion
    self.by = by
    self.at = at
    self.reason = reason
  }
}

/// Cells that were corrected after a search: in which columns, and never what they held.
public struct PersonCorrection: Codable, Sendable, Equatable {
  /// The dataset's slug.
  public var dataset: String
  /// The columns.
  public var columns: [String]
  /// The versions erased.
  public var versions: [String]
  /// The version that stays.
  public var newVersion: String?
  /// Who corrected: an actor's id.
  public var by: String
  /// When.
  public var at: Moment
  /// Why.
  public var reason: String
  /// The visa of the archives, where it was needed: the versions before went.
  public var visa: ArchiveVisa?

  /// Notes a correction.
  public init(
    dataset: String,
    columns: [String],
    versions: [String],
    newVersion: String?,
    by: String,
    at: Moment,
    reason: String
  ) {
    self.dataset = dataset
    self.columns = columns
    self.versions = versions
    self.newVersion = newVersion
    self.by = by
    self.at = at
    self.reason = reason
  }
}

/// The agreement of the archives to an elimination (Code du patrimoine, article L212-2).
public struct ArchiveVisa: Codable, Sendable, Equatable {
  /// Its number.
  public var number: String
  /// Its day, ISO 8601.
  public var date: String
  /// Who gave it.
  public var authority: String

  /// Notes a visa.
  public init(number: String, date: String, authority: String) {
    (self.number, self.date, self.authority) = (number, date, authority)
  }

  /// Whether nothing of it is said.
  public var isBlank: Bool { number.isEmpty && date.isEmpty && authority.isEmpty }
}

extension RecordKind {
  /// Searches for a person.
  public static let personSearch = RecordKind(
    PersonSearch.self,
    label: Bilingual(fr: "Recherche d’une personne", en: "Search for a person"),
    plural: Bilingual(fr: "Recherches de personnes", en: "Searches for people"),
    fields: [
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisme",
        en: "Body",
        visibility: .restricted
      ),
      RecordField("by", .text, fr: "Par", en: "By", visibility: .restricted),
      RecordField("at", .moment, fr: "Le", en: "On", visibility: .restricted),
      RecordField("reason", .text, fr: "Motif", en: "Reason", required: true, visibility: .restricted),
      RecordField(
        "request",
        .reference(kind: "subject-request"),
        fr: "Demande",
        en: "Request",
        visibility: .restricted
      ),
      RecordField(
        "digest",
        .text,
        fr: "Empreinte de l’identifiant cherché",
        en: "Digest of what was searched",
        visibility: .restricted
      ),
      RecordField("activities", .integer, fr: "Activités", en: "Activities", visibility: .restricted),
      RecordField(
        "datasets",
        .list(.reference(kind: "dataset")),
        fr: "Jeux cherchés",
        en: "Datasets searched",
        visibility: .restricted
      ),
      RecordField(
        "findings",
        .list(
          .group([
            RecordField("dataset", .reference(kind: "dataset"), fr: "Jeu", en: "Dataset"),
            RecordField("version", .text, fr: "Version", en: "Version"),
            RecordField("column", .text, fr: "Colonne", en: "Column"),
            RecordField("rows", .integer, fr: "Lignes", en: "Rows"),
            RecordField("numbers", .list(.integer), fr: "Numéros", en: "Numbers"),
          ])
        ),
        fr: "Trouvé",
        en: "Found",
        visibility: .restricted
      ),
      RecordField(
        "erasures",
        .list(
          .group([
            RecordField("dataset", .reference(kind: "dataset"), fr: "Jeu", en: "Dataset"),
            RecordField("rows", .integer, fr: "Lignes", en: "Rows"),
            RecordField("reason", .text, fr: "Motif", en: "Reason"),
            RecordField("by", .text, fr: "Par", en: "By"),
            RecordField("at", .moment, fr: "Le", en: "On"),
          ])
        ),
        fr: "Effacé",
        en: "Erased",
        visibility: .restricted
      ),
      RecordField(
        "corrections",
        .list(
          .group([
            RecordField("dataset", .reference(kind: "dataset"), fr: "Jeu", en: "Dataset"),
            RecordField("columns", .list(.text), fr: "Colonnes", en: "Columns"),
            RecordField("reason", .text, fr: "Motif", en: "Reason"),
            RecordField("by", .text, fr: "Par", en: "By"),
            RecordField("at", .moment, fr: "Le", en: "On"),
          ])
        ),
        fr: "Rectifié",
        en: "Rectified",
        visibility: .restricted
      ),
    ]
  )
}
