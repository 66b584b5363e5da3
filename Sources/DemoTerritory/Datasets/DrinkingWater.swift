internal import Catalogue
internal import CivilTime

/// Analyses of drinking water, delivered by the operator.
enum DrinkingWater {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "analyses-eau-potable",
      "Analyses de l’eau potable",
      """
      Les résultats d’analyse de l’eau distribuée, prélevée chaque semaine aux robinets de huit bâtiments \
      publics.

      Livrées par *Eaux de la Vive*, délégataire du service, comme le prévoit son contrat. Les limites de \
      qualité sont celles du code de la santé publique\u{A0}; les mesures de l’agence régionale de santé \
      font seules foi.
      """,
      organization: DemoOrganizations.water,
      theme: "eau",
      keywords: ["eau potable", "nitrates", "chlore", "analyses", "robinet"],
      frequency: .monthly,
      period: Period(start: demo.today.month(-25).iso),
      highValue: .environment,
      columns: columns,
      versions: [
        demo.version(daysAgo: 43, "analyses-eau.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 13, "analyses-eau.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("date_prelevement", "Jour et heure du prélèvement."), ("point", "Bâtiment où l’eau est prélevée."),
    ("code_insee", "Code INSEE de la commune."), ("parametre", "Ce qui est mesuré."),
    ("valeur", "Valeur mesurée."),
    ("unite", "Unité."), ("limite", "Limite ou référence de qualité."), ("conforme", "Conforme à la limite."),
  ]

  private static let parameters: [(name: String, unit: String, limit: Double, mean: Double, spread: Double)] =
    [
      ("Nitrates", "mg/L", 50, 27, 5), ("Chlore libre", "mg/L", 0.5, 0.28, 0.07),
      ("pH", "unité pH", 9, 7.5, 0.15),
      ("Turbidité", "NFU", 2, 0.35, 0.18), ("Calcaire", "°f", 40, 28, 2),
    ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for number in demo.today.month(-25).daysSinceEpoch..<day.daysSinceEpoch where number % 7 == 5 {
      let date = CivilDate(daysSinceEpoch: number)
      for commune in demo.communes {
        var random = demo.random("water \(number) \(commune.id)")
        let time =
          "\(date.iso)T\(Decimals.padded(random.int(8...11), 2)):\(Decimals.padded(random.int(0...59), 2)):00"
        for parameter in parameters {
          let value = max(0.02, random.bell(mean: parameter.mean, deviation: parameter.spread))
          // The laboratory writes what its instruments cannot see as « below the threshold ».
          let isBelow = parameter.name == "Turbidité" && value < 0.1
          table.row([
            time, "Mairie \(commune.of)", commune.codeInsee, parameter.name,
            isBelow ? "<0,1" : Decimals.text(value, places: 2, separator: ","), parameter.unit,
            Decimals.text(parameter.limit, places: 1, separator: ","),
            value <= parameter.limit ? "oui" : "non",
          ])
        }
      }
    }
    return table.bytes()
  }
}
