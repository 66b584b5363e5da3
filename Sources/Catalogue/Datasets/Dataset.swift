public import Register

/// A collection of data under one responsibility (DCAT 3, `dcat:Dataset`).
public struct Dataset: Record {
  /// The kind's name in the journal.
  public static var kind: String { "dataset" }

  /// The slug: stable, lower case, in addresses.
  public var id: String
  /// The title (`dct:title`).
  public var title: String
  /// The description, in the safe subset of Markdown (`dct:description`).
  public var description: String
  /// The slug of the organisation that answers for it (`dct:publisher`).
  public var organization: String
  /// The person or service to write to (`dcat:contactPoint`).
  public var contact: Contact?
  /// The slug of its theme, one of `Theme.all` (`dcat:theme`).
  public var theme: String
  /// Free keywords (`dcat:keyword`).
  public var keywords: [String]
  /// The licence's id in `Licence.all` (`dct:license`).
  public var licence: String
  /// How often it is updated (`dct:accrualPeriodicity`).
  public var frequency: Frequency
  /// The territories covered, as names of communes or the territory itself (`dct:spatial`).
  public var territories: [String]
  /// The first and last day the data tells of, ISO 8601 dates (`dct:temporal`).
  public var period: Period?
  /// Who may read the data (`dct:accessRights`).
  public var access: AccessLevel
  /// Whether the public sees it.
  public var status: Status
  /// The id of its published version, if any.
  public var currentVersion: String?
  /// When it was first described, ISO 8601 UTC.
  public var createdAt: String
  /// When its data last changed, ISO 8601 UTC (`dct:modified`).
  public var updatedAt: String
  /// The number of its domain among `Domain.all`, and the family of data in it.
  public var domain: Int?
  /// The name of the family of data in its domain.
  public var family: String?
  /// The id of the ground in `WithholdingGround.all`, where the data is not open.
  public var withholding: String?
  /// The schema it claims to follow: a name or an address.
  public var schema: String?
  /// Its category among high-value datasets, where it is one (`dcatap:hvdCategory`).
  public var highValue: HighValueCategory?
  /// The id of the person who answers for it inside; the public is shown the contact.
  public var responsible: String?
  /// What an update may change without anyone looking; the usual bounds when `nil`.
  public var bounds: UpdateBounds?

  /// Whether the public sees a dataset.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case draft, published, withdrawn
  }

  /// Makes a draft.
  public init(
    id: String,
    title: String,
    description: String = "",
    organization: String,
    contact: Contact? = nil,
    theme: String,
    keywords: [String] = [],
    licence: String,
    frequency: Frequency = .unknown,
    schema: String? = nil,
    territories: [String] = [],
    period: Period? = nil,
    access: AccessLevel = .open,
    status: Status = .draft,
    currentVersion: String? = nil,
    createdAt: String,
    updatedAt: String,
    bounds: UpdateBounds? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.organization = organization
    self.contact = contact
    self.theme = theme
    self.keywords = keywords
    self.licence = licence
    self.frequency = frequency
    self.schema = schema
    self.territories = territories
    self.period = period
    self.access = access
    self.status = status
    self.currentVersion = currentVersion
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.bounds = bounds
  }
}

/// Whom to write to about a dataset.
public struct Contact: Codable, Sendable, Equatable {
  /// The name of the person or service.
  public var name: String
  /// The e-mail address, if it may be public.
  public var email: String?

  /// Names a contact.
  public init(name: String, email: String? = nil) {
    self.name = name
    self.email = email
  }

  /// Whether it names nobody.
  public var isEmpty: Bool { name.isEmpty && email?.isEmpty != false }
}

/// The span of time that data tells of.
public struct Period: Codable, Sendable, Equatable {
  /// The first day, ISO 8601.
  public var start: String
  /// The last day, ISO 8601; `nil` while it goes on.
  public var end: String?

  /// Makes a period.
  public init(start: String, end: String? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether it has no date.
  public var isEmpty: Bool { start.isEmpty && end?.isEmpty != false }
}

/// Who may read the data.
public enum AccessLevel: String, Codable, Sendable, CaseIterable {
  /// Anyone (CRPA art. L300-2, L321-1).
  case open
  /// Those granted access, on request.
  case restricted
  /// The organisation itself.
  case `internal`
}

extension Dataset {
  /// Whether the public sees that it exists: published, and open or given on request.
  public var isPublic: Bool { status == .published && access != .internal }

  /// Whether the public may read and download its data.
  public var hasPublicData: Bool { status == .published && access == .open }
}
