import Foundation
import Lake
import Messages
import Tabular
import Testing

@Suite("Packages") struct ZipWriterTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "arpent-zip-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("A table put in a package is read back from it, compressed or not", arguments: [true, false])
  func roundTrip(isCompressed: Bool) async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (1...5_000).map { "\($0);Été à Vallon-sur-Arpent;2026-01-\($0 % 28 + 10)\n" }
    let text = "numero;lieu;jour\n" + rows.joined()
    let source = folder.appending(path: "source.csv")
    try Data(text.utf8).write(to: source)
    let url = folder.appending(path: "paquet.zip")
    let zip = try ZipWriter(url, day: (2026, 11, 24))
    let packed = try await zip.add("été/lignes.csv", file: source, isCompressed ? .deflated : .stored)
    try zip.finish()
    #expect(packed.bytes == text.utf8.count)
    #expect(packed.sha512.count == 128)
    let bytes = try Data(contentsOf: url)
    #expect((bytes.count < text.utf8.count / 4) == isCompressed)
    let inspection = try TableOpening.inspect(path: url.path)
    #expect(inspection.rows == 5_000)
    #expect(inspection.columns.map(\.name) == ["numero", "lieu", "jour"])
  }

  @Test("Digests are those of the standard, whatever the pieces")
  func digests() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let zip = try ZipWriter(folder.appending(path: "a.zip"), day: (2026, 2, 29))
    // FIPS 180-4, the examples of NIST for “abc”.
    let whole = try zip.add("abc", bytes: Array("abc".utf8))
    let pieces = AsyncThrowingStream<[UInt8], any Error> { stream in
      for byte in Array("abc".utf8) { stream.yield([byte]) }
      stream.yield([])
      stream.finish()
    }
    let inPieces = try await zip.add("abc en morceaux", pieces: pieces)
    try zip.finish()
    #expect(whole.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      whole.sha512 == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    )
    #expect(inPieces.sha256 == whole.sha256 && inPieces.sha512 == whole.sha512 && inPieces.bytes == 3)
  }

  @Test("A package that is not finished leaves nothing, and never takes the place of a file")
  func unfinished() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "a.zip")
    do {
      let zip = try ZipWriter(url, day: (2026, 11, 24))
      _ = try zip.add("a", bytes: [1, 2, 3])
    }
    #expect(!FileManager.default.fileExists(atPath: url.path))
    try Data("autre".utf8).write(to: url)
    #expect(throws: Failure.self) { try ZipWriter(url, day: (2026, 11, 24)) }
    #expect(try Data(contentsOf: url) == Data("autre".utf8))
  }
}
