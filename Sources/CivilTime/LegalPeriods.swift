/// How the law counts periods.
extension WallClock {
  /// The last instant, in milliseconds since 1970, to act within some months of an event.
  ///
  /// « Un mois à compter de la réception » (GDPR, art. 12(3)), counted as regulation (EEC, Euratom) 1182/71 says:
  /// the period ends at the end of the day of the same date (art. 3(2)(c)), or of the last day of a month that
  /// has no such date; when that day is a public holiday, a Sunday or a Saturday, at the end of the next working
  /// day (art. 3(4)). The EDPB counts so too (guidelines 01/2022 on access, § 5.3).
  ///
  /// - Parameter event: The instant of the event, in milliseconds since 1970; its day is read on this clock.
  public func legalDeadline(from event: Int64, months: Int) -> Int64 {
    end(of: date(at: event).legalDeadline(months: months))
  }

  /// The last instant of a period of hours, in milliseconds since 1970: hours that pass, whatever the hands say.
  ///
  /// « Soixante-douze heures au plus tard après en avoir pris connaissance » (GDPR, art. 33(1)). Article 3(4) of
  /// regulation 1182/71 moves an end that falls on a non-working day, but only of a period « exprimé autrement
  /// qu’en heures »; that art. 3(5) (two working days in any period of two days or more) would apply to 72 hours
  /// is argued and not settled. The EDPB's guidelines 9/2022 refer to that regulation without granting more time.
  /// The prudent reading is kept: the period is never extended, neither by a week-end nor by a change of the
  /// clocks.
  public static func end(from event: Int64, hours: Int) -> Int64 { event + Int64(hours) * 3_600_000 }
}

extension CivilDate {
  /// The last day to act within some months of this day.
  ///
  /// Regulation 1182/71, articles 3(2)(c) and 3(4).
  public func legalDeadline(months: Int) -> CivilDate { adding(months: months).workingDayOnOrAfter }
}
