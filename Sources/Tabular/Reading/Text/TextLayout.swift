import Messages

/// How a text is laid out: its dialect, the names of its columns, and where its values start.
struct TextLayout {
  var dialect: DialectSniffer.Decision
  var headerRow: Int
  var skippedRows: Int
  var names: [String]
  /// The offset in the text of the first record of values, and the number of the record before it.
  var start: Int
  var recordBefore: Int
  var findings: [Finding]

  /// Decides on the start of a text, which is the whole of it where `isWhole`.
  init(_ text: [UInt8], isWhole: Bool, options: ReadingOptions, name: String) throws {
    let dialect = DialectSniffer.decide(text, isWhole: isWhole, delimiter: try TextLayout.delimiter(options))
    let sample = dialect.sample
    guard sample.records.joined().contains(where: { !$0.isEmpty }) else { throw ReadingFailure.blank(name) }
    if options.headerRow == nil, dialect.delimiter == nil, TextLayout.isProse(sample) {
      throw ReadingFailure.prose(name)
    }
    let usual = HeaderFinder.width(sample)
    // A first record longer than all that is looked at names nothing.
    let isEndless = !isWhole && !text.contains(dialect.newline)
    let decision =
      isEndless && options.headerRow == nil
      ? HeaderFinder.Decision(header: nil, group: nil, firstValue: 0)
      : try TextLayout.header(sample, width: usual, options: options, name: name)
    let shape = TextLayout.width(sample, decision, usual: usual)
    guard shape.width <= options.limits.columns else {
      throw ReadingFailure.tooManyColumns(name, count: shape.width, limit: options.limits.columns)
    }
    let next = decision.header.map { $0 + 1 } ?? decision.firstValue
    let naming = ColumnNaming(
      header: decision.header.map { TextLayout.written(text, dialect, record: $0) },
      group: decision.group.map { sample.records[$0] },
      width: shape.width,
      row: decision.header.map { $0 + 1 } ?? 0
    )
    self.dialect = dialect
    headerRow = decision.header.map { $0 + 1 } ?? 0
    skippedRows = decision.header ?? decision.firstValue
    names = naming.names
    start = next < sample.starts.count ? sample.starts[next] : isEndless ? 0 : text.count
    recordBefore = next
    findings = naming.findings
    report(decision, isForced: options.headerRow != nil, trailing: shape.trailing)
  }

  private mutating func report(_ decision: HeaderFinder.Decision, isForced: Bool, trailing: Int) {
    if headerRow == 0, !isForced { findings.append(LayoutFinding.noHeader()) }
    if let group = decision.group {
      findings.append(LayoutFinding.severalHeaders(first: group + 1, last: headerRow))
    } else if skippedRows > 0, !isForced {
      findings.append(LayoutFinding.skippedRows(skippedRows))
    }
    if trailing > 0 { findings.append(LayoutFinding.trailingDelimiters(trailing)) }
  }

  private static func delimiter(_ options: ReadingOptions) throws -> UInt8? {
    guard let delimiter = options.delimiter else { return nil }
    let bytes = Array((delimiter == "\\t" ? "\t" : delimiter).utf8)
    guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0x0A, bytes[0] != 0x0D,
      bytes[0] != UInt8(ascii: "\"")
    else {
      throw ReadingFailure.badDelimiter(delimiter)
    }
    return bytes[0]
  }

  /// Whether a text of one column is prose: sentences and blank lines between paragraphs.
  private static func isProse(_ sample: Sample) -> Bool {
    let lines = sample.records.filter { !$0.isEmpty }.map { $0[0] }
    guard lines.count >= 5 else { return false }
    let blanks = sample.counts.count { $0 == 0 }
    let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
    return blanks * 10 >= sample.counts.count && words >= lines.count * 3 || words >= lines.count * 8
  }

  private static func header(
    _ sample: Sample,
    width: Int,
    options: ReadingOptions,
    name: String
  ) throws -> HeaderFinder.Decision {
    guard let row = options.headerRow else { return HeaderFinder.decide(sample, width: width) }
    guard row > 0 else { return HeaderFinder.Decision(header: nil, group: nil, firstValue: 0) }
    guard row <= sample.records.count, !sample.records[row - 1].isEmpty else {
      throw ReadingFailure.headerBeyondEnd(name, row: row)
    }
    return HeaderFinder.Decision(header: row - 1, group: nil, firstValue: row)
  }

  /// How many columns there are: those named, those without a name that hold values, not the empty end of
  /// each line.
  private static func width(
    _ sample: Sample,
    _ decision: HeaderFinder.Decision,
    usual: Int
  ) -> (width: Int, trailing: Int) {
    let body = sample.records.dropFirst(decision.header.map { $0 + 1 } ?? decision.firstValue).filter {
      !$0.isEmpty
    }
    let header = decision.header.map { sample.records[$0] } ?? []
    // A column of the header counts as soon as one value stands in it. Beyond the header, most rows must have
    // it: a few longer rows are faults of their own.
    func isFilled(_ column: Int) -> Bool {
      let filled = body.count { column < $0.count && !$0[column].isEmpty }
      return column < header.count || header.isEmpty ? filled > 0 : filled * 2 > body.count
    }
    let named = header.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    let written = max(header.count, usual)
    var width = max(written, 1)
    while width > max(named, 1), !isFilled(width - 1) { width -= 1 }
    return (width, written - width)
  }

  /// The header's cells with the blanks and line breaks they were written with.
  private static func written(_ text: [UInt8], _ dialect: DialectSniffer.Decision, record: Int) -> [String] {
    let sample = dialect.sample
    let start = sample.starts[record]
    let end = record + 1 < sample.starts.count ? sample.starts[record + 1] : text.count
    return Sample.raw(
      Array(text[start..<end]),
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      newline: dialect.newline,
      skipsBlanks: dialect.skipsBlanks
    )
  }
}
