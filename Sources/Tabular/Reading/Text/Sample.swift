/// The first records of a text, as one delimiter cuts them: what a dialect is decided on.
struct Sample {
  /// How many records are looked at.
  static let recordLimit = 1000
  /// How many cells are classified, so that very wide tables stay quick.
  static let cellLimit = 200_000

  /// The cells of each record, trimmed; blank records have none.
  let records: [[String]]
  /// How many cells each record has as written; 0 for a blank line.
  let counts: [Int]
  /// Where each record starts in the text.
  let starts: [Int]
  /// The number of records with quotes that do not match.
  let faults: Int
  /// Whether any cell was quoted.
  let sawQuotes: Bool
  /// Whether the text is cut into fewer records than it has.
  let isCut: Bool

  /// Cuts `text`, which is the whole file where `isWhole`.
  init(_ text: [UInt8], isWhole: Bool, delimiter: UInt8?, quote: UInt8, newline: UInt8, skipsBlanks: Bool) {
    var bytes = text
    bytes.append(newline)
    let used = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: RowBatch.slack))
    var spans = [CellSpan](repeating: CellSpan(start: 0, end: 0), count: 4096)
    var scanner = RecordScanner(
      delimiter: delimiter,
      quote: quote,
      newline: newline,
      skipsBlanks: skipsBlanks,
      width: 0
    )
    var rows = RecordScanner.Rows(cellCount: 0, ends: [], numbers: [])
    var start = 0
    let endsInLine = isWhole || !text.contains(newline)
    var stop = RecordScanner.Stop.needsRoom
    while stop == .needsRoom, rows.ends.count < Self.recordLimit {
      stop = bytes.withUnsafeMutableBufferPointer { bytes in
        spans.withUnsafeMutableBufferPointer { spans in
          guard let base = bytes.baseAddress else { return .needsBytes }
          let page = RecordScanner.Page(
            bytes: base,
            count: endsInLine ? used : used - 1,
            isLast: endsInLine,
            spans: spans
          )
          return scanner.scan(page, from: &start, into: &rows)
        }
      }
      if stop == .needsRoom {
        spans.append(contentsOf: repeatElement(CellSpan(start: 0, end: 0), count: spans.count))
      }
    }
    sawQuotes = scanner.sawQuotes
    isCut = !isWhole || rows.ends.count >= Self.recordLimit
    (records, counts) = Sample.cells(rows, spans, bytes, text: text)
    var faulty = Set(scanner.anomalies.map { $0.record - 1 }.filter(records.indices.contains))
    for (index, record) in records.enumerated() where record.contains(where: { $0.hasOdd(quote) }) {
      faulty.insert(index)
    }
    faults = faulty.count
    starts = Array(scanner.starts.prefix(records.count))
  }

  /// The cells of the first record of `text` as written.
  static func raw(
    _ text: [UInt8],
    delimiter: UInt8?,
    quote: UInt8,
    newline: UInt8,
    skipsBlanks: Bool
  ) -> [String] {
    var scanner = RecordScanner(
      delimiter: delimiter,
      quote: quote,
      newline: newline,
      skipsBlanks: skipsBlanks,
      width: 0
    )
    var rows = RecordScanner.Rows(cellCount: 0, ends: [], numbers: [])
    var bytes = text + [newline] + [UInt8](repeating: 0, count: RowBatch.slack)
    var spans = [CellSpan](repeating: CellSpan(start: 0, end: 0), count: text.count + 64)
    var start = 0
    bytes.withUnsafeMutableBufferPointer { bytes in
      spans.withUnsafeMutableBufferPointer { spans in
        guard let base = bytes.baseAddress else { return }
        let page = RecordScanner.Page(bytes: base, count: text.count + 1, isLast: true, spans: spans)
        _ = scanner.scan(page, from: &start, into: &rows)
      }
    }
    return spans.prefix(Int(rows.ends.first ?? 0)).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }

  private static func cells(
    _ rows: RecordScanner.Rows,
    _ spans: [CellSpan],
    _ bytes: [UInt8],
    text: [UInt8]
  ) -> ([[String]], [Int]) {
    var records: [[String]] = []
    var counts: [Int] = []
    var first = 0
    for end in rows.ends.prefix(Self.recordLimit) where first < Self.cellLimit {
      let row = spans[first..<Int(end)]
      first = Int(end)
      let cells = row.map { trimmed(bytes[Int($0.start)..<Int($0.end)]) }
      let isBlank = cells.count == 1 && cells[0].isEmpty
      // The line end added after a text that has one is no record.
      if isBlank, let only = row.first, Int(only.start) >= text.count { continue }
      records.append(isBlank ? [] : cells)
      counts.append(isBlank ? 0 : cells.count)
    }
    return (records, counts)
  }

  /// A cell as text without blanks around it, cut where it is long: shapes and names need no more.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(1000), as: UTF8.self).trimmingBlanks()
  }
}

extension String {
  /// Whether a quote stands without its pair.
  fileprivate func hasOdd(_ quote: UInt8) -> Bool { utf8.count { $0 == quote } % 2 == 1 }

  /// The text without white space, no-break spaces included, nor byte order marks at either end.
  func trimmingBlanks() -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
