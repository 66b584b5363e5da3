import CivilTime
import Messages
import Register

extension RegisterKind {
  /// The deliveries of data that contracts call for.
  public static let expectedDelivery = RegisterKind(
    ExpectedDelivery.self,
    slug: "livraisons-attendues",
    family: .contracts,
    label: Bilingual(fr: "Livraison attendue", en: "Expected delivery"),
    plural: Bilingual(fr: "Livraisons attendues", en: "Expected deliveries"),
    summary: Bilingual(
      fr:
        "Ce que chaque contrat doit vous remettre\u{A0}: une clause devient un contrat de données, que chaque remise suit.",
      en: "What each contract must hand over: a clause becomes a data contract that every delivery follows."
    ),
    titleLabel: Bilingual(fr: "Nom de la livraison", en: "Name of the delivery"),
    sections: [what, when, table, penalty],
    listed: ["contract", "frequency", "firstDueOn"],
    rights: RegisterRights(read: .read, write: .produce, decide: .publish),
    rules: DeliveryRules.all
  )

  private static let what = RegisterSection(
    "quoi",
    fr: "Ce qui est attendu",
    en: "What is expected",
    fields: [
      RecordField("contract", .reference(kind: "contract"), fr: "Contrat", en: "Contract", required: true),
      RecordField(
        "place",
        .text,
        fr: "Article ou annexe",
        en: "Article or annex",
        source: "CCP, art. L3131-2"
      ),
      RecordField(
        "description",
        .markdown,
        fr: "Ce que la table contient",
        en: "What the table holds",
        help: Bilingual(fr: "Dites ce qu’est une ligne.", en: "Say what a row is."),
        required: true
      ),
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Jeu de données mis à jour",
        en: "Dataset it updates",
        help: Bilingual(
          fr: "Une livraison acceptée peut devenir sa prochaine version.",
          en: "An accepted delivery may become its next version."
        )
      ),
      RecordField("contact", .email, fr: "Contact chez le titulaire", en: "Contact", visibility: .members),
    ]
  )

  private static let when = RegisterSection(
    "quand",
    fr: "Quand et comment",
    en: "When and how",
    fields: [
      RecordField(
        "frequency",
        .choice([
          .init("once", fr: "Une seule fois", en: "Once"), .init("daily", fr: "Chaque jour", en: "Every day"),
          .init("weekly", fr: "Chaque semaine", en: "Every week"),
          .init("monthly", fr: "Chaque mois", en: "Every month"),
          .init("quarterly", fr: "Chaque trimestre", en: "Every quarter"),
          .init("half-yearly", fr: "Chaque semestre", en: "Every half-year"),
          .init("yearly", fr: "Chaque année", en: "Every year"),
        ]),
        fr: "Périodicité",
        en: "Frequency",
        required: true
      ),
      RecordField("firstDueOn", .date, fr: "Première remise le", en: "First due on", required: true),
      RecordField(
        "lastDueOn",
        .date,
        fr: "Dernière remise le",
        en: "Last due on",
        help: Bilingual(fr: "À défaut, la fin du contrat.", en: "The contract’s end if not stated.")
      ),
      RecordField(
        "channel",
        .choice([
          .init("token", fr: "Par un jeton, de machine à machine", en: "With a token, machine to machine"),
          .init("workshop", fr: "Déposée dans l’atelier", en: "Dropped in the workshop"),
          .init("other", fr: "Autrement", en: "Otherwise"),
        ]),
        fr: "Canal de remise",
        en: "Channel",
        required: true
      ),
    ]
  )

  private static let table = RegisterSection(
    "table",
    fr: "La table, et ses seuils",
    en: "The table, and its thresholds",
    fields: [
      RecordField(
        "columns",
        .list(.group(column)),
        fr: "Colonnes",
        en: "Columns",
        required: true,
        why: Bilingual(
          fr: "Sans colonnes, une livraison ne peut pas être refusée.",
          en: "Without columns, no delivery can be refused."
        )
      ),
      RecordField("leastRows", .integer, fr: "Lignes au moins", en: "Rows at least"),
      RecordField("mostRows", .integer, fr: "Lignes au plus", en: "Rows at most"),
      RecordField(
        "invalidPercent",
        .number,
        fr: "Cellules invalides tolérées (%)",
        en: "Invalid cells tolerated (%)",
        help: Bilingual(fr: "Aucune si rien n’est dit.", en: "None if not stated.")
      ),
      RecordField(
        "fallPercent",
        .number,
        fr: "Baisse tolérée du nombre de lignes (%)",
        en: "Fall of the number of rows tolerated (%)"
      ),
    ]
  )

  private static let column: [RecordField] = [
    RecordField("name", .text, fr: "Nom", en: "Name", required: true),
    RecordField(
      "type",
      .choice([
        .init("string", fr: "Texte", en: "Text"), .init("integer", fr: "Nombre entier", en: "Whole number"),
        .init("number", fr: "Nombre", en: "Number"), .init("boolean", fr: "Oui ou non", en: "Yes or no"),
        .init("date", fr: "Date", en: "Date"), .init("timestamp", fr: "Date et heure", en: "Date and time"),
        .init("time", fr: "Heure", en: "Time"),
      ]),
      fr: "Type",
      en: "Type",
      required: true
    ),
    RecordField("isRequired", .boolean, fr: "Toujours remplie", en: "Always filled"),
    RecordField("isUnique", .boolean, fr: "Sans doublon", en: "No duplicate"),
    RecordField("allowedValues", .list(.text), fr: "Valeurs permises", en: "Values allowed"),
    RecordField("pattern", .text, fr: "Expression régulière", en: "Regular expression"),
    RecordField("minimum", .number, fr: "Minimum", en: "Minimum"),
    RecordField("maximum", .number, fr: "Maximum", en: "Maximum"),
    RecordField("maxLength", .integer, fr: "Caractères au plus", en: "Characters at most"),
    RecordField("description", .text, fr: "Sens", en: "Meaning"),
  ]

  private static let penalty = RegisterSection(
    "penalites",
    fr: "Pénalités",
    en: "Penalties",
    summary: Bilingual(
      fr: "Ce que le contrat dit du retard et des défauts\u{A0}; le calcul est montré ligne à ligne.",
      en: "What the contract says of lateness and defects; the count is shown line by line."
    ),
    fields: [
      RecordField("perLateDay", .number, fr: "Par jour de retard (€)", en: "Per day late (€)"),
      RecordField(
        "percentPerLateDay",
        .number,
        fr: "Par jour de retard (% du montant)",
        en: "Per day late (% of the amount)"
      ),
      RecordField("perDefect", .number, fr: "Par défaut (€)", en: "Per defect (€)"),
      RecordField("graceDays", .integer, fr: "Jours de tolérance", en: "Days tolerated"),
      RecordField("cap", .number, fr: "Plafond par livraison (€)", en: "Cap per delivery (€)"),
      RecordField("capPercent", .number, fr: "Plafond (% du montant)", en: "Cap (% of the amount)"),
    ]
  )
}

/// What is asked of an expected delivery.
enum DeliveryRules {
  static let all: [Rule<RegisterFacts<ExpectedDelivery>>] = [inTime]

  static let inTime = Rule<RegisterFacts<ExpectedDelivery>>(
    "delivery.in-time",
    theme: "contracts",
    article: "CCP, art. L3131-2",
    mode: .alert,
    title: Bilingual(fr: "Ce qui est dû est arrivé", en: "What is due has come"),
    remedy: Bilingual(
      fr: "Écrivez au titulaire\u{A0}: la lettre est prête sur la page des livraisons.",
      en: "Write to the holder: the letter is ready on the page of deliveries."
    )
  ) { facts in
    let calendar = DeliverySchedule.calendar(facts.record, in: facts.snapshot, at: facts.now)
    guard !calendar.isEmpty else {
      return Judgement(.unknown, fr: "Le calendrier n’est pas dit.", en: "The calendar is not stated.")
    }
    for day in calendar {
      let due = Bilingual.day(day.dueOn.iso)
      switch day.standing {
      case .overdue(let days):
        let late = Bilingual.count(days, fr: ("jour", "jours"), en: ("day", "days"))
        return Judgement(
          .nonCompliant,
          fr: "Attendue le \(due.fr)\u{A0}: \(late.fr) de retard.",
          en: "Due on \(due.en): \(late.en) late."
        )
      case .defective:
        return Judgement(
          .nonCompliant,
          fr: "Ce qui est venu pour le \(due.fr) est refusé.",
          en: "What came for \(due.en) is refused."
        )
      case .onTime, .late, .awaited: continue
      }
    }
    return Judgement(.compliant, fr: "Rien ne manque à ce jour.", en: "Nothing is missing today.")
  }
}
