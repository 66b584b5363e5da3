import Foundation
import Glibc
import Messages
import Synchronization

/// An advisory lock (`flock`) on a file, shared by many or held by one; the kernel frees it with the process.
final class FolderLock: Sendable {
  private let descriptor: Mutex<Int32>

  private init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

  deinit { release() }

  /// Waits for the lock, or gives `nil` at once when it is held otherwise and `waits` is false.
  static func take(_ file: URL, shared: Bool, waits: Bool) throws -> FolderLock? {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    let operation = (shared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    while flock(descriptor, operation) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      close(descriptor)
      if reason == EWOULDBLOCK { return nil }
      throw FileFault.failure(reason)
    }
    return FolderLock(descriptor)
  }

  /// Frees the lock.
  func release() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }
}
