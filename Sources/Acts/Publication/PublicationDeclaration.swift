public import Register

/// What only a person can tell of a dataset before it is published: no file shows it.
public struct PublicationDeclaration: Record {
  /// The kind's name in the journal.
  public static var kind: String { "publication-declaration" }

  /// The dataset's slug.
  public var id: String
  /// Whether it holds a secret protected by law (CRPA article L311-5, L311-6); `nil` while nobody said.
  public var holdsSecret: Bool?
  /// Whether a third party has rights on it that forbid re-use (CRPA article L321-2); `nil` while nobody
  /// said.
  public var holdsThirdPartyRights: Bool?
  /// Why columns that look personal may be public.
  public var personalData: PersonalDataGround?

  /// Declares what is known.
  public init(
    dataset: String,
    holdsSecret: Bool? = nil,
    holdsThirdPartyRights: Bool? = nil,
    personalData: PersonalDataGround? = nil
  ) {
    id = dataset
    self.holdsSecret = holdsSecret
    self.holdsThirdPartyRights = holdsThirdPartyRights
    self.personalData = personalData
  }
}

/// Why columns that look personal may be public all the same.
public struct PersonalDataGround: Codable, Sendable, Equatable {
  /// The kinds of ground.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// They tell of no natural person: addresses of services, names of companies.
    case notPersonal = "not-personal"
    /// A text asks for or allows their publication, or CRPA art. D312-1-3 lists them.
    case legalText = "legal-text"
    /// The people concerned agreed.
    case consent
    /// They were made unable to identify anyone.
    case anonymised
  }

  /// The kind of ground.
  public var kind: Kind
  /// The article, or how consent or anonymisation was obtained.
  public var reference: String
  /// The columns it is about.
  public var columns: [String]

  /// States a ground.
  public init(_ kind: Kind, reference: String, columns: [String]) {
    self.kind = kind
    self.reference = reference
    self.columns = columns
  }
}
