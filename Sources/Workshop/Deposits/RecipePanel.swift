import Acts
import Lake
import Markup
import Messages
import Tabular
import Web

/// The steps of the recipe as sentences, each to be moved or removed.
struct RecipePanel {
  let deposit: Deposit
  let isEditable: Bool

  func view(_ context: PageContext) -> HTML {
    let steps = deposit.recipe.steps
    return fragment {
      h2(.id("recette")) { context.say("Recette", "Recipe") }
      if steps.isEmpty {
        p(.class("fine")) {
          context.say(
            "Aucune étape : le fichier est pris tel quel. Chaque correction s’ajoute ici, et sera rejouée "
              + "sur les prochaines versions.",
            "No step: the file is taken as it is. Each repair is added here, and will be replayed on the "
              + "next versions."
          )
        }
      } else {
        ol(.class("steps")) {
          for (index, step) in steps.enumerated() { self.step(step, index, steps.count, context) }
        }
        p(.class("fine")) {
          context.say(
            "Ces étapes seront rejouées sur chaque nouvelle version.",
            "These steps will be replayed on every next version."
          )
        }
      }
    }
  }

  private func step(_ step: RecipeStep, _ index: Int, _ count: Int, _ context: PageContext) -> HTML {
    let sentence = context.say(step.sentence)
    return li {
      span { sentence }
      if isEditable {
        div(.class("step-buttons")) {
          if index > 0 { move(context.say("Monter", "Up"), "monter", step, sentence, context) }
          if index < count - 1 {
            move(context.say("Descendre", "Down"), "descendre", step, sentence, context)
          }
          move(context.say("Retirer", "Remove"), "retirer", step, sentence, context)
        }
      }
    }
  }

  private func move(
    _ label: String,
    _ verb: String,
    _ step: RecipeStep,
    _ sentence: String,
    _ context: PageContext
  ) -> HTML {
    actionButton(
      label,
      .depositRecipe(deposit.id),
      context,
      .plain,
      fields: ["faire": verb, "id": step.id],
      about: sentence
    )
  }
}

/// How the file is read: which sheet, which header row, which encoding.
struct ReadingChoice {
  let deposit: Deposit
  let inspection: Inspection
  let preview: TablePreview?
  let isEditable: Bool

  /// Whether Arpent is not sure that the header is where it took it.
  var isUnsure: Bool {
    inspection.dialect.headerRow == 0 || inspection.dialect.skippedRows > 0
      || inspection.findings.contains { $0.code.hasPrefix("header.") && $0.severity != .information }
  }

  func view(_ context: PageContext) -> HTML {
    fragment {
      h2 { context.say("Lecture", "Reading") }
      facts([
        (context.say("Format", "Format"), .text(inspection.container.uppercased())),
        (context.say("Encodage", "Encoding"), .text(inspection.encoding)),
        (context.say("Séparateur", "Separator"), .text(Self.name(inspection.dialect.delimiter, context))),
        (context.say("Ligne de titres", "Header row"), .text(header(context))),
        (context.say("Lu en", "Read in"), .text(seconds(context))),
      ])
      if isEditable {
        sheetForm(context)
        details(.open(isUnsure)) {
          summary { context.say("Ce n’est pas la bonne ligne de titres ?", "Not the right header row?") }
          headerForm(context)
        }
        if inspection.container == "csv" {
          details {
            summary { context.say("Des lettres sont abîmées ?", "Are letters garbled?") }
            encodingForm(context)
          }
        }
      }
    }
  }

  private func header(_ context: PageContext) -> String {
    inspection.dialect.headerRow == 0
      ? context.say("aucune", "none")
      : context.say("ligne \(inspection.dialect.headerRow)", "row \(inspection.dialect.headerRow)")
  }

  private func seconds(_ context: PageContext) -> String {
    inspection.seconds < 1
      ? "\(max(1, Int(inspection.seconds * 1000)))\u{A0}ms"
      : context.language.number(inspection.seconds, digits: 1) + "\u{A0}s"
  }

  private static func name(_ mark: String, _ context: PageContext) -> String {
    switch mark {
    case "": ""
    case ";": context.say("point-virgule", "semicolon")
    case ",": context.say("virgule", "comma")
    case "\t": context.say("tabulation", "tab")
    case "|": context.say("barre verticale", "vertical bar")
    default: mark
    }
  }

  @HTMLBuilder private func sheetForm(_ context: PageContext) -> HTML {
    let sheets = preview?.sheets ?? inspection.sheets
    if sheets.count > 1 {
      let fields = FormFields(context, ["feuille": [preview?.sheet ?? sheets[0]]])
      actionForm(.depositRecipe(deposit.id), context) {
        fields.hidden("faire", "feuille")
        fields.select("feuille", context.say("Feuille lue", "Sheet read"), sheets.map { ($0, $0) })
        submit(context.say("Lire cette feuille", "Read this sheet"), .second)
      }
    }
  }

  private func headerForm(_ context: PageContext) -> HTML {
    let fields = FormFields(context, ["titres": ["\(inspection.dialect.headerRow)"]])
    return actionForm(.depositRecipe(deposit.id), context) {
      fields.hidden("faire", "titres")
      fields.text(
        "titres",
        context.say("Numéro de la ligne de titres", "Number of the header row"),
        help: context.say("0 si le fichier n’en a pas.", "0 if the file has none."),
        type: "number"
      )
      submit(context.say("Prendre cette ligne", "Take this row"), .second)
    }
  }

  private func encodingForm(_ context: PageContext) -> HTML {
    let names = ["utf-8", "windows-1252", "iso-8859-15", "macintosh", "ibm850", "utf-16le", "utf-16be"]
    let fields = FormFields(context, ["encodage": [inspection.encoding]])
    return actionForm(.depositRecipe(deposit.id), context) {
      fields.hidden("faire", "encodage")
      fields.select("encodage", context.say("Encodage", "Encoding"), names.map { ($0, $0) })
      submit(context.say("Relire ainsi", "Read again so"), .second)
    }
  }
}
