import CDuckDB
import Tabular

/// The values of one column of a chunk.
struct VectorReader {
  private let data: UnsafeMutableRawPointer?
  private let validity: UnsafeMutablePointer<UInt64>?
  private let column: AnswerColumn

  init(_ vector: duckdb_vector?, column: AnswerColumn, api: duckdb_api) {
    data = api.vector_get_data(vector)
    validity = api.vector_get_validity(vector)
    self.column = column
  }

  /// Whether row `row` holds no value.
  func isNull(_ row: Int) -> Bool {
    guard let validity else { return false }
    return validity[row >> 6] & (1 << UInt64(row & 63)) == 0
  }

  /// The value of row `row`.
  func value(at row: Int) -> SQLValue {
    guard let data, !isNull(row) else { return .null }
    func load<Value>(_ type: Value.Type) -> Value { data.assumingMemoryBound(to: type)[row] }
    switch column.id {
    case DUCKDB_BOOLEAN: return .boolean(load(UInt8.self) != 0)
    case DUCKDB_BIGINT: return .integer(load(Int64.self))
    case DUCKDB_DOUBLE: return .number(load(Double.self))
    case DUCKDB_FLOAT: return .number(Double(load(Float.self)))
    case DUCKDB_DATE: return .date(load(Int32.self))
    case DUCKDB_TIME: return .time(load(Int64.self))
    case DUCKDB_TIMESTAMP, DUCKDB_TIMESTAMP_TZ: return .datetime(load(Int64.self))
    case DUCKDB_TIMESTAMP_S: return .datetime(load(Int64.self).multipliedReportingOverflow(by: 1_000_000).0)
    case DUCKDB_TIMESTAMP_MS: return .datetime(load(Int64.self).multipliedReportingOverflow(by: 1000).0)
    case DUCKDB_TIMESTAMP_NS: return .datetime(load(Int64.self) / 1000)
    case DUCKDB_VARCHAR: return .text(Self.text(data.assumingMemoryBound(to: duckdb_text.self) + row))
    case DUCKDB_DECIMAL: return decimal(row, data)
    default: return integer(column.id, row, data)
    }
  }

  private func integer(_ id: Int, _ row: Int, _ data: UnsafeMutableRawPointer) -> SQLValue {
    func load<Value: BinaryInteger>(_ type: Value.Type) -> Int64 {
      Int64(truncatingIfNeeded: data.assumingMemoryBound(to: type)[row])
    }
    switch id {
    case DUCKDB_TINYINT: return .integer(load(Int8.self))
    case DUCKDB_SMALLINT: return .integer(load(Int16.self))
    case DUCKDB_INTEGER: return .integer(load(Int32.self))
    case DUCKDB_BIGINT: return .integer(load(Int64.self))
    case DUCKDB_UTINYINT: return .integer(load(UInt8.self))
    case DUCKDB_USMALLINT: return .integer(load(UInt16.self))
    case DUCKDB_UINTEGER: return .integer(load(UInt32.self))
    case DUCKDB_UBIGINT:
      let value = data.assumingMemoryBound(to: UInt64.self)[row]
      return Int64(exactly: value).map { .integer($0) } ?? .number(Double(value))
    case DUCKDB_HUGEINT:
      let value = data.assumingMemoryBound(to: duckdb_hugeint.self)[row]
      let wide = Int128(value.upper) << 64 | Int128(value.lower)
      return Int64(exactly: wide).map { .integer($0) } ?? .number(Double(wide))
    default: return .null
    }
  }

  private func decimal(_ row: Int, _ data: UnsafeMutableRawPointer) -> SQLValue {
    switch integer(column.storage, row, data) {
    case .integer(let unscaled): .number(Double(unscaled) / Self.powers[column.scale])
    case .number(let unscaled): .number(unscaled / Self.powers[column.scale])
    case let other: other
    }
  }

  private static let powers: [Double] = (0...38).map { (power: Int) -> Double in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  private static func text(_ pointer: UnsafeMutablePointer<duckdb_text>) -> String {
    let length = Int(pointer.pointee.length)
    if length > 12 {
      return pointer.pointee.tail.pointer.withMemoryRebound(to: UInt8.self, capacity: length) {
        String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
      }
    }
    let bytes = UnsafeRawPointer(pointer) + 4
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
