import Catalogue
import Foundation
import Glibc
import Messages
import Register
public import Tabular

extension Platform {
  /// The key under which the pseudonyms of a dataset are made, from the secret of the data folder, which is
  /// made on first need.
  ///
  /// - Throws: `Failure` `platform.pseudonym-key.lost` when pseudonyms were published and the secret is not there.
  public func pseudonymKey(of dataset: String) throws -> PseudonymKey {
    let file = PseudonymSecret(dataFolder: configuration.dataFolder)
    if let secret = try file.read() { return PseudonymKey(secret: secret, dataset: dataset) }
    // Another secret would give everyone another pseudonym.
    let wasNeeded = state.snapshot.records(DatasetVersion.self).contains { $0.recipe?.needsKey == true }
    guard !wasNeeded else { throw PseudonymSecret.lost }
    return PseudonymKey(secret: try file.create(configuration.randomBytes), dataset: dataset)
  }
}

/// The secret of pseudonyms of a data folder: 32 random bytes that only the owner of the files may read.
struct PseudonymSecret {
  static let folderName = "secrets"
  static let length = 32

  private let folder: URL
  private var file: URL { folder.appending(path: "pseudonyms.key") }

  init(dataFolder: URL) { folder = dataFolder.appending(path: Self.folderName) }

  /// The secret; `nil` when there is none.
  func read() throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    guard let data = FileManager.default.contents(atPath: file.path), data.count == Self.length else {
      throw Self.lost
    }
    return Array(data)
  }

  /// Makes the secret.
  ///
  /// Where two processes do at once, one secret stands and both read it.
  func create(_ random: (Int) -> [UInt8]) throws -> [UInt8] {
    do {
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch { throw PlatformFailure.unwritable }
    let bytes = random(Self.length)
    let fresh = folder.appending(path: ".pseudonyms-\(getpid())-\(UUID().uuidString)")
    defer { unlink(fresh.path) }
    try write(bytes, to: fresh.path)
    guard link(fresh.path, file.path) == 0 || errno == EEXIST else { throw PlatformFailure.unwritable }
    guard let secret = try read() else { throw PlatformFailure.unwritable }
    return secret
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PlatformFailure.unwritable }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else { throw PlatformFailure.unwritable }
  }

  /// Copies the secret into another data folder or a backup, as private as it is here.
  func copy(to other: URL) throws {
    guard let bytes = try read() else { return }
    let target = PseudonymSecret(dataFolder: other)
    if let known = try? target.read(), known == bytes { return }
    unlink(target.file.path)
    _ = try target.create { _ in bytes }
  }

  static let lost = Failure(
    "platform.pseudonym-key.lost",
    .unavailable,
    fr: "La clé des pseudonymes n’est plus dans le dossier de données, ou elle est abîmée.",
    en: "The key of pseudonyms is no longer in the data folder, or it is damaged.",
    remedy: Bilingual(
      fr:
        "Rétablissez «\u{A0}secrets/pseudonyms.key\u{A0}» depuis une sauvegarde\u{A0}: une autre clé changerait "
        + "tous les pseudonymes.",
      en: "Restore “secrets/pseudonyms.key” from a backup: another key would change all pseudonyms."
    )
  )
}
