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
  /// The logo.
  public var logo: Logo?
  /// The slug of the organisation that publishes the portal.
  public var organization: String?
  /// The e-mail address to write to about the portal and its data.
  public var contact: String?
  /// Who publishes the site and hosts it (LCEN, article 1-1), in the safe subset of Markdown.
  public var legalNotice: String
  /// How far the site is accessible (law 2005-102, article 47), in the safe subset of Markdown.
  public var accessibilityStatement: String
  /// What the last audit found of it; not compliant while nobody said.
  public var accessibility: Accessibility?
  /// How personal data of visitors is treated (GDPR article 13), in the safe subset of Markdown.
  public var privacyNotice: String

  /// A picture beside the territory's name.
  public struct Logo: Codable, Sendable, Equatable {
    /// The digest of the file in the lake.
    public var digest: String
    /// Its media type.
    public var mediaType: String
    /// Its width in pixels, where it has one.
    public var width: Int?
    /// Its height in pixels, where it has one.
    public var height: Int?
    /// The text that stands for it; made from the territory's name when `nil`.
    public var alternative: String?

    /// Describes a logo.
    public init(
      digest: String,
      mediaType: String,
      width: Int? = nil,
      height: Int? = nil,
      alternative: String? = nil
    ) {
      self.digest = digest
      self.mediaType = mediaType
      self.width = width
      self.height = height
      self.alternative = alternative
    }
  }

  /// How far the site conforms to RGAA 4 (décret n° 2019-768, article 4).
  public enum Accessibility: String, Codable, Sendable, CaseIterable {
    case none, partial, total
  }

  /// Makes settings; what is not given is neutral.
  public init(
    name: String = "Arpent",
    tagline: String = "",
    accent: String = "#8a3b12",
    logo: Logo? = nil,
    organization: String? = nil,
    contact: String? = nil,
    legalNotice: String = "",
    accessibilityStatement: String = "",
    accessibility: Accessibility? = nil,
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
    self.accessibility = accessibility
    self.privacyNotice = privacyNotice
  }
}
