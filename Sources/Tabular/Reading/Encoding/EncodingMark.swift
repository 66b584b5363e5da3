/// A fault of the characters of a text, and where it stands in the UTF-8 made of it.
struct EncodingMark: Equatable, Sendable {
  /// What is wrong.
  enum Fault: Equatable, Sendable {
    /// A byte that the encoding of the file does not allow, and what it was read as.
    case foreignByte
    /// A sequence cut short: its character is lost.
    case cutSequence
    /// UTF-8 once read as Windows-1252 and written again: `Ã©` for é.
    case doubleEncoding
    /// U+FFFD: a character was lost before the file was written.
    case lostCharacter
    /// A NUL.
    case nul
  }

  var fault: Fault
  /// Bytes of UTF-8 since the start of the text.
  var offset: Int
}

extension EncodingMark {
  /// Whether the valid sequence at `at` starts what double encoding makes of a French character or of an apostrophe,
  /// or is a lost character; `nil` when what follows decides and is not there yet.
  static func fault(inValidSequence run: UnsafeBufferPointer<UInt8>, at: Int, isLast: Bool) -> Fault?? {
    switch (run[at], run[at + 1]) {
    case (0xEF, 0xBF): return run[at + 2] == 0xBD ? .some(.lostCharacter) : .some(nil)
    case (0xC3, 0x82), (0xC3, 0x83), (0xC3, 0x85), (0xC3, 0xA2): break
    default: return .some(nil)
    }
    let available = run.count - at - 2
    if available < 3, !isLast { return nil }
    let next = available > 0 ? run[at + 2] : 0
    let afterNext = available > 1 ? run[at + 3] : 0
    let isDouble =
      switch run[at + 1] {
      case 0x83: next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2 || next == 0x20
      case 0x82: next == 0xC2 && afterNext >= 0xA0
      case 0x85: next == 0xE2 && afterNext == 0x80
      default: next == 0xE2 && afterNext == 0x82
      }
    return .some(isDouble ? .doubleEncoding : nil)
  }

  /// What a text encoded twice was meant to be; `nil` when it was not, or when something was lost.
  static func undoubled(_ text: String) -> String? {
    let table = SingleByteTables.windows1252
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar == " ", bytes.last == 0xC3 {
        // The second half of à is a no-break space, which many tools make a blank.
        bytes.append(0xA0)
      } else if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let index = table.firstIndex(of: scalar) {
        bytes.append(UInt8(index + 0x80))
      } else {
        return nil
      }
    }
    guard let mended = String(validating: bytes, as: UTF8.self), mended != text else { return nil }
    return mended
  }
}
