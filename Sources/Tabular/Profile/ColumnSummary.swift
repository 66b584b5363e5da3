import Glibc

/// Makes the report of a column once it is decided.
struct ColumnSummary {
  private static let bins = 20
  private static let keptFrequent = 10

  private let decision: ColumnDecision
  private var facts: ColumnFacts { decision.facts }

  init(_ decision: ColumnDecision) { self.decision = decision }

  func report() -> ColumnReport {
    var report = ColumnReport(
      name: facts.name,
      position: facts.position,
      type: decision.rule.type,
      format: decision.format
    )
    report.notation = decision.rule.notation
    for kind in facts.kinds {
      if decision.isMissing(kind) {
        report.missing += kind.cells
      } else if decision.isValid(kind) {
        report.valid += kind.cells
      } else {
        report.invalid += kind.cells
      }
    }
    report.distinct = facts.distinct
    report.longest = facts.accumulator.longest
    report.examples = facts.accumulator.examples.map(\.text)
    report.frequent = frequent()
    addBounds(&report)
    return report
  }

  // MARK: Bounds, mean, histogram

  private func addBounds(_ report: inout ColumnReport) {
    guard let unit = ValueText(decision.rule) else {
      addTextBounds(&report)
      return
    }
    let moments = self.moments()
    guard moments.count > 0 else { return }
    report.min = unit.text(moments.min)
    report.max = unit.text(moments.max)
    if decision.rule.type == .number || decision.rule.type == .integer {
      report.mean = Self.rounded(moments.mean)
      report.deviation = Self.rounded(moments.deviation)
    }
    if unit.hasHistogram { report.histogram = histogram(from: moments.min, to: moments.max) }
  }

  private func addTextBounds(_ report: inout ColumnReport) {
    switch decision.rule.type {
    case .text, .boolean: break
    default: return
    }
    var bounds = TextBounds()
    for kind in facts.kinds where decision.isValid(kind) { bounds.merge(kind.bounds) }
    if bounds.isEmpty {
      for kind in facts.kinds where !decision.isMissing(kind) { bounds.merge(kind.bounds) }
    }
    guard !bounds.isEmpty else { return }
    report.min = String(decoding: bounds.least, as: UTF8.self)
    report.max = String(decoding: bounds.greatest, as: UTF8.self)
  }

  private func moments() -> Moments {
    var moments = Moments()
    for kind in facts.kinds where kind.cells > 0 && decision.isValid(kind) {
      moments.merge(isExchanged(kind) ? kind.exchanged : kind.moments.scaled(by: scale(kind)))
    }
    return moments
  }

  private func isExchanged(_ kind: KindFacts) -> Bool {
    decision.rule.order == .monthFirst && kind.cellClass.isAmbiguousDay
  }

  private func scale(_ kind: KindFacts) -> Double {
    if decision.rule.isThousands(kind.cellClass) { return 1000 }
    // A date in a column of datetimes is its midnight.
    return decision.rule.type == .datetime && kind.cellClass.family == .date ? 86_400e6 : 1
  }

  /// To twelve significant digits: the last bits depend on the order of the sum.
  static func rounded(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    let scale = pow(10, 11 - floor(log10(abs(number))))
    guard scale.isFinite, scale > 0 else { return number }
    let rounded = (number * scale).rounded() / scale
    return rounded.isFinite ? rounded : number
  }

  private func histogram(from least: Double, to greatest: Double) -> [Int] {
    let width = (greatest - least) / Double(Self.bins)
    guard width > 0, width.isFinite else { return [] }
    var bins = [Int](repeating: 0, count: Self.bins)
    if facts.accumulator.isEstimated {
      if decision.rule.order == .monthFirst { return [] }
      let families = Set(facts.kinds.filter { decision.isValid($0) }.map(\.cellClass.family.rawValue))
      guard families.count == 1, let family = families.first else { return [] }
      if let folded = facts.accumulator.histogram(of: Int(family)) {
        bins = folded.equalBins(Self.bins, from: least, to: greatest)
      }
    }
    let kinds = facts.accumulator.kinds.kinds.indices.map {
      index -> (isValid: Bool, scale: Double, isExchanged: Bool) in
      let kind = facts.kinds[index]
      return (decision.isValid(kind) && kind.cellClass.hasNumber, scale(kind), isExchanged(kind))
    }
    for entry in facts.accumulator.values.slots where entry.hash != 0 {
      let kind = kinds[Int(entry.kind)]
      guard kind.isValid else { continue }
      let number =
        kind.isExchanged
        ? facts.kinds[Int(entry.kind)].cellClass.exchangingDay(entry.number) : entry.number * kind.scale
      let bin = Int(((number - least) / width).rounded(.down))
      bins[min(max(bin, 0), Self.bins - 1)] += Int(entry.count)
    }
    return bins
  }

  // MARK: Frequent values

  /// The values that come most often.
  ///
  /// Past the exact limit, only those that are surely among them: one cell
  /// in a thousand at least.
  private func frequent() -> [FrequentValue] {
    let least = facts.accumulator.isEstimated ? max(2, facts.filled / 1000) : 1
    let isMissing = facts.kinds.map { decision.isMissing($0) }
    let values = facts.accumulator.values
    var found: [(value: String, count: Int)] = []
    var floor = UInt32(least)
    for entry in values.slots where entry.hash != 0 && entry.count >= floor && !isMissing[Int(entry.kind)] {
      guard let text = values.text(of: entry) else { continue }
      found.append((text, Int(entry.count)))
      if found.count > 400 {
        found = Self.most(found)
        floor = UInt32(found.last?.count ?? least)
      }
    }
    found = Self.most(found)
    guard let first = found.first, first.count > 1 else { return [] }
    return found.map { FrequentValue(value: $0.value, count: $0.count) }
  }

  private static func most(_ found: [(value: String, count: Int)]) -> [(value: String, count: Int)] {
    Array(found.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(keptFrequent))
  }
}

/// Writes the numbers of a profile in the notation of their type: ISO 8601 for dates and times.
struct ValueText {
  private let type: ColumnType
  private let isCompactDate: Bool

  /// `nil` for the types whose values have no number.
  init?(_ rule: ColumnRule) {
    type = rule.type
    isCompactDate = rule.isCompactDate
    switch rule.type {
    case .integer, .number, .date, .datetime, .time, .year, .duration: return
    case .text, .boolean, .geopoint, .geometry, .json: return nil
    }
  }

  var hasHistogram: Bool { !isCompactDate }

  func text(_ number: Double) -> String {
    switch type {
    case .date: isCompactDate ? Self.compactDay(Int(number)) : CivilDay(daysSince1970: Int(number)).iso
    case .datetime: Self.datetime(number)
    case .time: Self.clock(Int(number / 1e6))
    case .duration: "PT\(Self.plain(number))S"
    default: Self.plain(number)
    }
  }

  private static func compactDay(_ number: Int) -> String {
    CivilDay(year: number / 10000, month: number / 100 % 100, day: number % 100)?.iso ?? String(number)
  }

  /// `yyyy-mm-ddThh:mm:ss` of microseconds since 1970.
  static func datetime(_ microseconds: Double) -> String {
    let seconds = Int((microseconds / 1e6).rounded(.down))
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return CivilDay(daysSince1970: days).iso + "T" + clock(seconds - days * 86_400)
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { CivilDay.padded($0, 2) }.joined(separator: ":")
  }

  /// A number with a decimal point and no more digits than it needs.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return "\(number)"
  }
}
