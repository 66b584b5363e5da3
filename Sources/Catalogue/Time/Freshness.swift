public import CivilTime
public import Messages

/// Whether a dataset is updated as promised, on a given day.
public struct Freshness: Sendable, Hashable {
  /// The state, as facets and pages show it.
  public enum State: String, Codable, Sendable, CaseIterable {
    /// The next update is not due yet.
    case onTime = "on-time"
    /// The next update is due within the last tenth of the time between two updates, or tomorrow.
    case dueSoon = "due-soon"
    /// The next update is overdue.
    case late
    /// No rhythm was promised: irregular or closed data.
    case notPeriodic = "not-periodic"
    /// Nobody said how often it is updated.
    case unknown

    /// What the interface calls it.
    public var label: Bilingual {
      switch self {
      case .onTime: Bilingual(fr: "À jour", en: "Up to date")
      case .dueSoon: Bilingual(fr: "Mise à jour attendue", en: "Update due soon")
      case .late: Bilingual(fr: "En retard", en: "Late")
      case .notPeriodic: Bilingual(fr: "Sans rythme", en: "No set rhythm")
      case .unknown: Bilingual(fr: "Rythme inconnu", en: "Unknown rhythm")
      }
    }
  }

  /// The state on the day asked about.
  public let state: State
  /// The day of the last update, when it could be read.
  public let updated: CivilDate?
  /// The day the next update is due, where a rhythm is promised.
  public let due: CivilDate?
  /// How many days overdue; 0 when it is not late.
  public let daysLate: Int

  /// The freshness of data last updated at `updatedAt` (ISO 8601), seen on a day.
  public init(frequency: Frequency, updatedAt: String, today: CivilDate) {
    updated = CivilDate(updatedAt)
    due = Freshness.due(frequency: frequency, updated: updated)
    state = Freshness.state(frequency: frequency, due: due, today: today)
    daysLate = due.map { max(0, today.days(since: $0)) } ?? 0
  }

  /// The day the next update is due: some days after the last one.
  static func due(frequency: Frequency, updated: CivilDate?) -> CivilDate? {
    guard let updated, let days = frequency.days else { return nil }
    return updated.adding(days: days)
  }

  static func state(frequency: Frequency, due: CivilDate?, today: CivilDate) -> State {
    switch frequency {
    case .unknown: return .unknown
    case .irregular, .never: return .notPeriodic
    default: break
    }
    guard let due, let days = frequency.days else { return .unknown }
    if today > due { return .late }
    return days > 1 && due.days(since: today) <= max(1, days / 10) ? .dueSoon : .onTime
  }

  /// The state in a sentence: « Mise à jour attendue le 3 mars 2026. »
  public var sentence: Bilingual {
    switch (state, due) {
    case (.late, let due?):
      Bilingual(
        fr: "En retard de \(daysLate)\u{A0}jour\(daysLate > 1 ? "s" : "")\u{A0}: "
          + "mise à jour attendue le \(due.text.fr).",
        en: "\(daysLate) day\(daysLate == 1 ? "" : "s") late: an update was due on \(due.text.en)."
      )
    case (.onTime, let due?), (.dueSoon, let due?):
      Bilingual(
        fr: "Prochaine mise à jour attendue le \(due.text.fr).",
        en: "Next update due on \(due.text.en)."
      )
    case (.notPeriodic, _):
      Bilingual(fr: "Aucun rythme de mise à jour n’est annoncé.", en: "No rhythm of updates is announced.")
    default:
      Bilingual(
        fr: "Le producteur n’a pas dit à quel rythme ces données sont mises à jour.",
        en: "The producer did not say how often this data is updated."
      )
    }
  }
}
