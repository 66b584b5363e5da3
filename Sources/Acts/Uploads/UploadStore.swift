public import Foundation
import Glibc
public import Register
import Synchronization

/// Files on their way here, kept on disk so that whoever sends them can go on after any interruption.
///
/// What has come is what is on disk: an upload's offset is the size of its file, so that a process that is
/// killed forgets nothing. No call holds a thread or the file's bytes while it waits for the sender.
public final class UploadStore: Sendable {
  /// How much may be sent.
  public let limits: UploadLimits

  private let folder: URL
  private let clock: @Sendable () -> Moment
  private let randomBytes: @Sendable (Int) -> [UInt8]
  private let busy = Mutex<Set<String>>([])
  /// Where files are read again to check them: one at a time, on a thread of its own.
  private let checking = LongWork(width: 1, isModest: true)

  /// Keeps uploads in a folder, made when the first one comes.
  public init(
    folder: URL,
    limits: UploadLimits = UploadLimits(),
    clock: @escaping @Sendable () -> Moment,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.folder = folder
    self.limits = limits
    self.clock = clock
    self.randomBytes = randomBytes
  }

  /// Begins an upload.
  ///
  /// - Parameter bytes: the file's size, where the sender knows it.
  /// - Throws: `Failure` when it is too large, or when its owner has too much here already.
  public func create(owner: Register.Actor, name: String, bytes: Int? = nil) throws -> Upload {
    if let bytes {
      guard bytes >= 0 else { throw UploadFailure.size }
      guard bytes <= limits.largestFile else { throw UploadFailure.tooLarge(limits.largestFile) }
    }
    let others = all().filter { $0.owner == owner.id }
    let held = others.reduce(0) { $0 + max($1.bytes ?? 0, size($1) ?? 0) }
    guard others.count < limits.mostPerOwner, held + (bytes ?? 0) <= limits.largestOwner else {
      throw UploadFailure.tooMany
    }
    let now = clock()
    let upload = Upload(
      id: "f-" + randomBytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
      owner: owner.id,
      name: FileName.sanitized(name),
      bytes: bytes,
      createdAt: now,
      expiresAt: now.advanced(byMilliseconds: limits.days * 86_400_000)
    )
    try write(upload)
    return upload
  }

  /// An upload of an actor's own.
  ///
  /// - Throws: `Failure` `upload.unknown` when there is none, when it is over, or when it is someone else's:
  ///   an id tells nothing to whoever guesses one.
  public func upload(_ id: String, of owner: Register.Actor) throws -> Upload {
    guard let upload = read(id), upload.owner == owner.id, clock() < upload.expiresAt else {
      throw UploadFailure.unknown
    }
    return upload
  }

  /// The uploads of an actor that wait to be finished or used, with how many bytes have come, the latest first.
  public func uploads(of owner: Register.Actor) -> [(upload: Upload, offset: Int)] {
    all().filter { $0.owner == owner.id }.sorted { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
      .map { ($0, size($0) ?? 0) }
  }

  /// How many bytes have come.
  public func offset(_ id: String, of owner: Register.Actor) throws -> Int {
    guard let size = size(try upload(id, of: owner)) else { throw UploadFailure.unknown }
    return size
  }

  /// Adds what a sender sends, as it comes.
  ///
  /// What came before an interruption stays.
  ///
  /// - Parameter offset: how many bytes the sender believes are here.
  /// - Returns: how many are here now.
  /// - Throws: `Failure` when the sender is wrong about the offset, when another call adds to the same upload,
  ///   or beyond a limit.
  @discardableResult
  public func append<Chunks: AsyncSequence & Sendable>(
    _ id: String,
    of owner: Register.Actor,
    at offset: Int,
    _ chunks: Chunks
  ) async throws -> Int where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
    let upload = try upload(id, of: owner)
    guard busy.withLock({ $0.insert(id).inserted }) else { throw UploadFailure.busy }
    defer { busy.withLock { _ = $0.remove(id) } }
    guard let here = size(upload) else { throw UploadFailure.unknown }
    guard here == offset else { throw UploadFailure.offset(here) }
    let file = try UploadFile(appendingTo: file(upload))
    let most = upload.bytes ?? limits.largestFile
    var written = here
    for try await chunk in chunks {
      let bytes = Array(chunk)
      guard written + bytes.count <= most else {
        throw upload.bytes == nil ? UploadFailure.tooLarge(most) : UploadFailure.tooLong(most)
      }
      try file.write(bytes)
      written += bytes.count
    }
    try await checking.run { try file.synchronize() }
    return written
  }

  /// Checks that an upload is whole and gives its file, which stays until `cancel`.
  ///
  /// - Parameter sha256: what its bytes are said to be, in hexadecimal.
  public func finish(_ id: String, of owner: Register.Actor, sha256: String? = nil) async throws -> URL {
    let upload = try upload(id, of: owner)
    guard busy.withLock({ $0.insert(id).inserted }) else { throw UploadFailure.busy }
    defer { busy.withLock { _ = $0.remove(id) } }
    guard let here = size(upload) else { throw UploadFailure.unknown }
    if let bytes = upload.bytes, bytes != here { throw UploadFailure.incomplete(here, of: bytes) }
    let file = file(upload)
    try await checking.run {
      try UploadFile(appendingTo: file).synchronize()
      if let sha256 {
        guard try UploadFile.digest(of: file) == Hash(hex: sha256.lowercased()) else {
          throw UploadFailure.digest
        }
      }
    }
    return file
  }

  /// Throws an upload away.
  public func cancel(_ id: String, of owner: Register.Actor) throws {
    let upload = try upload(id, of: owner)
    try? FileManager.default.removeItem(at: folder.appending(path: upload.id))
  }

  /// Throws away the uploads whose bytes are those of a file that was eliminated.
  ///
  /// Gives how many were.
  @discardableResult
  func discard(ofDigests digests: Set<String>) throws -> Int {
    var discarded = 0
    for upload in all() where busy.withLock({ !$0.contains(upload.id) }) {
      guard let digest = try? UploadFile.digest(of: file(upload)), digests.contains(digest.hex) else {
        continue
      }
      try FileManager.default.removeItem(at: folder.appending(path: upload.id))
      discarded += 1
    }
    return discarded
  }

  /// Throws away what is over, and what a killed process left half made.
  ///
  /// Gives how many were.
  @discardableResult
  public func sweep() -> Int {
    let now = clock()
    var swept = 0
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      let upload = read(name)
      let isOver = upload.map { $0.expiresAt <= now } ?? isOld(name, now)
      guard isOver, busy.withLock({ !$0.contains(name) }) else { continue }
      if (try? FileManager.default.removeItem(at: folder.appending(path: name))) != nil { swept += 1 }
    }
    return swept
  }

  /// An upload being made has no description yet: it has an hour for that.
  private func isOld(_ name: String, _ now: Moment) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
    guard let date = attributes?[.modificationDate] as? Date else { return false }
    return Int64(date.timeIntervalSince1970 * 1000) + 3_600_000 < now.milliseconds
  }

  private static func isID(_ text: String) -> Bool {
    text.utf8.count == 34 && text.hasPrefix("f-")
      && text.utf8.dropFirst(2).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private func all() -> [Upload] {
    let now = clock()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap(read).filter { now < $0.expiresAt }
  }

  private func file(_ upload: Upload) -> URL {
    folder.appending(path: upload.id).appending(path: "file").appending(path: upload.name)
  }

  private func size(_ upload: Upload) -> Int? {
    var status = stat()
    guard stat(file(upload).path, &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  private func read(_ id: String) -> Upload? {
    guard Self.isID(id) else { return nil }
    let description = folder.appending(path: id).appending(path: "upload.json")
    guard let data = try? Data(contentsOf: description) else { return nil }
    return try? JSONDecoder().decode(Upload.self, from: data)
  }

  /// Under another name until it is whole.
  private func write(_ upload: Upload) throws {
    let manager = FileManager.default
    let fresh = folder.appending(path: upload.id + ".new")
    try BackupFolder.guarding {
      try manager.createDirectory(
        at: fresh.appending(path: "file"),
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      try Data().write(to: fresh.appending(path: "file").appending(path: upload.name))
      try JSONEncoder().encode(upload).write(to: fresh.appending(path: "upload.json"))
      try manager.moveItem(at: fresh, to: folder.appending(path: upload.id))
    }
  }
}
