import Testing

@testable import Search

@Suite("Words at one edit")
struct EditTests {
  static let cases: [(String, String, Bool)] = [
    ("arbre", "arbres", true), ("arbre", "rbre", true), ("arbre", "arpre", true), ("arbre", "abrre", true),
    ("arbre", "arbre", false), ("arbre", "arbitre", false), ("ab", "ba", true), ("abc", "cba", false),
    ("", "a", true), ("", "", false), ("abcd", "badc", false), ("velo", "vleo", true),
  ]

  @Test("A letter more, less, changed, or two swapped", arguments: cases)
  func isOne(left: String, right: String, expected: Bool) {
    #expect(Edit.isOne(Array(left.utf8)[...], Array(right.utf8)[...]) == expected)
    #expect(Edit.isOne(Array(right.utf8)[...], Array(left.utf8)[...]) == expected)
  }

  @Test("The typo table finds exactly what comparing every word finds", arguments: [600, 7_000])
  func tableIsComplete(count: Int) {
    var random = Dice(seed: 7)
    let letters = Array("abcd".utf8)
    var words: Set<[UInt8]> = []
    while words.count < count {
      words.insert((0..<(4 + Int(random.next() % 6))).map { _ in letters[Int(random.next() % 4)] })
    }
    var table = StringTable()
    for word in words.sorted(by: { StringTable.precedes($0[...], $1[...]) }) { table.append(word) }
    let typos = TypoTable(table)
    for _ in 0..<60 {
      let query = (0..<(3 + Int(random.next() % 6))).map { _ in letters[Int(random.next() % 4)] }
      let expected = (0..<table.count).filter { Edit.isOne(query[...], table[$0]) }
      #expect(typos.neighbours(of: query, in: table) == expected)
    }
  }

  @Test("Numbers and codes are never taken for mistakes")
  func numbersStand() {
    var table = StringTable()
    table.append(Array("2023".utf8))
    table.append(Array("2024".utf8))
    #expect(TypoTable(table).neighbours(of: Array("2025".utf8), in: table).isEmpty)
  }
}

/// Pseudo-random numbers from a seed (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
