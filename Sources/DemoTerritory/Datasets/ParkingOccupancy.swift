internal import Catalogue
internal import CivilTime

/// Hourly occupancy of car parks: a feed that stopped, so that lateness shows.
enum ParkingOccupancy {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "occupation-des-parkings",
      "Occupation des parcs de stationnement",
      """
      Le nombre de places libres, heure par heure, dans les quatre parcs de stationnement \
      d’Arpent-sur-Vive.

      Les barrières comptent les entrées et les sorties. **La remontée automatique est interrompue** \
      depuis une mise à jour du système de péage\u{A0}: les données seront complétées dès sa remise en \
      service.
      """,
      organization: DemoOrganizations.mobility,
      theme: "mobilites",
      keywords: ["stationnement", "parking", "places libres", "voitures"],
      frequency: .hourly,
      territories: ["Arpent-sur-Vive"],
      columns: columns,
      versions: [demo.version(daysAgo: 12, "parkings.csv") { day in file(demo, until: day) }]
    )
  }

  private static let columns = [
    ("id", "Identifiant du parc."), ("nom", "Nom du parc."), ("horodatage", "Heure du relevé, heure légale."),
    ("capacite", "Nombre de places."), ("places_libres", "Nombre de places libres."),
    ("taux_occupation", "Part des places occupées, en pour cent."), ("etat", "Ouvert, fermé ou complet."),
    ("Xlong", "Longitude, en degrés."), ("Ylat", "Latitude, en degrés."),
  ]

  private static let parks = [("Halles", 212), ("Gare", 340), ("Remparts", 96), ("Piscine", 150)]
  private static let busy = [
    5, 4, 4, 4, 5, 8, 18, 42, 66, 78, 84, 86, 74, 72, 80, 82, 80, 76, 62, 48, 36, 24, 14, 8,
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for (index, park) in parks.enumerated() {
      var random = demo.random("park \(park.0)")
      let place = demo.communes[0].place(&random)
      for number in (day.daysSinceEpoch - 60)..<day.daysSinceEpoch {
        let date = CivilDate(daysSinceEpoch: number)
        for hour in 0..<24 {
          let share = Double(busy[hour]) * (date.isWeekend ? 0.7 : 1) + random.double(-9..<9)
          let taken = min(park.1, max(0, Int(share / 100 * Double(park.1))))
          table.row([
            "\(demo.communes[0].codeInsee)-P-\(Decimals.padded(index + 1, 3))", "Parc \(park.0)",
            "\(date.iso) \(Decimals.padded(hour, 2)):00:00", String(park.1), String(park.1 - taken),
            Decimals.text(Double(taken) * 100 / Double(park.1), places: 1),
            taken == park.1 ? "complet" : "ouvert", Decimals.text(place.longitude, places: 6),
            Decimals.text(place.latitude, places: 6),
          ])
        }
      }
    }
    return table.bytes()
  }
}
