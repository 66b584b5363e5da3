import Messages

extension Recipe {
  /// The most steps a recipe may have.
  public static let stepLimit = 500
  /// The most characters of a name or value in a step.
  public static let textLimit = 1000

  /// Checks what holds whatever the file: names that are not empty, widths above zero, sizes within bounds.
  ///
  /// - Throws: `Failure` `recipe.step.invalid` that points at the step, or `recipe.too-long`.
  public func validate() throws {
    guard steps.count <= Self.stepLimit else {
      throw Failure(
        "recipe.too-long",
        .tooLarge,
        fr: "La recette a plus de \(Self.stepLimit) étapes.",
        en: "The recipe has more than \(Self.stepLimit) steps.",
        remedy: Bilingual(fr: "Réunissez ou retirez des étapes.", en: "Join or remove steps.")
      )
    }
    if Set(steps.map(\.id)).count != steps.count, let step = steps.first {
      throw RecipeFailure.invalid(
        step,
        fr: "Deux étapes ont le même identifiant.",
        en: "Two steps have the same id."
      )
    }
    for step in steps { try step.validate() }
  }
}

extension RecipeStep {
  fileprivate func validate() throws {
    let texts = action.texts
    guard texts.allSatisfy({ $0.count <= Recipe.textLimit }) else {
      throw RecipeFailure.invalid(
        self,
        fr: "Un nom ou une valeur dépasse \(Recipe.textLimit) caractères.",
        en: "A name or a value has more than \(Recipe.textLimit) characters."
      )
    }
    if action.column?.isEmpty == true {
      throw RecipeFailure.invalid(self, fr: "La colonne n’est pas nommée.", en: "The column is not named.")
    }
    switch action {
    case .renameColumn(_, let to) where to.allSatisfy(\.isWhitespace):
      throw RecipeFailure.invalid(self, fr: "Le nouveau nom est vide.", en: "The new name is empty.")
    case .generalise(_, .classes(let width)) where width < 1 || width > 1_000_000_000_000:
      throw RecipeFailure.invalid(
        self,
        fr: "La largeur des classes doit être d’au moins 1.",
        en: "The width of classes must be 1 at least."
      )
    case .generalise(_, .prefix(let length)) where length < 1 || length > 1000:
      throw RecipeFailure.invalid(
        self,
        fr: "Le nombre de caractères gardés doit être d’au moins 1.",
        en: "The number of characters kept must be 1 at least."
      )
    case .restoreZeros(_, let digits) where digits < 2 || digits > 20:
      throw RecipeFailure.invalid(
        self,
        fr: "Le nombre de chiffres des codes doit être entre 2 et 20.",
        en: "The number of digits of codes must be between 2 and 20."
      )
    case .emptyValues(_, let values) where values.isEmpty || values.count > 1000:
      throw RecipeFailure.invalid(
        self,
        fr: "Donnez de 1 à 1000 valeurs à vider.",
        en: "Give from 1 to 1000 values to empty."
      )
    default: return
    }
  }
}

extension RecipeAction {
  /// The texts of the action that a person typed.
  fileprivate var texts: [String] {
    var texts = [column ?? ""]
    switch self {
    case .readSheet(let name), .readEncoding(let name), .readDelimiter(let name): texts.append(name)
    case .renameColumn(_, let to): texts.append(to)
    case .replaceValue(_, let from, let to): texts += [from, to]
    case .emptyValues(_, let values): texts += values
    case .writeBooleans(_, let yes, let no): texts += [yes, no]
    case .dropRows(_, let value): texts.append(value)
    default: break
    }
    return texts
  }
}
