import Glibc

extension RecordScanner {
  /// How a quoted cell ends.
  enum Closing {
    case closed(end: Int, next: Int, isEscaped: Bool, hasStray: Bool)
    case incomplete
    /// The quote never closes, or would swallow whole rows: it is a character like another.
    ///
    /// The text was looked at that far to tell.
    case unbalanced(upTo: Int)
  }

  /// How many quotes that look like openings a cell of several lines may hold.
  private static let openingLimit = 32

  /// Finds the end of the quoted cell that opens at `open`.
  ///
  /// A quote closes only before a delimiter or a line end, so that quotes inside a cell may stand undoubled.
  /// A quote that looks like the opening of another cell, after a line end, tells that this one was never
  /// closed.
  func closing(_ page: Page, _ line: Line, open: Int, cell: Int) -> Closing {
    var at = open + 1
    var isEscaped = false
    var hasStray = false
    var isCompared = false
    var openings = 0
    while true {
      at = nextQuote(page, from: at)
      if !isCompared, at - open > lookahead {
        isCompared = true
        if swallowsRows(page, open: open, end: open + lookahead) {
          return .unbalanced(upTo: open + lookahead)
        }
      }
      if at >= page.count { return page.isLast ? .unbalanced(upTo: at) : .incomplete }
      if at + 1 >= page.count { return .incomplete }
      if page.bytes[at + 1] == quote {
        isEscaped = true
        at += 2
        continue
      }
      switch end(page, after: at + 1) {
      case .at(let next): return .closed(end: at, next: next, isEscaped: isEscaped, hasStray: hasStray)
      case .unknown: return .incomplete
      case .none: break
      }
      let before = page.bytes[at - 1]
      if before == newline || (before == delimiter && hasNewline(page, open..<at)) {
        openings += 1
        if openings == Self.openingLimit || firstLineIsRow(page, line, open: open, cell: cell, end: at) {
          return .unbalanced(upTo: at)
        }
      }
      hasStray = true
      at += 1
    }
  }

  private enum CellEnd { case at(Int), none, unknown }

  /// Whether a delimiter or a line end stands at `position`, blanks before it allowed.
  private func end(_ page: Page, after position: Int) -> CellEnd {
    var at = position
    while at < page.count, page.bytes[at] == 0x20 { at += 1 }
    guard at < page.count else { return .unknown }
    if page.bytes[at] == delimiter || page.bytes[at] == newline { return .at(at) }
    guard page.bytes[at] == 0x0D else { return .none }
    guard at + 1 < page.count else { return .unknown }
    return page.bytes[at + 1] == newline ? .at(at + 1) : .none
  }

  @inline(__always)
  private func nextQuote(_ page: Page, from start: Int) -> Int {
    // Most quoted cells are short: a few words are looked at before memchr is worth its call.
    let pattern = Pattern(quote, quote, quote)
    var at = start
    for _ in 0..<4 where at < page.count {
      let hits = pattern.hits(page.bytes, at: at, count: page.count)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    guard at < page.count else { return page.count }
    guard let found = memchr(page.bytes + at, Int32(quote), page.count - at) else { return page.count }
    return found - UnsafeMutableRawPointer(page.bytes)
  }

  func hasNewline(_ page: Page, _ range: Range<Int>) -> Bool { firstNewline(page, range) != nil }

  func firstNewline(_ page: Page, _ range: Range<Int>) -> Int? {
    guard let found = memchr(page.bytes + range.lowerBound, Int32(newline), range.count) else { return nil }
    return found - UnsafeMutableRawPointer(page.bytes)
  }

  /// Whether, with the quote at `open` taken as a character, the record would end at the first line end as a
  /// whole row.
  func firstLineIsRow(_ page: Page, _ line: Line, open: Int, cell: Int, end: Int) -> Bool {
    guard let lineEnd = firstNewline(page, open..<end) else { return false }
    let count = cell - line.firstCell + cellCount(page, (open + 1)..<lineEnd)
    if width > 0 { return width > 1 && count == width }
    // Nothing is expected yet: the next line must be alike.
    let limit = min(open + lookahead, page.count)
    guard count > 1, lineEnd + 1 < limit else { return false }
    let next = firstNewline(page, (lineEnd + 1)..<limit) ?? limit
    return cellCount(page, (lineEnd + 1)..<next) == count
  }

  /// Whether nearly all lines that a long quoted cell holds up to `end` are rows, so that it is no text.
  private func swallowsRows(_ page: Page, open: Int, end: Int) -> Bool {
    guard width != 1, var lineEnd = firstNewline(page, open..<end) else { return false }
    var lines = 0
    var counts: [Int: Int] = [:]
    while let next = firstNewline(page, (lineEnd + 1)..<end) {
      lines += 1
      counts[cellCount(page, (lineEnd + 1)..<next), default: 0] += 1
      lineEnd = next
    }
    let rows = width > 0 ? counts[width] ?? 0 : counts.filter { $0.key > 1 }.values.max() ?? 0
    return rows >= 3 && rows * 5 >= lines * 4
  }

  /// The number of cells of a run without line ends between cells.
  ///
  /// Its quotes are taken as balanced when their number is even, else as characters like others.
  private func cellCount(_ page: Page, _ range: Range<Int>) -> Int {
    var plain = 1
    var outside = 1
    var isQuoted = false
    for at in range {
      let byte = page.bytes[at]
      if byte == quote {
        isQuoted.toggle()
      } else if byte == delimiter {
        plain += 1
        outside += isQuoted ? 0 : 1
      }
    }
    return isQuoted ? plain : outside
  }
}
