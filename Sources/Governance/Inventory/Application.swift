public import Register

/// A business application (« logiciel métier »): what runs it, where its data is, and what leaving it costs.
public struct Application: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "application" }
  /// The register of applications.
  public static var register: RegisterKind { .application }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that uses it.
  public var organization: String
  /// Its name.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// What it is used for.
  public var purpose: String?
  /// The domains of public action it serves, by their ids.
  @EmptyIfAbsent public var domains: [String]
  /// Who sells or maintains it.
  public var vendor: String?
  /// The vendor's SIREN, where it is French.
  public var vendorSiren: String?
  /// The contract's id, where the register of contracts has it.
  public var contract: String?
  /// Where it runs.
  public var hosting: Hosting?
  /// Who hosts it.
  public var host: String?
  /// The country where its data is, ISO 3166-1 alpha-2.
  public var dataCountry: String?
  /// The country of the law the host answers to.
  public var hostCountry: String?
  /// Whether a law from outside the Union can order the data to be handed over.
  public var hasForeignLaw: Bool?
  /// Certifications of the host: SecNumCloud, HDS, ISO 27001.
  @EmptyIfAbsent public var certifications: [String]
  /// The datasets it holds, by slug.
  @EmptyIfAbsent public var datasets: [String]
  /// Data it holds that the catalogue does not describe.
  @EmptyIfAbsent public var otherData: [String]
  /// The formats it exports.
  @EmptyIfAbsent public var exportFormats: [String]
  /// The day an export was last tried, ISO 8601.
  public var exportTestedOn: String?
  /// What that trial showed.
  public var exportResult: ExportResult?
  /// Who to ask in the organisation.
  public var contact: String?
  /// The day the contract ends, ISO 8601.
  public var endsOn: String?

  /// Where an application runs.
  public enum Hosting: String, Codable, Sendable, CaseIterable {
    case premises, shared, cloud
  }

  /// What the trial of an export showed.
  public enum ExportResult: String, Codable, Sendable, CaseIterable {
    case complete, partial, none
  }

  /// An application that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}
