import Register

/// A dataset that is known to be, and that the platform does not hold (yet).
public struct KnownDataset: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "known-dataset" }
  /// The register of known datasets.
  public static var register: RegisterKind { .knownDataset }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation it concerns.
  public var organization: String
  /// What it is called.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// The domain of public action, by its number from 1 to 33.
  public var domain: String?
  /// The family of data in that domain.
  public var family: String?
  /// What it holds.
  public var content: String?
  /// Who has it.
  public var holder: Holder?
  /// The application that has it.
  public var application: String?
  /// The name of the partner or delegate that has it.
  public var holderName: String?
  /// The contract under which a delegate has it.
  public var contract: String?
  /// Whether the organisation owns it.
  public var isOurs: Bool?
  /// Whether its holder uses it for ends of its own.
  public var isUsedByHolder: Bool?
  /// Whether a clause lets the holder do so.
  public var isUseAllowed: Bool?
  /// Whether people believe it cannot be had.
  public var isThoughtInaccessible: Bool?
  /// The day someone tried to have it, ISO 8601.
  public var triedOn: String?
  /// Whether the trial succeeded.
  public var isAccessible: Bool?
  /// Whether it names people.
  public var personalData: PersonalData?
  /// The id of the processing activity that covers it.
  public var activity: String?
  /// Whether it is among those to be opened first.
  public var isEssential: Bool?
  /// The dataset of the catalogue it became.
  public var dataset: String?

  /// Who has a dataset.
  public enum Holder: String, Codable, Sendable, CaseIterable {
    case service, application, delegate, partner
  }

  /// What one expects of people in it.
  public enum PersonalData: String, Codable, Sendable, CaseIterable {
    case none, possible, present, sensitive
  }

  /// A dataset that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}
