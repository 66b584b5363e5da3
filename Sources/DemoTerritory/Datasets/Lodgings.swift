internal import Catalogue

/// Tourist lodgings, as a JSON table.
enum Lodgings {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "hebergements-touristiques",
      "Hébergements touristiques",
      """
      Hôtels, campings, chambres d’hôtes et gîtes du territoire, avec leur capacité et leur classement.

      Recensement fait avec les hébergeurs professionnels. Les meublés loués par des particuliers n’y sont \
      pas.
      """,
      organization: "fontmarelle",
      theme: "tourisme",
      keywords: ["tourisme", "hébergement", "hôtels", "campings", "gîtes"],
      frequency: .annual,
      columns: columns,
      versions: [demo.version(daysAgo: 205, "hebergements.json") { _ in file(demo) }]
    )
  }

  private static let columns = [
    ("nom", "Nom."), ("type", "Type d’hébergement."), ("etoiles", "Classement, en étoiles."),
    ("capacite", "Nombre de personnes."), ("commune", "Commune."),
    ("code_insee", "Code INSEE de la commune."),
    ("latitude", "Latitude, en degrés."), ("longitude", "Longitude, en degrés."),
    ("ouverture", "Mois d’ouverture et de fermeture."), ("animaux", "Animaux admis."),
  ]

  private static let names = [
    "Le Moulin Neuf", "Les Tilleuls", "La Grange aux Loirs", "Au Fil de la Vive", "Le Pré Vert", "Les Halles",
    "La Tannerie", "Les Trois Sources", "Le Clos du Cèdre", "La Halte cycliste",
  ]

  private static func file(_ demo: DemoContext) -> [UInt8] {
    let rows = (0..<48).map { number -> String in
      var random = demo.random("lodging \(number)")
      let commune = random.pick(demo.communes)
      let place = commune.place(&random)
      let type = random.pick(["hôtel", "camping", "chambre d’hôtes", "gîte"])
      let stars = random.int(0...4)
      let fields: [(String, GeoJSONText.Value)] = [
        (
          "nom",
          .text(
            "\(names[number % names.count]) \(number / names.count == 0 ? "" : "– \(commune.name)")".trimmed
          )
        ),
        ("type", .text(type)), ("etoiles", stars == 0 ? .null : .integer(stars)),
        ("capacite", .integer(type == "camping" ? random.int(60...280) : random.int(2...40))),
        ("commune", .text(commune.name)), ("code_insee", .text(commune.codeInsee)),
        ("latitude", .number(place.latitude, places: 6)), ("longitude", .number(place.longitude, places: 6)),
        ("ouverture", .text(random.once(in: 3) ? "avril-octobre" : "toute l’année")),
        ("animaux", .boolean(random.once(in: 2))),
      ]
      return "  {" + fields.map { "\(JSONText.quoted($0.0)): \($0.1.json)" }.joined(separator: ", ") + "}"
    }
    return Array(("[\n" + rows.joined(separator: ",\n") + "\n]\n").utf8)
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
