internal import Catalogue

/// First names of new-born children, in the columns of the national schema (SCDL « prénoms » 1.1).
enum FirstNames {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "prenoms-des-nouveau-nes",
      "Prénoms des nouveau-nés",
      """
      Les prénoms donnés aux enfants nés à la maternité d’Arpent-sur-Vive, par année et par sexe.

      Pour que nul ne soit reconnu, un prénom donné moins de trois fois dans l’année n’apparaît pas. Le \
      fichier suit le schéma national des prénoms.
      """,
      organization: "arpent-sur-vive",
      theme: "population",
      keywords: ["prénoms", "naissances", "état civil", "scdl"],
      frequency: .annual,
      schema: "scdl/prenoms",
      territories: ["Arpent-sur-Vive"],
      period: Period(start: "\(demo.year - 10)-01-01", end: "\(demo.year - 1)-12-31"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 410, "prenoms.csv") { _ in file(demo, last: demo.year - 2) },
        demo.version(daysAgo: 47, "prenoms.csv") { _ in file(demo, last: demo.year - 1) },
      ]
    )
  }

  private static let columns = [
    ("COMMUNE_NOM", "Commune de naissance."), ("COLL_INSEE", "Code INSEE de la commune."),
    ("ENFANT_SEXE", "M pour masculin, F pour féminin."), ("ENFANT_PRENOM", "Prénom."),
    ("NOMBRE_OCCURRENCES", "Nombre d’enfants qui l’ont reçu."), ("ANNEE", "Année de naissance."),
  ]

  private static let masculine: Set<String> = [
    "Jules", "Gabriel", "Hugo", "Léo", "Noé", "Maël", "Raphaël", "Aaron", "Marius", "Tiago", "Ambroise",
    "Loïc", "Malo",
  ]

  private static func file(_ demo: DemoContext, last: Int) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for year in (demo.year - 10)...last {
      var random = demo.random("first names \(year)")
      for name in Words.firstNames {
        let count = Int(random.bell(mean: 6, deviation: 3))
        let isBoth = ["Camille", "Sacha"].contains(name)
        for sex in isBoth ? ["F", "M"] : [masculine.contains(name) ? "M" : "F"] {
          let given = isBoth ? count / 2 + 1 : count
          guard given >= 3 else { continue }
          table.row([
            demo.communes[0].name, demo.communes[0].codeInsee, sex, name, String(given), String(year),
          ])
        }
      }
    }
    return table.bytes()
  }
}
