/// A ZIP archive whose files are stored as they are, without compression (APPNOTE 6.3.9).
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let offset = UInt32(body.count)
    let crc = CRC32.of(content)
    // Both headers share their middle: version, flags (names in UTF-8), method, a fixed date, sums and sizes.
    var shared: [UInt8] = []
    shared.little(UInt16(20))
    shared.little(UInt16(0x800))
    shared.little(UInt16(0))
    shared.little(UInt16(0))
    shared.little(UInt16(0x21))
    shared.little(crc)
    shared.little(UInt32(content.count))
    shared.little(UInt32(content.count))
    shared.little(UInt16(name.utf8.count))
    shared.little(UInt16(0))
    body.little(UInt32(0x0403_4B50))
    body += shared + Array(name.utf8) + content
    directory.little(UInt32(0x0201_4B50))
    directory.little(UInt16(20))
    directory += shared
    directory += [UInt8](repeating: 0, count: 10)
    directory.little(offset)
    directory += Array(name.utf8)
    count += 1
  }

  func bytes() -> [UInt8] {
    var end: [UInt8] = []
    end.little(UInt32(0x0605_4B50))
    end.little(UInt32(0))
    end.little(count)
    end.little(count)
    end.little(UInt32(directory.count))
    end.little(UInt32(body.count))
    end.little(UInt16(0))
    return body + directory + end
  }
}

/// The checksum of ZIP (ISO 3309).
enum CRC32 {
  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
}

extension [UInt8] {
  fileprivate mutating func little(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
