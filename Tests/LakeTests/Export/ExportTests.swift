import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite(.enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct ExportTests {
  let fixture: LakeFixture
  let data: GeneratedTable
  let table: Table

  /// Tables never change: all cases share one.
  private static let made = Result {
    let fixture = try LakeFixture(lasting: true)
    let data = GeneratedTable(rows: 900, seed: 31)
    let reference = try fixture.lake.addTable(from: data.source, columns: reports(GeneratedTable.columns))
    return (fixture, data, try fixture.lake.table(reference.digest))
  }

  init() throws { (fixture, data, table) = try Self.made.get() }

  private func bytes(
    _ table: Table? = nil,
    _ selection: RowSelection = RowSelection(),
    _ format: ExportFormat
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in (table ?? self.table).export(selection, format: format) {
      #expect(!piece.isEmpty)
      bytes += piece
    }
    return bytes
  }

  /// The selections that take each of the ways an export is made.
  static let selections: [RowSelection] = [
    RowSelection(), RowSelection(columns: ["montant", "nom"]),
    RowSelection(filters: [Filter(column: "quantité", op: .greater, value: "3")]),
    RowSelection(sort: [SortKey(column: "nom"), SortKey(column: "montant", descending: true)]),
    RowSelection(
      filters: [Filter(column: "nom", op: .contains, value: "ECO")],
      sort: [SortKey(column: "instant")],
      columns: ["nom", "heure"]
    ),
    RowSelection(filters: [Filter(column: "nom", op: .exact, value: "personne")]),
  ]

  private func expected(_ selection: RowSelection) async throws -> Rows {
    try await table.rows(selection, limit: 10_000).rows
  }

  @Test("CSV read back is what was exported", arguments: selections)
  func csv(selection: RowSelection) async throws {
    let rows = try await expected(selection)
    let text = String(decoding: try await bytes(nil, selection, .csv), as: UTF8.self)
    let records = Self.parse(text)
    #expect(records.first == rows.columns.map(\.name))
    #expect(Array(records.dropFirst()) == rows.values.map { $0.map(CellText.text) })
    #expect(text.hasSuffix("\r\n"))
  }

  @Test("JSON read back is what was exported", arguments: selections)
  func json(selection: RowSelection) async throws {
    let rows = try await expected(selection)
    let array =
      try JSONSerialization.jsonObject(with: Data(try await bytes(nil, selection, .json))) as? [[String: Any]]
    let objects = try #require(array)
    let lines = String(decoding: try await bytes(nil, selection, .jsonl), as: UTF8.self).split(
      separator: "\n"
    )
    #expect(lines.count == rows.values.count)
    #expect(objects.count == rows.values.count)
    for (index, row) in rows.values.enumerated() {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(lines[index].utf8)) as? NSDictionary
      )
      let wrong = zip(rows.columns, row).filter { column, value in
        !Self.matches(object[column.name], value) || !Self.matches(objects[index][column.name], value)
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test("Parquet read back is what was exported", arguments: selections)
  func parquet(selection: RowSelection) async throws {
    let rows = try await expected(selection)
    let file = fixture.folder.appendingPathComponent(UUID().uuidString)
    try Data(try await bytes(nil, selection, .parquet)).write(to: file)
    let stored = try await table.context.engine.run { connection in
      try connection.rows("SELECT * FROM read_parquet(\(SQLText.literal(file.path)))")
    }
    #expect(stored.map { Array($0.dropFirst()) } == rows.values)
    #expect(stored.map { $0[0] } == rows.rowNumbers.map { .integer(Int64($0)) })
  }

  @Test("The whole table as Parquet is the file itself")
  func parquetFile() async throws {
    let whole = try await bytes(nil, RowSelection(), .parquet)
    #expect(whole == Array(try Data(contentsOf: table.parquetURL)))
  }

  @Test("Nothing is left on the disk of an export, read to its end or not")
  func nothingLeft() async throws {
    let own = try LakeFixture()
    let table = try own.table([("a", .integer)], (0..<500).map { ["\($0)"] })
    for limit in [1, .max] {
      var iterator = table.export(RowSelection(sort: [SortKey(column: "a")]), format: .parquet)
        .makeAsyncIterator()
      var pieces = 0
      while pieces < limit, try await iterator.next() != nil { pieces += 1 }
      #expect(try FileManager.default.contentsOfDirectory(atPath: own.folder.path + "/spill").isEmpty)
    }
  }

  @Test("CSV in the style asked for: separator, byte order mark, formulas")
  func style() async throws {
    let odd = try fixture.table(
      [("a;b", .text), ("n", .number)],
      [["=1+1", "1.5"], ["-2", "-2"], ["@x\"y", ""], ["a;b", "3"], ["l1\nl2", "4"]]
    )
    let style = CSVStyle(delimiter: ";", byteOrderMark: true, neutralisesFormulas: true)
    let text = String(decoding: try await bytes(odd, RowSelection(), .csv(style)), as: UTF8.self)
    #expect(
      text == "\u{FEFF}\"a;b\";n\r\n'=1+1;1.5\r\n'-2;-2\r\n\"'@x\"\"y\";\r\n\"a;b\";3\r\n\"l1\nl2\";4\r\n"
    )
    let plain = String(decoding: try await bytes(odd, RowSelection(columns: ["a;b"]), .csv), as: UTF8.self)
    #expect(plain.hasPrefix("a;b\r\n=1+1\r\n"))
  }

  @Test("A row of one empty cell is not a blank line")
  func oneEmptyCell() async throws {
    let single = try fixture.table([("a", .text)], [["x"], [""], ["y"]])
    #expect(
      String(decoding: try await bytes(single, RowSelection(), .csv), as: UTF8.self)
        == "a\r\nx\r\n\"\"\r\ny\r\n"
    )
  }

  @Test(
    "A separator that could not be told from the rest is refused",
    arguments: ["\"", "\n", "a", "é", "1"] as [Character]
  )
  func separators(delimiter: Character) async {
    await #expect(throws: Failure.self) {
      try await bytes(nil, RowSelection(), .csv(CSVStyle(delimiter: delimiter)))
    }
  }

  @Test(
    "What cannot be selected is told with the first piece",
    arguments: [ExportFormat.csv, .json, .parquet]
  )
  func refusals(format: ExportFormat) async {
    let error = await #expect(throws: Failure.self) {
      _ = try await bytes(
        nil,
        RowSelection(filters: [Filter(column: "montant", op: .exact, value: "x")]),
        format
      )
    }
    #expect(error?.pointer == "montant__exact")
  }

  @Test("Exports left unread let others go on")
  func abandoned() async throws {
    let selection = RowSelection(sort: [SortKey(column: "montant")])
    for _ in 0..<20 {
      var iterator = table.export(selection, format: .csv).makeAsyncIterator()
      #expect(try await iterator.next() != nil)
    }
    #expect(try await bytes(nil, selection, .csv).count > 1000)
  }

  private static func matches(_ json: Any?, _ value: CellValue) -> Bool {
    switch value {
    case .null: json is NSNull
    case .boolean(let value): json as? Bool == value
    case .integer(let value): (json as? NSNumber)?.int64Value == value
    case .number(let value): (json as? NSNumber)?.doubleValue == value
    default: json as? String == CellText.text(value)
    }
  }

  /// A plain reading of RFC 4180.
  private static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      switch (bytes[at], isQuoted) {
      case (0x22, true) where at + 1 < bytes.count && bytes[at + 1] == 0x22:
        cell.append(0x22)
        at += 1
      case (0x22, _): isQuoted.toggle()
      case (0x2C, false), (0x0D, false):
        records[records.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
        if bytes[at] == 0x0D {
          at += 1
          records.append([])
        }
      case (let byte, _): cell.append(byte)
      }
      at += 1
    }
    return records.dropLast()
  }
}
