internal import Catalogue
internal import CivilTime

/// Charging points for electric vehicles, in the columns of the national schema (IRVE 2.3).
enum ChargingPoints {
  static func make(_ demo: DemoContext) -> DemoDataset {
    demo.dataset(
      "bornes-de-recharge",
      "Bornes de recharge pour véhicules électriques",
      """
      Les stations de recharge ouvertes au public, une ligne par point de charge\u{A0}: puissance, \
      prises, accès, tarif.

      Le fichier suit le schéma national et alimente le point d’accès national aux données de transport. \
      L’emplacement est écrit *[longitude,latitude]*, comme le schéma le demande.
      """,
      organization: DemoOrganizations.mobility,
      theme: "mobilites",
      keywords: ["irve", "recharge", "voitures électriques", "bornes", "stations"],
      frequency: .monthly,
      schema: "etalab/schema-irve-statique",
      columns: columns,
      serviceColumns: ["contact_amenageur", "contact_operateur"],
      versions: [
        demo.version(daysAgo: 96, "irve-statique.csv") { day in file(demo, day, stations: 19) },
        demo.version(daysAgo: 27, "irve-statique.csv") { day in file(demo, day, stations: 23) },
      ]
    )
  }

  private static let columns = [
    ("nom_amenageur", "Qui a fait installer la station."), ("siren_amenageur", "Son numéro SIREN."),
    ("contact_amenageur", "Son adresse électronique."), ("nom_operateur", "Qui exploite la station."),
    ("contact_operateur", "Adresse électronique de l’exploitant."), ("nom_enseigne", "Nom du réseau."),
    ("id_station_itinerance", "Identifiant national de la station."), ("nom_station", "Nom de la station."),
    ("implantation_station", "Lieu d’implantation."), ("adresse_station", "Adresse complète."),
    ("code_insee_commune", "Code INSEE de la commune."), ("coordonneesXY", "Longitude et latitude."),
    ("nbre_pdc", "Nombre de points de charge de la station."),
    ("id_pdc_itinerance", "Identifiant national du point de charge."),
    ("puissance_nominale", "Puissance maximale, en kilowatts."), ("prise_type_ef", "Prise domestique."),
    ("prise_type_2", "Prise de type 2."), ("prise_type_combo_ccs", "Prise combo CCS."),
    ("prise_type_chademo", "Prise CHAdeMO."), ("prise_type_autre", "Autre prise."),
    ("gratuit", "Recharge gratuite."),
    ("paiement_acte", "Paiement à l’acte possible."), ("paiement_cb", "Carte bancaire acceptée."),
    ("tarification", "Tarif."), ("condition_acces", "Accès libre ou réservé."),
    ("reservation", "Réservation possible."),
    ("horaires", "Horaires d’accès."), ("accessibilite_pmr", "Accessibilité."),
    ("restriction_gabarit", "Gabarit admis."), ("station_deux_roues", "Réservée aux deux-roues."),
    ("raccordement", "Raccordement au réseau."), ("date_mise_en_service", "Jour de mise en service."),
    ("date_maj", "Jour de mise à jour de la ligne."), ("cable_t2_attache", "Câble de type 2 attaché."),
  ]

  private static func file(_ demo: DemoContext, _ day: CivilDate, stations: Int) -> [UInt8] {
    var table = TableText()
    table.row(columns.map(\.0))
    for station in 0..<stations {
      var random = demo.random("station \(station)")
      let commune = station < 9 ? demo.communes[0] : random.pick(demo.communes)
      let place = commune.place(&random)
      let count = random.int(2...6)
      let address =
        "\(random.int(1...40)) \(random.pick(Words.streets)) \(commune.postalCode) \(commune.name)"
      let opened = day.adding(days: -random.int(120...1_800))
      for point in 1...count {
        let isFast = point == count && random.once(in: 3)
        table.row(
          [
            "Communauté de communes du Val d'Arpent", DemoOrganizations.territorySiren,
            "mobilites@val-d-arpent.example", "Vive Énergie Services", "recharge@vive-energie.example",
            "Recharge Val d'Arpent", "FRVDAP\(Decimals.padded(station + 1, 4))",
            "\(commune.name) – station \(station + 1)", random.once(in: 3) ? "Voirie" : "Parking public",
            address,
            commune.codeInsee,
            "[\(Decimals.text(place.longitude, places: 6)),\(Decimals.text(place.latitude, places: 6))]",
            String(count), "FRVDAE\(Decimals.padded(station + 1, 4))\(point)", isFast ? "50" : "22",
            flag(point == 1), "true", flag(isFast), flag(isFast), "false", "false", "true", flag(isFast),
          ] + closing(isFast, opened, day, &random)
        )
      }
    }
    return table.bytes()
  }

  private static func closing(
    _ isFast: Bool,
    _ opened: CivilDate,
    _ day: CivilDate,
    _ random: inout SplitMix64
  ) -> [String] {
    [
      isFast ? "0,45 € / kWh" : "0,32 € / kWh", "Accès libre", "false", "24/7",
      random.once(in: 3) ? "Accessible mais non réservé PMR" : "Non accessible", "Hauteur maximale 2,1 m",
      "false",
      "Direct", opened.iso, day.iso, "false",
    ]
  }

  private static func flag(_ value: Bool) -> String { value ? "true" : "false" }
}
