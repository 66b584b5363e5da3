import Messages

/// A picture that may stand as a territory's logo: small, of a format browsers show, and that runs nothing.
public struct LogoImage: Sendable, Equatable {
  /// The bytes.
  public let bytes: [UInt8]
  /// The media type, told from the bytes and never from a name.
  public let mediaType: String
  /// The width in pixels, where the format says it.
  public let width: Int?
  /// The height in pixels, where the format says it.
  public let height: Int?

  /// The most bytes of a logo: every page shows it.
  public static let mostBytes = 256 * 1024
  /// The most pixels on each side: a small file can hold an image no browser has room for.
  public static let mostPixels = 4_096
  /// The media types of logos.
  public static let mediaTypes: Set<String> = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"]

  /// Examines a picture.
  ///
  /// - Throws: `Failure` when it is too large, of another format, or an SVG that could run or fetch something.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count <= Self.mostBytes else { throw LogoFailure.tooLarge }
    guard let found = try Self.examine(bytes) else { throw LogoFailure.format }
    for side in [found.width, found.height].compactMap({ $0 }) {
      guard (1...Self.mostPixels).contains(side) else { throw LogoFailure.dimensions }
    }
    self.bytes = bytes
    mediaType = found.type
    width = found.width
    height = found.height
  }

  private typealias Finding = (type: String, width: Int?, height: Int?)

  private static func examine(_ bytes: [UInt8]) throws -> Finding? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes) }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return webP(bytes)
    }
    let first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    guard first == UInt8(ascii: "<") else { return nil }
    try SafeSVG.check(bytes)
    return ("image/svg+xml", nil, nil)
  }

  /// PNG (ISO/IEC 15948): the header is the first chunk.
  private static func png(_ bytes: [UInt8]) -> Finding? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return ("image/png", bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  /// JPEG (ISO/IEC 10918-1): the size is in the frame header, after other segments.
  private static func jpeg(_ bytes: [UInt8]) -> Finding? {
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        let height = bigEndian(bytes[(index + 5)..<(index + 7)])
        return ("image/jpeg", bigEndian(bytes[(index + 7)..<(index + 9)]), height)
      }
      let length = bigEndian(bytes[(index + 2)..<(index + 4)])
      guard length >= 2 else { return nil }
      index += 2 + length
    }
    return nil
  }

  /// WebP (RFC 9649): lossy, lossless or extended.
  private static func webP(_ bytes: [UInt8]) -> Finding? {
    guard bytes.count >= 30 else { return nil }
    func little(_ start: Int, _ count: Int) -> Int { bigEndian(bytes[start..<(start + count)].reversed()) }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ": return ("image/webp", little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF)
    case "VP8L":
      let sizes = little(21, 4)
      return ("image/webp", (sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1)
    case "VP8X": return ("image/webp", little(24, 3) + 1, little(27, 3) + 1)
    default: return nil
    }
  }

  private static func bigEndian(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Why a picture cannot be a logo.
enum LogoFailure {
  static let tooLarge = Failure(
    "logo.too-large",
    .tooLarge,
    fr: "Le logo dépasse \(LogoImage.mostBytes / 1024) Kio.",
    en: "The logo is over \(LogoImage.mostBytes / 1024) KiB.",
    remedy: Bilingual(fr: "Réduisez-le : chaque page le montre.", en: "Shrink it: every page shows it."),
    pointer: "logo"
  )

  static let format = Failure(
    "logo.format",
    .invalid,
    fr: "Le logo n’est pas une image PNG, JPEG, WebP ou SVG.",
    en: "The logo is not a PNG, JPEG, WebP or SVG picture.",
    remedy: Bilingual(fr: "Enregistrez-le dans l’un de ces formats.", en: "Save it in one of these formats."),
    pointer: "logo"
  )

  static let dimensions = Failure(
    "logo.dimensions",
    .tooLarge,
    fr: "Le logo dépasse \(LogoImage.mostPixels) pixels de côté.",
    en: "The logo is over \(LogoImage.mostPixels) pixels on a side.",
    remedy: Bilingual(fr: "Réduisez ses dimensions.", en: "Reduce its dimensions."),
    pointer: "logo"
  )

  static func unsafe(_ what: String) -> Failure {
    Failure(
      "logo.unsafe",
      .invalid,
      fr: "Ce SVG contient ce qu’un logo ne peut pas contenir : \(what).",
      en: "This SVG holds what a logo may not hold: \(what).",
      remedy: Bilingual(
        fr: "Exportez-le en « SVG simple » : sans script, sans élément étranger, sans lien vers l’extérieur.",
        en: "Export it as “plain SVG”: no script, no foreign element, no link to the outside."
      ),
      pointer: "logo"
    )
  }
}
