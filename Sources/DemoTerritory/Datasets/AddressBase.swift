internal import Catalogue
internal import CivilTime

/// The addresses of the communes, in the national format (BAL 1.4).
enum AddressBase {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "base-adresse-locale",
      "Base adresse locale",
      """
      Chaque adresse des huit communes avec sa position, au format national *base adresse locale* 1.4.

      Les communes nomment les voies et numérotent les maisons\u{A0}; la communauté de communes les place \
      sur la carte. Les coordonnées sont données deux fois\u{A0}: en degrés (WGS\u{A0}84) et en mètres \
      (Lambert-93). Ces adresses ne disent rien de leurs habitants.
      """,
      organization: DemoOrganizations.planning,
      theme: "cartes-adresses",
      keywords: ["adresses", "bal", "voies", "numéros", "géolocalisation"],
      frequency: .monthly,
      schema: "etalab/schema-bal",
      highValue: .geospatial,
      columns: columns,
      versions: [
        demo.version(daysAgo: 54, "val-d-arpent.bal.csv") { day in file(demo, day, numbersMax: 26) },
        demo.version(daysAgo: 17, "val-d-arpent.bal.csv") { day in file(demo, day, numbersMax: 27) },
      ]
    )
  }

  private static let columns = [
    ("id_ban_commune", "Identifiant national de la commune."),
    ("id_ban_toponyme", "Identifiant national de la voie."),
    ("id_ban_adresse", "Identifiant national de l’adresse."), ("cle_interop", "Clé d’interopérabilité."),
    ("commune_insee", "Code INSEE de la commune."), ("commune_nom", "Nom de la commune."),
    ("voie_nom", "Nom de la voie."), ("lieudit_complement_nom", "Lieu-dit."),
    ("numero", "Numéro dans la voie."),
    ("suffixe", "bis, ter…"), ("position", "Ce que désigne la position."),
    ("x", "Abscisse Lambert-93, en mètres."),
    ("y", "Ordonnée Lambert-93, en mètres."), ("long", "Longitude, en degrés."),
    ("lat", "Latitude, en degrés."),
    ("cad_parcelles", "Parcelles cadastrales."), ("source", "Source de l’adresse."),
    ("date_der_maj", "Jour de la dernière modification."),
    ("certification_commune", "Adresse certifiée par la commune\u{A0}: 1 oui, 0 non."),
  ]

  private static func file(_ demo: DemoContext, _ day: CivilDate, numbersMax: Int) -> [UInt8] {
    var table = TableText(delimiter: ";")
    table.row(columns.map(\.0))
    for commune in demo.communes {
      var random = demo.random("addresses \(commune.id)")
      let communeID = Identifiers.uuid(&random)
      let streets = Words.streets.prefix(commune.population > 4_000 ? 40 : 14)
      for (index, street) in streets.enumerated() {
        let start = commune.place(&random)
        let heading = (east: random.double(-1..<1), north: random.double(-1..<1))
        let streetID = Identifiers.uuid(&random)
        let last = random.int(6...24) + numbersMax - 26
        for step in 1...last {
          let place = start.moved(
            east: heading.east * Double(step) * 9,
            north: heading.north * Double(step) * 9
          )
          let number = step * 2 - (index % 2)
          table.row(
            row(
              commune,
              street,
              index,
              number,
              place,
              [communeID, streetID, Identifiers.uuid(&random)],
              day,
              &random
            )
          )
        }
      }
    }
    return table.bytes()
  }

  private static func row(
    _ commune: Commune,
    _ street: String,
    _ index: Int,
    _ number: Int,
    _ place: Place,
    _ ids: [String],
    _ day: CivilDate,
    _ random: inout SplitMix64
  ) -> [String] {
    let projected = place.lambert93
    let suffix = random.once(in: 40) ? "bis" : ""
    let key = "\(commune.codeInsee)_\(Decimals.padded(100 + index, 4))_\(Decimals.padded(number, 5))"
    return ids + [
      suffix.isEmpty ? key : key + "_" + suffix, commune.codeInsee, commune.name,
      street.prefix(1).uppercased() + street.dropFirst(), "", String(number), suffix, "entrée",
      Decimals.text(projected.x, places: 2), Decimals.text(projected.y, places: 2),
      Decimals.text(place.longitude, places: 6), Decimals.text(place.latitude, places: 6), "",
      "Commune \(commune.of)", day.adding(days: -random.int(20...900)).iso,
      random.once(in: 12) ? "0" : "1",
    ]
  }
}
