/// What a step of a recipe does.
///
/// The JSON is flat and stable: `{"action":"drop-column","column":"Courriel","id":"s1"}`.
public enum RecipeAction: Sendable, Hashable {
  // Reading.
  /// Reads a sheet, layer or file of a container.
  case readSheet(name: String)
  /// Takes the column names from a record, by its number from 1; 0 when the file has none.
  case readHeader(row: Int)
  /// Reads the bytes in an encoding, by its IANA name.
  case readEncoding(name: String)
  /// Cuts lines at a separator.
  case readDelimiter(String)

  // Columns.
  /// Gives a column another name.
  case renameColumn(String, to: String)
  /// Takes a column out.
  case dropColumn(String)
  /// Takes a column out because it tells of people.
  case dropPersonalColumn(String)
  /// Says what the values of a column are, whatever most of them look like.
  case setType(column: String, type: ColumnType, format: ColumnFormat?)

  // Cells.
  /// Takes blanks away around values, in a column or in all.
  case trim(column: String?)
  /// Makes one blank of several, in a column or in all.
  case collapseBlanks(column: String?)
  /// Writes the texts of a column in capitals, small letters or with capital initials.
  case changeCase(column: String, to: LetterCase)
  /// Writes a value for another; the whole cell must be the value.
  case replaceValue(column: String, from: String, to: String)
  /// Empties the cells that hold one of some values: they say that there is none.
  case emptyValues(column: String, values: [String])
  /// Empties the cells that have not a type, format and notation.
  case emptyInvalid(column: String, type: ColumnType, format: ColumnFormat?, notation: String?)
  /// Mends texts that were encoded twice: `Ã©` for é.
  case decodeText(column: String?)
  /// Writes numbers one way: a decimal mark, no separator of thousands, a unit only where it is kept.
  case writeNumbers(column: String, decimal: DecimalMark, thousands: String?, keepsUnit: Bool)
  /// Writes dates as ISO 8601, read in an order where they do not tell it.
  case datesToISO(column: String, order: DayOrder)
  /// Writes booleans as two words.
  case writeBooleans(column: String, yes: String, no: String)
  /// Gives codes back the first zero that a spreadsheet took, where one digit is missing.
  case restoreZeros(column: String, digits: Int)

  // Rows.
  /// Takes out the rows without any value.
  case dropBlankRows
  /// Takes out the rows that sum up others: their first value is « Total », « Sous-total »…
  case dropTotalRows
  /// Takes out the rows that repeat an earlier one in all columns.
  case dropDuplicateRows
  /// Takes out the rows where a column holds a value.
  case dropRows(column: String, value: String)

  // Protection.
  /// Writes a pseudonym for each value, the same for the same value (GDPR art. 4(5)).
  case pseudonymise(column: String)
  /// Makes values less precise.
  case generalise(column: String, Generalisation)

  /// How letters are written.
  public enum LetterCase: String, Codable, Sendable, CaseIterable {
    case upper, lower, title
  }

  /// What stands before the decimals.
  public enum DecimalMark: String, Codable, Sendable, CaseIterable {
    case point, comma
  }

  /// Which comes first where a date does not tell.
  public enum DayOrder: String, Codable, Sendable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// How values become less precise.
  ///
  /// What is no such value becomes empty: nothing passes as it was.
  public enum Generalisation: Sendable, Hashable {
    /// Dates become their month: `2024-03`.
    case month
    /// Dates become their year.
    case year
    /// Numbers become a class of a width: « de 10 à moins de 20 ».
    case classes(width: Int)
    /// Postal codes and INSEE codes become their département.
    case departement
    /// Texts become their first characters.
    case prefix(Int)
  }
}

extension RecipeAction {
  /// Whether it hides something of the original file.
  public var isProtective: Bool {
    switch self {
    case .dropColumn, .dropPersonalColumn, .dropRows, .pseudonymise, .generalise: true
    default: false
    }
  }

  /// Whether it protects people: the next file must not be published when its column is not there.
  public var protectsPeople: Bool {
    switch self {
    case .dropPersonalColumn, .pseudonymise, .generalise: true
    default: false
    }
  }

  /// Whether it says how the file is read, before any row.
  public var isReading: Bool { readingKind != nil }

  /// Which part of reading it decides; one step decides each.
  var readingKind: String? { isReadingName ? name : nil }

  private var isReadingName: Bool {
    switch self {
    case .readSheet, .readHeader, .readEncoding, .readDelimiter: true
    default: false
    }
  }

  /// The column it is about, by its name when the step is done.
  public var column: String? {
    switch self {
    case .renameColumn(let column, _), .dropColumn(let column), .dropPersonalColumn(let column),
      .setType(let column, _, _), .changeCase(let column, _), .replaceValue(let column, _, _),
      .emptyValues(let column, _), .emptyInvalid(let column, _, _, _), .writeNumbers(let column, _, _, _),
      .datesToISO(let column, _), .writeBooleans(let column, _, _), .restoreZeros(let column, _),
      .dropRows(let column, _), .pseudonymise(let column), .generalise(let column, _):
      column
    case .trim(let column), .collapseBlanks(let column), .decodeText(let column): column
    case .readSheet, .readHeader, .readEncoding, .readDelimiter, .dropBlankRows, .dropTotalRows,
      .dropDuplicateRows:
      nil
    }
  }
}
