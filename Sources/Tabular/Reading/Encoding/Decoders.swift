/// The length of the run of ASCII bytes at the start of `run`.
func asciiPrefix(_ run: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  guard let base = run.baseAddress else { return start }
  let raw = UnsafeRawPointer(base)
  var at = start
  let highBits: UInt64 = 0x8080_8080_8080_8080
  while at &+ 32 <= run.count {
    let first = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let second = raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)
    let third = raw.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self)
    let fourth = raw.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self)
    if (first | second | third | fourth) & highBits != 0 { break }
    at &+= 32
  }
  while at &+ 8 <= run.count {
    let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & highBits
    if word != 0 { return at &+ word.trailingZeroBitCount &>> 3 }
    at &+= 8
  }
  while at < run.count, run[at] < 0x80 { at &+= 1 }
  return at
}

/// Copies UTF-8, and mends what is none.
enum UTF8Checker {
  private static let lost = PackedScalar("\u{FFFD}")
  private static let foreign = SingleByteTables.windows1252.map(PackedScalar.init)

  /// Copies `run`, except the start of a sequence that goes on after it.
  ///
  /// Returns how many bytes were taken.
  static func copy(_ run: UnsafeBufferPointer<UInt8>, to writer: inout UTF8Writer, isLast: Bool) -> Int {
    var pending = 0
    var at = asciiPrefix(run, from: 0)
    while at < run.count {
      var standing = UTF8Sequence.length(run, at: at)
      if standing == .cut, isLast { standing = .invalid }
      switch standing {
      case .valid(let length):
        guard let fault = EncodingMark.fault(inValidSequence: run, at: at, isLast: isLast) else {
          writer.copy(UnsafeBufferPointer(rebasing: run[pending..<at]))
          return at
        }
        if let fault {
          writer.copy(UnsafeBufferPointer(rebasing: run[pending..<at]))
          pending = at
          writer.mark(fault)
        }
        at &+= length
      case .cut:
        writer.copy(UnsafeBufferPointer(rebasing: run[pending..<at]))
        return at
      case .invalid:
        writer.copy(UnsafeBufferPointer(rebasing: run[pending..<at]))
        at &+= mend(run, at: at, to: &writer)
        pending = at
      }
      if at < run.count, run[at] < 0x80 { at = asciiPrefix(run, from: at) }
    }
    writer.copy(UnsafeBufferPointer(rebasing: run[pending..<at]))
    return at
  }

  /// Writes something for a byte that is no UTF-8, and tells how many bytes it stands for.
  ///
  /// Bytes that start a French character in UTF-8 and are unlikely in Windows-1252 are characters cut short;
  /// the others were pasted from a Windows-1252 text.
  private static func mend(_ run: UnsafeBufferPointer<UInt8>, at: Int, to writer: inout UTF8Writer) -> Int {
    let continues = at + 1 < run.count && run[at + 1] & 0xC0 == 0x80
    switch run[at] {
    case 0xC2...0xC5:
      writer.mark(.cutSequence)
      writer.write(lost)
      return 1
    case 0xE2 where continues:
      writer.mark(.cutSequence)
      writer.write(lost)
      return 2
    default:
      writer.mark(.foreignByte)
      writer.write(foreign[Int(run[at]) - 0x80])
      return 1
    }
  }
}

/// Makes UTF-8 of a single-byte encoding.
struct SingleByteDecoder {
  private let table: [PackedScalar]

  init(_ encoding: TextEncoding) { table = encoding.upperHalf.map(PackedScalar.init) }

  /// Decodes `run`, except a last byte that may start a stray UTF-8 sequence.
  ///
  /// Returns how many bytes were taken.
  func decode(_ run: UnsafeBufferPointer<UInt8>, to writer: inout UTF8Writer, isLast: Bool) -> Int {
    var at = 0
    while at < run.count {
      let plain = asciiPrefix(run, from: at)
      if plain > at { writer.copy(UnsafeBufferPointer(rebasing: run[at..<plain])) }
      at = plain
      while at < run.count, run[at] >= 0x80 {
        if run[at] == 0xC3 || run[at] == 0xC2 {
          if at + 1 == run.count, !isLast { return at }
          if at + 1 < run.count, run[at + 1] & 0xC0 == 0x80 { writer.mark(.doubleEncoding) }
        }
        writer.write(table[Int(run[at]) &- 0x80])
        at &+= 1
      }
    }
    return at
  }
}

/// Makes UTF-8 of UTF-16.
enum UTF16Decoder {
  /// Decodes `run`, except a unit or a pair that goes on after it.
  ///
  /// Returns how many bytes were taken.
  ///
  /// A unit's high byte is the one at `high`, 0 or 1.
  static func decode(
    _ run: UnsafeBufferPointer<UInt8>,
    high: Int,
    to writer: inout UTF8Writer,
    isLast: Bool
  ) -> Int {
    var at = 0
    func unit(_ at: Int) -> UInt32 { UInt32(run[at + high]) << 8 | UInt32(run[at + 1 - high]) }
    while at + 1 < run.count {
      var value = unit(at)
      var length = 2
      if value & 0xFC00 == 0xD800 {
        if at + 3 >= run.count, !isLast { return at }
        if at + 3 < run.count, unit(at + 2) & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + unit(at + 2) & 0x3FF
          length = 4
        }
      }
      if let scalar = Unicode.Scalar(value) {
        if value == 0xFFFD { writer.mark(.lostCharacter) }
        writer.write(PackedScalar(scalar))
      } else {
        writer.mark(.cutSequence)
        writer.write(PackedScalar("\u{FFFD}"))
      }
      at += length
    }
    if at < run.count, isLast {
      writer.mark(.cutSequence)
      writer.write(PackedScalar("\u{FFFD}"))
      at = run.count
    }
    return at
  }
}
