import Messages
public import Register

/// Sets how the territory presents itself.
public struct SetTerritorySettings: Act {
  /// The act's name in the journal.
  public static var name: String { "set-territory-settings" }

  /// The settings wanted.
  public var settings: TerritorySettings
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ settings: TerritorySettings, reason: String? = nil) {
    self.settings = settings
    self.reason = reason
  }

  /// The right to administer the territory.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  /// The settings; no change where they are so already.
  public func decide(in context: ActContext) throws -> Decision<TerritorySettings> {
    var wanted = settings
    wanted.id = TerritorySettings.onlyID
    try Required.text(wanted.name, "name", fr: "Le nom du territoire", en: "The territory’s name")
    guard wanted.accent.wholeMatch(of: /#[0-9a-f]{6}/) != nil else {
      throw Failure(
        "settings.accent",
        .invalid,
        fr: "La couleur d’accent s’écrit «\u{A0}#\u{A0}» et six chiffres hexadécimaux en minuscules.",
        en: "The accent colour is written “#” and six hexadecimal digits in lower case.",
        remedy: Bilingual(fr: "Par exemple\u{A0}: #8a3b12.", en: "For example: #8a3b12."),
        pointer: "accent"
      )
    }
    try Required.length(wanted.name, max: 200, "name", fr: "Le nom du territoire", en: "The territory’s name")
    try Required.length(wanted.tagline, max: 300, "tagline", fr: "La devise", en: "The tagline")
    for (text, name) in [
      (wanted.legalNotice, "legalNotice"), (wanted.accessibilityStatement, "accessibilityStatement"),
      (wanted.privacyNotice, "privacyNotice"),
    ] {
      try Required.length(text, max: 100_000, name, fr: "Ce texte", en: "This text")
    }
    if let logo = wanted.logo, !LogoImage.mediaTypes.contains(logo.mediaType) { throw LogoFailure.format }
    if context.snapshot.record(TerritorySettings.self, wanted.id) == wanted {
      return Decision([], outcome: wanted)
    }
    return Decision([try .put(wanted)], outcome: wanted)
  }
}
