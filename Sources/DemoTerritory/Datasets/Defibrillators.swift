internal import Catalogue
internal import CivilTime

/// Public defibrillators, in the columns of the national schema (atlasanté, schema-dae 1.0).
enum Defibrillators {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "defibrillateurs",
      "Défibrillateurs accessibles au public",
      """
      Les défibrillateurs automatisés externes installés dans les lieux publics\u{A0}: où les trouver, à \
      quelles heures, et s’ils sont en état.

      Le fichier suit le schéma national et alimente la base Géo’DAE. En cas d’urgence, appelez d’abord le \
      15 ou le 112.

      **À corriger.** Trois numéros de téléphone et deux dates d’entretien sont mal saisis.
      """,
      organization: "arpent-sur-vive",
      theme: "securite",
      keywords: ["défibrillateurs", "dae", "secours", "santé", "urgence"],
      frequency: .irregular,
      columns: columns,
      serviceColumns: ["tel1", "expt_tel1", "expt_email"],
      versions: [
        demo.version(daysAgo: 320, "dae.csv") { day in file(demo, day, count: 31) },
        demo.version(daysAgo: 88, "dae.csv") { day in file(demo, day, count: 36) },
      ]
    )
  }

  private static let columns = [
    ("nom", "Nom du défibrillateur."), ("lat_coor1", "Latitude, en degrés."),
    ("long_coor1", "Longitude, en degrés."),
    ("adr_num", "Numéro dans la voie."), ("adr_voie", "Voie."), ("com_cp", "Code postal."),
    ("com_insee", "Code INSEE."), ("com_nom", "Commune."), ("acc", "À l’intérieur ou à l’extérieur."),
    ("acc_lib", "Accès libre."), ("acc_complt", "Comment le trouver."), ("disp_j", "Jours d’accès."),
    ("disp_h", "Heures d’accès."), ("tel1", "Téléphone du site."), ("date_instal", "Jour d’installation."),
    ("etat_fonct", "État de fonctionnement."), ("fab_rais", "Fabricant."), ("modele", "Modèle."),
    ("num_serie", "Numéro de série."), ("lc_ped", "Électrodes pour enfants."),
    ("dermnt", "Dernier entretien."),
    ("expt_siren", "SIREN de l’exploitant."), ("expt_rais", "Exploitant."),
    ("expt_tel1", "Téléphone de l’exploitant."),
    ("expt_email", "Adresse électronique de l’exploitant."),
  ]

  private static let sites = [
    "Mairie", "Gymnase", "Salle des fêtes", "École", "Médiathèque", "Stade", "Maison de santé", "Halles",
    "Piscine",
  ]

  private static func file(_ demo: DemoContext, _ day: CivilDate, count: Int) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for number in 0..<count {
      var random = demo.random("defibrillator \(number)")
      let commune = demo.communes[number % demo.communes.count]
      table.row(row(commune, number, day, &random))
    }
    return table.bytes()
  }

  private static func row(
    _ commune: Commune,
    _ number: Int,
    _ day: CivilDate,
    _ random: inout SplitMix64
  ) -> [String] {
    let place = commune.place(&random)
    let site = sites[number / 8 % sites.count]
    let isOutside = random.once(in: 2)
    let serviced = day.adding(days: -random.int(30...500))
    let phone = "+3324799\(Decimals.padded(number * 37 % 10_000, 4))"
    return [
      "\(site) \(commune.of)", Decimals.text(place.latitude, places: 6),
      Decimals.text(place.longitude, places: 6),
      String(random.int(1...30)), random.pick(Words.streets), commune.postalCode, commune.codeInsee,
      commune.name,
      isOutside ? "Extérieur" : "Intérieur", isOutside ? "oui" : "non",
      isOutside ? "Sur la façade, à droite de l’entrée" : "À l’accueil",
      isOutside ? "7j/7" : "lundi|mardi|jeudi|vendredi",
      isOutside ? "24h/24" : "heures ouvrables", number % 13 == 5 ? "accueil" : phone,
      day.adding(days: -random.int(600...2_400)).iso,
      random.once(in: 12) ? "Hors service" : "En fonctionnement",
      random.pick(["Cardiolan", "Rythmelec", "Vitaval"]), random.pick(["CL-2", "RX 300", "VV One"]),
      "S\(Decimals.padded(random.int(0...9_999_999), 7))", random.once(in: 3) ? "oui" : "non",
      number % 17 == 11 ? serviced.french : serviced.iso, String(commune.siret.prefix(9)),
      "Commune \(commune.of)", phone, "mairie@\(commune.id).example",
    ]
  }
}
