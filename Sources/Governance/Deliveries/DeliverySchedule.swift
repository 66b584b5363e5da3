public import CivilTime
public import Register

/// A delivery due on a day, and what came.
public struct DueDelivery: Sendable, Equatable {
  /// How it stands.
  public enum Standing: Sendable, Equatable {
    /// It is not due yet.
    case awaited
    /// It came in time and was accepted.
    case onTime
    /// It was accepted after its day.
    case late(days: Int)
    /// What came was refused, and nothing better came yet.
    case defective(days: Int)
    /// Nothing came.
    case overdue(days: Int)
  }

  /// The day it is due.
  public let dueOn: CivilDate
  /// How it stands.
  public let standing: Standing
  /// What came for it, in order.
  public let received: [ReceivedDelivery]
}

/// The deliveries of a contract that are due, from their frequency.
public enum DeliverySchedule {
  /// The days of a schedule, at most 400 of them, up to a day included.
  public static func days(_ delivery: ExpectedDelivery, contractEnd: String?, until limit: CivilDate)
    -> [CivilDate]
  {
    guard let first = delivery.firstDueOn.flatMap({ CivilDate($0) }), let frequency = delivery.frequency
    else {
      return []
    }
    let end = (delivery.lastDueOn ?? contractEnd).flatMap { CivilDate($0) }
    let last = min(limit, end ?? limit)
    var days: [CivilDate] = []
    var index = 0
    while days.count < 400 {
      let day = Self.day(first, frequency, index)
      guard day <= last, index == 0 || frequency != .once else { break }
      days.append(day)
      index += 1
    }
    return days
  }

  /// Each day is counted from the first, so that the 31st stays the last of its month.
  private static func day(_ first: CivilDate, _ frequency: DeliveryFrequency, _ index: Int) -> CivilDate {
    switch frequency {
    case .once: first
    case .daily: first.adding(days: index)
    case .weekly: first.adding(days: 7 * index)
    case .monthly: first.adding(months: index)
    case .quarterly: first.adding(months: 3 * index)
    case .halfYearly: first.adding(months: 6 * index)
    case .yearly: first.adding(months: 12 * index)
    }
  }

  /// What was due and what came, then the next one; the oldest first.
  public static func calendar(_ delivery: ExpectedDelivery, in snapshot: Snapshot, at now: Moment)
    -> [DueDelivery]
  {
    let today = WallClock.paris.date(at: now.milliseconds)
    let contractEnd = delivery.contract.flatMap { snapshot.record(Contract.self, $0)?.endsOn }
    let all = days(delivery, contractEnd: contractEnd, until: today.adding(days: 400))
    let next = all.first { $0 >= today }
    let shown = all.filter { $0 < today || $0 == next }
    let came = snapshot.records(by: ReceivedByDelivery.self, delivery.id)
      .sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
    return shown.map { day in
      let mine = came.filter { $0.dueOn == day.iso }
      return DueDelivery(dueOn: day, standing: standing(of: mine, due: day, today: today), received: mine)
    }
  }

  private static func standing(
    of received: [ReceivedDelivery],
    due: CivilDate,
    today: CivilDate
  ) -> DueDelivery.Standing {
    if let accepted = received.first(where: \.isAccepted) {
      return accepted.daysLate > 0 ? .late(days: accepted.daysLate) : .onTime
    }
    let days = max(0, today.days(since: due))
    if !received.isEmpty { return .defective(days: days) }
    return days > 0 ? .overdue(days: days) : .awaited
  }

  /// The day that what comes now answers: the earliest that nothing accepted answers, or the next one.
  public static func answered(_ delivery: ExpectedDelivery, in snapshot: Snapshot, at now: Moment)
    -> CivilDate?
  {
    calendar(delivery, in: snapshot, at: now).first { day in
      switch day.standing {
      case .onTime, .late: false
      case .awaited, .defective, .overdue: true
      }
    }?.dueOn
  }
}
