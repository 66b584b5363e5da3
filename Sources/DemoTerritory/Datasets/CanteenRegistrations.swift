internal import Catalogue
internal import CivilTime

/// A file that holds personal data, kept unpublished: publishing must refuse it.
enum CanteenRegistrations {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "inscriptions-a-la-cantine",
      "Inscriptions à la cantine (fichier interne)",
      """
      Extraction du logiciel du guichet des familles\u{A0}: les enfants inscrits à la cantine et leurs \
      responsables.

      **Ne pas publier.** Le fichier contient des noms, des dates de naissance, des adresses, des \
      téléphones et des régimes alimentaires. Il sert à montrer que la plateforme refuse de le mettre en \
      ligne. Toutes ces personnes sont imaginaires.
      """,
      organization: DemoOrganizations.families,
      theme: "education",
      keywords: ["cantine", "inscriptions", "interne"],
      frequency: .weekly,
      access: .internal,
      published: false,
      columns: columns,
      versions: [demo.version(daysAgo: 5, "inscriptions-cantine.csv") { day in file(demo, day) }]
    )
  }

  private static let columns = [
    ("nom_enfant", "Nom de l’enfant."), ("prenom_enfant", "Prénom de l’enfant."),
    ("date_naissance", "Date de naissance."), ("ecole", "École."), ("nom_responsable", "Nom du responsable."),
    ("prenom_responsable", "Prénom du responsable."), ("adresse", "Adresse."),
    ("code_postal", "Code postal."),
    ("commune", "Commune."), ("telephone", "Téléphone."), ("courriel", "Adresse électronique."),
    ("quotient_familial", "Quotient familial, en euros."), ("regime", "Régime alimentaire."),
    ("observations", "Observations du guichet."),
  ]

  private static func file(_ demo: DemoContext, _ day: CivilDate) -> [UInt8] {
    var table = TableText(delimiter: ";", newline: "\r\n")
    table.row(columns.map(\.0))
    for number in 0..<184 {
      var random = demo.random("registration \(number)")
      table.row(row(demo, day, &random))
    }
    return table.bytes(.windows1252)
  }

  private static func row(_ demo: DemoContext, _ day: CivilDate, _ random: inout SplitMix64) -> [String] {
    let family = random.pick(Words.familyNames)
    let parent = random.pick(Words.firstNames)
    let commune = random.pick(demo.communes)
    let mailbox = "\(Slug.make(from: parent) ?? "parent").\(Slug.make(from: family) ?? "famille")"
    // 06 39 98 is a series that the regulator keeps for fiction.
    let phone = "06 39 98 \(Decimals.padded(random.int(0...99), 2)) \(Decimals.padded(random.int(0...99), 2))"
    return [
      family.uppercased(), random.pick(Words.firstNames), day.adding(days: -random.int(1_200...4_000)).french,
      random.pick(CanteenMenus.schools).0, family.uppercased(), parent,
      "\(random.int(1...48)) \(random.pick(Words.streets))", commune.postalCode, commune.name, phone,
      "\(mailbox)@courriel.example", String(random.int(250...2_400)),
      random.pick(["", "", "", "sans porc", "végétarien", "allergie aux arachides"]),
      random.once(in: 12) ? "Rappeler \(parent) au \(phone)" : "",
    ]
  }
}
