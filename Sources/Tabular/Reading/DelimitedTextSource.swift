/// A delimited text file read as a table: CSV and its cousins, gzipped or not, in any encoding French files
/// have.
///
/// Nothing of the file but the batch being filled is kept: memory does not grow with the file. Each row given
/// has exactly one cell per column; what was missing or in excess is told in `structuralFindings`.
public final class DelimitedTextSource: TableSource {
  /// How much is read at once; other sizes give the same rows, which tests prove.
  struct Pace {
    var block = 256 << 10
    var batch = 256 << 10
    var lookahead = 64 << 10
  }

  /// The column names: cleaned, never empty, unique.
  public let columnNames: [String]
  /// The file's size as stored, in bytes.
  public let bytes: Int
  /// What is wrong with the rows, the quotes and the encoding, as far as the file was read.
  public internal(set) var structuralFindings = FindingLog()

  let stream: UTF8Stream
  let layout: TextLayout
  var scanner: RecordScanner
  /// Text read and not yet in a batch: at first what the layout was decided on.
  var carry: [UInt8]
  /// The offset in the whole text of the first byte of the batch being filled.
  var batchOffset: Int
  var hasRows = false
  var isReported = false
  /// How many cells a record may have, far beyond any table: a line of separators must not fill the memory.
  private static let cellLimit = 1 << 21
  private let name: String
  private let limits: ReadingLimits
  private let pace: Pace
  private var carryStart: Int
  private var isAtEnd = false

  /// Opens a file and decides how it is to be read.
  ///
  /// - Throws: `Failure` with its own reason when the file is no text table or is not as `options` say.
  public convenience init(path: String, options: ReadingOptions = ReadingOptions()) throws {
    try self.init(path: path, options: options, pace: Pace())
  }

  init(path: String, options: ReadingOptions, pace: Pace) throws {
    let file = try FileBytes(path: path)
    name = FileBytes.name(ofPath: path)
    bytes = file.size
    limits = options.limits
    self.pace = pace
    stream = try TextOpening.open(file, path: path, options: options, block: pace.block)
    var start = RowBatch()
    var hasMore = true
    while start.used < UTF8Stream.headSize, hasMore { hasMore = try stream.append(to: &start) }
    carry = Array(start.bytes[..<start.used])
    layout = try TextLayout(carry, isWhole: !hasMore, options: options, name: name)
    carryStart = layout.start
    batchOffset = layout.start
    columnNames = layout.names
    scanner = RecordScanner(
      delimiter: layout.dialect.delimiter,
      quote: layout.dialect.quote,
      newline: layout.dialect.newline,
      skipsBlanks: layout.dialect.skipsBlanks,
      width: columnNames.count,
      record: layout.recordBefore,
      lookahead: pace.lookahead
    )
    for finding in layout.findings { structuralFindings.add(finding) }
    reportMarksOfHeader()
  }

  /// Yes: the text is decoded to UTF-8 as it is read, and cut at ASCII characters only.
  public var givesValidText: Bool { true }

  /// The character encoding by its IANA name in lower case; certain once all was read.
  public var encoding: String { stream.encoding.rawValue }

  /// How cells and rows are delimited; whether quotes are used is certain once all was read.
  public var dialect: Dialect {
    let usesQuotes = scanner.sawQuotes || layout.dialect.sample.sawQuotes
    return Dialect(
      delimiter: layout.dialect.delimiter.map { String(UnicodeScalar($0)) } ?? "",
      quote: usesQuotes ? String(UnicodeScalar(layout.dialect.quote)) : "",
      headerRow: layout.headerRow,
      skippedRows: layout.skippedRows,
      newline: layout.dialect.newlineText
    )
  }

  /// Reads the next rows, about a quarter of a megabyte of them.
  public func read(into batch: inout RowBatch) throws -> Bool {
    if batch.bytes.count > 16 * pace.batch + (4 << 20) { batch = RowBatch() }
    batch.removeAll()
    var consumed = 0
    while !isAtEnd || carryStart < carry.count {
      try fill(&batch, atLeast: min(max(batch.used - consumed, 1), pace.batch * 1024))
      try cut(&batch, from: &consumed)
      if batch.count > 0, batch.used >= pace.batch || isAtEnd { break }
      if batch.count == 0, consumed > pace.batch { forget(&consumed, of: &batch) }
      if batch.used - consumed > limits.recordBytes {
        throw ReadingFailure.recordTooLong(name, record: scanner.record + 1, limit: limits.recordBytes)
      }
    }
    report(in: &batch, upTo: consumed)
    stash(batch, from: consumed)
    hasRows = hasRows || batch.count > 0
    if batch.count == 0 { finishReport() }
    return batch.count > 0
  }
}

// MARK: Bytes

extension DelimitedTextSource {
  /// Brings more of the text into the batch, at least as much as the record that is not whole yet.
  private func fill(_ batch: inout RowBatch, atLeast wanted: Int) throws {
    let target = batch.used + wanted
    while batch.used < target {
      if carryStart < carry.count {
        let count = min(max(pace.batch, wanted), carry.count - carryStart)
        carry.withUnsafeBufferPointer {
          batch.appendBytes(UnsafeBufferPointer(rebasing: $0[carryStart..<(carryStart + count)]))
        }
        carryStart += count
        continue
      }
      if !carry.isEmpty {
        carry = []
        carryStart = 0
      }
      guard try stream.append(to: &batch) else {
        isAtEnd = true
        break
      }
    }
    guard isAtEnd, batch.used > 0, batch.bytes[batch.used - 1] != scanner.newline else { return }
    // A last line without its end gets one, so that the scanner needs no special case.
    withUnsafePointer(to: scanner.newline) { batch.appendBytes(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  private func cut(_ batch: inout RowBatch, from consumed: inout Int) throws {
    var rows = RecordScanner.Rows(cellCount: batch.cellCount, ends: [], numbers: [])
    swap(&rows.ends, &batch.rowEnds)
    swap(&rows.numbers, &batch.rowNumbers)
    batch.reserveCells(max(4096, columnNames.count * 2 + 64))
    var stop = RecordScanner.Stop.needsRoom
    while stop == .needsRoom {
      let used = batch.used
      stop = batch.bytes.withUnsafeMutableBufferPointer { bytes in
        batch.spans.withUnsafeMutableBufferPointer { spans in
          guard let base = bytes.baseAddress else { return .needsBytes }
          let page = RecordScanner.Page(bytes: base, count: used, isLast: isAtEnd, spans: spans)
          return scanner.scan(page, from: &consumed, into: &rows)
        }
      }
      guard stop == .needsRoom else { break }
      guard batch.spans.count - rows.cellCount < max(Self.cellLimit, columnNames.count * 4) else {
        throw ReadingFailure.tooManyCells(name, record: scanner.record + 1, limit: Self.cellLimit)
      }
      batch.reserveCells(batch.spans.count * 2)
    }
    swap(&rows.ends, &batch.rowEnds)
    swap(&rows.numbers, &batch.rowNumbers)
    batch.cellCount = rows.cellCount
  }

  /// Drops blank lines that filled a batch without giving a row.
  private func forget(_ consumed: inout Int, of batch: inout RowBatch) {
    report(in: &batch, upTo: consumed)
    batch.removeFirst(consumed)
    batchOffset += consumed
    consumed = 0
  }

  /// Keeps the record that is not whole for the next batch.
  private func stash(_ batch: RowBatch, from consumed: Int) {
    let left = batch.used - consumed
    batchOffset += consumed
    guard left > 0, !isAtEnd else { return }
    if carry.isEmpty {
      carry = Array(batch.bytes[consumed..<batch.used])
      carryStart = 0
    } else {
      carryStart -= left
    }
  }
}
