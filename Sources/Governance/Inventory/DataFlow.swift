import Register

/// A flow of data from one place to another: an application, a dataset, or a partner.
public struct DataFlow: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "data-flow" }
  /// The register of flows.
  public static var register: RegisterKind { .dataFlow }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that answers for it.
  public var organization: String
  /// What it carries, in a few words.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// Where the data comes from.
  public var source: Place?
  /// Where it goes.
  public var destination: Place?
  /// What is in it.
  public var content: String?
  /// How it goes.
  public var channel: Channel?
  /// How often.
  public var frequency: String?
  /// Whether it carries personal data.
  public var hasPersonalData: Bool?
  /// The id of the processing activity it belongs to.
  public var activity: String?
  /// What rules it: a contract, an agreement.
  public var agreement: Agreement?
  /// The contract's id, where the register of contracts has it.
  public var contract: String?
  /// Where the agreement is, in words.
  public var agreementReference: String?

  /// One end of a flow.
  public struct Place: Codable, Sendable, Equatable {
    /// What it is.
    public var nature: Nature?
    /// The application's id.
    public var application: String?
    /// The dataset's slug.
    public var dataset: String?
    /// The partner's name.
    public var partner: String?

    /// What is at an end of a flow.
    public enum Nature: String, Codable, Sendable, CaseIterable {
      case application, dataset, partner
    }

    /// Names an end of a flow.
    public init(
      nature: Nature? = nil,
      application: String? = nil,
      dataset: String? = nil,
      partner: String? = nil
    ) {
      self.nature = nature
      self.application = application
      self.dataset = dataset
      self.partner = partner
    }
  }

  /// How data goes from one place to another.
  public enum Channel: String, Codable, Sendable, CaseIterable {
    case interface, file, database, mail, manual
  }

  /// What rules an exchange.
  public enum Agreement: String, Codable, Sendable, CaseIterable {
    case contract, convention, law, none
  }

  /// A flow that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}
