/// Short words that are not text: booleans, absence of a value, spreadsheet errors, currencies.
enum SpecialWords {
  /// The class of a word that has one, whatever its case.
  static func classify(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> CellClass? {
    let count = end &- start
    if count > 8 { return count <= 17 && isLongMissing(bytes, start, end) ? missing : nil }
    var packed: UInt64 = 0
    for at in start..<end {
      let byte = bytes[at]
      packed = packed << 8 | UInt64(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    if count == 1 { return classifyByte(UInt8(truncatingIfNeeded: packed), bytes[start]) }
    switch packed {
    case pack("oui"): return boolean(.ouiNon, true)
    case pack("non"): return boolean(.ouiNon, false)
    case pack("vrai"): return boolean(.vraiFaux, true)
    case pack("faux"): return boolean(.vraiFaux, false)
    case pack("true"): return boolean(.trueFalse, true)
    case pack("false"): return boolean(.trueFalse, false)
    case pack("yes"): return boolean(.yesNo, true)
    case pack("no"): return boolean(.yesNo, false)
    case pack("n/a"), pack("n.a."), pack("n.a"), pack("null"), pack("nan"), pack("none"), pack("#n/a"),
      pack("#n/d"), pack("n.c."), pack("n.c"), pack("n/c"), pack("n.d."), pack("n/d"), pack("n.r."),
      pack("--"), pack("---"), pack(".."), pack("..."), pack("??"), pack("???"), pack("\\n"), pack("<na>"),
      pack("(null)"), pack("<null>"), 0xE280A6:
      return missing
    case pack("na"), pack("nc"), pack("nd"), pack("nr"):
      return count == 2 && bytes[start] < 0x60 ? missing.with(CellClass.missingCode) : nil
    default: return nil
    }
  }

  private static let missing = CellClass(.missing, CellClass.missingWord)

  @inline(__always)
  private static func boolean(_ pair: CellClass.BooleanPair, _ truth: Bool) -> CellClass {
    CellClass(.boolean, CellClass.pair(pair) | (truth ? CellClass.truth : 0))
  }

  private static func classifyByte(_ folded: UInt8, _ byte: UInt8) -> CellClass? {
    switch folded {
    case UInt8(ascii: "o"): boolean(.letterO, true)
    case UInt8(ascii: "n"): boolean(.letterN, false)
    case UInt8(ascii: "y"): boolean(.letterY, true)
    case UInt8(ascii: "v"): boolean(.letterV, true)
    case UInt8(ascii: "f"): boolean(.letterF, false)
    case UInt8(ascii: "t"): boolean(.letterT, true)
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "/"), UInt8(ascii: "_"):
      missing
    default: nil
    }
  }

  @inline(__always)
  private static func pack(_ word: StaticString) -> UInt64 {
    var packed: UInt64 = 0
    for at in 0..<word.utf8CodeUnitCount { packed = packed << 8 | UInt64(word.utf8Start[at]) }
    return packed
  }

  /// `non renseigné` and its cousins.
  private static func isLongMissing(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard bytes[start] | 0x20 == UInt8(ascii: "n") || bytes[start] | 0x20 == UInt8(ascii: "p") else {
      return false
    }
    let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
    return longMissing.contains(text.lowercased())
  }

  private static let longMissing: Set<String> = [
    "non renseigné", "non renseignée", "non renseigne", "non renseignee", "non communiqué", "non communiquée",
    "non communique", "non disponible", "pas de donnée", "pas de données",
  ]

  /// `#REF!` and its cousins, in French and English spreadsheets, and cells too narrow to be shown.
  static func isSpreadsheetError(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let count = end &- start
    guard count >= 4, count <= 20 else { return false }
    let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
    return spreadsheetErrors.contains(text.uppercased()) || text.allSatisfy { $0 == "#" }
  }

  private static let spreadsheetErrors: Set<String> = [
    "#REF!", "#NAME?", "#NOM?", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NUM!", "#NOMBRE!", "#NULL!", "#NUL!",
  ]

  /// Skips `€`, `EUR`, `euro` or `euros`.
  static func skipEuro(_ cursor: inout ByteCursor) -> Bool {
    let rest = cursor.end &- cursor.at
    let bytes = cursor.bytes + cursor.at
    if rest >= 3, bytes[0] == 0xE2, bytes[1] == 0x82, bytes[2] == 0xAC {
      cursor.at &+= 3
      return true
    }
    guard rest >= 3, rest <= 5, bytes[0] | 0x20 == UInt8(ascii: "e"), bytes[1] | 0x20 == UInt8(ascii: "u"),
      bytes[2] | 0x20 == UInt8(ascii: "r")
    else { return false }
    if rest >= 4, bytes[3] | 0x20 != UInt8(ascii: "o") { return false }
    if rest == 5, bytes[4] | 0x20 != UInt8(ascii: "s") { return false }
    cursor.at = cursor.end
    return true
  }
}
