import Acts
import Lake
import Markup
import Messages
import Register
import Tabular
import Web

/// What reading a file tells, the preview, and the steps that mend it.
struct DiagnosisPage {
  let frame: DepositFrame
  let inspection: Inspection
  let preview: TablePreview?
  let isEditable: Bool

  var deposit: Deposit { frame.deposit }
  var suggestions: [Suggestion] {
    let known = Set(deposit.recipe.steps.map { RecipeActionField.text($0.action) })
    return RecipeSuggestions.of(inspection).filter { !known.contains(RecipeActionField.text($0.action)) }
  }

  func page(_ context: PageContext) -> Page {
    let suggestions = isEditable ? suggestions : []
    return frame.page(.diagnosis, context) {
      div(.id("diagnostic"), Attribute("data-quick", isEditable ? "" : nil)) {
        figures(context)
        SchemaClaim(inspection).diagnosis(
          context,
          describe: context.link(.depositDescription(deposit.id)) + "#champ-schema"
        )
        div(.class("with-sheet bench")) {
          div {
            FindingList(inspection: inspection, suggestions: suggestions, deposit: deposit).view(context)
            PreviewTable(preview: preview, deposit: deposit, inspection: inspection).view(context)
            if let column = chosenColumn(context) {
              ColumnEditor(column: column, deposit: deposit).view(context)
            }
            ColumnList(inspection: inspection, deposit: deposit, isEditable: isEditable).view(context)
          }
          aside(.class("sheet recipe"), .ariaLabelledBy("recette")) {
            RecipePanel(deposit: deposit, isEditable: isEditable).view(context)
            ReadingChoice(
              deposit: deposit,
              inspection: inspection,
              preview: preview,
              isEditable: isEditable
            ).view(context)
          }
        }
        buttons {
          a(.class("button"), .href(context.link(.depositDescription(deposit.id)))) {
            context.say("Continuer : décrire", "Continue: describe")
          }
        }
      }
    }
  }

  private func chosenColumn(_ context: PageContext) -> ColumnReport? {
    guard isEditable, let position = context.query.integer("colonne") else { return nil }
    return inspection.columns.first { $0.position == position }
  }

  private func figures(_ context: PageContext) -> HTML {
    let filled = inspection.columns.reduce(0) { $0 + $1.valid + $1.invalid }
    let valid = inspection.columns.reduce(0) { $0 + $1.valid }
    let share = filled == 0 ? 1 : Double(valid) / Double(filled)
    let personal = inspection.columns.count { $0.personal != nil }
    let language = context.language
    return keyFigures(
      [
        (language.number(inspection.rows), context.say("lignes", "rows")),
        (language.number(inspection.columns.count), context.say("colonnes", "columns")),
        (language.percent(share), context.say("cellules valides", "valid cells")),
        (language.number(inspection.findingCount), context.say("remarques", "remarks")),
        (
          language.number(personal),
          context.say("colonnes qui paraissent personnelles", "columns that look personal")
        ),
        (reading, context.say("lu comme", "read as")),
      ],
      label: context.say("Ce qui a été lu", "What was read")
    )
  }

  private var reading: String {
    let mark =
      switch inspection.dialect.delimiter {
      case "": ""
      case "\t": " ⇥"
      default: " «\u{A0}\(inspection.dialect.delimiter)\u{A0}»"
      }
    let isText = inspection.container == "csv"
    return inspection.container.uppercased() + (isText ? " \(inspection.encoding)\(mark)" : "")
  }
}

/// A step written in a form.
enum RecipeActionField {
  /// The step as JSON.
  static func text(_ action: RecipeAction) -> String {
    let bytes = (try? CanonicalJSON.encode(RecipeStep(id: "s", action: action))) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The step of a JSON text; `nil` where it is none.
  static func action(_ text: String) -> RecipeAction? {
    try? CanonicalJSON.decode(RecipeStep.self, from: Array(text.utf8)).action
  }
}

/// A button that adds a step to a deposit’s recipe.
func stepButton(
  _ label: String,
  _ action: RecipeAction,
  _ deposit: Deposit,
  _ context: PageContext,
  _ weight: ButtonWeight = .second,
  about: String? = nil
) -> HTML {
  actionButton(
    label,
    .depositRecipe(deposit.id),
    context,
    weight,
    fields: ["faire": "ajouter", "etape": RecipeActionField.text(action)],
    about: about
  )
}
