import CDuckDB
import Tabular

/// Fills the vectors of one column, chunk after chunk, each cell read once.
struct ColumnFiller {
  private(set) var invalid = 0
  private(set) var missing = 0
  /// How many bytes of texts lie outside the vector.
  private(set) var textBytes = 0
  private let column: ImportedColumn
  private let api: duckdb_api
  private let trustsText: Bool
  private var vector: duckdb_vector?
  private var data: UnsafeMutableRawPointer?
  private var validity: UnsafeMutablePointer<UInt64>?

  /// Texts up to this length lie in the vector itself.
  private static let shortText = 12

  /// - Parameter trustsText: whether cells are known to be well-formed UTF-8.
  init(_ column: ImportedColumn, api: duckdb_api, trustsText: Bool) {
    self.column = column
    self.api = api
    self.trustsText = trustsText
  }

  /// Turns to the vector of a new chunk, where every row has a value until it is said to have none.
  mutating func start(_ vector: duckdb_vector?) {
    self.vector = vector
    textBytes = 0
    api.vector_ensure_validity_writable(vector)
    data = api.vector_get_data(vector)
    validity = api.vector_get_validity(vector)
  }

  /// Writes the cells of the column in some rows, from place `first` of the vector on.
  mutating func fill(_ rows: UnsafeRows, _ range: Range<Int>, at first: Int) {
    guard let data, let validity else { return }
    let cells = Cells(rows: rows, column: column.cell)
    if column.kind == .text {
      fillTexts(cells, range, Target(data: data, validity: validity, first: first &- range.lowerBound))
    } else {
      fillValues(cells, range, Target(data: data, validity: validity, first: first &- range.lowerBound))
    }
  }

  /// The cells of one column.
  private struct Cells {
    let rows: UnsafeRows
    let column: Int

    /// The cell of a row; `nil` when the record has none.
    @inline(__always)
    subscript(row: Int) -> UnsafeBufferPointer<UInt8>? {
      let start = row == 0 ? 0 : Int(rows.rowEnds[row &- 1])
      let index = start &+ column
      guard index < Int(rows.rowEnds[row]) else { return nil }
      let span = rows.spans[index]
      return UnsafeBufferPointer(
        start: rows.bytes.baseAddress.map { $0 + Int(span.start) },
        count: Int(span.end &- span.start)
      )
    }
  }

  /// Where a row's value goes.
  private struct Target {
    let data: UnsafeMutableRawPointer
    let validity: UnsafeMutablePointer<UInt64>
    /// The place of the row numbered 0 in the batch, which may come before the vector.
    let first: Int

    @inline(__always)
    func leaveEmpty(_ row: Int) {
      let place = first &+ row
      validity[place >> 6] &= ~(1 << UInt64(place & 63))
    }

    @inline(__always)
    func put<Value: BitwiseCopyable>(_ value: Value, _ row: Int) {
      data.storeBytes(of: value, toByteOffset: (first &+ row) &* MemoryLayout<Value>.size, as: Value.self)
    }
  }

  // MARK: Values

  private mutating func fillValues(_ cells: Cells, _ range: Range<Int>, _ target: Target) {
    let (kind, parser) = (column.kind, column.parser)
    for row in range {
      guard let cell = cells[row] else {
        missing &+= 1
        target.leaveEmpty(row)
        continue
      }
      switch (parser.scalar(cell), kind) {
      case (.integer(let value), .integer): target.put(value, row)
      case (.number(let value), .number): target.put(value, row)
      case (.integer(let value), .number): target.put(Double(value), row)
      case (.boolean(let value), .boolean): target.put(UInt8(value ? 1 : 0), row)
      case (.date(let days), .date): target.put(days, row)
      case (.datetime(let micros), .datetime), (.time(let micros), .time): target.put(micros, row)
      case (.missing, _):
        missing &+= 1
        target.leaveEmpty(row)
      default:
        invalid &+= 1
        target.leaveEmpty(row)
      }
    }
  }

  // MARK: Texts

  private mutating func fillTexts(_ cells: Cells, _ range: Range<Int>, _ target: Target) {
    var room = 0
    for row in range {
      if let count = cells[row]?.count, count > Self.shortText { room &+= count }
    }
    textBytes &+= room
    var heap = heap(of: room, cells, row: range.lowerBound, target)
    for row in range {
      guard let cell = cells[row], !column.parser.isMissing(cell) else {
        missing &+= 1
        target.leaveEmpty(row)
        continue
      }
      if !trustsText, !UTF8Text.isValid(cell) {
        // What cannot be told is marked, never refused.
        var mended = String(decoding: cell, as: UTF8.self)
        mended.withUTF8 { putAlone($0, row, target) }
      } else if cell.count <= Self.shortText {
        putShort(cell, row, target)
      } else if let start = heap, let bytes = cell.baseAddress {
        start.copyMemory(from: bytes, byteCount: cell.count)
        putLong(start, cell.count, row, target)
        heap = start + cell.count
      } else {
        putAlone(cell, row, target)
      }
    }
  }

  /// Room for all long texts of some rows at once: asking DuckDB for each costs more than copying them.
  ///
  /// It is the room of one text that long, whose bytes are then written over.
  private func heap(
    of count: Int,
    _ cells: Cells,
    row: Int,
    _ target: Target
  ) -> UnsafeMutableRawPointer? {
    guard count > 0, count <= cells.rows.bytes.count, count <= Int(UInt32.max) else { return nil }
    let slot = target.data + (target.first &+ row) &* MemoryLayout<duckdb_text>.size
    slot.storeBytes(of: duckdb_text(), as: duckdb_text.self)
    cells.rows.bytes.withMemoryRebound(to: CChar.self) {
      api.vector_assign_string_element_len(vector, idx_t(target.first &+ row), $0.baseAddress, idx_t(count))
    }
    let text = slot.load(as: duckdb_text.self)
    guard Int(text.length) == count else { return nil }
    return text.tail.pointer.map { UnsafeMutableRawPointer(mutating: $0) }
  }

  @inline(__always)
  private func putShort(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ target: Target) {
    // The length, then the bytes, the rest zero.
    var text = (UInt32(truncatingIfNeeded: cell.count), UInt32(0), UInt64(0))
    withUnsafeMutableBytes(of: &text) { bytes in
      guard let start = cell.baseAddress, let place = bytes.baseAddress else { return }
      for index in 0..<cell.count {
        place.storeBytes(of: start[index], toByteOffset: 4 &+ index, as: UInt8.self)
      }
    }
    target.put(text, row)
  }

  @inline(__always)
  private func putLong(_ start: UnsafeMutableRawPointer, _ count: Int, _ row: Int, _ target: Target) {
    // The length, the first four bytes, then where they all are.
    target.put(
      (
        UInt32(truncatingIfNeeded: count), start.loadUnaligned(as: UInt32.self),
        UInt64(UInt(bitPattern: start))
      ),
      row
    )
  }

  private func putAlone(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ target: Target) {
    if cell.count <= Self.shortText { return putShort(cell, row, target) }
    cell.withMemoryRebound(to: CChar.self) {
      api.vector_assign_string_element_len(
        vector,
        idx_t(target.first &+ row),
        $0.baseAddress,
        idx_t($0.count)
      )
    }
  }
}
