internal import Catalogue

/// Water used by street: described in public, given on request.
enum WaterConsumption {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "consommations-eau-par-rue",
      "Consommations d’eau potable par rue",
      """
      Les mètres cubes d’eau consommés chaque année, par rue et par type d’abonné.

      **Accès sur demande.** Une rue de peu d’abonnés pourrait révéler les habitudes d’un foyer\u{A0}: \
      seules les rues d’au moins onze abonnés figurent dans le fichier, et il n’est transmis qu’aux \
      services et aux organismes qui disent ce qu’ils en feront.
      """,
      organization: DemoOrganizations.water,
      theme: "eau",
      keywords: ["eau potable", "consommations", "abonnés", "sobriété"],
      frequency: .annual,
      period: Period(start: "\(demo.year - 3)-01-01", end: "\(demo.year - 1)-12-31"),
      access: .restricted,
      columns: columns,
      versions: [demo.version(daysAgo: 61, "consommations-eau.csv") { _ in file(demo) }]
    )
  }

  private static let columns = [
    ("annee", "Année."), ("code_insee", "Code INSEE de la commune."), ("voie", "Nom de la voie."),
    ("type_abonne", "Ménages ou professionnels."), ("abonnes", "Nombre d’abonnés."),
    ("volume_m3", "Volume consommé, en mètres cubes."),
  ]

  private static func file(_ demo: DemoContext) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for year in (demo.year - 3)..<demo.year {
      for commune in demo.communes {
        var random = demo.random("consumption \(year) \(commune.id)")
        for street in Words.streets.prefix(commune.population > 4_000 ? 40 : 14) {
          let households = random.int(6...140)
          guard households > 10 else { continue }
          table.row([
            String(year), commune.codeInsee, street, "ménages", String(households),
            Decimals.text(Double(households) * random.double(78..<124), places: 1, separator: ","),
          ])
        }
      }
    }
    return table.bytes()
  }
}
