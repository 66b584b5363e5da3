import Testing

@testable import Tabular

struct ValueTableTests {
  private static let limit = 40_000

  /// A table of distinct values, whose texts do not all have room.
  private func table(of count: Int) -> ValueTable {
    var table = ValueTable()
    for number in 0..<count {
      if table.isFull { table.grow() }
      let hash = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
      var entry = ValueTable.Entry()
      entry.hash = hash
      entry.count = 1
      withText(of: number) { entry.text = table.keepText($0, $1, limit: Self.limit) }
      entry.wantsText = entry.text == 0
      table.put(entry, at: table.slot(of: hash))
    }
    return table
  }

  private func withText(of number: Int, _ body: (UnsafePointer<UInt8>, Int) -> Void) {
    var text = "valeur distincte \(number)"
    text.withUTF8 { bytes in
      if let base = bytes.baseAddress { body(base, bytes.count) }
    }
  }

  @Test("Values that come again make room for texts once for each power of two, not once for each value")
  func compactions() {
    var table = table(of: 8000)
    #expect(table.compactions == 0)
    let rounds = 20
    for _ in 1..<rounds {
      for number in 0..<8000 {
        let slot = table.slot(of: UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15)
        table.slots[slot].count += 1
        guard table.slots[slot].wantsText else { continue }
        withText(of: number) { table.keepTextAgain(slot: slot, $0, $1, limit: Self.limit) }
      }
    }
    // Each count up to 20 that is a power of two: 2, 4, 8 and 16.
    #expect((1...4).contains(table.compactions))
  }

  @Test("The texts of values that come more often take the place of those that came once")
  func mostFrequent() {
    var table = table(of: 4000)
    let last = table.slot(of: UInt64(4000) &* 0x9E37_79B9_7F4A_7C15)
    #expect(table.text(of: table.slots[last]) == nil)
    table.slots[last].count += 1
    withText(of: 3999) { table.keepTextAgain(slot: last, $0, $1, limit: Self.limit) }
    #expect(table.text(of: table.slots[last]) == "valeur distincte 3999")
  }
}
