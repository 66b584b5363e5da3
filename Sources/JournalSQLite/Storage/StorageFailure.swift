import GRDB
import Messages

/// What SQLite refuses, said so that one can act on it.
///
/// The SQL text never leaves this module.
enum StorageFailure {
  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw failure(error)
    } catch is RowDecodingError {
      throw corrupt
    }
  }

  static func translating<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let error as DatabaseError {
      throw failure(error)
    } catch is RowDecodingError {
      throw corrupt
    }
  }

  static func failure(_ error: DatabaseError) -> Failure {
    switch error.resultCode {
    case .SQLITE_FULL: full
    case .SQLITE_BUSY, .SQLITE_LOCKED: busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: corrupt
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: unwritable
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_CORRUPTFS: corrupt
    default: other(Int(error.extendedResultCode.rawValue))
    }
  }

  private static var full: Failure {
    Failure(
      "journal.disk-full",
      .unavailable,
      fr: "Le disque est plein\u{A0}: rien n’a été enregistré, rien n’est perdu.",
      en: "The disk is full: nothing was recorded, nothing is lost.",
      remedy: Bilingual(
        fr: "Libérez de la place sur le disque du dossier de données, puis recommencez.",
        en: "Free some space on the disk of the data folder, then try again."
      )
    )
  }

  private static var busy: Failure {
    Failure(
      "journal.busy",
      .unavailable,
      fr: "Le journal est occupé par une autre opération.",
      en: "The journal is busy with another operation.",
      remedy: Bilingual(fr: "Recommencez dans un moment.", en: "Try again in a moment.")
    )
  }

  static var corrupt: Failure {
    Failure(
      "journal.damaged",
      .unavailable,
      fr: "Le fichier du journal est endommagé.",
      en: "The journal’s file is damaged.",
      remedy: Bilingual(
        fr: "Lancez «\u{A0}arpent verify\u{A0}» pour savoir où, puis restaurez la dernière sauvegarde.",
        en: "Run “arpent verify” to see where, then restore the last backup."
      )
    )
  }

  private static var unwritable: Failure {
    Failure(
      "journal.unwritable",
      .unavailable,
      fr: "Le fichier du journal ne peut pas être ouvert ou écrit.",
      en: "The journal’s file cannot be opened or written.",
      remedy: Bilingual(
        fr: "Vérifiez que le dossier de données existe et que l’utilisateur d’Arpent peut y écrire.",
        en: "Check that the data folder exists and that Arpent’s user may write in it."
      )
    )
  }

  private static func other(_ code: Int) -> Failure {
    Failure(
      "journal.storage",
      .unavailable,
      fr: "Le journal ne peut pas être lu ou écrit (SQLite\u{A0}\(code)).",
      en: "The journal cannot be read or written (SQLite \(code)).",
      remedy: Bilingual(
        fr: "Vérifiez l’état du disque, puis recommencez.",
        en: "Check the state of the disk, then try again."
      )
    )
  }
}
