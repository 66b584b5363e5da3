extension TableSchema {
  static let defibrillateurs = TableSchema(
    "atlasante/schema-dae",
    version: "1.0.7",
    fr: "Défibrillateurs (DAE)",
    en: "Defibrillators",
    fields: [
      SchemaField(
        "nom",
        required: true,
        fr: "Nom donné au défibrillateur",
        en: "Name given to the defibrillator"
      ),
      SchemaField(
        "lat_coor1",
        .number,
        required: true,
        min: -90,
        max: 90,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)",
        aliases: ["lat coor"]
      ),
      SchemaField(
        "long_coor1",
        .number,
        required: true,
        min: -180,
        max: 180,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)",
        aliases: ["long coor"]
      ),
      SchemaField("adr_num", fr: "Numéro dans la voie", en: "Number in the street"),
      SchemaField("adr_voie", fr: "Nom de la voie", en: "Name of the street"),
      SchemaField("com_cp", pattern: #"^\d{5}$"#, fr: "Code postal", en: "Postal code"),
      SchemaField(
        "com_insee",
        pattern: #"^\d[AB\d]\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField("com_nom", fr: "Nom de la commune", en: "Name of the commune"),
      SchemaField(
        "acc",
        required: true,
        values: ["Intérieur", "Extérieur"],
        fr: "À l’intérieur ou à l’extérieur",
        en: "Indoors or outdoors"
      ),
      SchemaField(
        "acc_lib",
        .boolean,
        required: true,
        booleans: .ouiNon,
        fr: "Si l’accès est libre",
        en: "Whether access is free"
      ),
      SchemaField(
        "acc_pcsec",
        .boolean,
        booleans: .ouiNon,
        fr: "S’il y a un poste de sécurité",
        en: "Whether there is a security post"
      ),
      SchemaField(
        "acc_acc",
        .boolean,
        booleans: .ouiNon,
        fr: "S’il y a un accueil",
        en: "Whether there is a reception desk"
      ),
      SchemaField(
        "dae_mobile",
        .boolean,
        booleans: .ouiNon,
        fr: "Si l’appareil se déplace",
        en: "Whether the device moves"
      ),
      SchemaField("acc_etg", fr: "Étage", en: "Floor"),
      SchemaField("acc_complt", fr: "Précisions sur l’accès", en: "Details on access"),
      SchemaField(
        "photo1",
        format: "url",
        pattern: #"^https?://(?:[a-z0-9\-]+\.)+[a-z]{2,6}(?:/[^/#?]+)+\.(?:jpg|jpeg|gif|png)"#,
        fr: "Photo d’ensemble",
        en: "Wide photograph"
      ),
      SchemaField(
        "photo2",
        format: "url",
        pattern: #"^https?://(?:[a-z0-9\-]+\.)+[a-z]{2,6}(?:/[^/#?]+)+\.(?:jpg|jpeg|gif|png)"#,
        fr: "Autre photo",
        en: "Other photograph"
      ),
      SchemaField(
        "disp_j",
        required: true,
        items: [
          "7j/7", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jours fériés",
          "événements", "non renseigné",
        ],
        fr: "Jours où il est disponible",
        en: "Days it is available"
      ),
      SchemaField(
        "disp_h",
        required: true,
        items: ["heures ouvrables", "heures de nuit", "24h/24", "non renseigné"],
        fr: "Heures où il est disponible",
        en: "Hours it is available"
      ),
      SchemaField("disp_complt", fr: "Précisions sur la disponibilité", en: "Details on availability"),
      SchemaField(
        "tel1",
        required: true,
        pattern: #"^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+590|\+508|\+681)(\d){6,9}"# + "$",
        fr: "Téléphone sur place",
        en: "Telephone on site"
      ),
      SchemaField(
        "tel2",
        pattern: #"^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+590|\+508|\+681)(\d){6,9}"# + "$",
        fr: "Autre téléphone sur place",
        en: "Other telephone on site"
      ),
      SchemaField(
        "site_email",
        format: "email",
        fr: "Adresse électronique du site",
        en: "E-mail address of the site"
      ),
      SchemaField("date_instal", .date, fr: "Jour de l’installation", en: "Day it was installed"),
      SchemaField(
        "etat",
        values: ["Actif", "A supprimer", "Non identifié"],
        fr: "État de la fiche",
        en: "State of the entry"
      ),
      SchemaField(
        "etat_fonct",
        required: true,
        values: [
          "En fonctionnement", "Hors service", "Supprimé définitivement", "Absent momentanément", "Inconnu",
        ],
        fr: "État de fonctionnement",
        en: "Working state"
      ),
      SchemaField(
        "fab_siren",
        format: "siren",
        pattern: #"^\d{9}$"#,
        fr: "SIREN du fabricant",
        en: "SIREN number of the maker"
      ),
      SchemaField("fab_rais", required: true, fr: "Nom du fabricant", en: "Name of the maker"),
      SchemaField(
        "mnt_siren",
        format: "siren",
        pattern: #"^\d{9}$"#,
        fr: "SIREN du mainteneur",
        en: "SIREN number of the maintainer"
      ),
      SchemaField("mnt_rais", fr: "Nom du mainteneur", en: "Name of the maintainer"),
      SchemaField("modele", required: true, fr: "Modèle", en: "Model"),
      SchemaField("num_serie", required: true, unique: true, fr: "Numéro de série", en: "Serial number"),
      SchemaField(
        "id_euro",
        fr: "Identifiant européen du dispositif",
        en: "European identifier of the device"
      ),
      SchemaField(
        "lc_ped",
        .boolean,
        booleans: .ouiNon,
        fr: "S’il y a des électrodes pour enfants",
        en: "Whether there are electrodes for children"
      ),
      SchemaField(
        "dtpr_lcped",
        .date,
        fr: "Péremption des électrodes pour enfants",
        en: "Expiry of the electrodes for children"
      ),
      SchemaField(
        "dtpr_lcad",
        .date,
        fr: "Péremption des électrodes pour adultes",
        en: "Expiry of the electrodes for adults"
      ),
      SchemaField("dtpr_bat", .date, fr: "Péremption de la batterie", en: "Expiry of the battery"),
      SchemaField("freq_mnt", fr: "Rythme de la maintenance", en: "Rhythm of maintenance"),
      SchemaField(
        "dispsurv",
        .boolean,
        booleans: .ouiNon,
        fr: "S’il est surveillé à distance",
        en: "Whether it is watched from afar"
      ),
      SchemaField(
        "dermnt",
        .date,
        required: true,
        fr: "Jour de la dernière maintenance",
        en: "Day of the last maintenance"
      ),
      SchemaField(
        "expt_siren",
        required: true,
        format: "siren",
        fr: "SIREN de l’exploitant",
        en: "SIREN number of the operator"
      ),
      SchemaField(
        "expt_siret",
        format: "siret",
        fr: "SIRET de l’exploitant",
        en: "SIRET number of the operator"
      ),
      SchemaField("expt_rais", required: true, fr: "Nom de l’exploitant", en: "Name of the operator"),
      SchemaField(
        "expt_tel1",
        required: true,
        pattern: #"^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+590|\+508|\+681)(\d){6,9}"# + "$",
        fr: "Téléphone de l’exploitant",
        en: "Telephone of the operator"
      ),
      SchemaField(
        "expt_tel2",
        pattern: #"^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+590|\+508|\+681)(\d){6,9}"# + "$",
        fr: "Autre téléphone de l’exploitant",
        en: "Other telephone of the operator"
      ),
      SchemaField(
        "expt_email",
        required: true,
        format: "email",
        fr: "Adresse électronique de l’exploitant",
        en: "E-mail address of the operator"
      ),
    ]
  )
}
