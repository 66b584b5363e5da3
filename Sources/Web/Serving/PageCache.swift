import Synchronization

/// What a rendered answer depends on: nothing else may change it.
public struct PageKey: Hashable, Sendable {
  /// The path and query of the address.
  public let address: String
  /// The number of entries of the journal when what it shows last changed.
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
    /// The keys being made now, with those who wait for each.
    var making: [PageKey: [CheckedContinuation<StoredPage?, Never>]] = [:]
    var bytes = 0
    var clock: UInt64 = 0
    var hits = 0
    var misses = 0
  }

  private enum Finding {
    case kept(StoredPage)
    case beingMade
    case absent
  }

  private let state = Mutex(State())
  private let capacity: Int

  /// Makes a cache of so many bytes.
  public init(capacity: Int) { self.capacity = capacity }

  /// The answer kept under the key, or the one `make` renders, kept if it is not too large.
  ///
  /// Of many who ask for the same answer at once, one makes it and the others wait for it.
  public func page(_ key: PageKey, make: () async throws -> StoredPage) async rethrows -> StoredPage {
    while true {
      switch find(key) {
      case .kept(let page): return page
      case .beingMade: if let page = await wait(key) { return page }
      case .absent:
        do {
          let page = try await make()
          finish(key, page)
          return page
        } catch {
          finish(key, nil)
          throw error
        }
      }
    }
  }

  /// How many answers came from memory, how many were made, and how many bytes are kept.
  public var figures: (hits: Int, misses: Int, bytes: Int) {
    state.withLock { ($0.hits, $0.misses, $0.bytes) }
  }

  private func find(_ key: PageKey) -> Finding {
    state.withLock { state in
      if let page = state.entries[key]?.page {
        state.clock += 1
        state.hits += 1
        state.entries[key]?.usedAt = state.clock
        return .kept(page)
      }
      if state.making[key] != nil { return .beingMade }
      state.misses += 1
      state.making[key] = []
      return .absent
    }
  }

  /// The answer someone else is making; `nil` where that failed, or ended meanwhile.
  private func wait(_ key: PageKey) async -> StoredPage? {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        guard state.making[key] != nil else { return true }
        state.making[key]?.append(continuation)
        return false
      }
      if isOver { continuation.resume(returning: nil) }
    }
  }

  private func finish(_ key: PageKey, _ page: StoredPage?) {
    let waiting = state.withLock { state in
      // One answer may not push out most of the others.
      if let page, page.size <= capacity / 8 { keep(page, key, &state) }
      return state.making.removeValue(forKey: key) ?? []
    }
    for continuation in waiting { continuation.resume(returning: page) }
  }

  private func keep(_ page: StoredPage, _ key: PageKey, _ state: inout State) {
    state.clock += 1
    if let old = state.entries.updateValue(Entry(page: page, usedAt: state.clock), forKey: key) {
      state.bytes -= old.page.size
    }
    state.bytes += page.size
    if state.bytes > capacity { Self.shrink(&state, to: capacity / 8 * 7) }
  }

  private static func shrink(_ state: inout State, to target: Int) {
    for (key, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
      guard state.bytes > target else { return }
      state.entries[key] = nil
      state.bytes -= entry.page.size
    }
  }
}
