internal import Catalogue
internal import CivilTime
internal import Foundation

/// Daily air quality, from a partner whose program writes decimal commas.
enum AirQuality {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "qualite-de-l-air",
      "Qualité de l’air, mesures journalières",
      """
      Les concentrations moyennes de chaque jour, aux deux stations du territoire, et l’indice de qualité \
      de l’air qui s’en déduit.

      Les concentrations sont en microgrammes par mètre cube. Les mesures du jour sont provisoires\u{A0}: \
      elles sont validées dans le mois. Les décimales sont séparées par une virgule.
      """,
      organization: DemoOrganizations.air,
      theme: "environnement",
      keywords: ["air", "pollution", "particules", "ozone", "santé"],
      frequency: .daily,
      licence: "odc-odbl",
      territories: ["Arpent-sur-Vive", "Fontmarelle"],
      period: Period(start: demo.today.adding(days: -730).iso),
      columns: columns,
      versions: [
        demo.version(daysAgo: 1, "mesures-air.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 0, "mesures-air.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("date", "Jour de mesure."), ("code_station", "Code de la station."), ("station", "Nom de la station."),
    ("type_station", "Urbaine ou rurale."), ("no2", "Dioxyde d’azote, en µg/m³."), ("o3", "Ozone, en µg/m³."),
    ("pm10", "Particules de moins de 10 µm, en µg/m³."), ("pm25", "Particules de moins de 2,5 µm, en µg/m³."),
    ("indice", "Indice de qualité de l’air, de 1 à 6."), ("qualificatif", "Ce que dit l’indice."),
    ("validation", "Mesure provisoire ou validée."),
  ]

  private static let names = ["bon", "moyen", "dégradé", "mauvais", "très mauvais", "extrêmement mauvais"]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for number in (demo.today.daysSinceEpoch - 730)..<day.daysSinceEpoch {
      let date = CivilDate(daysSinceEpoch: number)
      for (code, station, isUrban) in [
        ("FR99001", "Arpent-sur-Vive – Halles", true), ("FR99002", "Fontmarelle", false),
      ] {
        var random = demo.random("air \(code) \(number)")
        let summer = 0.5 - 0.5 * cos(Double(number % 365 - 15) / 365 * 2 * .pi)
        let values = [
          random.bell(mean: isUrban ? 24 - 8 * summer : 9, deviation: 5),
          random.bell(mean: 40 + 45 * summer, deviation: 12),
          random.bell(mean: 21 - 6 * summer, deviation: 6), random.bell(mean: 12 - 5 * summer, deviation: 4),
        ].map { max(1, $0) }
        let index = min(6, max(1, Int(max(values[1] / 40, values[2] / 15, values[3] / 9).rounded(.up))))
        // A probe under repair sends nothing.
        let isMissing = number % 97 < 3
        table.row(
          [date.iso, code, station, isUrban ? "urbaine" : "rurale"]
            + values.enumerated().map { offset, value in
              isMissing && offset == 1 ? "NA" : Decimals.text(value, places: 1, separator: ",")
            } + [String(index), names[index - 1], day.days(since: date) > 30 ? "validée" : "provisoire"]
        )
      }
    }
    return table.bytes()
  }
}
