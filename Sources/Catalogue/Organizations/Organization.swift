public import Register

/// A public authority, one of its services, or a partner (W3C ORG, `org:Organization`).
public struct Organization: Record {
  /// The kind's name in the journal.
  public static var kind: String { "organization" }

  /// The slug.
  public var id: String
  /// The name.
  public var name: String
  /// What it is.
  public var nature: Nature
  /// The slug of the organisation it belongs to, if any.
  public var parent: String?
  /// A few sentences about it, in the safe subset of Markdown.
  public var description: String
  /// The SIREN number (9 digits), if it has one.
  public var siren: String?
  /// The INSEE code of the commune, if it is one.
  public var codeInsee: String?
  /// The address of its site.
  public var homepage: String?
  /// The e-mail address of its data contact.
  public var email: String?

  /// What an organisation is.
  public enum Nature: String, Codable, Sendable, CaseIterable {
    case territory, epci, commune, department, region, direction, delegate, partner, association
  }

  /// Describes an organisation.
  public init(
    id: String,
    name: String,
    nature: Nature,
    parent: String? = nil,
    description: String = "",
    siren: String? = nil,
    codeInsee: String? = nil,
    homepage: String? = nil,
    email: String? = nil
  ) {
    self.id = id
    self.name = name
    self.nature = nature
    self.parent = parent
    self.description = description
    self.siren = siren
    self.codeInsee = codeInsee
    self.homepage = homepage
    self.email = email
  }
}
