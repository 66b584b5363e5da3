public import Register

/// What an authority is and does: the facts its duties follow from.
public struct BodyFacts: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "body-facts" }
  /// The register of these facts.
  public static var register: RegisterKind { .bodyFacts }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation they are about.
  public var organization: String
  /// What people call the record.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// What kind of body it is.
  public var type: BodyType?
  /// How many people live there.
  public var population: Int?
  /// How many people work for it, in full-time equivalents.
  public var staff: Double?

  /// Its postal address, on one line.
  public var address: String?
  /// The place where its letters are signed.
  public var place: String?
  /// The name of whoever signs for it.
  public var signatory: String?
  /// In which capacity they sign.
  public var capacity: String?

  /// Whether it makes contracts of €40,000 or more.
  public var hasProcurement: Bool?
  /// Whether others run services for it, as concessions or delegations.
  public var hasDelegations: Bool?
  /// Whether it gives grants above €23,000.
  public var hasLargeGrants: Bool?
  /// Whether its tools take part in decisions about people.
  public var usesAlgorithms: Bool?
  /// Whether it films public places.
  public var hasVideo: Bool?
  /// Whether it has a site.
  public var hasWebsite: Bool?
  /// Whether users do formalities on line with it.
  public var hasTeleservices: Bool?
  /// Whether it has a local plan, a map of the commune or a scheme.
  public var hasUrbanPlan: Bool?
  /// Whether it organises transport.
  public var isTransportAuthority: Bool?
  /// Whether it runs charging points.
  public var hasChargingPoints: Bool?
  /// Whether it has defibrillators.
  public var hasDefibrillators: Bool?
  /// Whether it holds data of one of the six high-value categories.
  public var holdsHighValueData: Bool?

  /// The day of the accessibility statement, ISO 8601.
  public var accessibilityStatementOn: String?
  /// The year the accessibility plan ends.
  public var accessibilityPlanUntil: Int?
  /// The day until which every formality on line is approved (RGS), ISO 8601.
  public var approvedUntil: String?
  /// The day the strategy for a responsible digital service was adopted, ISO 8601.
  public var digitalStrategyOn: String?
  /// The day the management table of archives was last agreed with the departmental archives, ISO 8601.
  public var archivesAgreedOn: String?
  /// The day the authorisation of cameras ends, ISO 8601.
  public var videoAuthorisedUntil: String?
  /// The day since which users may write by electronic means, ISO 8601.
  public var electronicContactOn: String?

  /// Facts of which only the name is known.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// The facts of an organisation: the latest kept that hold.
  public static func of(_ organization: String, in snapshot: Snapshot) -> BodyFacts? {
    snapshot.records(BodyFacts.self)
      .filter { $0.organization == organization && $0.keeping.status != .ended }
      .max { ($0.keeping.updatedAt, $0.id) < ($1.keeping.updatedAt, $1.id) }
  }
}

extension BodyFacts {
  /// Whether the rules of its main algorithms are to be published, and by which facts: more than 3,500 inhabitants
  /// for local authorities and fifty in full-time equivalents (CRPA, articles L312-1-3 and D312-1-4).
  public static func mustPublishAlgorithms(_ facts: BodyFacts?) -> DutyApplicability {
    DutyScope.openData.judge(facts)
  }
}

/// What kind of body it is.
public enum BodyType: String, Codable, Sendable, CaseIterable {
  case commune
  /// A body of communes with its own taxes.
  case intercommunal
  case department
  case region
  /// A syndicate, a social action centre, a public establishment.
  case establishment
  /// A private body entrusted with a public service.
  case delegate

  /// Whether the law counts its inhabitants (CRPA, article L312-1-1: « collectivités territoriales »).
  public var isLocalAuthority: Bool { self == .commune || self == .department || self == .region }
}
