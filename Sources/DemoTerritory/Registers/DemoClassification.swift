/// Where each dataset of the demo stands among the domains and families of the inventory.
public enum DemoClassification {
  /// A domain's number and a family of data in it.
  public typealias Place = (domain: Int, family: String)

  /// The place of a dataset.
  public static func place(of dataset: String) -> Place? { places[dataset] }

  private static let places: [String: Place] = [
    "analyses-eau-potable": (31, "Qualité et prix de l’eau (RPQS)"),
    "annuaire-des-associations": (19, "Annuaire des associations"),
    "arbres": (33, "Arbres urbains"),
    "base-adresse-locale": (26, "Base adresse locale"),
    "bornes-de-recharge": (28, "Bornes de recharge"),
    "budget-primitif": (2, "Budget voté"),
    "comptages-velo": (28, "Comptages"),
    "consommations-eau-par-rue": (31, "Consommations et abonnés"),
    "defibrillateurs": (11, "Défibrillateurs"),
    "deliberations": (1, "Délibérations"),
    "effectifs-des-ecoles": (12, "Effectifs scolaires"),
    "energie-des-batiments": (6, "Consommations énergétiques des bâtiments"),
    "equipements-publics": (6, "Équipements publics"),
    "frequentation-de-la-piscine": (18, "Fréquentation"),
    "hebergements-touristiques": (20, "Meublés de tourisme déclarés"),
    "inscriptions-a-la-cantine": (12, "Accueil périscolaire"),
    "limites-des-communes": (26, "Limites et découpages"),
    "marches-publics": (3, "Données essentielles des marchés"),
    "marches-de-plein-air": (29, "Commerces, marchés, occupation du domaine"),
    "menus-des-cantines": (13, "Menus"),
    "occupation-des-parkings": (28, "Stationnement automobile"),
    "permis-de-construire": (25, "Autorisations d’urbanisme"),
    "points-d-apport-volontaire": (32, "Points d’apport et déchèteries"),
    "prenoms-des-nouveau-nes": (8, "Prénoms des nouveau-nés"),
    "prets-des-bibliotheques": (16, "Collections de bibliothèques et prêts"),
    "qualite-de-l-air": (33, "Qualité de l’air et bruit"),
    "subventions-aux-associations": (2, "Subventions attribuées"),
    "tonnages-de-dechets": (32, "Tournées et tonnages"),
    "travaux-voirie": (27, "Travaux et perturbations"),
  ]
}
