import CivilTime
public import Messages
public import Register

extension Bilingual {
  /// A day in full, from ISO 8601: `30 décembre 2026`; a text that is no date comes back as it is.
  public static func day(_ iso: String) -> Bilingual {
    guard let date = CivilDate(iso) else { return Bilingual(fr: iso, en: iso) }
    return Bilingual(fr: date.inFrench, en: date.inEnglish)
  }

  /// The day of a moment on the clocks of mainland France, in full.
  public static func day(_ moment: Moment) -> Bilingual {
    day(WallClock.paris.date(at: moment.milliseconds).iso)
  }
}
