import Dispatch
import Messages
import Synchronization

/// Watches over a running statement: stops it when its time is over or its task is cancelled.
///
/// An interrupt that comes just before the statement starts is forgotten by DuckDB, so it is repeated until
/// the work has ended.
final class Watch: Sendable {
  private enum State { case running, timedOut, cancelled, ended }
  private let state = Mutex(State.running)
  private let connection: Connection

  /// Starts to watch.
  init(_ connection: Connection, limit: Duration) {
    self.connection = connection
    let components = limit.components
    let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
    Self.queue.asyncAfter(deadline: .now() + seconds) { [weak self] in self?.stop(as: .timedOut) }
  }

  /// Stops the statement for its task was cancelled.
  func cancel() { stop(as: .cancelled) }

  /// Says that the work has ended.
  func end() { state.withLock { if $0 == .running { $0 = .ended } } }

  /// What the work's error means, now that it has ended.
  func explain(_ error: any Error) -> any Error {
    switch state.withLock({ $0 }) {
    case .timedOut: Self.timeIsOver
    case .cancelled: CancellationError()
    case .running, .ended: (error as? EngineFault).map(\.failure) ?? error
    }
  }

  private func stop(as reason: State) {
    let stops = state.withLock { state in
      if state == .running { state = reason }
      return state == reason
    }
    if stops { repeatInterrupt() }
  }

  private let finished = Mutex(false)

  /// Ends the repetition of interrupts.
  func close() {
    end()
    finished.withLock { $0 = true }
  }

  private func repeatInterrupt() {
    // Held while interrupting, so that a connection given to the next work is never interrupted for this one.
    let again = finished.withLock { finished in
      if !finished { connection.interrupt() }
      return !finished
    }
    if again { Self.queue.asyncAfter(deadline: .now() + 0.02) { [weak self] in self?.repeatInterrupt() } }
  }

  private static let queue = DispatchQueue(label: "arpent.lake.watch")

  static let timeIsOver = Failure(
    "lake.query.time",
    .exhausted,
    fr: "La requête a dépassé le temps permis.",
    en: "The query ran over its time.",
    remedy: Bilingual(
      fr: "Demandez moins de lignes, ajoutez un filtre, ou téléchargez le fichier entier.",
      en: "Ask for fewer rows, add a filter, or download the whole file."
    )
  )
}

extension EngineFault {
  /// What people are told.
  ///
  /// The engine's own text is not shown: it may hold paths.
  var failure: Failure {
    if isMemory {
      return Failure(
        "lake.query.memory",
        .exhausted,
        fr: "La requête a dépassé la mémoire permise.",
        en: "The query ran over its memory.",
        remedy: Bilingual(
          fr: "Demandez moins de lignes ou de groupes, ou ajoutez un filtre.",
          en: "Ask for fewer rows or groups, or add a filter."
        )
      )
    }
    if isDiskFull { return DiskFull.failure }
    return Failure(
      "lake.query.failed",
      .unavailable,
      fr: "Le moteur de requêtes n’a pas pu répondre.",
      en: "The query engine could not answer.",
      remedy: Bilingual(
        fr: "Réessayez ; si cela persiste, vérifiez l’intégrité avec « arpent verify ».",
        en: "Try again; if it goes on, check the data with “arpent verify”."
      )
    )
  }
}
