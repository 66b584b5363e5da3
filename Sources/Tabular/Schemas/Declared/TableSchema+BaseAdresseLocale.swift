extension TableSchema {
  static let baseAdresseLocale = TableSchema(
    "etalab/schema-bal",
    version: "1.4.0",
    fr: "Base adresse locale",
    en: "Local address base",
    fields: [
      SchemaField(
        "id_ban_commune",
        format: "uuid",
        fr: "Identifiant de la commune dans la base adresse nationale",
        en: "Identifier of the commune in the national address base"
      ),
      SchemaField(
        "id_ban_toponyme",
        format: "uuid",
        fr: "Identifiant de la voie dans la base adresse nationale",
        en: "Identifier of the street in the national address base"
      ),
      SchemaField(
        "id_ban_adresse",
        format: "uuid",
        fr: "Identifiant de l’adresse dans la base adresse nationale",
        en: "Identifier of the address in the national address base"
      ),
      SchemaField(
        "cle_interop",
        required: true,
        pattern: "([0-9]{5})_(([aA-zZ]{1}|[0-9]{1})[0-9]{3})_([0-9]{5})(_([a-z0-9]*))?(_[a-z0-" + "9]*)?",
        minLength: 16,
        maxLength: 25,
        fr: "Clé d’interopérabilité de l’adresse",
        en: "Key of the address for interoperability"
      ),
      SchemaField(
        "commune_insee",
        required: true,
        pattern: "[0-9]{5}",
        minLength: 5,
        maxLength: 5,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "commune_nom",
        required: true,
        pattern: "((Paris|Lyon|Marseille) [1-9][0-9]?er? Arrondissement)|(([A-Za-zÀ-ÖØ-öø-ÿœŒâ"
          + #"' \-\(\)]+))"#,
        minLength: 1,
        fr: "Nom de la commune",
        en: "Name of the commune"
      ),
      SchemaField(
        "commune_deleguee_insee",
        pattern: "[0-9]{5}",
        minLength: 5,
        maxLength: 5,
        fr: "Code INSEE de la commune déléguée",
        en: "INSEE code of the delegated commune"
      ),
      SchemaField(
        "commune_deleguee_nom",
        pattern: "((Paris|Lyon|Marseille) [1-9][0-9]?er? Arrondissement)|(([A-Za-zÀ-ÖØ-öø-ÿœŒâ"
          + #"' \-\(\)]+))"#,
        minLength: 1,
        fr: "Nom de la commune déléguée",
        en: "Name of the delegated commune"
      ),
      SchemaField(
        "voie_nom",
        required: true,
        pattern: #"(([A-Za-z0-9À-ÖØ-öø-ÿœŒâÂîÎ' \-\.\(\)\‘\’\/"°,]+))"#,
        minLength: 3,
        fr: "Nom de la voie",
        en: "Name of the street",
        aliases: ["nom_voie"]
      ),
      SchemaField(
        "lieudit_complement_nom",
        pattern: #"(([A-Za-z0-9À-ÖØ-öø-ÿœŒâÂîÎ' \-\.\(\)\‘\’\/"°,]+))"#,
        minLength: 5,
        fr: "Lieu-dit ou complément",
        en: "Locality or complement",
        aliases: ["lieu-dit complement nom"]
      ),
      SchemaField(
        "numero",
        .integer,
        required: true,
        min: 1,
        max: 99999,
        fr: "Numéro dans la voie, 99999 pour une voie sans adresse",
        en: "Number in the street, 99999 for a street without address"
      ),
      SchemaField("suffixe", fr: "Suffixe du numéro", en: "Suffix of the number"),
      SchemaField(
        "position",
        values: [
          "délivrance postale", "entrée", "bâtiment", "cage d’escalier", "logement", "parcelle", "segment",
          "service technique",
        ],
        fr: "Ce que le point désigne",
        en: "What the point stands for"
      ),
      SchemaField(
        "x",
        required: true,
        pattern: "-?[0-9]{1,7}.[0-9]{1,2}",
        fr: "Abscisse dans la projection légale",
        en: "Easting in the legal projection"
      ),
      SchemaField(
        "y",
        required: true,
        pattern: "-?[0-9]{1,7}.[0-9]{1,2}",
        fr: "Ordonnée dans la projection légale",
        en: "Northing in the legal projection"
      ),
      SchemaField(
        "long",
        required: true,
        pattern: "-?[0-9]{1,2}.[0-9]{1,7}",
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)",
        aliases: ["lon", "longitude"]
      ),
      SchemaField(
        "lat",
        required: true,
        pattern: "-?[0-9]{1,2}.[0-9]{1,7}",
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)",
        aliases: ["latitude"]
      ),
      SchemaField(
        "cad_parcelles",
        pattern: #"([0-9]{9}[0-9A-Z]{2}[0-9]{4})(?:\|([0-9]{9}[0-9A-Z]{2}[0-9]{4}))*"#,
        fr: "Parcelles cadastrales",
        en: "Cadastral parcels"
      ),
      SchemaField(
        "source",
        required: true,
        minLength: 5,
        fr: "Organisme d’où vient l’adresse",
        en: "Body that the address comes from"
      ),
      SchemaField(
        "date_der_maj",
        .date,
        required: true,
        fr: "Jour de la dernière mise à jour",
        en: "Day of the last update"
      ),
      SchemaField(
        "certification_commune",
        .boolean,
        required: true,
        fr: "Si la commune certifie l’adresse",
        en: "Whether the commune certifies the address"
      ),
    ]
  )
}
