import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

struct CivilDateTests {
  @Test("Days and dates turn into each other over ten thousand years")
  func roundTrip() throws {
    let wrong = stride(from: -4_000_000, through: 2_900_000, by: 37).filter { CivilDate(days: $0).days != $0 }
    #expect(wrong == [])
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.days == 0)
    #expect(CivilDate(year: 2000, month: 2, day: 29)?.days == 11_016)
    for (year, month, day) in [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31), (2024, 0, 1)] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
  }
}

struct CellTextTests {
  static let cases: [(CellValue, String, String)] = [
    (.null, "", "null"), (.text("a\"b\\c\n\u{1}é"), "a\"b\\c\n\u{1}é", #""a\"b\\c\n\u0001é""#),
    (.integer(.min), "-9223372036854775808", "-9223372036854775808"), (.integer(0), "0", "0"),
    (.number(0.1), "0.1", "0.1"), (.number(1200), "1200", "1200"), (.number(-0.0), "-0", "-0"),
    (.number(1e20), "1e+20", "1e+20"), (.number(.nan), "nan", "null"), (.boolean(true), "true", "true"),
    (.date(-1), "1969-12-31", "\"1969-12-31\""), (.date(19_782), "2024-02-29", "\"2024-02-29\""),
    (.datetime(-1), "1969-12-31T23:59:59.999999", "\"1969-12-31T23:59:59.999999\""),
    (.datetime(86_400_000_000), "1970-01-02T00:00:00", "\"1970-01-02T00:00:00\""),
    (.time(3_723_250_000), "01:02:03.250000", "\"01:02:03.250000\""),
  ]

  @Test("Values are written as machines read them", arguments: cases)
  func texts(value: CellValue, text: String, json: String) {
    #expect(CellText.text(value) == text)
    var bytes: [UInt8] = []
    CellText.appendJSON(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == json)
  }
}

struct TextFoldingTests {
  @Test(
    "Case, accents and ligatures go, letters stay",
    arguments: [
      ("École", "ecole"), ("ÇA VA", "ca va"), ("cœur ŒUVRE", "coeur oeuvre"), ("ex æquo", "ex aequo"),
      ("L’Île-d’Yeu", "l'ile-d'yeu"), ("e\u{301}te\u{301}", "ete"), ("Straße", "strasse"), ("ÿ Ÿ", "y y"),
      ("Ω Привет", "ω привет"), ("日本 🌳", "日本 🌳"), ("12\u{A0}000\u{202F}€", "12 000 €"), ("", ""),
    ]
  )
  func folds(text: String, folded: String) { #expect(TextFolding.folded(text) == folded) }

  @Test("A folded text is never longer, and folding it again changes nothing")
  func idempotent() {
    let wrong = (1..<0x3000).filter { code in
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return false }
      let text = "a\(String(scalar))b"
      let folded = TextFolding.folded(text)
      return folded.utf8.count > text.utf8.count || TextFolding.folded(folded) != folded
    }
    #expect(wrong == [])
  }
}

struct UTF8TextTests {
  @Test("Bytes are told to be UTF-8 exactly when the standard library says so")
  func agrees() {
    var random = SeededRandom(seed: 77)
    let pieces: [[UInt8]] = [
      Array("abc défg".utf8), Array("€".utf8), Array("🌳".utf8), [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xE2, 0x82], [0xFF], [0x80], [0xF0, 0x9F], [0xE0, 0x80, 0x80], Array("0123456789ABCDEF".utf8),
    ]
    var wrong: [[UInt8]] = []
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let expected = String(validating: bytes, as: UTF8.self) != nil
      if bytes.withUnsafeBufferPointer({ UTF8Text.isValid($0) }) != expected { wrong.append(bytes) }
    }
    #expect(wrong == [])
  }
}

struct FilterReadingTests {
  static let cases: [(String, ColumnType, CellValue?)] = [
    ("12", .integer, .integer(12)), (" -3 ", .integer, .integer(-3)), ("12.5", .integer, .number(12.5)),
    ("12,5", .number, .number(12.5)), ("1e3", .number, .number(1000)), ("nan", .number, nil),
    ("inf", .number, nil),
    ("0x10", .number, nil), ("", .number, nil), ("1 200", .integer, nil), ("oui", .boolean, .boolean(true)),
    ("Faux", .boolean, .boolean(false)), ("2", .boolean, nil), ("2024-02-29", .date, .date(19_782)),
    ("29/02/2024", .date, .date(19_782)), ("2023-02-29", .date, nil), ("2024-2-9", .date, nil),
    ("2024", .date, nil),
    ("2024", .year, .integer(2024)), ("10:30", .time, .time(37_800_000_000)), ("24:00", .time, nil),
    ("10:30:15.25", .time, .time(37_815_250_000)), ("1970-01-02", .datetime, .datetime(86_400_000_000)),
    ("1970-01-01T01:00:00Z", .datetime, .datetime(3_600_000_000)),
    ("1970-01-01 01:00:00+01:00", .datetime, .datetime(0)), ("1970-01-01T25:00", .datetime, nil),
    ("tel quel ", .text, .text("tel quel ")), ("", .text, .text("")),
  ]

  @Test("A filter's value is read as the type of its column, or refused", arguments: cases)
  func reads(text: String, type: ColumnType, expected: CellValue?) throws {
    let column = TableColumn(name: "c", type: type)
    if let expected {
      #expect(try FilterReading.value(text, of: column, pointer: "c__exact") == expected)
    } else {
      let error = #expect(throws: Failure.self) {
        try FilterReading.value(text, of: column, pointer: "c__exact")
      }
      #expect(error?.pointer == "c__exact")
    }
  }

  @Test(
    "Lists are separated by commas, and quotes keep one inside",
    arguments: [
      ("a,b", ["a", "b"]), ("a", ["a"]), ("", [""]), ("\"a,b\",c", ["a,b", "c"]),
      ("\"dit \"\"oui\"\"\"", ["dit \"oui\""]),
      ("a\"b,c", ["a\"b", "c"]), ("a,", ["a", ""]),
    ]
  )
  func lists(text: String, values: [String]) { #expect(FilterReading.list(text) == values) }
}
