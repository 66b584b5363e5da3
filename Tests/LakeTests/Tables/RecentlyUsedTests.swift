import Testing

@testable import Lake

struct RecentlyUsedTests {
  @Test("What was not used for longest goes first")
  func order() {
    var kept = RecentlyUsed<Int, Int>(capacity: 16)
    for key in 0..<16 { kept[key] = key }
    _ = kept[0]
    kept[16] = 16
    #expect(kept[0] == 0)
    #expect(kept[1] == nil)
    #expect(kept[16] == 16)
  }

  @Test("The weight stays within the capacity, and a giant is not kept at all")
  func weight() {
    var kept = RecentlyUsed<Int, Int>(capacity: 1000)
    kept.insert(1, for: 1, weighing: 126)
    #expect(kept[1] == nil)
    for key in 0..<100 { kept.insert(key, for: key, weighing: 100) }
    #expect((0..<100).count { kept[$0] != nil } <= 10)
    #expect(kept[99] == 99)
  }
}
