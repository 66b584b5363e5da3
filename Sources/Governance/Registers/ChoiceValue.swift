public import Messages
public import Register

/// The values of a choice, each with what people read: the field's choices come from the type.
public protocol ChoiceValue: RawRepresentable<String>, CaseIterable, Codable, Sendable, Hashable {
  /// What people read.
  var label: Bilingual { get }
}

extension RecordField.FieldType {
  /// One of the values of a type.
  public static func choice<Value: ChoiceValue>(of type: Value.Type) -> RecordField.FieldType {
    .choice(type.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) })
  }

  /// Several of the values of a type.
  public static func choices<Value: ChoiceValue>(of type: Value.Type) -> RecordField.FieldType {
    .list(.choice(of: type))
  }
}
