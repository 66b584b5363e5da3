import CDuckDB
import Tabular

/// How the values of a column are stored: the few shapes that the types of columns share.
enum StorageKind: Sendable {
  case text, integer, number, boolean, date, datetime, time

  init(_ type: ColumnType) {
    switch type {
    case .integer, .year: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .datetime: self = .datetime
    case .time: self = .time
    case .text, .duration, .geopoint, .geometry, .json: self = .text
    }
  }

  /// DuckDB's number for the type.
  var duckDBType: Int32 {
    switch self {
    case .text: Int32(DUCKDB_VARCHAR)
    case .integer: Int32(DUCKDB_BIGINT)
    case .number: Int32(DUCKDB_DOUBLE)
    case .boolean: Int32(DUCKDB_BOOLEAN)
    case .date: Int32(DUCKDB_DATE)
    case .datetime: Int32(DUCKDB_TIMESTAMP)
    case .time: Int32(DUCKDB_TIME)
    }
  }

  var isNumeric: Bool { self == .integer || self == .number }
}
