/// What the columns of a table tell together: whether its rows are persons, and which.
///
/// A telephone number beside a birth date is somebody's; beside a SIRET and opening hours it is a counter's.
/// So a column is judged in its table, never alone, and never by a single cell.
struct PersonalContext {
  /// The columns of the table.
  let columns: [PersonalColumn]
  /// Whether rows are persons: names, birth dates, social security numbers, titles.
  let hasPersons: Bool
  /// Whether the persons are elected or hold a public office: their names are public.
  let hasOfficials: Bool
  /// Whether rows are counts of a population: given names with the number of births.
  let isAggregated: Bool
  /// Whether the table names companies by their number.
  let hasCompanies: Bool
  /// Whether a column holds given names, of persons one by one.
  let hasFirstNames: Bool
  /// Whether a column holds titles.
  let hasCivilities: Bool

  init(_ columns: [PersonalColumn]) {
    self.columns = columns
    let aggregated =
      columns.contains { $0.header.matches(PersonalHeaders.counts) && $0.isNumeric }
      && !columns.contains { $0.format == "nir" || $0.isBirthDate || $0.isNamedLastName }
    isAggregated = aggregated
    hasFirstNames = !aggregated && columns.contains { $0.isFirstName }
    hasCivilities = columns.contains { $0.isCivility }
    hasPersons =
      hasFirstNames || hasCivilities
      || columns.contains { $0.format == "nir" || $0.isBirthDate || $0.isFullName }
    hasOfficials = columns.contains { $0.header.matches(PersonalHeaders.officials) }
    hasCompanies = columns.contains { $0.format == "siret" || $0.format == "siren" }
  }
}

/// A column as the search for personal data sees it.
struct PersonalColumn {
  let decision: ColumnDecision
  var facts: ColumnFacts { decision.facts }
  var header: HeaderWords { decision.facts.header }
  var format: String? { decision.format?.rawValue }

  init(_ decision: ColumnDecision) { self.decision = decision }

  var isNumeric: Bool { decision.rule.type == .integer || decision.rule.type == .number }

  /// The share of distinct values that show one of the signs: a value that comes often weighs no more than
  /// another.
  func share(_ signs: FormatSet) -> Double {
    let all = facts.distinct { $0.cellClass.family != .missing }
    return all == 0 ? 0 : Double(distinct { !$0.isDisjoint(with: signs) }) / Double(all)
  }

  /// The share of filled cells that show one of the signs.
  func cellShare(_ signs: FormatSet) -> Double {
    let cells = facts.cells { $0.cellClass.family != .missing && !$0.formats.isDisjoint(with: signs) }
    return facts.filled == 0 ? 0 : Double(cells) / Double(facts.filled)
  }

  /// How many distinct values have formats that satisfy a condition.
  func distinct(_ isWanted: (FormatSet) -> Bool) -> Int {
    facts.distinct { $0.cellClass.family != .missing && isWanted($0.formats) }
  }

  // MARK: Signs that need no other column

  var isBirthDate: Bool {
    (decision.rule.type == .date || decision.rule.type == .datetime || decision.rule.type == .year)
      && header.matches(PersonalHeaders.births)
  }

  var isCivility: Bool { format == "civilite" }

  var isFirstName: Bool {
    guard decision.rule.type == .text, !header.matches(PersonalHeaders.places) else { return false }
    if header.matches(PersonalHeaders.firstNames) {
      return share(.firstName) >= 0.2 || share(.nameLike) >= 0.9
    }
    return share(.firstName) >= 0.8 && facts.distinct >= 10
  }

  /// Whether the name of the column says that it holds surnames.
  var isNamedLastName: Bool {
    decision.rule.type == .text && share(.nameLike) >= 0.7
      && (header.matches(PersonalHeaders.lastNames)
        || header.words.isSubset(of: PersonalHeaders.lastNameWords))
  }

  var isFullName: Bool {
    guard decision.rule.type == .text, format == nil, facts.distinct >= 3 else { return false }
    if header.matches(PersonalHeaders.places) { return false }
    if header.matches(PersonalHeaders.persons) { return share(.fullName) >= 0.5 }
    return share(.fullName) >= 0.8 && facts.distinct >= 20
  }
}

/// Words of column names that announce persons, or rule them out.
enum PersonalHeaders {
  static let counts: HeaderPatterns = [
    "nombre", "nb", "occurrences", "effectif", "naissances", "total", "frequence", "count",
  ]
  static let births: HeaderPatterns = [
    "naissance", "naiss", "ddn", "birth", "birthdate", "ne le", "nee le", "date naiss", "datenaissance",
  ]
  static let firstNames: HeaderPatterns = ["prenom", "prenoms", "firstname", "first name", "given name"]
  static let lastNames: HeaderPatterns = [
    "nom famille", "nom usage", "nom naissance", "patronyme", "lastname", "last name", "surname",
    "nom jeune fille",
    "nom marital",
  ]
  static let lastNameWords: Set<String> = [
    "nom", "de", "famille", "agent", "elu", "usager", "demandeur", "parent", "enfant", "eleve", "responsable",
    "beneficiaire", "adherent", "titulaire", "assistante", "patient", "salarie",
  ]
  static let persons: HeaderPatterns = [
    "nom", "usager", "agent", "elu", "elus", "demandeur", "titulaire", "responsable", "contact", "personne",
    "auteur",
    "candidat", "proprietaire", "maire", "president", "beneficiaire", "adherent", "parent", "eleve", "enfant",
    "salarie",
    "locataire", "conjoint", "tuteur", "referent", "signataire", "mandataire", "conseiller", "patient",
    "assistante",
    "identite", "interlocuteur", "name",
  ]
  static let places: HeaderPatterns = [
    "voie", "rue", "ecole", "commune", "lieu", "equipement", "arret", "station", "etab", "etablissement",
    "site",
    "cantine", "ville", "quartier", "espece", "genre", "libelle", "cultivar", "region", "departement", "pays",
    "structure", "organisme", "association", "collectivite", "coll", "service", "titre", "objet", "toponyme",
    "canton",
    "ncc", "nccenr", "produit", "marque", "type", "categorie", "theme", "secteur", "parc", "salle",
    "monument",
  ]
  static let officials: HeaderPatterns = [
    "elu", "elus", "maire", "mandat", "mandats", "conseiller", "depute", "senateur", "ministre", "president",
    "election",
    "groupe politique", "parti", "liste electorale", "nuance",
  ]
  static let homes: HeaderPatterns = [
    "domicile", "adresse personnelle", "adresse demandeur", "adresse usager", "residence principale",
  ]
  static let social: HeaderPatterns = [
    "quotient familial", "qf", "rsa", "revenu", "revenus", "ressources", "allocataire", "caf",
    "situation familiale",
    "minima sociaux", "aide sociale", "surendettement",
  ]
  static let health: HeaderPatterns = [
    "allergie", "allergies", "handicap", "pathologie", "traitement", "mdph", "regime alimentaire", "pai",
    "vaccin",
    "vaccins", "maladie", "medecin", "sante", "groupe sanguin", "aeeh", "aah",
  ]
  static let traders: HeaderPatterns = [
    "raison sociale", "denomination", "beneficiaire", "titulaire", "fournisseur", "entreprise",
    "attributaire", "tiers",
  ]
}
