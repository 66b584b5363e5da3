import Messages
import Register

/// The parts of the form of a contract.
enum ContractForm {
  static let sections = [
    subject, dates, clauses, delegation, procurement, concession, grant, sequel, publication,
  ]

  private static let subject = RegisterSection(
    "objet",
    fr: "Objet et parties",
    en: "Subject and parties",
    fields: [
      RecordField(
        "type",
        .choice([
          .init("procurement", fr: "Marché public", en: "Procurement contract"),
          .init("concession", fr: "Concession", en: "Concession"),
          .init("delegation", fr: "Délégation de service public", en: "Delegation of a public service"),
          .init("grant", fr: "Subvention", en: "Grant"),
          .init("agreement", fr: "Convention", en: "Agreement"),
        ]),
        fr: "Nature",
        en: "Kind",
        required: true,
        why: Bilingual(
          fr: "Elle décide des obligations de publication et de remise des données.",
          en: "It decides which duties of publication and of handing data over apply."
        )
      ),
      RecordField(
        "number",
        .text,
        fr: "Numéro interne",
        en: "Own number",
        help: Bilingual(fr: "De 1 à 16 caractères.", en: "1 to 16 characters."),
        source: "Arrêtés du 22 décembre 2022",
        required: true
      ),
      RecordField("subject", .markdown, fr: "Objet", en: "Subject", required: true),
      RecordField(
        "siret",
        .formatted("siret"),
        fr: "SIRET de votre établissement signataire",
        en: "SIRET of your signing establishment",
        source: "Arrêtés du 22 décembre 2022",
        required: true
      ),
      RecordField(
        "parties",
        .list(
          .group([
            RecordField("name", .text, fr: "Nom", en: "Name", required: true),
            RecordField(
              "identifierKind",
              .choice(
                ["SIRET", "TVA", "TAHITI", "RIDET", "FRWF", "IREP", "HORS-UE", "RNA"].map {
                  .init($0, fr: $0, en: $0)
                }
              ),
              fr: "Type d’identifiant",
              en: "Kind of number",
              required: true
            ),
            RecordField("identifier", .text, fr: "Identifiant", en: "Number", required: true),
          ])
        ),
        fr: "Titulaires, délégataires ou bénéficiaires",
        en: "Holders, delegates or beneficiaries",
        source: "Arrêtés du 22 décembre 2022\u{A0}; décret n° 2017-779",
        required: true
      ),
      RecordField(
        "textFile",
        .blob,
        fr: "Texte du contrat",
        en: "Text of the contract",
        help: Bilingual(
          fr:
            "Le contrat signé et ses annexes, en un fichier. Il n’est montré au public que si vous le dites.",
          en:
            "The signed contract and its annexes, in one file. It is shown to the public only if you say so."
        )
      ),
      RecordField(
        "publishesText",
        .boolean,
        fr: "Publier le texte\u{A0}?",
        en: "Publish the text?",
        help: Bilingual(
          fr:
            "Si oui, chacun peut le télécharger sur la fiche publique. Relisez-le d’abord\u{A0}: vie privée et secret "
            + "des affaires s’occultent. Un autre fichier demande un nouvel accord.",
          en:
            "If so, anyone can download it from the public record. Read it first: privacy and business secrets are "
            + "taken out. Another file takes another yes."
        ),
        source: "Loi n° 2000-321, art. 10\u{A0}; décret n° 2017-779\u{A0}; CRPA, art. L311-6"
      ),
    ]
  )

  private static let dates = RegisterSection(
    "dates",
    fr: "Dates et montant",
    en: "Dates and amount",
    fields: [
      RecordField("signedOn", .date, fr: "Signé le", en: "Signed on", required: true),
      RecordField(
        "notifiedOn",
        .date,
        fr: "Notifié le",
        en: "Notified on",
        source: "CCP, art. R2196-1",
        required: true,
        when: .isOneOf("type", ["procurement"])
      ),
      RecordField("beginsOn", .date, fr: "Début d’exécution", en: "Beginning"),
      RecordField("endsOn", .date, fr: "Fin", en: "End", required: true),
      RecordField(
        "months",
        .integer,
        fr: "Durée en mois",
        en: "Duration in months",
        required: true,
        when: .isOneOf("type", ["procurement", "concession", "delegation"])
      ),
      RecordField(
        "amount",
        .number,
        fr: "Montant hors taxes ou valeur globale (€)",
        en: "Amount without tax or global value (€)",
        required: true,
        when: .isOneOf("type", ["procurement", "concession", "delegation", "grant"])
      ),
    ]
  )

  private static let clauses = RegisterSection(
    "clauses",
    fr: "Ce que le contrat dit des données",
    en: "What the contract says of data",
    summary: Bilingual(
      fr: "Neuf familles de clauses\u{A0}: pour chacune, dites si le texte l’a, et où.",
      en: "Nine families of clauses: for each, say whether the text has it, and where."
    ),
    fields: [
      RecordField(
        "clauses",
        .list(
          .group([
            RecordField(
              "family",
              .choice(
                ClauseFamily.allCases.map {
                  .init(
                    $0.rawValue,
                    fr: "\($0.rawValue) · \($0.label.fr)",
                    en: "\($0.rawValue) · \($0.label.en)"
                  )
                }
              ),
              fr: "Famille",
              en: "Family",
              required: true
            ),
            RecordField(
              "state",
              .choice([
                .init("present", fr: "Présente", en: "Present"),
                .init("absent", fr: "Absente", en: "Absent"),
                .init("not-applicable", fr: "Sans objet", en: "Not applicable"),
              ]),
              fr: "Dans le texte",
              en: "In the text",
              required: true
            ),
            RecordField(
              "place",
              .text,
              fr: "Article ou page",
              en: "Article or page",
              required: true,
              when: .isOneOf("state", ["present"])
            ),
          ])
        ),
        fr: "Clauses",
        en: "Clauses",
        source: "Guide «\u{A0}La gestion des données publiques des territoires\u{A0}», fiche 10",
        required: true
      )
    ]
  )

  private static let delegation = RegisterSection(
    "delegation",
    fr: "Données du concessionnaire",
    en: "Data of the concessionaire",
    fields: [
      RecordField(
        "mayExtract",
        .boolean,
        fr: "Pouvez-vous extraire et exploiter librement ses données\u{A0}?",
        en: "May you extract and use its data freely?",
        source: "CCP, art. L3131-4",
        required: true,
        when: .isOneOf("type", ["concession", "delegation"])
      ),
      RecordField(
        "hasDispense",
        .boolean,
        fr: "Est-il dispensé de fournir ses données\u{A0}?",
        en: "Is it released from providing its data?",
        source: "CCP, art. L3131-3",
        required: true,
        when: .isOneOf("type", ["concession", "delegation"])
      ),
      RecordField(
        "dispenseReason",
        .markdown,
        fr: "Motif d’intérêt général de la dispense",
        en: "Ground of general interest",
        source: "CCP, art. L3131-3",
        required: true,
        when: .isTrue("hasDispense")
      ),
      RecordField(
        "dispenseAddress",
        .url,
        fr: "Où la décision de dispense est publiée",
        en: "Where the decision is published",
        source: "CCP, art. L3131-3",
        required: true,
        when: .isTrue("hasDispense"),
        why: Bilingual(
          fr: "La dispense doit être motivée et rendue publique.",
          en: "The release must be reasoned and made public."
        )
      ),
      RecordField(
        "reports",
        .list(.integer),
        fr: "Rapports annuels reçus (une année par ligne)",
        en: "Yearly reports received (one year a line)",
        source: "CCP, art. L3131-5",
        when: .isOneOf("type", ["concession", "delegation"])
      ),
    ]
  )

  private static let procurement = RegisterSection(
    "marche",
    fr: "Données essentielles du marché",
    en: "Essential data of the contract",
    summary: Bilingual(
      fr: "À publier dans les deux mois de la notification, à partir de 40 000 € hors taxes.",
      en: "To be published within two months of notification, from €40,000 without tax."
    ),
    fields: [
      RecordField(
        "procurement",
        .group(EssentialFields.procurement),
        fr: "Données essentielles du marché",
        en: "Essential data of the contract",
        source: "CCP, art. R2196-1\u{A0}; arrêté du 22 décembre 2022",
        required: true,
        when: .isOneOf("type", ["procurement"])
      )
    ]
  )

  private static let concession = RegisterSection(
    "concession",
    fr: "Données essentielles de la concession",
    en: "Essential data of the concession",
    fields: [
      RecordField(
        "concession",
        .group(EssentialFields.concession),
        fr: "Données essentielles de la concession",
        en: "Essential data of the concession",
        source: "CCP, art. R3131-1\u{A0}; arrêté du 22 décembre 2022",
        required: true,
        when: .isOneOf("type", ["concession", "delegation"])
      )
    ]
  )

  private static let grant = RegisterSection(
    "subvention",
    fr: "Données essentielles de la subvention",
    en: "Essential data of the grant",
    fields: [
      RecordField(
        "grant",
        .group(EssentialFields.grant),
        fr: "Données essentielles de la subvention",
        en: "Essential data of the grant",
        source: "Décret n° 2017-779",
        required: true,
        when: .isOneOf("type", ["grant"])
      )
    ]
  )

  private static let publication = RegisterSection(
    "publication",
    fr: "Publication",
    en: "Publication",
    fields: [
      RecordField(
        "publishedOn",
        .date,
        fr: "Données essentielles publiées le",
        en: "Essential data published on",
        source: "CCP, art. R2196-1 et R3131-1\u{A0}; décret n° 2017-779, art. 2",
        when: .isOneOf("type", ["procurement", "concession", "delegation", "grant"])
      )
    ]
  )
}
