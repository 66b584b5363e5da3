internal import Catalogue
internal import CivilTime

/// Road works under way and to come, as lines on the map.
enum RoadWorks {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "travaux-voirie",
      "Travaux et perturbations sur la voirie",
      """
      Les chantiers en cours et annoncés sur les routes et les rues du territoire\u{A0}: où, quand, \
      pourquoi, et ce que cela change pour circuler.

      Chaque chantier est un tracé. La liste est revue chaque vendredi avec les communes et les \
      concessionnaires de réseaux\u{A0}; les urgences peuvent y manquer quelques jours.
      """,
      organization: DemoOrganizations.mobility,
      theme: "mobilites",
      keywords: ["travaux", "voirie", "chantiers", "circulation", "déviations"],
      frequency: .weekly,
      columns: columns,
      versions: [
        demo.version(daysAgo: 11, "travaux.geojson") { day in file(demo, day) },
        demo.version(daysAgo: 4, "travaux.geojson") { day in file(demo, day) },
      ]
    )
  }

  private static let columns = [
    ("id", "Numéro du chantier."), ("titre", "Ce que l’on fait."), ("maitre_ouvrage", "Pour qui."),
    ("voie", "Voie concernée."), ("commune", "Commune."), ("debut", "Premier jour."),
    ("fin", "Dernier jour prévu."),
    ("etat", "En cours, à venir ou terminé."), ("impact", "Effet sur la circulation."),
    ("pietons", "Passage des piétons maintenu."),
    ("mise_a_jour", "Jour où la liste a été revue."),
  ]

  private static let works = [
    "Renouvellement de la conduite d’eau", "Réfection de la chaussée", "Enfouissement des lignes",
    "Création d’une piste cyclable", "Élagage", "Raccordement à la fibre",
    "Mise en accessibilité des trottoirs",
    "Réparation d’un affaissement",
  ]
  private static let impacts = [
    "Circulation alternée", "Rue barrée", "Stationnement interdit", "Voie rétrécie",
  ]

  private static func file(_ demo: DemoContext, _ day: CivilDate) -> [UInt8] {
    var collection = GeoJSONText()
    for number in 0..<62 {
      var random = demo.random("works \(number)")
      let start = demo.today.adding(days: random.int(-70...45))
      let end = start.adding(days: random.int(2...60))
      // Works are announced three weeks ahead, and leave the list a week after they end.
      guard start.days(since: day) < 21, day.days(since: end) < 7 else { continue }
      let commune = random.pick(demo.communes)
      collection.feature(
        .line(line(commune, &random)),
        [
          ("id", .text("T\(demo.year)-\(Decimals.padded(number + 1, 3))")),
          ("titre", .text(random.pick(works))),
          ("maitre_ouvrage", .text(random.once(in: 3) ? "Eaux de la Vive" : "Communauté de communes")),
          ("voie", .text(random.pick(Words.streets))), ("commune", .text(commune.name)),
          ("debut", .text(start.iso)), ("fin", .text(end.iso)),
          ("etat", .text(day < start ? "à venir" : day > end ? "terminé" : "en cours")),
          ("impact", .text(random.pick(impacts))), ("pietons", .boolean(!random.once(in: 5))),
          ("mise_a_jour", .text(day.iso)),
        ]
      )
    }
    return collection.bytes()
  }

  private static func line(_ commune: Commune, _ random: inout SplitMix64) -> [Place] {
    var places = [commune.place(&random)]
    var (east, north) = (random.double(-60..<60), random.double(-60..<60))
    for _ in 0..<random.int(2...6) {
      east += random.double(-18..<18)
      north += random.double(-18..<18)
      if let last = places.last { places.append(last.moved(east: east, north: north)) }
    }
    return places
  }
}
