import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// What each type of field is filled in with.
struct FieldControls {
  let context: PageContext
  let fields: FormFields
  let choices: SheetChoices
  /// How values are told in words.
  let words: FieldWords
  /// The rows of the lists in which some are in dispute, by the list’s name in the form.
  let disputed: [String: [RowMerge.Row]]
  let extraRow: String?

  /// A field under its label; hidden where another answer does not call for it.
  func field(_ field: RecordField, at path: [String], in object: JSONValue) -> HTML {
    guard let condition = field.when else { return control(field, at: path, in: object) }
    return div(
      .class("question"),
      Attribute("data-when", SheetFields.name(path.dropLast() + [condition.key])),
      Attribute("data-is", condition.answers),
      .hidden(!condition.holds(in: object))
    ) { control(field, at: path, in: object) }
  }

  private func control(_ field: RecordField, at path: [String], in object: JSONValue) -> HTML {
    let (name, label, help) = (SheetFields.name(path), context.say(field.label), help(field))
    let isAsked = field.isRequired
    switch field.type {
    case .markdown: return fields.area(name, label, help: help, rows: 4, isRequired: isAsked)
    case .boolean: return yesNo(name, label, help, isAsked)
    case .choice(let choices):
      return fields.select(
        name,
        label,
        choices.map { ($0.value, context.say($0.label)) },
        help: help,
        blank: context.say("À choisir", "To be chosen"),
        isRequired: isAsked
      )
    case .reference(let kind): return reference(kind, name, label, help, isAsked)
    case .list(.choice(let choices)):
      return ticks(name, label, choices.map { ($0.value, context.say($0.label)) }, help, isAsked)
    case .list(.reference(let kind)):
      return references(kind, field, name, help, object[field.key]?.items.map(\.text) ?? [])
    case .list(.group(let inner)): return rows(field, inner, path, object[field.key]?.items ?? [])
    case .list: return fields.area(name, label, help: oneALine(help), rows: 3, isRequired: isAsked)
    case .group(let inner):
      return fieldGroup(label, help: help) {
        for one in inner { self.field(one, at: path + [one.key], in: object[field.key] ?? .object([:])) }
      }
    case .blob: return .empty
    default:
      return fields.text(
        name,
        label,
        help: help,
        type: Self.inputType(field.type),
        isRequired: isAsked,
        longest: field.key == "title" ? 300 : nil
      )
    }
  }

  /// What helps, then the text that asks for it.
  private func help(_ field: RecordField) -> String? {
    let parts = [field.help.map { context.say($0) }, field.source].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " — ")
  }

  private func oneALine(_ help: String?) -> String {
    help ?? context.say("Une réponse par ligne.", "One answer a line.")
  }

  private static func inputType(_ type: RecordField.FieldType) -> String {
    switch type {
    case .integer, .number: "number"
    case .date: "date"
    case .moment: "datetime-local"
    case .email: "email"
    case .url: "url"
    default: "text"
    }
  }

  private func yesNo(_ name: String, _ label: String, _ help: String?, _ isAsked: Bool) -> HTML {
    fields.choices(
      name,
      label,
      [
        ("oui", context.say("Oui", "Yes"), nil), ("non", context.say("Non", "No"), nil),
        ("", context.say("Je ne sais pas encore", "I do not know yet"), nil),
      ],
      help: help,
      isSingle: true,
      isRequired: isAsked
    )
  }

  private func ticks(
    _ name: String,
    _ label: String,
    _ options: [(value: String, label: String)],
    _ help: String?,
    _ isAsked: Bool
  ) -> HTML {
    fragment {
      fields.hidden(EditedField.presence(name), "oui")
      fields.choices(
        name,
        label,
        options.map { ($0.value, $0.label, nil) },
        help: help,
        isRequired: isAsked
      )
    }
  }

  // MARK: References

  private func reference(
    _ kind: String,
    _ name: String,
    _ label: String,
    _ help: String?,
    _ isAsked: Bool
  ) -> HTML {
    let records = choices.proposals(kind)
    guard records.isCut else {
      return fields.select(
        name,
        label,
        records.options,
        help: records.options.isEmpty ? nothingToChoose(help) : help,
        blank: context.say("À choisir", "To be chosen"),
        isRequired: isAsked
      )
    }
    return fields.text(
      name,
      label,
      help: searched(records, help),
      isRequired: isAsked,
      list: SheetChoices.listID(kind)
    )
  }

  /// The help of a list that is searched; it says where not all records are proposed.
  private func searched(_ records: Proposals, _ help: String?) -> String? {
    guard records.isCut else { return help }
    return [help, Proposals.hint(context)].compactMap(\.self).joined(separator: " ")
  }

  private func nothingToChoose(_ help: String?) -> String {
    [help, context.say("Il n’y a encore rien à choisir.", "There is nothing to choose yet.")]
      .compactMap(\.self).joined(separator: " ")
  }

  /// Few are all shown to be ticked; of many, those chosen are, and others join them from a list.
  private func references(
    _ kind: String,
    _ field: RecordField,
    _ name: String,
    _ help: String?,
    _ chosen: [String]
  ) -> HTML {
    let (label, records) = (context.say(field.label), choices.proposals(kind))
    let names = Dictionary(records.options.map { ($0.value, $0.label) }) { first, _ in first }
    let gone = context.say("fiche réservée ou supprimée", "restricted or removed record")
    let taken = chosen.map { id in
      (value: id, label: names[id] ?? choices.options.label(kind, id) ?? gone)
    }
    guard records.options.count > SheetOptions.mostTicked else {
      let help = records.options.isEmpty ? nothingToChoose(help) : help
      let unlisted = taken.filter { names[$0.value] == nil }
      return ticks(name, label, records.options + unlisted, help, field.isRequired)
    }
    let adder = name + "+"
    return fieldset(.class("choices"), .id(FormFields.id(name)), .tabindex(-1)) {
      legend {
        label
        if field.isRequired { span(.class("required")) { context.say(" (obligatoire)", " (required)") } }
      }
      if let help = searched(records, help) { p(.class("help")) { help } }
      fields.hidden(EditedField.presence(name), "oui")
      div(Attribute("data-taken", name)) {
        for (index, option) in taken.enumerated() { box(name, option, index) }
      }
      div(.class("form-field")) {
        Markup.label(.for(FormFields.id(adder))) { context.say("Ajouter", "Add") }
        adding(adder, name, kind, records)
      }
    }
  }

  private func box(_ name: String, _ option: Proposals.Option, _ index: Int) -> HTML {
    div(.class("choice")) {
      let id = "\(FormFields.id(name))-\(index)"
      input(.id(id), .name(name), .type("checkbox"), .value(option.value), .checked(true))
      Markup.label(.for(id)) { option.label }
    }
  }

  @HTMLBuilder private func adding(
    _ adder: String,
    _ name: String,
    _ kind: String,
    _ records: Proposals
  ) -> HTML {
    if records.isCut {
      input(
        .id(FormFields.id(adder)),
        .name(adder),
        .type("text"),
        Attribute("list", SheetChoices.listID(kind)),
        Attribute("autocomplete", "off"),
        Attribute("data-takes", name)
      )
    } else {
      tag("select", .id(FormFields.id(adder)), .name(adder), Attribute("data-takes", name)) {
        option(.value("")) { context.say("Choisir dans la liste", "Choose from the list") }
        for record in records.options { option(.value(record.value)) { record.label } }
      }
    }
  }
}

extension FieldCondition {
  /// The answers that call for the field, as a script reads them; `nil` for any answer.
  var answers: String? {
    switch self {
    case .isTrue: JSONValue.array([.string("oui")]).json
    case .isOneOf(_, let values): JSONValue.array(values.map { .string($0) }).json
    case .contains(_, let value): JSONValue.array([.string(value)]).json
    case .isPresent: nil
    }
  }
}
