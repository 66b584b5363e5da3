import Messages
import Register

extension RegisterKind {
  /// What was eliminated, or is proposed to be.
  public static let elimination = RegisterKind(
    Elimination.self,
    slug: "eliminations",
    family: .archives,
    label: Bilingual(fr: "Élimination", en: "Elimination"),
    plural: Bilingual(fr: "Éliminations", en: "Eliminations"),
    summary: Bilingual(
      fr: "Ce qui est échu\u{A0}: la proposition, la décision, le visa, l’exécution et sa preuve.",
      en: "What is past its date: the proposal, the decision, the visa, the execution and its proof."
    ),
    titleLabel: Bilingual(fr: "Intitulé du bordereau", en: "Title of the slip"),
    sections: [covered, decided, done],
    listed: ["state", "rows", "cutoff", "visaNumber"],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect),
    rules: EliminationRules.all
  ) { record, old, _, _ in Elimination.prepare(&record, old) }

  private static let covered = RegisterSection(
    "perimetre",
    fr: "Ce qu’elle couvre",
    en: "What it covers",
    summary: Bilingual(
      fr: "Proposez depuis «\u{A0}Conservation\u{A0}»\u{A0}: ces champs s’y remplissent d’eux-mêmes.",
      en: "Propose from “Retention”: these fields are filled in there."
    ),
    fields: [
      RecordField("rule", .reference(kind: "retention-rule"), fr: "Règle", en: "Rule"),
      RecordField(
        "extent",
        .choice([
          .init("rows", fr: "des lignes", en: "rows"),
          .init("versions", fr: "des versions", en: "versions"),
          .init("series", fr: "des dossiers hors du catalogue", en: "files outside the catalogue"),
        ]),
        fr: "Portée",
        en: "Extent"
      ),
      RecordField(
        "description",
        .markdown,
        fr: "Dossiers couverts",
        en: "Files covered",
        help: Bilingual(fr: "Cotes, boîtes, années, métrage.", en: "References, boxes, years, shelf length."),
        source: "C. patr., art. R212-14",
        required: true,
        when: .isOneOf("extent", ["series"])
      ),
      RecordField("dataset", .reference(kind: "dataset"), fr: "Jeu de données", en: "Dataset"),
      RecordField("cutoff", .date, fr: "Jusqu’au", en: "Up to"),
      RecordField("version", .text, fr: "Version examinée", en: "Version looked at"),
      RecordField("table", .text, fr: "Empreinte de la table", en: "Digest of the table"),
      RecordField("versions", .list(.text), fr: "Versions couvertes", en: "Versions covered"),
      RecordField("rows", .integer, fr: "Lignes couvertes", en: "Rows covered"),
      RecordField("oldest", .date, fr: "La plus ancienne", en: "Oldest"),
      RecordField("newest", .date, fr: "La plus récente", en: "Newest"),
      RecordField("undated", .integer, fr: "Lignes sans date lisible", en: "Rows without a readable date"),
      RecordField("selection", .text, fr: "Empreinte de la sélection", en: "Digest of the selection"),
      RecordField(
        "fate",
        .choice(
          RetentionRule.Fate.allCases.map {
            RecordField.Choice($0.rawValue, fr: $0.label.fr, en: $0.label.en)
          }
        ),
        fr: "Sort final",
        en: "Final fate",
        source: "C. patr., art. L212-2, L212-3"
      ),
    ]
  )

  private static let decided = RegisterSection(
    "decision",
    fr: "Décision et visa",
    en: "Decision and visa",
    fields: [
      RecordField(
        "state",
        .choice([
          .init("proposed", fr: "proposée", en: "proposed"),
          .init("approved", fr: "approuvée", en: "approved"),
          .init("refused", fr: "refusée", en: "refused"),
          .init("executed", fr: "exécutée", en: "executed"),
        ]),
        fr: "État",
        en: "State"
      ),
      RecordField("proposedBy", .text, fr: "Proposée par", en: "Proposed by", visibility: .members),
      RecordField("proposedAt", .moment, fr: "Proposée le", en: "Proposed on"),
      RecordField("decidedBy", .text, fr: "Décidée par", en: "Decided by", visibility: .members),
      RecordField("decidedAt", .moment, fr: "Décidée le", en: "Decided on"),
      RecordField("decision", .text, fr: "Motif de la décision", en: "Reason of the decision"),
      RecordField(
        "needsVisa",
        .boolean,
        fr: "Un visa est nécessaire",
        en: "A visa is needed",
        source: "C. patr., art. L212-2"
      ),
      RecordField(
        "visaNumber",
        .text,
        fr: "Numéro du visa",
        en: "Number of the visa",
        source: "C. patr., art. R212-14",
        required: true,
        when: .isTrue("needsVisa"),
        why: Bilingual(
          fr: "Détruire une archive publique sans visa est un délit (C. patr., art. L214-3).",
          en: "Destroying public archive without a visa is an offence (C. patr., art. L214-3)."
        )
      ),
      RecordField(
        "visaDate",
        .date,
        fr: "Date du visa",
        en: "Date of the visa",
        source: "C. patr., art. R212-14",
        required: true,
        when: .isTrue("needsVisa")
      ),
      RecordField(
        "visaAuthority",
        .text,
        fr: "Autorité qui vise",
        en: "Authority that gave it",
        source: "C. patr., art. R212-14",
        required: true,
        when: .isTrue("needsVisa")
      ),
      RecordField("slip", .text, fr: "Bordereau de versement", en: "Transfer slip"),
      RecordField("transferredOn", .date, fr: "Versée le", en: "Transferred on"),
    ]
  )

  private static let done = RegisterSection(
    "preuve",
    fr: "Exécution et preuve",
    en: "Execution and proof",
    summary: Bilingual(
      fr: "Des comptes et des empreintes, jamais un contenu.",
      en: "Counts and digests, never a content."
    ),
    fields: [
      RecordField("executedBy", .text, fr: "Exécutée par", en: "Executed by", visibility: .members),
      RecordField("executedAt", .moment, fr: "Exécutée le", en: "Executed on"),
      RecordField("erasedVersions", .list(.text), fr: "Versions effacées", en: "Versions erased"),
      RecordField("erasedFiles", .list(.text), fr: "Fichiers effacés", en: "Files erased"),
      RecordField("newVersion", .text, fr: "Version qui reste", en: "Version that stays"),
      RecordField("rowsKept", .integer, fr: "Lignes gardées", en: "Rows kept"),
      RecordField("entriesErased", .integer, fr: "Entrées du journal effacées", en: "Journal entries erased"),
      RecordField("depositsCleared", .integer, fr: "Dépôts vidés", en: "Deposits cleared"),
      RecordField("proof", .text, fr: "Preuve", en: "Proof"),
      RecordField("isToRepeat", .boolean, fr: "À exécuter de nouveau", en: "To be executed again"),
    ]
  )
}
