internal import CivilTime
internal import Register

extension WallClock {
  /// The last moment, `moment` included, at which the clock showed an hour.
  ///
  /// - Parameter weekday: 1 for Monday to 7 for Sunday; any day when `nil`.
  func last(hour: Int, weekday: Int? = nil, until moment: Moment) -> Moment {
    let today = date(at: moment.milliseconds)
    for back in 0...8 {
      let day = today.adding(days: -back)
      if let weekday, day.weekday != weekday { continue }
      let found = instant(day, hour: hour)
      if found <= moment.milliseconds { return Moment(milliseconds: found) }
    }
    return Moment(milliseconds: moment.milliseconds - 8 * 86_400_000)
  }
}
