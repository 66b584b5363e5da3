internal import Catalogue

/// The budget as voted, in the columns of the national schema (SCDL « budget » 0.8).
enum Budget {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "budget-primitif",
      "Budget primitif de la communauté de communes",
      """
      Le budget principal voté pour l’année, par nature et par fonction, en dépenses et en recettes.

      Les montants sont en euros. Les comptes suivent l’instruction budgétaire et comptable M57. Le budget \
      est équilibré\u{A0}: les recettes de chaque section égalent ses dépenses.
      """,
      organization: DemoOrganizations.finances,
      theme: "finances",
      keywords: ["budget", "dépenses", "recettes", "m57", "scdl"],
      frequency: .annual,
      schema: "scdl/budget",
      period: Period(start: "\(demo.year)-01-01", end: "\(demo.year)-12-31"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 372, "budget-primitif-\(demo.year - 1).csv") { _ in file(demo, demo.year - 1) },
        demo.version(daysAgo: 12, "budget-primitif-\(demo.year).csv") { _ in file(demo, demo.year) },
      ]
    )
  }

  private static let columns = [
    ("BGT_NATDEC", "Nature de la décision budgétaire."), ("BGT_ANNEE", "Exercice."),
    ("BGT_SIRET", "SIRET de la collectivité."), ("BGT_NOM", "Nom du budget."),
    ("BGT_CONTNAT", "Chapitre, par nature."), ("BGT_CONTNAT_LABEL", "Nom du chapitre."),
    ("BGT_NATURE", "Compte, par nature."), ("BGT_NATURE_LABEL", "Nom du compte."),
    ("BGT_FONCTION", "Fonction."), ("BGT_FONCTION_LABEL", "Nom de la fonction."),
    ("BGT_SECTION", "Section d’investissement ou de fonctionnement."),
    ("BGT_OPBUDG", "Opération réelle ou d’ordre."),
    ("BGT_CODRD", "Dépense ou recette."), ("BGT_MTPROPNOUV", "Montant proposé, en euros."),
    ("BGT_MTPREV", "Montant voté, en euros."),
  ]

  private struct Account {
    var chapter: String
    var chapterName: String
    var nature: String
    var natureName: String
    var isInvestment: Bool
    var isExpense: Bool
    var thousands: Int

    init(
      _ chapter: String,
      _ chapterName: String,
      _ nature: String,
      _ natureName: String,
      _ kind: String,
      _ thousands: Int
    ) {
      self.chapter = chapter
      self.chapterName = chapterName
      self.nature = nature
      self.natureName = natureName
      isInvestment = kind.hasPrefix("I")
      isExpense = kind.hasSuffix("D")
      self.thousands = thousands
    }
  }

  private static let accounts: [Account] = [
    Account("011", "Charges à caractère général", "60612", "Énergie et électricité", "FD", 620),
    Account("011", "Charges à caractère général", "611", "Contrats de prestations de services", "FD", 1_480),
    Account("011", "Charges à caractère général", "615221", "Entretien des bâtiments publics", "FD", 310),
    Account("011", "Charges à caractère général", "6247", "Transports collectifs", "FD", 540),
    Account("012", "Charges de personnel", "64111", "Rémunération principale", "FD", 3_950),
    Account("012", "Charges de personnel", "6451", "Cotisations à l'URSSAF", "FD", 870),
    Account("65", "Autres charges de gestion courante", "65748", "Subventions aux associations", "FD", 690),
    Account("66", "Charges financières", "66111", "Intérêts des emprunts", "FD", 145),
    Account("70", "Produits des services", "70632", "Entrées de la piscine et des sports", "FR", 260),
    Account("70", "Produits des services", "7067", "Redevances périscolaires", "FR", 415),
    Account("73", "Impôts et taxes", "7311", "Fiscalité directe", "FR", 5_200),
    Account("74", "Dotations et participations", "741124", "Dotation d'intercommunalité", "FR", 1_730),
    Account("75", "Autres produits", "752", "Revenus des immeubles", "FR", 180),
    Account("16", "Emprunts et dettes", "1641", "Remboursement du capital", "ID", 720),
    Account("20", "Immobilisations incorporelles", "2031", "Frais d'études", "ID", 130),
    Account("21", "Immobilisations corporelles", "2152", "Installations de voirie", "ID", 940),
    Account("23", "Immobilisations en cours", "2313", "Constructions", "ID", 2_350),
    Account("13", "Subventions d'investissement", "1321", "Aides de l'État", "IR", 860),
    Account("13", "Subventions d'investissement", "1323", "Aides du département", "IR", 410),
    Account("16", "Emprunts et dettes", "1641", "Emprunts en euros", "IR", 1_500),
    Account("10", "Dotations et réserves", "10222", "Fonds de compensation de la TVA", "IR", 470),
  ]

  private static let functions = [
    ("020", "Administration générale"), ("213", "Écoles"), ("313", "Bibliothèques"), ("323", "Piscines"),
    ("720", "Déchets ménagers"), ("845", "Voirie communautaire"), ("518", "Aménagement urbain"),
  ]

  private static func file(_ demo: DemoContext, _ year: Int) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    var random = demo.random("budget \(year)")
    for section in [false, true] {
      let lines = accounts.filter { $0.isInvestment == section }
      let expenses = lines.filter(\.isExpense).map { share($0, &random) }
      let receipts = lines.filter { !$0.isExpense }.map { share($0, &random) }
      let gap = expenses.joined().map(\.1).reduce(0, +) - receipts.joined().map(\.1).reduce(0, +)
      for (account, parts) in zip(lines.filter(\.isExpense), expenses) { write(account, parts, year, &table) }
      for (offset, (account, parts)) in zip(lines.filter { !$0.isExpense }, receipts).enumerated() {
        // The last receipt carries what balances the section.
        var parts = parts
        if offset == receipts.count - 1, let last = parts.indices.last { parts[last].1 += gap }
        write(account, parts, year, &table)
      }
    }
    return table.bytes()
  }

  /// An account's amount shared between functions, in euros.
  private static func share(_ account: Account, _ random: inout SplitMix64) -> [(Int, Int)] {
    let count = random.int(2...4)
    return random.shuffled(Array(functions.indices)).prefix(count).sorted().map { function in
      (function, account.thousands * 1_000 / count + random.int(-9_000...9_000))
    }
  }

  private static func write(_ account: Account, _ parts: [(Int, Int)], _ year: Int, _ table: inout TableText)
  {
    for (function, amount) in parts {
      table.row([
        "budget primitif", String(year), DemoOrganizations.territorySiret, "Budget principal",
        account.chapter,
        account.chapterName, account.nature, account.natureName, functions[function].0, functions[function].1,
        account.isInvestment ? "investissement" : "fonctionnement", "réel",
        account.isExpense ? "dépense" : "recette", Decimals.text(Double(amount), places: 2),
        Decimals.text(Double(amount), places: 2),
      ])
    }
  }
}
