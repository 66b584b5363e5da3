import Messages
import Register

extension AlgorithmForm {
  static let working = RegisterSection(
    "fonctionnement",
    fr: "Comment il fonctionne",
    en: "How it works",
    fields: [
      RecordField(
        "data",
        .list(
          .group([
            RecordField("name", .text, fr: "Donnée", en: "Datum", required: true),
            RecordField(
              "source",
              .text,
              fr: "D’où elle vient",
              en: "Where it comes from",
              source: "CRPA, art. R311-3-1-2, 2°",
              required: true
            ),
            RecordField("collection", .text, fr: "Comment elle est recueillie", en: "How it is collected"),
            RecordField("dataset", .reference(kind: "dataset"), fr: "Jeu de données", en: "Dataset"),
          ])
        ),
        fr: "Données traitées",
        en: "Data processed",
        source: "CRPA, art. R311-3-1-2, 2°",
        required: true
      ),
      RecordField(
        "hasSensitiveData",
        .boolean,
        fr: "Traite-t-il des données sensibles (santé, opinions, origine…) ?",
        en: "Does it process sensitive data (health, opinions, origin…)?",
        source: "Loi n° 78-17, art. 6 et 47",
        required: true
      ),
      RecordField(
        "technique",
        .choice([
          .init("rules", fr: "Un système de règles", en: "A system of rules"),
          .init("learning", fr: "Un apprentissage automatique", en: "Machine learning"),
        ]),
        fr: "Type d’algorithme",
        en: "Type of algorithm",
        required: true
      ),
      RecordField(
        "operations",
        .markdown,
        fr: "Opérations effectuées",
        en: "Operations carried out",
        help: Bilingual(
          fr: "Ce qui est calculé, étape par étape. Une règle exécutable le dit d’elle-même.",
          en: "What is computed, step by step. An executable rule says it by itself."
        ),
        source: "CRPA, art. R311-3-1-2, 4°",
        required: true
      ),
      RecordField(
        "parameters",
        .markdown,
        fr: "Paramètres et pondération",
        en: "Parameters and weighting",
        help: Bilingual(
          fr: "Barèmes, seuils, points, coefficients, et qui les a fixés.",
          en: "Scales, thresholds, points, coefficients, and who set them."
        ),
        source: "CRPA, art. R311-3-1-2, 3°",
        required: true
      ),
      RecordField("application", .reference(kind: Application.kind), fr: "Logiciel", en: "Application"),
      RecordField(
        "activity",
        .reference(kind: ProcessingActivity.kind),
        fr: "Activité de traitement",
        en: "Processing activity",
        help: Bilingual(
          fr: "Celle du registre des traitements dont il fait partie, s’il traite des données personnelles.",
          en: "The one of the register of processing it belongs to, where it processes personal data."
        ),
        source: "RGPD, art. 30"
      ),
      RecordField("vendor", .text, fr: "Éditeur ou mainteneur", en: "Vendor or maintainer"),
      RecordField(
        "technicalResources",
        .list(.text),
        fr: "Code, logigramme, modèle",
        en: "Code, diagram, model",
        help: Bilingual(fr: "Une adresse ou une référence par ligne.", en: "One address or reference a line.")
      ),
    ]
  )

  static let duties = RegisterSection(
    "devoirs",
    fr: "Ce qui est dû aux personnes",
    en: "What people are owed",
    summary: Bilingual(
      fr:
        "La mention et la réponse individuelle sont dues par toutes les administrations. La publication des "
        + "règles l’est au-delà de 3 500 habitants et de 50 agents.",
      en:
        "The mention and the individual answer are owed by every administration. Publishing the rules is owed "
        + "above 3,500 inhabitants and 50 staff."
    ),
    fields: [
      RecordField(
        "isSecret",
        .boolean,
        fr: "Un secret protégé par la loi interdit-il d’en dire les règles ?",
        en: "Does a secret protected by law forbid to tell its rules?",
        help: Bilingual(
          fr:
            "Rare : défense, sécurité publique, recherche des infractions. Le secret des affaires n’en est pas un.",
          en: "Rare: defence, public security, search for offences. Trade secrets are not among them."
        ),
        source: "CRPA, art. L311-5, 2°",
        required: true
      ),
      RecordField(
        "secretReason",
        .text,
        fr: "Lequel, et pourquoi",
        en: "Which one, and why",
        required: true,
        when: .isTrue("isSecret")
      ),
      RecordField(
        "mentions",
        .list(
          .choice([
            .init(
              "decision",
              fr: "Sur les courriers et documents qui notifient la décision",
              en: "On the documents that notify the decision"
            ),
            .init("online", fr: "En ligne", en: "Online"),
            .init("none", fr: "Nulle part encore", en: "Nowhere yet"),
          ])
        ),
        fr: "Où figure la mention",
        en: "Where the mention stands",
        source: "CRPA, art. L311-3-1 et R311-3-1-1",
        required: true,
        when: .isTrue("isIndividual"),
        why: Bilingual(
          fr: "Chaque personne doit savoir qu’un algorithme a pesé sur sa décision.",
          en: "Each person must know that an algorithm weighed on their decision."
        )
      ),
      RecordField(
        "answerContact",
        .text,
        fr: "À qui demander les règles et leur application à son cas",
        en: "Whom to ask for the rules and how they applied",
        help: Bilingual(fr: "Adresse postale ou courriel.", en: "Postal or e-mail address."),
        source: "CRPA, art. R311-3-1-1",
        required: true,
        when: .isTrue("isIndividual")
      ),
      RecordField(
        "rulesAddress",
        .url,
        fr: "Adresse où ses règles sont publiées",
        en: "Address where its rules are published",
        help: Bilingual(
          fr: "Laissez vide si c’est le registre public d’Arpent.",
          en: "Leave it empty where it is Arpent’s public register."
        ),
        source: "CRPA, art. L312-1-3"
      ),
    ]
  )

  static let origin = RegisterSection(
    "origine",
    fr: "D’où vient la fiche",
    en: "Where the sheet comes from",
    fields: [
      RecordField("sourceRegister", .text, fr: "Registre d’origine", en: "Register it comes from"),
      RecordField("sourceID", .text, fr: "Identifiant d’origine", en: "Id there", visibility: .members),
    ]
  )
}
