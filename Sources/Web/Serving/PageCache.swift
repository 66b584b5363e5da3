import Synchronization

/// What a rendered answer depends on: nothing else may change it.
public struct PageKey: Hashable, Sendable {
  /// The path and query of the address.
  public let address: String
  /// The number of entries of the journal it was made from.
  public let position: Int
  /// The day it was made, for what is late and what is due.
  public let day: Int

  /// Makes a key.
  public init(address: String, position: Int, day: Int) {
    self.address = address
    self.position = position
    self.day = day
  }
}

/// Rendered answers, the least recently used forgotten first when they take too many bytes.
public final class PageCache: Sendable {
  private struct Entry {
    let page: StoredPage
    var usedAt: UInt64
  }

  private struct State {
    var entries: [PageKey: Entry] = [:]
    var bytes = 0
    var clock: UInt64 = 0
    var hits = 0
    var misses = 0
  }

  private let state = Mutex(State())
  private let capacity: Int

  /// Makes a cache of so many bytes.
  public init(capacity: Int) { self.capacity = capacity }

  /// The answer kept under the key, or the one `make` renders, kept if it is not too large.
  public func page(_ key: PageKey, make: () async throws -> StoredPage) async rethrows -> StoredPage {
    if let kept = lookUp(key) { return kept }
    let page = try await make()
    keep(page, key)
    return page
  }

  /// How many answers came from memory, how many were made, and how many bytes are kept.
  public var figures: (hits: Int, misses: Int, bytes: Int) {
    state.withLock { ($0.hits, $0.misses, $0.bytes) }
  }

  private func lookUp(_ key: PageKey) -> StoredPage? {
    state.withLock { state in
      guard let page = state.entries[key]?.page else {
        state.misses += 1
        return nil
      }
      state.clock += 1
      state.hits += 1
      state.entries[key]?.usedAt = state.clock
      return page
    }
  }

  private func keep(_ page: StoredPage, _ key: PageKey) {
    // One answer may not push out most of the others.
    guard page.size <= capacity / 8 else { return }
    state.withLock { state in
      state.clock += 1
      if let old = state.entries.updateValue(Entry(page: page, usedAt: state.clock), forKey: key) {
        state.bytes -= old.page.size
      }
      state.bytes += page.size
      if state.bytes > capacity { Self.shrink(&state, to: capacity / 8 * 7) }
    }
  }

  private static func shrink(_ state: inout State, to target: Int) {
    for (key, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
      guard state.bytes > target else { return }
      state.entries[key] = nil
      state.bytes -= entry.page.size
    }
  }
}
