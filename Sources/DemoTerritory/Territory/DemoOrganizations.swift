internal import Catalogue

/// Who publishes in the demo territory.
enum DemoOrganizations {
  static let territory = "val-d-arpent"
  static let finances = "direction-des-finances"
  static let mobility = "direction-des-mobilites"
  static let environment = "direction-de-l-environnement"
  static let families = "direction-des-familles"
  static let culture = "direction-de-la-culture"
  static let works = "direction-du-patrimoine"
  static let planning = "direction-de-l-urbanisme"
  static let water = "eaux-de-la-vive"
  static let air = "air-val-observatoire"
  static let associations = "maison-des-associations"

  static let territorySiren = Identifiers.siren(number: 1)
  static let territorySiret = Identifiers.siret(siren: territorySiren, establishment: 1)

  static func all(_ communes: [Commune]) -> [Organization] {
    [epci] + directions + communes.map(organization) + neighbours
  }

  private static let epci = Organization(
    id: territory,
    name: "Communauté de communes du Val d’Arpent",
    nature: .epci,
    description: """
      Huit communes et 29 030 habitants autour de la Vive. La communauté exerce les compétences de voirie, \
      de déchets, de lecture publique, de petite enfance et d’urbanisme, et publie ici ses données.

      *Ce territoire est fictif\u{A0}: il sert à montrer Arpent.*
      """,
    siren: territorySiren,
    homepage: "https://www.val-d-arpent.example",
    email: "donnees@val-d-arpent.example"
  )

  private static let directions: [Organization] = [
    direction(
      finances,
      "Direction des finances",
      "Prépare et exécute le budget, verse les subventions, suit les marchés."
    ),
    direction(
      mobility,
      "Direction des mobilités",
      "Voirie, vélo, stationnement et recharge des véhicules électriques."
    ),
    direction(
      environment,
      "Direction de l’environnement",
      "Déchets, arbres, espaces naturels et transition énergétique."
    ),
    direction(
      families,
      "Direction des familles",
      "Écoles, cantines, petite enfance et accueil périscolaire."
    ),
    direction(
      culture,
      "Direction de la culture et des sports",
      "Réseau de lecture publique, piscine et équipements."
    ),
    direction(works, "Direction du patrimoine", "Bâtiments, équipements publics et sécurité des personnes."),
    direction(planning, "Direction de l’urbanisme", "Adresses, limites, plans et zones d’activité."),
  ]

  private static func direction(_ id: String, _ name: String, _ description: String) -> Organization {
    Organization(
      id: id,
      name: name,
      nature: .direction,
      parent: territory,
      description: description,
      email: "\(id)@val-d-arpent.example"
    )
  }

  private static func organization(_ commune: Commune) -> Organization {
    Organization(
      id: commune.id,
      name: "Commune \(commune.of)",
      nature: .commune,
      parent: territory,
      description:
        "\(commune.name) compte \(Decimals.french(Double(commune.population), places: 0)) habitants.",
      siren: String(commune.siret.prefix(9)),
      codeInsee: commune.codeInsee,
      homepage: "https://www.\(commune.id).example",
      email: "mairie@\(commune.id).example"
    )
  }

  private static let neighbours: [Organization] = [
    Organization(
      id: water,
      name: "Eaux de la Vive",
      nature: .delegate,
      parent: territory,
      description:
        "Société titulaire de la délégation du service public de l’eau potable et de l’assainissement.",
      siren: Identifiers.siren(number: 40),
      homepage: "https://www.eaux-de-la-vive.example",
      email: "contact@eaux-de-la-vive.example"
    ),
    Organization(
      id: air,
      name: "Air Val, observatoire de l’air",
      nature: .partner,
      description: "Association qui mesure la qualité de l’air avec les collectivités du département.",
      siren: Identifiers.siren(number: 41),
      homepage: "https://www.air-val.example",
      email: "mesures@air-val.example"
    ),
    Organization(
      id: associations,
      name: "Maison des associations du Val",
      nature: .association,
      description: "Accueille, conseille et recense les associations du territoire.",
      siren: Identifiers.siren(number: 42),
      email: "bonjour@maison-associations.example"
    ),
  ]
}
