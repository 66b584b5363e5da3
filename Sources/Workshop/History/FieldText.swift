import Catalogue
import Governance
import Register
import Web

/// A value of the journal as people read it: choices, dates and references by their names.
struct FieldText {
  let desk: Desk
  let context: PageContext

  /// The longest text that is shown whole.
  private static let longest = 500

  func of(_ value: JSONValue?, _ type: RecordField.FieldType?) -> String {
    switch value {
    case nil, .null: "—"
    case .string(let text): text.isEmpty ? "—" : self.text(text, type)
    case .array(let values):
      values.isEmpty ? "—" : values.map { of($0, element(type)) }.joined(separator: ", ")
    case .object(let fields):
      fields.keys.sorted().filter { $0 != "secretHash" }
        .map { "\($0)\u{A0}: \(of(fields[$0], nil))" }.joined(separator: "\u{A0}; ")
    case .boolean(let flag): flag ? context.say("oui", "yes") : context.say("non", "no")
    case .number(let number): number
    }
  }

  private func element(_ type: RecordField.FieldType?) -> RecordField.FieldType? {
    if case .list(let element) = type { element } else { type }
  }

  private func text(_ text: String, _ type: RecordField.FieldType?) -> String {
    switch type {
    case .choice(let choices): choices.first { $0.value == text }.map { context.say($0.label) } ?? text
    case .date: text.utf8.count == 10 ? context.language.date(text) : context.language.dateTime(text)
    case .moment: context.language.dateTime(text)
    case .reference(kind: Organization.kind): desk.organizationName(text)
    case .reference(kind: Dataset.kind): desk.datasetTitle(text)
    case .reference(kind: Person.kind): desk.person(text)?.name ?? text
    default: text.count <= Self.longest ? text : text.prefix(Self.longest) + "…"
    }
  }
}
