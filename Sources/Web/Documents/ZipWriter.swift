import CZlib

/// A ZIP archive of a few small files, stored as they are (APPNOTE 6.3.10): what an OpenDocument asks of its first
/// entry, and enough for the others.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1 January 1980, the first day the format knows: the same content makes the same archive.
  private static let day: UInt16 = 0x0021

  /// Adds a file.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let sum = content.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
    let (offset, size) = (UInt32(bytes.count), UInt32(content.count))
    let name = Array(name.utf8)
    // Version needed 2.0, names in UTF-8, stored.
    var common: [UInt8] = []
    for value in [20, 0x0800, 0, 0, Self.day] as [UInt16] { common.append(little: value) }
    for value in [sum, size, size] { common.append(little: value) }
    for value in [UInt16(name.count), 0] { common.append(little: value) }
    bytes.append(little: 0x0403_4B50 as UInt32)
    bytes += common + name + content
    directory.append(little: 0x0201_4B50 as UInt32)
    directory.append(little: 20 as UInt16)
    directory += common
    for value in [0, 0, 0] as [UInt16] { directory.append(little: value) }
    for value in [0, offset] as [UInt32] { directory.append(little: value) }
    directory += name
    count += 1
  }

  /// The archive.
  func archive() -> [UInt8] {
    var end: [UInt8] = []
    end.append(little: 0x0605_4B50 as UInt32)
    for value in [0, 0, count, count] { end.append(little: value) }
    for value in [UInt32(directory.count), UInt32(bytes.count)] { end.append(little: value) }
    end.append(little: 0 as UInt16)
    return bytes + directory + end
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(little value: UInt32) {
    append(little: UInt16(truncatingIfNeeded: value))
    append(little: UInt16(truncatingIfNeeded: value >> 16))
  }
}
