import Foundation
import Glibc
import Messages

/// A forward reader of the XML of office documents: elements, their attributes and their text.
///
/// It keeps a small window of the document, so that a sheet of any size costs the same memory. It reads what
/// office programs write: UTF-8, no DTD (a document type is refused: entities of one's own are the way to
/// blow up a reader).
final class XMLScanner {
  /// What comes next in the document.
  enum Event { case open, close, text, end }

  private static let tagLimit = 1 << 20

  private let stream: any ByteStream
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 17
  private var cursor = 0
  private var limit = 0
  private var streamEnded = false
  private var closePending = false
  /// The local name of the element, its attributes, or the text: where they lie in the window.
  private var name = 0..<0
  private var attributes = 0..<0
  private var text = 0..<0
  private var isLiteral = false

  /// Reads `stream`.
  init(_ stream: any ByteStream) {
    self.stream = stream
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Advances to the next event.
  ///
  /// An empty element opens, then closes.
  func next() throws -> Event {
    if closePending {
      closePending = false
      return .close
    }
    while true {
      if cursor == limit, try !fill() { return .end }
      if buffer[cursor] != UInt8(ascii: "<") {
        if try readText() { return .text }
        continue
      }
      switch try readMarkup() {
      case .some(let event): return event
      case .none: continue
      }
    }
  }

  /// Whether the element that opens or closes has this local name.
  func isNamed(_ wanted: StaticString) -> Bool {
    name.count == wanted.utf8CodeUnitCount
      && memcmp(buffer + name.lowerBound, wanted.utf8Start, name.count) == 0
  }

  /// Adds the text of a `text` event to `bytes`, its entities resolved.
  func appendText(to bytes: inout [UInt8]) {
    append(text, to: &bytes, isLiteral: isLiteral)
  }

  /// Gives each attribute of the element that opens: its local name and its value, entities not resolved.
  func forEachAttribute(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) throws -> Void)
    throws
  {
    var at = attributes.lowerBound
    let end = attributes.upperBound
    while true {
      while at < end, buffer[at] <= 0x20 { at += 1 }
      guard at < end else { return }
      guard let equals = memchr(buffer + at, 0x3D, end - at) else { throw Self.damaged() }
      let nameEnd = buffer.distance(to: equals.assumingMemoryBound(to: UInt8.self))
      var quoteAt = nameEnd + 1
      while quoteAt < end, buffer[quoteAt] <= 0x20 { quoteAt += 1 }
      guard quoteAt < end, buffer[quoteAt] == 0x22 || buffer[quoteAt] == 0x27,
        let closing = memchr(buffer + quoteAt + 1, Int32(buffer[quoteAt]), end - quoteAt - 1)
      else { throw Self.damaged() }
      let valueEnd = buffer.distance(to: closing.assumingMemoryBound(to: UInt8.self))
      let local = localName(at..<nameEnd)
      try body(
        UnsafeBufferPointer(start: buffer + local.lowerBound, count: local.count),
        UnsafeBufferPointer(start: buffer + quoteAt + 1, count: valueEnd - quoteAt - 1)
      )
      at = valueEnd + 1
    }
  }

  /// The value of the attribute of that local name.
  func attribute(_ wanted: StaticString) throws -> String? {
    var found: [UInt8]?
    try forEachAttribute { name, value in
      guard found == nil, name.matches(wanted) else { return }
      let start = value.baseAddress.map { buffer.distance(to: UnsafeMutablePointer(mutating: $0)) } ?? 0
      var bytes: [UInt8] = []
      append(start..<start + value.count, to: &bytes, isLiteral: false)
      found = bytes
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Skips all up to the close of the element that has just opened.
  func skipElement() throws {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .open: depth += 1
      case .close: depth -= 1
      case .text: break
      case .end: throw Self.damaged()
      }
    }
  }

  /// The document is no well-formed XML.
  static func damaged() -> Failure {
    ContainerFailure.damagedWorkbook(
      Bilingual(fr: "son XML est mal formé", en: "its XML is not well-formed")
    )
  }
}

// MARK: Reading the window

extension XMLScanner {
  /// Moves what is left to the front of the window and reads more after it.
  ///
  /// False at the end.
  private func fill() throws -> Bool {
    guard !streamEnded else { return false }
    if cursor > 0 {
      buffer.update(from: buffer + cursor, count: limit - cursor)
      limit -= cursor
      cursor = 0
    }
    if limit == capacity {
      guard capacity < Self.tagLimit * 16 else { throw Self.damaged() }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: limit)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    let count = try stream.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + limit, count: capacity - limit)
    )
    streamEnded = count == 0
    limit += count
    return count > 0
  }

  /// Takes the text up to the next tag, or as much as the window holds.
  ///
  /// False when more must be read first.
  private func readText() throws -> Bool {
    var end = limit
    if let tag = memchr(buffer + cursor, 0x3C, limit - cursor) {
      end = buffer.distance(to: tag.assumingMemoryBound(to: UInt8.self))
    } else if !streamEnded {
      // An entity may go on past the window.
      var back = limit - 1
      while back > cursor, limit - back < 16, buffer[back] != 0x26 { back -= 1 }
      if buffer[back] == 0x26 { end = back }
      if end == cursor {
        _ = try fill()
        return false
      }
    }
    text = cursor..<end
    isLiteral = false
    cursor = end
    return true
  }

  /// Reads a tag; nil for what is skipped (comment, instruction).
  private func readMarkup() throws -> Event? {
    if try starts("<!--") {
      _ = try take(until: "-->")
      return nil
    }
    if try starts("<?") {
      _ = try take(until: "?>")
      return nil
    }
    if try starts("<![CDATA[") {
      let all = try take(until: "]]>")
      text = (all.lowerBound + 9)..<(all.upperBound - 3)
      isLiteral = true
      return text.isEmpty ? nil : .text
    }
    if try starts("<!") { throw Self.damaged() }
    return try readTag()
  }

  private func readTag() throws -> Event {
    let end = try tagEnd()
    var from = cursor + 1
    var to = end
    cursor = end + 1
    let isClose = buffer[from] == UInt8(ascii: "/")
    if isClose { from += 1 }
    if !isClose, buffer[to - 1] == UInt8(ascii: "/") {
      to -= 1
      closePending = true
    }
    var nameEnd = from
    while nameEnd < to, buffer[nameEnd] > 0x20 { nameEnd += 1 }
    guard nameEnd > from else { throw Self.damaged() }
    name = localName(from..<nameEnd)
    attributes = nameEnd..<to
    return isClose ? .close : .open
  }

  /// Where the tag that starts at the cursor ends: at the first `>` that is in no quoted value.
  private func tagEnd() throws -> Int {
    var at = cursor + 1
    var quote: UInt8 = 0
    while true {
      while at < limit {
        let byte = buffer[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x3E {
          return at
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        }
        at += 1
      }
      let done = at - cursor
      guard done < Self.tagLimit, try fill() else { throw Self.damaged() }
      at = cursor + done
    }
  }

  private func starts(_ mark: StaticString) throws -> Bool {
    let count = mark.utf8CodeUnitCount
    while limit - cursor < count { if try !fill() { return false } }
    return memcmp(buffer + cursor, mark.utf8Start, count) == 0
  }

  /// Takes all from the cursor to the end of `mark`.
  private func take(until mark: StaticString) throws -> Range<Int> {
    let count = mark.utf8CodeUnitCount
    var searched = 0
    while true {
      var from = cursor + searched
      while let found = memchr(buffer + from, Int32(mark.utf8Start[0]), limit - from) {
        let at = buffer.distance(to: found.assumingMemoryBound(to: UInt8.self))
        guard at + count <= limit else { break }
        if memcmp(buffer + at, mark.utf8Start, count) == 0 {
          defer { cursor = at + count }
          return cursor..<(at + count)
        }
        from = at + 1
      }
      searched = max(0, limit - cursor - count)
      guard try fill() else { throw Self.damaged() }
    }
  }

  private func localName(_ full: Range<Int>) -> Range<Int> {
    var start = full.lowerBound
    var end = full.upperBound
    while end > start, buffer[end - 1] <= 0x20 { end -= 1 }
    if let colon = memchr(buffer + start, 0x3A, end - start) {
      start = buffer.distance(to: colon.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return start..<end
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8], isLiteral: Bool) {
    var at = range.lowerBound
    while at < range.upperBound {
      let left = range.upperBound - at
      guard !isLiteral, let mark = memchr(buffer + at, 0x26, left) else {
        bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + at, count: left))
        return
      }
      let ampersand = buffer.distance(to: mark.assumingMemoryBound(to: UInt8.self))
      bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + at, count: ampersand - at))
      at = appendEntity(ampersand, before: range.upperBound, to: &bytes)
    }
  }

  /// Resolves the entity at `start`; what is none is kept as it is.
  private func appendEntity(_ start: Int, before end: Int, to bytes: inout [UInt8]) -> Int {
    guard let mark = memchr(buffer + start, 0x3B, min(end - start, 12)) else {
      bytes.append(buffer[start])
      return start + 1
    }
    let stop = buffer.distance(to: mark.assumingMemoryBound(to: UInt8.self))
    let entity = String(
      decoding: UnsafeBufferPointer(start: buffer + start + 1, count: stop - start - 1),
      as: UTF8.self
    )
    guard let scalar = Self.scalar(entity) else {
      bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + start, count: stop + 1 - start))
      return stop + 1
    }
    bytes.append(contentsOf: Array(String(scalar).utf8))
    return stop + 1
  }

  private static func scalar(_ entity: String) -> Character? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let digits = entity.dropFirst()
    let number =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard entity.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number) else { return nil }
    return Character(scalar)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of `text`.
  func matches(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    guard let baseAddress else { return true }
    return memcmp(baseAddress, text.utf8Start, count) == 0
  }
}
