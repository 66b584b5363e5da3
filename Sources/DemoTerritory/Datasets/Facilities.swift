internal import Catalogue

/// Public facilities, in the columns of the national schema (SCDL « équipements » 0.1), saved on Windows.
enum Facilities {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "equipements-publics",
      "Équipements publics du territoire",
      """
      Mairies, écoles, bibliothèques, salles, stades, déchèteries\u{A0}: où ils sont, quand ils ouvrent et \
      comment les joindre.

      Les positions sont en degrés (WGS\u{A0}84). Les horaires suivent la notation d’OpenStreetMap. Le \
      fichier sort du logiciel de gestion du patrimoine, qui l’enregistre dans l’encodage de Windows.
      """,
      organization: DemoOrganizations.works,
      theme: "administration",
      keywords: ["équipements", "horaires", "mairies", "salles", "scdl", "adresses"],
      frequency: .semiannual,
      columns: columns,
      serviceColumns: ["EQUIP_TEL", "EQUIP_EMAIL"],
      versions: [
        demo.version(daysAgo: 262, "equipements.csv") { _ in file(demo, count: 56) },
        demo.version(daysAgo: 78, "equipements.csv") { _ in file(demo, count: 64) },
      ]
    )
  }

  private static let columns = [
    ("COLL_NOM", "Nom de la collectivité."), ("COLL_SIRET", "Son numéro SIRET."),
    ("EQUIP_UID", "Identifiant de l’équipement."), ("EQUIP_THEME", "Thème de l’équipement."),
    ("EQUIP_CODE", "Code de l’équipement."), ("EQUIP_TYPE", "Type d’équipement."),
    ("EQUIP_NOM", "Nom d’usage."),
    ("ADR_NUMERO", "Numéro dans la voie."), ("ADR_NOMVOIE", "Nom de la voie."),
    ("ADR_CODEPOSTAL", "Code postal."), ("ADR_COMMUNE", "Commune."), ("EQUIP_LAT", "Latitude, en degrés."),
    ("EQUIP_LONG", "Longitude, en degrés."),
    ("EQUIP_OUVERTURE", "Horaires, dans la notation d’OpenStreetMap."),
    ("EQUIP_TEL", "Téléphone de l’accueil."), ("EQUIP_EMAIL", "Adresse électronique de l’accueil."),
    ("EQUIP_WEB", "Site."),
  ]

  private static let kinds: [(theme: String, code: String, type: String, name: String)] = [
    ("Equipement administratif", "01010401", "Mairie", "Mairie"),
    ("Equipement d'enseignement", "03010101", "École primaire", "École"),
    ("Equipement culturel", "06020101", "Bibliothèque", "Bibliothèque"),
    ("Equipement social et d'animation", "02030104", "Salle polyvalente", "Salle des fêtes"),
    ("Equipement sportif et de loisirs", "05010101", "Terrain de football", "Stade"),
    ("Equipement sportif et de loisirs", "05020301", "Gymnase", "Gymnase"),
    ("Autre équipement", "09010101", "Déchèterie", "Déchèterie"),
    ("Equipement sanitaire", "04010201", "Maison de santé", "Maison de santé"),
  ]

  private static func file(_ demo: DemoContext, count: Int) -> [UInt8] {
    var table = TableText(delimiter: ";", newline: "\r\n")
    table.row(columns.map(\.0))
    for number in 0..<count {
      var random = demo.random("facility \(number)")
      table.row(row(demo.communes[number % demo.communes.count], number, &random))
    }
    return table.bytes(.windows1252)
  }

  private static func row(_ commune: Commune, _ number: Int, _ random: inout SplitMix64) -> [String] {
    let kind = kinds[(number / 8) % kinds.count]
    let place = commune.place(&random)
    let code = "\(kind.code)-\(Decimals.padded(number / 8 + 1, 3))"
    // The publishing program leaves out a coordinate where nobody placed the building on the map.
    let isPlaced = number % 29 != 23
    return [
      "Communauté de communes du Val d'Arpent", DemoOrganizations.territorySiret,
      "\(commune.codeInsee)-\(code)",
      kind.theme, code, kind.type, "\(kind.name) \(commune.of)", String(random.int(1...48)),
      random.pick(Words.streets), commune.postalCode, commune.name,
      isPlaced ? Decimals.text(place.latitude, places: 6) : "",
      isPlaced ? Decimals.text(place.longitude, places: 6) : "",
      random.pick([
        "Mo-Fr 08:30-12:00,13:30-17:30", "Tu-Sa 10:00-18:00", "Mo-Su 08:00-22:00", "We,Sa 09:00-12:00",
      ]),
      number % 31 == 30
        ? "à compléter"
        : "+33 2 47 99 \(Decimals.padded(number, 2)) \(Decimals.padded(random.int(0...99), 2))",
      "accueil@\(commune.id).example", "https://www.\(commune.id).example",
    ]
  }
}
