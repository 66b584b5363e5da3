internal import Catalogue
internal import CivilTime

/// Loans of the libraries, month by month; two months late.
enum LibraryLoans {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "prets-des-bibliotheques",
      "Prêts du réseau de lecture publique",
      """
      Le nombre de documents prêtés chaque mois par les cinq bibliothèques du réseau, par type de \
      document et par public.

      Les prêts sont comptés au retour ou à la prolongation. Aucune donnée ne porte sur les lecteurs.
      """,
      organization: DemoOrganizations.culture,
      theme: "culture",
      keywords: ["bibliothèques", "prêts", "lecture publique", "livres", "médiathèque"],
      frequency: .monthly,
      period: Period(start: demo.today.month(-50).iso),
      columns: columns,
      versions: [
        demo.version(daysAgo: 105, "prets.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 74, "prets.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("mois", "Mois, sous la forme année-mois."), ("bibliotheque", "Bibliothèque."),
    ("code_insee", "Code INSEE de la commune."),
    ("type_document", "Type de document."), ("public", "Public visé."), ("prets", "Nombre de prêts."),
    ("emprunteurs_actifs", "Nombre de lecteurs qui ont emprunté au moins un document dans le mois."),
  ]

  private static let libraries = [
    ("Médiathèque des Halles", 0, 1.0), ("Bibliothèque de Brindelle", 1, 0.42),
    ("Bibliothèque de Fontmarelle", 4, 0.31),
    ("Bibliothèque de Chaumussac", 2, 0.18), ("Point lecture d’Orvanne", 6, 0.07),
  ]
  private static let kinds = [
    ("livre", "adulte", 1_450.0), ("livre", "jeunesse", 1_900), ("bande dessinée", "tous", 1_120),
    ("revue", "adulte", 260), ("film", "tous", 480), ("jeu", "tous", 190),
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    var month = demo.today.month(-50)
    while month.month(1) <= day.month(0) {
      for (library, commune, size) in libraries {
        var random = demo.random("loans \(month.iso) \(library)")
        let isHoliday = [7, 8].contains(month.components.month)
        for (kind, audience, usual) in kinds {
          let loans = max(
            0,
            Int(random.bell(mean: usual * size * (isHoliday ? 0.75 : 1), deviation: usual * size * 0.08))
          )
          let readers = max(1, Int(Double(loans) / random.double(3.2..<4.4)))
          table.row([
            String(month.iso.prefix(7)), library, demo.communes[commune].codeInsee, kind, audience,
            String(loans),
            String(readers),
          ])
        }
      }
      month = month.month(1)
    }
    return table.bytes()
  }
}
