import CZlib
import Foundation
import Glibc
import Messages

/// Bytes read from the first to the last, once: a file, a member of an archive, what a gzip expands to.
protocol ByteStream: AnyObject {
  /// Reads up to `buffer.count` bytes. Returns 0 at the end only.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A file opened for reading at any offset, closed when nobody holds it any more.
final class OpenFile {
  /// The file's size, in bytes.
  let size: Int
  private let descriptor: Int32

  /// Opens a file.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ContainerFailure.unreadable(path: path, error: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ContainerFailure.notAFile(path: path)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads what there is at `offset`, up to `buffer.count` bytes.
  ///
  /// Returns 0 past the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard offset >= 0, buffer.count > 0 else { return 0 }
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw ContainerFailure.unreadable(path: "", error: errno) }
    }
  }

  /// The bytes at `offset`, at most `count`, fewer at the end of the file.
  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    let wanted = max(0, min(count, size - offset))
    return try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
      initialized = 0
      while initialized < wanted {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[initialized..<wanted]
        )
        let got = try read(at: offset + initialized, into: rest)
        if got == 0 { break }
        initialized += got
      }
    }
  }
}

/// A part of a file, or all of it.
final class FileBytes: ByteStream {
  private let file: OpenFile
  private var position: Int
  private let end: Int

  /// Reads `file` from `offset`, `count` bytes or up to its end.
  init(_ file: OpenFile, offset: Int = 0, count: Int? = nil) {
    self.file = file
    position = offset
    end = count.map { min(offset + $0, file.size) } ?? file.size
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = min(buffer.count, end - position)
    guard wanted > 0 else { return 0 }
    let count = try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    position += count
    return count
  }
}

/// Bytes that are in memory.
final class MemoryBytes: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  /// Reads `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    return count
  }
}

extension ByteStream {
  /// The first bytes, at most `count`.
  func prefix(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = 0
      while initialized < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[initialized...]
        )
        let got = try read(into: rest)
        if got == 0 { break }
        initialized += got
      }
    }
  }
}
