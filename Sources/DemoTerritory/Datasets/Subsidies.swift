internal import Catalogue
internal import CivilTime

/// Grants to associations, in the columns of the national schema (SCDL « subventions » 2.1).
enum Subsidies {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "subventions-aux-associations",
      "Subventions versées aux associations",
      """
      Les subventions que la communauté de communes et ses communes ont votées depuis \(demo.year - 3), \
      une ligne par convention.

      Le fichier suit le schéma national des subventions. Il est tenu par la direction des finances à \
      partir des conventions signées\u{A0}; les aides inférieures à 150\u{A0}€ n’y figurent pas.

      **À savoir.** Quelques conventions de l’an dernier ont été saisies à la main\u{A0}: leurs dates et \
      leurs montants restent à corriger.
      """,
      organization: DemoOrganizations.finances,
      theme: "finances",
      keywords: ["subventions", "associations", "aides", "scdl", "conventions"],
      frequency: .annual,
      period: Period(start: "\(demo.year - 3)-01-01", end: "\(demo.year - 1)-12-31"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 752, "subventions-\(demo.year - 3).csv") { _ in
          file(demo, years: [demo.year - 3], withScheme: false, faults: 0)
        },
        demo.version(daysAgo: 371, "subventions.csv") { _ in
          file(demo, years: [demo.year - 3, demo.year - 2], withScheme: true, faults: 0)
        },
        demo.version(daysAgo: 19, "subventions.csv") { _ in
          file(demo, years: [demo.year - 3, demo.year - 2, demo.year - 1], withScheme: true, faults: 9)
        },
      ]
    )
  }

  private static let columns = [
    ("nomAttribuant", "Nom de la collectivité qui verse l’aide."), ("idAttribuant", "Son numéro SIRET."),
    ("dateConvention", "Jour de signature de la convention, ou de la décision."),
    ("referenceDecision", "Référence de la délibération."),
    ("nomBeneficiaire", "Nom de l’association aidée."),
    ("idBeneficiaire", "Son numéro SIRET, si elle en a un."),
    ("rnaBeneficiaire", "Son numéro au répertoire national des associations."),
    ("objet", "Ce que l’aide finance."),
    ("montant", "Montant total, en euros."), ("nature", "Aide en numéraire ou en nature."),
    ("conditionsVersement", "Versement unique ou échelonné."),
    ("datesPeriodeVersement", "Premier et dernier jour de versement."),
    ("idRAE", "Numéro au répertoire des aides d’État."),
    ("notificationUE", "Aide notifiée à la Commission européenne."),
    ("pourcentageSubvention", "Part de l’aide dans le budget du projet."),
    ("dispositifAide", "Identifiant du dispositif."),
  ]

  private static let purposes = [
    "Fonctionnement annuel", "Organisation du festival d'été", "Achat de matériel sportif", "Fête de la Vive",
    "Atelier d'aide aux devoirs", "Rénovation du local", "Tournoi intercommunal", "Semaine du goût",
    "Concerts dans les villages", "Jardin pédagogique", "Sorties nature, printemps et automne",
    "Accompagnement à la scolarité",
  ]

  private static func file(_ demo: DemoContext, years: [Int], withScheme: Bool, faults: Int) -> [UInt8] {
    var table = TableText()
    table.row(withScheme ? SubsidiesGenerator.columns : Array(SubsidiesGenerator.columns.dropLast()))
    for year in years {
      var random = demo.random("subsidies \(year)")
      let isLast = year == demo.year - 1
      for number in 0..<140 {
        var cells = row(demo, year, number, &random)
        if isLast, faults > 0, number % 15 == 7 { spoil(&cells, number) }
        table.row(withScheme ? cells : Array(cells.dropLast()))
      }
    }
    return table.bytes()
  }

  private static func row(_ demo: DemoContext, _ year: Int, _ number: Int, _ random: inout SplitMix64)
    -> [String]
  {
    let fromTerritory = random.once(in: 2)
    let commune = random.pick(demo.communes)
    let receiver = random.int(0...Words.associations.count - 1)
    let day = demo.start(of: year).adding(days: random.int(20...340))
    let amount = Double(random.int(3...60)) * (fromTerritory ? 250 : 50)
    return [
      fromTerritory ? "Communauté de communes du Val d'Arpent" : "Commune \(commune.of)",
      fromTerritory ? DemoOrganizations.territorySiret : commune.siret, day.iso,
      "\(year)-\(Decimals.padded(day.components.month, 2))-\(Decimals.padded(number + 1, 3))",
      Words.associations[receiver],
      random.once(in: 6)
        ? "" : Identifiers.siret(siren: Identifiers.siren(number: 500 + receiver), establishment: 1),
      Identifiers.rna(number: receiver), random.pick(purposes), Decimals.text(amount, places: 2),
      random.once(in: 9) ? "aide en nature" : "aide en numéraire",
      random.once(in: 4) ? "échelonné" : "unique",
      "\(day.iso)/\(day.adding(days: 180).iso)", "", "non",
      Decimals.text(Double(random.int(5...80)) / 100, places: 2),
      random.once(in: 3) ? Identifiers.uuid(&random) : "",
    ]
  }

  /// What an agent in a hurry types.
  private static func spoil(_ cells: inout [String], _ number: Int) {
    switch number / 15 % 3 {
    case 0:
      let day = CivilDate(cells[2])
      cells[2] = day?.french ?? cells[2]
    case 1: cells[8] = cells[8].replacing(".", with: ",") + " €"
    default: cells[5] = cells[5].isEmpty ? "en cours" : String(cells[5].dropLast()) + "X"
    }
  }
}
