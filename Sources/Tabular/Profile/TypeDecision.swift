/// Decides the type and notation of a column from how many cells have each class.
///
/// A type needs nearly all cells: a few faulty ones never change it, and a column that is really mixed
/// stays text, where nothing is lost.
struct TypeDecision {
  private let facts: ColumnFacts

  init(_ facts: ColumnFacts) { self.facts = facts }

  /// The rule of the column.
  func decide() -> ColumnRule {
    guard facts.filled > 0 else { return ColumnRule(.text) }
    let candidates = [
      booleanRule(), binaryRule(), dateRule(), datetimeRule(), timeRule(), durationRule(), pointRule(),
      geometryRule(), jsonRule(), numberRule(),
    ]
    var best: (rule: ColumnRule, valid: Int)?
    for case let rule? in candidates {
      let valid = validCells(rule)
      guard isDominant(valid, rule) else { continue }
      if valid > best?.valid ?? 0 { best = (rule, valid) }
    }
    return best?.rule ?? ColumnRule(.text)
  }

  /// The rule of a column that is of a type for sure, in the notation that most of its cells have.
  func rule(of type: ColumnType) -> ColumnRule {
    let candidate: ColumnRule? =
      switch type {
      case .boolean: booleanRule() ?? binaryRule() ?? digitRule()
      case .date: compactDateRule() ?? dayRule(.date)
      case .datetime: datetimeRule() ?? dayRule(.date)
      case .time: timeRule()
      case .geopoint: pointRule()
      case .integer, .number: NumberDecision(facts).notation(of: type)
      case .text, .year, .duration, .geometry, .json: nil
      }
    guard var rule = candidate else { return ColumnRule(type) }
    rule.type = type
    return rule
  }

  private func digitRule() -> ColumnRule? {
    guard facts.cells(where: { $0.formats.contains(.binary) }) > 0 else { return nil }
    var rule = ColumnRule(.boolean)
    rule.booleans = .digits
    return rule
  }

  func validCells(_ rule: ColumnRule) -> Int {
    facts.cells { !rule.isMissing($0.cellClass) && rule.accepts($0.cellClass, $0.formats) }
  }

  /// Whether so many valid cells make the type of the column: nine out of ten, or all but one of a short
  /// column; seven out of ten where its name announces the type.
  private func isDominant(_ valid: Int, _ rule: ColumnRule) -> Bool {
    let invalid = facts.filled - valid
    if valid == 0 { return false }
    if invalid == 0 { return true }
    if valid < 2 { return false }
    if isAnnounced(rule) { return invalid * 10 <= facts.filled * 3 || invalid == 1 }
    return invalid * 10 <= facts.filled || (invalid == 1 && valid >= 2) || (invalid == 2 && valid >= 10)
  }

  private func isAnnounced(_ rule: ColumnRule) -> Bool {
    switch rule.type {
    case .date, .datetime: facts.header.matches(HeaderLists.dates)
    case .number, .integer:
      facts.header.matches(HeaderLists.amounts) || facts.header.matches(HeaderLists.counts)
    default: false
    }
  }

  // MARK: Booleans

  private func booleanRule() -> ColumnRule? {
    guard facts.cells(of: .boolean) > 0 else { return nil }
    var rule = ColumnRule(.boolean)
    var best = 0
    for notation in ColumnRule.BooleanNotation.allCases where notation != .digits {
      let isLetters = notation.rawValue.count == 3
      let present = facts.kinds.filter {
        $0.cells > 0 && $0.cellClass.family == .boolean && notation.accepts($0.cellClass.pair)
      }
      // Letters are booleans only where both are there: F alone is a sex, N a direction.
      if isLetters, Set(present.map(\.cellClass.pair)).count < 2 { continue }
      let cells = present.reduce(0) { $0 + $1.cells }
      if cells > best {
        best = cells
        rule.booleans = notation
      }
    }
    return best > 0 ? rule : nil
  }

  /// 0 and 1 are booleans only where the name of the column asks a question.
  private func binaryRule() -> ColumnRule? {
    let binary = facts.cells { $0.formats.contains(.binary) && $0.cellClass.isPlainInteger }
    guard binary > 0, binary * 20 >= facts.filled * 19, facts.header.matches(HeaderLists.questions),
      !facts.header.matches(HeaderLists.counts), facts.distinct >= 2
    else { return nil }
    var rule = ColumnRule(.boolean)
    rule.booleans = .digits
    return rule
  }

  // MARK: Dates and times

  private func dateRule() -> ColumnRule? {
    if let compact = compactDateRule() { return compact }
    guard var rule = dayRule(.date) else { return nil }
    rule.type = .date
    return rule
  }

  private func compactDateRule() -> ColumnRule? {
    let compact = facts.kinds.filter { $0.formats.contains(.compactDate) && $0.cellClass.isPlainInteger }
    let cells = compact.reduce(0) { $0 + $1.cells }
    let distinct = compact.reduce(0) { $0 + $1.distinct }
    guard cells > 0, cells * 20 >= facts.filled * 19,
      facts.header.matches(HeaderLists.dates) || (distinct >= 5 && cells == facts.filled)
    else { return nil }
    var rule = ColumnRule(.date)
    rule.isCompactDate = true
    return rule
  }

  private func datetimeRule() -> ColumnRule? {
    guard var rule = dayRule(.datetime) else { return nil }
    rule.type = .datetime
    rule.hasLetterT = isMost(.datetime, CellClass.letterT)
    rule.hasSeconds = isMost(.datetime, CellClass.seconds)
    rule.isZoned = isMost(.datetime, CellClass.zoned)
    rule.hasLetterH = isMost(.datetime, CellClass.letterH)
    return rule
  }

  private func isMost(_ family: CellClass.Family, _ detail: UInt32) -> Bool {
    facts.cells { $0.cellClass.family == family && $0.cellClass.has(detail) } * 2 > facts.cells(of: family)
  }

  /// The order of days in the column: the one that most cells prove; day first where none proves any.
  private func dayRule(_ family: CellClass.Family) -> ColumnRule? {
    func cells(_ order: CellClass.DateOrder) -> Int {
      facts.cells {
        $0.cellClass.family == family && $0.cellClass.order == order
          && !$0.cellClass.has(CellClass.impossible)
      }
    }
    let open = cells(.ambiguous) + cells(.same)
    let isMonthFirst = cells(.monthFirst) > cells(.dayFirst)
    let orders: [(CellClass.DateOrder, Int)] = [
      (.yearFirst, cells(.yearFirst)), (.monthWord, cells(.monthWord)),
      isMonthFirst ? (.monthFirst, cells(.monthFirst) + open) : (.dayFirst, cells(.dayFirst) + open),
    ]
    guard let best = orders.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    var rule = ColumnRule(.date)
    rule.order = best.0
    rule.hasTwoDigitYears = isMost(family, CellClass.twoDigitYear)
    var separators: [UInt32: Int] = [:]
    for kind in facts.kinds where kind.cellClass.family == family && rule.accepts(dateOf(kind), kind.formats)
    {
      separators[kind.cellClass.dateSeparator.rawValue, default: 0] += kind.cells
    }
    let separator = separators.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    rule.dateSeparator = CellClass.DateSeparator(rawValue: separator) ?? .dash
    return rule
  }

  /// The class of a kind's day, without its time.
  private func dateOf(_ kind: KindFacts) -> CellClass {
    CellClass(rawValue: kind.cellClass.rawValue & ~0xF | CellClass.Family.date.rawValue)
  }

  private func timeRule() -> ColumnRule? {
    guard facts.cells(of: .time) > 0 else { return nil }
    var rule = ColumnRule(.time)
    rule.hasSeconds = isMost(.time, CellClass.seconds)
    rule.hasLetterH = isMost(.time, CellClass.letterH)
    return rule
  }

  private func durationRule() -> ColumnRule? {
    let durations = facts.cells(of: .duration)
    guard durations > 0, durations >= facts.cells(of: .time) || facts.header.matches(HeaderLists.durations)
    else {
      return nil
    }
    return ColumnRule(.duration)
  }

  // MARK: Places

  private func pointRule() -> ColumnRule? {
    guard facts.cells(of: .point) > 0 else { return nil }
    func cells(_ detail: UInt32) -> Int {
      facts.cells { $0.cellClass.family == .point && $0.cellClass.has(detail) }
    }
    var rule = ColumnRule(.geopoint)
    let inFrance = (cells(CellClass.latitudeFirstInFrance), cells(CellClass.longitudeFirstInFrance))
    let inRange = (cells(CellClass.latitudeFirst), cells(CellClass.longitudeFirst))
    if inFrance.0 != inFrance.1 {
      rule.latitudeFirst = inFrance.0 > inFrance.1
    } else if inRange.0 != inRange.1 {
      rule.latitudeFirst = inRange.0 > inRange.1
    } else {
      // GeoJSON arrays have the longitude first (RFC 7946), texts the latitude.
      rule.latitudeFirst = !isMost(.point, CellClass.bracketed)
    }
    return rule
  }

  private func geometryRule() -> ColumnRule? { facts.cells(of: .geometry) > 0 ? ColumnRule(.geometry) : nil }

  private func jsonRule() -> ColumnRule? { facts.cells(of: .json) > 0 ? ColumnRule(.json) : nil }

  private func numberRule() -> ColumnRule? { NumberDecision(facts).decide() }
}
