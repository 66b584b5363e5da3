/// How much of what a kind requires a record says, and what it does not say.
///
/// Only required fields count, and only those that are asked for: a record can always reach 100 %.
public struct Completeness: Sendable, Equatable {
  /// A required field that says nothing.
  public struct Missing: Sendable, Equatable {
    /// Where: the field's key, or the list's key, the index and the key in its group.
    public let path: [String]
    /// The field.
    public let field: RecordField
  }

  /// How many required fields are asked for.
  public private(set) var asked = 0
  /// Those that say nothing, in the order of the form.
  public private(set) var missing: [Missing] = []

  /// The whole percentage of what is asked for that is said; 100 only when nothing is missing.
  public var percent: Int { asked == 0 ? 100 : (asked - missing.count) * 100 / asked }

  /// Whether nothing is missing.
  public var isComplete: Bool { missing.isEmpty }

  /// Measures a record.
  public init(of record: JSONValue, fields: [RecordField]) { count(fields, in: record, []) }

  private mutating func count(_ fields: [RecordField], in object: JSONValue, _ path: [String]) {
    for field in fields where field.when?.holds(in: object) ?? true {
      let value = object[field.key]
      let place = path + [field.key]
      if field.isRequired {
        asked += 1
        if value?.isBlank ?? true { missing.append(Missing(path: place, field: field)) }
      }
      guard let value else { continue }
      switch field.type {
      case .group(let inner): count(inner, in: value, place)
      case .list(.group(let inner)):
        for (index, item) in value.items.enumerated() { count(inner, in: item, place + [String(index)]) }
      default: break
      }
    }
  }
}
