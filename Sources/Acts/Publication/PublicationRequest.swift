public import Catalogue
public import Foundation
public import Register
public import Tabular

/// A file to publish, and what its producer says of it.
///
/// What is `nil` stays as it was for a known dataset.
public struct PublicationRequest: Sendable {
  /// Where the file is.
  public var file: URL
  /// The name it came with; its name on this disk when `nil`.
  ///
  /// Folders in it are dropped.
  public var fileName: String?
  /// The dataset's slug; made from the title when `nil`.
  public var dataset: String?
  /// The slug of the organisation that answers for it.
  public var organization: String
  /// The title.
  public var title: String?
  /// The description, in the safe subset of Markdown.
  public var description: String?
  /// The slug of the theme.
  public var theme: String?
  /// The licence: its id, or its name or address as other catalogues write it.
  public var licence: String?
  /// The keywords.
  public var keywords: [String]?
  /// How often it is updated.
  public var frequency: Frequency?
  /// The territories covered.
  public var territories: [String]?
  /// The span of time the data tells of.
  public var period: Period?
  /// Whom to write to.
  public var contact: Contact?
  /// Who may read the data.
  public var access: AccessLevel?
  /// What columns mean, by name.
  public var columnDescriptions: [String: String]
  /// What only a person can tell.
  public var declaration: PublicationDeclaration?
  /// The sheet or layer to read.
  public var sheet: String?
  /// The header's record number; 0 when there is none, `nil` to find it.
  public var headerRow: Int?
  /// The steps that mend the file and protect people in it; `nil` to replay those of the current version.
  ///
  /// `sheet` and `headerRow` become steps of it.
  public var recipe: Recipe?
  /// The id of the deposit it comes from; `nil` at the command line.
  public var deposit: String?
  /// What else is to change in the description; the fields above come first.
  public var changing = DatasetChanges()
  /// Why.
  public var reason: String?
  /// The date it is given, for territories that are made up; now when `nil`.
  public var at: Moment?

  /// Asks for a publication.
  public init(
    file: URL,
    fileName: String? = nil,
    dataset: String? = nil,
    organization: String,
    title: String? = nil,
    description: String? = nil,
    theme: String? = nil,
    licence: String? = nil,
    keywords: [String]? = nil,
    frequency: Frequency? = nil,
    territories: [String]? = nil,
    period: Period? = nil,
    contact: Contact? = nil,
    access: AccessLevel? = nil,
    columnDescriptions: [String: String] = [:],
    declaration: PublicationDeclaration? = nil,
    sheet: String? = nil,
    headerRow: Int? = nil,
    recipe: Recipe? = nil,
    reason: String? = nil,
    at: Moment? = nil
  ) {
    self.file = file
    self.fileName = fileName
    self.dataset = dataset
    self.organization = organization
    self.title = title
    self.description = description
    self.theme = theme
    self.licence = licence
    self.keywords = keywords
    self.frequency = frequency
    self.territories = territories
    self.period = period
    self.contact = contact
    self.access = access
    self.columnDescriptions = columnDescriptions
    self.declaration = declaration
    self.sheet = sheet
    self.headerRow = headerRow
    self.recipe = recipe
    self.reason = reason
    self.at = at
  }
}

/// What became of a publication.
public struct Publication: Sendable {
  /// What was done.
  public enum Outcome: String, Codable, Sendable {
    /// A dataset with its first version.
    case created
    /// A new version of a known dataset.
    case updated
    /// The same bytes as the current version: its description was changed at most.
    case unchanged
  }

  /// What was done.
  public let outcome: Outcome
  /// The dataset as it is now.
  public let dataset: Dataset
  /// The version the public sees.
  public let version: DatasetVersion
  /// What reading the file told.
  public let inspection: Inspection
  /// What the rules say of it.
  public let assessments: [Assessment]
}

/// How far a publication is.
public enum PublicationProgress: Sendable, Equatable {
  /// The file is being kept.
  case keeping
  /// Its rows are being read and profiled.
  case inspecting(rows: Int)
  /// Its table is being made.
  case storing(rows: Int)
  /// The journal takes it.
  case recording
}
