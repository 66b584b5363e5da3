public import Register

/// A processing by algorithm that helps to decide, or decides: a program, a spreadsheet, a grid on paper.
///
/// Its fields are those of the inventory that Etalab recommends for CRPA article L312-1-3.
public struct Algorithm: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "algorithm" }
  /// The register of algorithms.
  public static var register: RegisterKind { .algorithm }

  /// An opaque id.
  public var id: String
  /// The slug of the administration that answers for it.
  public var organization: String
  /// Its name.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// The department in charge.
  public var department: String?
  /// Where people ask about it: an address that lasts, not a person's.
  public var contact: String?

  /// Why it exists: the policy it serves.
  public var background: String?
  /// What it is for, as the end of « Ce traitement permet de… ».
  public var purpose: String?
  /// Whether it bears on decisions about named persons or bodies.
  public var isIndividual: Bool?
  /// What it does in the decision.
  public var role: String?
  /// Whether a person takes part in the decision.
  public var automation: Automation?
  /// The texts the decision rests on.
  @EmptyIfAbsent public var legalBases: [String]
  /// Pages and documents about the service.
  @EmptyIfAbsent public var businessResources: [String]

  /// How many decisions it takes part in, a year.
  public var decisionsPerYear: Int?
  /// Whom its decisions are about.
  public var reach: Reach?
  /// The public concerned.
  public var audience: String?
  /// What makes it one of the main processings.
  @EmptyIfAbsent public var weight: [String]
  /// Known effects, evaluations, studies.
  @EmptyIfAbsent public var impactResources: [String]

  /// What it processes.
  @EmptyIfAbsent public var data: [Datum]
  /// Whether some of it is of the categories that GDPR article 9 protects.
  public var hasSensitiveData: Bool?
  /// How it works.
  public var technique: Technique?
  /// What it computes, step by step.
  public var operations: String?
  /// Its parameters and their weighting.
  public var parameters: String?
  /// The application that runs it.
  public var application: String?
  /// The processing activity it is part of, where it processes personal data.
  public var activity: String?
  /// Who sells or maintains it.
  public var vendor: String?
  /// Code, diagrams, models.
  @EmptyIfAbsent public var technicalResources: [String]

  /// Whether a secret protected by law forbids to tell its rules.
  public var isSecret: Bool?
  /// Which secret, and why.
  public var secretReason: String?
  /// Where its decisions carry the mention.
  @EmptyIfAbsent public var mentions: [String]
  /// Where its rules are published.
  public var rulesAddress: String?
  /// Whom a person asks for the rules and their application to their case.
  public var answerContact: String?

  /// The register a sheet was taken from.
  public var sourceRegister: String?
  /// Its id there.
  public var sourceID: String?

  /// Whether a person takes part in the decision.
  public enum Automation: String, Codable, Sendable, CaseIterable {
    case automatic, assistance
  }

  /// Whom decisions are about.
  public enum Reach: String, Codable, Sendable, CaseIterable {
    case external, `internal`
  }

  /// How an algorithm works.
  public enum Technique: String, Codable, Sendable, CaseIterable {
    case rules, learning
  }

  /// A datum that is processed.
  public struct Datum: Codable, Sendable, Equatable {
    /// What it is.
    public var name: String?
    /// Where it comes from.
    public var source: String?
    /// How it is collected.
    public var collection: String?
    /// The dataset of the catalogue that holds it.
    public var dataset: String?

    /// Names a datum.
    public init(name: String? = nil, source: String? = nil, collection: String? = nil, dataset: String? = nil)
    {
      self.name = name
      self.source = source
      self.collection = collection
      self.dataset = dataset
    }
  }

  /// An algorithm that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// Whether it is one of the main processings.
  public var isPrincipal: Bool { weight.contains("many") || weight.contains("effects") }
}
