internal import Catalogue
internal import CivilTime

/// Building permits counted by commune and quarter; no applicant is told of.
enum BuildingPermits {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "permis-de-construire",
      "Permis de construire délivrés",
      """
      Le nombre de permis accordés et refusés chaque trimestre, par commune et par nature de projet, avec la \
      surface créée.

      Ce sont des totaux\u{A0}: ils ne disent rien des demandeurs. Les permis retirés après coup sont déduits.
      """,
      organization: DemoOrganizations.planning,
      theme: "habitat-urbanisme",
      keywords: ["urbanisme", "permis de construire", "logement", "construction", "autorisations"],
      frequency: .quarterly,
      period: Period(start: "\(demo.year - 4)-01-01"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 133, "permis.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 41, "permis.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("trimestre", "Trimestre, sous la forme année-T1."), ("code_insee", "Code INSEE de la commune."),
    ("commune", "Commune."), ("nature", "Nature du projet."), ("accordes", "Permis accordés."),
    ("refuses", "Permis refusés."), ("surface_m2", "Surface de plancher créée, en mètres carrés."),
    ("delai_moyen_jours", "Délai moyen d’instruction, en jours."),
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    var quarter = demo.start(of: demo.year - 4)
    while quarter.month(3) <= day {
      let (year, month, _) = quarter.components
      for commune in demo.communes {
        for nature in ["maison individuelle", "logement collectif", "activité", "équipement public"] {
          var random = demo.random("permits \(quarter.iso) \(commune.id) \(nature)")
          let scale = Double(commune.population) / 1_500
          let granted = max(
            0,
            Int(
              random.bell(
                mean: nature == "maison individuelle" ? scale * 2.2 : scale * 0.4,
                deviation: scale * 0.5
              )
            )
          )
          table.row([
            "\(year)-T\((month + 2) / 3)", commune.codeInsee, commune.name, nature, String(granted),
            String(granted > 3 ? random.int(0...2) : 0), String(granted * random.int(88...240)),
            granted == 0 ? "" : String(random.int(38...74)),
          ])
        }
      }
      quarter = quarter.month(3)
    }
    return table.bytes()
  }
}
