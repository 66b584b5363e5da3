import CZlib
import Foundation
import Messages
import Testing

@testable import Tabular

/// Files made to harm, broken on the way, or of another kind than their name says.
struct HostileFilesTests {
  /// A gzip file of `bytes`.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream,
      9,
      Z_DEFLATED,
      15 + 16,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(output[..<count])
  }

  private static func failure(
    _ bytes: [UInt8],
    name: String = "table.csv",
    options: ReadingOptions = ReadingOptions()
  )
    throws -> Failure?
  {
    let file = try TemporaryFile(bytes, name: name)
    do {
      _ = try DelimitedTextSource(path: file.path, options: options).count()
      return nil
    } catch let failure as Failure {
      return failure
    }
  }

  @Test(
    "Each kind of file that is no table is refused with its own reason",
    arguments: [
      ([], "tabular.file.empty"), (Array("\n\r\n  \n\t\n".utf8), "tabular.file.blank"),
      (Array("%PDF-1.7\n…".utf8), "tabular.kind.pdf"), (Array("PAR1xxxx".utf8), "tabular.kind.parquet"),
      (Array("SQLite format 3\0".utf8), "tabular.kind.sqlite"),
      ([0x50, 0x4B, 3, 4, 20, 0], "tabular.kind.zip"),
      (Array("  <!DOCTYPE html><html><body>404</body></html>".utf8), "tabular.kind.html"),
      (Array("<?xml version=\"1.0\"?><a><b/></a>".utf8), "tabular.kind.xml"),
      (Array("{\"type\": \"FeatureCollection\", \"features\": []}".utf8), "tabular.kind.json"),
      (Array("[\n  {\"a\": 1}\n]".utf8), "tabular.kind.json"),
      (Array("{\"a\":1}\n{\"a\":2}\n".utf8), "tabular.kind.json"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "tabular.kind.ole"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "tabular.kind.image"),
      (Array("{\\rtf1 bonjour}".utf8), "tabular.kind.rtf"),
      ([0x28, 0xB5, 0x2F, 0xFD, 4], "tabular.kind.archive"),
      ((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ ($0 >> 3)) }, "tabular.kind.binary"),
    ] as [([UInt8], String)]
  )
  func refusesOtherKinds(_ bytes: [UInt8], _ code: String) throws {
    let failure = try #require(try Self.failure(bytes))
    #expect(failure.code == code)
    #expect(failure.location?.file == "table.csv")
    #expect(failure.remedy != nil)
  }

  @Test("A folder, a missing file, a pipe and a name with a NUL are refused, the folder's path never shown")
  func refusesOtherThanFiles() throws {
    let file = try TemporaryFile("a;b\n1;2\n")
    let folder = file.url.deletingLastPathComponent()
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, code) in [
      (folder.path, "tabular.file.folder"), (folder.path + "/none.csv", "tabular.file.missing"),
      (pipe, "tabular.file.not-regular"), (file.path + "/../x", "tabular.file.missing"),
      (file.path + "\0.csv", "tabular.file.missing"), ("", "tabular.file.missing"),
    ] {
      let failure = #expect(throws: Failure.self) { try DelimitedTextSource(path: path) }
      #expect(failure?.code == code)
      #expect(failure?.message.fr.contains(folder.path) == false)
    }
  }

  @Test("Gzip is read whatever the name, several members in a row included")
  func readsGzip() throws {
    let bytes = Self.gzip(Array("a;b\n1;2\n".utf8)) + Self.gzip(Array("3;4\n".utf8)) + [0, 0, 0]
    let read = try ReadText(bytes)
    #expect(read.cells == [["1", "2"], ["3", "4"]])
    #expect(read.source.bytes == bytes.count)
  }

  @Test("Gzip that is cut, broken, empty, nested or of another kind is refused with its own reason")
  func refusesBadGzip() throws {
    var generator = SeededGenerator(seed: 4)
    let rows = (1...5000).map { "\($0);\(generator.next())\n" }.joined()
    let good = Self.gzip(Array("a;b\n".utf8) + Array(rows.utf8))
    var broken = good
    for at in 2000..<2040 { broken[at] ^= 0x5A }
    let cases: [([UInt8], String)] = [
      (Array(good[..<(good.count / 2)]), "tabular.gzip.truncated"),
      (Array(good[..<5]), "tabular.gzip.truncated"),
      (broken, "tabular.gzip.broken"), (Self.gzip([]), "tabular.file.empty"),
      (Self.gzip(Self.gzip(Array("a;b\n".utf8))), "tabular.kind.gzip"),
      (Self.gzip(Array("%PDF-1.4".utf8)), "tabular.kind.pdf"),
    ]
    for (bytes, code) in cases { #expect(try Self.failure(bytes, name: "t.csv.gz")?.code == code) }
  }

  @Test("A decompression bomb is refused before it expands far, and limits are settable")
  func refusesBomb() throws {
    let bomb = Self.gzip([UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20))
    var options = ReadingOptions()
    options.limits.expansionFloor = 1 << 20
    #expect(try Self.failure(bomb, options: options)?.code == "tabular.gzip.bomb")
    options.limits.expansionRatio = 5000
    #expect(try Self.failure(bomb, options: options) == nil)
    options.limits.expandedBytes = 2 << 20
    let failure = try Self.failure(bomb, options: options)
    #expect(failure?.code == "tabular.gzip.too-large")
    #expect(failure?.kind == .tooLarge)
  }

  @Test("Five thousand columns are read, more than the limit refused")
  func readsManyColumns() throws {
    let names = (1...5000).map { "c\($0)" }.joined(separator: ";")
    let row = (1...5000).map(String.init).joined(separator: ";")
    let file = try TemporaryFile("\(names)\n\(row)\n\(row)\n")
    let source = try DelimitedTextSource(path: file.path)
    #expect(source.columnNames.count == 5000)
    let count = try source.count()
    #expect(count == (rows: 2, cells: 10_000))
    var options = ReadingOptions()
    options.limits.columns = 4999
    let failure = #expect(throws: Failure.self) { try DelimitedTextSource(path: file.path, options: options) }
    #expect(failure?.code == "tabular.columns.too-many")
  }

  @Test("A cell far longer than any read is one cell, quoted or not")
  func readsLongCell() throws {
    let long = String(repeating: "0123456789abcdef", count: 3 << 16)
    for cell in [long, "\"\(long)\""] {
      let file = try TemporaryFile("id;texte\n1;court\n2;\(cell)\n3;fin\n")
      let source = try DelimitedTextSource(path: file.path)
      var lengths: [Int] = []
      var batch = RowBatch()
      while try source.read(into: &batch) {
        for row in 0..<batch.count { lengths.append(batch.byteRange(ofCell: row * 2 + 1).count) }
      }
      #expect(lengths == [5, long.utf8.count, 3])
    }
  }

  @Test("A record over the limit is refused with its number")
  func refusesLongRecord() throws {
    var options = ReadingOptions()
    options.limits.recordBytes = 1 << 20
    let text = "id;texte\n1;court\n2;" + String(repeating: "x", count: 3 << 20) + "\n"
    let failure = try #require(try Self.failure(Array(text.utf8), options: options))
    #expect(failure.code == "tabular.record.too-long")
    #expect(failure.location?.line == 3)
  }

  @Test("A line of millions of delimiters is refused, not kept in memory")
  func refusesDelimiters() throws {
    let bytes = Array("a;b\n1;2\n".utf8) + [UInt8](repeating: UInt8(ascii: ";"), count: 3 << 20)
    #expect(try Self.failure(bytes)?.code == "tabular.record.too-many-cells")
  }

  @Test("A file that is one line longer than what is looked at is one row without a header")
  func readsEndlessLine() throws {
    let read = try ReadText([UInt8](repeating: UInt8(ascii: "x"), count: (1 << 20) + 70_000))
    #expect(read.rows.map { $0.cells.map(\.utf8.count) } == [[(1 << 20) + 70_000]])
    #expect(read.source.dialect.headerRow == 0)
  }

  @Test("A million blank lines between two rows cost no memory and one finding")
  func skipsBlankLines() throws {
    let bytes = Array("a;b\n1;2\n".utf8) + [UInt8](repeating: 0x0A, count: 1 << 20) + Array("3;4\n".utf8)
    let read = try ReadText(bytes)
    #expect(read.rows.map(\.number) == [2, (1 << 20) + 3])
    #expect(read.source.finding("row.blank")?.count == 1 << 20)
  }

  @Test("A script in a cell or a name is text like another")
  func keepsScripts() throws {
    let read = try ReadText("nom;<script>alert(1)</script>\n=cmd|'/c calc'!A1;\"<img src=x onerror=y>\"\n")
    #expect(read.source.columnNames[1] == "<script>alert(1)</script>")
    #expect(read.cells == [["=cmd|'/c calc'!A1", "<img src=x onerror=y>"]])
  }
}
