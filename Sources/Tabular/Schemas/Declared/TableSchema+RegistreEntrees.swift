extension TableSchema {
  static let registreEntrees = TableSchema(
    "Archivistes75/registre_entrees",
    version: "0.4.1",
    fr: "Registre des entrées d’archives",
    en: "Register of archive accessions",
    fields: [
      SchemaField(
        "ID",
        required: true,
        pattern: ".*_[0-9]{4}_.*",
        fr: "Identifiant de l’entrée",
        en: "Identifier of the accession"
      ),
      SchemaField("nomArch", required: true, fr: "Service d’archives", en: "Archive service"),
      SchemaField("coteArch", fr: "Cote", en: "Shelf mark"),
      SchemaField("dateEntree", .date, required: true, fr: "Jour de l’entrée", en: "Day of the accession"),
      SchemaField(
        "statutJur",
        required: true,
        values: ["Archives publiques", "Archives privées", "Archives publiques et privées"],
        fr: "Archives publiques ou privées",
        en: "Public or private archives"
      ),
      SchemaField(
        "modeEntree",
        required: true,
        values: [
          "Versement", "Don", "Dépôt", "Dévolution", "Achat", "Legs ou dation", "Copie", "Réintégration",
          "Protocole", "Autre",
        ],
        fr: "Comment les documents sont entrés",
        en: "How the documents came"
      ),
      SchemaField("orgaVers", fr: "Organisation qui verse", en: "Body that transfers"),
      SchemaField("servVers", fr: "Service qui verse", en: "Service that transfers"),
      SchemaField(
        "orgaProducteur",
        fr: "Organisation qui a produit les documents",
        en: "Body that made the documents"
      ),
      SchemaField(
        "servProd",
        required: true,
        fr: "Service qui a produit les documents",
        en: "Service that made the documents"
      ),
      SchemaField(
        "typeProd",
        required: true,
        values: [
          "Présidence de la République", "Premier ministre", "Ministère (administration centrale)",
          "Assemblée parlementaire", "Grand organe de contrôle",
          "Service déconcentré et établissement public de l’État à compétence départementale ou locale",
          "Service déconcentré et établissement public de l’État à compétence régionale ou supra-départementale",
          "Etablissement public national", "Commune et établissement public communal",
          "Conseil départemental et établissement public départemental",
          "Conseil régional et établissement public régional",
          "Structure de coopération intercommunale ou interdépartementale", "Établissement public de santé",
          "Organisme de droit privé chargé d’une mission de service public",
          "Officier public ou ministériel (dont notaire)", "Producteur privé",
        ],
        fr: "Catégorie du producteur",
        en: "Category of the maker"
      ),
      SchemaField(
        "activiteProd",
        required: true,
        pattern: "(Instance de délibération|Direction, cabinet|Administration générale [(]fonc"
          + "tions transverses, RH[)]|Finances, fiscalité|Économie, industrie|Agriculture"
          + "|Équipement, environnement|Travail, emploi|Affaires sociales, santé|Justice|"
          + "Police, protection civile, intérieur|Éducation, recherche|Culture, jeunesse "
          + "et sports|Défense, anciens combattants|Outre-mer|Archives privées personnell"
          + "es et familiales|Archives privées cultuelles|Archives privées d'associations"
          + ", de partis politiques, de syndicats|Archives privées d'entreprises|Archives"
          + " privées professionnelles)([ ]?[|][ ]?(Instance de délibération|Direction, c"
          + "abinet|Administration générale [(]fonctions transverses, RH[)]|Finances, fis"
          + "calité|Économie, industrie|Agriculture|Équipement, environnement|Travail, em"
          + "ploi|Affaires sociales, santé|Justice|Police, protection civile, intérieur|É"
          + "ducation, recherche|Culture, jeunesse et sports|Défense, anciens combattants"
          + "|Outre-mer|Archives privées personnelles et familiales|Archives privées cult"
          + "uelles|Archives privées d'associations, de partis politiques, de syndicats|A"
          + "rchives privées d'entreprises|Archives privées professionnelles))*",
        fr: "Domaine d’action du producteur",
        en: "Field of action of the maker"
      ),
      SchemaField(
        "descContenu",
        required: true,
        fr: "Ce que contiennent les documents",
        en: "What the documents hold"
      ),
      SchemaField("datesExD", .year, fr: "Année du plus ancien document", en: "Year of the oldest document"),
      SchemaField("datesExF", .year, fr: "Année du plus récent document", en: "Year of the newest document"),
      SchemaField(
        "natureSupport",
        required: true,
        values: ["Support physique", "Support électronique", "Support mixte"],
        fr: "Papier, électronique ou les deux",
        en: "Physical, electronic or both"
      ),
      SchemaField("mlEntree", .number, fr: "Mètres linéaires", en: "Linear metres"),
      SchemaField("nbreArt", .number, fr: "Nombre d’articles", en: "Number of items"),
      SchemaField(
        "volElec",
        .number,
        fr: "Volume électronique, en gigaoctets",
        en: "Electronic volume, in gigabytes"
      ),
      SchemaField(
        "objElec",
        .number,
        fr: "Nombre d’objets électroniques",
        en: "Number of electronic objects"
      ),
    ]
  )
}
