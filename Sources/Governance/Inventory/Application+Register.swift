import Messages
import Register

extension RegisterKind {
  /// The applications an organisation uses, and the data they hold.
  public static let application = RegisterKind(
    Application.self,
    slug: "logiciels",
    family: .inventory,
    label: Bilingual(fr: "Logiciel métier", en: "Application"),
    plural: Bilingual(fr: "Logiciels métiers", en: "Applications"),
    summary: Bilingual(
      fr: "Quels logiciels tiennent vos données, où elles sont, et comment les en sortir.",
      en: "Which applications hold your data, where it is, and how to get it out."
    ),
    titleLabel: Bilingual(fr: "Nom du logiciel", en: "Name of the application"),
    sections: [use, hosting, data],
    listed: ["vendor", "hosting", "exportTestedOn"],
    rights: RegisterRights(read: .read, write: .produce, decide: .review),
    rules: ApplicationRules.all
  )

  private static let use = RegisterSection(
    "usage",
    fr: "À quoi il sert",
    en: "What it is for",
    fields: [
      RecordField(
        "purpose",
        .markdown,
        fr: "Usage",
        en: "Use",
        help: Bilingual(
          fr: "Le métier qu’il sert et ce qu’on y fait, en une phrase.",
          en: "The business it serves and what is done with it, in a sentence."
        ),
        required: true
      ),
      RecordField("vendor", .text, fr: "Éditeur ou mainteneur", en: "Vendor or maintainer", required: true),
      RecordField(
        "vendorSiren",
        .formatted("siren"),
        fr: "SIREN de l’éditeur",
        en: "SIREN of the vendor",
        when: .isPresent("vendor")
      ),
      RecordField("contract", .reference(kind: "contract"), fr: "Contrat", en: "Contract"),
      RecordField("endsOn", .date, fr: "Fin du contrat", en: "End of the contract"),
      RecordField("contact", .text, fr: "Qui le connaît ici", en: "Who knows it here", visibility: .members),
    ]
  )

  private static let hosting = RegisterSection(
    "hebergement",
    fr: "Où sont les données",
    en: "Where the data is",
    summary: Bilingual(
      fr: "Le pays des données et la loi de l’hébergeur disent qui peut y accéder.",
      en: "The country of the data and the law of its host say who can reach it."
    ),
    fields: [
      RecordField(
        "hosting",
        .choice([
          .init("premises", fr: "Dans nos locaux", en: "On our premises"),
          .init("shared", fr: "Chez un syndicat ou une collectivité", en: "At a shared public service"),
          .init("cloud", fr: "Chez l’éditeur ou un hébergeur", en: "At the vendor’s or a host’s"),
        ]),
        fr: "Hébergement",
        en: "Hosting",
        required: true
      ),
      RecordField(
        "host",
        .text,
        fr: "Hébergeur",
        en: "Host",
        required: true,
        when: .isOneOf("hosting", ["shared", "cloud"])
      ),
      RecordField(
        "dataCountry",
        .text,
        fr: "Pays des données",
        en: "Country of the data",
        help: Bilingual(fr: "Le code à deux lettres : FR, IE, US.", en: "The two-letter code: FR, IE, US."),
        source: "RGPD, art. 44",
        required: true,
        when: .isOneOf("hosting", ["shared", "cloud"]),
        why: Bilingual(
          fr: "Des données hors de l’Union demandent une garantie de transfert.",
          en: "Data outside the Union needs a guarantee for its transfer."
        )
      ),
      RecordField(
        "hostCountry",
        .text,
        fr: "Pays de la loi de l’hébergeur",
        en: "Country of the host’s law",
        when: .isOneOf("hosting", ["cloud"])
      ),
      RecordField(
        "hasForeignLaw",
        .boolean,
        fr: "Une loi étrangère à l’Union peut-elle ordonner la remise des données ?",
        en: "Can a law from outside the Union order the data to be handed over?",
        source: "Loi n° 2024-449 (SREN), art. 31",
        when: .isOneOf("hosting", ["cloud"])
      ),
      RecordField(
        "certifications",
        .list(
          .choice([
            .init("secnumcloud", fr: "SecNumCloud", en: "SecNumCloud"),
            .init("hds", fr: "Hébergeur de données de santé", en: "Health data host (HDS)"),
            .init("iso27001", fr: "ISO 27001", en: "ISO 27001"),
          ])
        ),
        fr: "Certifications de l’hébergeur",
        en: "Certifications of the host",
        when: .isOneOf("hosting", ["shared", "cloud"])
      ),
    ]
  )

  private static let data = RegisterSection(
    "donnees",
    fr: "Ce qu’il contient, et comment l’en sortir",
    en: "What it holds, and how to get it out",
    fields: [
      RecordField(
        "datasets",
        .list(.reference(kind: "dataset")),
        fr: "Jeux de données du catalogue",
        en: "Datasets of the catalogue"
      ),
      RecordField(
        "otherData",
        .list(.text),
        fr: "Autres données qu’il contient",
        en: "Other data it holds",
        help: Bilingual(
          fr: "Une par ligne : ce que le catalogue ne décrit pas encore.",
          en: "One a line: what the catalogue does not describe yet."
        )
      ),
      RecordField(
        "exportFormats",
        .list(.text),
        fr: "Formats d’export",
        en: "Export formats",
        help: Bilingual(fr: "Un par ligne : CSV, XML…", en: "One a line: CSV, XML…"),
        source: "Loi n° 2016-1321, art. 16",
        required: true,
        why: Bilingual(
          fr: "Sans export, les données appartiennent à l’éditeur plus qu’à vous.",
          en: "Without an export, the data is the vendor’s more than yours."
        )
      ),
      RecordField(
        "exportTestedOn",
        .date,
        fr: "Dernier essai d’export",
        en: "Last trial of an export",
        required: true,
        why: Bilingual(
          fr: "Un export qui n’a jamais été essayé n’est qu’une promesse.",
          en: "An export that was never tried is only a promise."
        )
      ),
      RecordField(
        "exportResult",
        .choice([
          .init("complete", fr: "Tout est sorti", en: "Everything came out"),
          .init("partial", fr: "Une partie est sortie", en: "Part of it came out"),
          .init("none", fr: "Rien n’est sorti", en: "Nothing came out"),
        ]),
        fr: "Résultat de cet essai",
        en: "Result of that trial",
        required: true,
        when: .isPresent("exportTestedOn")
      ),
    ]
  )
}
