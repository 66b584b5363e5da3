/// What speaks for one encoding or another in a run of bytes.
enum EncodingEvidence {
  /// The UTF-16 or UTF-8 of a byte order mark or, for UTF-16 without one, of zeros at every other byte.
  static func unicode(_ head: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, markLength: Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFF, 0xFE, 0, 0]) {
      return (.utf16LittleEndian, 2)
    }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let pairs = min(head.count, 4096) / 2
    guard pairs >= 2 else { return nil }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      zeros.even += head[pair * 2] == 0 ? 1 : 0
      zeros.odd += head[pair * 2 + 1] == 0 ? 1 : 0
    }
    if zeros.odd * 10 >= pairs * 6, zeros.even * 20 <= pairs { return (.utf16LittleEndian, 0) }
    if zeros.even * 10 >= pairs * 6, zeros.odd * 20 <= pairs { return (.utf16BigEndian, 0) }
    return nil
  }

  /// Decides the encoding of a run that has bytes above 0x7F; `nil` when it has none.
  ///
  /// Accented text in a single-byte encoding is hardly ever valid UTF-8, so one valid sequence weighs more
  /// than one fault: a UTF-8 file with a few foreign bytes stays UTF-8.
  static func decide(_ run: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let (sequences, faults) = sequencesAndFaults(run)
    if sequences + faults == 0 { return nil }
    if faults == 0 || sequences > faults { return .utf8 }
    return singleByte(run)
  }

  /// The most likely single-byte encoding of French text, Windows-1252 where nothing speaks against it.
  ///
  /// Windows-1250 is no candidate: it shares é with Windows-1252 and makes ś of œ.
  static func singleByte(
    _ run: UnsafeBufferPointer<UInt8>,
    among candidates: [TextEncoding] = [.windows1252, .latin9, .macintosh, .ibm850, .latin1]
  ) -> TextEncoding {
    let occurrences = contexts(run)
    var best = (encoding: TextEncoding.windows1252, score: Int.min)
    for candidate in candidates {
      let table = candidate.upperHalf
      let score = occurrences.reduce(0) { sum, entry in
        sum + entry.value
          * plausibility(table[Int(entry.key.byte) - 0x80], after: entry.key.before, before: entry.key.after)
      }
      if score > best.score { best = (candidate, score) }
    }
    return best.encoding
  }

  /// Whether a byte means another character in ISO 8859-15 than in Windows-1252.
  static func tellsLatin9(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC...0xBE, 0x80...0x9F: true
    default: false
    }
  }

  private static func sequencesAndFaults(_ run: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
    var sequences = 0
    var faults = 0
    var at = 0
    while at < run.count {
      if run[at] < 0x80 {
        at += 1
        continue
      }
      switch UTF8Sequence.length(run, at: at) {
      case .valid(let length):
        sequences += 1
        at += length
      case .cut: at = run.count
      case .invalid:
        faults += 1
        at += 1
      }
    }
    return (sequences, faults)
  }

  // MARK: Plausibility in French text

  private enum Neighbour: Hashable { case lower, upper, digit, blank, other }

  private struct Context: Hashable {
    var byte: UInt8
    var before: Neighbour
    var after: Neighbour
  }

  private static func contexts(_ run: UnsafeBufferPointer<UInt8>) -> [Context: Int] {
    var counts: [Context: Int] = [:]
    for at in run.indices where run[at] >= 0x80 {
      let before = at == 0 ? Neighbour.blank : neighbour(run[at - 1])
      let after = at + 1 == run.count ? Neighbour.blank : neighbour(run[at + 1])
      counts[Context(byte: run[at], before: before, after: after), default: 0] += 1
    }
    return counts
  }

  private static func neighbour(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0...0x20: .blank
    default: .other
    }
  }

  private static func plausibility(_ scalar: Unicode.Scalar, after before: Neighbour, before after: Neighbour)
    -> Int
  {
    let touchesLower = before == .lower || after == .lower
    let touchesUpper = before == .upper || after == .upper
    let isInside = (before == .lower || before == .upper) && (after == .lower || after == .upper)
    switch scalar {
    case "é", "è", "ê", "à", "ç": return touchesLower ? 4 : touchesUpper ? 0 : 2
    case "ô", "î", "ï", "ë", "â", "û", "ù", "œ", "ü", "ö", "ä", "æ", "ÿ", "ñ", "á", "í", "ó", "ú":
      return touchesLower ? 2 : touchesUpper ? -1 : 1
    case "É", "È", "Ê", "À", "Ç", "Ô", "Î", "Ï", "Ë", "Â", "Û", "Ù", "Œ", "Ü", "Ö", "Ä":
      return before == .lower ? -3 : touchesUpper || touchesLower ? 2 : 1
    case "’", "‘", "“", "”", "«", "»", "–", "—", "…", "\u{A0}", "•", "°", "º", "ª":
      return isInside && scalar != "’" ? -1 : 2
    case "€": return isInside ? -3 : 3
    case "²", "³", "§", "·", "×", "±", "µ", "©", "®", "™": return isInside ? -2 : 0
    case "\u{80}"..."\u{9F}", "\u{2500}"..."\u{25FF}", "\u{F8FF}": return -6
    default: return isInside ? -4 : -2
    }
  }
}

/// Sequences of UTF-8 (RFC 3629).
enum UTF8Sequence {
  /// What stands at a byte above 0x7F.
  enum Standing: Equatable {
    /// A whole sequence of that many bytes.
    case valid(Int)
    /// The start of a sequence that goes on after the run.
    case cut
    /// No sequence.
    case invalid
  }

  /// Looks at the byte above 0x7F at `at`.
  static func length(_ run: UnsafeBufferPointer<UInt8>, at: Int) -> Standing {
    let lead = run[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid
    }
    guard at + 1 < run.count else { return .cut }
    guard second.contains(run[at + 1]) else { return .invalid }
    for next in 2..<max(length, 2) {
      guard at + next < run.count else { return .cut }
      guard run[at + next] & 0xC0 == 0x80 else { return .invalid }
    }
    return .valid(length)
  }
}
