/// A format rows are downloaded in.
public enum ExportFormat: Sendable, Hashable {
  /// Comma-separated values (RFC 4180), in UTF-8.
  case csv(CSVStyle)
  /// One JSON array of objects (RFC 8259).
  case json
  /// One JSON object a line (JSON Lines).
  case jsonl
  /// Apache Parquet.
  case parquet

  /// Plain RFC 4180.
  public static let csv = ExportFormat.csv(CSVStyle())

  /// The format of a file name's extension, or `nil` when it is none of ours.
  public init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "parquet": self = .parquet
    default: return nil
    }
  }

  /// The extension of a file in this format.
  public var fileExtension: String {
    switch self {
    case .csv: "csv"
    case .json: "json"
    case .jsonl: "jsonl"
    case .parquet: "parquet"
    }
  }

  /// The media type, with its parameters.
  public var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .json: "application/json"
    case .jsonl: "application/jsonl; charset=utf-8"
    case .parquet: "application/vnd.apache.parquet"
    }
  }
}

/// How CSV is written.
public struct CSVStyle: Sendable, Hashable {
  /// The separator, one ASCII character that is neither a quote nor a line break.
  public var delimiter: Character
  /// Starts with a byte order mark, by which some spreadsheets know UTF-8.
  public var byteOrderMark: Bool
  /// Puts an apostrophe before text that a spreadsheet would run as a formula.
  ///
  /// It changes the data: only on request.
  public var neutralisesFormulas: Bool

  /// Describes a style; plain RFC 4180 by default.
  public init(delimiter: Character = ",", byteOrderMark: Bool = false, neutralisesFormulas: Bool = false) {
    self.delimiter = delimiter
    self.byteOrderMark = byteOrderMark
    self.neutralisesFormulas = neutralisesFormulas
  }
}
