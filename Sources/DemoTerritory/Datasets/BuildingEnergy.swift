internal import Catalogue
internal import CivilTime

/// The energy public buildings use, kept in a workbook.
enum BuildingEnergy {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "energie-des-batiments",
      "Consommations d’énergie des bâtiments publics",
      """
      L’électricité, le gaz et le bois consommés chaque année par les bâtiments de la communauté de \
      communes, avec leur surface et leur usage.

      Les consommations sont en kilowattheures d’énergie finale, relevées sur les factures. Elles servent \
      au suivi de l’obligation de réduire la consommation des bâtiments tertiaires. Le fichier est un \
      classeur.
      """,
      organization: DemoOrganizations.works,
      theme: "environnement",
      keywords: ["énergie", "bâtiments", "électricité", "gaz", "sobriété", "climat"],
      frequency: .annual,
      period: Period(start: "\(demo.year - 4)-01-01", end: "\(demo.year - 1)-12-31"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 401, "Consommations bâtiments.xlsx") { _ in file(demo, last: demo.year - 2) },
        demo.version(daysAgo: 29, "Consommations bâtiments.xlsx") { _ in file(demo, last: demo.year - 1) },
      ]
    )
  }

  private static let columns = [
    ("Bâtiment", "Nom du bâtiment."), ("Commune", "Commune."), ("Usage", "Usage principal."),
    ("Surface (m²)", "Surface de plancher, en mètres carrés."), ("Année", "Année."),
    ("Relevé le", "Jour du relevé."), ("Électricité (kWh)", "Électricité, en kilowattheures."),
    ("Gaz (kWh)", "Gaz, en kilowattheures."), ("Bois (kWh)", "Bois, en kilowattheures."),
    ("kWh par m²", "Énergie par mètre carré."),
  ]

  private static let uses = [
    ("Gymnase", 1_450), ("Médiathèque", 1_820), ("Siège", 2_300), ("Crèche", 620), ("Piscine", 2_750),
    ("Atelier technique", 900), ("Maison de santé", 740), ("Salle polyvalente", 560),
  ]

  private static func file(_ demo: DemoContext, last: Int) -> [UInt8] {
    var workbook = Workbook(sheetName: "Consommations")
    workbook.row(columns.map { .text($0.0) })
    for index in 0..<42 {
      let commune = demo.communes[index % demo.communes.count]
      let (use, surface) = uses[(index / 8 + index) % uses.count]
      for year in (demo.year - 4)...last {
        var random = demo.random("energy \(index) \(year)")
        let area = surface + index * 7
        let electricity = Double(area) * max(12, random.bell(mean: use == "Piscine" ? 210 : 52, deviation: 7))
        let gas = index % 3 == 2 ? 0 : Double(area) * max(20, random.bell(mean: 88, deviation: 11))
        let wood = index % 3 == 2 ? Double(area) * random.double(70..<110) : 0
        let read = (CivilDate(year: year + 1, month: 1, day: 1 + index % 28) ?? demo.today)
          .daysSinceEpoch
        workbook.row([
          .text("\(use) \(commune.of)"), .text(commune.name), .text(use),
          .number(Double(area), places: 0),
          .number(Double(year), places: 0), .day(read + 25_569), .number(electricity, places: 1),
          gas == 0 ? .empty : .number(gas, places: 1), wood == 0 ? .empty : .number(wood, places: 1),
          .number((electricity + gas + wood) / Double(area), places: 2),
        ])
      }
    }
    return workbook.bytes()
  }
}
