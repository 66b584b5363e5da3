import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

struct BlockFileTests {
  private let folder = LakeFixture.temporaryFolder()
  private let kinds = GeneratedTable.columns.map { StorageKind($0.1) }

  private func write(_ data: GeneratedTable) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = try DigestingFile(folder.appendingPathComponent(UUID().uuidString))
    var writer = try BlockFileWriter(file, columns: kinds.count)
    for (number, row) in zip(data.numbers, data.values) {
      try writer.startRow(number)
      for (column, value) in row.enumerated() {
        switch value {
        case .null: writer.appendNull(column: column)
        case .text(var text): text.withUTF8 { writer.append(text: $0) }
        case .integer(let value), .datetime(let value), .time(let value): writer.append(integer: value)
        case .number(let value): writer.append(number: value)
        case .boolean(let value): writer.append(boolean: value)
        case .date(let days): writer.append(integer: Int64(days))
        }
      }
    }
    try writer.finish()
    _ = try file.finish()
    return file.url
  }

  @Test("Any page holds the rows that were written", arguments: [0, 1, 63, 64, 65, 1000])
  func pages(rows: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = GeneratedTable(rows: rows, seed: UInt64(rows))
    let blocks = try BlockFile(write(data), kinds: kinds)
    #expect(blocks.rows == rows)
    var random = SeededRandom(seed: 3)
    for _ in 0..<60 {
      let start = Int.random(in: 0...rows, using: &random)
      let count = Int.random(in: 0...150, using: &random)
      let (numbers, values) = try blocks.read(from: start, count: count, columns: Array(kinds.indices))
      let end = min(rows, start + count)
      #expect(numbers == Array(data.numbers[start..<end]))
      #expect(values == Array(data.values[start..<end]))
    }
  }

  @Test("The place after a row number is found, whether the number is there or not")
  func positions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = GeneratedTable(rows: 300, seed: 9)
    let blocks = try BlockFile(write(data), kinds: kinds)
    for number in 0...(data.numbers.last ?? 0) + 5 {
      #expect(try blocks.position(after: number) == data.numbers.count { $0 <= number })
    }
  }

  @Test("Rows far apart come in the order asked for, with the columns asked for")
  func scattered() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = GeneratedTable(rows: 500, seed: 10)
    let blocks = try BlockFile(write(data), kinds: kinds)
    let positions = [499, 0, 64, 63, 250, 0]
    let (numbers, values) = try blocks.read(positions: positions, columns: [7, 0, 7])
    #expect(numbers == positions.map { data.numbers[$0] })
    #expect(values == positions.map { [data.values[$0][7], data.values[$0][0], data.values[$0][7]] })
  }

  @Test("A damaged file is told, never read past its end")
  func damage() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = try write(GeneratedTable(rows: 200, seed: 4))
    let good = try Array(Data(contentsOf: url))
    var random = SeededRandom(seed: 8)
    for round in 0..<300 {
      var bad = good
      if round % 3 == 0 { bad.removeLast(Int.random(in: 1..<bad.count, using: &random)) }
      for _ in 0..<4 {
        bad[Int.random(in: 0..<bad.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      try Data(bad).write(to: url)
      do {
        let blocks = try BlockFile(url, kinds: kinds)
        _ = try blocks.read(from: 0, count: 200, columns: Array(kinds.indices))
      } catch let failure as Failure {
        #expect(failure.code == "lake.blocks.damaged")
      }
    }
  }
}
