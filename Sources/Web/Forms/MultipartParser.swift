/// Reads a `multipart/form-data` body piece by piece (RFC 7578, RFC 2046 § 5.1).
///
/// It holds at most a header or a boundary in memory: what belongs to a part is handed on as it comes. It is
/// stricter than the standards: no preamble, no epilogue but an end of line.
struct MultipartParser {
  /// What was read.
  enum Event: Equatable {
    /// A part begins.
    case part(PartHeader)
    /// Bytes of the part.
    case bytes(ArraySlice<UInt8>)
    /// The part is whole.
    case end
  }

  private enum State { case start, header, content, finished }

  /// The end of a line, then the boundary: what ends a part's content.
  private let delimiter: [UInt8]
  private var state = State.start
  private var buffer: [UInt8] = []
  private var trailing = 0
  /// The largest header of a part, in bytes.
  static let largestHeader = 8_192

  /// Takes the boundary from a content type.
  init(contentType: String) throws {
    guard let boundary = Self.boundary(contentType) else { throw FormFailure.boundary }
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first boundary has no end of line before it: one is put there to find it like the others.
    buffer = [13, 10]
  }

  /// Reads more bytes.
  mutating func read(_ bytes: some Sequence<UInt8>, _ handle: (Event) throws -> Void) throws {
    buffer.append(contentsOf: bytes)
    var used = 0
    while try step(&used, handle) {}
    if used > 0 { buffer.removeFirst(used) }
  }

  /// Whether the last boundary was read.
  func finish() throws { guard state == .finished else { throw FormFailure.unfinished } }

  /// Reads the next piece; false when more bytes are needed.
  private mutating func step(_ used: inout Int, _ handle: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .start: return try start(&used)
    case .header: return try header(&used, handle)
    case .content: return try content(&used, handle)
    case .finished:
      trailing += buffer.count - used
      guard trailing <= 2, buffer[used...].allSatisfy({ $0 == 13 || $0 == 10 }) else {
        throw FormFailure.trailing
      }
      used = buffer.count
      return false
    }
  }

  private mutating func start(_ used: inout Int) throws -> Bool {
    let length = min(buffer.count, delimiter.count)
    guard buffer[..<length] == delimiter[..<length] else { throw FormFailure.boundary }
    guard buffer.count >= delimiter.count + 2 else { return false }
    try boundaryTail(at: delimiter.count, &used)
    return true
  }

  /// After a boundary: an end of line begins a part, two hyphens end the form.
  private mutating func boundaryTail(at index: Int, _ used: inout Int) throws {
    used = index + 2
    switch (buffer[index], buffer[index + 1]) {
    case (13, 10): state = .header
    case (45, 45): state = .finished
    default: throw FormFailure.boundary
    }
  }

  private mutating func header(_ used: inout Int, _ handle: (Event) throws -> Void) throws -> Bool {
    guard let end = ByteSearch.first([13, 10, 13, 10], in: buffer, from: used) else {
      if buffer.count - used > Self.largestHeader { throw FormFailure.headerTooLarge }
      return false
    }
    guard end - used <= Self.largestHeader else { throw FormFailure.headerTooLarge }
    try handle(.part(try PartHeader(buffer[used..<end])))
    used = end + 4
    state = .content
    return true
  }

  private mutating func content(_ used: inout Int, _ handle: (Event) throws -> Void) throws -> Bool {
    if let found = ByteSearch.first(delimiter, in: buffer, from: used) {
      if found > used { try handle(.bytes(buffer[used..<found])) }
      used = found
      guard buffer.count >= found + delimiter.count + 2 else { return false }
      try boundaryTail(at: found + delimiter.count, &used)
      try handle(.end)
      return true
    }
    // The end may be the beginning of a boundary.
    let safe = buffer.count - delimiter.count + 1
    if safe > used {
      try handle(.bytes(buffer[used..<safe]))
      used = safe
    }
    return false
  }

  /// The boundary: 1 to 70 characters of RFC 2046 § 5.1.1, and no other.
  static func boundary(_ contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
    guard parts.first?.lowercased().filter({ $0 != " " }) == "multipart/form-data" else { return nil }
    let values = parts.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
    guard values.count == 1, var value = values.first?.dropFirst(9) else { return nil }
    if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 2 { value = value.dropFirst().dropLast() }
    let isPlain = value.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122: true
      default: "'()+_,-./:=?".utf8.contains(byte)
      }
    }
    return (1...70).contains(value.utf8.count) && isPlain ? String(value) : nil
  }
}

/// Finds bytes among others.
enum ByteSearch {
  /// The first place of `needle`, whose first byte is rare, in `bytes` from an index on.
  static func first(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let lead = needle.first, bytes.count - start >= needle.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        var index = start
        let last = bytes.count - needle.count
        while index <= last {
          if bytes[index] == lead {
            var length = 1
            while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
            if length == needle.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }
}
