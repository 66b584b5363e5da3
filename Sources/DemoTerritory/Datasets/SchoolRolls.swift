internal import Catalogue

/// Pupils in each school and level at the start of the school year.
enum SchoolRolls {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "effectifs-des-ecoles",
      "Effectifs des écoles publiques",
      """
      Le nombre d’élèves et de classes de chaque école publique à la rentrée, niveau par niveau.

      Un niveau de moins de cinq élèves est regroupé avec le suivant. Les écoles sont désignées par leur \
      numéro national (UAI).
      """,
      organization: DemoOrganizations.families,
      theme: "education",
      keywords: ["écoles", "élèves", "effectifs", "rentrée", "classes"],
      frequency: .annual,
      period: Period(start: "\(firstYear(demo))-09-01"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 505, "effectifs.csv") { _ in file(demo, years: 5) },
        demo.version(daysAgo: 140, "effectifs.csv") { _ in file(demo, years: 6) },
      ]
    )
  }

  private static let columns = [
    ("rentree", "Année de la rentrée."), ("uai", "Numéro national de l’école."), ("ecole", "Nom de l’école."),
    ("code_insee", "Code INSEE de la commune."), ("commune", "Commune."), ("niveau", "Niveau."),
    ("eleves", "Nombre d’élèves."), ("classes", "Nombre de classes."),
  ]

  private static let names = [
    "École des Tilleuls", "École du Moulin", "École de Chaumussac", "École d’Écoussy", "École de la Prairie",
    "École de La Grélière", "École d’Orvanne", "École des Remparts", "École du Stade", "École des Sources",
  ]
  private static let levels = ["PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"]

  private static func firstYear(_ demo: DemoContext) -> Int { demo.year - 7 }

  private static func file(_ demo: DemoContext, years: Int) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for year in firstYear(demo)..<(firstYear(demo) + years) {
      for (index, name) in names.enumerated() {
        var random = demo.random("school \(index) \(year)")
        let commune = demo.communes[index < 7 ? index : 0]
        let size = commune.population > 4_000 ? 52.0 : 14.0
        for level in levels {
          let pupils = max(
            5,
            Int(random.bell(mean: size - Double(year - firstYear(demo)) * 0.3, deviation: 3))
          )
          table.row([
            String(year), Identifiers.uai(number: index), name, commune.codeInsee, commune.name, level,
            String(pupils), String(max(1, pupils / 24)),
          ])
        }
      }
    }
    return table.bytes()
  }
}
