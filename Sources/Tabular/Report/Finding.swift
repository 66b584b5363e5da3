public import Messages

/// Something to know or mend in a file.
public struct Finding: Codable, Sendable, Equatable {
  /// How much it matters.
  public enum Severity: String, Codable, Sendable, Comparable {
    case information, warning, error

    /// Orders severities from the least to the most severe.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Stable and dotted: `cell.type`, `row.extra-cells`, `header.duplicate`, `column.zeros-lost`… by kind.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The record's number in the file from 1, header and skipped lines counted; `nil` for the file or a whole column.
  public var row: Int?
  /// The column's name; `nil` for a whole row or file.
  public var column: String?
  /// The faulty cell as written, cut after 200 characters.
  public var cell: String?
  /// One French sentence: what is wrong and what to do.
  public var message: String
  /// The same in English.
  public var messageEnglish: String
  /// How many times it occurs where only the first occurrences are listed.
  public var count: Int
  /// The repair that one click applies, if there is one.
  public var repair: Repair?

  /// Makes a finding.
  public init(
    code: String,
    severity: Severity,
    row: Int? = nil,
    column: String? = nil,
    cell: String? = nil,
    message: Bilingual,
    count: Int = 1,
    repair: Repair? = nil
  ) {
    self.code = code
    self.severity = severity
    self.row = row
    self.column = column
    self.cell = cell
    self.message = message.fr
    self.messageEnglish = message.en
    self.count = count
    self.repair = repair
  }

  private enum CodingKeys: String, CodingKey {
    case code, severity, row, column, cell, message, messageEnglish = "message_en", count, repair
  }

  /// Writes every key, with `null` where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    try container.encode(row, forKey: .row)
    try container.encode(column, forKey: .column)
    try container.encode(cell, forKey: .cell)
    try container.encode(message, forKey: .message)
    try container.encode(messageEnglish, forKey: .messageEnglish)
    try container.encode(count, forKey: .count)
    try container.encode(repair, forKey: .repair)
  }
}

/// A mend that a person can apply in one click and a recipe keeps.
public struct Repair: Codable, Sendable, Equatable {
  /// Stable name of the operation: `date.iso`, `number.point`, `text.trim`, `zeros.restore`, `row.remove-blank`… by what it does.
  public var operation: String
  /// What the cell becomes, when one cell is concerned.
  public var value: String?

  /// Names a repair.
  public init(operation: String, value: String? = nil) {
    self.operation = operation
    self.value = value
  }

  /// Writes every key, with `null` where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(operation, forKey: .operation)
    try container.encode(value, forKey: .value)
  }
}
