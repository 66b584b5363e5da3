import Acts
import Foundation
import Messages
import Register
import Testing

@Suite("Logos") struct LogoTests {
  static func svg(_ inside: String, root: String = "") -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\" \(root)>\(inside)</svg>".utf8)
  }

  static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    func bytes(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + bytes(width)
      + bytes(height) + [8, 6, 0, 0, 0, 0, 0, 0, 0]
  }

  @Test("A picture is known by its bytes, with its size")
  func pictures() throws {
    let png = try LogoImage(Self.png(120, 40))
    #expect(png.mediaType == "image/png" && png.width == 120 && png.height == 40)
    let jpeg = try LogoImage(
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0, 30, 0, 90, 3, 1, 2, 3, 4]
    )
    #expect(jpeg.mediaType == "image/jpeg" && jpeg.width == 90 && jpeg.height == 30)
    var webP = Array("RIFF....WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]
    #expect(try LogoImage(webP).width == 100)
    #expect(try LogoImage(webP).height == 50)
    webP.replaceSubrange(12..<16, with: Array("VP8?".utf8))
    #expect(throws: Failure.self) { try LogoImage(webP) }
  }

  @Test(
    "What is too large, or is no picture, is refused",
    arguments: [
      ([UInt8](repeating: 0, count: LogoImage.mostBytes + 1), "logo.too-large"),
      (png(5_000, 10), "logo.dimensions"), (png(0, 10), "logo.dimensions"),
      (Array("GIF89a".utf8), "logo.format"),
      ([], "logo.format"), (Array(png(1, 1).prefix(20)), "logo.format"), ([0xFF, 0xD8, 0xFF], "logo.format"),
      (Array("<html><body>x</body></html>".utf8), "logo.unsafe"),
    ]
  )
  func refused(bytes: [UInt8], code: String) {
    let failure = #expect(throws: Failure.self) { try LogoImage(bytes) }
    #expect(failure?.code == code)
  }

  @Test(
    "A plain drawing is taken",
    arguments: [
      "<path d=\"M0 0h8v8z\" fill=\"#123\"/>",
      "<!-- dessin --><defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs>"
        + "<rect width=\"8\" height='8' fill=\"url(#a)\" style=\"stroke:red\"/>",
      "<style>.a{fill:#fff}</style><title>L&#8217;Arpent &amp; vous</title><g class=\"a\"><circle r=\"2\"/></g>",
      "",
    ]
  )
  func drawings(inside: String) throws {
    #expect(try LogoImage(Self.svg(inside)).mediaType == "image/svg+xml")
    let declared = Array("\u{FEFF}<?xml version=\"1.0\"?>\n".utf8) + Self.svg(inside) + Array("\n".utf8)
    #expect(try LogoImage(declared).mediaType == "image/svg+xml")
  }

  @Test(
    "A drawing that could run, fetch or hide something is refused",
    arguments: [
      "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<g onload=\"alert(1)\"/>",
      "<g ONLOAD='alert(1)'/>", "<foreignObject><p>x</p></foreignObject>",
      "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
      "<image href=\"http://a.example/x.png\"/>", "<a href=\"javascript:alert(1)\"><path/></a>",
      "<linearGradient href=\"http://a.example/x.svg#a\"/>",
      "<linearGradient xlink:href=\"data:image/svg+xml,x\"/>",
      "<linearGradient href=\"&#106;avascript:alert(1)\"/>",
      "<rect fill=\"url(http://a.example/)\"/>", "<rect fill=\"url( &quot;//a.example/&quot;)\"/>",
      "<rect style=\"fill:u\\72l(http://a.example/)\"/>", "<style>@import 'http://a.example/';</style>",
      "<style>a{background:url(//a.example)}</style>", "<style>a{b:url/**/(x)}</style>",
      "<style>a{background:image-set('http://a.example/x' 1x)}</style>",
      "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>", "<set onbegin=\"alert(1)\"/>",
      "<use href=\"#a\"/>", "<g xml:base=\"http://a.example/\"/>",
      "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>",
      "<![CDATA[<script>]]>", "<?xml-stylesheet href=\"http://a.example/\"?>", "&xxe;", "<g>", "</g>",
      "<g a='1' a='2'/>", "<g a=1/>", "<g a='<'/>", "<!-- -- -->", "<g\u{0}/>", "&#0;", "&#xD800;",
    ]
  )
  func unsafe(inside: String) {
    let failure = #expect(throws: Failure.self) { try LogoImage(Self.svg(inside)) }
    #expect(failure?.code == "logo.unsafe", "\(inside)")
  }

  @Test(
    "A document around the drawing is refused",
    arguments: [
      "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/><script xmlns=\"http://www.w3.org/1999/xhtml\"/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<svg/>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<svg xmlns=\"http://www.w3.org/2000/svg\">",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>x", "<",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
    ]
  )
  func documents(text: String) {
    #expect(throws: Failure.self) { try LogoImage(Array(text.utf8)) }
  }

  @Test("Depth and number of elements are bounded, and no generated noise breaks the scanner")
  func bounded() {
    let deep = String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200)
    #expect(throws: Failure.self) { try LogoImage(Self.svg(deep)) }
    #expect(throws: Failure.self) { try LogoImage(Self.svg(String(repeating: "<g/>", count: 21_000))) }
    var state: UInt64 = 7
    let alphabet = Array("<>/=\"'&;#!-?gsvx \n".utf8)
    for _ in 0..<2_000 {
      let noise = (0..<24).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      _ = try? LogoImage(Self.svg(String(decoding: noise, as: UTF8.self)))
    }
  }

  @Test("A logo is kept with the settings, survives a collection, and goes when it is taken away")
  func kept() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let image = try LogoImage(Self.svg("<path/>"))
    let settings = try await platform.setTerritory(TerritorySettings(name: "Val"), logo: image, as: .command)
    let logo = try #require(settings.logo)
    _ = try await platform.collectGarbage()
    #expect(try platform.blob(logo.digest, atMost: LogoImage.mostBytes) == image.bytes)
    #expect(throws: Failure.self) { try platform.blob(logo.digest, atMost: 10) }
    #expect(try await platform.verify().isSound)
    var bare = settings
    bare.logo = nil
    try await platform.perform(SetTerritorySettings(bare), as: .command)
    _ = try await platform.collectGarbage()
    #expect(folder.lakeFiles().isEmpty)
    bare.logo = TerritorySettings.Logo(digest: logo.digest, mediaType: "text/html")
    await #expect(throws: Failure.self) {
      try await platform.perform(SetTerritorySettings(bare), as: .command)
    }
    await #expect(throws: Failure.self) {
      try await platform.setTerritory(bare, logo: image, as: Actor(id: "person:inconnue"))
    }
  }
}
