internal import Catalogue
internal import CivilTime

/// Waste collected, as a spreadsheet exports it: title lines above the header, French dates and numbers.
enum WasteCollection {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "tonnages-de-dechets",
      "Tonnages de déchets collectés",
      """
      Les tonnes de déchets ramassées chaque mois dans chaque commune, par flux\u{A0}: ordures ménagères, \
      emballages, verre, biodéchets, encombrants.

      Le tableau est exporté tel quel du classeur de suivi\u{A0}: il commence par trois lignes de titre, \
      les dates sont en jour/mois/année et les nombres à la française.
      """,
      organization: DemoOrganizations.environment,
      theme: "dechets",
      keywords: ["déchets", "collecte", "tri", "recyclage", "ordures ménagères"],
      frequency: .monthly,
      period: Period(start: demo.today.month(-37).iso),
      columns: columns,
      versions: [
        demo.version(daysAgo: 52, "Suivi tonnages.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 21, "Suivi tonnages.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("Mois", "Premier jour du mois."), ("Commune", "Commune."), ("Code INSEE", "Code INSEE de la commune."),
    ("Flux", "Nature des déchets."), ("Tonnes", "Tonnes collectées."),
    ("Kg par habitant", "Kilogrammes par habitant."), ("Part refusée", "Part refusée au tri, en pour cent."),
  ]

  private static let streams = [
    ("Ordures ménagères", 15.2, 0.0), ("Emballages et papiers", 5.1, 14.0), ("Verre", 3.2, 1.0),
    ("Biodéchets", 2.6, 4.0), ("Encombrants", 1.7, 0.0),
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText(delimiter: ";", newline: "\r\n")
    table.line("COMMUNAUTÉ DE COMMUNES DU VAL D’ARPENT;;;;;;")
    table.line("Suivi des tonnages collectés – direction de l’environnement;;;;;;")
    table.line(";;;;;;")
    table.row(columns.map(\.0))
    var month = demo.today.month(-37)
    while month.month(1) <= day.month(0) {
      for commune in demo.communes {
        var random = demo.random("waste \(month.iso) \(commune.id)")
        for (stream, kilograms, refused) in streams {
          let perHead = max(0.1, random.bell(mean: kilograms, deviation: kilograms * 0.12))
          let isUnknown = stream == "Biodéchets" && commune.population < 800
          table.row([
            month.french, commune.name, commune.codeInsee, stream,
            isUnknown ? "n.c." : Decimals.french(perHead * Double(commune.population) / 1_000, places: 2),
            isUnknown ? "n.c." : Decimals.french(perHead, places: 2),
            refused == 0
              ? "" : Decimals.french(max(0, random.bell(mean: refused, deviation: 1)), places: 1) + " %",
          ])
        }
      }
      month = month.month(1)
    }
    return table.bytes(.utf8WithMark)
  }
}
