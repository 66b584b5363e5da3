import CivilTime
public import Messages
public import Register

/// Something of a register whose date comes, or has come, and that nobody was told of yet.
public struct DeadlineAlert: Sendable, Equatable {
  /// The record.
  public let record: RecordKey
  /// The slug of the organisation that keeps it.
  public let organization: String
  /// Who answers for it, where someone does.
  public let responsible: String?
  /// When it became due.
  public let moment: Moment
  /// What it is about: the same alert has the same key, another deadline has another.
  public let key: String
  /// Whether hours count.
  public let isUrgent: Bool
  /// Whether those who decide are told beside who answers for it.
  public let concernsDeciders: Bool
  /// What it is: nothing in it names anybody or tells what happened.
  public let subject: Bilingual
  /// What is said.
  public let text: Bilingual
}

extension DeadlineAlert {
  /// The alerts that became due after a moment, until another, one for each record at most: the latest.
  ///
  /// A record that changed since the first moment is looked at whole: what was typed late rings late, and not never.
  ///
  /// - Parameter after: until when alerts were told; `nil` before the first time.
  public static func due(in snapshot: Snapshot, after: Moment?, until now: Moment) -> [DeadlineAlert] {
    let breaches = snapshot.records(Breach.self).compactMap {
      latest($0.deadlineAlerts, $0.keeping, after, now)
    }
    let requests = snapshot.records(SubjectRequest.self).compactMap {
      latest($0.deadlineAlerts(at: now), $0.keeping, after, now)
    }
    let horizon = WallClock.paris.date(at: now.milliseconds).adding(days: RegisterLine.reviewNotice).iso
    let reviews = Registers.all.flatMap { register in
      // Of very many records, few are due: nothing is written of the others.
      register.entries(in: snapshot).lazy.map(\.line).filter { line in
        line.keeping.reviewOn.map { $0 <= horizon } ?? false
      }.compactMap { line in
        latest(line.reviewAlerts(register), line.keeping, after, now)
      }
    }
    return breaches + requests + reviews
  }

  /// The last of a record's alerts that has come, where it is news.
  private static func latest(
    _ alerts: [DeadlineAlert],
    _ keeping: Keeping,
    _ after: Moment?,
    _ now: Moment
  ) -> DeadlineAlert? {
    guard let last = alerts.filter({ $0.moment <= now }).max(by: { $0.moment < $1.moment }) else {
      return nil
    }
    guard let after else { return last }
    return after < last.moment || after <= keeping.updatedAt ? last : nil
  }
}

extension Breach {
  /// Whether its clock rings: an exercise only where it was asked to.
  public var rings: Bool { isExercise != true || exerciseRings == true }

  /// Every alert of the clock, past and to come; none once it is notified, closed or found without risk.
  var deadlineAlerts: [DeadlineAlert] {
    guard rings, keeping.status != .ended, let clock else { return [] }
    let subject =
      isExercise == true
      ? Bilingual(fr: "Exercice de violation", en: "Breach exercise")
      : Bilingual(fr: "Violation de données", en: "Data breach")
    return alerts(at: Moment(milliseconds: Int64.max)).map { alert in
      DeadlineAlert(
        record: RecordKey(Breach.self, id),
        organization: organization,
        responsible: keeping.responsible,
        moment: alert.since,
        key: "breach:\(id):\(clock.start.milliseconds):\(alert.threshold.rawValue)",
        isUrgent: true,
        concernsDeciders: true,
        subject: subject,
        text: alert.threshold.text
      )
    }
  }
}

extension SubjectRequest {
  /// Every alert before the end of the delay and at it, and its extension; none once answered, nor while time stands
  /// still.
  func deadlineAlerts(at now: Moment) -> [DeadlineAlert] {
    guard answeredAt == nil, keeping.status != .ended, let deadline = deadline(at: now), !deadline.isSuspended
    else { return [] }
    let clock = WallClock.paris
    let last = clock.date(at: deadline.last.milliseconds)
    let day = Bilingual.day(last.iso)
    func alert(_ name: String, _ moment: Moment, _ text: Bilingual) -> DeadlineAlert {
      DeadlineAlert(
        record: RecordKey(SubjectRequest.self, id),
        organization: organization,
        responsible: keeping.responsible,
        moment: moment,
        key: "request:\(id):\(last.iso):\(name)",
        isUrgent: false,
        concernsDeciders: true,
        subject: Bilingual(fr: "Demande de droits", en: "Rights request"),
        text: text
      )
    }
    var alerts = RequestAlert.Threshold.allCases.map { threshold -> DeadlineAlert in
      guard threshold != .over else {
        return alert("over", deadline.last.advanced(byMilliseconds: 1), threshold.text)
      }
      let start = clock.instant(last.adding(days: -threshold.rawValue), hour: 0)
      return alert(
        "\(threshold.rawValue)",
        Moment(milliseconds: start),
        Bilingual(
          fr: "\(threshold.text.fr) Jusqu’au \(day.fr).",
          en: "\(threshold.text.en) Until \(day.en)."
        )
      )
    }
    if let extendedAt, deadline.last != deadline.first || deadline.hasLateExtension {
      alerts.append(alert("extended", extendedAt, Self.extensionText(deadline, day)))
    }
    return alerts
  }

  private static func extensionText(_ deadline: RequestDeadline, _ day: Bilingual) -> Bilingual {
    deadline.hasLateExtension
      ? Bilingual(
        fr: "La prolongation est venue après le premier mois : elle ne vaut rien (art. 12(3)).",
        en: "The extension came after the first month: it gives nothing (art. 12(3))."
      )
      : Bilingual(
        fr: "Le délai est prolongé : il se termine le \(day.fr).",
        en: "The time is extended: it ends on \(day.en)."
      )
  }
}

extension RegisterLine {
  /// How many days before a record is to be read again it is told of.
  static let reviewNotice = 14

  /// A fortnight before a record in force is to be read again, and the day itself.
  func reviewAlerts(_ register: RegisterKind) -> [DeadlineAlert] {
    guard keeping.status == .current, let iso = keeping.reviewOn, let due = CivilDate(iso) else { return [] }
    let day = Bilingual.day(iso)
    return [Self.reviewNotice, 0].map { before in
      DeadlineAlert(
        record: RecordKey(kind: register.name, id: id),
        organization: organization,
        responsible: keeping.responsible,
        moment: Moment(milliseconds: WallClock.paris.instant(due.adding(days: -before), hour: 0)),
        key: "review:\(register.name):\(id):\(iso):\(before)",
        isUrgent: false,
        concernsDeciders: keeping.responsible == nil,
        subject: register.label,
        text: Bilingual(fr: "Fiche à relire le \(day.fr).", en: "To be read again on \(day.en).")
      )
    }
  }
}
