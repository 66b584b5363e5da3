import Glibc

/// Finds how a text is delimited, by what comes back from one record to the next.
struct DialectSniffer {
  /// What was decided.
  struct Decision {
    var delimiter: UInt8?
    var quote: UInt8
    var newline: UInt8
    var newlineText: String
    var skipsBlanks: Bool
    var sample: Sample
  }

  private static let candidates: [(byte: UInt8, weight: Double)] = [
    (UInt8(ascii: ";"), 1), (UInt8(ascii: ","), 1), (UInt8(ascii: "\t"), 1), (UInt8(ascii: "|"), 0.95),
    (UInt8(ascii: "^"), 0.8), (UInt8(ascii: "~"), 0.8), (0x1F, 0.8), (UInt8(ascii: ":"), 0.4),
  ]

  /// How much of the text is looked at, unless it has too few records.
  private static let window = 128 << 10

  /// Decides on the start of a text, which is the whole of it where `isWhole`.
  static func decide(_ text: [UInt8], isWhole: Bool, delimiter forced: UInt8?) -> Decision {
    if text.count > window {
      let decision = decide(part: Array(text[..<window]), isWhole: false, delimiter: forced)
      if decision.sample.counts.count(where: { $0 > 0 }) >= 50 { return decision }
    }
    return decide(part: text, isWhole: isWhole, delimiter: forced)
  }

  private static func decide(part text: [UInt8], isWhole: Bool, delimiter forced: UInt8?) -> Decision {
    let (newline, newlineText) = newline(text)
    let skipsBlanks = hasBlankBeforeQuote(text)
    func sample(_ delimiter: UInt8?, quote: UInt8 = UInt8(ascii: "\"")) -> Sample {
      Sample(
        text,
        isWhole: isWhole,
        delimiter: delimiter,
        quote: quote,
        newline: newline,
        skipsBlanks: skipsBlanks && delimiter == UInt8(ascii: ",")
      )
    }
    let declared = forced ?? declaredDelimiter(text)
    let (delimiter, best) = declared.map { ($0, sample($0)) } ?? choose { sample($0) }
    var decision = Decision(
      delimiter: delimiter,
      quote: UInt8(ascii: "\""),
      newline: newline,
      newlineText: newlineText,
      skipsBlanks: skipsBlanks && delimiter == UInt8(ascii: ","),
      sample: best
    )
    if !best.sawQuotes, usesApostrophes(best) {
      decision.quote = UInt8(ascii: "'")
      decision.sample = sample(delimiter, quote: decision.quote)
    }
    return decision
  }

  private static func choose(_ sample: (UInt8?) -> Sample) -> (UInt8?, Sample) {
    var best: (delimiter: UInt8?, sample: Sample?, score: Double) = (nil, nil, 0)
    for candidate in candidates {
      let cut = sample(candidate.byte)
      let score = score(cut, isComma: candidate.byte == UInt8(ascii: ",")) * candidate.weight
      if score > best.score { best = (candidate.byte, cut, score) }
    }
    guard best.score >= 0.28, let cut = best.sample else { return (nil, sample(nil)) }
    return (best.delimiter, cut)
  }

  /// How regularly a delimiter cuts: from 0 (never) towards 1 (always, into many cells, quotes matching).
  static func score(_ sample: Sample, isComma: Bool) -> Double {
    let filled = sample.counts.filter { $0 > 0 }
    // Titles stand before a table: lines that the delimiter does not cut.
    let titles = filled.prefix { $0 == 1 }.count
    let counts = titles <= HeaderFinder.searched ? filled.dropFirst(titles) : filled[...]
    var tally: [Int: Int] = [:]
    for count in counts where count > 1 { tally[count, default: 0] += 1 }
    guard let header = counts.first, let mode = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else {
      return 0
    }
    // Rows that leave out their last, empty cells still follow a longer header.
    let shorter = header > mode.key ? counts.count { $0 <= header && $0 * 2 > header } : 0
    let share = Double(max(mode.value, shorter)) / Double(counts.count)
    var score = share * (1 - 1 / Double(mode.key)) * (1 - 0.5 * Double(sample.faults) / Double(filled.count))
    score *= titles == 0 ? 1 : 0.8
    if header < mode.key { score *= 0.9 }
    // Decimal commas come in values only: a comma that does not cut the first line delimits nothing.
    if isComma, titles > 0 { score *= mode.key == 2 && areDecimals(sample) ? 0.2 : 0.7 }
    return score
  }

  private static func areDecimals(_ sample: Sample) -> Bool {
    let pairs = sample.records.filter { $0.count == 2 }
    return pairs.count { $0.allSatisfy { CellShape($0) == .integer } } * 10 >= pairs.count * 9
  }

  /// Excel's own first line, `sep=;`.
  private static func declaredDelimiter(_ text: [UInt8]) -> UInt8? {
    guard text.count > 5, text.starts(with: Array("sep=".utf8)), text[5] == 0x0A || text[5] == 0x0D else {
      return nil
    }
    return text[4]
  }

  private static func newline(_ text: [UInt8]) -> (UInt8, String) {
    text.withUnsafeBufferPointer { text in
      var lineFeeds = 0
      var pairs = 0
      var returns = 0
      var at = 0
      while at < text.count {
        let byte = text[at]
        if byte == 0x0A {
          lineFeeds += 1
          if at > 0, text[at - 1] == 0x0D { pairs += 1 }
        } else if byte == 0x0D {
          returns += 1
        }
        at += 1
      }
      if lineFeeds == 0, returns > 0 { return (0x0D, "\r") }
      return (0x0A, pairs * 2 > lineFeeds ? "\r\n" : "\n")
    }
  }

  private static func usesApostrophes(_ sample: Sample) -> Bool {
    let cells = sample.records.joined().filter { $0.hasPrefix("'") }
    return cells.count >= max(2, sample.records.count / 2)
      && cells.count { $0.utf8.count > 1 && $0.hasSuffix("'") } * 4 >= cells.count * 3
  }

  private static func hasBlankBeforeQuote(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return false }
      var at = 0
      while at < text.count, let found = memchr(start + at, Int32(UInt8(ascii: "\"")), text.count - at) {
        at = found - UnsafeMutableRawPointer(mutating: start)
        if at >= 2, text[at - 1] == 0x20, text[at - 2] == UInt8(ascii: ",") { return true }
        at += 1
      }
      return false
    }
  }
}
