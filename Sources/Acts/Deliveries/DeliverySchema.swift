import Governance
import Messages
import Register
import Tabular

extension ExpectedDelivery {
  /// The columns as a schema that tables are checked against.
  var tableSchema: TableSchema {
    TableSchema(
      id,
      version: "1",
      address: "",
      fr: title,
      en: title,
      fields: columns.compactMap { column in column.name.map { column.schemaField($0) } }
    )
  }
}

extension ExpectedColumn {
  fileprivate func schemaField(_ name: String) -> SchemaField {
    SchemaField(
      name,
      columnType,
      required: isRequired ?? false,
      values: allowedValues,
      pattern: pattern,
      min: minimum,
      max: maximum,
      maxLength: maxLength,
      unique: isUnique ?? false,
      booleans: .all,
      fr: description ?? name,
      en: description ?? name
    )
  }

  private var columnType: ColumnType {
    switch type {
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .datetime
    case .time: .time
    case .string, nil: .text
    }
  }
}
