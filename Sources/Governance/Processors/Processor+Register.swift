import Messages
import Register

extension RegisterKind {
  /// The register of processors.
  public static let processor = RegisterKind(
    Processor.self,
    slug: "sous-traitants",
    family: .personalData,
    label: Bilingual(fr: "Sous-traitant", en: "Processor"),
    plural: Bilingual(fr: "Sous-traitants", en: "Processors"),
    summary: Bilingual(
      fr: "À qui des données personnelles sont confiées, et ce que le contrat en dit.",
      en: "Who personal data is entrusted to, and what the contract says of it."
    ),
    sections: [identity, processorContract, chain],
    listed: ["services", "country"],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect),
    rules: [ProcessorRules.clauses, ProcessorRules.chain]
  )

  private static let identity = RegisterSection(
    "qui",
    fr: "Qui il est",
    en: "Who it is",
    fields: [
      RecordField(
        "services",
        .markdown,
        fr: "Ce qu’il fait pour vous",
        en: "What it does for you",
        required: true
      ),
      RecordField("siren", .formatted("siren"), fr: "SIREN", en: "SIREN"),
      RecordField("contact", .text, fr: "Contact", en: "Contact", required: true, visibility: .members),
      RecordField(
        "officer",
        .text,
        fr: "Son délégué à la protection des données",
        en: "Its data protection officer",
        source: "RGPD, art. 37(1)",
        visibility: .members
      ),
      RecordField(
        "country",
        .text,
        fr: "Pays des données",
        en: "Country of the data",
        help: Bilingual(fr: "Le code à deux lettres : FR, IE, US.", en: "The two-letter code: FR, IE, US."),
        source: "RGPD, art. 44",
        required: true
      ),
    ]
  )

  private static let processorContract = RegisterSection(
    "contrat",
    fr: "Ce que dit le contrat",
    en: "What the contract says",
    summary: Bilingual(
      fr: "Sept mentions et huit clauses, toutes obligatoires.",
      en: "Seven particulars and eight clauses, all of them required."
    ),
    fields: [
      RecordField(
        "contract",
        .reference(kind: "contract"),
        fr: "Contrat",
        en: "Contract",
        visibility: .members
      ),
      term("subject", .text, fr: "Objet", en: "Subject-matter"),
      term("duration", .text, fr: "Durée", en: "Duration"),
      term("nature", .text, fr: "Nature du traitement", en: "Nature of the processing"),
      term("purpose", .text, fr: "Finalité", en: "Purpose"),
      term("dataTypes", .list(.text), fr: "Types de données", en: "Types of data"),
      term("dataSubjects", .list(.text), fr: "Catégories de personnes", en: "Categories of people"),
      term(
        "controllerRights",
        .markdown,
        fr: "Obligations et droits du responsable",
        en: "Obligations and rights of the controller"
      ),
      RecordField(
        "clauses",
        .list(
          .group([
            RecordField(
              "clause",
              .choice(of: ProcessorClause.Point.self),
              fr: "Clause",
              en: "Clause",
              required: true
            ),
            RecordField(
              "standing",
              .choice(of: ProcessorClause.Standing.self),
              fr: "Dans le contrat",
              en: "In the contract",
              required: true
            ),
            RecordField("place", .text, fr: "Où : article, page", en: "Where: article, page"),
          ])
        ),
        fr: "Clauses",
        en: "Clauses",
        source: "RGPD, art. 28(3)a à h",
        required: true,
        visibility: .members,
        why: Bilingual(
          fr: "Sans ces clauses, confier les données est une faute des deux parties.",
          en: "Without these clauses, entrusting the data is a fault of both parties."
        )
      ),
    ]
  )

  private static func term(
    _ key: String,
    _ type: RecordField.FieldType,
    fr: String,
    en: String
  ) -> RecordField {
    RecordField(key, type, fr: fr, en: en, source: "RGPD, art. 28(3)", required: true, visibility: .members)
  }

  private static let chain = RegisterSection(
    "chaine",
    fr: "À qui il confie à son tour",
    en: "Whom it entrusts in turn",
    fields: [
      RecordField(
        "subprocessors",
        .list(
          .group([
            RecordField("name", .text, fr: "Nom", en: "Name", required: true),
            RecordField("service", .text, fr: "Service", en: "Service"),
            RecordField("country", .text, fr: "Pays", en: "Country", required: true),
            RecordField(
              "isAuthorized",
              .boolean,
              fr: "Autorisé par écrit",
              en: "Authorised in writing",
              required: true
            ),
          ])
        ),
        fr: "Sous-traitants ultérieurs",
        en: "Other processors",
        source: "RGPD, art. 28(2) et (4)",
        visibility: .members
      )
    ]
  )
}

/// What is asked of a processor.
enum ProcessorRules {
  static let clauses = Rule<RegisterFacts<Processor>>(
    "processor.clauses",
    theme: "personal-data",
    article: "RGPD, art. 28(3)",
    mode: .alert,
    title: Bilingual(
      fr: "Le contrat a les huit clauses du règlement",
      en: "The contract has the eight clauses of the regulation"
    ),
    remedy: Bilingual(
      fr: "Lisez le contrat clause par clause ; faites signer un avenant pour celles qui manquent.",
      en: "Read the contract clause by clause; have an amendment signed for those that are missing."
    )
  ) { facts in
    func points(_ standing: ProcessorClause.Standing) -> Set<ProcessorClause.Point> {
      Set(facts.record.clauses.filter { $0.standing == standing }.compactMap(\.clause))
    }
    let absent = points(.absent)
    let letters = absent.map(\.rawValue).sorted().joined(separator: ", ")
    if !absent.isEmpty {
      return Judgement(.nonCompliant, fr: "Absentes : \(letters).", en: "Absent: \(letters).")
    }
    let unread = Set(ProcessorClause.Point.allCases).subtracting(points(.present)).map(\.rawValue).sorted()
    guard unread.isEmpty else {
      let list = unread.joined(separator: ", ")
      return Judgement(.unknown, fr: "Pas encore lues : \(list).", en: "Not read yet: \(list).")
    }
    return Judgement(.compliant, fr: "Les huit y sont.", en: "All eight are there.")
  }

  static let chain = Rule<RegisterFacts<Processor>>(
    "processor.chain",
    theme: "personal-data",
    article: "RGPD, art. 28(2)",
    mode: .alert,
    title: Bilingual(
      fr: "Chaque sous-traitant ultérieur est autorisé",
      en: "Each further processor is authorised"
    ),
    remedy: Bilingual(
      fr: "Autorisez-le par écrit, ou demandez qu’il soit remplacé.",
      en: "Authorise it in writing, or ask for another."
    )
  ) { facts in
    let others = facts.record.subprocessors
    guard !others.isEmpty else {
      return Judgement(.notApplicable, fr: "Aucun n’est déclaré.", en: "None is stated.")
    }
    if let one = others.first(where: { $0.isAuthorized == false }) {
      return Judgement(
        .nonCompliant,
        fr: "Non autorisé : \(one.name ?? "?").",
        en: "Not authorised: \(one.name ?? "?")."
      )
    }
    return others.allSatisfy { $0.isAuthorized == true }
      ? Judgement(.compliant, fr: "Tous le sont.", en: "All are.")
      : Judgement(.unknown, fr: "On ne le sait pas de tous.", en: "It is not known of all.")
  }
}
