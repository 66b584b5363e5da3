import Synchronization

/// A few values made from immutable files, kept by digest: a new version has another one.
final class Kept<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The value of a digest, made if it is not kept.
  func value(_ digest: String, make: () async throws -> Value) async rethrows -> Value {
    if let kept = values.withLock({ $0[digest] }) { return kept }
    let value = try await make()
    values.withLock { values in
      // Which one goes does not matter: it is made again when it is asked for.
      if values.count >= limit, let any = values.keys.first { values[any] = nil }
      values[digest] = value
    }
    return value
  }
}
