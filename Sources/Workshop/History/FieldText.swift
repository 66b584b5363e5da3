import Acts
import Register
import Web

/// A value of the journal as people read it: choices, dates and references by their names.
struct FieldText {
  let desk: Desk
  let context: PageContext

  /// The longest text that is shown whole.
  private static let longest = 500

  func of(_ value: JSONValue?, _ type: RecordField.FieldType?) -> String {
    let snapshot = desk.snapshot
    return FieldWords(context) { snapshot.name(of: $0) }.of(value, type).shortened(to: Self.longest)
  }
}
