import Lake
import Messages
import Tabular

/// Rows as JSON objects, keyed by the names of their columns.
struct RowsJSON {
  /// The name of the member that holds the number of a row's record in its source file.
  let rowNumberName: String
  private let keys: [[UInt8]]

  /// Prepares the keys of an answer's columns.
  init(_ columns: [TableColumn]) {
    let names = RowsJSON.distinctNames(columns)
    var number = "_row"
    while names.contains(number) { number = "_" + number }
    rowNumberName = number
    keys = names.map { RowsJSON.key($0) }
  }

  /// The names of columns, made distinct where an answer of free SQL repeats one.
  static func distinctNames(_ columns: [TableColumn]) -> [String] {
    var seen: Set<String> = []
    return columns.map { column in
      var name = column.name
      var number = 2
      while !seen.insert(name).inserted {
        name = "\(column.name)_\(number)"
        number += 1
      }
      return name
    }
  }

  /// Adds an array of objects.
  func write(_ rows: Rows, to json: inout JSONBytes) {
    let numberKey = rows.rowNumbers.count == rows.values.count ? RowsJSON.key(rowNumberName) : nil
    json.raw("[")
    for (index, values) in rows.values.enumerated() {
      if index > 0 { json.raw(",") }
      json.raw("{")
      if let numberKey {
        json.raw(numberKey)
        json.integer(rows.rowNumbers[index])
      }
      for (position, value) in values.enumerated() {
        if position > 0 || numberKey != nil { json.raw(",") }
        json.raw(keys[position])
        json.cell(value)
      }
      json.raw("}")
    }
    json.raw("]")
  }

  /// A member's name with its colon.
  static func key(_ name: String) -> [UInt8] {
    var json = JSONBytes(capacity: name.utf8.count + 3)
    json.string(name)
    json.raw(":")
    return json.bytes
  }
}

extension JSONValue {
  /// The columns of an answer: name, type, format.
  static func columns(_ columns: [TableColumn]) -> JSONValue {
    .array(
      zip(columns, RowsJSON.distinctNames(columns)).map { column, name in
        [
          "name": .string(name), "type": .string(column.type.rawValue),
          "format": JSONValue(column.format?.rawValue),
        ]
      }
    )
  }
}

extension JSONBytes {
  /// Adds `"name":value` and a comma before it unless it is the first of its object.
  mutating func member(_ name: StaticString, _ value: JSONValue, isFirst: Bool = false) {
    if !isFirst { raw(",") }
    raw("\"")
    raw(name)
    raw("\":")
    value.write(to: &self)
  }
}
