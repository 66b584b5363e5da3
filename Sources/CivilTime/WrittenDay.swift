extension CivilDate {
  /// The day as French writes it: `1er mars 2026`, with blanks that do not break.
  public var inFrench: String {
    "\(day == 1 ? "1er" : String(day))\u{A0}\(Self.frenchMonths[month - 1])\u{A0}\(year)"
  }

  /// The day as English writes it: `1 March 2026`, with blanks that do not break.
  public var inEnglish: String { "\(day)\u{A0}\(Self.englishMonths[month - 1])\u{A0}\(year)" }

  /// The months' names in French, from January.
  public static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]

  /// The months' names in English, from January.
  public static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
