import Acts
import Governance
import Messages
import Register
import Tabular
import Web

/// Changes a deposit’s recipe, one step at a time.
struct RecipeEditing: Sendable {
  let room: DepositRoom

  func edit(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try room.deposit(context, signedIn)
    guard let recipe = try await changed(deposit, form) else {
      return .redirect(
        .deposit(deposit.id),
        notice: FlashNotice(
          .fair,
          fr: "Cette étape n’a pas pu être comprise : rien n’a changé.",
          en: "This step could not be understood: nothing changed."
        )
      )
    }
    do {
      try recipe.validate()
      try await save(recipe, deposit, signedIn)
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .conflict {
      return .redirect(
        .deposit(deposit.id),
        notice: FlashNotice(.poor, fr: failure.message.fr, en: failure.message.en)
      )
    }
    return .redirect(.deposit(deposit.id))
  }

  /// Steps change one by one on what the recipe is now: nothing of what a colleague added is lost.
  private func save(_ recipe: Recipe, _ deposit: Deposit, _ signedIn: SignedIn) async throws {
    guard recipe != deposit.recipe else { return }
    let edit = FieldEdit(
      path: ["recipe"],
      seen: try JSONValue(parsing: CanonicalJSON.encode(deposit.recipe)),
      wanted: try JSONValue(parsing: CanonicalJSON.encode(recipe))
    )
    let edited = try await room.platform.perform(
      EditDeposit(deposit.id, [edit]),
      as: .person(signedIn.person)
    )
    guard edited.conflicts.isEmpty else { throw Self.changedMeanwhile }
    _ = await room.inspect(edited.record, patience: .zero)
  }

  private static let changedMeanwhile = Failure(
    "deposit.recipe-changed",
    .conflict,
    fr: "La recette a changé au même moment : recommencez.",
    en: "The recipe changed at the same moment: try again."
  )

  private func changed(_ deposit: Deposit, _ form: FormData) async throws -> Recipe? {
    let recipe = deposit.recipe
    let (id, column) = (form.text("id"), form["colonne"] ?? "")
    let place = recipe.steps.firstIndex { $0.id == id }
    switch form.text("faire") {
    case "ajouter": return RecipeActionField.action(form["etape"] ?? "").map(recipe.adding)
    case "tout":
      guard case .done(let inspection) = await room.inspect(deposit, patience: .seconds(20)) else {
        return nil
      }
      return RecipeSuggestions.applyingAll(to: recipe, of: inspection)
    case "retirer": return recipe.removing(id)
    case "monter": return place.map { recipe.moving(id, to: $0 - 1) }
    case "descendre": return place.map { recipe.moving(id, to: $0 + 1) }
    case "type":
      guard let type = ColumnType(rawValue: form.text("type")), !column.isEmpty else { return nil }
      let format = form.text("format")
      return recipe.adding(
        .setType(column: column, type: type, format: format.isEmpty ? nil : ColumnFormat(rawValue: format))
      )
    case "renommer": return column.isEmpty ? nil : recipe.adding(.renameColumn(column, to: form.text("nom")))
    case "feuille": return recipe.adding(.readSheet(name: form["feuille"] ?? ""))
    case "titres": return form.integer("titres").map { recipe.adding(.readHeader(row: max(0, $0))) }
    case "encodage": return recipe.adding(.readEncoding(name: form.text("encodage")))
    default: return nil
    }
  }
}
