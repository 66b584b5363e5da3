import Acts
internal import CivilTime
import Register
import Web

/// The last states of the past that were read: each folds the journal again, so they are made one at a time.
actor PastStates {
  private struct Kept {
    let position: Int
    let day: CivilDate
    let state: TerritoryState
  }

  private let platform: Platform
  private var kept: [Kept] = []
  private var making: Task<TerritoryState, any Error>?
  private static let limit = 2

  init(platform: Platform) { self.platform = platform }

  /// The state at the end of a day, without what was erased since.
  func state(on day: CivilDate) async throws -> TerritoryState {
    while let making { _ = try? await making.value }
    // An erasure is an entry too: what was read before it is not given any more.
    let position = platform.state.head.size
    kept.removeAll { $0.position != position }
    if let known = kept.first(where: { $0.day == day }) { return known.state }
    let task = Task { [platform] in try await platform.state(at: day.end) }
    making = task
    defer { making = nil }
    let state = try await task.value
    if kept.count >= Self.limit { kept.removeFirst() }
    kept.append(Kept(position: position, day: day, state: state))
    return state
  }
}
