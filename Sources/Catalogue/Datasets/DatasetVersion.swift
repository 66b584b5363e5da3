public import Messages
public import Register
public import Tabular

/// An immutable state of a dataset's data: the file as it came and the table read from it.
public struct DatasetVersion: Record {
  /// The kind's name in the journal.
  public static var kind: String { "version" }

  /// The id: the dataset's slug, `@`, and the version's number (`arbres@3`).
  public var id: String
  /// The dataset's slug.
  public var dataset: String
  /// The number of the version, from 1.
  public var number: Int
  /// When it was published, ISO 8601 UTC.
  public var publishedAt: String
  /// The original file, byte for byte.
  public var original: StoredFile
  /// The SHA-256 of the table's manifest in the lake, in hexadecimal; `nil` for a file that is no table.
  public var table: String?
  /// The number of rows.
  public var rows: Int
  /// The columns in order.
  public var columns: [Column]
  /// How many cells, rows or columns need mending, by severity.
  public var errors: Int
  /// The number of warnings.
  public var warnings: Int
  /// The SHA-256 of the whole inspection report in the lake (`Inspection` as JSON), where it was kept.
  public var inspection: String?
  /// The recipe it was made with, which the next version replays; `nil` where the file was taken as it came.
  public var recipe: Recipe?
  /// The id of the deposit it comes from; `nil` where it was published at the command line.
  public var deposit: String?
  /// What checking it against the schema that the dataset claims told, when it was published.
  public var schemaCheck: SchemaSummary?
  /// The id of the elimination it is the remainder of: its file is a CSV of the records that stay, as the file
  /// before had them, which the recipe's reading steps do not bear on.
  public var elimination: String?

  /// A column of the version's table.
  public struct Column: Codable, Sendable, Equatable {
    /// The name.
    public var name: String
    /// The type.
    public var type: ColumnType
    /// The format, where one holds.
    public var format: ColumnFormat?
    /// What it means, in the producer's words.
    public var description: String?
    /// How many cells have the type and format.
    public var valid: Int
    /// How many filled cells have not.
    public var invalid: Int
    /// How many cells are empty.
    public var missing: Int
    /// The sign of personal data found in it, if any.
    public var personal: PersonalSign?

    /// Describes a column.
    public init(
      name: String,
      type: ColumnType,
      format: ColumnFormat? = nil,
      description: String? = nil,
      valid: Int = 0,
      invalid: Int = 0,
      missing: Int = 0,
      personal: PersonalSign? = nil
    ) {
      self.name = name
      self.type = type
      self.format = format
      self.description = description
      self.valid = valid
      self.invalid = invalid
      self.missing = missing
      self.personal = personal
    }

    /// Describes a column by what its inspection found.
    public init(_ report: ColumnReport, description: String? = nil) {
      self.init(
        name: report.name,
        type: report.type,
        format: report.format,
        description: description,
        valid: report.valid,
        invalid: report.invalid,
        missing: report.missing,
        personal: report.personal
      )
    }
  }

  /// A file kept in the lake.
  public struct StoredFile: Codable, Sendable, Equatable {
    /// The name it came with, without folders.
    public var name: String
    /// The SHA-256 of its bytes, lower-case hexadecimal.
    public var digest: String
    /// Its size in bytes.
    public var bytes: Int
    /// Its media type.
    public var mediaType: String
    /// The container or text format the reader recognised: `csv`, `xlsx`, `geojson`.
    public var container: String
    /// The character encoding, for text.
    public var encoding: String

    /// Describes a file.
    public init(
      name: String,
      digest: String,
      bytes: Int,
      mediaType: String,
      container: String,
      encoding: String
    ) {
      self.name = name
      self.digest = digest
      self.bytes = bytes
      self.mediaType = mediaType
      self.container = container
      self.encoding = encoding
    }
  }

  /// Makes a version.
  public init(
    dataset: String,
    number: Int,
    publishedAt: String,
    original: StoredFile,
    table: String?,
    rows: Int,
    columns: [Column],
    errors: Int,
    warnings: Int,
    inspection: String? = nil,
    recipe: Recipe? = nil,
    deposit: String? = nil,
    schemaCheck: SchemaSummary? = nil
  ) {
    id = "\(dataset)@\(number)"
    self.dataset = dataset
    self.number = number
    self.publishedAt = publishedAt
    self.original = original
    self.table = table
    self.rows = rows
    self.columns = columns
    self.errors = errors
    self.warnings = warnings
    self.inspection = inspection
    self.recipe = recipe
    self.deposit = deposit
    self.schemaCheck = schemaCheck
  }
}

extension DatasetVersion {
  /// Whether the public may have the original file: its recipe hides nothing of it.
  public var isOriginalPublic: Bool { recipe?.isProtective != true }

  /// Why the original file is not given.
  public static let originalWithheld = Failure(
    "version.original.withheld",
    .forbidden,
    fr: "Le fichier d’origine n’est pas communiqué\u{A0}: des données en ont été retirées ou protégées avant "
      + "la publication.",
    en: "The original file is not given: data was removed from it or protected before it was published.",
    remedy: Bilingual(
      fr: "Téléchargez les données publiées\u{A0}: CSV, JSON ou Parquet.",
      en: "Download the published data: CSV, JSON or Parquet."
    )
  )

  /// How many cells have the type and format of their column.
  public var validCells: Int { columns.reduce(0) { $0 + $1.valid } }

  /// How many filled cells have not.
  public var invalidCells: Int { columns.reduce(0) { $0 + $1.invalid } }

  /// Whether the table has coordinates or shapes: in a column, or in two of latitudes and longitudes.
  public var isGeographic: Bool {
    columns.contains { $0.type == .geopoint || $0.type == .geometry }
      || (columns.contains { $0.isCoordinate("lat") } && columns.contains { $0.isCoordinate("lon") })
  }
}

extension DatasetVersion.Column {
  fileprivate func isCoordinate(_ axis: String) -> Bool {
    guard type == .number || type == .integer else { return false }
    let names =
      axis == "lat"
      ? ["lat", "latitude", "y_lat", "ylat"] : ["lon", "long", "lng", "longitude", "x_long", "xlong"]
    return format?.rawValue.contains(axis == "lat" ? "latitude" : "longitude") == true
      || names.contains(name.lowercased())
      || name.lowercased().hasSuffix(axis == "lat" ? "_latitude" : "_longitude")
      || name.lowercased().hasSuffix(axis == "lat" ? "_lat" : "_lon")
  }
}
