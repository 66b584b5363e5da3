import Acts
import Governance
import Markup
import Messages
import Register
import Web

extension FieldControls {
  /// The rows of a repeated group, with buttons that add, remove and move them, scripts or not.
  func rows(_ field: RecordField, _ inner: [RecordField], _ path: [String], _ items: [JSONValue]) -> HTML {
    let name = SheetFields.name(path)
    let label = context.say(field.label)
    let shown = items + (extraRow == name ? [.object([:])] : [])
    let token = "__\(path.count)__"
    return fieldset(.class("choices rows"), .id(FormFields.id(name)), .tabindex(-1)) {
      legend {
        label
        if field.isRequired { span(.class("required")) { context.say(" (obligatoire)", " (required)") } }
      }
      if let help = field.help { p(.class("help")) { context.say(help) } }
      if let source = field.source { p(.class("help")) { source } }
      fields.hidden(EditedField.presence(name), "oui")
      ol(.class("row-list"), Attribute("data-rows", name)) {
        for (index, item) in shown.enumerated() {
          row(inner, path, String(index), item, dispute(field, inner, path, index))
        }
      }
      tag("template", Attribute("data-for", name), Attribute("data-token", token)) {
        row(inner, path, token, .object([:]), nil)
      }
      button(
        .type("submit"),
        .class("second"),
        .name(SheetFields.command),
        .value("ajouter:" + name),
        Attribute("data-add", name)
      ) {
        context.say("Ajouter une ligne", "Add a row")
        span(.class("unseen")) { context.say(" : \(label)", ": \(label)") }
      }
    }
  }

  private func row(
    _ inner: [RecordField],
    _ path: [String],
    _ token: String,
    _ item: JSONValue,
    _ dispute: RowDispute?
  ) -> HTML {
    let place = path + [token]
    let name = SheetFields.name(place)
    return li(Attribute("data-row", token)) {
      hidden(inner, item, name)
      if let dispute { dispute.view(context) }
      for one in inner { field(one, at: place + [one.key], in: item) }
      div(.class("row-buttons")) {
        arrange("monter", name, context.say("Monter", "Move up"))
        arrange("descendre", name, context.say("Descendre", "Move down"))
        arrange("retirer", name, context.say("Retirer", "Remove"))
      }
    }
  }

  /// What two people say of a row that both changed; `nil` for any other row.
  private func dispute(
    _ field: RecordField,
    _ inner: [RecordField],
    _ path: [String],
    _ index: Int
  ) -> RowDispute? {
    let name = SheetFields.name(path)
    let rows = disputed[name]?.filter { $0.shown != nil } ?? []
    guard rows.indices.contains(index), rows[index].isConflict else { return nil }
    let row = rows[index]
    // Of two rows, only what they say otherwise is compared.
    let told = inner.filter {
      row.wanted == nil || row.saved == nil || row.wanted?[$0.key] != row.saved?[$0.key]
    }
    return RowDispute(
      name: "\(name).\(index)",
      label: context.say(field.label),
      row: row,
      mine: row.wanted.map { words.of($0, .group(told)) },
      theirs: row.saved.map { words.of($0, .group(told)) }
    )
  }

  private func arrange(_ move: String, _ name: String, _ label: String) -> HTML {
    button(
      .type("submit"),
      .class("plain"),
      .name(SheetFields.command),
      .value("\(move):\(name)"),
      Attribute("data-move", move)
    ) {
      label
      span(.class("unseen")) { context.say(" cette ligne", " this row") }
    }
  }

  /// What the row holds and its fields do not show: it comes back with the form.
  @HTMLBuilder private func hidden(_ inner: [RecordField], _ item: JSONValue, _ name: String) -> HTML {
    let shown = Set(inner.filter { $0.type != .blob }.map(\.key))
    if case .object(let members) = item {
      let rest = members.filter { !shown.contains($0.key) }
      if !rest.isEmpty { fields.hidden("\(name).\(SheetFields.hiddenKey)", JSONValue.object(rest).json) }
    }
  }
}
