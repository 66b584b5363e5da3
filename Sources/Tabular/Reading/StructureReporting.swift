/// From offsets in the text to findings with their row, column and cell.
extension DelimitedTextSource {
  /// Reports what was found in the records of the batch, whose bytes were cut up to `consumed`.
  func report(in batch: inout RowBatch, upTo consumed: Int) {
    for anomaly in scanner.anomalies { report(anomaly, in: batch) }
    scanner.anomalies.removeAll(keepingCapacity: true)
    let end = batchOffset + consumed
    guard let last = stream.marks.last, !stream.marks.isEmpty else { return }
    let count = last.offset < end ? stream.marks.count : stream.marks.prefix { $0.offset < end }.count
    report(stream.marks[..<count], in: &batch)
    stream.marks.removeFirst(count)
  }

  private func report(_ anomaly: RecordAnomaly, in batch: borrowing RowBatch) {
    let column = anomaly.column.flatMap { $0 < columnNames.count ? $0 : nil }
    structuralFindings.add(anomaly.code, column: column.map { columnNames[$0] }, count: anomaly.count) {
      var anomaly = anomaly
      anomaly.column = column
      return anomaly.finding(columns: columnNames, cell: anomaly.span.map { batch.excerpt(of: $0) })
    }
  }

  private func report(_ marks: ArraySlice<EncodingMark>, in batch: inout RowBatch) {
    var faults: [EncodingMark.Fault] = []
    var current: Int?
    for mark in marks {
      guard let cell = batch.cell(at: mark.offset - batchOffset, columns: columnNames.count) else { continue }
      if cell != current, let current {
        report(faults, ofCell: current, in: &batch)
        faults.removeAll(keepingCapacity: true)
      }
      current = cell
      if !faults.contains(mark.fault) { faults.append(mark.fault) }
    }
    if let current { report(faults, ofCell: current, in: &batch) }
  }

  private func report(_ faults: [EncodingMark.Fault], ofCell cell: Int, in batch: inout RowBatch) {
    if faults.contains(.nul) { batch.removeNULs(ofCell: cell) }
    let column = columnNames[cell % columnNames.count]
    for fault in faults {
      structuralFindings.add(fault.code, column: column) {
        let text = batch.excerpt(of: batch.spans[cell])
        return fault.finding(row: batch.rowNumbers[cell / columnNames.count], column: column, cell: text)
      }
    }
  }

  /// Reports the encoding faults of the lines before the values.
  func reportMarksOfHeader() {
    let count = stream.marks.prefix { $0.offset < layout.start }.count
    var seen: [EncodingMark.Fault] = []
    for mark in stream.marks[..<count] where !seen.contains(mark.fault) {
      seen.append(mark.fault)
      let columns = columnNames.filter { mark.fault.shows(in: $0) }
      for column in columns {
        structuralFindings.add(mark.fault.finding(row: layout.headerRow, column: column, cell: column))
      }
      guard columns.isEmpty else { continue }
      let around = carry[max(0, mark.offset - 20)..<min(layout.start, mark.offset + 20)]
      let text = String(decoding: around, as: UTF8.self).trimmingBlanks()
      structuralFindings.add(mark.fault.finding(row: max(layout.headerRow, 1), column: nil, cell: text))
    }
    stream.marks.removeFirst(count)
  }

  /// Reports what only the end of the file tells.
  func finishReport() {
    guard !isReported else { return }
    isReported = true
    if !hasRows { structuralFindings.add(LayoutFinding.noRows(row: layout.headerRow)) }
    if stream.encoding != .utf8 { structuralFindings.add(LayoutFinding.encoding(stream.encoding)) }
  }
}

extension EncodingMark.Fault {
  fileprivate func shows(in name: String) -> Bool {
    switch self {
    case .doubleEncoding: EncodingMark.undoubled(name) != nil
    case .lostCharacter, .cutSequence: name.unicodeScalars.contains("\u{FFFD}")
    case .nul: name.unicodeScalars.contains("\0")
    case .foreignByte: false
    }
  }
}

extension RowBatch {
  /// A cell as text without NULs, cut after 200 characters.
  fileprivate func excerpt(of span: CellSpan) -> String {
    let bytes = bytes[Int(span.start)..<Int(span.end)].prefix(1000).filter { $0 != 0 }
    return String(String(decoding: bytes, as: UTF8.self).prefix(200))
  }

  /// The cell that holds or follows the byte at `offset`; `nil` when that byte is before the first row.
  fileprivate func cell(at offset: Int, columns: Int) -> Int? {
    guard count > 0, offset >= 0 else { return nil }
    var low = 0
    var high = cellCount
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  fileprivate mutating func removeNULs(ofCell cell: Int) {
    var to = Int(spans[cell].start)
    for from in to..<Int(spans[cell].end) where bytes[from] != 0 {
      bytes[to] = bytes[from]
      to += 1
    }
    spans[cell].end = Int32(to)
  }
}
