/// The words that the format allows (arrêtés of 22 December 2022).
public enum DECPWords {
  /// The natures of a procurement contract.
  public static let contractNatures = ["Marché", "Marché de partenariat", "Marché de défense ou de sécurité"]
  /// The natures of a concession.
  public static let concessionNatures = [
    "Concession de travaux", "Concession de service", "Concession de service public",
    "Délégation de service public",
  ]
  /// The techniques of purchase.
  public static let techniques = [
    "Accord-cadre", "Concours", "Système de qualification", "Système d'acquisition dynamique",
    "Catalogue électronique", "Enchère électronique", "Sans objet",
  ]
  /// The ways to carry out a contract.
  public static let execution = ["Tranches", "Bons de commande", "Marchés subséquents", "Sans objet"]
  /// The general clauses.
  public static let ccag = [
    "Travaux", "Maitrise d'œuvre", "Fournitures courantes et services", "Marchés industriels",
    "Prestations intellectuelles", "Techniques de l'information et de la communication", "Pas de CCAG",
  ]
  /// The ways operators are grouped.
  public static let groupings = ["Conjoint", "Solidaire", "Pas de groupement"]
  /// The procedures of procurement.
  public static let contractProcedures = [
    "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint", "Procédure avec négociation",
    "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
  ]
  /// The procedures of concession.
  public static let concessionProcedures = [
    "Procédure négociée ouverte", "Procédure non négociée ouverte", "Procédure négociée restreinte",
    "Procédure non négociée restreinte",
  ]
  /// The kinds of code of a place.
  public static let placeCodes = [
    "Code postal", "Code commune", "Code arrondissement", "Code canton", "Code département", "Code région",
    "Code pays",
  ]
  /// The types of price.
  public static let priceTypes = [
    "Définitif ferme", "Définitif actualisable", "Définitif révisable", "Provisoire",
  ]
  /// The forms of price.
  public static let priceForms = ["Unitaire", "Forfaitaire", "Mixte"]
  /// How the price of an act of subcontracting varies.
  public static let priceVariations = ["Ferme", "Actualisable", "Révisable"]
  /// The kinds of number of an operator.
  public static let operatorKinds = ["SIRET", "TVA", "TAHITI", "RIDET", "FRWF", "IREP", "HORS-UE"]
  /// The social considerations of a procurement contract.
  public static let contractSocial = [
    "Clause sociale", "Critère social", "Marché réservé", "Pas de considération sociale",
  ]
  /// The social considerations of a concession.
  public static let concessionSocial = [
    "Clause sociale", "Critère social", "Concession réservée", "Pas de considération sociale",
  ]
  /// The environmental considerations.
  public static let environmental = [
    "Clause environnementale", "Critère environnemental", "Pas de considération environnementale",
  ]
}
