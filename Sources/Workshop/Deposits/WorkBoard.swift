import Messages
import Synchronization

/// Work that reads whole files: begun once for each subject, followed while it runs, kept once it is done.
///
/// It goes on when whoever asked closes the page: they find its outcome when they come back. Of what is done,
/// the least recently asked for is forgotten first.
final class WorkBoard<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// How far a work is.
  enum Standing: Sendable {
    /// It runs; so many rows were read.
    case running(rows: Int)
    /// It is done.
    case done(Value)
    /// It failed, or was cancelled.
    case failed(Failure)
  }

  private struct Entry {
    var standing: Standing
    var task: Task<Void, Never>?
    var use: Int
    let turn: Int
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var clock = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  /// Keeps the outcomes of so many works.
  init(capacity: Int) { self.capacity = capacity }

  /// How far the work about a subject is; `nil` where none was begun.
  func standing(_ key: Key) -> Standing? {
    state.withLock { state in
      state.clock += 1
      state.entries[key]?.use = state.clock
      return state.entries[key]?.standing
    }
  }

  /// Begins the work about a subject, unless it was begun before.
  ///
  /// - Parameter work: Is given where to tell the rows read.
  func begin(
    _ key: Key,
    _ work: @escaping @Sendable (@escaping @Sendable (Int) -> Void) async throws -> Value
  ) {
    state.withLock { state in
      guard state.entries[key] == nil else { return }
      state.clock += 1
      let turn = state.clock
      let task = Task {
        let standing: Standing
        do {
          standing = .done(try await work { rows in self.tell(key, turn, .running(rows: rows)) })
        } catch let failure as Failure {
          standing = .failed(failure)
        } catch is CancellationError {
          standing = .failed(BoardFailure.cancelled)
        } catch { standing = .failed(BoardFailure.unexpected) }
        self.tell(key, turn, standing)
      }
      state.entries[key] = Entry(standing: .running(rows: 0), task: task, use: turn, turn: turn)
      Self.forget(&state, beyond: capacity)
    }
  }

  /// Begins the work about a subject where needed, and waits for it, no longer than patience allows.
  func look(
    _ key: Key,
    patience: Duration,
    _ work: @escaping @Sendable (@escaping @Sendable (Int) -> Void) async throws -> Value
  ) async -> Standing {
    begin(key, work)
    let end = ContinuousClock.now + patience
    var pause = Duration.milliseconds(2)
    while ContinuousClock.now < end {
      let standing = standing(key) ?? .failed(BoardFailure.cancelled)
      guard case .running = standing else { return standing }
      try? await Task.sleep(for: pause)
      if Task.isCancelled { return standing }
      pause = min(pause * 2, .milliseconds(40))
    }
    return standing(key) ?? .failed(BoardFailure.cancelled)
  }

  /// Stops a work that runs.
  func cancel(_ key: Key) { state.withLock { $0.entries[key]?.task }?.cancel() }

  /// Forgets a work that is over, for it to be begun again.
  func forget(_ key: Key) {
    state.withLock { state in
      if case .running? = state.entries[key]?.standing { return }
      state.entries[key] = nil
    }
  }

  /// How many outcomes are kept.
  var count: Int { state.withLock { $0.entries.count } }

  private func tell(_ key: Key, _ turn: Int, _ standing: Standing) {
    state.withLock { state in
      guard let entry = state.entries[key], entry.turn == turn else { return }
      // Rows told by another thread may come after the end.
      if case .running = standing, case .running = entry.standing {
      } else if case .running = standing {
        return
      }
      state.entries[key]?.standing = standing
      if case .running = standing { return }
      state.entries[key]?.task = nil
    }
  }

  private static func forget(_ state: inout State, beyond capacity: Int) {
    while state.entries.count > capacity {
      let over = state.entries.filter { if case .running = $0.value.standing { false } else { true } }
      guard let oldest = over.min(by: { $0.value.use < $1.value.use }) else { return }
      state.entries[oldest.key] = nil
    }
  }
}

/// Why a work has no outcome.
enum BoardFailure {
  static let cancelled = Failure(
    "deposit.cancelled",
    .unavailable,
    fr: "La lecture a été arrêtée.",
    en: "Reading was stopped.",
    remedy: Bilingual(fr: "Relancez-la quand vous voulez.", en: "Start it again when you like.")
  )

  static let unexpected = Failure(
    "deposit.unexpected",
    .unavailable,
    fr: "La lecture a échoué de façon inattendue.",
    en: "Reading failed unexpectedly.",
    remedy: Bilingual(
      fr: "Relancez-la ; si cela se répète, prévenez l’administrateur de la plateforme.",
      en: "Start it again; if it happens again, tell the platform’s administrator."
    )
  )
}
