import Messages

// The refusals of the checker that several checks share.
extension Checker {
  func noResult(_ syntax: RuleSyntax) -> Failure {
    problem(
      "rule.result.missing",
      .invalid,
      fr: "La règle ne rend aucun résultat.",
      en: "The rule gives no result.",
      remedy: Bilingual(
        fr: "Ajoutez une ligne : résultat tarif : montant = …",
        en: "Add a line: résultat tarif : montant = …"
      ),
      at: syntax.statements.last?.place ?? Place(line: 1, column: 1)
    )
  }

  func boundsMissing(_ statement: Statement) -> Failure {
    problem(
      "rule.bounds.missing",
      .invalid,
      fr: "L’entrée « \(statement.name) » ne dit pas ses bornes.",
      en: "The input “\(statement.name)” does not say its bounds.",
      remedy: Bilingual(
        fr: "Ajoutez-les après le type : de 0 à 5000. La règle peut alors être vérifiée sur tous les cas.",
        en: "Add them after the type: de 0 à 5000. The rule can then be verified on all cases."
      ),
      at: statement.place
    )
  }

  func boundsNotAllowed(at place: Place) -> Failure {
    problem(
      "rule.bounds.not-allowed",
      .invalid,
      fr: "Seuls les nombres et les dates ont des bornes.",
      en: "Only numbers and dates have bounds.",
      remedy: Bilingual(fr: "Retirez « de … à … ».", en: "Remove “de … à …”."),
      at: place
    )
  }

  func boundsReversed(at place: Place) -> Failure {
    problem(
      "rule.bounds.reversed",
      .invalid,
      fr: "La borne basse est plus grande que la borne haute.",
      en: "The lower bound is greater than the upper bound.",
      remedy: Bilingual(fr: "Échangez-les.", en: "Swap them."),
      at: place
    )
  }

  func typeMissing(at place: Place) -> Failure {
    problem(
      "rule.type.missing",
      .invalid,
      fr: "Le type de cette valeur ne se devine pas.",
      en: "The type of this value cannot be guessed.",
      remedy: Bilingual(
        fr: "Écrivez-le après le nom : soit rang : choix (haut, bas) = …",
        en: "Write it after the name: soit rang : choix (haut, bas) = …"
      ),
      at: place
    )
  }

  /// A value that is not of the kind that is needed.
  func mismatch(_ kind: Facts.Kind, wanted: Bilingual, at place: Place) -> Failure {
    let found = Self.label(kind)
    return problem(
      "rule.type.mismatch",
      .invalid,
      fr: "Il faut ici \(wanted.fr), et non \(found.fr).",
      en: "Here goes \(wanted.en), not \(found.en).",
      remedy: Bilingual(
        fr: "Vérifiez les noms employés, ou le type déclaré.",
        en: "Check the names used, or the declared type."
      ),
      at: place
    )
  }

  /// Two units that do not go together.
  func unitMismatch(_ left: Unit, _ right: Unit, at place: Place) -> Failure {
    let names = [left, right].map {
      $0 == .none ? Bilingual(fr: "sans unité", en: "no unit") : Bilingual(fr: $0.text, en: $0.text)
    }
    return problem(
      "rule.type.unit",
      .invalid,
      fr: "Les unités ne vont pas ensemble : \(names[0].fr) et \(names[1].fr).",
      en: "The units do not go together: \(names[0].en) and \(names[1].en).",
      remedy: Bilingual(
        fr: "Multipliez ou divisez par ce qui convertit l’une dans l’autre, ou corrigez l’unité déclarée.",
        en: "Multiply or divide by what converts one into the other, or mend the declared unit."
      ),
      at: place
    )
  }

  /// A number with more decimals than its type allows.
  func notRounded(to type: RuleType, at place: Place) -> Failure {
    let places = type == .money ? 2 : 0
    return problem(
      "rule.type.rounding",
      .invalid,
      fr: type == .money
        ? "Ce montant peut avoir plus de deux décimales." : "Ce nombre peut ne pas être entier.",
      en: type == .money
        ? "This amount may have more than two decimals." : "This number may not be whole.",
      remedy: Bilingual(
        fr: "Dites comment l’arrondir : arrondi(… ; \(places)), arrondi_inférieur ou arrondi_supérieur.",
        en: "Say how to round it: arrondi(… ; \(places)), arrondi_inférieur or arrondi_supérieur."
      ),
      at: place
    )
  }

  static func label(_ kind: Facts.Kind) -> Bilingual {
    switch kind {
    case .number: Bilingual(fr: "un nombre", en: "a number")
    case .boolean: Bilingual(fr: "une condition (oui ou non)", en: "a condition (yes or no)")
    case .date: Bilingual(fr: "une date", en: "a date")
    case .choice(let choices):
      Bilingual(
        fr: "un choix (\(choices.map(\.name).joined(separator: ", ")))",
        en: "a choice (\(choices.map(\.name).joined(separator: ", ")))"
      )
    case .names(let names):
      Bilingual(
        fr: "un choix (\(names.sorted().joined(separator: ", ")))",
        en: "a choice (\(names.sorted().joined(separator: ", ")))"
      )
    }
  }
}
