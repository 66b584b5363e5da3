import Foundation
import Glibc
import Messages
import Register

/// A file that grows.
///
/// It is closed when nothing holds it any more.
final class UploadFile: Sendable {
  private let descriptor: Int32

  init(appendingTo url: URL) throws {
    descriptor = open(url.path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw UploadFailure.unknown }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw errno == ENOSPC || errno == EDQUOT ? BackupFolder.full : PlatformFailure.unwritable
      }
      done += count
    }
  }

  /// Waits until the disk has all of it.
  func synchronize() throws {
    guard fsync(descriptor) == 0 else { throw PlatformFailure.unwritable }
  }

  /// The SHA-256 of a whole file.
  static func digest(of url: URL) throws -> Hash {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UploadFailure.unknown }
    defer { close(descriptor) }
    var builder = HashBuilder()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw PlatformFailure.unwritable
      }
      guard count > 0 else { return builder.finish() }
      buffer.withUnsafeBytes { builder.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
