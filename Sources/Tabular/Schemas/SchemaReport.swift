/// What checking a table against a schema tells.
public struct SchemaReport: Codable, Sendable, Equatable {
  /// The columns, compared.
  public var match: SchemaMatch
  /// The columns of the table that bear another name than the schema’s.
  public var renames: [SchemaMatch.Pair]
  /// How many rows were checked.
  public var rows: Int
  /// How many cells of known columns were checked.
  public var cells: Int
  /// How many of them have a fault.
  public var invalidCells: Int
  /// The findings: most severe first, then in file order; the first of each kind in each column.
  public var findings: [Finding]
  /// How many there are in all.
  public var findingCount: Int

  private enum CodingKeys: String, CodingKey {
    case match, renames, rows, cells
    case invalidCells = "invalid_cells"
    case findings
    case findingCount = "finding_count"
  }

  /// Whether all that is required is there under its name and no cell has a fault.
  public var isRespected: Bool {
    match.missingRequired.isEmpty && renames.isEmpty && invalidCells == 0
  }

  /// What a version of a dataset keeps of it.
  public var summary: SchemaSummary {
    SchemaSummary(
      schema: match.schema,
      version: match.version,
      missingRequired: match.missingRequired,
      renamed: renames.map(\.column),
      cells: cells,
      invalidCells: invalidCells
    )
  }
}

/// What is kept of a check against a schema.
public struct SchemaSummary: Codable, Sendable, Equatable {
  /// The id of the schema.
  public var schema: String
  /// The version of the schema.
  public var version: String
  /// The required columns that are not there.
  public var missingRequired: [String]
  /// The columns that bear another name than the schema’s.
  public var renamed: [String]
  /// How many cells were checked.
  public var cells: Int
  /// How many have a fault.
  public var invalidCells: Int

  /// Sums up a check.
  public init(
    schema: String,
    version: String,
    missingRequired: [String] = [],
    renamed: [String] = [],
    cells: Int,
    invalidCells: Int
  ) {
    self.schema = schema
    self.version = version
    self.missingRequired = missingRequired
    self.renamed = renamed
    self.cells = cells
    self.invalidCells = invalidCells
  }

  /// The share of the cells that have a fault, from 0 to 1.
  public var invalidShare: Double { cells == 0 ? 0 : Double(invalidCells) / Double(cells) }

  /// Whether the table respects the schema but for one cell in a hundred at most.
  public var isRespected: Bool { missingRequired.isEmpty && renamed.isEmpty && invalidShare <= 0.01 }
}
