import Messages
public import Register

/// Values of records as people read them: choices by their labels, dates in full, references by their names.
public struct FieldWords: Sendable {
  private let context: PageContext
  private let name: @Sendable (RecordKey) -> String?

  /// Reads values in a page's language.
  ///
  /// - Parameter name: What a record that a field refers to is called; `nil` where its id stands for it.
  public init(_ context: PageContext, name: @escaping @Sendable (RecordKey) -> String?) {
    self.context = context
    self.name = name
  }

  /// The words of a value; an em dash where it says nothing.
  public func of(_ value: JSONValue?, _ type: RecordField.FieldType?) -> String {
    guard let value, !value.isBlank else { return "—" }
    switch (value, type) {
    case (.boolean(let flag), _): return flag ? context.say("oui", "yes") : context.say("non", "no")
    case (.number(let number), _): return number
    case (.string(let text), _): return words(text, type)
    case (.array(let values), .list(let element)?):
      return values.map { of($0, element) }.joined(separator: separator(element))
    case (.array(let values), _): return values.map { of($0, nil) }.joined(separator: ", ")
    case (.object, .group(let fields)?): return group(value, fields)
    case (.object, .blob?): return file(value)
    case (.object(let members), _):
      return members.keys.sorted().filter { $0 != "secretHash" }
        .map { "\($0)\u{A0}: \(of(members[$0], nil))" }.joined(separator: "\u{A0}; ")
    case (.null, _): return "—"
    }
  }

  /// Between items that hold several things, a stronger mark than between those that hold one.
  private func separator(_ element: RecordField.FieldType) -> String {
    if case .group = element { " · " } else { ", " }
  }

  private func group(_ value: JSONValue, _ fields: [RecordField]) -> String {
    fields.compactMap { field in
      guard let inner = value[field.key], !inner.isBlank else { return nil }
      return context.say("\(field.label.fr) : ", "\(field.label.en): ") + of(inner, field.type)
    }.joined(separator: context.say(" ; ", "; "))
  }

  private func file(_ value: JSONValue) -> String {
    let bytes = Int(value["bytes"]?.text ?? "").map { " (\(context.language.bytes($0)))" }
    return (value["name"]?.text ?? "—") + (bytes ?? "")
  }

  private func words(_ text: String, _ type: RecordField.FieldType?) -> String {
    switch type {
    case .choice(let choices)?:
      choices.first { $0.value == text }.map { context.say($0.label) } ?? text
    case .date?: text.utf8.count == 10 ? context.language.date(text) : context.language.dateTime(text)
    case .moment?: context.language.dateTime(text)
    case .reference(let kind)?: name(RecordKey(kind: kind, id: text)) ?? text
    default: text
    }
  }
}
