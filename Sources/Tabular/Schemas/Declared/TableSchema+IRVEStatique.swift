extension TableSchema {
  static let irveStatique = TableSchema(
    "etalab/schema-irve-statique",
    version: "2.3.0",
    fr: "Bornes de recharge (IRVE), données statiques",
    en: "Charging points for vehicles, static data",
    fields: [
      SchemaField(
        "nom_amenageur",
        fr: "Nom de l’aménageur",
        en: "Name of the developer",
        aliases: ["n_amenageur"]
      ),
      SchemaField(
        "siren_amenageur",
        pattern: #"^\d{9}$"#,
        fr: "SIREN de l’aménageur",
        en: "SIREN number of the developer"
      ),
      SchemaField(
        "contact_amenageur",
        format: "email",
        fr: "Adresse électronique de l’aménageur",
        en: "E-mail address of the developer"
      ),
      SchemaField(
        "nom_operateur",
        fr: "Nom de l’opérateur",
        en: "Name of the operator",
        aliases: ["n_operateur"]
      ),
      SchemaField(
        "contact_operateur",
        required: true,
        format: "email",
        fr: "Adresse électronique de l’opérateur",
        en: "E-mail address of the operator"
      ),
      SchemaField("telephone_operateur", fr: "Téléphone de l’opérateur", en: "Telephone of the operator"),
      SchemaField(
        "nom_enseigne",
        required: true,
        fr: "Enseigne du réseau",
        en: "Brand of the network",
        aliases: ["n_enseigne"]
      ),
      SchemaField(
        "id_station_itinerance",
        required: true,
        pattern: "(?:(?:^|,)(^[A-Z]{2}[A-Z0-9]{4,33}$|Non concerné))+$",
        fr: "Identifiant national de la station",
        en: "National identifier of the station",
        aliases: ["id_station"]
      ),
      SchemaField(
        "id_station_local",
        fr: "Identifiant local de la station",
        en: "Local identifier of the station"
      ),
      SchemaField(
        "nom_station",
        required: true,
        fr: "Nom de la station",
        en: "Name of the station",
        aliases: ["n_station"]
      ),
      SchemaField(
        "implantation_station",
        required: true,
        values: [
          "Voirie", "Parking public", "Parking privé à usage public", "Parking privé réservé à la clientèle",
          "Station dédiée à la recharge rapide",
        ],
        fr: "Où est la station",
        en: "Where the station is"
      ),
      SchemaField(
        "adresse_station",
        required: true,
        fr: "Adresse de la station",
        en: "Address of the station",
        aliases: ["ad_station"]
      ),
      SchemaField(
        "code_insee_commune",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "coordonneesXY",
        .geopoint,
        required: true,
        fr: "Longitude et latitude entre crochets",
        en: "Longitude and latitude in brackets",
        aliases: ["coordonnees_xy"]
      ),
      SchemaField(
        "nbre_pdc",
        .integer,
        required: true,
        min: 0,
        fr: "Nombre de points de charge de la station",
        en: "Number of charging points of the station"
      ),
      SchemaField(
        "id_pdc_itinerance",
        required: true,
        pattern: "(?:(?:^|,)(^[A-Z]{2}[A-Z0-9]{4,33}$|Non concerné))+$",
        fr: "Identifiant national du point de charge",
        en: "National identifier of the charging point",
        aliases: ["id_pdc"]
      ),
      SchemaField(
        "id_pdc_local",
        fr: "Identifiant local du point de charge",
        en: "Local identifier of the charging point"
      ),
      SchemaField(
        "puissance_nominale",
        .number,
        required: true,
        min: 0,
        fr: "Puissance maximale, en kilowatts",
        en: "Greatest power, in kilowatts",
        aliases: ["puiss_max"]
      ),
      SchemaField(
        "prise_type_ef",
        .boolean,
        required: true,
        fr: "Si la prise est de type E/F",
        en: "Whether there is an E/F socket"
      ),
      SchemaField(
        "prise_type_2",
        .boolean,
        required: true,
        fr: "Si la prise est de type 2",
        en: "Whether there is a type 2 socket"
      ),
      SchemaField(
        "prise_type_combo_ccs",
        .boolean,
        required: true,
        fr: "Si la prise est de type Combo CCS",
        en: "Whether there is a Combo CCS socket"
      ),
      SchemaField(
        "prise_type_chademo",
        .boolean,
        required: true,
        fr: "Si la prise est de type CHAdeMO",
        en: "Whether there is a CHAdeMO socket"
      ),
      SchemaField(
        "prise_type_autre",
        .boolean,
        required: true,
        fr: "S’il y a une autre prise",
        en: "Whether there is another socket"
      ),
      SchemaField("gratuit", .boolean, fr: "Si la recharge est gratuite", en: "Whether charging is free"),
      SchemaField(
        "paiement_acte",
        .boolean,
        required: true,
        fr: "Si l’on paie à l’acte",
        en: "Whether one pays each time"
      ),
      SchemaField(
        "paiement_cb",
        .boolean,
        fr: "Si l’on paie par carte bancaire",
        en: "Whether one pays by bank card"
      ),
      SchemaField(
        "paiement_autre",
        .boolean,
        fr: "S’il y a un autre moyen de paiement",
        en: "Whether there is another means of payment"
      ),
      SchemaField("tarification", fr: "Tarif ou son adresse", en: "Price or its address"),
      SchemaField(
        "condition_acces",
        required: true,
        values: ["Accès libre", "Accès réservé"],
        fr: "Si l’accès est libre ou réservé",
        en: "Whether access is free or reserved"
      ),
      SchemaField(
        "reservation",
        .boolean,
        required: true,
        fr: "Si l’on peut réserver",
        en: "Whether one can book"
      ),
      SchemaField(
        "horaires",
        required: true,
        pattern: #"(.*?)((\d{1,2}:\d{2})-(\d{1,2}:\d{2})|24/7)"#,
        fr: "Horaires d’ouverture",
        en: "Opening hours"
      ),
      SchemaField(
        "accessibilite_pmr",
        required: true,
        values: [
          "Réservé PMR", "Accessible mais non réservé PMR", "Non accessible", "Accessibilité inconnue",
        ],
        fr: "Accès des personnes à mobilité réduite",
        en: "Access for people of reduced mobility"
      ),
      SchemaField("restriction_gabarit", required: true, fr: "Limites de gabarit", en: "Limits of size"),
      SchemaField(
        "station_deux_roues",
        .boolean,
        required: true,
        fr: "Si la station est réservée aux deux-roues",
        en: "Whether the station is for two-wheelers"
      ),
      SchemaField(
        "raccordement",
        values: ["Direct", "Indirect"],
        fr: "Raccordement direct ou indirect",
        en: "Direct or indirect connection"
      ),
      SchemaField("num_pdl", fr: "Numéro du point de livraison", en: "Number of the delivery point"),
      SchemaField(
        "date_mise_en_service",
        .date,
        fr: "Jour de la mise en service",
        en: "Day it was put into service"
      ),
      SchemaField("observations", fr: "Remarques libres", en: "Free remarks"),
      SchemaField(
        "date_maj",
        .date,
        required: true,
        fr: "Jour de la dernière mise à jour",
        en: "Day of the last update"
      ),
      SchemaField(
        "cable_t2_attache",
        .boolean,
        fr: "S’il y a un câble de type 2 attaché",
        en: "Whether a type 2 cable is attached"
      ),
    ]
  )
}
