public import Foundation
import Glibc
import Messages
import Synchronization

/// A file copied into the lake and not kept yet: it can be read while its digest is taken on another thread.
///
/// What is read is what will be kept, whatever becomes of the file it was copied from. Unless it is kept,
/// nothing is left of it.
public final class Arrival: Sendable {
  /// How many bytes the file has.
  public let bytes: Int
  private let copy: URL
  private let store: BlobStore
  private let lock: FolderLock
  private let digesting: Work
  private let reading: Reading

  /// What the thread that takes the digest shares with its maker.
  private final class Reading: Sendable {
    let isUnwanted = Atomic(false)
    let result = Mutex<Result<Blob, any Error>?>(nil)
  }

  init(copying file: URL, into store: BlobStore) throws {
    let lock = try store.publishing()
    let copy = store.incomingFile()
    do { bytes = try FileCopy.copy(file, to: copy) } catch {
      lock.release()
      throw error
    }
    let reading = Reading()
    self.copy = copy
    self.store = store
    self.lock = lock
    self.reading = reading
    digesting = Work("arpent.lake.digest") {
      let result = Result { try store.digest(of: copy) { !reading.isUnwanted.load(ordering: .relaxed) } }
      reading.result.withLock { $0 = result }
    }
  }

  deinit {
    reading.isUnwanted.store(true, ordering: .relaxed)
    digesting.wait()
    unlink(copy.path)
    lock.release()
  }

  /// Where the bytes are until the file is kept.
  ///
  /// The file must only be read.
  public var url: URL { copy }

  /// What the blob is, once all of it was read and is on the disk for good.
  ///
  /// Waits for it.
  public func blob() throws -> Blob {
    digesting.wait()
    guard let result = reading.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  /// Puts the file in its place for ever.
  ///
  /// Once; `url` has nothing any more.
  public func keep() throws -> Blob {
    let blob = try blob()
    try store.place(copy, blob: blob, on: .blobs)
    return blob
  }
}

/// Copies of files.
enum FileCopy {
  /// Copies `file` to `target`, which must not exist; gives the number of bytes.
  ///
  /// Nothing is left of a copy that failed.
  static func copy(_ file: URL, to target: URL) throws -> Int {
    let source = open(file.path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw BlobStore.unreadable(file) }
    defer { close(source) }
    let copy = open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard copy >= 0 else { throw FileFault.failure(errno) }
    do {
      defer { close(copy) }
      return try copyBytes(source, copy, file)
    } catch {
      unlink(target.path)
      throw error
    }
  }

  private static func copyBytes(_ source: Int32, _ target: Int32, _ file: URL) throws -> Int {
    var bytes = 0
    // As much as stays near the processor between reading and writing.
    try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 16) { buffer in
      while true {
        try Task.checkCancellation()
        let count = read(source, buffer.baseAddress, buffer.count)
        if count == 0 { return }
        guard count > 0 else {
          if errno == EINTR { continue }
          throw BlobStore.unreadable(file)
        }
        try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: target)
        bytes += count
      }
    }
    return bytes
  }

  /// Writes all of a buffer.
  static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var rest = buffer
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw FileFault.failure(errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}
