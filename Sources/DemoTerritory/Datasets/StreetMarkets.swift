internal import Catalogue

/// Open-air markets, in a tab-separated file.
enum StreetMarkets {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "marches-de-plein-air",
      "Marchés de plein air",
      """
      Les marchés des communes\u{A0}: jour, heures, lieu et nombre de places.

      Les places se demandent à la mairie. Les horaires d’été vont du 1ᵉʳ avril au 30 septembre.
      """,
      organization: "brindelle",
      theme: "economie",
      keywords: ["marchés", "commerce", "producteurs", "alimentation", "forains"],
      frequency: .annual,
      columns: columns,
      versions: [
        // Nobody touched it for more than a year.
        demo.version(daysAgo: 455, "marches.tsv") { _ in file(demo) }
      ]
    )
  }

  private static let columns = [
    ("nom", "Nom du marché."), ("commune", "Commune."), ("lieu", "Lieu."), ("jour", "Jour de la semaine."),
    ("ouverture", "Heure d’ouverture."), ("fermeture", "Heure de fermeture."),
    ("places", "Nombre de places."),
    ("longueur_m", "Longueur d’étals, en mètres."), ("bio", "Producteurs en agriculture biologique."),
    ("latitude", "Latitude, en degrés."), ("longitude", "Longitude, en degrés."),
  ]

  private static let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  private static func file(_ demo: DemoContext) -> [UInt8] {
    var table = TableText(delimiter: "\t")
    table.row(columns.map(\.0))
    for number in 0..<17 {
      var random = demo.random("market \(number)")
      let commune = demo.communes[number % demo.communes.count]
      let place = commune.place(&random)
      let stalls = random.int(4...60)
      table.row([
        "Marché du \(days[(number * 3) % 7]) \(commune.of)", commune.name,
        random.pick(["place du Marché", "place de la Mairie", "cour des Halles"]), days[(number * 3) % 7],
        random.pick(["07:30", "08:00", "16:00"]), random.pick(["12:30", "13:00", "19:30"]), String(stalls),
        Decimals.text(Double(stalls) * random.double(2.5..<4.5), places: 1),
        random.once(in: 2) ? "oui" : "non",
        Decimals.text(place.latitude, places: 6), Decimals.text(place.longitude, places: 6),
      ])
    }
    return table.bytes()
  }
}
