import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// The form of a register’s record, in its sections.
struct SheetForm {
  let place: SheetPlace
  /// The values shown: those kept, or those sent.
  let values: JSONValue
  let seen: String
  var errors: [FieldError] = []
  var conflicts: [FieldConflict] = []
  /// The name of the list that one more row is asked for, where scripts do not run.
  var extraRow: String?

  func view(_ context: PageContext) -> HTML {
    let choices = SheetChoices(
      place.options,
      for: place.fields + [EditSheet.responsible, EditSheet.reviewOn]
    )
    let fields = FormFields(
      context,
      Self.shown(values, place.fields, reference: choices.text),
      errors: errors
    )
    let controls = FieldControls(
      context: context,
      fields: fields,
      choices: choices,
      words: place.words(context),
      disputed: Dictionary(conflicts.map { (SheetFields.name($0.path), $0.rows) }) { first, _ in first },
      extraRow: extraRow
    )
    return fragment {
      fields.summary
      actionForm(place.route, context, class: "sheet-form", id: "fiche") {
        // The button that the Enter key presses: the first one of a form.
        button(.type("submit"), .class("unseen"), .tabindex(-1), .ariaHidden()) {
          context.say("Enregistrer", "Save")
        }
        input(.type("hidden"), .name(EditedState.seenField), .value(seen))
        disputes(context)
        section(.class("sheet-part"), .id("nom")) {
          controls.field(place.register.fields[0], at: ["title"], in: values)
        }
        for part in place.sections { self.part(part.section, part.fields, controls, context) }
        keeping(controls, context)
        choices.lists(context)
        div(.class("buttons sheet-save")) {
          submit(context.say("Enregistrer", "Save"))
          span(.class("fine"), .id("enregistre"), .role("status")) {}
        }
      }
    }
  }

  private func part(
    _ section: RegisterSection,
    _ fields: [RecordField],
    _ controls: FieldControls,
    _ context: PageContext
  ) -> HTML {
    Markup.section(.class("sheet-part"), .id(section.id), .ariaLabelledBy(section.id + "-titre")) {
      h2(.id(section.id + "-titre")) { context.say(section.title) }
      if let summary = section.summary { p(.class("help")) { context.say(summary) } }
      for field in fields { controls.field(field, at: [field.key], in: values) }
    }
  }

  private func keeping(_ controls: FieldControls, _ context: PageContext) -> HTML {
    section(.class("sheet-part"), .id("tenue"), .ariaLabelledBy("tenue-titre")) {
      h2(.id("tenue-titre")) { context.say("Suivi de la fiche", "Follow-up of the record") }
      let keeping = values["keeping"] ?? .object([:])
      controls.field(EditSheet.responsible, at: ["keeping", "responsible"], in: keeping)
      controls.field(EditSheet.reviewOn, at: ["keeping", "reviewOn"], in: keeping)
    }
  }

  @HTMLBuilder private func disputes(_ context: PageContext) -> HTML {
    let words = place.words(context)
    for conflict in conflicts where conflict.rows.isEmpty {
      let field = SheetChecks.field(at: conflict.path, among: place.fields)
      Dispute(
        key: SheetFields.name(conflict.path),
        label: field.map { context.say($0.label) } ?? conflict.path.joined(separator: " › "),
        mine: words.of(conflict.wanted, field?.type),
        theirs: words.of(conflict.current, field?.type)
      ).view(context)
    }
  }

  // MARK: What stands in the fields

  /// What stands in each field, by its name: rows are numbered in their order.
  ///
  /// - Parameter reference: what stands for a record of a kind, by its id.
  static func shown(
    _ values: JSONValue,
    _ fields: [RecordField],
    reference: (_ kind: String, _ id: String) -> String = { $1 }
  ) -> [String: [String]] {
    var shown: [String: [String]] = [:]
    fill(&shown, values, fields, [], reference)
    fill(
      &shown,
      values["keeping"] ?? .object([:]),
      [EditSheet.responsible, EditSheet.reviewOn],
      ["keeping"],
      reference
    )
    return shown
  }

  private static func fill(
    _ shown: inout [String: [String]],
    _ object: JSONValue,
    _ fields: [RecordField],
    _ path: [String],
    _ reference: (_ kind: String, _ id: String) -> String
  ) {
    for field in fields {
      let (value, place) = (object[field.key], path + [field.key])
      switch field.type {
      case .group(let inner): fill(&shown, value ?? .object([:]), inner, place, reference)
      case .list(.group(let inner)):
        for (index, item) in (value?.items ?? []).enumerated() {
          fill(&shown, item, inner, place + [String(index)], reference)
        }
      case .reference(let kind):
        let id = value?.text ?? ""
        shown[SheetFields.name(place)] = [id.isEmpty ? "" : reference(kind, id)]
      default: shown[SheetFields.name(place)] = SheetFields.shown(value, field.type)
      }
    }
  }
}
