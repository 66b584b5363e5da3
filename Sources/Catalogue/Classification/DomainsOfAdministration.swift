internal import Messages

extension Domain {
  static let administration: [Domain] = [
    Domain(
      1,
      fr: "Assemblées et vie démocratique",
      en: "Assemblies and democratic life",
      function: 0,
      dataTheme: .government,
      theme: "vie-democratique",
      families: [
        Family("Délibérations", standard: "scdl/deliberations", personalData: .possible),
        Family("Arrêtés et actes réglementaires", standard: "@CTES", personalData: .possible),
        Family("Élus, mandats, indemnités", standard: nil, personalData: .present),
        Family("Résultats électoraux et bureaux de vote", standard: nil, personalData: .none),
        Family("Participation citoyenne et budget participatif", standard: nil, personalData: .possible),
      ]
    ),
    Domain(
      2,
      fr: "Finances et budget",
      en: "Finance and budget",
      function: 0,
      dataTheme: .economy,
      theme: "finances",
      families: [
        Family("Budget voté", standard: "scdl/budget (TOTEM)", personalData: .none),
        Family("Comptes, exécution, CFU", standard: "TOTEM", personalData: .none),
        Family("Subventions attribuées", standard: "scdl/subventions", personalData: .possible),
        Family("Dette et garanties d’emprunt", standard: nil, personalData: .none),
        Family("Fiscalité et tarifs publics", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      3,
      fr: "Commande publique et délégations",
      en: "Procurement and delegated services",
      function: 0,
      dataTheme: .government,
      theme: "finances",
      families: [
        Family(
          "Données essentielles des marchés",
          standard: "139bercy/format-commande-publique",
          personalData: .none
        ),
        Family(
          "Données essentielles des concessions",
          standard: "139bercy/format-commande-publique",
          personalData: .none
        ),
        Family(
          "Données et rapports des délégataires",
          standard: "CCP L3131-2 / L3131-5",
          personalData: .possible
        ),
        Family("Achats responsables (SPASER)", standard: nil, personalData: .none),
      ]
    ),
    Domain(
      4,
      fr: "Ressources humaines",
      en: "Human resources",
      function: 0,
      dataTheme: .society,
      theme: "administration",
      families: [
        Family("Effectifs, rapport social unique", standard: nil, personalData: .possible),
        Family("Hautes rémunérations", standard: "etalab/schema-hautes-remunerations", personalData: .none),
        Family("Égalité professionnelle", standard: nil, personalData: .none),
        Family("Formation et absences", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      5,
      fr: "Systèmes d’information et données",
      en: "Information systems and data",
      function: 0,
      dataTheme: .technology,
      theme: "administration",
      families: [
        Family("Catalogue des données", standard: "scdl/catalogue ; DCAT-AP", personalData: .none),
        Family("Registre des traitements", standard: "RGPD art. 30", personalData: .none),
        Family("Inventaire des algorithmes", standard: "CRPA L312-1-3", personalData: .none),
        Family("Cartographie applicative et contrats", standard: nil, personalData: .none),
        Family(
          "Usage et accessibilité des services numériques",
          standard: "etalab/schema-impact-service-public-numerique ; RGAA",
          personalData: .none
        ),
      ]
    ),
    Domain(
      6,
      fr: "Patrimoine bâti et moyens généraux",
      en: "Buildings and general means",
      function: 0,
      dataTheme: .regions,
      theme: "administration",
      families: [
        Family("Inventaire du patrimoine immobilier", standard: nil, personalData: .none),
        Family("Équipements publics", standard: "scdl/equipements", personalData: .none),
        Family("Consommations énergétiques des bâtiments", standard: "OPERAT", personalData: .none),
        Family("Accessibilité des ERP", standard: "MTES-MCT/acceslibre-schema", personalData: .none),
        Family("Maintenance et interventions", standard: nil, personalData: .possible),
        Family(
          "Parc de véhicules et renouvellement",
          standard: "schema-vehicules-faibles-emissions",
          personalData: .none
        ),
      ]
    ),
    Domain(
      7,
      fr: "Archives et mémoire",
      en: "Archives and memory",
      function: 3,
      dataTheme: .education,
      theme: "culture",
      families: [
        Family("Registre des entrées", standard: "Archivistes75/registre_entrees", personalData: .possible),
        Family("Instruments de recherche", standard: "EAD", personalData: .possible),
        Family("Tableaux de gestion et DUA", standard: nil, personalData: .none),
        Family("Fonds numérisés", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      8,
      fr: "État civil, citoyenneté, cimetières",
      en: "Civil registration, citizenship, cemeteries",
      function: 0,
      dataTheme: .society,
      theme: "population",
      families: [
        Family("Prénoms des nouveau-nés", standard: "scdl/prenoms", personalData: .none),
        Family("Statistiques d’état civil", standard: nil, personalData: .possible),
        Family("Répertoire électoral (non ouvrable)", standard: "REU", personalData: .present),
        Family("Recensement de la population", standard: "INSEE", personalData: .present),
        Family("Concessions et plans de cimetières", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      9,
      fr: "Relation aux usagers et démarches",
      en: "Public counters and online procedures",
      function: 0,
      dataTheme: .government,
      theme: "vie-democratique",
      families: [
        Family("Démarches et téléservices", standard: nil, personalData: .present),
        Family("Signalements et demandes", standard: "Open311", personalData: .present),
        Family("Lieux d’accueil et horaires", standard: "annuaire DILA", personalData: .none),
        Family("Médiation numérique", standard: "LaMednum/standard-mediation-num", personalData: .none),
        Family("Satisfaction et réclamations", standard: nil, personalData: .possible),
      ]
    ),
    Domain(
      10,
      fr: "Tranquillité publique et police municipale",
      en: "Public order and municipal police",
      function: 1,
      dataTheme: .justice,
      theme: "securite",
      families: [
        Family(
          "Dispositifs de vidéoprotection (lieux, pas les images)",
          standard: "DTPR",
          personalData: .possible
        ),
        Family("Interventions et main courante (agrégées)", standard: nil, personalData: .sensitive),
        Family("Verbalisations", standard: nil, personalData: .sensitive),
        Family("Objets trouvés, fourrière", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      11,
      fr: "Risques et secours",
      en: "Risks and emergency services",
      function: 1,
      dataTheme: .justice,
      theme: "securite",
      families: [
        Family("DICRIM, PCS, plans de prévention", standard: "CNIG PPR", personalData: .possible),
        Family("Points d’eau incendie", standard: "schema-pei", personalData: .none),
        Family("Défibrillateurs", standard: "atlasante/schema-dae", personalData: .none),
        Family("Alertes et crise", standard: nil, personalData: .possible),
        Family("Sinistres et arrêtés CatNat", standard: nil, personalData: .possible),
      ]
    ),
  ]
}
