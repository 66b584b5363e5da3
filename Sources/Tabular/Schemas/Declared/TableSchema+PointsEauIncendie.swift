extension TableSchema {
  static let pointsEauIncendie = TableSchema(
    "datakode/schema-pei",
    version: "1.0.0",
    fr: "Points d’eau incendie",
    en: "Fire hydrants and water points",
    fields: [
      SchemaField("insee", required: true, fr: "Code INSEE de la commune", en: "INSEE code of the commune"),
      SchemaField("id_sdis", fr: "Identifiant pour les pompiers", en: "Identifier for the fire service"),
      SchemaField("id_gestion", fr: "Identifiant pour le gestionnaire", en: "Identifier for the manager"),
      SchemaField("nom_gest", fr: "Gestionnaire", en: "Manager"),
      SchemaField("ref_terr", fr: "Référence lisible sur place", en: "Reference that can be read on site"),
      SchemaField(
        "type_pei",
        required: true,
        values: ["PI", "BI", "PA", "CI"],
        fr: "Poteau, bouche, aspiration ou citerne",
        en: "Post, hydrant, suction or tank"
      ),
      SchemaField(
        "type_rd",
        required: true,
        fr: "Type dans le règlement départemental",
        en: "Type in the department’s rules"
      ),
      SchemaField(
        "diam_pei",
        .number,
        values: ["80", "100", "150"],
        fr: "Diamètre intérieur, en millimètres",
        en: "Inner diameter, in millimetres"
      ),
      SchemaField(
        "diam_cana",
        .number,
        fr: "Diamètre de la canalisation, en millimètres",
        en: "Diameter of the pipe, in millimetres"
      ),
      SchemaField(
        "source_pei",
        values: ["citerne", "plan_eau", "piscine", "puits", "cours_eau", "reseau_aep", "reseau_irrigation"],
        fr: "D’où vient l’eau",
        en: "Where the water comes from"
      ),
      SchemaField("statut", values: ["public", "prive"], fr: "Public ou privé", en: "Public or private"),
      SchemaField("nom_etab", fr: "Établissement propriétaire", en: "Establishment that owns it"),
      SchemaField("situation", fr: "Où il se trouve", en: "Where it is"),
      SchemaField("press_dyn", .number, fr: "Pression dynamique, en bars", en: "Dynamic pressure, in bars"),
      SchemaField("press_stat", .number, fr: "Pression statique, en bars", en: "Static pressure, in bars"),
      SchemaField("debit", .number, fr: "Débit sous un bar, en m³/h", en: "Flow at one bar, in m³/h"),
      SchemaField("volume", .number, fr: "Volume utile, en m³", en: "Usable volume, in m³"),
      SchemaField(
        "disponible",
        .boolean,
        booleans: .digits,
        fr: "S’il est disponible",
        en: "Whether it is available"
      ),
      SchemaField(
        "date_dispo",
        .date,
        fr: "Jour où la disponibilité a changé",
        en: "Day availability changed"
      ),
      SchemaField("date_mes", .date, fr: "Jour de la mise en service", en: "Day it was put into service"),
      SchemaField("date_maj", .date, fr: "Jour de la dernière mise à jour", en: "Day of the last update"),
      SchemaField(
        "date_ct",
        .date,
        fr: "Jour du dernier contrôle technique",
        en: "Day of the last technical check"
      ),
      SchemaField(
        "date_ro",
        .date,
        fr: "Jour de la dernière reconnaissance",
        en: "Day of the last reconnaissance"
      ),
      SchemaField(
        "prec",
        values: ["01", "05", "10", "99"],
        fr: "Classe de précision de la position",
        en: "Class of precision of the position"
      ),
      SchemaField("x", .number, fr: "Abscisse en Lambert 93", en: "Easting in Lambert 93"),
      SchemaField("y", .number, fr: "Ordonnée en Lambert 93", en: "Northing in Lambert 93"),
      SchemaField(
        "lon",
        .number,
        min: -180,
        max: 180,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)"
      ),
      SchemaField(
        "lat",
        .number,
        min: -90,
        max: 90,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)"
      ),
    ]
  )
}
