import Glibc

extension RecordScanner {
  /// How a quoted cell ends.
  enum Closing {
    case closed(end: Int, next: Int, isEscaped: Bool, hasStray: Bool)
    case incomplete
    /// The quote never closes, or would swallow whole rows: it is a character like another.
    case unbalanced
  }

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
    while true {
      at = nextQuote(page, from: at)
      if !isCompared, at - open > lookahead {
        isCompared = true
        if swallowsRows(page, line, open: open, cell: cell, end: open + lookahead) { return .unbalanced }
      }
      if at >= page.count { return page.isLast ? .unbalanced : .incomplete }
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
      if before == newline || (before == delimiter && hasNewline(page, open..<at)),
        firstLineIsRow(page, line, open: open, cell: cell, end: at)
      {
        return .unbalanced
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

  /// Whether what a long quoted cell holds up to `end` are rows, not text.
  private func swallowsRows(_ page: Page, _ line: Line, open: Int, cell: Int, end: Int) -> Bool {
    guard firstLineIsRow(page, line, open: open, cell: cell, end: end),
      var lineEnd = firstNewline(page, open..<end)
    else { return false }
    let expected = cell - line.firstCell + cellCount(page, (open + 1)..<lineEnd)
    for _ in 0..<3 {
      guard let next = firstNewline(page, (lineEnd + 1)..<end) else { return false }
      guard cellCount(page, (lineEnd + 1)..<next) == expected else { return false }
      lineEnd = next
    }
    return true
  }

  /// The number of cells of a run without line ends between cells, its quotes taken as balanced.
  private func cellCount(_ page: Page, _ range: Range<Int>) -> Int {
    var count = 1
    var isQuoted = false
    for at in range {
      let byte = page.bytes[at]
      if byte == quote {
        isQuoted.toggle()
      } else if byte == delimiter, !isQuoted {
        count += 1
      }
    }
    return count
  }
}
