/// Rows as they are in a file and as a recipe leaves them.
public struct RecipePreview: Sendable, Equatable {
  /// A column of the file: its name there, and after the recipe where it is left.
  public struct Column: Sendable, Equatable {
    /// The name in the file.
    public var original: String
    /// The name after the recipe; `nil` when it takes the column out.
    public var name: String?
  }

  /// A row of the file.
  public struct Row: Sendable, Equatable {
    /// The number in the file, from 1.
    public var number: Int
    /// The cells as they are, one for each column of the file.
    public var before: [String]
    /// The cells as the recipe leaves them; `nil` in a column it takes out.
    public var after: [String?]
    /// Whether the recipe takes the row out.
    public var isDropped: Bool
  }

  /// The columns of the file, in order.
  public var columns: [Column]
  /// The rows, in order.
  public var rows: [Row]
  /// Whether there are more rows after these.
  public var hasMore: Bool
}

extension RecipeSource {
  /// How many characters of a cell a preview shows.
  private static let cellLimit = 2000

  /// Reads the first `count` rows, or as many around the row whose number is `around`, and no more than it must.
  ///
  /// The source is consumed so far: a preview is its only use.
  public func preview(count: Int, around: Int? = nil) throws -> RecipePreview {
    var rows: [RecipePreview.Row] = []
    var hasMore = false
    var before = RowBatch()
    var after = RowBatch()
    // The rows before the one asked for are kept until it comes, half a window at most.
    let lead = around == nil ? 0 : count / 2
    reading: while let dropped = try readBoth(&before, &after) {
      try Task.checkCancellation()
      for row in 0..<before.count {
        if rows.count >= count, isReached(around, rows, lead) {
          hasMore = true
          break reading
        }
        if let around, before.rowNumbers[row] < around, rows.count >= lead, lead > 0 { rows.removeFirst() }
        if let around, before.rowNumbers[row] < around, lead == 0 { continue }
        rows.append(self.row(row, before, after, isDropped: dropped[row]))
      }
    }
    return RecipePreview(columns: previewColumns, rows: rows, hasMore: hasMore)
  }

  private func isReached(_ around: Int?, _ rows: [RecipePreview.Row], _ lead: Int) -> Bool {
    guard let around else { return true }
    return (rows.last?.number ?? 0) >= around
  }

  private var previewColumns: [RecipePreview.Column] {
    plan.names.enumerated().map { index, name in
      RecipePreview.Column(
        original: name,
        name: plan.columns.first { $0.source == index }?.name
      )
    }
  }

  private func row(
    _ row: Int,
    _ before: borrowing RowBatch,
    _ after: borrowing RowBatch,
    isDropped: Bool
  ) -> RecipePreview.Row {
    let kept = Set(plan.columns.map(\.source))
    let width = plan.names.count
    return RecipePreview.Row(
      number: before.rowNumbers[row],
      before: (0..<width).map { Self.text(before, row &* width &+ $0) },
      after: (0..<width).map { kept.contains($0) ? Self.text(after, row &* width &+ $0) : nil },
      isDropped: isDropped
    )
  }

  private static func text(_ batch: borrowing RowBatch, _ cell: Int) -> String {
    let range = batch.byteRange(ofCell: cell)
    if range.count <= cellLimit { return batch.text(ofCell: cell) }
    let cut = String(decoding: batch.bytes[range.prefix(cellLimit * 4)], as: UTF8.self)
    return cut.count <= cellLimit ? cut : String(cut.prefix(cellLimit)) + "…"
  }
}
