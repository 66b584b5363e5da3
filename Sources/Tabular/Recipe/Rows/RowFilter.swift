/// The cells of one row that a filter looks at.
struct RowCells {
  let bytes: UnsafeBufferPointer<UInt8>
  let spans: UnsafeBufferPointer<CellSpan>
  /// Where the row's first cell is in `spans`.
  let first: Int
  /// The columns that are still there, as places in the row.
  let columns: [Int]

  func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[first &+ column]
    return UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)])
  }
}

/// Tells which rows a step takes out; one that remembers rows sees each once, in order.
protocol RowFilter {
  mutating func drops(_ row: RowCells) -> Bool
}

/// Rows without any value.
struct BlankRows: RowFilter {
  func drops(_ row: RowCells) -> Bool {
    row.columns.allSatisfy { CellText.isBlank(row.cell($0)) }
  }
}

/// Rows whose first value is « Total » or one of its kin.
struct TotalRows: RowFilter {
  private static let words: Set<String> = [
    "total", "totaux", "total general", "sous-total", "sous total", "grand total", "total annuel",
    "ensemble total",
  ]

  func drops(_ row: RowCells) -> Bool {
    guard let column = row.columns.first(where: { !CellText.isBlank(row.cell($0)) }) else { return false }
    let cell = row.cell(column)
    guard cell.count <= 40 else { return false }
    let text = String(decoding: cell, as: UTF8.self)
    guard text.contains("o") || text.contains("O") else { return false }
    var words = text.lowercased().map { $0 == "é" ? "e" : $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }
    while let last = words.last, last == ":" || last == " " || last == "." { words.removeLast() }
    let folded = String(words.drop { $0 == " " })
    if Self.words.contains(folded) { return true }
    // « Total 2023 ».
    let year = folded.hasPrefix("total ") ? folded.dropFirst(6) : ""
    return year.count == 4 && year.allSatisfy(\.isNumber)
  }
}

/// Rows that repeat an earlier one in all columns.
///
/// A row is remembered by 128 bits, so that two different ones are never taken for the same in practice.
struct DuplicateRows: RowFilter {
  private struct Digest: Hashable {
    var high: UInt64
    var low: UInt64
  }

  private var seen: Set<Digest> = []

  mutating func drops(_ row: RowCells) -> Bool {
    var digest = Digest(high: 0x243F_6A88_85A3_08D3, low: 0x1319_8A2E_0370_7344)
    for column in row.columns {
      let cell = row.cell(column)
      let hash = cell.baseAddress.map { cell.isEmpty ? 0 : ValueHash.hash($0, cell.count) } ?? 0
      digest.high = Self.mix(digest.high, hash)
      digest.low = Self.mix(digest.low ^ 0x9E37_79B9_7F4A_7C15, hash &+ Self.second(cell))
    }
    return !seen.insert(digest).inserted
  }

  /// A second hash of the bytes, of another construction (FNV-1a).
  @inline(__always)
  private static func second(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return (product.high ^ product.low) &+ (state << 1 | state >> 63)
  }
}

/// Rows where a column holds a value, blanks around it aside.
struct RowsWithValue: RowFilter {
  let column: Int
  let value: [UInt8]

  func drops(_ row: RowCells) -> Bool {
    let cell = row.cell(column)
    return cell.isEqual(to: value) || CellText.trimmed(cell).isEqual(to: value)
  }
}

/// Blanks of cells.
enum CellText {
  /// Whether there are only blanks.
  static func isBlank(_ cell: UnsafeBufferPointer<UInt8>) -> Bool { trimmed(cell).isEmpty }

  /// A cell without the blanks around it.
  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var none: [UInt8] = []
    guard case .cut(let from, let to) = TrimEdit().edit(cell, into: &none) else { return cell }
    return UnsafeBufferPointer(rebasing: cell[from..<max(from, to)])
  }
}
