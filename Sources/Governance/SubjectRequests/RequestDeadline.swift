import CivilTime
public import Messages
public import Register

/// Until when a request is to be answered (GDPR, article 12(3)).
public struct RequestDeadline: Sendable, Equatable {
  /// The end of the first month: the answer, the refusal or the extension is sent by then.
  public let first: Moment
  /// The last moment to answer.
  public let last: Moment
  /// Whether time stands still, waiting for proof of identity.
  public let isSuspended: Bool
  /// Whether an extension was announced after the first month: it then gives nothing.
  public let hasLateExtension: Bool
}

/// What is to be said of a request that runs, before its date and not after.
public struct RequestAlert: Sendable, Equatable {
  /// How close the end is.
  public enum Threshold: Int, Sendable, CaseIterable {
    case fortnight = 14, week = 7, twoDays = 2, over = 0

    /// The sentence, as notices have it.
    public var text: Bilingual {
      switch self {
      case .fortnight:
        Bilingual(fr: "Il reste deux semaines pour répondre.", en: "Two weeks are left to answer.")
      case .week: Bilingual(fr: "Il reste une semaine pour répondre.", en: "A week is left to answer.")
      case .twoDays: Bilingual(fr: "Il reste deux jours pour répondre.", en: "Two days are left to answer.")
      case .over: Bilingual(fr: "Le délai de réponse est passé.", en: "The time to answer is over.")
      }
    }
  }

  /// Which threshold was reached.
  public let threshold: Threshold
  /// The end it counts from.
  public let deadline: Moment
}

extension SubjectRequest {
  /// Until when it is to be answered, as it stands at a moment; `nil` while its receipt is not dated.
  ///
  /// One month from the receipt, two more where the person was told so with reasons inside the first
  /// (article 12(3)). Where proof of identity was asked for inside the month, because of a reasonable doubt
  /// (article 12(6)), the days until it came do not count (EDPB, guidelines 01/2022, § 157 and following).
  public func deadline(at now: Moment) -> RequestDeadline? {
    guard let receivedAt else { return nil }
    let clock = WallClock.paris
    let received = clock.date(at: receivedAt.milliseconds)
    let pause = pausedDays(at: now)
    func end(_ months: Int) -> Moment {
      let day = received.adding(months: months).adding(days: pause).workingDayOnOrAfter
      return Moment(milliseconds: clock.end(of: day))
    }
    let first = end(1)
    let isReasoned = extendedAt != nil && extensionReasons?.isEmpty == false
    let isInTime = extendedAt.map { $0 <= first } ?? false
    return RequestDeadline(
      first: first,
      last: isReasoned && isInTime ? end(3) : first,
      isSuspended: isAwaitingIdentity,
      hasLateExtension: isReasoned && !isInTime
    )
  }

  /// Whether proof of identity was asked for and did not come.
  public var isAwaitingIdentity: Bool {
    identity == .doubtful && identityAskedAt != nil && identityReceivedAt == nil && answeredAt == nil
  }

  private func pausedDays(at now: Moment) -> Int {
    guard let asked = identityAskedAt, let receivedAt else { return 0 }
    let clock = WallClock.paris
    let received = clock.date(at: receivedAt.milliseconds)
    let start = clock.date(at: asked.milliseconds)
    // Asked for after the month, it is no ground to wait any more.
    guard start >= received, start <= received.legalDeadline(months: 1) else { return 0 }
    let end = identityReceivedAt ?? (isAwaitingIdentity ? now : asked)
    return max(0, clock.date(at: end.milliseconds).days(since: start))
  }

  /// The thresholds reached, the last one last; none once it is answered, nor while time stands still.
  public func alerts(at now: Moment) -> [RequestAlert] {
    guard answeredAt == nil, keeping.status != .ended, let deadline = deadline(at: now), !deadline.isSuspended
    else { return [] }
    let last = WallClock.paris.date(at: deadline.last.milliseconds)
    let left = last.days(since: WallClock.paris.date(at: now.milliseconds))
    return RequestAlert.Threshold.allCases.filter { threshold in
      threshold == .over ? now > deadline.last : left <= threshold.rawValue
    }.map { RequestAlert(threshold: $0, deadline: deadline.last) }
  }

  /// Where it is.
  public var state: RequestState {
    let isRefusal = decision == .refused || decision == .unfounded
    if answeredAt != nil { return isRefusal ? .refused : .answered }
    if isAwaitingIdentity { return .awaitingIdentity }
    if parts.contains(where: { $0.receivedOn == nil }) { return .awaitingServices }
    return decision == nil && parts.isEmpty ? .toDo : .toAnswer
  }
}
