public import Acts
public import CivilTime
public import Register

/// How often something is done.
public enum Rhythm: Sendable, Hashable {
  /// Every so many seconds, counted from 1970: two processes agree on the turns.
  case every(seconds: Int)
  /// Each night at an hour of the territory's clock.
  case nightly(hour: Int)
  /// Each Monday at an hour of the territory's clock.
  case weekly(hour: Int)

  /// When the turn began in which a moment lies.
  public func slot(at moment: Moment, _ time: WallClock) -> Moment {
    switch self {
    case .every(let seconds):
      let step = Int64(max(1, seconds)) * 1000
      return Moment(milliseconds: moment.milliseconds - (moment.milliseconds % step + step) % step)
    case .nightly(let hour): return time.last(hour: hour, until: moment)
    case .weekly(let hour): return time.last(hour: hour, weekday: 1, until: moment)
    }
  }

  /// The length of a turn, in milliseconds; a day has up to 25 hours.
  var period: Int64 {
    switch self {
    case .every(let seconds): Int64(max(1, seconds)) * 1000
    case .nightly: 25 * 3_600_000
    case .weekly: 7 * 25 * 3_600_000
    }
  }

  /// The turn to take now; `nil` when there is nothing to do yet.
  ///
  /// A turn that was taken is not taken again, also when the clock goes back a little; when it goes back by more
  /// than a turn, what was noted in the future is no reason to wait for it. A turn that failed is tried again after
  /// a wait that doubles, to six hours.
  ///
  /// - Parameter retry: The first wait after a failure, in seconds.
  public func due(_ state: JobState?, at now: Moment, _ time: WallClock, retry: Int) -> Moment? {
    let slot = slot(at: now, time)
    guard let state else { return slot }
    guard state.startedAt.milliseconds <= now.milliseconds + period else { return slot }
    if state.failures > 0, let endedAt = state.endedAt {
      let wait = min(Self.longestWait, Int64(retry) * 1000 << Int64(min(state.failures - 1, 20)))
      let next = endedAt.milliseconds + wait
      return next <= now.milliseconds || endedAt.milliseconds > now.milliseconds + wait ? slot : nil
    }
    return slot > state.slot ? slot : nil
  }

  private static let longestWait: Int64 = 6 * 3_600_000
}
