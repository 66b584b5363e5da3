import CivilTime
public import Messages
public import Register

/// The clock of a breach: 72 hours from the moment the organisation is aware of it (GDPR, article 33(1)).
public struct BreachClock: Sendable, Equatable {
  /// When the organisation became aware.
  public let start: Moment
  /// The last moment to notify.
  public let deadline: Moment
  /// When CNIL was notified, if it was.
  public let notifiedAt: Moment?

  /// The clock of a breach; `nil` while nobody is sure of it.
  public init?(_ breach: Breach) {
    guard let start = breach.awareAt else { return nil }
    self.start = start
    deadline = Moment(milliseconds: WallClock.end(from: start.milliseconds, hours: 72))
    notifiedAt = breach.notifiedAt
  }

  /// Whole hours that passed since awareness, until the notification where there is one.
  public func hours(at now: Moment) -> Int {
    let end = min(now, notifiedAt ?? now)
    return Int(max(0, end.milliseconds - start.milliseconds) / 3_600_000)
  }

  /// Milliseconds that are left; negative once it is late.
  public func left(at now: Moment) -> Int64 {
    deadline.milliseconds - (notifiedAt ?? now).milliseconds
  }

  /// Whether the notification came, or comes, after the deadline: its reasons are then owed.
  public func isLate(at now: Moment) -> Bool { left(at: now) < 0 }
}

/// What is to be said of a breach that runs.
public struct BreachAlert: Sendable, Equatable {
  /// How far the clock is.
  public enum Threshold: Int, Sendable, CaseIterable {
    case day = 24, twoDays = 48, soon = 66, over = 72

    /// The sentence, as notices have it.
    public var text: Bilingual {
      switch self {
      case .day:
        Bilingual(fr: "24 heures ont passé : il en reste 48.", en: "24 hours have passed: 48 are left.")
      case .twoDays:
        Bilingual(fr: "48 heures ont passé : il en reste 24.", en: "48 hours have passed: 24 are left.")
      case .soon:
        Bilingual(
          fr: "Il reste 6 heures : notifiez ce que vous savez, vous compléterez ensuite (art. 33(4)).",
          en: "6 hours are left: notify what you know, and complete it later (art. 33(4))."
        )
      case .over:
        Bilingual(
          fr: "Les 72 heures sont passées : notifiez maintenant, avec les motifs du retard (art. 33(1)).",
          en: "The 72 hours are over: notify now, with the reasons for the delay (art. 33(1))."
        )
      }
    }
  }

  /// Which threshold was reached.
  public let threshold: Threshold
  /// When it was.
  public let since: Moment

  /// The sentence as it is true at a moment: how long has passed, and how long is really left.
  ///
  /// - Parameter isExercise: nothing is then to be sent.
  public func text(at now: Moment, isExercise: Bool = false) -> Bilingual {
    let start = since.milliseconds - Int64(threshold.rawValue) * 3_600_000
    let passed = max(0, now.milliseconds - start)
    let minutes = (72 * 3_600_000 - passed) / 60_000
    let hours = Bilingual.count(Int(passed / 3_600_000), fr: ("heure", "heures"), en: ("hour", "hours"))
    let verb = passed < 2 * 3_600_000 ? "a passé" : "ont passé"
    guard threshold != .over, minutes >= 0 else {
      return isExercise
        ? Bilingual(
          fr: "Les 72 heures de l’exercice sont passées.",
          en: "The 72 hours of the exercise are over."
        )
        : BreachAlert.Threshold.over.text
    }
    let left = Self.duration(minutes)
    let said = Bilingual(
      fr: "\(hours.fr) \(verb)\u{A0}: il reste \(left.fr).",
      en: "\(hours.en) have passed: \(left.en) left."
    )
    guard threshold == .soon, !isExercise else { return said }
    return Bilingual(
      fr: said.fr + " Notifiez ce que vous savez, vous compléterez ensuite (art. 33(4)).",
      en: said.en + " Notify what you know, and complete it later (art. 33(4))."
    )
  }

  /// A length of time: `35 h 30`, `40 minutes`.
  private static func duration(_ minutes: Int64) -> Bilingual {
    let (hours, rest) = (minutes / 60, minutes % 60)
    guard hours > 0 else {
      return Bilingual.count(Int(rest), fr: ("minute", "minutes"), en: ("minute", "minutes"))
    }
    let padded = rest == 0 ? "" : "\u{A0}\(rest < 10 ? "0" : "")\(rest)"
    return Bilingual(fr: "\(hours)\u{A0}h\(padded)", en: "\(hours)\u{A0}h\(padded)")
  }
}

extension Breach {
  /// The clock, where it runs or ran.
  public var clock: BreachClock? { BreachClock(self) }

  /// The thresholds reached, the last one last; none once it is notified, closed, or found without risk.
  ///
  /// A breach nobody has qualified is counted: what is not known is not “no”.
  public func alerts(at now: Moment) -> [BreachAlert] {
    guard let clock, notifiedAt == nil, closedAt == nil, risk != BreachRisk.none else { return [] }
    return BreachAlert.Threshold.allCases.compactMap { threshold in
      let since = clock.start.advanced(byMilliseconds: Int64(threshold.rawValue) * 3_600_000)
      return since <= now ? BreachAlert(threshold: threshold, since: since) : nil
    }
  }

  /// Where it is in its life.
  public var state: BreachState {
    if closedAt != nil { return .closed }
    if peopleInformedAt != nil { return .peopleInformed }
    if completedAt != nil { return .fullyNotified }
    if notifiedAt != nil { return .notified }
    switch risk {
    case BreachRisk.none?: return .noRisk
    case .risk?, .high?: return .toNotify
    case nil: return awareAt == nil ? .detected : .toQualify
    }
  }

  /// The timestamps in the order they can only come in, with their keys.
  var timeline: [(key: String, moment: Moment?)] {
    [("occurredAt", occurredAt), ("detectedAt", detectedAt), ("awareAt", awareAt), ("closedAt", closedAt)]
  }

  /// What must come after awareness, with its key.
  var followUps: [(key: String, moment: Moment?)] {
    [
      ("qualifiedAt", qualifiedAt), ("notifiedAt", notifiedAt), ("completedAt", completedAt),
      ("peopleInformedAt", peopleInformedAt),
    ]
  }

  /// Refuses timestamps that cannot be.
  ///
  /// - Throws: `Failure` `breach.future` or `breach.order`, with the field.
  func check(at now: Moment) throws {
    for (key, moment) in timeline + followUps where moment.map({ $0 > now }) ?? false {
      throw BreachFailure.future(key)
    }
    var last: Moment?
    for (key, moment) in timeline {
      guard let moment else { continue }
      if let last, moment < last { throw BreachFailure.order(key) }
      last = moment
    }
    for (key, moment) in followUps {
      if let moment, let awareAt, moment < awareAt { throw BreachFailure.order(key) }
    }
    if let completedAt, let notifiedAt, completedAt < notifiedAt { throw BreachFailure.order("completedAt") }
  }
}

/// Refusals about breaches.
enum BreachFailure {
  static func future(_ key: String) -> Failure {
    Failure(
      "breach.future",
      .invalid,
      fr: "Ce moment n’est pas encore venu.",
      en: "This moment has not come yet.",
      remedy: Bilingual(fr: "Corrigez la date ou l’heure.", en: "Mend the date or the time."),
      pointer: key
    )
  }

  static func order(_ key: String) -> Failure {
    Failure(
      "breach.order",
      .invalid,
      fr: "Les moments de la violation ne se suivent pas : l’un vient avant celui dont il dépend.",
      en: "The moments of the breach do not follow: one comes before the one it depends on.",
      remedy: Bilingual(
        fr: "Vérifiez dans l’ordre : survenue, détection, prise de connaissance, suites.",
        en: "Check in order: occurrence, detection, awareness, what followed."
      ),
      pointer: key
    )
  }
}
