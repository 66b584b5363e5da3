public import Foundation
import Glibc
public import Governance
import Messages
import Register

/// What a restoration did.
public struct Restoration: Sendable {
  /// What the verification of the restored data found.
  public let report: VerificationReport
  /// Where the data that was there before lies now, if there was any.
  public let previous: URL?
  /// The eliminations executed since the backup was made: what they eliminated is back, and they are to be
  /// executed again.
  public let toRepeat: [Elimination]
}

extension Platform {
  /// Puts a backup in place of a data folder.
  ///
  /// It is copied beside it and verified whole first; what was there is set aside, never removed.
  ///
  /// - Parameter configuration: names the data folder to put in place, and how it is opened.
  /// - Throws: `Failure` when a server holds the folder or when the backup does not verify; nothing changed
  ///   then.
  public static func restore(
    from backup: URL,
    configuration: PlatformConfiguration
  ) async throws -> Restoration {
    let folder = configuration.dataFolder
    let manifest = try RestoringFolder.manifest(of: backup)
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    let lock = isThere ? try ServeLock(folder) : nil
    defer { withExtendedLifetime(lock) {} }
    let copy = folder.deletingLastPathComponent()
      .appending(path: ".\(folder.lastPathComponent).restoring-\(getpid())")
    do {
      try RestoringFolder.copy(backup, to: copy)
      var opening = configuration
      opening.dataFolder = copy
      opening.role = .command
      let aside = isThere ? await RestoringFolder.state(of: folder, configuration) : nil
      let (report, toRepeat) = try await RestoringFolder.check(opening, against: manifest, aside)
      let previous = try RestoringFolder.exchange(
        copy,
        with: folder,
        isThere: isThere,
        at: configuration.clock()
      )
      return Restoration(report: report, previous: previous, toRepeat: toRepeat)
    } catch {
      try? FileManager.default.removeItem(at: copy)
      throw error
    }
  }
}

enum RestoringFolder {
  /// Verifies a copy whole, and says in it what is to be eliminated again.
  ///
  /// The copy is closed when this returns: it can be put in its place.
  static func check(
    _ configuration: PlatformConfiguration,
    against manifest: BackupManifest,
    _ aside: Snapshot?
  ) async throws -> (VerificationReport, [Elimination]) {
    let copy = try await Platform(configuration: configuration)
    let report = try await copy.verify()
    // What is to be eliminated again is no fault of the backup.
    let faults = report.problems.filter { !$0.code.hasPrefix("elimination.") }
    guard faults.isEmpty, report.root == manifest.root, report.entries == manifest.entries else {
      throw unsound(report)
    }
    guard let aside else { return (report, []) }
    return (report, try await copy.repeatEliminations(of: aside))
  }

  /// The state of a data folder that is to be set aside; `nil` where it cannot be read, which is often why one
  /// restores.
  static func state(of folder: URL, _ configuration: PlatformConfiguration) async -> Snapshot? {
    guard let journal = try? await configuration.openJournal(folder) else { return nil }
    return try? await Snapshot.load(from: journal, kinds: Kinds.all)
  }

  static func manifest(of backup: URL) throws -> BackupManifest {
    let file = backup.appending(path: BackupManifest.fileName)
    guard let data = FileManager.default.contents(atPath: file.path),
      let manifest = try? CanonicalJSON.decode(BackupManifest.self, from: Array(data))
    else {
      throw Failure(
        "restore.no-backup",
        .missing,
        fr: "Ce dossier n’est pas une sauvegarde complète d’Arpent.",
        en: "This folder is not a whole backup of Arpent.",
        remedy: Bilingual(
          fr: "Indiquez un dossier écrit par «\u{A0}arpent backup\u{A0}».",
          en: "Name a folder written by “arpent backup”."
        )
      )
    }
    return manifest
  }

  /// Copies the backup, file by file: links would let a fault in one harm the other.
  static func copy(_ backup: URL, to folder: URL) throws {
    try BackupFolder.recreate(folder)
    let manager = FileManager.default
    let root = backup.standardizedFileURL.path
    let names = manager.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    try PseudonymSecret(dataFolder: backup).copy(to: folder)
    for name in names
    where name != BackupManifest.fileName && !name.hasPrefix("incoming")
      && !name.hasPrefix(PseudonymSecret.folderName)
    {
      var isFolder: ObjCBool = false
      let source = backup.appending(path: name)
      guard manager.fileExists(atPath: source.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      try BackupFolder.copy(source, to: folder.appending(path: name), mayLink: false)
    }
    sync()
  }

  static func exchange(
    _ copy: URL,
    with folder: URL,
    isThere: Bool,
    at now: Moment
  ) throws -> URL? {
    guard isThere else {
      guard rename(copy.path, folder.path) == 0 else { throw PlatformFailure.unwritable }
      return nil
    }
    let stamp = now.text.filter { $0.isNumber || $0 == "T" }
    let aside = folder.deletingLastPathComponent()
      .appending(path: "\(folder.lastPathComponent).before-\(stamp)")
    guard rename(folder.path, aside.path) == 0 else { throw PlatformFailure.unwritable }
    guard rename(copy.path, folder.path) == 0 else {
      rename(aside.path, folder.path)
      throw PlatformFailure.unwritable
    }
    return aside
  }

  static func unsound(_ report: VerificationReport) -> Failure {
    let first = report.problems.first
    return Failure(
      "restore.unsound",
      .invalid,
      fr:
        "La sauvegarde ne se vérifie pas\u{A0}: "
        + "\(first?.message.fr ?? "sa racine n’est pas celle annoncée.")",
      en: "The backup does not verify: \(first?.message.en ?? "its root is not the one it claims.")",
      remedy: Bilingual(
        fr: "Rien n’a été changé. Essayez une sauvegarde plus ancienne.",
        en: "Nothing was changed. Try an older backup."
      )
    )
  }
}
