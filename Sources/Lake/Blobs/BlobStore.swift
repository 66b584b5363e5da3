import Crypto
import Foundation
import Glibc
import Messages

/// A folder of files named by the SHA-256 of their bytes, each written once: `blobs/ab/cdef…`, and beside
/// them the manifests of tables, `tables/ab/cdef…`.
struct BlobStore: Sendable {
  /// What is kept.
  enum Shelf: String, CaseIterable {
    case blobs, tables
  }

  let folder: URL

  /// Makes the folders and, when nobody is writing, throws away what killed processes left.
  init(folder: URL) throws {
    self.folder = folder
    for name in ["blobs", "tables", "incoming", "spill"] {
      do {
        try FileManager.default.createDirectory(
          at: folder.appendingPathComponent(name),
          withIntermediateDirectories: true
        )
      } catch { throw FileFault.failure(EACCES) }
    }
    if let lock = try FolderLock.take(lockFile, shared: false, waits: false) {
      try emptyIncoming()
      lock.release()
    }
    removeOldSpill()
  }

  var lockFile: URL { folder.appendingPathComponent("publishing") }
  var incoming: URL { folder.appendingPathComponent("incoming") }

  /// A path for a file being written, which nobody else has.
  func incomingFile() -> URL { incoming.appendingPathComponent(UUID().uuidString) }

  /// Holds off garbage collection until the lock is released.
  func publishing() throws -> FolderLock {
    guard let lock = try FolderLock.take(lockFile, shared: true, waits: true) else {
      throw FileFault.failure(EAGAIN)
    }
    return lock
  }

  /// Keeps a copy of a file.
  func add(copying file: URL) throws -> Blob { try Arrival(copying: file, into: self).keep() }

  /// Keeps bytes.
  func add(_ bytes: [UInt8], to shelf: Shelf = .blobs) throws -> Blob {
    try add(to: shelf) { file in try bytes.withUnsafeBytes { try file.write($0) } }
  }

  /// Keeps what `write` writes.
  func add(to shelf: Shelf, _ write: (DigestingFile) throws -> Void) throws -> Blob {
    let lock = try publishing()
    defer { lock.release() }
    let file = try DigestingFile(incomingFile())
    try write(file)
    return try keep(file, on: shelf)
  }

  /// Puts a finished file in its place.
  ///
  /// The caller holds `publishing()`.
  func keep(_ file: DigestingFile, on shelf: Shelf) throws -> Blob {
    let blob = try file.finish()
    do {
      try place(file.url, blob: blob, on: shelf)
    } catch {
      unlink(file.url.path)
      throw error
    }
    return blob
  }

  /// Keeps a file that another library wrote in `incoming`; reads it once for its digest.
  func adopt(_ url: URL) throws -> Blob {
    defer { unlink(url.path) }
    let blob = try digest(of: url)
    try place(url, blob: blob, on: .blobs)
    return blob
  }

  /// Where a digest's bytes are, if it is one and they are there.
  func url(of digest: String, on shelf: Shelf) throws -> URL {
    guard Self.isDigest(digest) else { throw Self.unknown(digest) }
    let url = path(of: digest, on: shelf)
    guard access(url.path, F_OK) == 0 else { throw Self.unknown(digest) }
    return url
  }

  func path(of digest: String, on shelf: Shelf) -> URL {
    folder.appendingPathComponent("\(shelf.rawValue)/\(digest.prefix(2))/\(digest.dropFirst(2))")
  }

  /// Whether `text` is a SHA-256 in lower-case hexadecimal: nothing else ever becomes a path.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// Puts a file of `incoming`, on the disk for good, in the place of its digest.
  ///
  /// The caller holds `publishing()`.
  func place(_ file: URL, blob: Blob, on shelf: Shelf) throws {
    let target = path(of: blob.digest, on: shelf)
    if access(target.path, F_OK) == 0 {
      // The same bytes are there: their age starts again, so that no collection takes them for forgotten.
      utimensat(AT_FDCWD, target.path, nil, 0)
      unlink(file.path)
      return
    }
    let parent = target.deletingLastPathComponent()
    if mkdir(parent.path, 0o750) == 0 { try Self.sync(folder: parent.deletingLastPathComponent()) }
    chmod(file.path, 0o440)
    guard rename(file.path, target.path) == 0 else { throw FileFault.failure(errno) }
    try Self.sync(folder: parent)
  }

  /// Reads a file for its digest and puts it on the disk for good.
  ///
  /// Gives up once `isWanted` says so.
  func digest(of url: URL, isWanted: () -> Bool = { true }) throws -> Blob {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    defer { close(descriptor) }
    var hash = SHA256()
    var bytes = 0
    try withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count == 0 { return }
        guard count > 0 else {
          if errno == EINTR { continue }
          throw FileFault.failure(errno)
        }
        guard isWanted() else { throw CancellationError() }
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        bytes += count
      }
    }
    guard fsync(descriptor) == 0 else { throw FileFault.failure(errno) }
    return Blob(digest: hash.finalize().hexadecimal, bytes: bytes)
  }

  /// A rename is safe only once the folder that holds the name is on the disk.
  private static func sync(folder: URL) throws {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileFault.failure(errno) }
  }

  static func unreadable(_ file: URL) -> Failure {
    Failure(
      "lake.file.unreadable",
      .invalid,
      fr: "Le fichier « \(file.lastPathComponent) » n’a pas pu être lu.",
      en: "The file “\(file.lastPathComponent)” could not be read.",
      location: Failure.Location(file: file.lastPathComponent)
    )
  }

  private static func unknown(_ digest: String) -> Failure {
    Failure(
      "lake.blob.missing",
      .missing,
      fr: "Aucun fichier n’a cette empreinte.",
      en: "No file has this digest.",
      pointer: "digest"
    )
  }
}
