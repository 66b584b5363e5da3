import Messages
import Tabular

/// Writes rows in a text format, piece by piece.
struct RowEncoder: Sendable {
  private let format: ExportFormat
  private let columns: [TableColumn]
  private let keys: [[UInt8]]
  private var isFirst = true

  /// Prepares to write the rows of `columns` in a format other than Parquet.
  init(_ format: ExportFormat, columns: [TableColumn]) {
    self.format = format
    self.columns = columns
    keys = columns.enumerated().map { index, column in
      var key: [UInt8] = [UInt8(ascii: index == 0 ? "{" : ",")]
      CellText.appendJSONString(column.name, to: &key)
      return key + [UInt8(ascii: ":")]
    }
  }

  /// What comes before the rows.
  func start() -> [UInt8] {
    switch format {
    case .csv(let style):
      var bytes: [UInt8] = style.byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
      appendRecord(columns.map { .text($0.name) }, style, to: &bytes)
      return bytes
    case .json: return Array("[".utf8)
    case .jsonl, .parquet: return []
    }
  }

  /// Adds a row.
  mutating func append(_ values: [CellValue], to bytes: inout [UInt8]) {
    switch format {
    case .csv(let style): appendRecord(values, style, to: &bytes)
    case .json:
      bytes.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8)
      appendObject(values, to: &bytes)
    case .jsonl:
      appendObject(values, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    case .parquet: break
    }
    isFirst = false
  }

  /// What comes after the rows.
  func end() -> [UInt8] { format == .json ? Array("\n]\n".utf8) : [] }

  private func appendObject(_ values: [CellValue], to bytes: inout [UInt8]) {
    if keys.isEmpty { bytes.append(UInt8(ascii: "{")) }
    for (key, value) in zip(keys, values) {
      bytes.append(contentsOf: key)
      CellText.appendJSON(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendRecord(_ values: [CellValue], _ style: CSVStyle, to bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(contentsOf: style.delimiter.utf8) }
      if case .text(let text) = value {
        appendCell(text, style, to: &bytes)
      } else {
        let start = bytes.count
        CellText.append(value, to: &bytes)
        // A comma as separator never meets one of ours; another separator might.
        if bytes[start...].contains(where: { style.delimiter.utf8.contains($0) }) {
          bytes.insert(UInt8(ascii: "\""), at: start)
          bytes.append(UInt8(ascii: "\""))
        }
      }
    }
    // A record of one empty cell would be a blank line, which readers skip.
    if values.count == 1, values[0] == .null { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private func appendCell(_ text: String, _ style: CSVStyle, to bytes: inout [UInt8]) {
    let isFormula =
      style.neutralisesFormulas && (text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false)
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || style.delimiter.utf8.contains(byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }
}

extension Rows {
  /// The rows in a text format.
  ///
  /// - Throws: `Failure` for Parquet, which only whole tables and their selections have.
  public func encoded(as format: ExportFormat) throws -> [UInt8] {
    guard format != .parquet else {
      throw Failure(
        "lake.export.format",
        .invalid,
        fr: "Cette réponse ne s’écrit pas en Parquet.",
        en: "This answer cannot be written as Parquet.",
        remedy: Bilingual(fr: "Demandez csv, json ou jsonl.", en: "Ask for csv, json or jsonl."),
        pointer: "format"
      )
    }
    var encoder = RowEncoder(format, columns: columns)
    var bytes = encoder.start()
    for row in values { encoder.append(row, to: &bytes) }
    return bytes + encoder.end()
  }
}
