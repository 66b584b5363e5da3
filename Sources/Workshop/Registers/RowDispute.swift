import Markup
import Messages
import Register
import Web

/// A row of a repeated group that two people changed, each otherwise: both are shown in the row itself, and the
/// later of them chooses.
struct RowDispute {
  /// The row's name in the form.
  let name: String
  /// What people call the list.
  let label: String
  let row: RowMerge.Row
  /// The row's two states in words; `nil` for one that was taken away.
  let mine: String?
  let theirs: String?

  /// The key under which a row in dispute carries what is saved.
  private static let savedKey = "enregistre"
  /// The key that says that the later editor took the row away.
  private static let removedKey = "retire"

  /// What a form says of a row in dispute.
  enum Choice {
    /// The row chosen; `nil` for its removal.
    case row(JSONValue?)
    /// There is no dispute, or what the fields say is chosen.
    case none
  }

  /// What a form says of a row, if it is in dispute.
  static func choice(_ name: String, _ form: FormData) -> Choice {
    switch form.text(EditedState.choicePrefix + name) {
    case "leur":
      let saved = form["\(name).\(savedKey)"].flatMap { try? JSONValue(parsing: Array($0.utf8)) }
      guard let saved, case .object = saved else { return .row(nil) }
      return .row(saved)
    case "mien" where form.has("\(name).\(removedKey)"): return .row(nil)
    default: return .none
    }
  }

  func view(_ context: PageContext) -> HTML {
    let choice = EditedState.choicePrefix + name
    return fieldset(.class("choices dispute"), .id(FormFields.id(name)), .tabindex(-1)) {
      legend {
        context.say(
          "Quelqu’un a changé cette ligne de « \(label) » entre-temps",
          "Somebody changed this row of “\(label)” meanwhile"
        )
      }
      input(.type("hidden"), .name("\(name).\(Self.savedKey)"), .value((row.saved ?? .null).json))
      if row.wanted == nil { input(.type("hidden"), .name("\(name).\(Self.removedKey)"), .value("oui")) }
      option(choice, "mien", mineWords(context), isChosen: true)
      option(choice, "leur", theirsWords(context), isChosen: false)
    }
  }

  private func mineWords(_ context: PageContext) -> String {
    guard let mine else {
      return context.say("Retirer la ligne, comme vous l’avez fait", "Remove the row, as you did")
    }
    return context.say("Garder ma ligne, telle qu’elle est ci-dessous : ", "Keep my row, as it is below: ")
      + mine
  }

  private func theirsWords(_ context: PageContext) -> String {
    guard let theirs else {
      return context.say("Accepter qu’elle soit retirée", "Accept that it is removed")
    }
    return context.say("Prendre la ligne enregistrée : ", "Take the saved row: ") + theirs
  }

  private func option(_ name: String, _ value: String, _ text: String, isChosen: Bool) -> HTML {
    div(.class("choice")) {
      input(.id("\(name)-\(value)"), .name(name), .type("radio"), .value(value), .checked(isChosen))
      Markup.label(.for("\(name)-\(value)")) { text }
    }
  }
}
