import Messages
import Tabular

extension Table {
  /// The most rows of one page.
  public static let pageLimit = 10_000

  /// A page of a selection.
  ///
  /// The engine finds which rows; their values come from the prepared blocks.
  ///
  /// - Parameters:
  ///   - selection: which rows, in which order.
  ///   - after: the `next` of the page before, `nil` for the first.
  ///   - limit: the most rows, at most `Table.pageLimit`.
  /// - Returns: the page, with the total and the place of the next one.
  /// - Throws: `Failure` pointing at the parameter that cannot be used.
  public func rows(
    _ selection: RowSelection,
    after: PageCursor? = nil,
    limit: Int
  ) async throws -> RowsPage {
    guard (1...Self.pageLimit).contains(limit) else { throw Self.badLimit }
    let wanted = try indices(of: selection.columns)
    let keyset = try Keyset(selection.sort, of: self)
    if selection.isWhole, keyset.columns.isEmpty {
      return try plainPage(wanted, keyset, after: after, limit: limit)
    }
    return try await context.answers.page(digest, .page(selection, after, limit)) {
      try await queriedPage(selection, wanted, keyset, after: after, limit: limit)
    }
  }

  /// The number of rows of a selection, exact.
  public func count(_ selection: RowSelection) async throws -> Int {
    if selection.isWhole { return manifest.rows }
    let (filters, words) = (selection.filters, selection.searchWords)
    return try await context.answers.count(digest, .count(filters, words)) {
      let condition = SQLFragment.whereAll(try conditions(filters, searchWords: words))
      let sql = "SELECT count(*) FROM \(from)\(condition.text)"
      let answer = try await context.engine.run { try $0.rows(sql, condition.parameters) }
      guard case .integer(let count) = answer.first?.first else { return 0 }
      return Int(count)
    }
  }

  private func plainPage(
    _ wanted: [Int],
    _ keyset: Keyset,
    after: PageCursor?,
    limit: Int
  ) throws -> RowsPage {
    let start = try after.map { try blocks.position(after: keyset.row($0)) } ?? 0
    let (numbers, values) = try blocks.read(from: start, count: limit, columns: wanted)
    let rows = Rows(columns: wanted.map { manifest.columns[$0] }, rowNumbers: numbers, values: values)
    let hasMore = start + numbers.count < manifest.rows
    let next = try hasMore ? numbers.last.map { try keyset.cursor(values: [], row: $0) } : nil
    return RowsPage(rows: rows, total: manifest.rows, next: next)
  }

  private func queriedPage(
    _ selection: RowSelection,
    _ wanted: [Int],
    _ keyset: Keyset,
    after: PageCursor?,
    limit: Int
  ) async throws -> RowsPage {
    var positions = try await positions(selection, keyset, after: after, count: limit + 1)
    let hasMore = positions.count > limit
    if hasMore { positions.removeLast() }
    let (numbers, values) = try blocks.read(positions: positions, columns: wanted + keyset.columns)
    let next = try hasMore ? cursor(after: values.last, numbers.last, wanted.count, keyset) : nil
    return RowsPage(
      rows: Rows(
        columns: wanted.map { manifest.columns[$0] },
        rowNumbers: numbers,
        values: values.map { Array($0.prefix(wanted.count)) }
      ),
      total: try await count(selection),
      next: next
    )
  }

  /// Where in the file the next rows of a selection are, in its order.
  private func positions(
    _ selection: RowSelection,
    _ keyset: Keyset,
    after: PageCursor?,
    count: Int
  ) async throws -> [Int] {
    var conditions = try conditions(selection.filters, searchWords: selection.searchWords)
    let question = AnswerCache.Question.count(selection.filters, selection.searchWords)
    if after == nil, keyset.columns.isEmpty, count <= 1001,
      context.answers.knownCount(digest, question) == nil
    {
      let (total, positions) = try await firstPositions(.whereAll(conditions), count: count)
      context.answers.keepCount(total, digest, question)
      return positions
    }
    if let after { conditions.append(try keyset.after(after, in: blocks)) }
    let condition = SQLFragment.whereAll(conditions)
    let column = ImportedColumn.positionColumn
    let sql = "SELECT \(column) FROM \(from)\(condition.text)\(keyset.order) LIMIT \(count)"
    return try await context.engine.run { connection in
      try connection.rows(sql, condition.parameters).compactMap { row in
        if case .integer(let position) = row[0] { Int(position) } else { nil }
      }
    }
  }

  /// The first rows and their total in one reading of the file.
  private func firstPositions(_ condition: SQLFragment, count: Int) async throws -> (Int, [Int]) {
    let least = "array_to_string(min(\(ImportedColumn.positionColumn), \(count)), ',')"
    let sql = "SELECT count(*), \(least) FROM \(from)\(condition.text)"
    let answer = try await context.engine.run { try $0.rows(sql, condition.parameters) }
    guard let row = answer.first, case .integer(let total) = row[0] else { return (0, []) }
    guard case .text(let list) = row[1] else { return (Int(total), []) }
    return (Int(total), list.split(separator: ",").compactMap { Int($0) })
  }

  private func cursor(
    after values: [CellValue]?,
    _ row: Int?,
    _ width: Int,
    _ keyset: Keyset
  ) throws -> PageCursor? {
    guard let values, let row else { return nil }
    return try keyset.cursor(values: Array(values.dropFirst(width)), row: row)
  }

  private static let badLimit = Failure(
    "lake.limit.invalid",
    .invalid,
    fr: "Une page compte de 1 à \(pageLimit) lignes.",
    en: "A page has from 1 to \(pageLimit) rows.",
    remedy: Bilingual(
      fr: "Pour toutes les lignes, utilisez l’export.",
      en: "For all rows, use the export."
    ),
    pointer: "limit"
  )
}
