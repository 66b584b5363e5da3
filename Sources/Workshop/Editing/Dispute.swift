import Markup
import Register
import Web

/// Both values of what somebody else changed meanwhile, to choose from.
struct Dispute {
  /// The field's name in the form.
  let key: String
  /// What people call it.
  let label: String
  /// The later editor's value, in words.
  let mine: String
  /// The value that is saved, in words.
  let theirs: String

  func view(_ context: PageContext) -> HTML {
    let name = EditedState.choicePrefix + key
    return fieldset(.class("choices dispute")) {
      legend {
        context.say(
          "Quelqu’un a changé « \(label) » entre-temps",
          "Somebody changed “\(label)” meanwhile"
        )
      }
      choice(name, "mien", context.say("Garder ma valeur : ", "Keep my value: ") + mine, isChosen: true)
      choice(
        name,
        "leur",
        context.say("Prendre la valeur enregistrée : ", "Take the saved value: ") + theirs,
        isChosen: false
      )
    }
  }

  private func choice(_ name: String, _ value: String, _ text: String, isChosen: Bool) -> HTML {
    div(.class("choice")) {
      input(.id("\(name)-\(value)"), .name(name), .type("radio"), .value(value), .checked(isChosen))
      Markup.label(.for("\(name)-\(value)")) { text }
    }
  }

  /// What is said at a field in dispute; at each row that is, of a list of groups.
  static func errors(_ conflict: FieldConflict, _ context: PageContext) -> [FieldError] {
    let name = SheetFields.name(conflict.path)
    guard !conflict.rows.isEmpty else { return [FieldError(name, sentence(context))] }
    let shown = conflict.rows.filter { $0.shown != nil }
    return shown.enumerated().filter(\.element.isConflict).map { index, _ in
      let sentence = context.say(
        "Quelqu’un a changé la ligne \(index + 1) entre-temps : choisissez, puis enregistrez.",
        "Somebody changed row \(index + 1) meanwhile: choose, then save."
      )
      return FieldError("\(name).\(index)", sentence)
    }
  }

  /// What is said at a field in dispute.
  static func sentence(_ context: PageContext) -> String {
    context.say(
      "Quelqu’un a changé ce champ entre-temps : choisissez une valeur, puis enregistrez.",
      "Somebody changed this field meanwhile: choose a value, then save."
    )
  }
}
