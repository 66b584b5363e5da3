import Messages

/// Why a recipe cannot be replayed, and what to say of the steps it skips.
enum RecipeFailure {
  /// Pseudonyms are asked for without the key they are made under.
  static let keyMissing = Failure(
    "recipe.key.missing",
    .unavailable,
    fr: "La recette crée des pseudonymes, mais la clé secrète n’est pas disponible.",
    en: "The recipe makes pseudonyms, but the secret key is not available.",
    remedy: Bilingual(
      fr: "Demandez à la personne qui administre Arpent de vérifier la clé des pseudonymes.",
      en: "Ask the person who runs Arpent to check the key of pseudonyms."
    )
  )

  /// The cells that a step writes fill more than a batch may hold.
  static let tooLarge = Failure(
    "recipe.too-large",
    .tooLarge,
    fr: "Une étape de la recette écrit des valeurs trop longues pour ce fichier.",
    en: "A step of the recipe writes values too long for this file.",
    remedy: Bilingual(fr: "Raccourcissez la valeur de remplacement.", en: "Shorten the replacement.")
  )

  /// A step that cannot be, whatever the file.
  static func invalid(_ step: RecipeStep, fr: String, en: String) -> Failure {
    Failure("recipe.step.invalid", .invalid, fr: fr, en: en, pointer: "recipe.\(step.id)")
  }
}

/// What there is to say of a step that was skipped.
enum RecipeFinding {
  static func missingColumn(_ column: String, step: RecipeStep) -> Finding {
    let sentence = step.sentence
    return Finding(
      code: step.action.protectsPeople
        ? RecipeSource.missingProtectionCode : "recipe.column.missing",
      severity: step.action.protectsPeople ? .error : .warning,
      column: column,
      message: Bilingual(
        fr:
          "Le fichier n’a pas de colonne \(Quoted.french(column))\u{A0}: l’étape «\u{A0}\(sentence.fr)\u{A0}» "
          + "n’est pas faite. Corrigez la recette ou le fichier.",
        en:
          "The file has no column \(Quoted.english(column)): the step “\(sentence.en)” is not done. Correct "
          + "the recipe or the file."
      )
    )
  }

  static func takenName(_ name: String, step: RecipeStep) -> Finding {
    Finding(
      code: "recipe.column.taken",
      severity: .warning,
      column: name,
      message: Bilingual(
        fr: "Une colonne s’appelle déjà \(Quoted.french(name))\u{A0}: l’étape "
          + "«\u{A0}\(step.sentence.fr)\u{A0}» n’est pas faite. Choisissez un autre nom.",
        en: "A column is called \(Quoted.english(name)) already: the step “\(step.sentence.en)” is not done. "
          + "Choose another name."
      )
    )
  }

  /// What to say of a fault whose value must not be shown.
  static func masked(_ finding: Finding) -> Finding {
    guard finding.cell != nil else { return finding }
    var masked = finding
    masked.cell = nil
    masked.repair = nil
    masked.message =
      "Un défaut de lecture est ici\u{A0}; sa valeur est masquée, car la recette protège des "
      + "personnes."
    masked.messageEnglish =
      "There is a reading fault here; its value is hidden, as the recipe protects people."
    return masked
  }
}
