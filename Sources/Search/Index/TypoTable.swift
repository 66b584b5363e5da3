/// Finds the words at one edit from another: a letter more, less, changed, or two neighbours swapped.
///
/// Each word is entered under its hash and under the hashes of itself less one letter; two words at one edit
/// share one of these. Candidates are then compared letter by letter.
struct TypoTable: Sendable {
  /// The shortest word that may be what a mistyped one meant.
  static let wordLengthMin = 4
  /// The shortest word typed that may hold a mistake.
  static let queryLengthMin = 3

  /// Below so many words, comparing with each is quick enough, and entering them would slow updates.
  static let wordCountMin = 6_000

  private let hashes: [UInt32]
  private let words: [UInt32]

  /// Enters the words of a table, other than short ones, codes and numbers.
  init(_ table: StringTable) {
    guard table.count >= TypoTable.wordCountMin else {
      hashes = []
      words = []
      return
    }
    var entries: [UInt64] = []
    for index in 0..<table.count {
      let word = table[index]
      guard word.count >= TypoTable.wordLengthMin, TypoTable.mayHoldTypo(word) else { continue }
      TypoTable.forEachKey(of: Array(word)) { entries.append(UInt64($0) << 32 | UInt64(index)) }
    }
    entries.sort()
    hashes = entries.map { UInt32($0 >> 32) }
    words = entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Whether a word may be mistyped: numbers and codes never are, one digit changes their meaning.
  static func mayHoldTypo(_ word: some Sequence<UInt8>) -> Bool {
    word.allSatisfy { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
  }

  /// The words of the table at one edit from `query`.
  func neighbours(of query: [UInt8], in table: StringTable) -> [Int] {
    guard query.count >= TypoTable.queryLengthMin, TypoTable.mayHoldTypo(query) else { return [] }
    guard !hashes.isEmpty else {
      return (0..<table.count).filter { index in
        let word = table[index]
        return word.count >= TypoTable.wordLengthMin && Edit.isOne(query[...], word)
      }
    }
    var found: Set<Int> = []
    TypoTable.forEachKey(of: query) { key in
      var place = lowerBound(key)
      while place < hashes.count, hashes[place] == key {
        let word = Int(words[place])
        if !found.contains(word), Edit.isOne(query[...], table[word]) { found.insert(word) }
        place += 1
      }
    }
    return found.sorted()
  }

  var byteCount: Int { hashes.count * 8 }

  private func lowerBound(_ key: UInt32) -> Int {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func forEachKey(of word: [UInt8], _ body: (UInt32) -> Void) {
    body(StringInterner.hash(word))
    var shorter = Array(word.dropFirst())
    for position in word.indices {
      if position > 0 { shorter[position - 1] = word[position - 1] }
      // The same letter twice in a row gives the same shorter word.
      if position > 0, word[position] == word[position - 1] { continue }
      body(StringInterner.hash(shorter))
    }
  }
}

/// Distances between words.
enum Edit {
  /// Whether two words differ by exactly one letter more, less, changed, or two neighbours swapped.
  static func isOne(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard let offset = zip(short, long).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else {
      return short.count != long.count
    }
    let shortRest = short.dropFirst(offset)
    let longRest = long.dropFirst(offset)
    if short.count != long.count { return shortRest.elementsEqual(longRest.dropFirst()) }
    if shortRest.dropFirst().elementsEqual(longRest.dropFirst()) { return true }
    guard shortRest.count > 1 else { return false }
    let pair = shortRest.prefix(2)
    return pair.reversed().elementsEqual(longRest.prefix(2))
      && shortRest.dropFirst(2).elementsEqual(longRest.dropFirst(2))
  }

  /// Whether a word begins with something at one edit from `prefix`.
  static func isOnePrefix(_ prefix: [UInt8], of word: ArraySlice<UInt8>) -> Bool {
    for length in [prefix.count, prefix.count + 1, prefix.count - 1] where length > 0 && length <= word.count
    {
      if isOne(prefix[...], word.prefix(length)) { return true }
    }
    return false
  }
}
