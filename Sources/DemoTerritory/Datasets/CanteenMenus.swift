internal import Catalogue
internal import CivilTime

/// What children eat, in the columns of the national schema (SCDL « menus collectifs » 1.2).
enum CanteenMenus {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "menus-des-cantines",
      "Menus des cantines scolaires",
      """
      Les menus servis le midi dans les écoles, plat par plat, avec leurs labels, régimes et allergènes.

      La cuisine centrale publie chaque semaine les menus des quatre semaines à venir. Un plat peut \
      changer la veille, selon les livraisons\u{A0}: la colonne *menuModificationInfo* le dit alors.
      """,
      organization: DemoOrganizations.families,
      theme: "education",
      keywords: ["cantine", "menus", "restauration scolaire", "allergènes", "scdl"],
      frequency: .weekly,
      columns: columns.map { ($0, descriptions[$0] ?? "") }.filter { !$0.1.isEmpty },
      versions: [
        demo.version(daysAgo: 10, "menus-collectifs.csv") { day in file(demo, day) },
        demo.version(daysAgo: 3, "menus-collectifs.csv") { day in file(demo, day) },
      ]
    )
  }

  private static let columns = [
    "menuCollNom", "menuCollSiret", "menuEtablissementNom", "menuRestaurantNom", "menuRestaurantInsee",
    "menuRestaurantId", "menuRestaurantIdType", "menuRestaurantType", "menuRestaurantConvive", "menuDate",
    "menuRepasType", "menuPlatType", "menuPlatNom", "menuPlatLabel", "menuPlatRegime", "menuPlatAllergene",
    "menuPublicationDate", "menuModificationInfo",
  ]

  private static let descriptions = [
    "menuCollNom": "Collectivité qui organise la cantine.", "menuCollSiret": "Son numéro SIRET.",
    "menuEtablissementNom": "Cuisine qui prépare les repas.",
    "menuRestaurantNom": "École où le repas est servi.",
    "menuRestaurantInsee": "Code INSEE de la commune.",
    "menuRestaurantId": "Numéro national de l’école (UAI).",
    "menuRestaurantIdType": "Nature de ce numéro.", "menuRestaurantType": "Type d’établissement.",
    "menuRestaurantConvive": "Convives.", "menuDate": "Jour du repas.", "menuRepasType": "Repas.",
    "menuPlatType": "Place du plat dans le repas.", "menuPlatNom": "Nom du plat.", "menuPlatLabel": "Labels.",
    "menuPlatRegime": "Régimes auxquels il convient.", "menuPlatAllergene": "Allergènes déclarés.",
    "menuPublicationDate": "Jour et heure de publication.",
    "menuModificationInfo": "Changement de dernière minute.",
  ]

  private static let dishes: [(type: String, names: [(name: String, allergen: String)])] = [
    (
      "entrée",
      [
        ("Carottes râpées", ""), ("Betteraves, vinaigrette", "moutarde"), ("Taboulé", "gluten"),
        ("Œuf dur, mayonnaise", "œufs"), ("Velouté de potiron", "lait"), ("Salade de lentilles", "moutarde"),
      ]
    ),
    (
      "plat principal",
      [
        ("Poulet rôti", ""), ("Lasagnes aux légumes", "gluten, lait"), ("Filet de colin", "poisson"),
        ("Dahl de pois chiches", ""), ("Bœuf bourguignon", "sulfites"), ("Omelette aux herbes", "œufs"),
      ]
    ),
    (
      "garniture",
      [
        ("Haricots verts", ""), ("Purée maison", "lait"), ("Riz de Camargue", ""),
        ("Semoule", "gluten"), ("Ratatouille", ""), ("Petits pois", ""),
      ]
    ),
    (
      "produit laitier",
      [("Yaourt nature", "lait"), ("Chèvre de Sainte-Maure", "lait"), ("Fromage blanc", "lait")]
    ),
    (
      "dessert",
      [
        ("Pomme du Val", ""), ("Compote de poires", ""), ("Gâteau au chocolat", "gluten, œufs, lait"),
        ("Clémentine", ""), ("Crème caramel", "œufs, lait"),
      ]
    ),
  ]

  static let schools = [("École des Tilleuls", 0), ("École du Moulin", 1), ("École de la Prairie", 4)]

  private static func file(_ demo: DemoContext, _ published: CivilDate) -> [UInt8] {
    var table = TableText()
    table.row(columns)
    let monday = published.adding(days: 1 - published.weekday)
    for offset in 0..<28 {
      let day = monday.adding(days: offset)
      // No canteen on Wednesdays and weekends.
      guard !day.isWeekend, day.weekday != 3 else { continue }
      for (index, school) in schools.enumerated() {
        var random = demo.random("menu \(day.iso)")
        for dish in dishes {
          table.row(row(demo, school, index, day, published, dish.type, random.pick(dish.names), &random))
        }
      }
    }
    return table.bytes(.utf8WithMark)
  }

  private static func row(
    _ demo: DemoContext,
    _ school: (String, Int),
    _ index: Int,
    _ day: CivilDate,
    _ published: CivilDate,
    _ type: String,
    _ dish: (name: String, allergen: String),
    _ random: inout SplitMix64
  ) -> [String] {
    [
      "Communauté de communes du Val d'Arpent", DemoOrganizations.territorySiret, "Cuisine centrale du Val",
      school.0, demo.communes[school.1].codeInsee, Identifiers.uai(number: index), "EN", "élémentaire",
      "enfants",
      day.iso, "déjeuner", type, dish.name, random.once(in: 3) ? "AB" : "",
      dish.name.contains("Poulet") || dish.name.contains("Bœuf") ? "" : "sans viande", dish.allergen,
      "\(published.iso)T07:00:00+01:00", random.once(in: 60) ? "Plat de remplacement" : "",
    ]
  }
}
