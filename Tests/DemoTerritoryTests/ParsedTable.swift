/// A delimited table read cell by cell, for the tests to check what the demo writes.
struct ParsedTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String, delimiter: Character, skipping skipped: Int = 0) {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var previous: Character = " "
    for character in text {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { cell.append(character) }
      } else if character == "\"" {
        if previous == "\"" { cell.append("\"") }
        isQuoted = true
      } else if character == delimiter {
        record.append(cell)
        cell = ""
      } else if character.isNewline {
        record.append(cell)
        records.append(record)
        (record, cell) = ([], "")
      } else {
        cell.append(character)
      }
      previous = character
    }
    let body = Array(records.dropFirst(skipped))
    header = body.first ?? []
    rows = Array(body.dropFirst())
  }

  /// The cells of a column.
  subscript(name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0.count > index ? $0[index] : "" }
  }
}
