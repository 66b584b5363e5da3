public import Foundation
import GRDB

extension JournalSQLite {
  /// Copies the journal as it is at one moment into a folder, as one file, while others read and write it.
  public func backup(to folder: URL) async throws {
    let path = folder.appending(path: Self.fileName).path
    let pool = pool
    try await StorageFailure.translating {
      let copy = try DatabaseQueue(path: path)
      try pool.backup(to: copy)
      // One plain file: the copy needs no log beside it.
      try await copy.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try copy.close()
    }
  }
}
