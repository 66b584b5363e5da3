internal import Catalogue
internal import CivilTime

/// Where to drop glass, paper and clothes: latitude and longitude in one column.
enum DropOffPoints {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "points-d-apport-volontaire",
      "Points d’apport volontaire",
      """
      Les conteneurs où déposer le verre, le papier, les textiles et les biodéchets.

      La position de chaque conteneur est écrite *latitude, longitude* dans une seule colonne. Un conteneur \
      accessible peut être utilisé depuis un fauteuil roulant.
      """,
      organization: DemoOrganizations.environment,
      theme: "dechets",
      keywords: ["verre", "tri", "conteneurs", "recyclage", "textiles", "compost"],
      frequency: .quarterly,
      columns: columns,
      versions: [
        demo.version(daysAgo: 150, "apport-volontaire.csv") { _ in file(demo, count: 128) },
        demo.version(daysAgo: 62, "apport-volontaire.csv") { _ in file(demo, count: 137) },
      ]
    )
  }

  private static let columns = [
    ("identifiant", "Numéro du conteneur."), ("matiere", "Ce qu’on y dépose."), ("commune", "Commune."),
    ("adresse", "Voie."), ("coordonnees", "Latitude et longitude, en degrés."),
    ("volume_m3", "Volume, en mètres cubes."),
    ("accessible", "Accessible en fauteuil roulant."), ("mise_en_service", "Jour de mise en service."),
  ]

  private static func file(_ demo: DemoContext, count: Int) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for number in 1...count {
      var random = demo.random("container \(number)")
      let commune = random.pick(demo.communes)
      let place = commune.place(&random)
      table.row([
        "PAV\(Decimals.padded(number, 4))",
        random.pick(["verre", "verre", "papier", "textiles", "biodéchets"]),
        commune.name, random.pick(Words.streets),
        "\(Decimals.text(place.latitude, places: 6)), \(Decimals.text(place.longitude, places: 6))",
        random.pick(["2,5", "3", "4"]), random.once(in: 3) ? "non" : "oui",
        demo.today.adding(days: -random.int(200...3_000)).french,
      ])
    }
    return table.bytes()
  }
}
