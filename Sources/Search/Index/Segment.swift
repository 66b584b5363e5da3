/// An immutable inverted index of some documents.
final class Segment: Sendable {
  /// The words of the documents, folded.
  let words: StringTable
  /// The stem of each word.
  let termOfWord: [UInt32]
  /// The stems.
  let terms: StringTable
  /// Where the postings of each stem start; one more to end the last.
  let starts: [UInt32]
  /// The document of each posting, ascending for each stem.
  let slots: [UInt32]
  /// How much the stem counts in that document: 15 bits of weight, then whether it is in the document's name.
  let impacts: [UInt16]
  /// The documents, ascending.
  let documents: [UInt32]
  /// The words at one edit from another.
  let wordTypos: TypoTable
  /// The stems at one edit from another: for a mistake in a plural where the documents have the singular.
  let termTypos: TypoTable

  init(
    words: StringTable,
    termOfWord: [UInt32],
    terms: StringTable,
    starts: [UInt32],
    slots: [UInt32],
    impacts: [UInt16],
    documents: [UInt32]
  ) {
    self.words = words
    self.termOfWord = termOfWord
    self.terms = terms
    self.starts = starts
    self.slots = slots
    self.impacts = impacts
    self.documents = documents
    wordTypos = TypoTable(words)
    termTypos = TypoTable(terms)
  }

  /// How many documents a stem is in, those since replaced included.
  func documentCount(ofTerm term: Int) -> Int { Int(starts[term + 1] - starts[term]) }

  /// The first word, in the alphabet, that has a stem.
  func firstWord(ofTerm term: Int) -> Int? {
    words.range(withPrefix: Array(terms[term])).first { termOfWord[$0] == term }
      ?? termOfWord.firstIndex(of: UInt32(term))
  }

  /// Whether a document is indexed here.
  func contains(_ slot: UInt32) -> Bool {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return low < documents.count && documents[low] == slot
  }

  /// The memory it takes, in bytes, but for what the language adds to each array.
  var byteCount: Int {
    words.bytes.count + words.starts.count * 4 + termOfWord.count * 4 + terms.bytes.count + terms.starts.count
      * 4
      + starts.count * 4 + slots.count * 6 + documents.count * 4 + wordTypos.byteCount + termTypos.byteCount
  }

  /// The weight of an impact, from 0 to 1.
  @inline(__always)
  static func weight(_ impact: UInt16) -> Float { Float(impact >> 1) * (1 / 32_767) }

  /// Packs a weight from 0 to 1, and whether the stem is in the document's name.
  static func impact(weight: Float, inName: Bool) -> UInt16 {
    UInt16(max(1, min(32_767, (weight * 32_767).rounded()))) << 1 | (inName ? 1 : 0)
  }
}

/// A set of slots, as bits.
struct SlotSet: Sendable {
  private(set) var bits: [UInt64] = []
  private(set) var count = 0

  func contains(_ slot: UInt32) -> Bool {
    let place = Int(slot >> 6)
    return place < bits.count && bits[place] & (1 << UInt64(slot & 63)) != 0
  }

  mutating func insert(_ slot: UInt32) {
    let place = Int(slot >> 6)
    if place >= bits.count { bits += [UInt64](repeating: 0, count: place + 1 - bits.count) }
    let bit: UInt64 = 1 << UInt64(slot & 63)
    if bits[place] & bit == 0 {
      bits[place] |= bit
      count += 1
    }
  }
}
