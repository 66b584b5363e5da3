import Messages
import Testing

@testable import Tabular

/// Where reads happen to stop must not show in the result.
struct ChunkBoundaryTests {
  /// A result to compare: everything the reader tells.
  private struct Outcome: Equatable {
    var rows: [ReadRow]
    var names: [String]
    var dialect: Dialect
    var encoding: String
    var findings: [Finding]

    init(_ read: ReadText) {
      rows = read.rows
      names = read.source.columnNames
      dialect = read.source.dialect
      encoding = read.source.encoding
      findings = read.source.structuralFindings.findings
    }
  }

  private static let tricky: [[UInt8]] =
    [
      "a;b;c\n1;\"x\"\"y\";\"\"\n\"\"\"\";\"two\r\nlines\";3\n\n;;\n7;8;9\n",
      "\u{FEFF}a,b\r\n\"é\",\"œ\"\r\n\"€\",😀\r\nx\0y,\"z\0\"\r\n",
      "Titre\n\nid;nom\n1;A\n2;\"B\n3;C\n4;D;E\n5\n6;F;;\n",
      "nom;ville\nLefÃ¨vre;Â°\nlâ€™Ã©tÃ©;x\nLef\u{FFFD}vre;y\n",
      "a\rb\rc\r\rd\r", "a,b\r\n1,2\r\n3,\"4\r\n", "a;b\n1;\"L'école \"Jean\" là\" ; \n\"3\"  ;4\n\n\n",
      "'a','b'\n'1','2,5'\n'3','4'\n'5','6'\n", "a;b\n1;2\n;\n;\n\n3;4\n\n\n\n",
    ].map { Array($0.utf8) } + [
      Array("nom;ville\nRen".utf8) + [0xE9] + Array(";Nîmes\nAndr".utf8) + [0xC3] + Array(";é\né;à\n".utf8),
      Array("nom;ville\nRen".utf8) + [0xE9] + Array(";N".utf8) + [0xEE] + Array("mes\nc".utf8) + [0x9C]
        + Array("ur;x\n".utf8),
      [0xFF, 0xFE] + "a;b\né;😀\n\"x\ny\";z".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    ]

  @Test("Tricky texts give the same rows and findings for every size of read", arguments: tricky)
  func readsAlikeInAnyPieces(_ bytes: [UInt8]) throws {
    let whole = Outcome(try ReadText(bytes))
    for size in [1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 31, 32, 33, 64] {
      for batch in Set([size, 1, 8, 1000]) {
        var pace = DelimitedTextSource.Pace()
        pace.block = size
        pace.batch = batch
        #expect(Outcome(try ReadText(bytes, pace: pace)) == whole, "blocks of \(size), batches of \(batch)")
      }
    }
  }

  @Test("What the scanner decides on unbalanced quotes does not depend on the pieces")
  func decidesQuotesAlike() throws {
    var lines = ["id;nom;montant"]
    for row in 1...60 { lines.append(row % 20 == 0 ? "\(row);\"Dupont;12" : "\(row);Nom \(row);\(row)") }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var pace = DelimitedTextSource.Pace()
    pace.lookahead = 100
    let whole = Outcome(try ReadText(bytes, pace: pace))
    #expect(whole.rows.count == 60)
    #expect(whole.findings.count == 3)
    for size in [1, 3, 10, 50, 99, 100, 101, 150, 400] {
      pace.block = size
      pace.batch = size
      #expect(Outcome(try ReadText(bytes, pace: pace)) == whole, "pieces of \(size)")
    }
  }

  /// Cells as they may be, and the text a careful writer makes of them.
  private struct Generated {
    var cells: [[String]]
    var text: String

    init(_ generator: inout SeededGenerator) {
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
      let newline = ["\n", "\r\n"].randomElement(using: &generator) ?? "\n"
      let columns = Int.random(in: 2...6, using: &generator)
      let pieces = [
        "a", "é", "œuvre", "\"", "\"\"", delimiter, "\n", "\r\n", " ", "😀", "0", "12,5", "'", ";", ",",
      ]
      cells = (0..<Int.random(in: 1...30, using: &generator)).map { row in
        (0..<columns).map { column in
          if column == 0 { return "ligne \(row)" }
          return (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      let header = (0..<columns).map { "nom_\(["a", "b", "c", "d", "e", "f"][$0])" }
      text = ([header] + cells).map { row in
        row.map { cell in
          let mustQuote = cell.contains { $0.isNewline || String($0) == delimiter || $0 == "\"" || $0 == " " }
          return mustQuote
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
              + "\"" : cell
        }.joined(separator: delimiter)
      }.joined(separator: newline)
    }

    func delimiter() -> String {
      [",", ";", "\t", "|"].first { text.prefix { !$0.isNewline }.contains($0) } ?? ","
    }
  }

  @Test("What a writer quotes with care is read back, cell for cell", arguments: 0..<80)
  func readsBack(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let generated = Generated(&generator)
    var options = ReadingOptions(headerRow: 1)
    options.delimiter = generated.delimiter()
    var pace = DelimitedTextSource.Pace()
    pace.block = Int.random(in: 1...40, using: &generator)
    pace.batch = Int.random(in: 1...200, using: &generator)
    let read = try ReadText(generated.text, options: options, pace: pace)
    #expect(read.cells == generated.cells)
    #expect(read.source.structuralFindings.isEmpty)
  }

  @Test("Any bytes are read or refused, never a crash, in any pieces", arguments: 0..<60)
  func survivesNoise(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let alphabet = Array("ab1;,\"\"\n\r\t |'é\u{A0}".utf8) + [0x00, 0xC3, 0xE9, 0xFF]
    let bytes = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
    var outcomes: [Outcome?] = []
    for size in [1, 7, 64, 100_000] {
      var pace = DelimitedTextSource.Pace()
      pace.block = size
      pace.batch = size
      do {
        let read = try ReadText(bytes, pace: pace)
        #expect(read.rows.allSatisfy { $0.cells.count == read.source.columnNames.count })
        outcomes.append(Outcome(read))
      } catch is Failure {
        outcomes.append(nil)
      }
    }
    #expect(outcomes.dropFirst().allSatisfy { $0 == outcomes[0] })
  }
}
