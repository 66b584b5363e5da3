public import Messages

/// What a contract says is owed when data comes late or defective.
///
/// Amounts are whole cents and rates hundredths of a percent, so that what is claimed is exact.
public struct PenaltyClause: Sendable, Equatable {
  /// For each day late, in cents.
  public var perLateDay: Int?
  /// For each day late, as a share of the contract's amount, in hundredths of a percent.
  public var sharePerLateDay: Int?
  /// For each defect, in cents.
  public var perDefect: Int?
  /// How many days late cost nothing.
  public var graceDays: Int
  /// The most a delivery may cost, in cents.
  public var cap: Int?
  /// The most a delivery may cost, as a share of the contract's amount, in hundredths of a percent.
  public var capShare: Int?

  /// Makes a clause.
  public init(
    perLateDay: Int? = nil,
    sharePerLateDay: Int? = nil,
    perDefect: Int? = nil,
    graceDays: Int = 0,
    cap: Int? = nil,
    capShare: Int? = nil
  ) {
    self.perLateDay = perLateDay
    self.sharePerLateDay = sharePerLateDay
    self.perDefect = perDefect
    self.graceDays = graceDays
    self.cap = cap
    self.capShare = capShare
  }

  /// Whether it asks for anything.
  public var isEmpty: Bool { perLateDay == nil && sharePerLateDay == nil && perDefect == nil }
}

/// What a delivery costs by a clause, and how that was counted.
public struct Penalty: Sendable, Equatable {
  /// What is owed, in cents.
  public let cents: Int
  /// How it was counted, a sentence for each step.
  public let steps: [Bilingual]

  /// Counts what is owed.
  ///
  /// - Parameters:
  ///   - daysLate: The days between the day due and the day received; none or fewer where it came in time.
  ///   - defects: How many defects were found.
  ///   - contractCents: The contract's amount in cents, where it is known.
  ///   - isAccepted: Whether it was accepted: the lateness of what was refused runs on, and is not counted yet.
  public init(
    _ clause: PenaltyClause,
    daysLate: Int,
    defects: Int,
    contractCents: Int?,
    isAccepted: Bool = true
  ) {
    var count = PenaltyCount(contractCents: contractCents)
    if isAccepted { count.addLateness(clause, daysLate) } else { count.leaveLateness() }
    count.addDefects(clause, defects)
    count.limit(clause)
    cents = count.total
    steps = count.steps
  }
}

private struct PenaltyCount {
  let contractCents: Int?
  var total = 0
  var steps: [Bilingual] = []

  init(contractCents: Int?) { self.contractCents = contractCents }

  mutating func leaveLateness() {
    say(
      "Le retard court jusqu’à une livraison acceptée\u{A0}: il sera compté alors.",
      "Lateness runs until a delivery is accepted: it will be counted then."
    )
  }

  mutating func addLateness(_ clause: PenaltyClause, _ daysLate: Int) {
    guard daysLate > 0 else {
      return say("La livraison est arrivée à temps.", "The delivery came in time.")
    }
    let counted = max(0, daysLate - max(0, clause.graceDays))
    if clause.graceDays > 0 {
      say(
        "\(days(daysLate)) de retard, dont \(days(min(daysLate, clause.graceDays))) de tolérance\u{A0}: "
          + "\(counted) à compter.",
        "\(daysLate) days late, \(min(daysLate, clause.graceDays)) of them tolerated: \(counted) to count."
      )
    } else {
      say("\(days(daysLate)) de retard.", "\(daysLate) days late.")
    }
    guard counted > 0 else { return }
    if let rate = clause.perLateDay {
      let sum = multiplied(counted, rate)
      say(
        "\(counted) × \(Euros.text(rate).fr) par jour = \(Euros.text(sum).fr).",
        "\(counted) × \(Euros.text(rate).en) a day = \(Euros.text(sum).en)."
      )
      total = added(total, sum)
    }
    if let share = clause.sharePerLateDay { addShare(share, counted) }
  }

  private mutating func addShare(_ share: Int, _ counted: Int) {
    guard let contractCents else {
      return say(
        "Le montant du contrat n’est pas connu\u{A0}: la part de \(Rate.text(share).fr) par jour n’est pas comptée.",
        "The contract’s amount is not known: the share of \(Rate.text(share).en) a day is not counted."
      )
    }
    let sum = portion(multiplied(counted, share), of: contractCents)
    say(
      "\(counted) × \(Rate.text(share).fr) de \(Euros.text(contractCents).fr) = \(Euros.text(sum).fr).",
      "\(counted) × \(Rate.text(share).en) of \(Euros.text(contractCents).en) = \(Euros.text(sum).en)."
    )
    total = added(total, sum)
  }

  mutating func addDefects(_ clause: PenaltyClause, _ defects: Int) {
    guard defects > 0 else { return }
    guard let rate = clause.perDefect else {
      return say(
        "\(defects) défaut\(defects > 1 ? "s" : ""), que la clause ne sanctionne pas.",
        "\(defects) defect\(defects > 1 ? "s" : ""), which the clause does not sanction."
      )
    }
    let sum = multiplied(defects, rate)
    say(
      "\(defects) défaut\(defects > 1 ? "s" : "") × \(Euros.text(rate).fr) = \(Euros.text(sum).fr).",
      "\(defects) defect\(defects > 1 ? "s" : "") × \(Euros.text(rate).en) = \(Euros.text(sum).en)."
    )
    total = added(total, sum)
  }

  mutating func limit(_ clause: PenaltyClause) {
    var caps: [(Int, Bilingual)] = []
    if let cap = clause.cap { caps.append((cap, Euros.text(cap))) }
    if let share = clause.capShare, let contractCents {
      let cap = portion(share, of: contractCents)
      caps.append(
        (
          cap,
          Bilingual(
            fr: "\(Rate.text(share).fr) de \(Euros.text(contractCents).fr), soit \(Euros.text(cap).fr)",
            en: "\(Rate.text(share).en) of \(Euros.text(contractCents).en), which is \(Euros.text(cap).en)"
          )
        )
      )
    } else if clause.capShare != nil {
      say(
        "Le montant du contrat n’est pas connu\u{A0}: le plafond en pourcentage n’est pas appliqué.",
        "The contract’s amount is not known: the cap in percent is not applied."
      )
    }
    guard let (cap, name) = caps.min(by: { $0.0 < $1.0 }), total > cap else { return }
    say("Plafonné à \(name.fr).", "Capped at \(name.en).")
    total = max(0, cap)
  }

  private mutating func say(_ fr: String, _ en: String) { steps.append(Bilingual(fr: fr, en: en)) }

  private func days(_ count: Int) -> String { "\(count) jour\(count > 1 ? "s" : "")" }

  /// Ten-thousandths of an amount, rounded to the nearest cent, halves up.
  private func portion(_ share: Int, of cents: Int) -> Int {
    let product = cents.multipliedFullWidth(by: share)
    guard product.high == 0, product.low <= UInt(Int.max) - 5_000 else { return Int.max }
    return (Int(product.low) + 5_000) / 10_000
  }

  private func multiplied(_ count: Int, _ rate: Int) -> Int {
    let (product, overflow) = count.multipliedReportingOverflow(by: max(0, rate))
    return overflow ? Int.max : product
  }

  private func added(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? Int.max : sum
  }
}

/// Amounts as people write them.
public enum Euros {
  /// `1 234,56 €` and `€1,234.56`.
  public static func text(_ cents: Int) -> Bilingual {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let fraction = rest < 10 ? "0\(rest)" : "\(rest)"
    let sign = cents < 0 ? "-" : ""
    return Bilingual(
      fr: sign + grouped(whole, "\u{202F}") + (rest == 0 ? "" : "," + fraction) + "\u{A0}€",
      en: sign + "€" + grouped(whole, ",") + (rest == 0 ? "" : "." + fraction)
    )
  }

  /// An amount in euros as whole cents; `nil` where it is none, or beyond all contracts.
  public static func cents(_ euros: Double?) -> Int? {
    guard let euros, euros.isFinite, abs(euros) < 1e13 else { return nil }
    return Int((euros * 100).rounded())
  }

  private static func grouped(_ number: UInt, _ mark: String) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(contentsOf: mark, at: index)
      index -= 3
    }
    return String(digits)
  }
}

/// Rates in hundredths of a percent as people write them.
enum Rate {
  static func text(_ share: Int) -> Bilingual {
    let (whole, rest) = share.quotientAndRemainder(dividingBy: 100)
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return Bilingual(
      fr: "\(whole)" + (fraction.isEmpty ? "" : "," + fraction) + "\u{A0}%",
      en: "\(whole)" + (fraction.isEmpty ? "" : "." + fraction) + "%"
    )
  }
}
