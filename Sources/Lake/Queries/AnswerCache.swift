import Synchronization
import Tabular

/// Answers already given.
///
/// Tables never change, so an answer is right for ever; only memory bounds how many are kept.
final class AnswerCache: Sendable {
  /// A question put to a table.
  enum Question: Hashable, Sendable {
    case page(RowSelection, PageCursor?, Int)
    case count([Filter], [String])
    case aggregate(AggregateRequest)
    case facet(String, [Filter], [String], Int)
    case sql(String, String?, QueryLimits)
  }

  private struct Key: Hashable { var table: String, question: Question }
  private enum Answer { case rows(Rows), page(RowsPage), count(Int), facet([FacetValue]) }

  private let kept: Mutex<RecentlyUsed<Key, Answer>>

  init(bytes: Int) { kept = Mutex(RecentlyUsed(capacity: bytes)) }

  func rows(
    _ table: String,
    _ question: Question,
    _ make: () async throws -> Rows
  ) async throws -> Rows {
    if case .rows(let rows) = find(table, question) { return rows }
    let rows = try await make()
    keep(.rows(rows), table, question, weighing: rows.weight)
    return rows
  }

  func page(
    _ table: String,
    _ question: Question,
    _ make: () async throws -> RowsPage
  ) async throws -> RowsPage {
    if case .page(let page) = find(table, question) { return page }
    let page = try await make()
    keep(.page(page), table, question, weighing: page.rows.weight)
    return page
  }

  func count(_ table: String, _ question: Question, _ make: () async throws -> Int) async throws -> Int {
    if let count = knownCount(table, question) { return count }
    let count = try await make()
    keepCount(count, table, question)
    return count
  }

  func knownCount(_ table: String, _ question: Question) -> Int? {
    if case .count(let count) = find(table, question) { count } else { nil }
  }

  func keepCount(_ count: Int, _ table: String, _ question: Question) {
    keep(.count(count), table, question, weighing: 256)
  }

  func facet(
    _ table: String,
    _ question: Question,
    _ make: () async throws -> [FacetValue]
  ) async throws -> [FacetValue] {
    if case .facet(let values) = find(table, question) { return values }
    let values = try await make()
    keep(.facet(values), table, question, weighing: 256 + values.reduce(0) { $0 + 32 + $1.value.weight })
    return values
  }

  /// Forgets all answers made from some tables.
  func forget(tables: Set<String>) {
    kept.withLock { $0.removeAll { tables.contains($0.table) } }
  }

  private func find(_ table: String, _ question: Question) -> Answer? {
    kept.withLock { $0[Key(table: table, question: question)] }
  }

  private func keep(_ answer: Answer, _ table: String, _ question: Question, weighing weight: Int) {
    kept.withLock { $0.insert(answer, for: Key(table: table, question: question), weighing: weight) }
  }
}

extension CellValue {
  /// About how many bytes the value takes in memory.
  var weight: Int {
    if case .text(let text) = self { 17 + (text.utf8.count > 15 ? text.utf8.count + 32 : 0) } else { 17 }
  }
}

extension Rows {
  /// About how many bytes the rows take in memory.
  var weight: Int {
    values.reduce(1024 + columns.count * 128 + rowNumbers.count * 8) { sum, row in
      row.reduce(sum + 48) { $0 + $1.weight }
    }
  }
}
