/// Cuts UTF-8 text into records and cells: RFC 4180 and its cousins, with the faults real files have.
///
/// It looks at eight bytes at once and never copies a cell. It keeps nothing of a record that is not whole:
/// the caller gives such a record again with more bytes, so the result does not depend on where reads
/// happened to stop.
struct RecordScanner {
  /// The bytes to cut, and where the cells go.
  struct Page {
    var bytes: UnsafeMutablePointer<UInt8>
    /// How many bytes there are; 8 more can be read.
    var count: Int
    /// Whether the text ends there; then the last byte is a line end.
    var isLast: Bool
    var spans: UnsafeMutableBufferPointer<CellSpan>
  }

  /// The rows cut so far.
  struct Rows {
    var cellCount: Int
    var ends: [Int32]
    var numbers: [Int]
  }

  /// Why a scan stopped.
  enum Stop { case needsBytes, needsRoom }

  let delimiter: UInt8
  let quote: UInt8
  let newline: UInt8
  /// Whether blanks may stand before an opening quote.
  let skipsBlanks: Bool
  /// How many cells a row must have; 0 to take rows as they come.
  let width: Int
  /// How far an opening quote may be from its closing quote before lines are compared with rows.
  let lookahead: Int
  /// The number of the last record cut.
  var record: Int
  /// Whether a cell was quoted.
  var sawQuotes = false
  /// What was wrong since it was last taken.
  var anomalies: [RecordAnomaly] = []
  /// Where each record starts, when rows are taken as they come.
  var starts: [Int] = []

  /// How many bytes were looked at in vain for closing quotes; past the limit quotes are characters like
  /// others, so that a text made of opening quotes costs no more than another.
  var wasted = 0
  private static let wasteLimit = 256 << 20

  // Of the record being cut.
  var escapedCells: [Int] = []
  var strayCells: [Int] = []
  var literalQuotes: [Int] = []
  var blankRun = (first: 0, count: 0)

  init(
    delimiter: UInt8?,
    quote: UInt8 = UInt8(ascii: "\""),
    newline: UInt8,
    skipsBlanks: Bool = false,
    width: Int,
    record: Int = 0,
    lookahead: Int = 64 << 10
  ) {
    self.delimiter = delimiter ?? newline
    self.quote = quote
    self.newline = newline
    self.skipsBlanks = skipsBlanks
    self.width = width
    self.record = record
    self.lookahead = lookahead
  }

  /// Cuts the whole records of `page` from `start` on, and moves `start` after them.
  mutating func scan(_ page: Page, from start: inout Int, into rows: inout Rows) -> Stop {
    let pattern = Pattern(delimiter, quote, newline)
    let room = page.spans.count - max(width, 16) - 16
    var at = start
    var line = Line(start: start, firstCell: rows.cellCount)
    var cells = rows.cellCount
    while at < page.count, cells < room {
      var hits = pattern.hits(page.bytes, at: at, count: page.count)
      var next = at &+ 8
      while hits != 0 {
        let found = at &+ hits.trailingZeroBitCount &>> 3
        hits &= hits &- 1
        let byte = page.bytes[found]
        if byte == newline {
          let end = found > line.cell && page.bytes[found &- 1] == 0x0D ? found &- 1 : found
          page.spans[cells] = CellSpan(
            start: Int32(truncatingIfNeeded: line.cell),
            end: Int32(truncatingIfNeeded: min(end, line.cellEnd))
          )
          cells &+= 1
          if isPlain(page, line, cells) {
            record &+= 1
            rows.ends.append(Int32(truncatingIfNeeded: cells))
            rows.numbers.append(record)
          } else if !finish(page, line, lineEnd: found, cells: &cells, into: &rows) {
            cells = line.firstCell
            line.restart()
            next = line.start
            break
          }
          line = Line(start: found &+ 1, firstCell: cells)
        } else if byte == delimiter {
          page.spans[cells] = CellSpan(
            start: Int32(truncatingIfNeeded: line.cell),
            end: Int32(truncatingIfNeeded: min(found, line.cellEnd))
          )
          cells &+= 1
          line.cell = found &+ 1
          line.cellEnd = .max
        } else if opensCell(page, line, found) {
          guard let after = quotedCell(page, &line, open: found, cell: cells) else {
            return stop(.needsBytes, at: line, &start, &rows)
          }
          next = after
          break
        }
      }
      at = next
    }
    return stop(cells < room ? .needsBytes : .needsRoom, at: line, &start, &rows)
  }

  private mutating func stop(_ stop: Stop, at line: Line, _ start: inout Int, _ rows: inout Rows) -> Stop {
    start = line.start
    rows.cellCount = line.firstCell
    forgetLine()
    return stop
  }

  mutating func forgetLine() {
    escapedCells.removeAll(keepingCapacity: true)
    strayCells.removeAll(keepingCapacity: true)
    literalQuotes.removeAll(keepingCapacity: true)
  }

  /// Whether a row needs no second look: as many cells as expected, nothing odd in its quotes, not blank.
  @inline(__always)
  private func isPlain(_ page: Page, _ line: Line, _ cells: Int) -> Bool {
    guard cells &- line.firstCell == width, !line.isOdd, blankRun.count == 0 else { return false }
    let first = page.spans[line.firstCell]
    return first.start < first.end && page.bytes[Int(first.start)] > 0x20
  }

  @inline(__always)
  private func opensCell(_ page: Page, _ line: Line, _ found: Int) -> Bool {
    if found != line.cell {
      guard skipsBlanks, line.cellEnd == .max else { return false }
      for at in line.cell..<found where page.bytes[at] != 0x20 { return false }
    }
    return wasted < Self.wasteLimit && (literalQuotes.isEmpty || !literalQuotes.contains(found))
  }

  /// Goes to the end of the quoted cell that opens at `open`.
  ///
  /// Returns where to go on, `nil` when bytes are missing.
  private mutating func quotedCell(_ page: Page, _ line: inout Line, open: Int, cell: Int) -> Int? {
    switch closing(page, line, open: open, cell: cell) {
    case .closed(let end, let next, let isEscaped, let hasStray):
      sawQuotes = true
      line.cell = open &+ 1
      line.cellEnd = end
      if isEscaped { escapedCells.append(cell) }
      if hasStray { strayCells.append(cell) }
      line.isOdd = line.isOdd || isEscaped || hasStray
      return next
    case .incomplete: return nil
    case .unbalanced(let end):
      wasted += end - open
      literalQuotes.append(open)
      line.isOdd = true
      return open &+ 1
    }
  }

  /// The record being cut.
  struct Line {
    var start: Int
    /// Its first cell among the spans of the page.
    var firstCell: Int
    /// Where the cell being cut starts.
    var cell: Int
    /// Where it ends when it was quoted.
    var cellEnd = Int.max
    /// Whether its quotes need a second look.
    var isOdd = false

    @inline(__always)
    init(start: Int, firstCell: Int) {
      self.start = start
      self.firstCell = firstCell
      cell = start
    }

    mutating func restart() {
      self = Line(start: start, firstCell: firstCell)
      isOdd = true
    }
  }

  /// Eight copies of each of the three bytes that matter.
  struct Pattern {
    private let delimiter: UInt64
    private let quote: UInt64
    private let newline: UInt64

    init(_ delimiter: UInt8, _ quote: UInt8, _ newline: UInt8) {
      let each: UInt64 = 0x0101_0101_0101_0101
      self.delimiter = UInt64(delimiter) * each
      self.quote = UInt64(quote) * each
      self.newline = UInt64(newline) * each
    }

    /// The high bit of each of the eight bytes at `at` that is one of the three, those from `count` on
    /// excepted.
    @inline(__always)
    func hits(_ bytes: UnsafeMutablePointer<UInt8>, at: Int, count: Int) -> UInt64 {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      )
      let others = Self.nonZero(word ^ delimiter) & Self.nonZero(word ^ quote) & Self.nonZero(word ^ newline)
      var hits = ~others & 0x8080_8080_8080_8080
      let left = count &- at
      if left < 8 { hits &= (1 as UInt64) &<< UInt64(left &* 8) &- 1 }
      return hits
    }

    /// The high bit of each byte that is not zero; exact, unlike the shorter formulas.
    @inline(__always)
    private static func nonZero(_ word: UInt64) -> UInt64 {
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      return ((word & low) &+ low) | word
    }
  }
}
