public import Register

/// How a territory presents itself: its name, its colours, whom to write to, its legal notices.
public struct TerritorySettings: Record {
  /// The kind's name in the journal.
  public static var kind: String { "settings" }

  /// The id of the only record of this kind.
  public static let onlyID = "territory"

  /// The id.
  public var id: String
  /// The territory's name.
  public var name: String
  /// One sentence under the name.
  public var tagline: String
  /// The accent colour, `#rrggbb`.
  public var accent: String
  /// The digest of the logo's file in the lake.
  public var logo: String?
  /// The slug of the organisation that publishes the portal.
  public var organization: String?
  /// The e-mail address to write to about the portal and its data.
  public var contact: String?
  /// Who publishes the site and hosts it (LCEN, art. 1-1), in the safe subset of Markdown.
  public var legalNotice: String
  /// How far the site is accessible (law 2005-102, art. 47), in the safe subset of Markdown.
  public var accessibilityStatement: String
  /// How personal data of visitors is treated (GDPR art. 13), in the safe subset of Markdown.
  public var privacyNotice: String

  /// Makes settings; what is not given is neutral.
  public init(
    name: String = "Arpent",
    tagline: String = "",
    accent: String = "#8a3b12",
    logo: String? = nil,
    organization: String? = nil,
    contact: String? = nil,
    legalNotice: String = "",
    accessibilityStatement: String = "",
    privacyNotice: String = ""
  ) {
    id = Self.onlyID
    self.name = name
    self.tagline = tagline
    self.accent = accent
    self.logo = logo
    self.organization = organization
    self.contact = contact
    self.legalNotice = legalNotice
    self.accessibilityStatement = accessibilityStatement
    self.privacyNotice = privacyNotice
  }
}
