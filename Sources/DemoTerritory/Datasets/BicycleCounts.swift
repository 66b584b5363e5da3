internal import Catalogue
internal import CivilTime
internal import Foundation

/// Three years of bicycles counted each hour, in the columns of the national schema (comptage-mobilites).
enum BicycleCounts {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "comptages-velo",
      "Comptages de vélos, heure par heure",
      """
      Le nombre de vélos passés chaque heure devant trois compteurs permanents, depuis trois ans.

      Les boucles sont sous la chaussée\u{A0}; elles comptent les vélos dans les deux sens et ne \
      reconnaissent personne. Les heures sont en temps universel (UTC).

      - **Pont de la Vive**, sur la voie verte\u{A0};
      - **Avenue de la Gare**, à Arpent-sur-Vive\u{A0};
      - **Route de Brindelle**, hors agglomération, en panne trois semaines l’été dernier\u{A0}: les \
      heures sans mesure sont vides.
      """,
      organization: DemoOrganizations.mobility,
      theme: "mobilites",
      keywords: ["vélo", "comptage", "mobilités douces", "cyclistes", "trafic"],
      frequency: .monthly,
      schema: "etalab/schema-comptage-mobilites-measure",
      territories: ["Arpent-sur-Vive", "Brindelle"],
      period: Period(start: demo.today.month(-36).iso, end: demo.today.month(0).adding(days: -1).iso),
      columns: columns,
      versions: [
        demo.version(daysAgo: 35, "comptages-velo.csv") { _ in file(demo, until: demo.today.month(-1)) },
        demo.version(daysAgo: 4, "comptages-velo.csv") { _ in file(demo, until: demo.today.month(0)) },
      ]
    )
  }

  private static let columns = [
    ("counter_id", "Identifiant du compteur."), ("channel_id", "Identifiant de la voie comptée."),
    ("start_datetime", "Début de l’heure, en temps universel."), ("end_datetime", "Fin de l’heure."),
    ("count", "Nombre de vélos passés\u{A0}; vide quand le compteur était en panne."),
  ]

  private static let counters = [
    (id: "VDA-C01", channel: "VDA-C01-pont-de-la-vive", daily: 640.0),
    (id: "VDA-C02", channel: "VDA-C02-avenue-de-la-gare", daily: 410.0),
    (id: "VDA-C03", channel: "VDA-C03-route-de-brindelle", daily: 150.0),
  ]

  /// The share of a day's bicycles in each hour, in thousandths: two peaks at work, one hump at rest.
  private static let weekday = [
    3, 1, 1, 1, 3, 12, 35, 98, 118, 52, 32, 36, 48, 46, 40, 46, 74, 112, 98, 60, 38, 24, 14, 8,
  ]
  private static let weekend = [
    6, 4, 2, 1, 2, 5, 12, 22, 42, 68, 86, 88, 70, 72, 92, 98, 94, 82, 62, 40, 24, 14, 9, 5,
  ]

  static func file(_ demo: DemoContext, until end: CivilDate) -> [UInt8] {
    let start = demo.today.month(-36)
    let breakdown = demo.start(of: demo.year - 1).adding(days: 195)
    var bytes = Array("counter_id,channel_id,start_datetime,end_datetime,count\n".utf8)
    bytes.reserveCapacity(90_000 * 85)
    for counter in counters {
      var random = demo.random("counter \(counter.id)")
      let head = "\(counter.id),\(counter.channel),"
      for number in start.daysSinceEpoch..<end.daysSinceEpoch {
        let day = CivilDate(daysSinceEpoch: number)
        let isBroken = counter.id == "VDA-C03" && (0..<21).contains(day.days(since: breakdown))
        let total = dailyTotal(counter.daily, day, &random)
        let profile = day.isWeekend ? weekend : weekday
        for hour in 0..<24 {
          let mean = total * Double(profile[hour]) / 1_000
          let count = max(0, Int(random.bell(mean: mean, deviation: mean.squareRoot() * 0.9).rounded()))
          bytes += line(head, day, hour, isBroken ? "" : String(count)).utf8
        }
      }
    }
    return bytes
  }

  private static func line(_ head: String, _ day: CivilDate, _ hour: Int, _ count: String) -> String {
    let end = hour == 23 ? day.adding(days: 1).iso + "T00" : day.iso + "T" + Decimals.padded(hour + 1, 2)
    return head + day.iso + "T" + Decimals.padded(hour, 2) + ":00:00Z," + end + ":00:00Z," + count + "\n"
  }

  /// More bicycles in June than in January, fewer when it rains, a few more each year.
  private static func dailyTotal(_ usual: Double, _ day: CivilDate, _ random: inout SplitMix64) -> Double {
    let yearDay = Double(day.daysSinceEpoch % 365)
    let season = 1 + 0.38 * sin((yearDay - 100) / 365 * 2 * .pi)
    let rain = random.once(in: 4) ? random.double(0.45..<0.8) : 1
    let trend = 1 + Double(day.daysSinceEpoch - 19_000) / 365 * 0.06
    return usual * season * rain * trend * (day.isWeekend ? 0.8 : 1)
  }
}
