import Foundation
import Markup
import Messages
import Testing
import Web

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Documents") struct PrintedDocumentTests {
  private static let document = PrintedDocument(
    title: "Registre & <annexes>",
    subtitle: "Ville d’Arpent",
    language: .french,
    blocks: [
      .heading(1, "Pourquoi"), .paragraph("Deux lignes\net  deux blancs\u{0}."), .list(["Un", "Deux"]),
      .facts([PrintedDocument.Fact("Base", "L’obligation « légale »")]),
      .table(["Catégorie", "Durée"], rows: [["Élèves", "1 an"], ["Parents", ""]]),
    ]
  )

  /// The stored entries of an archive, read from its local headers (APPNOTE 4.3.7).
  private static func entries(_ bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
    func number(_ place: Int, _ count: Int) -> Int {
      var value = 0
      for index in 0..<count { value |= Int(bytes[place + index]) << (8 * index) }
      return value
    }
    var (place, entries) = (0, [(name: String, content: [UInt8])]())
    while number(place, 4) == 0x0403_4B50 {
      #expect(number(place + 8, 2) == 0, "stored")
      let (size, name, extra) = (number(place + 18, 4), number(place + 26, 2), number(place + 28, 2))
      let start = place + 30 + name + extra
      let content = Array(bytes[start..<start + size])
      #expect(crc(content) == UInt32(number(place + 14, 4)))
      entries.append((String(decoding: bytes[place + 30..<place + 30 + name], as: UTF8.self), content))
      place = start + size
    }
    #expect(number(place, 4) == 0x0201_4B50, "the directory follows")
    #expect(number(bytes.count - 22, 4) == 0x0605_4B50 && number(bytes.count - 12, 2) == entries.count)
    #expect(number(bytes.count - 6, 4) == place)
    return entries
  }

  /// CRC-32 as ISO 3309 has it, bit by bit.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }

  @Test("An OpenDocument text is an archive whose first entry tells its type, and whose parts are XML")
  func archive() throws {
    let entries = Self.entries(Self.document.openDocument())
    #expect(
      entries.map(\.name) == ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]
    )
    #expect(String(decoding: entries[0].content, as: UTF8.self) == PrintedDocument.openDocumentType)
    for entry in entries.dropFirst() {
      #expect(XMLParser(data: Data(entry.content)).parse(), "\(entry.name)")
    }
    let manifest = String(decoding: entries[4].content, as: UTF8.self)
    for name in ["content.xml", "styles.xml", "meta.xml"] { #expect(manifest.contains("\"\(name)\"")) }
  }

  @Test("Everything said is in the text, escaped, with its line ends and blanks")
  func content() throws {
    let entries = Self.entries(Self.document.openDocument())
    let content = String(decoding: entries[1].content, as: UTF8.self)
    for words in [
      "Registre &amp; &lt;annexes&gt;", "Deux lignes<text:line-break/>et <text:s/>deux blancs.", "Élèves",
      "L’obligation « légale »", "<text:list-item>",
    ] {
      #expect(content.contains(words), "\(words)")
    }
  }

  @Test("The same content makes the same file")
  func stable() { #expect(Self.document.openDocument() == Self.document.openDocument()) }

  @Test("The page says the same")
  func page() {
    let text = Self.document.html.rendered()
    for words in ["Registre &amp; &lt;annexes&gt;", "Pourquoi", "Élèves", "Deux blancs".lowercased()] {
      #expect(String(decoding: text, as: UTF8.self).contains(words), "\(words)")
    }
  }
}
