import Foundation
import NIOCore
import Testing

@testable import Web

@Suite("Style and scripts") struct AssetTests {
  private let assets = AssetStore(leafletFolder: "/nowhere")

  private func text(_ name: String) throws -> String {
    let served = String(assets.href(name).dropFirst("/assets/".count))
    return String(buffer: try #require(assets.page(servedAs: served)).plain)
  }

  @Test("The style sheet weighs at most 30 kB and asks for nothing")
  func style() throws {
    let css = try text("arpent.css")
    #expect(css.utf8.count <= 30_000)
    #expect(!css.contains("url("))
    #expect(!css.contains("@import"))
  }

  @Test("Scripts import each other by the names they are served under, and speak to no other site")
  func scripts() throws {
    for name in assets.names where name.hasSuffix(".js") {
      let source = try text(name)
      for line in source.split(separator: "\n") where line.contains(" from \"./") {
        let imported = line.split(separator: "\"")[1].dropFirst(2)
        #expect(assets.page(servedAs: String(imported)) != nil, "\(name): \(line)")
      }
      #expect(!source.contains("http://") && !source.contains("https://"), "\(name)")
      #expect(!source.contains("eval(") && !source.contains("document.write"))
      // The public's pages stay light; what agents drop files with, and fill registers in with, does more.
      #expect(source.utf8.count < (["deposit.js": 10_000, "register.js": 7_000][name] ?? 6_000), "\(name)")
    }
  }

  @Test(
    "A name with another digest, or a path, is not served",
    arguments: ["arpent.css", "arpent.0000000000.css", "../arpent.css", ""]
  )
  func unknown(name: String) { #expect(assets.page(servedAs: name) == nil) }

  @Test("Any accent a territory chooses is readable on both grounds")
  func accents() {
    var state: UInt64 = 42
    var names = ["ffffff", "000000", "ffff00", "8a3b12", "0000ff"]
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      names.append([UInt8(state >> 56), UInt8(state >> 48 & 255), UInt8(state >> 40 & 255)].hexadecimal)
    }
    for name in names {
      let colour = Colour(hexadecimal: name)
      #expect(colour.contrasting(with: .paper, ratio: 5.5, towards: .black).contrast(with: .paper) >= 5.5)
      #expect(colour.contrasting(with: .night, ratio: 5.5, towards: .white).contrast(with: .night) >= 5.5)
    }
  }

  @Test("The contrast ratio is that of WCAG")
  func contrast() {
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.001)
    #expect(abs(Colour(hexadecimal: "767676").contrast(with: .white) - 4.54) < 0.01)
  }

  @Test("What is no colour gives the default", arguments: ["", "red", "#12345", "#gggggg", "#١٢٣٤٥٦"])
  func noColour(text: String) { #expect(Theme(accent: text).name == Theme(accent: "#8a3b12").name) }

  @Test("The grounds of the style sheet are those the accent is computed for")
  func grounds() throws {
    let css = try text("arpent.css")
    #expect(css.contains("--paper: \(Colour.paper.css)"))
    #expect(css.contains("--paper: \(Colour.night.css)"))
  }

  @Test("Ink, soft ink and states stand out from the grounds they lie on")
  func palette() throws {
    let css = try text("arpent.css")
    let night = String(css[try #require(css.range(of: "dark)")).upperBound...])
    for block in [css, night] {
      func colour(_ name: String) throws -> Colour {
        let start = try #require(block.range(of: "--\(name): #")).upperBound
        return Colour(hexadecimal: String(block[start...].prefix(6)))
      }
      for ground in ["paper", "sheet"] {
        for name in ["ink", "soft", "good", "fair", "poor", "accent"] {
          #expect(try colour(name).contrast(with: colour(ground)) >= 4.5, "\(name) on \(ground)")
        }
        #expect(try colour("edge").contrast(with: colour(ground)) >= 3, "edge on \(ground)")
      }
    }
  }
}

extension Colour {
  init(hexadecimal name: String) {
    let value = UInt32(name, radix: 16) ?? 0
    self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }
}
