import Foundation
import Glibc
import Messages

/// A folder of our own that is removed with all it holds when nobody needs it any more.
///
/// Members of archives are expanded into it under names that we choose: a name in an archive never becomes a
/// path. Files are also linked into it, so that a library that looks for a file's neighbours finds ours only.
final class ScratchFolder {
  /// The folder's path.
  let path: String

  /// Makes the folder.
  init() throws {
    var template = Array((NSTemporaryDirectory() + "arpent-XXXXXX").utf8CString)
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
      throw ContainerFailure.noScratch(error: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file of the folder.
  func path(_ name: String) -> String { path + "/" + name }

  /// Writes all of `stream` into a new file and returns its path.
  func write(_ stream: any ByteStream, as name: String) throws -> String {
    let target = path(name)
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ContainerFailure.noScratch(error: errno) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try stream.read(into: buffer)
      if count == 0 { return target }
      var written = 0
      while written < count {
        let result = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, count - written)
        if result > 0 {
          written += result
        } else if errno != EINTR {
          throw ContainerFailure.noScratch(error: errno)
        }
      }
    }
  }

  /// Makes a file of the folder lead to `path` and returns its own path.
  func link(to path: String, as name: String) throws -> String {
    let target = self.path(name)
    let absolute = URL(fileURLWithPath: path).path
    guard symlink(absolute, target) == 0 else { throw ContainerFailure.noScratch(error: errno) }
    return target
  }
}
