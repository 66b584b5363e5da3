public import Register

/// A contract, a concession, a grant or an agreement, and what it says of data.
public struct Contract: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "contract" }
  /// The register of contracts.
  public static var register: RegisterKind { .contract }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that is a party to it.
  public var organization: String
  /// What people call it.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// What kind of contract it is.
  public var type: ContractType?
  /// The authority's own number.
  public var number: String?
  /// What it is about.
  public var subject: String?
  /// The SIRET of the authority's establishment that signs it.
  public var siret: String?
  /// The other parties.
  @EmptyIfAbsent public var parties: [ContractParty]
  /// Its text, signed.
  public var textFile: AttachedFile?
  /// Whether the public may read that text, which nobody but a person decides: act 2000-321, article 10.
  public var publishesText: Bool?

  /// The day it was signed, ISO 8601.
  public var signedOn: String?
  /// The day it was notified, ISO 8601.
  public var notifiedOn: String?
  /// The day it begins, ISO 8601.
  public var beginsOn: String?
  /// The day it ends, ISO 8601.
  public var endsOn: String?
  /// How many months it lasts.
  public var months: Int?
  /// Its amount without tax, or its global value, in euros.
  public var amount: Double?

  /// The nine families of clauses about data: present, absent, without object.
  @EmptyIfAbsent public var clauses: [ContractClause]

  /// Whether the authority may extract the data and use it freely: CCP, article L3131-4.
  public var mayExtract: Bool?
  /// Whether the concessionaire is released from handing its data over: CCP, article L3131-3.
  public var hasDispense: Bool?
  /// Why, on a ground of general interest.
  public var dispenseReason: String?
  /// Where the reasoned decision can be read.
  public var dispenseAddress: String?
  /// The years whose report was received: CCP, article L3131-5.
  @EmptyIfAbsent public var reports: [Int]

  /// The essential data of a procurement contract.
  public var procurement: ProcurementData?
  /// The essential data of a concession.
  public var concession: ConcessionData?
  /// The essential data of a grant.
  public var grant: GrantData?
  /// The day on which its essential data was first published, ISO 8601.
  public var publishedOn: String?
  /// What was modified since, in the order of notification.
  @EmptyIfAbsent public var modifications: [ContractModification]
  /// The special acts of subcontracting, in the order of notification.
  @EmptyIfAbsent public var subcontracts: [Subcontract]

  /// The SHA-256 of the files of grants it was deposited in.
  @EmptyIfAbsent public var filedIn: [String]

  /// A contract that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}

/// What kind of contract it is.
public enum ContractType: String, Codable, Sendable, CaseIterable {
  /// Marché public.
  case procurement
  /// Concession.
  case concession
  /// Délégation de service public.
  case delegation
  /// Subvention.
  case grant
  /// Convention.
  case agreement

  /// Whether someone else runs a service of the authority's under it.
  public var isConcession: Bool { self == .concession || self == .delegation }
}

/// A party to a contract, other than the authority.
public struct ContractParty: Codable, Sendable, Equatable {
  /// Its name.
  public var name: String?
  /// The kind of number that identifies it.
  public var identifierKind: String?
  /// The number.
  public var identifier: String?

  /// Makes a party.
  public init(name: String? = nil, identifierKind: String? = nil, identifier: String? = nil) {
    self.name = name
    self.identifierKind = identifierKind
    self.identifier = identifier
  }
}

/// What a contract says in one of the nine families of clauses about data.
public struct ContractClause: Codable, Sendable, Equatable {
  /// Whether the contract has the clause.
  public enum State: String, Codable, Sendable, CaseIterable {
    case present, absent
    case notApplicable = "not-applicable"
  }

  /// The family: `K1` to `K9`.
  public var family: ClauseFamily?
  /// Whether the contract has it.
  public var state: State?
  /// Where it is in the text.
  public var place: String?

  /// Notes a clause.
  public init(family: ClauseFamily?, state: State? = nil, place: String? = nil) {
    self.family = family
    self.state = state
    self.place = place
  }
}

/// The essential data of a procurement contract (arrêté of 22 December 2022), the words those of the format.
public struct ProcurementData: Codable, Sendable, Equatable {
  /// The nature.
  public var nature: String?
  /// The code of the common procurement vocabulary.
  public var cpv: String?
  /// The techniques of purchase.
  @EmptyIfAbsent public var techniques: [String]
  /// The ways it is carried out.
  @EmptyIfAbsent public var execution: [String]
  /// The framework agreement it follows from.
  public var frameworkAgreement: String?
  /// Whether what is bought is new.
  public var isInnovative: Bool?
  /// The general clauses it refers to.
  public var ccag: String?
  /// How many offers came.
  public var offers: Int?
  /// Whether an advance was granted.
  public var hasAdvance: Bool?
  /// The rate of the advance, from 0 to 1.
  public var advanceRate: Double?
  /// How operators are grouped.
  public var grouping: String?
  /// Whether subcontracting was declared.
  public var hasSubcontracting: Bool?
  /// The procedure.
  public var procedure: String?
  /// The code of the place where it is carried out.
  public var placeCode: String?
  /// What kind of code that is.
  public var placeKind: String?
  /// The types of price.
  @EmptyIfAbsent public var priceTypes: [String]
  /// The form of the price.
  public var priceForm: String?
  /// The share of products from the European Union, from 0 to 1.
  public var fromUnion: Double?
  /// The share of French products, from 0 to 1.
  public var fromFrance: Double?
  /// The social considerations.
  @EmptyIfAbsent public var social: [String]
  /// The environmental considerations.
  @EmptyIfAbsent public var environmental: [String]

  /// Nothing yet.
  public init() {}
}

/// The essential data of a concession (arrêté of 22 December 2022), the words those of the format.
public struct ConcessionData: Codable, Sendable, Equatable {
  /// The nature.
  public var nature: String?
  /// The procedure.
  public var procedure: String?
  /// The public subsidy in euros, 0 for none.
  public var subsidy: Double?
  /// The social considerations.
  @EmptyIfAbsent public var social: [String]
  /// The environmental considerations.
  @EmptyIfAbsent public var environmental: [String]
  /// What users paid and what was invested, a row for each price of a year.
  @EmptyIfAbsent public var prices: [Price]

  /// A price that users pay, with what was invested in the year.
  public struct Price: Codable, Sendable, Equatable {
    /// The day on which the year's figures were published.
    public var publishedOn: String?
    /// What was invested in the year, in euros.
    public var investment: Double?
    /// What the price is for.
    public var name: String?
    /// The price in euros.
    public var amount: Double?

    /// Nothing yet.
    public init() {}
  }

  /// Nothing yet.
  public init() {}
}

/// The essential data of a grant (decree 2017-779).
public struct GrantData: Codable, Sendable, Equatable {
  /// The reference of the decision.
  public var decision: String?
  /// What is given: money, or something else.
  public var nature: String?
  /// How it is paid: `unique`, `échelonné`, or in other words.
  public var payment: String?
  /// The day it is paid, or the first of the period, ISO 8601.
  public var paidOn: String?
  /// The last day of the period of payment, ISO 8601.
  public var paidUntil: String?
  /// Its number in the register of state aid of small amount, where it has one.
  public var aidRegister: String?
  /// Whether it was notified to the European Commission.
  public var isNotifiedToUnion: Bool?
  /// The share of each beneficiary in percent, in their order, where there are several.
  @EmptyIfAbsent public var shares: [Double]
  /// The id of the scheme it follows from, in the schema of aid schemes.
  public var scheme: String?

  /// Nothing yet.
  public init() {}
}
