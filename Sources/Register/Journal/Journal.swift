public import Foundation
public import Messages

/// The ordered, append-only list of changes: one adapter for each database that can keep it.
///
/// A journal is shared by several processes. Its adapters store what the kernel sealed and compute no hash.
public protocol Journal: HashStore {
  /// Where the journal ends now.
  func head() async throws -> Head

  /// Appends a change set, and erases the bodies it names, whole or not at all; it is on disk when this
  /// returns.
  ///
  /// - Throws: `JournalFailure.headMoved` when the journal does not end at `head` any more.
  @discardableResult
  func append(_ changes: ChangeSet, after head: Head) async throws -> [Entry]

  /// The entries from a position on, at most `limit` of them.
  func entries(from position: Int, limit: Int) async throws -> [Entry]

  /// The entries that changed a record, in order.
  func entries(of key: RecordKey) async throws -> [Entry]

  /// The last state of each record among the first `size` entries, removed ones included, by key: the
  /// first `limit` after `key`.
  func states(at size: Int, after key: RecordKey?, limit: Int) async throws -> [RecordState]

  /// How many entries had been made at a moment, that moment included.
  func size(at moment: Moment) async throws -> Int

  /// Waits until the journal ends elsewhere than at `known`, whoever appended, and gives its new head.
  func nextHead(after known: Head) async throws -> Head

  /// Checks what the store itself can check beside the chain: its pages, its indexes, the hashes it keeps.
  func checkStorage() async throws -> [VerificationProblem]

  /// Copies the journal into a folder, as it is at one moment, while others read and write it.
  func backup(to folder: URL) async throws
}

/// The last state of a record in a journal, not yet decoded.
public struct RecordState: Sendable {
  /// The record.
  public let key: RecordKey
  /// Where it changed first and last, and how often.
  public let revision: Revision
  /// The state as canonical JSON; `nil` when it is removed or erased.
  public let body: [UInt8]?

  /// Makes a state.
  public init(key: RecordKey, revision: Revision, body: [UInt8]?) {
    self.key = key
    self.revision = revision
    self.body = body
  }
}

/// Where a record changed in the journal.
public struct Revision: Sendable, Equatable {
  /// The position of its first change.
  public let first: Int
  /// The position of its last change.
  public let last: Int
  /// The number of changes.
  public let count: Int

  /// Makes a revision.
  public init(first: Int, last: Int, count: Int) {
    self.first = first
    self.last = last
    self.count = count
  }
}

/// The refusals every journal shares.
public enum JournalFailure {
  /// The code of `headMoved`.
  public static let headMovedCode = "register.head.moved"

  /// Someone else appended first: decide again on the new state.
  public static var headMoved: Failure {
    Failure(
      headMovedCode,
      .conflict,
      fr: "Le registre a changé pendant l’opération.",
      en: "The register changed during the operation.",
      remedy: Bilingual(
        fr: "Relisez l’état actuel, puis recommencez.",
        en: "Read the current state, then try again."
      )
    )
  }

  /// The body of the current state of a record cannot be erased: remove or replace it first.
  public static func currentBody(_ key: RecordKey) -> Failure {
    Failure(
      "register.erasure.current",
      .conflict,
      fr: "L’état actuel de « \(key.id) » ne peut pas être effacé tant qu’il est en vigueur.",
      en: "The current state of “\(key.id)” cannot be erased while it stands.",
      remedy: Bilingual(
        fr: "Retirez ou remplacez d’abord cet enregistrement.",
        en: "Remove or replace the record first."
      )
    )
  }

  /// There is no entry at this position.
  public static func noEntry(_ position: Int) -> Failure {
    Failure(
      "register.entry.missing",
      .missing,
      fr: "Le journal n’a pas d’entrée n° \(position).",
      en: "The journal has no entry no. \(position).",
      pointer: "position"
    )
  }
}
