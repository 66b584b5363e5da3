/// Decides whether a column holds numbers, whole or not, and how they are written; or codes, which are
/// text.
struct NumberDecision {
  private let facts: ColumnFacts

  init(_ facts: ColumnFacts) { self.facts = facts }

  /// The rule of a column of numbers; `nil` where there is none, or where they are codes.
  func decide() -> ColumnRule? {
    let numbers = facts.cells(of: .number)
    guard numbers > 0, !areCodes() else { return nil }
    var rule = ColumnRule(.number)
    rule.unit = unit(numbers)
    rule.grouping = grouping(numbers)
    rule.separator = separator(rule.grouping)
    if rule.unit == .none, isWhole(rule) {
      rule.type = .integer
      rule.separator = .none
    }
    return rule
  }

  /// The notation of a column whose cells are numbers for sure, not codes.
  func notation(of type: ColumnType) -> ColumnRule {
    var rule = ColumnRule(type)
    rule.unit = type == .number ? unit(facts.cells(of: .number)) : .none
    rule.grouping = grouping(facts.cells(of: .number))
    rule.separator = type == .number ? separator(rule.grouping) : .none
    return rule
  }

  private func cells(_ isWanted: (CellClass) -> Bool) -> Int {
    facts.cells { $0.cellClass.family == .number && isWanted($0.cellClass) }
  }

  // MARK: Codes

  /// Whether the digits are those of codes: a zero in front, a name that says so, digits beyond what a
  /// number keeps.
  private func areCodes() -> Bool {
    let decimals = cells { $0.separator != .none || $0.unit != .none || $0.grouping != .none }
    let whole = facts.cells { $0.cellClass.isPlainInteger || $0.cellClass.has(CellClass.tooLong) }
    if facts.header.matches(HeaderLists.namedCodes),
      facts.header.words.isDisjoint(with: ["postaux", "nb", "nombre"])
    {
      return true
    }
    let spoilt = cells { $0.has(CellClass.exponent) }
    let isNamedCode = facts.header.matches(HeaderLists.codes) || facts.header.matches(HeaderLists.keys)
    if isNamedCode, spoilt * 2 > facts.filled { return true }
    if whole == 0 || decimals * 10 > whole { return false }
    if cells({ $0.has(CellClass.tooLong) }) * 10 > facts.filled { return true }
    if facts.header.matches(HeaderLists.codes), !facts.header.matches(HeaderLists.counts),
      !facts.header.matches(HeaderLists.amounts)
    {
      return true
    }
    return hasLeadingZeros(whole) || isMixedWithTexts(whole) || areLongIdentifiers(whole)
  }

  /// One value in front of which a zero was typed does not make codes of amounts; several do, or one among
  /// values of the same length.
  private func hasLeadingZeros(_ whole: Int) -> Bool {
    let zeros = cells { $0.has(CellClass.leadingZero) && $0.isPlainInteger }
    if zeros == 0 { return false }
    if zeros * 50 >= whole || zeros >= 20 { return true }
    let lengths = Set(
      facts.kinds.filter { $0.cells > 0 && $0.cellClass.isPlainInteger }.map(\.cellClass.digits)
    )
    return lengths.count == 1
  }

  /// Twelve digits and more, always as many: nothing that is counted or measured.
  private func areLongIdentifiers(_ whole: Int) -> Bool {
    let lengths = Set(
      facts.kinds.filter { $0.cells > 0 && $0.cellClass.isPlainInteger }.map(\.cellClass.digits)
    )
    return whole == facts.filled && lengths.count == 1 && lengths.allSatisfy { $0 >= 12 }
      && !facts.header.matches(HeaderLists.amounts)
  }

  /// `12 bis` and `A7` among house numbers: identifiers, not faulty numbers.
  private func isMixedWithTexts(_ whole: Int) -> Bool {
    let texts = facts.kinds.filter {
      $0.cells > 0 && $0.cellClass.family == .text && $0.cellClass.has(CellClass.startsWithDigit)
    }
    let cells = texts.reduce(0) { $0 + $1.cells }
    if cells > 0, facts.header.matches(HeaderLists.houseNumbers) { return true }
    return cells * 100 >= whole && texts.reduce(0) { $0 + $1.distinct } >= 3
  }

  // MARK: Notation

  private func unit(_ numbers: Int) -> CellClass.Unit {
    let percents = cells { $0.unit == .percent }
    let euros = cells { $0.unit == .euro }
    if percents * 2 > numbers { return .percent }
    if euros * 2 > numbers { return .euro }
    // Amounts announced in euros, some with the sign.
    return euros >= 2 && euros * 20 > numbers ? .euro : .none
  }

  private func grouping(_ numbers: Int) -> CellClass.Grouping {
    for grouping in [CellClass.Grouping.comma, .point] {
      // 1,234,567 proves that commas are those of thousands.
      let proven = cells { $0.grouping == grouping }
      let decimals = cells {
        $0.separator == (grouping == .comma ? .comma : .point) && !$0.has(CellClass.perhapsGrouped)
          && $0.grouping == .none
      }
      if proven >= 1, proven * 100 >= numbers, decimals == 0 { return grouping }
    }
    let blanks = cells { $0.grouping == .blank }
    return blanks >= 2 && blanks * 100 >= numbers ? .blank : .none
  }

  private func separator(_ grouping: CellClass.Grouping) -> CellClass.Separator {
    if grouping == .comma { return cells { $0.separator == .point } > 0 ? .point : .none }
    if grouping == .point { return cells { $0.separator == .comma } > 0 ? .comma : .none }
    let points = cells { $0.separator == .point }
    let commas = cells { $0.separator == .comma }
    if points == 0, commas == 0 { return .none }
    return commas > points ? .comma : .point
  }

  /// Whether the numbers are whole: all of them, or so nearly that a decimal is a fault.
  private func isWhole(_ rule: ColumnRule) -> Bool {
    let fractions = cells { cellClass in
      cellClass.separator != .none && !rule.isThousands(cellClass) && !cellClass.has(CellClass.zeroFraction)
        || cellClass.has(CellClass.exponent)
    }
    let zeroFractions = cells {
      $0.separator != .none && $0.has(CellClass.zeroFraction) && !rule.isThousands($0)
    }
    let whole = cells { $0.separator == .none || rule.isThousands($0) }
    if whole == 0 || zeroFractions > whole { return false }
    if fractions == 0 { return zeroFractions == 0 || rule.separator == .point }
    if facts.header.matches(HeaderLists.amounts) { return false }
    if facts.header.matches(HeaderLists.counts) { return fractions * 5 <= whole }
    return fractions == 1 && whole >= 8 || fractions * 200 <= whole
  }
}

/// Words of column names that tell what a column holds.
enum HeaderLists {
  static let dates: HeaderPatterns = [
    "date", "dates", "jour", "day", "dt", "datetime", "horodatage", "naissance", "debut", "fin", "created",
    "updated",
    "modified", "maj", "timestamp",
  ]
  static let amounts: HeaderPatterns = [
    "montant", "montants", "prix", "cout", "tarif", "solde", "recette", "depense", "credit", "debit",
    "surface",
    "superficie", "longueur", "largeur", "hauteur", "profondeur", "poids", "masse", "taux", "pourcentage",
    "part",
    "moyenne", "indice", "latitude", "longitude", "lat", "lon", "long", "lng", "distance", "puissance",
    "tonnage",
    "volume", "euros", "euro", "ht", "ttc", "valeur", "densite", "altitude", "amount", "price", "subvention",
    "temperature", "concentration", "ratio", "circonference", "diametre",
  ]
  static let counts: HeaderPatterns = [
    "nb", "nbr", "nbre", "nombre", "effectif", "effectifs", "total", "population", "pop", "count", "capacite",
    "quantite",
    "qte", "places", "vote", "votes", "voix", "inscrits", "votants", "id", "rang", "ordre", "age",
    "occurrences",
  ]
  static let questions: HeaderPatterns = [
    "est", "is", "a", "has", "avec", "bool", "flag", "actif", "active", "ouvert", "gratuit", "gratuite",
    "accessible",
    "presence", "acces", "valide", "vrai", "on", "possible", "oui",
  ]
  static let codes: HeaderPatterns = [
    "code", "codes", "cp", "postal", "insee", "siret", "siren", "nic", "cog", "depcom", "codgeo", "tel",
    "telephone",
    "fax", "finess", "uai", "rne", "iris", "fantoir", "rivoli", "naf", "ape", "rna", "nir", "isbn", "issn",
    "ean",
    "dep", "dept", "departement", "reg", "region", "canton", "can", "epci", "com", "arr", "arrondissement",
    "cheflieu",
    "tncc", "matricule", "telephone mobile", "ref", "reference", "immatriculation", "iban", "rib", "bic",
    "nature",
    "chapitre", "compte", "imputation", "fonction", "article",
  ]
  static let namedCodes: HeaderPatterns = ["code", "codes"]
  static let houseNumbers: HeaderPatterns = ["numero", "num", "no", "n", "voie"]
  static let euros: HeaderPatterns = ["euro", "euros", "eur"]
  /// What is negative as often as not.
  static let signed: HeaderPatterns = [
    "solde", "variation", "ecart", "evolution", "altitude", "temperature", "x", "y", "z",
  ]
  static let years: HeaderPatterns = [
    "annee", "annees", "an", "year", "exercice", "millesime", "anneevoyage", "annee budgetaire",
  ]
  static let durations: HeaderPatterns = ["duree", "temps", "duration"]
  static let keys: HeaderPatterns = [
    "id", "uid", "identifiant", "uuid", "guid", "cle", "key", "ident", "objectid", "gid", "fid",
  ]
}
