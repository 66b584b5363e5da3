/// What every page says of the territory that publishes.
public struct Site: Sendable, Hashable {
  /// The territory's name.
  public var name: String
  /// One line under the name.
  public var tagline: String
  /// The accent colour, `#rrggbb`; what is unreadable on paper is darkened when served.
  public var accent: String
  /// The public address to write to.
  public var contactEmail: String?
  /// The address of the site as the public knows it, without a final slash: `https://donnees.example.fr`.
  public var publicURL: String?
  /// Where background map tiles come from; none by default.
  public var tiles: TileSource?
  /// What the last accessibility audit found.
  public var accessibility: Conformity
  /// The picture beside the name.
  public var logo: Logo?

  /// A picture with the text that stands for it.
  public struct Logo: Sendable, Hashable {
    /// The address.
    public var href: String
    /// The text that stands for it.
    public var alternative: String
    /// The width in pixels, where it is known.
    public var width: Int?
    /// The height in pixels, where it is known.
    public var height: Int?

    /// Describes a logo.
    public init(href: String, alternative: String, width: Int? = nil, height: Int? = nil) {
      self.href = href
      self.alternative = alternative
      self.width = width
      self.height = height
    }
  }

  /// How far the site conforms to RGAA 4, as its statement must say (décret n° 2019-768, article 4).
  public enum Conformity: String, Sendable, Hashable, CaseIterable {
    /// No audit yet, or less than half of the criteria met.
    case none
    /// At least half of the criteria met.
    case partial
    /// All criteria met.
    case total
  }

  /// Describes a site.
  public init(
    name: String,
    tagline: String,
    accent: String = "#8a3b12",
    contactEmail: String? = nil,
    publicURL: String? = nil,
    tiles: TileSource? = nil,
    accessibility: Conformity = .none,
    logo: Logo? = nil
  ) {
    self.name = name
    self.tagline = tagline
    self.accent = accent
    self.contactEmail = contactEmail
    self.publicURL = publicURL
    self.tiles = tiles
    self.accessibility = accessibility
    self.logo = logo
  }
}

/// A source of background map tiles.
public struct TileSource: Sendable, Hashable {
  /// The address of a tile, with `{z}`, `{x}` and `{y}`.
  public var template: String
  /// Whom to credit.
  public var attribution: String

  /// Describes a source.
  public init(template: String, attribution: String) {
    self.template = template
    self.attribution = attribution
  }

  /// The scheme and host tiles come from, for the content security policy; `nil` when the address is not
  /// usable.
  public var origin: String? {
    guard let scheme = ["https://", "http://"].first(where: { template.hasPrefix($0) }) else { return nil }
    let host = template.dropFirst(scheme.count).prefix { $0 != "/" }
    let isPlain = host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    return isPlain && !host.isEmpty ? scheme + host : nil
  }
}
