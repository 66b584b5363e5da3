import Foundation
import Messages
import Testing

@testable import Tabular

/// Which characters the bytes mean.
struct EncodingTests {
  private static let french =
    "nom;ville;montant\nÉlodie Lefèvre;Besançon;12\nLoïc Garçon;Évry;13\nAnaïs «œuvre»;Saint-Étienne;14 €\n"
    + "L’été à la plage;Nîmes;15\n"

  private static let plain = french.replacingOccurrences(of: " €", with: "")
    .replacingOccurrences(of: "’", with: "'")

  private static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80
        ? UInt8(scalar.value) : UInt8((encoding.upperHalf.firstIndex(of: scalar) ?? 0) + 0x80)
    }
  }

  @Test(
    "French text is read right in each single-byte encoding",
    arguments: [TextEncoding.windows1252, .latin9, .macintosh, .ibm850]
  )
  func readsSingleByte(_ encoding: TextEncoding) throws {
    let text =
      encoding == .ibm850
      ? Self.plain.replacingOccurrences(of: "œ", with: "oe") : encoding == .latin9 ? Self.plain : Self.french
    let read = try ReadText(Self.bytes(text, encoding))
    #expect(read.source.encoding == encoding.rawValue)
    #expect(read.cells == (try ReadText(text)).cells)
    #expect(read.source.finding("encoding.not-utf-8")?.severity == .information)
  }

  @Test("UTF-8 and UTF-16 are read with and without a byte order mark")
  func readsUnicode() throws {
    let expected = try ReadText(Self.french).cells
    let little = Self.french.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Self.french.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let cases: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF] + Self.french.utf8, "utf-8"), ([0xFF, 0xFE] + little, "utf-16le"),
      (little, "utf-16le"),
      ([0xFE, 0xFF] + big, "utf-16be"), (big, "utf-16be"),
    ]
    for (bytes, encoding) in cases {
      let read = try ReadText(bytes)
      #expect(read.source.encoding == encoding)
      #expect(read.source.columnNames == ["nom", "ville", "montant"])
      #expect(read.cells == expected)
    }
  }

  @Test("Characters beyond the basic plane come through UTF-16, lone surrogates do not")
  func decodesSurrogates() throws {
    let units = Array("a;b\n😀;x\n".utf16) + [0xD83D] + Array(";y\nz;z\n".utf16)
    let read = try ReadText([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(read.cells == [["😀", "x"], ["\u{FFFD}", "y"], ["z", "z"]])
    #expect(read.source.finding("encoding.cut-character")?.row == 3)
  }

  private static func lines(_ line: [UInt8], upTo size: Int) -> [UInt8] {
    Array(repeatElement(line, count: size / line.count).joined())
  }

  @Test("The first accented letter decides, however late it comes", arguments: [0x10000, 0x110000])
  func decidesLate(_ size: Int) throws {
    let plain = Self.lines(Array("12;\(String(repeating: "Dupont ", count: 80))\n".utf8), upTo: size)
    let bytes = Array("id;nom\n".utf8) + plain
    let latin = try ReadText(bytes + Self.bytes("0;Lefèvre œuvre\n", .windows1252))
    #expect(latin.source.encoding == "windows-1252")
    #expect(latin.rows.last?.cells == ["0", "Lefèvre œuvre"])
    let utf8 = try ReadText(bytes + Array("0;Lefèvre\n".utf8))
    #expect(utf8.source.encoding == "utf-8")
    #expect(utf8.rows.last?.cells == ["0", "Lefèvre"])
    #expect(utf8.source.structuralFindings.isEmpty)
  }

  @Test("ISO 8859-15 is told from Windows-1252 by its first own character, however late")
  func tellsLatin9Late() throws {
    let line = Self.bytes("2;\(String(repeating: "Eléonore ", count: 80))\n", .windows1252)
    let bytes = Self.bytes("id;nom\n1;Lefèvre\n", .windows1252) + Self.lines(line, upTo: 0x110000)
    let read = try ReadText(bytes + Self.bytes("3;cœur à 12 €\n", .latin9))
    #expect(read.source.encoding == "iso-8859-15")
    #expect(read.rows.last?.cells == ["3", "cœur à 12 €"])
  }

  @Test("A foreign byte in a UTF-8 file is a finding, not another encoding")
  func keepsUTF8() throws {
    var bytes = Array("id;nom\n1;Éléonore\n2;Lefèvre\n3;Ren".utf8)
    bytes += [0xE9] + Array("\n4;Zoé\n".utf8)
    let read = try ReadText(bytes)
    #expect(read.source.encoding == "utf-8")
    #expect(read.cells.map { $0[1] } == ["Éléonore", "Lefèvre", "René", "Zoé"])
    let finding = try #require(read.source.finding("encoding.foreign-byte"))
    #expect(finding.row == 4 && finding.column == "nom" && finding.repair?.value == "René")
  }

  @Test("A character cut by a field of fixed length is told as lost")
  func tellsCutCharacter() throws {
    let bytes = Array("id;nom\n1;Éléonore\n2;Andr".utf8) + [0xC3] + Array("\n3;Zoé\n".utf8)
    let read = try ReadText(bytes)
    #expect(read.cells[1] == ["2", "Andr\u{FFFD}"])
    #expect(read.source.finding("encoding.cut-character")?.row == 3)
  }

  @Test("Text encoded twice is told with what it was meant to be")
  func tellsDoubleEncoding() throws {
    let read = try ReadText(
      "id;nom\n1;LefÃ¨vre\n2;Zoé\n3;lâ€™Ã©tÃ© Ã  la plage Å“uvre\n4;nÂ° 5\n5;SÃO PAULO\n"
    )
    let findings = read.source.structuralFindings.findings.filter { $0.code == "encoding.double" }
    #expect(findings.map(\.row) == [2, 4, 5])
    #expect(findings.map { $0.repair?.value } == ["Lefèvre", "l’été à la plage œuvre", "n° 5"])
    #expect(read.cells[0] == ["1", "LefÃ¨vre"])
  }

  @Test("A character lost before the export is told")
  func tellsLostCharacter() throws {
    let read = try ReadText("id;nom\n1;Lef\u{FFFD}vre\n2;Zoé\n")
    #expect(read.source.finding("encoding.lost-character")?.cell == "Lef\u{FFFD}vre")
  }

  @Test("A UTF-8 cell pasted in a Windows-1252 file is told")
  func tellsMixedFile() throws {
    let bytes = Self.bytes("id;nom\n1;Élodie\n2;Lefèvre\n3;Loïc\n4;", .windows1252) + Array("Zoé\n".utf8)
    let read = try ReadText(bytes)
    #expect(read.source.encoding == "windows-1252")
    #expect(read.source.finding("encoding.double")?.repair?.value == "Zoé")
  }

  @Test("A person's choice of encoding is followed, under any of its names")
  func obeysEncoding() throws {
    let bytes = Self.bytes("id;nom\n1;c½ur\n", .windows1252)
    for (name, encoding, text) in [
      ("latin9", "iso-8859-15", "cœur"), ("CP1252", "windows-1252", "c½ur"),
      ("ISO-8859-1", "iso-8859-1", "c½ur"),
    ] {
      let read = try ReadText(bytes, options: ReadingOptions(encoding: name))
      #expect(read.source.encoding == encoding)
      #expect(read.cells == [["1", text]])
    }
  }

  @Test("Bytes that are no UTF-8 never come out of the reader")
  func alwaysGivesUTF8() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<60 {
      var bytes = Array("a;b\nété;1\n".utf8)
      for _ in 0..<Int.random(in: 1...200, using: &generator) {
        bytes.append(
          UInt8.random(in: generator.next() % 3 == 0 ? 0x80...0xFF : 0x20...0x7E, using: &generator)
        )
      }
      let file = try TemporaryFile(bytes)
      guard let source = try? DelimitedTextSource(path: file.path) else { continue }
      var batch = RowBatch()
      while try source.read(into: &batch) {
        for cell in 0..<batch.cellCount {
          #expect(String(validating: batch.bytes[batch.byteRange(ofCell: cell)], as: UTF8.self) != nil)
        }
      }
    }
  }
}
