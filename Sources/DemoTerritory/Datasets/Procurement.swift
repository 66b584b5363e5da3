internal import Catalogue
internal import CivilTime

/// Public contracts, with the essential data that the order of 22 December 2022 asks for.
enum Procurement {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "marches-publics",
      "Données essentielles des marchés publics",
      """
      Les marchés de plus de 40\u{A0}000\u{A0}€ hors taxes notifiés par la communauté de communes\u{A0}: \
      objet, montant, durée, titulaire.

      Les colonnes reprennent le format réglementaire des données essentielles de la commande publique, \
      mis à plat pour se lire dans un tableur. Le montant est le montant maximal estimé, hors taxes.
      """,
      organization: DemoOrganizations.finances,
      theme: "finances",
      keywords: ["marchés publics", "commande publique", "decp", "achats", "fournisseurs"],
      frequency: .quarterly,
      period: Period(start: "\(demo.year - 3)-01-01"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 240, "decp.csv") { day in file(demo, until: day) },
        // One quarter was missed: the update is overdue.
        demo.version(daysAgo: 138, "decp.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("id", "Numéro du marché."), ("acheteur_id", "SIRET de l’acheteur."), ("nature", "Nature du contrat."),
    ("objet", "Objet du marché."), ("codeCPV", "Code du vocabulaire commun des marchés."),
    ("procedure", "Procédure de passation."), ("lieuExecution_code", "Code du lieu d’exécution."),
    ("lieuExecution_typeCode", "Nature de ce code."), ("dureeMois", "Durée, en mois."),
    ("dateNotification", "Jour de notification au titulaire."),
    ("datePublicationDonnees", "Jour de publication de ces données."),
    ("montant", "Montant hors taxes, en euros."),
    ("formePrix", "Forme du prix."), ("offresRecues", "Nombre d’offres reçues."),
    ("titulaire_id", "SIRET du titulaire."), ("titulaire_typeIdentifiant", "Nature de cet identifiant."),
    ("titulaire_denominationSociale", "Nom du titulaire."),
  ]

  private static let objects: [(String, String, Int)] = [
    ("Entretien des espaces verts", "77310000-6", 24), ("Réfection de la chaussée", "45233141-9", 6),
    ("Fourniture de repas pour les cantines", "55524000-9", 36), ("Nettoyage des locaux", "90910000-9", 36),
    ("Maintenance des chaufferies", "50720000-8", 48), ("Achat de mobilier scolaire", "39160000-1", 12),
    ("Maîtrise d'œuvre de la médiathèque", "71221000-3", 30),
    ("Collecte des déchets ménagers", "90511100-3", 60),
    ("Fourniture d'électricité", "09310000-5", 36), ("Assurance des bâtiments", "66515000-3", 48),
    ("Travaux de couverture du gymnase", "45261210-9", 8),
    ("Hébergement du système d'information", "72415000-2", 36),
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    var random = demo.random("procurement")
    var signed = demo.start(of: demo.year - 3).adding(days: 9)
    var number = 0
    while signed < day {
      number += 1
      table.row(row(demo, signed, number, &random))
      signed = signed.adding(days: random.int(2...13))
    }
    return table.bytes()
  }

  private static func row(
    _ demo: DemoContext,
    _ signed: CivilDate,
    _ number: Int,
    _ random: inout SplitMix64
  ) -> [String] {
    let (object, cpv, months) = random.pick(objects)
    let commune = random.pick(demo.communes)
    let firm = random.int(0...Words.firms.count - 1)
    let amount = Double(random.int(41...900)) * 1_000 + Double(random.int(0...99_999)) / 100
    return [
      "\(signed.components.year)\(Decimals.padded(number, 4))00", DemoOrganizations.territorySiret, "Marché",
      "\(object), \(commune.name)", cpv, random.once(in: 4) ? "Appel d'offres ouvert" : "Procédure adaptée",
      commune.codeInsee, "Code commune", String(months), signed.iso,
      signed.adding(days: random.int(10...60)).iso,
      Decimals.text(amount, places: 2), random.pick(["Forfaitaire", "Unitaire", "Mixte"]),
      String(random.int(1...9)),
      Identifiers.siret(siren: Identifiers.siren(number: 700 + firm), establishment: 1),
      "SIRET", Words.firms[firm],
    ]
  }
}
