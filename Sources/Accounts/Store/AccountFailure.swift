import GRDB
import Messages

/// What the store refuses, without any SQL.
enum AccountFailure {
  static func translating<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
  ) async throws -> Value {
    do { return try await body() } catch let error as DatabaseError { throw failure(error) }
  }

  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw failure(error) }
  }

  private static func failure(_ error: DatabaseError) -> Failure {
    error.resultCode == .SQLITE_FULL ? full : storage
  }

  static let storage = Failure(
    "accounts.storage",
    .unavailable,
    fr: "Le fichier des comptes ne peut pas être lu ou écrit.",
    en: "The accounts’ file cannot be read or written.",
    remedy: Bilingual(
      fr: "Vérifiez le disque et les droits du dossier de données, puis recommencez.",
      en: "Check the disk and the rights on the data folder, then try again."
    )
  )

  private static let full = Failure(
    "accounts.disk-full",
    .unavailable,
    fr: "Le disque est plein\u{A0}: rien n’a été enregistré.",
    en: "The disk is full: nothing was recorded.",
    remedy: Bilingual(fr: "Libérez de la place, puis recommencez.", en: "Free some space, then try again.")
  )
}
