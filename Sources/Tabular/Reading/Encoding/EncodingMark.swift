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
  /// Whether the valid sequence at `at` starts what double encoding makes of a French character or of an
  /// apostrophe, or is a lost character; `nil` when what follows decides and is not there yet.
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

  /// What a text that was encoded twice, wholly or in part, was meant to be; `nil` when it was not.
  static func undoubled(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var mended = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      if let (scalar, length) = undoubledScalar(scalars, at: at) {
        mended.append(scalar)
        at += length
      } else {
        mended.append(scalars[at])
        at += 1
      }
    }
    return mended.count == scalars.count ? nil : String(mended)
  }

  private static func undoubledScalar(_ scalars: [Unicode.Scalar], at: Int) -> (Unicode.Scalar, Int)? {
    guard "\u{C2}\u{C3}\u{C5}\u{E2}".unicodeScalars.contains(scalars[at]), at + 1 < scalars.count else {
      return nil
    }
    // The second half of à is a no-break space, which many tools make a blank.
    if scalars[at] == "\u{C3}", scalars[at + 1] == " " {
      return at + 2 < scalars.count && scalars[at + 2] == " " ? ("à", 2) : nil
    }
    for length in 2...3 where at + length <= scalars.count {
      let bytes = scalars[at..<(at + length)].compactMap(windows1252Byte)
      guard bytes.count == length, let one = String(validating: bytes, as: UTF8.self)?.unicodeScalars,
        one.count == 1, let scalar = one.first
      else { continue }
      return (scalar, length)
    }
    return nil
  }

  private static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 { return UInt8(scalar.value) }
    return SingleByteTables.windows1252.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}
