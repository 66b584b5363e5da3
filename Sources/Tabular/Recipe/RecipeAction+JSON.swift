/// A step as JSON: flat, with the keys its action has and no other.
private struct StepFields: Codable {
  var id: String
  var action: String
  var column: String?
  var name: String?
  var row: Int?
  var delimiter: String?
  var to: String?
  var from: String?
  var type: ColumnType?
  var format: ColumnFormat?
  var notation: String?
  var values: [String]?
  var value: String?
  var letters: RecipeAction.LetterCase?
  var decimal: RecipeAction.DecimalMark?
  var thousands: String?
  var keepsUnit: Bool?
  var order: RecipeAction.DayOrder?
  var yes: String?
  var no: String?
  var digits: Int?
  var into: String?
  var width: Int?
  var length: Int?

  init(id: String, action: String) {
    self.id = id
    self.action = action
  }
}

extension RecipeStep: Codable {
  /// Reads a step.
  public init(from decoder: any Decoder) throws {
    let fields = try StepFields(from: decoder)
    guard let action = RecipeAction(fields) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "“\(fields.action)” is no step of a recipe, or lacks what it needs."
        )
      )
    }
    self.init(id: fields.id, action: action)
  }

  /// Writes a step.
  public func encode(to encoder: any Encoder) throws {
    var fields = StepFields(id: id, action: action.name)
    action.write(into: &fields)
    try fields.encode(to: encoder)
  }
}

extension RecipeAction {
  /// The stable name in JSON: `drop-column`, `dates-to-iso`… by what it does.
  public var name: String {
    switch self {
    case .readSheet: "read-sheet"
    case .readHeader: "read-header"
    case .readEncoding: "read-encoding"
    case .readDelimiter: "read-delimiter"
    case .renameColumn: "rename-column"
    case .dropColumn: "drop-column"
    case .dropPersonalColumn: "drop-personal-column"
    case .setType: "set-type"
    case .trim: "trim"
    case .collapseBlanks: "collapse-blanks"
    case .changeCase: "change-case"
    case .replaceValue: "replace-value"
    case .emptyValues: "empty-values"
    case .emptyInvalid: "empty-invalid"
    case .decodeText: "decode-text"
    case .writeNumbers: "write-numbers"
    case .datesToISO: "dates-to-iso"
    case .writeBooleans: "write-booleans"
    case .restoreZeros: "restore-zeros"
    case .dropBlankRows: "drop-blank-rows"
    case .dropTotalRows: "drop-total-rows"
    case .dropDuplicateRows: "drop-duplicate-rows"
    case .dropRows: "drop-rows"
    case .pseudonymise: "pseudonymise"
    case .generalise: "generalise"
    }
  }

  fileprivate func write(into fields: inout StepFields) {
    fields.column = column
    switch self {
    case .readSheet(let name), .readEncoding(let name): fields.name = name
    case .readHeader(let row): fields.row = row
    case .readDelimiter(let mark): fields.delimiter = mark
    case .renameColumn(_, let to): fields.to = to
    case .setType(_, let type, let format): (fields.type, fields.format) = (type, format)
    case .changeCase(_, let letters): fields.letters = letters
    case .replaceValue(_, let from, let to): (fields.from, fields.to) = (from, to)
    case .emptyValues(_, let values): fields.values = values
    case .emptyInvalid(_, let type, let format, let notation):
      (fields.type, fields.format, fields.notation) = (type, format, notation)
    case .writeNumbers(_, let decimal, let thousands, let keepsUnit):
      (fields.decimal, fields.thousands, fields.keepsUnit) = (decimal, thousands, keepsUnit)
    case .datesToISO(_, let order): fields.order = order
    case .writeBooleans(_, let yes, let no): (fields.yes, fields.no) = (yes, no)
    case .restoreZeros(_, let digits): fields.digits = digits
    case .dropRows(_, let value): fields.value = value
    case .generalise(_, let into): into.write(into: &fields)
    case .dropColumn, .dropPersonalColumn, .trim, .collapseBlanks, .decodeText, .dropBlankRows,
      .dropTotalRows, .dropDuplicateRows, .pseudonymise:
      break
    }
  }
}

extension RecipeAction.Generalisation {
  fileprivate func write(into fields: inout StepFields) {
    switch self {
    case .month: fields.into = "month"
    case .year: fields.into = "year"
    case .classes(let width): (fields.into, fields.width) = ("classes", width)
    case .departement: fields.into = "departement"
    case .prefix(let length): (fields.into, fields.length) = ("prefix", length)
    }
  }

  fileprivate init?(_ fields: StepFields) {
    switch fields.into {
    case "month": self = .month
    case "year": self = .year
    case "classes":
      guard let width = fields.width else { return nil }
      self = .classes(width: width)
    case "departement": self = .departement
    case "prefix":
      guard let length = fields.length else { return nil }
      self = .prefix(length)
    default: return nil
    }
  }
}

// MARK: Reading JSON

extension RecipeAction {
  fileprivate init?(_ fields: StepFields) {
    guard let action = Self.whole(fields) ?? Self.ofColumn(fields) else { return nil }
    self = action
  }

  /// The actions that need no column.
  private static func whole(_ fields: StepFields) -> RecipeAction? {
    switch fields.action {
    case "read-sheet": fields.name.map { .readSheet(name: $0) }
    case "read-header": fields.row.map { .readHeader(row: $0) }
    case "read-encoding": fields.name.map { .readEncoding(name: $0) }
    case "read-delimiter": fields.delimiter.map { .readDelimiter($0) }
    case "trim": .trim(column: fields.column)
    case "collapse-blanks": .collapseBlanks(column: fields.column)
    case "decode-text": .decodeText(column: fields.column)
    case "drop-blank-rows": .dropBlankRows
    case "drop-total-rows": .dropTotalRows
    case "drop-duplicate-rows": .dropDuplicateRows
    default: nil
    }
  }

  private static func ofColumn(_ fields: StepFields) -> RecipeAction? {
    guard let column = fields.column else { return nil }
    switch fields.action {
    case "rename-column": return fields.to.map { .renameColumn(column, to: $0) }
    case "drop-column": return .dropColumn(column)
    case "drop-personal-column": return .dropPersonalColumn(column)
    case "set-type": return fields.type.map { .setType(column: column, type: $0, format: fields.format) }
    case "drop-rows": return fields.value.map { .dropRows(column: column, value: $0) }
    case "pseudonymise": return .pseudonymise(column: column)
    case "generalise": return Generalisation(fields).map { .generalise(column: column, $0) }
    default: return ofCells(fields, column)
    }
  }

  private static func ofCells(_ fields: StepFields, _ column: String) -> RecipeAction? {
    switch fields.action {
    case "change-case": return fields.letters.map { .changeCase(column: column, to: $0) }
    case "replace-value":
      guard let from = fields.from, let to = fields.to else { return nil }
      return .replaceValue(column: column, from: from, to: to)
    case "empty-values": return fields.values.map { .emptyValues(column: column, values: $0) }
    case "empty-invalid":
      return fields.type.map {
        .emptyInvalid(column: column, type: $0, format: fields.format, notation: fields.notation)
      }
    case "write-numbers":
      return fields.decimal.map {
        .writeNumbers(
          column: column,
          decimal: $0,
          thousands: fields.thousands,
          keepsUnit: fields.keepsUnit ?? false
        )
      }
    case "dates-to-iso": return fields.order.map { .datesToISO(column: column, order: $0) }
    case "write-booleans":
      guard let yes = fields.yes, let no = fields.no else { return nil }
      return .writeBooleans(column: column, yes: yes, no: no)
    case "restore-zeros": return fields.digits.map { .restoreZeros(column: column, digits: $0) }
    default: return nil
    }
  }
}
