internal import Catalogue
internal import CivilTime

/// What the council voted, in the columns of the national schema (SCDL « délibérations » 2.1).
enum Deliberations {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "deliberations",
      "Délibérations du conseil communautaire",
      """
      Toutes les délibérations votées par le conseil communautaire depuis le début du mandat, avec le \
      résultat du vote.

      Une ligne par délibération. Le fichier est complété après chaque séance, une fois les textes \
      transmis à la préfecture. Les délibérations qui concernent une personne nommée sont retirées.
      """,
      organization: DemoOrganizations.territory,
      theme: "vie-democratique",
      keywords: ["délibérations", "conseil communautaire", "votes", "scdl", "séances"],
      frequency: .monthly,
      schema: "scdl/deliberations",
      period: Period(start: "\(demo.year - 2)-01-01"),
      columns: columns,
      versions: [
        demo.version(daysAgo: 70, "deliberations.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 39, "deliberations.csv") { day in file(demo, until: day) },
        demo.version(daysAgo: 8, "deliberations.csv") { day in file(demo, until: day) },
      ]
    )
  }

  private static let columns = [
    ("COLL_NOM", "Nom de la collectivité."), ("COLL_SIRET", "Son numéro SIRET."),
    ("DELIB_ID", "Numéro de la délibération."), ("DELIB_DATE", "Jour de la séance."),
    ("DELIB_MATIERE_CODE", "Code de la matière dans la nomenclature de contrôle de légalité."),
    ("DELIB_MATIERE_NOM", "Nom de la matière."), ("DELIB_OBJET", "Objet de la délibération."),
    ("BUDGET_ANNEE", "Exercice budgétaire concerné."), ("BUDGET_NOM", "Budget concerné."),
    ("PREF_ID", "Identifiant de la préfecture."), ("PREF_DATE", "Jour de transmission à la préfecture."),
    ("VOTE_EFFECTIF", "Nombre de membres du conseil."), ("VOTE_REEL", "Nombre de votants."),
    ("VOTE_POUR", "Voix pour."), ("VOTE_CONTRE", "Voix contre."), ("VOTE_ABSTENTION", "Abstentions."),
    ("DELIB_URL", "Adresse du texte."),
  ]

  private static let subjects: [(code: String, matter: String, object: String)] = [
    ("7.1", "Finances locales/Décisions budgétaires", "Vote du budget primitif et des budgets annexes"),
    ("7.5", "Finances locales/Subventions", "Attribution de subventions aux associations sportives"),
    ("1.1", "Commande publique/Marchés publics", "Réfection des trottoirs\u{A0}: attribution du marché"),
    (
      "8.7", "Domaines de compétences par thèmes/Transports",
      "Création d'une voie verte entre Brindelle et Fontmarelle"
    ),
    (
      "8.8", "Domaines de compétences par thèmes/Environnement",
      "Plan local de prévention des déchets\u{A0}: bilan"
    ),
    ("2.1", "Urbanisme/Documents d'urbanisme", "Modification simplifiée nº 2 du plan local d'urbanisme"),
    (
      "5.7", "Institutions et vie politique/Intercommunalité",
      "Modification des statuts de la communauté de communes"
    ),
    ("4.1", "Fonction publique/Personnels titulaires", "Tableau des effectifs"),
    (
      "3.5", "Domaine et patrimoine/Autres actes de gestion",
      "Convention d'occupation de la halle \"aux grains\""
    ),
    ("8.9", "Domaines de compétences par thèmes/Culture", "Règlement du réseau de lecture publique"),
    (
      "7.10", "Finances locales/Divers",
      "Tarifs de la piscine,\nsaison à venir, et conditions d'accès des scolaires"
    ),
    ("8.1", "Domaines de compétences par thèmes/Enseignement", "Fonds de concours pour les écoles"),
  ]

  private static func file(_ demo: DemoContext, until day: CivilDate) -> [UInt8] {
    var table = TableText(newline: "\r\n")
    table.row(columns.map(\.0))
    var number = 0
    // A session every fourth Thursday.
    var session = demo.start(of: demo.year - 2).adding(days: 9)
    while session.weekday != 4 { session = session.adding(days: 1) }
    while session < day {
      var random = demo.random("deliberations \(session.iso)")
      for _ in 0..<random.int(9...21) {
        number += 1
        table.row(row(session, number, &random))
      }
      session = session.adding(days: 28)
    }
    return table.bytes()
  }

  private static func row(_ session: CivilDate, _ number: Int, _ random: inout SplitMix64) -> [String] {
    let subject = random.pick(subjects)
    let present = random.int(28...37)
    let against = random.once(in: 5) ? random.int(1...8) : 0
    let abstained = random.once(in: 4) ? random.int(1...6) : 0
    let year = session.components.year
    return [
      "Communauté de communes du Val d'Arpent", DemoOrganizations.territorySiret,
      "\(year)-\(Decimals.padded(number, 4))", session.iso, subject.code, subject.matter, subject.object,
      subject.code.hasPrefix("7") ? String(year) : "", subject.code == "7.1" ? "Budget principal" : "",
      "PREF037",
      session.adding(days: random.int(2...9)).iso, "38", String(present),
      String(present - against - abstained), String(against), String(abstained),
      "https://www.val-d-arpent.example/deliberations/\(year)/\(number).pdf",
    ]
  }
}
