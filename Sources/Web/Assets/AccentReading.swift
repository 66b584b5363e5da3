/// How a territory's accent colour reads on both grounds, and what pages show in its place where it does not.
public struct AccentReading: Sendable, Equatable {
  /// The contrast of the colour as it is written with the light ground, from 1 to 21.
  public let contrastOnPaper: Double
  /// The contrast of the colour as it is written with the dark ground.
  public let contrastOnNight: Double
  /// The colour shown on the light ground, `#rrggbb`.
  public let shownOnPaper: String
  /// The colour shown on the dark ground, `#rrggbb`.
  public let shownOnNight: String

  /// The least contrast of text (WCAG 2.2, 1.4.3).
  public static let least = 4.5

  /// Reads a colour, `#rrggbb`; `nil` for anything else.
  public init?(accent: String) {
    guard accent.hasPrefix("#"), let theme = Theme(name: accent.dropFirst()) else { return nil }
    contrastOnPaper = theme.accent.contrast(with: .paper)
    contrastOnNight = theme.accent.contrast(with: .night)
    shownOnPaper = theme.onPaper.css
    shownOnNight = theme.onNight.css
  }
}
