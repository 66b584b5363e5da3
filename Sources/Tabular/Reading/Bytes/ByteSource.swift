import Glibc
import Messages

/// Bytes in order, once: a file, or what a compressed file expands to.
protocol ByteSource: AnyObject {
  /// Fills `buffer` as far as bytes remain; less than its size only at the end, 0 when none is left.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A regular file, read from its start.
final class FileBytes: ByteSource {
  /// The file's size when it was opened.
  let size: Int
  private let descriptor: Int32
  private let name: String

  /// Opens a file, and refuses what is not one: a folder, a pipe, a device could block for ever.
  init(path: String) throws {
    name = FileBytes.name(ofPath: path)
    guard !path.utf8.contains(0) else { throw ReadingFailure.missing(name) }
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG
        ? ReadingFailure.missing(name) : ReadingFailure.unreadable(name)
    }
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    guard known, kind == S_IFREG else {
      close(descriptor)
      throw kind == S_IFDIR ? ReadingFailure.folder(name) : ReadingFailure.notRegular(name)
    }
    size = Int(status.st_size)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw ReadingFailure.unreadable(name)
      }
      filled += count
    }
    return filled
  }

  /// The last component of a path: a message never shows more of it.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
  }
}
