extension TableSchema {
  static let mediationNumerique = TableSchema(
    "LaMednum/standard-mediation-num",
    version: "1.0.1",
    fr: "Lieux de médiation numérique",
    en: "Places of digital mediation",
    fields: [
      SchemaField(
        "id",
        required: true,
        unique: true,
        fr: "Identifiant du lieu",
        en: "Identifier of the place"
      ),
      SchemaField(
        "pivot",
        required: true,
        pattern: "^[a-zA-Z0-9]{9,14}$",
        fr: "SIRET, RNA ou RIDET de la structure",
        en: "SIRET, RNA or RIDET number of the body"
      ),
      SchemaField("nom", required: true, fr: "Nom du lieu", en: "Name of the place"),
      SchemaField("commune", required: true, fr: "Commune", en: "Commune"),
      SchemaField("code_postal", required: true, pattern: #"^\d{5}$"#, fr: "Code postal", en: "Postal code"),
      SchemaField(
        "code_insee",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField("adresse", required: true, fr: "Adresse", en: "Address"),
      SchemaField("complement_adresse", fr: "Complément d’adresse", en: "Complement of the address"),
      SchemaField(
        "latitude",
        .number,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)"
      ),
      SchemaField(
        "longitude",
        .number,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)"
      ),
      SchemaField("typologie", fr: "Type de lieu", en: "Type of place"),
      SchemaField(
        "telephone",
        pattern: #"^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)(\d){6,9}$"#,
        fr: "Téléphone",
        en: "Telephone"
      ),
      SchemaField("courriels", fr: "Adresses électroniques", en: "E-mail addresses"),
      SchemaField("site_web", fr: "Site web", en: "Web site"),
      SchemaField("horaires", fr: "Horaires d’ouverture", en: "Opening hours"),
      SchemaField("presentation_resume", maxLength: 280, fr: "Présentation courte", en: "Short presentation"),
      SchemaField("presentation_detail", fr: "Présentation détaillée", en: "Detailed presentation"),
      SchemaField("source", fr: "D’où vient la fiche", en: "Where the entry comes from"),
      SchemaField(
        "itinerance",
        items: ["Itinérant", "Fixe"],
        fr: "Fixe ou itinérant",
        en: "Fixed or itinerant"
      ),
      SchemaField(
        "structure_parente",
        fr: "Structure dont dépend le lieu",
        en: "Body that the place depends on"
      ),
      SchemaField(
        "date_maj",
        .date,
        required: true,
        fr: "Jour de la dernière mise à jour",
        en: "Day of the last update"
      ),
      SchemaField(
        "services",
        items: [
          "Aide aux démarches administratives", "Maîtrise des outils numériques du quotidien",
          "Insertion professionnelle via le numérique", "Utilisation sécurisée du numérique",
          "Parentalité et éducation avec le numérique", "Loisirs et créations numériques",
          "Compréhension du monde numérique", "Accès internet et matériel informatique",
          "Acquisition de matériel informatique à prix solidaire",
        ],
        fr: "Services rendus",
        en: "Services given"
      ),
      SchemaField(
        "publics_specifiquement_adresses",
        items: ["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"],
        fr: "Publics accueillis en particulier",
        en: "People received in particular"
      ),
      SchemaField(
        "prise_en_charge_specifique",
        items: [
          "Surdité", "Handicaps moteurs", "Handicaps mentaux", "Illettrisme", "Langues étrangères (anglais)",
          "Langues étrangères (autres)", "Déficience visuelle",
        ],
        fr: "Besoins pris en charge",
        en: "Needs taken care of"
      ),
      SchemaField(
        "frais_a_charge",
        items: ["Gratuit", "Gratuit sous condition", "Payant"],
        fr: "Si c’est payant",
        en: "Whether it must be paid for"
      ),
      SchemaField(
        "dispositif_programmes_nationaux",
        items: [
          "Aidants Connect", "Bibliothèques numérique de référence", "Certification PIX",
          "Conseillers numériques", "Emmaüs Connect", "France Services", "Grande école du numérique",
          "La Croix Rouge", "Point d'accès numérique CAF", "Promeneurs du net",
          "Relais numérique (Emmaüs Connect)",
        ],
        fr: "Programmes nationaux",
        en: "National programmes"
      ),
      SchemaField(
        "formations_labels",
        items: [
          "Formé à « Mon Espace Santé »", "Formé à « DUPLEX » (illettrisme)",
          "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
          "Collectif ressources et acteurs réemploi (Normandie)", "Fabriques de Territoire",
          "Les Éclaireurs du numérique (Drôme)", "Mes Papiers (Métropole de Lyon)", "ORDI 3.0",
          "SUD LABS (PACA)",
        ],
        fr: "Formations et labels",
        en: "Trainings and labels"
      ),
      SchemaField(
        "autres_formations_labels",
        fr: "Autres formations et labels",
        en: "Other trainings and labels"
      ),
      SchemaField(
        "modalites_acces",
        items: [
          "Se présenter", "Téléphoner", "Contacter par mail", "Prendre un RDV en ligne",
          "Ce lieu n'accueille pas de public", "Envoyer un mail avec une fiche de prescription",
        ],
        fr: "Comment venir ou prendre contact",
        en: "How to come or get in touch"
      ),
      SchemaField(
        "modalites_accompagnement",
        items: ["En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"],
        fr: "Comment on est aidé",
        en: "How people are helped"
      ),
      SchemaField("fiche_acces_libre", fr: "Fiche d’accessibilité", en: "Accessibility entry"),
      SchemaField("prise_rdv", fr: "Adresse pour prendre rendez-vous", en: "Address to make an appointment"),
    ]
  )
}
