/// Lines and columns for the terminal: columns aligned by character count, numbers to the right.
struct TextTable {
  let headers: [String]
  var lines: [[String]] = []
  /// The positions of the columns that hold numbers.
  var numeric: Set<Int> = []

  init(_ headers: [String]) { self.headers = headers }

  /// The longest cell shown whole.
  static let widest = 60

  var text: String {
    let shown = ([headers] + lines).map { $0.map(Self.shortened) }
    let widths = headers.indices.map { column in
      shown.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
    var texts = shown.map { line in aligned(line, widths) }
    texts.insert(rule, at: 1)
    return texts.joined(separator: "\n")
  }

  private func aligned(_ line: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in line.enumerated() where column < widths.count {
      let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
      text += (column > 0 ? "  " : "") + (numeric.contains(column) ? padding + cell : cell + padding)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Control characters would let a cell rewrite the terminal.
  private static func shortened(_ cell: String) -> String {
    let safe = String(cell.map { $0.isNewline || $0.unicodeScalars.allSatisfy { $0.value < 32 } ? " " : $0 })
    return safe.count > widest ? safe.prefix(widest - 1) + "…" : safe
  }
}
