import Messages
import Register

extension RegisterKind {
  /// The facts that an authority's duties follow from.
  public static let bodyFacts = RegisterKind(
    BodyFacts.self,
    slug: "faits",
    family: .duties,
    label: Bilingual(fr: "Faits de la collectivité", en: "Facts of the authority"),
    plural: Bilingual(fr: "Faits des collectivités", en: "Facts of authorities"),
    summary: Bilingual(
      fr:
        "Ce que vous êtes et ce que vous faites\u{A0}: vos obligations s’en déduisent, avec leurs articles.",
      en: "What you are and what you do: your duties follow from it, with their articles."
    ),
    titleLabel: Bilingual(fr: "Nom de la fiche", en: "Name of the record"),
    sections: [body, identity, activities, done],
    listed: ["type", "population", "staff"],
    rights: RegisterRights(read: .read, write: .produce, decide: .review)
  )

  private static let body = RegisterSection(
    "collectivite",
    fr: "La collectivité",
    en: "The authority",
    fields: [
      RecordField(
        "type",
        .choice([
          .init("commune", fr: "Commune", en: "Commune"),
          .init(
            "intercommunal",
            fr: "Intercommunalité à fiscalité propre",
            en: "Intercommunal body with own taxes"
          ),
          .init("department", fr: "Département", en: "Department"),
          .init("region", fr: "Région", en: "Region"),
          .init(
            "establishment",
            fr: "Syndicat, CCAS, établissement public",
            en: "Syndicate, social action centre, public establishment"
          ),
          .init(
            "delegate",
            fr: "Organisme privé chargé d’un service public",
            en: "Private body with a public service"
          ),
        ]),
        fr: "Ce qu’elle est",
        en: "What it is",
        source: "CRPA, art. L300-2",
        required: true
      ),
      RecordField(
        "population",
        .integer,
        fr: "Habitants",
        en: "Inhabitants",
        source: "CRPA, art. L312-1-1\u{A0}; CGCT, art. L1112-23",
        required: true,
        when: .isOneOf("type", ["commune", "intercommunal", "department", "region"]),
        why: Bilingual(
          fr: "Plusieurs obligations naissent à 3 500, 50 000 ou 80 000 habitants.",
          en: "Several duties begin at 3,500, 50,000 or 80,000 inhabitants."
        )
      ),
      RecordField(
        "staff",
        .number,
        fr: "Agents, en équivalents temps plein",
        en: "Staff, in full-time equivalents",
        source: "CRPA, art. D312-1-1-1",
        required: true,
        why: Bilingual(
          fr: "L’ouverture par défaut et la liste des algorithmes sont dues à partir de cinquante agents.",
          en: "Open by default and the list of algorithms are due from fifty."
        )
      ),
    ]
  )

  private static let identity = RegisterSection(
    "coordonnees",
    fr: "Adresse et signature",
    en: "Address and signature",
    summary: Bilingual(
      fr: "Elles paraissent dans les mentions d’information et les lettres que vous imprimez.",
      en: "They appear in the notices and letters that you print."
    ),
    fields: [
      RecordField(
        "address",
        .text,
        fr: "Adresse postale",
        en: "Postal address",
        help: Bilingual(
          fr: "Sur une ligne\u{A0}: 1 place de la Mairie, 49000 Ville.",
          en: "On one line: 1 place de la Mairie, 49000 Ville."
        ),
        source: "RGPD, art. 13(1)a et 14(1)a"
      ),
      RecordField("place", .text, fr: "Lieu de signature", en: "Place of signature"),
      RecordField("signatory", .text, fr: "Signataire", en: "Signatory"),
      RecordField(
        "capacity",
        .text,
        fr: "Qualité du signataire",
        en: "Capacity of the signatory",
        help: Bilingual(
          fr:
            "Comme «\u{A0}La maire\u{A0}», ou «\u{A0}Pour le maire et par délégation, le directeur général\u{A0}».",
          en: "Such as “The mayor”, or “For the mayor, the director general”."
        )
      ),
    ]
  )

  private static let activities = RegisterSection(
    "activites",
    fr: "Ce qu’elle fait",
    en: "What it does",
    fields: [
      RecordField(
        "hasProcurement",
        .boolean,
        fr: "Passez-vous des marchés de 40 000 € hors taxes ou plus\u{A0}?",
        en: "Do you make contracts of €40,000 or more?",
        source: "CCP, art. R2196-1",
        required: true
      ),
      RecordField(
        "hasDelegations",
        .boolean,
        fr: "Des services sont-ils délégués ou concédés\u{A0}?",
        en: "Are services delegated or conceded?",
        source: "CCP, art. L3131-2",
        required: true
      ),
      RecordField(
        "hasLargeGrants",
        .boolean,
        fr: "Versez-vous des subventions de plus de 23 000 €\u{A0}?",
        en: "Do you give grants above €23,000?",
        source: "Décret n° 2017-779",
        required: true
      ),
      RecordField(
        "usesAlgorithms",
        .boolean,
        fr: "Un calcul (logiciel, tableur, grille) participe-t-il à des décisions sur des personnes\u{A0}?",
        en: "Does a computation (software, spreadsheet, grid) take part in decisions about people?",
        source: "CRPA, art. L311-3-1",
        required: true
      ),
      RecordField(
        "hasVideo",
        .boolean,
        fr: "Filmez-vous l’espace public\u{A0}?",
        en: "Do you film public places?",
        source: "CSI, art. L251-1",
        required: true
      ),
      RecordField(
        "hasWebsite",
        .boolean,
        fr: "Avez-vous un site, une application, un intranet\u{A0}?",
        en: "Do you have a site, an application, an intranet?",
        source: "Loi n° 2005-102, art. 47",
        required: true
      ),
      RecordField(
        "hasTeleservices",
        .boolean,
        fr: "Proposez-vous des démarches en ligne\u{A0}?",
        en: "Do you offer formalities on line?",
        source: "Ordonnance n° 2005-1516, art. 9",
        required: true
      ),
      RecordField(
        "hasUrbanPlan",
        .boolean,
        fr: "Avez-vous un document d’urbanisme (PLU, carte communale, SCoT)\u{A0}?",
        en: "Do you have a planning document?",
        source: "C. urb., art. L133-1",
        required: true
      ),
      RecordField(
        "isTransportAuthority",
        .boolean,
        fr: "Organisez-vous des transports\u{A0}?",
        en: "Do you organise transport?",
        source: "C. transports, art. L1115-1",
        required: true
      ),
      RecordField(
        "hasChargingPoints",
        .boolean,
        fr: "Avez-vous des bornes de recharge\u{A0}?",
        en: "Do you have charging points?",
        source: "Décret n° 2017-26",
        required: true
      ),
      RecordField(
        "hasDefibrillators",
        .boolean,
        fr: "Avez-vous des défibrillateurs\u{A0}?",
        en: "Do you have defibrillators?",
        source: "CSP, art. R5233-1",
        required: true
      ),
      RecordField(
        "holdsHighValueData",
        .boolean,
        fr:
          "Tenez-vous des données géographiques, environnementales, météorologiques, statistiques, d’entreprises ou de mobilité\u{A0}?",
        en: "Do you hold geospatial, environmental, weather, statistical, company or mobility data?",
        source: "Règlement d’exécution (UE) 2023/138",
        required: true
      ),
    ]
  )

  private static let done = RegisterSection(
    "faites",
    fr: "Ce qui est fait, et n’a pas d’autre registre",
    en: "What is done, and has no other register",
    fields: [
      RecordField(
        "accessibilityStatementOn",
        .date,
        fr: "Déclaration d’accessibilité du",
        en: "Accessibility statement of",
        source: "Décret n° 2019-768, art. 4",
        when: .isTrue("hasWebsite")
      ),
      RecordField(
        "accessibilityPlanUntil",
        .integer,
        fr: "Dernière année du schéma pluriannuel d’accessibilité",
        en: "Last year of the accessibility plan",
        source: "Loi n° 2005-102, art. 47",
        when: .isTrue("hasWebsite")
      ),
      RecordField(
        "approvedUntil",
        .date,
        fr: "Téléservices homologués jusqu’au",
        en: "Formalities on line approved until",
        source: "Décret n° 2010-112, art. 5",
        when: .isTrue("hasTeleservices")
      ),
      RecordField(
        "electronicContactOn",
        .date,
        fr: "Saisine par voie électronique ouverte le",
        en: "Contact by electronic means open since",
        source: "CRPA, art. L112-8"
      ),
      RecordField(
        "digitalStrategyOn",
        .date,
        fr: "Stratégie numérique responsable adoptée le",
        en: "Strategy for a responsible digital service adopted on",
        source: "Loi n° 2021-1485, art. 35"
      ),
      RecordField(
        "videoAuthorisedUntil",
        .date,
        fr: "Caméras autorisées jusqu’au",
        en: "Cameras authorised until",
        source: "CSI, art. L252-1 et L252-4",
        when: .isTrue("hasVideo")
      ),
      RecordField(
        "archivesAgreedOn",
        .date,
        fr: "Tableau de gestion validé par les archives départementales le",
        en: "Management table agreed with the departmental archives on",
        source: "C. patr., art. L212-2 et R212-14"
      ),
    ]
  )
}
