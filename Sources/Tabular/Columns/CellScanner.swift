/// What one scan of a cell's bytes tells.
struct CellScan {
  var cellClass: CellClass
  /// The value of a number; days since 1970 of a date (day first where the order is ambiguous);
  /// microseconds of a datetime or time; seconds of a duration; 0 otherwise.
  var number: Double = 0
  /// Where the value starts once blanks are trimmed.
  var start: Int
  /// Where it ends.
  var end: Int
}

/// A position in the bytes of a cell.
struct ByteCursor {
  let bytes: UnsafePointer<UInt8>
  let end: Int
  var at: Int

  /// The byte at the cursor; 0 at the end.
  @inline(__always) var byte: UInt8 { at < end ? bytes[at] : 0 }

  @inline(__always) var isAtEnd: Bool { at == end }

  /// Reads digits as a number, which wraps past 19 of them; returns how many there are.
  @inline(__always)
  mutating func digits(into value: inout UInt64) -> Int {
    let from = at
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      at &+= 1
    }
    return at &- from
  }

  /// Skips a given byte, if it is there.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at &+= 1
    return true
  }

  /// Skips blanks, no-break ones too; returns whether there was any.
  @inline(__always)
  mutating func skipBlanks() -> Bool {
    let from = at
    while at < end {
      let width = CellScanner.blankWidth(bytes, at, end)
      if width == 0 { break }
      at &+= width
    }
    return at > from
  }
}

/// Puts a cell in its class in one scan.
enum CellScanner {
  /// Scans a cell.
  @inline(__always)
  static func scan(_ cell: UnsafeBufferPointer<UInt8>) -> CellScan {
    guard let bytes = cell.baseAddress, !cell.isEmpty else {
      return CellScan(cellClass: .empty, start: 0, end: 0)
    }
    return scan(bytes, cell.count)
  }

  static func scan(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CellScan {
    var start = 0
    var end = count
    while start < end {
      let width = blankWidth(bytes, start, end)
      if width == 0 { break }
      start &+= width
    }
    if start == end { return CellScan(cellClass: .empty.with(CellClass.padded), start: 0, end: 0) }
    while end > start {
      let width = trailingBlankWidth(bytes, start, end)
      if width == 0 { break }
      end &-= width
    }
    var scan = classify(bytes, start, end)
    if start != 0 || end != count { scan.cellClass = scan.cellClass.with(CellClass.padded) }
    return scan
  }

  /// Dispatches on the first byte of a trimmed cell.
  private static func classify(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> CellScan {
    let first = bytes[start]
    var scan = CellScan(cellClass: .text, start: start, end: end)
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: ","):
      var cursor = ByteCursor(bytes: bytes, end: end, at: start)
      if NumericScanner.scan(&cursor, &scan) { return scan }
      if isDigit(first) {
        scan = CellScan(cellClass: CellClass(.text, CellClass.startsWithDigit), start: start, end: end)
        return scan
      }
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
      if StructureScanner.scanBracketed(bytes, start, end, &scan) { return scan }
    case UInt8(ascii: "#"):
      if SpecialWords.isSpreadsheetError(bytes, start, end) {
        scan.cellClass = CellClass(.spreadsheetError)
        return scan
      }
    case UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "L"), UInt8(ascii: "M"), UInt8(ascii: "G"),
      UInt8(ascii: "C"), UInt8(ascii: "S"):
      if end &- start > 8, StructureScanner.scanWellKnownText(bytes, start, end, &scan) { return scan }
      if first == UInt8(ascii: "P"), DurationScanner.scan(bytes, start, end, &scan) { return scan }
    case 0xE2:
      if NumericScanner.scanEuroPrefix(bytes, start, end, &scan) { return scan }
    default: break
    }
    if end &- start >= 16, bytes[start &+ 3] == UInt8(ascii: ","),
      DateScanner.scanMailDate(bytes, start, end, &scan)
    {
      return scan
    }
    if let word = SpecialWords.classify(bytes, start, end) {
      scan.cellClass = word
    } else if isSymbols(bytes, start, end) {
      scan.cellClass = .symbols
    }
    return scan
  }

  /// Whether there is neither letter nor digit.
  private static func isSymbols(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for at in start..<end where bytes[at] >= 0x80 || isLetterOrDigit(bytes[at]) { return false }
    return true
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// How many bytes the blank at `at` takes, 0 when there is none.
  ///
  /// U+00A0, U+2009 and U+202F count as blanks.
  @inline(__always)
  static func blankWidth(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    let byte = bytes[at]
    if byte > 0x20 && byte < 0xC2 { return 0 }
    if byte <= 0x20 { return 1 }
    if byte == 0xC2 { return at &+ 1 < end && bytes[at &+ 1] == 0xA0 ? 2 : 0 }
    guard byte == 0xE2, at &+ 2 < end, bytes[at &+ 1] == 0x80 else { return 0 }
    return bytes[at &+ 2] == 0xAF || bytes[at &+ 2] == 0x89 ? 3 : 0
  }

  @inline(__always)
  static func trailingBlankWidth(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = bytes[end &- 1]
    if byte <= 0x20 { return 1 }
    if byte < 0x80 { return 0 }
    if byte == 0xA0, end &- start >= 2, bytes[end &- 2] == 0xC2 { return 2 }
    return end &- start >= 3 && blankWidth(bytes, end &- 3, end) == 3 ? 3 : 0
  }
}
