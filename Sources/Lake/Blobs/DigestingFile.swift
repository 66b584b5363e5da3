import Crypto
import Foundation
import Glibc
import Messages

/// A file being written whose digest is known when it ends.
///
/// Unless it is kept, nothing is left of it.
final class DigestingFile {
  let url: URL
  private(set) var bytes = 0
  private var descriptor: Int32
  private var hash = SHA256()
  private var finished: Blob?

  /// Creates the file, which must not exist.
  init(_ url: URL) throws {
    self.url = url
    descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(url.path)
    }
  }

  /// Adds bytes at the end.
  func write(_ buffer: UnsafeRawBufferPointer) throws {
    hash.update(bufferPointer: buffer)
    bytes += buffer.count
    try FileCopy.write(buffer, to: descriptor)
  }

  /// Puts the bytes on the disk for good and says what they are.
  ///
  /// The first time: nothing is written after that.
  func finish() throws -> Blob {
    if let finished { return finished }
    guard fsync(descriptor) == 0 else { throw FileFault.failure(errno) }
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else {
      let reason = errno
      unlink(url.path)
      throw FileFault.failure(reason)
    }
    let blob = Blob(digest: hash.finalize().hexadecimal, bytes: bytes)
    finished = blob
    return blob
  }
}

extension SHA256.Digest {
  /// The digest in lower-case hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
