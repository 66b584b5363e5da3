import Testing

@testable import Search

@Suite("Updates one by one")
struct SegmentMergeTests {
  static let fields = [
    SearchField(name: "title", weight: 4, usualLength: 3),
    SearchField(name: "text", weight: 1, usualLength: 8),
  ]

  static let vocabulary = [
    "arbre", "école", "budget", "vélo", "eau", "piste", "menu", "cantine", "déchet", "tri", "verre",
    "compost",
    "stade", "musée", "prêt", "livre", "rue", "place", "chantier", "bus", "tram", "gare", "parc", "jardin",
  ]

  static func document(_ slot: UInt32, _ dice: inout Dice) -> SearchDocument {
    func words(_ count: Int) -> String {
      (0..<count).map { _ in vocabulary[Int(dice.next() % UInt64(vocabulary.count))] }.joined(separator: " ")
    }
    return SearchDocument(slot: slot, texts: [words(2), words(6)])
  }

  @Test("An index grown by two thousand updates finds what an index built at once finds")
  func equivalence() {
    var dice = Dice(seed: 42)
    var truth: [UInt32: SearchDocument] = [:]
    var grown = SearchIndex(fields: SegmentMergeTests.fields)
    for _ in 0..<2_000 {
      let slot = UInt32(dice.next() % 400)
      if dice.next() % 5 == 0 {
        truth[slot] = nil
        grown = grown.applying(changed: [], removed: [slot])
      } else {
        let document = SegmentMergeTests.document(slot, &dice)
        truth[slot] = document
        grown = grown.applying(changed: [document])
      }
    }
    let built = SearchIndex(fields: SegmentMergeTests.fields).applying(changed: Array(truth.values))
    #expect(grown.count == truth.count)
    #expect(grown.segments.count <= 6)
    for first in SegmentMergeTests.vocabulary {
      for second in SegmentMergeTests.vocabulary.prefix(6) {
        let query = "\(first) \(second) "
        #expect(grown.search(query).slots == built.search(query).slots, "\(query)")
      }
      #expect(grown.search(String(first.prefix(2))).slots == built.search(String(first.prefix(2))).slots)
    }
  }

  @Test("One update of a large index does not copy its large segment")
  func cheapUpdate() {
    var dice = Dice(seed: 3)
    let documents = (0..<3_000).map { SegmentMergeTests.document(UInt32($0), &dice) }
    let large = SearchIndex(fields: SegmentMergeTests.fields).applying(changed: documents)
    let updated = large.applying(changed: [SegmentMergeTests.document(17, &dice)])
    #expect(updated.segments.count == 2)
    #expect(updated.segments[0].segment === large.segments[0].segment)
  }

  @Test("An index emptied and filled again keeps nothing of the past")
  func emptied() {
    var dice = Dice(seed: 5)
    let documents = (0..<50).map { SegmentMergeTests.document(UInt32($0), &dice) }
    var index = SearchIndex(fields: SegmentMergeTests.fields).applying(changed: documents)
    index = index.applying(changed: [], removed: Array(0..<50))
    #expect(index.count == 0)
    #expect(SegmentMergeTests.vocabulary.allSatisfy { index.search($0).slots.isEmpty })
    index = index.applying(changed: documents)
    #expect(index.count == 50 && index.segments.count == 1)
  }
}
