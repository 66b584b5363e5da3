/// Something wrong in a record, and where its cell lies in the bytes of the page.
struct RecordAnomaly: Equatable, Sendable {
  /// What is wrong.
  enum Fault: Equatable, Sendable {
    case extraCells(found: Int)
    case trailingDelimiters
    case missingCells(found: Int)
    /// This record and the next ones, that many in all, are blank.
    case blank(count: Int)
    case unbalancedQuote
    case strayQuote
  }

  var fault: Fault
  var record: Int
  /// The column's index, where a cell is concerned.
  var column: Int?
  var span: CellSpan?
}

extension RecordScanner {
  /// Ends a record that is not plain.
  ///
  /// Returns false when it must be cut again, a quote taken as a character.
  mutating func finish(_ page: Page, _ line: Line, lineEnd: Int, cells: inout Int, into rows: inout Rows)
    -> Bool
  {
    defer {
      escapedCells.removeAll(keepingCapacity: true)
      strayCells.removeAll(keepingCapacity: true)
    }
    if let open = swallowedLine(page, line, lineEnd: lineEnd, cells: cells) {
      literalQuotes.append(open)
      return false
    }
    record += 1
    if width > 0, isBlank(page, line, lineEnd: lineEnd, cells: cells) {
      blankRun = (blankRun.count == 0 ? record : blankRun.first, blankRun.count + 1)
      cells = line.firstCell
      return true
    }
    flushBlanks()
    mendQuotes(page, line, cells: cells)
    if width > 0, cells - line.firstCell != width { square(page, line, cells: &cells) }
    if width == 0 { starts.append(line.start) }
    rows.ends.append(Int32(cells))
    rows.numbers.append(record)
    return true
  }

  /// The quote that made a cell of several lines, where the first of them alone is the row that was expected.
  private func swallowedLine(_ page: Page, _ line: Line, lineEnd: Int, cells: Int) -> Int? {
    guard cells - line.firstCell != width || !strayCells.isEmpty, width > 1,
      let newline = firstNewline(page, line.start..<lineEnd)
    else { return nil }
    for cell in line.firstCell..<cells where Int(page.spans[cell].end) > newline {
      let open = Int(page.spans[cell].start) - 1
      guard open >= line.start, open < newline else { return nil }
      return firstLineIsRow(page, line, open: open, cell: cell, end: lineEnd) ? open : nil
    }
    return nil
  }

  /// Whether all cells hold blanks only.
  ///
  /// In a table of one column, `""` is an empty value and not a blank line.
  private func isBlank(_ page: Page, _ line: Line, lineEnd: Int, cells: Int) -> Bool {
    if cells - line.firstCell == 1, width == 1, page.spans[line.firstCell].start != line.start {
      return false
    }
    for cell in line.firstCell..<cells {
      let span = page.spans[cell]
      for at in Int(span.start)..<Int(span.end) where page.bytes[at] > 0x20 || page.bytes[at] == 0 {
        return false
      }
    }
    return true
  }

  private mutating func flushBlanks() {
    guard blankRun.count > 0 else { return }
    anomalies.append(RecordAnomaly(fault: .blank(count: blankRun.count), record: blankRun.first))
    blankRun = (0, 0)
  }

  private mutating func mendQuotes(_ page: Page, _ line: Line, cells: Int) {
    for cell in escapedCells { unescape(page, cell) }
    for cell in strayCells {
      anomalies.append(
        RecordAnomaly(
          fault: .strayQuote,
          record: record,
          column: cell - line.firstCell,
          span: page.spans[cell]
        )
      )
    }
    for open in literalQuotes {
      guard let cell = (line.firstCell..<cells).first(where: { Int(page.spans[$0].start) == open }) else {
        continue
      }
      page.spans[cell].start += 1
      anomalies.append(
        RecordAnomaly(
          fault: .unbalancedQuote,
          record: record,
          column: cell - line.firstCell,
          span: page.spans[cell]
        )
      )
    }
    literalQuotes.removeAll(keepingCapacity: true)
  }

  /// Makes one quote of two, in place.
  private func unescape(_ page: Page, _ cell: Int) {
    let span = page.spans[cell]
    var from = Int(span.start)
    var to = from
    while from < Int(span.end) {
      let byte = page.bytes[from]
      page.bytes[to] = byte
      from += byte == quote && from + 1 < Int(span.end) && page.bytes[from + 1] == quote ? 2 : 1
      to += 1
    }
    page.spans[cell].end = Int32(to)
  }

  /// Gives the row as many cells as the table has columns, and says what it had.
  private mutating func square(_ page: Page, _ line: Line, cells: inout Int) {
    let found = cells - line.firstCell
    if found < width {
      let end = page.spans[cells - 1].end
      for cell in cells..<(line.firstCell + width) { page.spans[cell] = CellSpan(start: end, end: end) }
      anomalies.append(RecordAnomaly(fault: .missingCells(found: found), record: record))
    } else {
      let extra = (line.firstCell + width)..<cells
      let filled = extra.first { page.spans[$0].count > 0 }
      anomalies.append(
        RecordAnomaly(
          fault: filled == nil ? .trailingDelimiters : .extraCells(found: found),
          record: record,
          span: filled.map { page.spans[$0] }
        )
      )
    }
    cells = line.firstCell + width
  }
}
