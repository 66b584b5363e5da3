internal import Catalogue
internal import CivilTime

/// The directory of associations, kept by the house of associations; no one is named in it.
enum Associations {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "annuaire-des-associations",
      "Annuaire des associations",
      """
      Les associations qui ont demandé à figurer dans l’annuaire\u{A0}: objet, domaine, commune, site.

      Seules les coordonnées de l’association sont publiées, jamais celles de ses membres.
      """,
      organization: DemoOrganizations.associations,
      theme: "sports-associations",
      keywords: ["associations", "annuaire", "bénévolat", "clubs", "vie locale"],
      frequency: .semiannual,
      licence: "odc-odbl",
      columns: columns,
      versions: [
        demo.version(daysAgo: 290, "annuaire.csv") { _ in file(demo, count: 24) },
        demo.version(daysAgo: 112, "annuaire.csv") { _ in file(demo, count: 30) },
      ]
    )
  }

  private static let columns = [
    ("rna", "Numéro au répertoire national des associations."), ("nom", "Nom."),
    ("domaine", "Domaine d’activité."),
    ("objet", "Ce que fait l’association."), ("code_insee", "Code INSEE de la commune."),
    ("commune", "Commune."),
    ("date_creation", "Jour de la déclaration en préfecture."),
    ("adherents", "Nombre d’adhérents, arrondi à la dizaine."),
    ("site", "Site."),
  ]

  private static let domains = ["sport", "culture", "solidarité", "environnement", "éducation", "loisirs"]

  private static func file(_ demo: DemoContext, count: Int) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for (number, name) in Words.associations.prefix(count).enumerated() {
      var random = demo.random("association \(number)")
      let commune = random.pick(demo.communes)
      let domain = random.pick(domains)
      table.row([
        Identifiers.rna(number: number), name, domain,
        "Réunir celles et ceux qui aiment «\u{A0}\(domain)\u{A0}», organiser des rencontres et des sorties.",
        commune.codeInsee, commune.name, demo.today.adding(days: -random.int(300...15_000)).iso,
        String(random.int(1...32) * 10),
        random.once(in: 3) ? "" : "https://\(Slug.make(from: name) ?? "association").example",
      ])
    }
    return table.bytes()
  }
}
