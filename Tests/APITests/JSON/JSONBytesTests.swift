import Tabular
import Testing

@testable import API

@Suite("Writing JSON") struct JSONBytesTests {
  private func written(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "Strings escape what must be, and nothing else",
    arguments: [
      ("", #""""#), ("a", #""a""#), ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("été 🌳", #""été 🌳""#),
      ("</script>", #""</script>""#),
    ]
  )
  func strings(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
  }

  @Test("Any string is read back as it was")
  func stringsRoundTrip() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
        [Unicode.Scalar(UInt8.random(in: 0...127, using: &random)), "é", "\u{2028}", "🌳"].randomElement(
          using: &random
        ) ?? "x"
      }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(try JSON(Array(written { $0.string(text) }.utf8)) == .string(text))
    }
  }

  @Test(
    "Cells are numbers, truth values, nulls and ISO 8601 texts",
    arguments: [
      (.null, "null"), (.integer(0), "0"), (.integer(-42), "-42"), (.integer(.min), "-9223372036854775808"),
      (.integer(.max), "9223372036854775807"), (.number(0.1), "0.1"), (.number(-2), "-2"),
      (.number(1e300), "1e+300"), (.number(.nan), "null"), (.number(.infinity), "null"),
      (.boolean(true), "true"), (.boolean(false), "false"), (.text("x\"y"), #""x\"y""#),
      (.date(19_782), #""2024-02-29""#), (.datetime(-1), #""1969-12-31T23:59:59.999999""#),
      (.datetime(1_709_210_096_000_000), #""2024-02-29T12:34:56""#), (.time(0), #""00:00:00""#),
    ] as [(CellValue, String)]
  )
  func cells(value: CellValue, expected: String) {
    #expect(written { $0.cell(value) } == expected)
  }

  @Test("A document keeps the order of its members")
  func documents() {
    let document: JSONValue = ["b": 1, "a": [true, .null, "x"], "c": [:]]
    #expect(String(decoding: document.encoded, as: UTF8.self) == #"{"b":1,"a":[true,null,"x"],"c":{}}"#)
  }
}

/// A generator of numbers that are the same at each run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
