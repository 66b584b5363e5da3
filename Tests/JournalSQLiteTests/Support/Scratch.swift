import Foundation
import Glibc
import JournalSQLite
import Messages
import Register

/// A folder that goes when the tests end.
struct Scratch {
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory.appending(path: "arpent-journal-\(getpid())")
    atexit { try? FileManager.default.removeItem(at: Scratch.root) }
    return root
  }()

  let folder: URL

  init() throws {
    folder = Self.root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  var file: URL { folder.appending(path: JournalSQLite.fileName) }

  func journal() throws -> JournalSQLite { try JournalSQLite(folder: folder) }
}

/// A record for tests.
struct Note: Record {
  static var kind: String { "note" }
  var id: String
  var text: String
}

enum Notes {
  static let kinds = RecordKinds([
    RecordKind(
      Note.self,
      label: Bilingual(fr: "Note", en: "Note"),
      plural: Bilingual(fr: "Notes", en: "Notes")
    )
  ])

  static let start = Moment(milliseconds: 1_772_352_000_000)

  static func put(
    _ id: String,
    _ text: String,
    at milliseconds: Int64 = 0,
    reason: String? = nil
  ) throws -> ChangeSet {
    ChangeSet(
      [try .put(Note(id: id, text: text))],
      act: "write",
      actor: .command,
      reason: reason,
      time: start.advanced(byMilliseconds: milliseconds)
    )
  }
}

extension Journal {
  /// Appends where the journal ends now.
  @discardableResult
  func append(_ changes: ChangeSet) async throws -> [Entry] {
    try await append(changes, after: try await head())
  }
}
