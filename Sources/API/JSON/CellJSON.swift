import Lake
import Tabular

extension JSONBytes {
  /// Adds a cell as exports write it: numbers as numbers, dates and times as ISO 8601 texts.
  mutating func cell(_ value: CellValue) {
    switch value {
    case .text(let text): string(text)
    case .null, .integer, .number, .boolean, .date, .datetime, .time:
      append { CellText.appendJSON(value, to: &$0) }
    }
  }
}
