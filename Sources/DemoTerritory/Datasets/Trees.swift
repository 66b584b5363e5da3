internal import Catalogue
internal import CivilTime

/// The trees the communes look after, with the property names of the national schema (schema-arbre).
enum Trees {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "arbres",
      "Arbres d’alignement et de parcs",
      """
      Les arbres que la communauté de communes entretient dans les rues, les parcs et les cours d’école, \
      un point par arbre.

      L’inventaire est fait sur le terrain, par secteur, tous les ans en hiver. Les hauteurs sont en \
      mètres, les diamètres de tronc en centimètres, à 1,30\u{A0}m du sol. L’indice d’allergie va de 0 à \
      5.
      """,
      organization: DemoOrganizations.environment,
      theme: "environnement",
      keywords: ["arbres", "nature en ville", "essences", "biodiversité", "alignement"],
      frequency: .annual,
      columns: columns,
      versions: [
        demo.version(daysAgo: 398, "arbres.geojson") { day in file(demo, day, count: 2_260) },
        demo.version(daysAgo: 33, "arbres.geojson") { day in file(demo, day, count: 2_410) },
      ]
    )
  }

  private static let columns = [
    ("id", "Numéro de l’arbre."), ("genre_arbre", "Genre, en latin."), ("espece_arbre", "Espèce, en latin."),
    ("nom_vernaculaire", "Nom courant."), ("code_insee", "Code INSEE de la commune."),
    ("adresse", "Voie ou lieu."),
    ("matricule_arbre", "Matricule porté sur l’arbre."),
    ("date_plantation", "Jour de plantation, s’il est connu."),
    ("hauteur", "Hauteur, en mètres."), ("diametre", "Diamètre du tronc, en centimètres."),
    ("arbre_remarquable", "Arbre remarquable."), ("allergie", "Indice d’allergie, de 0 à 5."),
    ("remarque", "Remarque de l’équipe."),
  ]

  private static let species: [(genus: String, species: String, name: String, height: Double, allergy: Int)] =
    [
      ("Platanus", "x hispanica", "Platane commun", 18, 3),
      ("Tilia", "cordata", "Tilleul à petites feuilles", 13, 2),
      ("Acer", "campestre", "Érable champêtre", 9, 2), ("Quercus", "robur", "Chêne pédonculé", 16, 3),
      ("Carpinus", "betulus", "Charme commun", 11, 4), ("Betula", "pendula", "Bouleau verruqueux", 12, 5),
      ("Prunus", "avium", "Merisier", 8, 1), ("Fraxinus", "excelsior", "Frêne élevé", 15, 4),
      ("Cedrus", "atlantica", "Cèdre de l’Atlas", 20, 0), ("Malus", "sylvestris", "Pommier sauvage", 5, 0),
      ("Ginkgo", "biloba", "Arbre aux quarante écus", 12, 1), ("Populus", "nigra", "Peuplier noir", 22, 2),
    ]

  private static func file(_ demo: DemoContext, _ day: CivilDate, count: Int) -> [UInt8] {
    var collection = GeoJSONText()
    for number in 1...count {
      var random = demo.random("tree \(number)")
      let commune = random.once(in: 2) ? demo.communes[0] : random.pick(demo.communes)
      let kind = random.pick(species)
      let age = random.int(2...80)
      let height = max(1.5, kind.height * min(1, Double(age) / 45) + random.double(-1.5..<1.5))
      let place = commune.place(&random)
      collection.feature(
        .point(place),
        [
          ("id", .integer(number)), ("genre_arbre", .text(kind.genus)), ("espece_arbre", .text(kind.species)),
          ("nom_vernaculaire", .text(kind.name)), ("code_insee", .text(commune.codeInsee)),
          ("adresse", .text("\(random.pick(Words.streets)), \(commune.name)")),
          ("matricule_arbre", .text("VA-\(Decimals.padded(number, 5))")),
          ("date_plantation", random.once(in: 3) ? .null : .text(day.adding(days: -age * 365).iso)),
          ("hauteur", .number(height, places: 1)),
          ("diametre", .integer(Int(Double(age) * random.double(0.7..<1.4)) + 3)),
          ("arbre_remarquable", .boolean(random.once(in: 90))), ("allergie", .integer(kind.allergy)),
          ("remarque", random.once(in: 14) ? .text(random.pick(remarks)) : .null),
        ]
      )
    }
    return collection.bytes()
  }

  private static let remarks = [
    "À élaguer avant le printemps", "Nid occupé", "Champignon au pied, à surveiller", "Tuteur à retirer",
    "Racines qui soulèvent le trottoir",
  ]
}
