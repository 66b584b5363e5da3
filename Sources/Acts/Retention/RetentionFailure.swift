public import Messages

/// Refusals about what is kept and eliminated.
public enum RetentionFailure {
  /// There is no such rule.
  public static let unknownRule = Failure(
    "retention.rule",
    .missing,
    fr: "Cette règle de conservation n’existe pas, ou n’existe plus.",
    en: "There is no such retention rule, or no more."
  )

  static func noColumn(_ column: String) -> Failure {
    Failure(
      "retention.column",
      .invalid,
      fr: "Le jeu n’a pas de colonne «\u{A0}\(column.prefix(100))\u{A0}».",
      en: "The dataset has no column “\(column.prefix(100))”.",
      remedy: Bilingual(
        fr: "Corrigez la règle\u{A0}: le nom exact de la colonne de la date de départ.",
        en: "Mend the rule: the exact name of the column of the start date."
      ),
      pointer: "dateColumn"
    )
  }

  static let noData = Failure(
    "retention.data",
    .invalid,
    fr: "Le jeu de données de la règle n’a pas de table à examiner.",
    en: "The rule’s dataset has no table to look at.",
    remedy: Bilingual(
      fr: "Nommez dans la règle un jeu qui a une version publiée.",
      en: "Name in the rule a dataset with a published version."
    ),
    pointer: "dataset"
  )

  static let incomplete = Failure(
    "retention.incomplete",
    .invalid,
    fr: "La règle ne dit pas encore d’où court la durée, ou combien elle dure.",
    en: "The rule does not say yet from when the period runs, or how long.",
    remedy: Bilingual(fr: "Complétez la règle, puis recommencez.", en: "Complete the rule, then try again.")
  )

  static let notInForce = Failure(
    "retention.not-in-force",
    .conflict,
    fr: "Cette règle de conservation n’est pas en vigueur.",
    en: "This retention rule is not in force.",
    remedy: Bilingual(
      fr: "Le délégué à la protection des données la met en vigueur d’abord.",
      en: "The data protection officer puts it in force first."
    )
  )

  static let nothing = Failure(
    "elimination.nothing",
    .conflict,
    fr: "Rien n’est échu sous cette règle.",
    en: "Nothing is past its date under this rule."
  )

  static let notDue = Failure(
    "elimination.not-due",
    .conflict,
    fr: "Cette proposition couvre ce qui n’est pas échu.",
    en: "This proposal covers what is not past its date.",
    remedy: Bilingual(fr: "Proposez de nouveau, à la date du jour.", en: "Propose again, as of today.")
  )

  static let open = Failure(
    "elimination.open",
    .conflict,
    fr: "Une élimination est déjà en cours pour cette règle.",
    en: "An elimination is already under way for this rule.",
    remedy: Bilingual(fr: "Menez-la à son terme, ou refusez-la.", en: "Bring it to its end, or refuse it.")
  )

  static let unknown = Failure(
    "elimination.unknown",
    .missing,
    fr: "Cette élimination n’existe pas.",
    en: "There is no such elimination."
  )

  static let decided = Failure(
    "elimination.decided",
    .conflict,
    fr: "Cette élimination n’attend plus de décision.",
    en: "This elimination awaits no decision any more."
  )

  static let undecided = Failure(
    "elimination.undecided",
    .conflict,
    fr: "Cette élimination n’est pas approuvée.",
    en: "This elimination is not approved.",
    remedy: Bilingual(
      fr: "Le délégué à la protection des données l’approuve d’abord.",
      en: "The data protection officer approves it first."
    )
  )

  static let executed = Failure(
    "elimination.executed",
    .conflict,
    fr: "Cette élimination est déjà exécutée.",
    en: "This elimination is already executed."
  )

  static let ownWork = Failure(
    "elimination.own",
    .forbidden,
    fr: "Qui propose une élimination ne l’approuve pas.",
    en: "Whoever proposes an elimination does not approve it.",
    remedy: Bilingual(
      fr: "Demandez-le à une autre personne\u{A0}: un contenu éliminé ne revient pas.",
      en: "Ask someone else: what is eliminated does not come back."
    )
  )

  static let changed = Failure(
    "elimination.changed",
    .conflict,
    fr:
      "Les données ont changé depuis la proposition\u{A0}: ce qui a été approuvé n’est plus ce qui serait éliminé.",
    en: "The data changed since the proposal: what was approved is no longer what would be eliminated.",
    remedy: Bilingual(
      fr: "Refusez cette élimination et proposez-en une nouvelle.",
      en: "Refuse this elimination and propose a new one."
    )
  )

  static let unprepared = Failure(
    "elimination.unprepared",
    .invalid,
    fr: "Des données se retirent par l’exécution entière, qui prépare d’abord ce qui reste.",
    en: "Data is taken out by the whole execution, which first prepares what stays."
  )

  static let lost = Failure(
    "elimination.lost",
    .unavailable,
    fr: "Ce qui doit rester ne se relit pas ligne pour ligne\u{A0}: rien n’a été éliminé.",
    en: "What is to stay does not read back row for row: nothing was eliminated.",
    remedy: Bilingual(
      fr: "Publiez d’abord une version sans ces lignes, puis éliminez les versions antérieures.",
      en: "First publish a version without these rows, then eliminate the versions before."
    )
  )

  static func visa(_ pointer: String, fr: String, en: String) -> Failure {
    Failure("elimination.visa-date", .invalid, fr: fr, en: en, pointer: pointer)
  }
}
