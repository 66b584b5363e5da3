internal import Catalogue

/// The limits of the communes.
enum CommuneLimits {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "limites-des-communes",
      "Limites des communes",
      """
      Les contours des huit communes et quelques chiffres sur chacune\u{A0}: population, superficie, code \
      postal.

      Les limites sont généralisées pour l’affichage\u{A0}: elles ne font pas foi. Les contours de deux \
      communes voisines se rejoignent exactement.
      """,
      organization: DemoOrganizations.planning,
      theme: "cartes-adresses",
      keywords: ["communes", "limites", "contours", "carte", "population"],
      frequency: .irregular,
      highValue: .geospatial,
      columns: columns,
      versions: [demo.version(daysAgo: 530, "communes.geojson") { _ in file(demo) }]
    )
  }

  private static let columns = [
    ("code_insee", "Code INSEE."), ("nom", "Nom."), ("code_postal", "Code postal."),
    ("siren", "Numéro SIREN."),
    ("population", "Nombre d’habitants."), ("superficie_km2", "Superficie, en kilomètres carrés."),
    ("densite", "Habitants par kilomètre carré."), ("chef_lieu", "Siège de la communauté de communes."),
  ]

  private static func file(_ demo: DemoContext) -> [UInt8] {
    var collection = GeoJSONText()
    for (index, commune) in demo.communes.enumerated() {
      let area = area(of: commune.ring)
      collection.feature(
        .polygon(commune.ring),
        [
          ("code_insee", .text(commune.codeInsee)), ("nom", .text(commune.name)),
          ("code_postal", .text(commune.postalCode)), ("siren", .text(String(commune.siret.prefix(9)))),
          ("population", .integer(commune.population)), ("superficie_km2", .number(area, places: 2)),
          ("densite", .number(Double(commune.population) / area, places: 1)),
          ("chef_lieu", .boolean(index == 0)),
        ]
      )
    }
    return collection.bytes()
  }

  /// The area of a ring, in square kilometres, on the plane of Lambert-93.
  static func area(of ring: [Place]) -> Double {
    let points = ring.map(\.lambert93)
    let doubled = zip(points, points.dropFirst()).reduce(0.0) { sum, pair in
      sum + pair.0.x * pair.1.y - pair.1.x * pair.0.y
    }
    return abs(doubled) / 2 / 1_000_000
  }
}
