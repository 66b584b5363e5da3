internal import Messages

extension Domain {
  static let services: [Domain] = [
    Domain(
      12,
      fr: "Affaires scolaires",
      en: "Schools",
      function: 2,
      dataTheme: .education,
      theme: "education",
      families: [
        Family("Écoles et carte scolaire", standard: nil, personalData: .none),
        Family("Effectifs scolaires", standard: nil, personalData: .possible),
        Family("Inscriptions et dérogations", standard: nil, personalData: .present),
        Family("Accueil périscolaire", standard: nil, personalData: .present),
        Family("Bâti scolaire", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      13,
      fr: "Restauration collective",
      en: "School and public catering",
      function: 2,
      dataTheme: .health,
      theme: "education",
      families: [
        Family("Menus", standard: "scdl/menus-collectifs", personalData: .none),
        Family(
          "Plats, ingrédients, allergènes",
          standard: "scdl/plats-menus-collectifs",
          personalData: .none
        ),
        Family("EGAlim, gaspillage, approvisionnement", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      14,
      fr: "Petite enfance",
      en: "Early childhood",
      function: 4,
      dataTheme: .society,
      theme: "education",
      families: [
        Family("Établissements d’accueil", standard: nil, personalData: .none),
        Family("Places et listes d’attente", standard: nil, personalData: .present),
        Family("Critères et décisions d’attribution", standard: "CRPA L312-1-3", personalData: .present),
        Family("Relais et assistantes maternelles", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      15,
      fr: "Jeunesse, collèges, lycées, formation",
      en: "Youth, secondary schools, training",
      function: 2,
      dataTheme: .education,
      theme: "education",
      families: [
        Family("Collèges et lycées (bâti, capacités)", standard: nil, personalData: .none),
        Family("Offre de formation et apprentissage", standard: nil, personalData: .none),
        Family("Dispositifs jeunesse", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      16,
      fr: "Culture et lecture publique",
      en: "Culture and public libraries",
      function: 3,
      dataTheme: .education,
      theme: "culture",
      families: [
        Family("Équipements culturels", standard: "scdl/equipements", personalData: .none),
        Family("Agenda et événements", standard: nil, personalData: .none),
        Family("Collections de bibliothèques et prêts", standard: nil, personalData: .possible),
        Family("Musées et expositions", standard: nil, personalData: .none),
        Family("Enseignement artistique", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      17,
      fr: "Patrimoine culturel",
      en: "Cultural heritage",
      function: 3,
      dataTheme: .education,
      theme: "culture",
      families: [
        Family("Monuments et objets protégés", standard: "CNIG PSMV ; AC1", personalData: .none),
        Family("Inventaire général", standard: nil, personalData: .none),
        Family("Archéologie", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      18,
      fr: "Sports et loisirs",
      en: "Sports and leisure",
      function: 3,
      dataTheme: .education,
      theme: "sports-associations",
      families: [
        Family("Équipements sportifs", standard: "RES", personalData: .none),
        Family("Réservations et créneaux", standard: nil, personalData: .possible),
        Family("Fréquentation", standard: nil, personalData: .none),
        Family("Manifestations sportives", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      19,
      fr: "Vie associative",
      en: "Associations",
      function: 3,
      dataTheme: .society,
      theme: "sports-associations",
      families: [
        Family("Annuaire des associations", standard: "RNA", personalData: .possible),
        Family("Aides en nature", standard: "scdl/subventions", personalData: .possible),
        Family("Prêt de salles et de matériel", standard: nil, personalData: .possible),
      ]
    ),
    Domain(
      20,
      fr: "Tourisme",
      en: "Tourism",
      function: 6,
      dataTheme: .economy,
      theme: "tourisme",
      families: [
        Family("Points d’intérêt", standard: "DATAtourisme", personalData: .none),
        Family("Taxe de séjour", standard: nil, personalData: .possible),
        Family("Meublés de tourisme déclarés", standard: nil, personalData: .present),
        Family("Fréquentation touristique", standard: nil, personalData: .none),
        Family("Itinéraires de randonnée", standard: "PnX-SI/schema_randonnee", personalData: .none),
      ]
    ),
    Domain(
      21,
      fr: "Action sociale et insertion",
      en: "Social action and inclusion",
      function: 4,
      dataTheme: .society,
      theme: "solidarites",
      families: [
        Family("Dispositifs d’aide", standard: "etalab/schema-dispositif-aide", personalData: .none),
        Family("Dossiers d’aide sociale (CCAS)", standard: nil, personalData: .sensitive),
        Family(
          "Structures d’insertion",
          standard: "gip-inclusion/data-inclusion-schema",
          personalData: .none
        ),
        Family("RSA et accompagnement", standard: nil, personalData: .sensitive),
        Family("Diagnostic social (ABS)", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      22,
      fr: "Autonomie, handicap, enfance protégée",
      en: "Independent living, disability, child protection",
      function: 4,
      dataTheme: .society,
      theme: "solidarites",
      families: [
        Family("Établissements et services", standard: "FINESS", personalData: .none),
        Family("Prestations (APA, PCH)", standard: nil, personalData: .sensitive),
        Family("Protection de l’enfance", standard: nil, personalData: .sensitive),
        Family("Aidants et transport adapté", standard: nil, personalData: .sensitive),
      ]
    ),
    Domain(
      23,
      fr: "Santé et hygiène publiques",
      en: "Public health and hygiene",
      function: 4,
      dataTheme: .health,
      theme: "sante",
      families: [
        Family("Offre de soins et contrats locaux de santé", standard: nil, personalData: .none),
        Family("Hygiène, habitat indigne", standard: nil, personalData: .present),
        Family("Eaux de baignade, piscines", standard: nil, personalData: .none),
        Family("Nuisibles, moustiques, légionelles", standard: nil, personalData: .none),
      ]
    ),
  ]
}
