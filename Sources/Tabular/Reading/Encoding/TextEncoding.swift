/// A character encoding we read, by its IANA name in lower case.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case macintosh = "macintosh"
  case ibm850 = "ibm850"

  private static let aliases: [String: TextEncoding] = [
    "utf8": .utf8, "utf-8-sig": .utf8, "ascii": .utf8, "us-ascii": .utf8, "utf-16": .utf16LittleEndian,
    "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
    "cp1252": .windows1252, "windows1252": .windows1252, "ansi": .windows1252, "latin1": .latin1,
    "latin-1": .latin1, "iso8859-1": .latin1, "iso_8859-1": .latin1, "latin9": .latin9, "latin-9": .latin9,
    "iso8859-15": .latin9, "iso_8859-15": .latin9, "macroman": .macintosh, "mac-roman": .macintosh,
    "mac_roman": .macintosh, "mac": .macintosh, "cp850": .ibm850, "ibm-850": .ibm850, "dos": .ibm850,
  ]

  /// Finds an encoding by its IANA name or a common alias.
  init?(named name: String) {
    let name = name.lowercased()
    guard let encoding = TextEncoding(rawValue: name) ?? TextEncoding.aliases[name] else { return nil }
    self = encoding
  }

  /// Whether each byte is one character.
  var isSingleByte: Bool { !(self == .utf8 || self == .utf16LittleEndian || self == .utf16BigEndian) }

  /// The characters of bytes 0x80 to 0xFF of a single-byte encoding.
  var upperHalf: [Unicode.Scalar] {
    switch self {
    case .windows1252: SingleByteTables.windows1252
    case .latin9: SingleByteTables.latin9
    case .macintosh: SingleByteTables.macintosh
    case .ibm850: SingleByteTables.ibm850
    case .latin1, .utf8, .utf16LittleEndian, .utf16BigEndian: SingleByteTables.latin1
    }
  }
}

/// The upper halves of single-byte encodings, as in the WHATWG Encoding Standard and the IBM code page 850.
enum SingleByteTables {
  static let latin1 = (0x80...0xFF).compactMap { Unicode.Scalar($0) }

  /// Bytes the code page leaves undefined become the control characters of ISO 8859-1, as browsers do.
  static let windows1252 =
    Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars) + latin1[32...]

  static let latin9: [Unicode.Scalar] = {
    var table = latin1
    let changed: [(Int, Unicode.Scalar)] = [
      (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "Œ"), (0xBD, "œ"), (0xBE, "Ÿ"),
    ]
    for (byte, scalar) in changed { table[byte - 0x80] = scalar }
    return table
  }()

  static let macintosh = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars
  )

  static let ibm850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars
  )
}
