import Foundation
import Glibc
import Messages

/// The lock of the one process that serves a data folder.
///
/// The kernel frees it with the process, however it ends.
final class ServeLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or refuses at once when another process holds it.
  init(_ folder: URL) throws {
    let path = folder.appending(path: "serve.lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw PlatformFailure.unwritable }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw PlatformFailure.served(by: holder)
    }
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count], as: UTF8.self).filter(\.isNumber))
  }
}

/// The refusals of a platform as a whole.
enum PlatformFailure {
  static func served(by process: Int?) -> Failure {
    let who = process.map { " (processus \($0))" } ?? ""
    let whoEnglish = process.map { " (process \($0))" } ?? ""
    return Failure(
      "platform.served",
      .conflict,
      fr: "Ce dossier de données est déjà servi par un autre Arpent\(who).",
      en: "This data folder is already served by another Arpent\(whoEnglish).",
      remedy: Bilingual(
        fr: "Arrêtez-le d’abord, ou choisissez un autre dossier (--data).",
        en: "Stop it first, or choose another folder (--data)."
      )
    )
  }

  static var unwritable: Failure {
    Failure(
      "platform.folder",
      .unavailable,
      fr: "Le dossier de données ne peut pas être créé ou écrit.",
      en: "The data folder cannot be made or written.",
      remedy: Bilingual(
        fr: "Vérifiez ses droits et la place libre sur le disque.",
        en: "Check its permissions and the free space on the disk."
      )
    )
  }
}
