/// What is decided of a column: its type, its notation, its format.
struct ColumnDecision {
  let facts: ColumnFacts
  private(set) var rule: ColumnRule
  /// The format whose rule values are held to.
  private(set) var formatRule: FormatRule?
  /// The format as the report names it.
  private(set) var format: ColumnFormat?

  init(_ facts: ColumnFacts) {
    self.facts = facts
    rule = TypeDecision(facts).decide()
    if facts.filled == 0 { return }
    decideYear()
    formatRule = bestFormat() ?? codeFormat()
    if let formatRule {
      format = formatRule.format
      if formatRule.type == .text { rule = ColumnRule(.text) }
      rule.keepsCodes = formatRule.format.rawValue == "iso_country_code_alpha2"
    } else if rule.type == .geopoint {
      format = ColumnFormat(rawValue: "wgs84")
    } else if rule.unit == .percent {
      format = ColumnFormat(rawValue: "percent")
    } else if rule.unit == .euro || isInEuros {
      format = ColumnFormat(rawValue: "euro")
      rule.unit = .euro
    }
  }

  /// Holds the column to what a person said of it, whatever most of its cells look like.
  init(_ facts: ColumnFacts, declared: ColumnDeclaration) {
    self.facts = facts
    rule = TypeDecision(facts).rule(of: declared.type)
    if let declaredFormat = declared.format {
      format = declaredFormat
      formatRule = FormatRule.rule(of: declaredFormat)
      rule.keepsCodes = declaredFormat.rawValue == "iso_country_code_alpha2"
      rule.unit = declaredFormat.rawValue == "percent" ? .percent : rule.unit
      rule.unit = declaredFormat.rawValue == "euro" ? .euro : rule.unit
    } else if rule.unit == .percent {
      format = ColumnFormat(rawValue: "percent")
    } else if rule.unit == .euro {
      format = ColumnFormat(rawValue: "euro")
    } else if rule.type == .geopoint {
      format = ColumnFormat(rawValue: "wgs84")
    }
  }

  private var isInEuros: Bool {
    (rule.type == .number || rule.type == .integer) && !facts.header.matches(HeaderLists.keys)
      && (facts.header.hasEuroSign || facts.header.matches(HeaderLists.euros))
  }

  /// Four digits are years where the name says so, or where all are of our time and nothing else explains
  /// them.
  private mutating func decideYear() {
    guard rule.type == .integer || rule.type == .text else { return }
    // 2023/2024 among years: the column holds intervals.
    if facts.cells(where: { $0.formats.contains(.yearInterval) }) > 0 { return }
    let years = facts.kinds.filter { $0.cells > 0 && $0.formats.contains(.year) }
    let cells = years.reduce(0) { $0 + $1.cells }
    guard cells > 0 else { return }
    if facts.header.matches(HeaderLists.years) {
      if cells * 10 >= facts.filled * 9 || (facts.filled - cells <= 1 && cells >= 2) {
        rule = ColumnRule(.year)
      }
      return
    }
    guard cells == facts.filled, cells >= 5, !facts.header.matches(HeaderLists.counts),
      !facts.header.matches(HeaderLists.amounts), !facts.header.matches(HeaderLists.codes),
      !facts.header.matches(HeaderLists.keys)
    else { return }
    let least = years.map(\.moments.min).min() ?? 0
    let greatest = years.map(\.moments.max).max() ?? 0
    if least >= 1950, greatest <= 2060 { rule = ColumnRule(.year) }
  }

  // MARK: Formats

  private func bestFormat() -> FormatRule? {
    var best: (rule: FormatRule, score: Double)?
    for candidate in FormatRule.all {
      guard isCompatible(candidate), let score = score(candidate) else { continue }
      if score > best?.score ?? 0 { best = (candidate, score) }
    }
    return best?.rule
  }

  private func isCompatible(_ candidate: FormatRule) -> Bool {
    switch rule.type {
    case .text: candidate.type == .text
    case .number: candidate.type == .text || candidate.type == .number
    case .integer:
      // Whole degrees under « long » are lengths.
      candidate.type == .text || candidate.type == .number && !candidate.format.rawValue.hasPrefix("wgs84")
    case .year: candidate.format.rawValue == "code_postal" && facts.header.matches(candidate.headers)
    case .boolean: candidate.format.rawValue == "sexe" && facts.header.matches(candidate.headers)
    default: false
    }
  }

  /// How well a format explains the column; `nil` when it does not.
  private func score(_ candidate: FormatRule) -> Double? {
    let isAnnounced = facts.header.matches(candidate.headers)
    var cells = 0
    var distinct = 0
    for kind in facts.kinds where kind.cells > 0 {
      let isValid = candidate.accepts(kind.cellClass, kind.formats)
      if isValid || (isAnnounced && candidate.lostZero(kind.cellClass, kind.formats)) {
        cells += kind.cells
        distinct += kind.distinct
      }
    }
    if cells == 0 { return nil }
    let filled = facts.filled + (candidate.formats == .countryAlpha2 ? countryCodesCalledMissing : 0)
    let share = Double(cells) / Double(filled)
    if isAnnounced, let wanted = candidate.shareWithHeader, share >= wanted {
      return share + 0.5 + Double(candidate.precedence) / 1000
    }
    guard let wanted = candidate.shareAlone, share >= wanted, distinct >= candidate.distinctAlone,
      !isContradicted(candidate)
    else { return nil }
    return share + Double(candidate.precedence) / 1000
  }

  private var countryCodesCalledMissing: Int {
    facts.cells { $0.cellClass.has(CellClass.missingCode) && $0.formats.contains(.countryAlpha2) }
  }

  /// Whether the name of the column says that digits are something else.
  private func isContradicted(_ candidate: FormatRule) -> Bool {
    guard rule.type == .integer || rule.type == .number else { return false }
    return facts.header.matches(HeaderLists.amounts)
      || (facts.header.matches(HeaderLists.counts) && candidate.format.rawValue != "siret")
  }

  /// Codes of places under a name that says nothing: zeros in front or letters of Corsica tell them.
  private func codeFormat() -> FormatRule? {
    guard rule.type == .text || rule.type == .integer, !facts.header.matches(HeaderLists.keys) else {
      return nil
    }
    for name in ["code_postal", "code_insee", "departement"] {
      guard let candidate = FormatRule.rule(of: ColumnFormat(rawValue: name)) else { continue }
      let kinds = facts.kinds.filter { $0.cells > 0 && !$0.formats.isDisjoint(with: candidate.formats) }
      let cells = kinds.reduce(0) { $0 + $1.cells }
      guard cells * 50 >= facts.filled * 49, kinds.reduce(0, { $0 + $1.distinct }) >= 10 else { continue }
      if isProven(candidate, kinds, cells) { return candidate }
    }
    return nil
  }

  private func isProven(_ candidate: FormatRule, _ kinds: [KindFacts], _ cells: Int) -> Bool {
    let isCorsican = kinds.contains { $0.cellClass.family == .text }
    let hasZeros = kinds.contains { $0.cellClass.has(CellClass.leadingZero) }
    guard candidate.format.rawValue == "code_postal" else {
      return isCorsican || (hasZeros && candidate.format.rawValue == "code_insee")
    }
    let round = kinds.reduce(0) { $0 + ($1.formats.contains(.roundPostalCode) ? $1.cells : 0) }
    guard round * 2 >= cells else { return false }
    // Without zeros in front, only in a file whose columns have no name.
    return hasZeros || facts.header.joined.hasPrefix("colonne")
  }

  // MARK: Judging kinds

  func isMissing(_ kind: KindFacts) -> Bool { rule.isMissing(kind.cellClass) }

  func hasType(_ kind: KindFacts) -> Bool { rule.accepts(kind.cellClass, kind.formats) }

  /// Whether a kind has the format, where faults against it are counted.
  func hasFormat(_ kind: KindFacts) -> Bool {
    guard let formatRule, formatRule.isStrict else { return true }
    return formatRule.accepts(kind.cellClass, kind.formats)
  }

  func isValid(_ kind: KindFacts) -> Bool { !isMissing(kind) && hasType(kind) && hasFormat(kind) }
}
