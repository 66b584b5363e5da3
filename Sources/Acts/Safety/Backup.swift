public import Foundation
import Glibc
import Lake
import Messages
public import Register

/// What a backup holds, written beside it as `backup.json`.
public struct BackupManifest: Codable, Sendable, Equatable {
  /// The version of the layout of backups.
  public var format = 1
  /// When it was made.
  public var at: Moment
  /// The number of entries of its journal.
  public var entries: Int
  /// The root of its journal's tree.
  public var root: Hash
  /// The number of files.
  public var files: Int

  /// The name of the manifest's file.
  public static let fileName = "backup.json"
}

extension Platform {
  /// Copies everything into a folder as it is at one moment, while others read and write.
  ///
  /// A later backup into the same folder copies only what is new.
  ///
  /// - Parameter companions: Copy the other stores of the data folder, each into the folder it is given.
  public func backup(
    to folder: URL,
    companions: [@Sendable (URL) async throws -> Void] = []
  ) async throws -> BackupManifest {
    try BackupFolder.prepare(folder)
    // No collection removes a file between the copy of the journal and that of the files.
    let token = try await checking.run { try self.lake.publication() }
    defer { token.end() }
    try await catchUp()
    let before = try await checking.run { try self.keptFiles().files }
    let fresh = folder.appending(path: "incoming")
    try BackupFolder.recreate(fresh)
    // Accounts before the journal: whoever can sign in is a person of the journal that follows.
    for companion in companions { try await companion(fresh) }
    try await journal.backup(to: fresh)
    let head = try await configuration.openJournal(fresh).head()
    try await catchUp()
    // What was published meanwhile is in the second list, what was erased meanwhile in the first.
    let after = try await checking.run { try self.keptFiles().files }
    let lake = lake.folder
    let count = try await checking.run { try BackupFolder.keep(before + after, of: lake, in: folder) }
    let dataFolder = configuration.dataFolder
    try await checking.run { try PseudonymSecret(dataFolder: dataFolder).copy(to: folder) }
    let manifest = BackupManifest(at: now, entries: head.size, root: head.root, files: count)
    try BackupFolder.finish(folder, from: fresh, manifest)
    // What was erased since the last backup goes from this one too: its journal needs it no more.
    let needed = Set((before + after).map(\.digest))
    try await checking.run { try BackupFolder.prune(folder, keeping: needed) }
    return manifest
  }
}

/// How files lie in a backup: as in a data folder.
enum BackupFolder {
  static func prepare(_ folder: URL) throws {
    try guarding { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    let names = try guarding { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
    let isOurs = names.contains(BackupManifest.fileName) || names == ["incoming"]
    guard names.isEmpty || isOurs else {
      throw Failure(
        "backup.folder",
        .conflict,
        fr: "Ce dossier contient autre chose qu’une sauvegarde d’Arpent.",
        en: "This folder holds something else than a backup of Arpent.",
        remedy: Bilingual(fr: "Choisissez un dossier vide.", en: "Choose an empty folder.")
      )
    }
  }

  static func recreate(_ folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    try guarding { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  }

  /// Links or copies the files that the backup has not yet, and gives how many it needs.
  static func keep(_ files: [KeptFile], of lake: URL, in folder: URL) throws -> Int {
    let root = lake.standardizedFileURL.path
    var kept: Set<String> = []
    for file in files where kept.insert(file.digest).inserted {
      let path = file.url.standardizedFileURL.path
      let relative =
        path.hasPrefix(root) ? String(path.dropFirst(root.count)) : "/" + file.url.lastPathComponent
      try copy(file.url, to: folder.appending(path: "lake" + relative), mayLink: true)
    }
    return kept.count
  }

  static func copy(_ file: URL, to target: URL, mayLink: Bool) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: target.path) else { return }
    try guarding {
      try manager.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
    }
    if mayLink, (try? manager.linkItem(at: file, to: target)) != nil { return }
    // Under another name until it is whole: a copy cut short never passes for the file.
    let partial = target.appendingPathExtension("partial")
    try? manager.removeItem(at: partial)
    try guarding {
      try manager.copyItem(at: file, to: partial)
      try manager.moveItem(at: partial, to: target)
    }
  }

  /// Removes the files of the lake that the journal of the backup does not refer to.
  ///
  /// Once the new journal is in place: cut short, it leaves too much and never too little.
  static func prune(_ folder: URL, keeping needed: Set<String>) throws {
    let manager = FileManager.default
    for shelf in ["blobs", "tables"] {
      let top = folder.appending(path: "lake").appending(path: shelf)
      for parent in (try? manager.contentsOfDirectory(atPath: top.path)) ?? [] {
        let inside = top.appending(path: parent)
        for name in (try? manager.contentsOfDirectory(atPath: inside.path)) ?? []
        where !needed.contains(parent + name) {
          try guarding { try manager.removeItem(at: inside.appending(path: name)) }
        }
      }
    }
  }

  /// Puts the new journal in place, then says what the backup holds.
  static func finish(_ folder: URL, from fresh: URL, _ manifest: BackupManifest) throws {
    let manager = FileManager.default
    try guarding {
      for name in try manager.contentsOfDirectory(atPath: fresh.path).sorted() {
        let target = folder.appending(path: name)
        guard rename(fresh.appending(path: name).path, target.path) == 0 else {
          throw PlatformFailure.unwritable
        }
      }
      try? manager.removeItem(at: fresh)
      let bytes = try CanonicalJSON.encode(manifest)
      try Data(bytes).write(to: folder.appending(path: BackupManifest.fileName), options: .atomic)
    }
    sync()
  }

  /// Says what the system refused so that one can act on it.
  static func guarding<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as Failure {
      throw failure
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      throw full
    } catch {
      throw PlatformFailure.unwritable
    }
  }

  static var full: Failure {
    Failure(
      "platform.disk-full",
      .unavailable,
      fr: "Le disque est plein.",
      en: "The disk is full.",
      remedy: Bilingual(
        fr: "Libérez de la place sur le disque, puis recommencez.",
        en: "Free some space on the disk, then try again."
      )
    )
  }
}
