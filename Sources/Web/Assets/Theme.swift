/// A territory's accent colour, made readable on both grounds.
struct Theme: Sendable, Hashable {
  /// The colour's six hexadecimal digits, in lower case.
  let name: String
  let accent: Colour

  /// Takes a colour as a territory writes it (`#1F6F54`); anything else gives the default.
  init(accent: String) {
    self =
      Theme(name: accent.drop { $0 == "#" }.lowercased())
      ?? Theme(colour: Colour(red: 0x8A, green: 0x3B, blue: 0x12))
  }

  init?(name: some StringProtocol) {
    guard name.utf8.count == 6, name.allSatisfy({ $0.isHexDigit && $0.isASCII }), name == name.lowercased(),
      let value = UInt32(name, radix: 16)
    else { return nil }
    self.init(
      colour: Colour(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    )
  }

  private init(colour: Colour) {
    accent = colour
    name = [colour.red, colour.green, colour.blue].hexadecimal
  }

  /// The accent as the light ground shows it.
  var onPaper: Colour { accent.contrasting(with: Colour.paper, ratio: 5.5, towards: .black) }
  /// The accent as the dark ground shows it.
  var onNight: Colour { accent.contrasting(with: Colour.night, ratio: 5.5, towards: .white) }

  /// The style sheet: two custom properties for each ground.
  ///
  /// 5.5:1 leaves the contrast above 4.5:1 on every tint of the paper too (WCAG 2.2, 1.4.3).
  var styleSheet: String {
    let (light, dark) = (onPaper, onNight)
    let washLight = Colour.paper.mixed(with: light, share: 0.09)
    let washDark = Colour.night.mixed(with: dark, share: 0.14)
    return """
      :root{--accent:\(light.css);--wash:\(washLight.css)}
      @media(prefers-color-scheme:dark){:root{--accent:\(dark.css);--wash:\(washDark.css)}}
      @media print{:root{--accent:\(light.css);--wash:#fff}}

      """
  }
}

/// A colour in sRGB.
struct Colour: Sendable, Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  static let black = Colour(red: 0, green: 0, blue: 0)
  static let white = Colour(red: 255, green: 255, blue: 255)
  /// The light ground, as the style sheet has it.
  static let paper = Colour(red: 0xFB, green: 0xF9, blue: 0xF3)
  /// The dark ground, as the style sheet has it.
  static let night = Colour(red: 0x17, green: 0x18, blue: 0x16)

  var css: String { "#" + [red, green, blue].hexadecimal }

  /// The relative luminance (WCAG 2.2).
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      guard value > 0.04045 else { return value / 12.92 }
      return Self.power24((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio with another colour, from 1 to 21.
  func contrast(with other: Colour) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// The nearest mix towards `end` that stands out from the ground.
  func contrasting(with ground: Colour, ratio: Double, towards end: Colour) -> Colour {
    for step in 0...50 {
      let candidate = mixed(with: end, share: Double(step) / 50)
      if candidate.contrast(with: ground) >= ratio { return candidate }
    }
    return end
  }

  func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Double(from) + (Double(to) - Double(from)) * share).rounded())
    }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// A number to the power 2.4: the square, times the fifth root of the square, by Newton's method.
  private static func power24(_ value: Double) -> Double {
    let square = value * value
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
