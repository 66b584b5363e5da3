public import Messages
import Synchronization

/// What an action says on the page that follows it, once.
public struct FlashNotice: Sendable, Hashable {
  /// How it should be read.
  public let tone: Tone
  /// What was done.
  public let text: Bilingual

  /// Makes a notice.
  public init(_ tone: Tone = .good, fr: String, en: String) {
    self.tone = tone
    text = Bilingual(fr: fr, en: en)
  }
}

/// The notices that wait for the next page of each session.
///
/// They live in memory: losing one is no harm.
public final class FlashBoard: Sendable {
  private let notices = Mutex<[String: FlashNotice]>([:])
  private let most = 10_000

  /// Makes an empty board.
  public init() {}

  /// Leaves a notice for a session; the last one counts.
  public func leave(_ notice: FlashNotice, session: String) {
    notices.withLock { notices in
      if notices.count >= most { notices.removeAll() }
      notices[session] = notice
    }
  }

  /// Takes the notice of a session.
  public func take(session: String) -> FlashNotice? {
    notices.withLock { $0.removeValue(forKey: session) }
  }
}

/// The workshop patterns that something answers: the navigation shows no address that leads nowhere.
public final class ServedPatterns: Sendable {
  private let patterns = Mutex<Set<WorkshopRoute.Pattern>>([])

  /// Makes an empty set.
  public init() {}

  /// Notes that a pattern is answered.
  public func add(_ pattern: WorkshopRoute.Pattern) { patterns.withLock { _ = $0.insert(pattern) } }

  /// Whether a pattern is answered.
  public func contains(_ pattern: WorkshopRoute.Pattern) -> Bool {
    patterns.withLock { $0.contains(pattern) }
  }
}
