internal import PlainText

/// Cuts text into folded words, as French writes them: elided articles are left out, hyphens separate.
struct WordScanner {
  /// The longest word kept, in bytes; the rest of a longer one is dropped.
  static let lengthMax = 40

  private var word: [UInt8] = []

  /// Calls `body` with each word, folded.
  ///
  /// - Parameters:
  ///   - identifiers: whether a capital after a small letter begins a word, as in `dateConvention`.
  mutating func scan(_ text: String, identifiers: Bool = false, _ body: ([UInt8]) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var position = 0
      var previousIsSmall = false
      while position < bytes.count {
        let byte = bytes[position]
        let scalar: UInt32
        if byte < 0x80 {
          scalar = UInt32(byte)
          position += 1
        } else {
          scalar = WordScanner.decode(bytes, &position)
        }
        if identifiers {
          let isCapital = scalar >= 0x41 && scalar <= 0x5A
          if isCapital && previousIsSmall { emit(body) }
          previousIsSmall = scalar >= 0x61 && scalar <= 0x7A
        }
        take(scalar, body)
      }
    }
    emit(body)
  }

  /// Whether a text ends inside a word: the last word may go on.
  static func endsInsideWord(_ text: String) -> Bool {
    var bytes: [UInt8] = []
    guard let last = text.unicodeScalars.last else { return false }
    return Folding.append(last.value, to: &bytes) == .word
  }

  @inline(__always)
  private mutating func take(_ scalar: UInt32, _ body: ([UInt8]) -> Void) {
    switch Folding.append(scalar, to: &word) {
    case .word, .ignored: break
    case .separator: emit(body)
    case .apostrophe:
      if StopWords.elided.contains(word) {
        word.removeAll(keepingCapacity: true)
      } else if word != WordScanner.today {
        emit(body)
      }
    }
  }

  @inline(__always)
  private mutating func emit(_ body: ([UInt8]) -> Void) {
    guard !word.isEmpty else { return }
    if word.count > WordScanner.lengthMax { word.removeLast(word.count - WordScanner.lengthMax) }
    body(word)
    word.removeAll(keepingCapacity: true)
  }

  /// « aujourd'hui » is one word.
  private static let today = Array("aujourd".utf8)

  /// Decodes the scalar that begins at `position` of well-formed UTF-8.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
    let first = UInt32(bytes[position])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset] & 0x3F) }
    if first < 0xE0 {
      defer { position += 2 }
      return (first & 0x1F) << 6 | tail(1)
    }
    if first < 0xF0 {
      defer { position += 3 }
      return (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
    }
    defer { position += 4 }
    return (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
  }
}
