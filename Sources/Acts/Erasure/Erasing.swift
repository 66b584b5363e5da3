import Catalogue
import Lake
import Messages
public import Register

extension Platform {
  /// Erases a record for good: every state of it that the journal holds, then the files nothing refers to any
  /// more.
  ///
  /// A dataset goes with its versions and what was declared of it.
  ///
  /// - Parameter ground: the article, the decision or the visa of elimination.
  @discardableResult
  public func erase(
    _ key: RecordKey,
    ground: String,
    reason: String? = nil,
    as actor: Register.Actor
  ) async throws -> Erasure {
    for other in recordsErased(with: key).dropLast() {
      try await eraseStates(of: other, ground, reason, actor)
    }
    let trace = try await eraseStates(of: key, ground, reason, actor)
    try await collectGarbage()
    return trace
  }

  /// Repeats when another act gave the record a new state meanwhile.
  @discardableResult
  private func eraseStates(
    of key: RecordKey,
    _ ground: String,
    _ reason: String?,
    _ actor: Register.Actor
  ) async throws -> Erasure {
    while true {
      let positions = try await positionsToErase(of: key)
      let act = EraseBody(key, positions: positions, ground: ground, reason: reason)
      let trace = try await perform(act, as: actor)
      if state.snapshot.revision(of: key) == nil { return trace }
    }
  }
}
