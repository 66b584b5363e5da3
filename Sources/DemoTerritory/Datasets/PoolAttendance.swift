internal import Catalogue
internal import CivilTime

/// Who came to the pool each day.
enum PoolAttendance {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "frequentation-de-la-piscine",
      "Fréquentation de la piscine",
      """
      Les entrées de chaque jour à la piscine du Val, par type de public, avec la température de l’eau.

      La piscine ferme deux semaines en janvier pour la vidange\u{A0}: ces jours-là, la température est vide.
      """,
      organization: DemoOrganizations.culture,
      theme: "sports-associations",
      keywords: ["piscine", "natation", "fréquentation", "sport", "entrées"],
      frequency: .weekly,
      territories: ["Arpent-sur-Vive"],
      period: Period(start: demo.today.adding(days: -760).iso),
      columns: columns,
      versions: [
        demo.version(daysAgo: 13, "piscine.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 6, "piscine.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("date", "Jour."), ("jour", "Jour de la semaine."), ("public_adulte", "Entrées d’adultes."),
    ("public_enfant", "Entrées d’enfants."), ("scolaires", "Entrées de scolaires."),
    ("clubs", "Entrées de clubs."),
    ("total", "Total des entrées."), ("temperature_eau", "Température de l’eau, en degrés Celsius."),
    ("recette", "Recette du jour, en euros."),
  ]

  private static let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for number in (demo.today.daysSinceEpoch - 760)..<day.daysSinceEpoch {
      let date = CivilDate(daysSinceEpoch: number)
      let (_, month, dayOfMonth) = date.components
      var random = demo.random("pool \(number)")
      let isClosed = month == 1 && (5...18).contains(dayOfMonth)
      if isClosed {
        table.row([date.french, days[date.weekday - 1], "0", "0", "0", "0", "0", "", "0,00"])
        continue
      }
      let summer = [7, 8].contains(month)
      let adults = max(0, Int(random.bell(mean: date.isWeekend ? 190 : 120, deviation: 25)))
      let children = max(0, Int(random.bell(mean: date.isWeekend || summer ? 160 : 55, deviation: 22)))
      let pupils = date.isWeekend || summer ? 0 : random.int(60...150)
      let clubs = random.int(20...80)
      table.row([
        date.french, days[date.weekday - 1], String(adults), String(children), String(pupils), String(clubs),
        String(adults + children + pupils + clubs),
        Decimals.text(random.bell(mean: 27.6, deviation: 0.3), places: 1, separator: ","),
        Decimals.text(Double(adults) * 4.6 + Double(children) * 2.9, places: 2, separator: ","),
      ])
    }
    return table.bytes()
  }
}
