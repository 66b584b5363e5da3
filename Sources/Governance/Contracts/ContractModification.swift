public import Register

/// What changed in a contract after its essential data was first published.
///
/// What was published is not changed: modifications join it (arrêtés of 22 December 2022).
public struct ContractModification: Codable, Sendable, Equatable {
  /// Its number in the published file, given when it is published.
  public var number: Int?
  /// What it is about; the format has no place for it.
  public var subject: String?
  /// The day it was notified, or signed for a concession, ISO 8601.
  public var notifiedOn: String?
  /// The new duration in months, where it changes.
  public var months: Int?
  /// The new amount without tax or global value in euros, where it changes.
  public var amount: Double?
  /// The new holders, where they change.
  @EmptyIfAbsent public var holders: [ContractParty]
  /// The day it was published, ISO 8601.
  public var publishedOn: String?

  /// Nothing yet.
  public init() {}
}

/// A special act of subcontracting of a procurement contract.
public struct Subcontract: Codable, Sendable, Equatable {
  /// Its number in the published file, given when it is published.
  public var number: Int?
  /// The subcontractor's name; the format has no place for it.
  public var name: String?
  /// The kind of number that identifies the subcontractor.
  public var identifierKind: String?
  /// The number.
  public var identifier: String?
  /// The day it was notified to the subcontractor, ISO 8601.
  public var notifiedOn: String?
  /// The duration in months.
  public var months: Int?
  /// The amount without tax, in euros.
  public var amount: Double?
  /// How its price varies, in the format's word.
  public var priceVariation: String?
  /// The day it was published, ISO 8601.
  public var publishedOn: String?
  /// What was modified since.
  @EmptyIfAbsent public var changes: [Change]

  /// A modification of the act.
  public struct Change: Codable, Sendable, Equatable {
    /// The day it was notified to the subcontractor, ISO 8601.
    public var notifiedOn: String?
    /// The new duration in months, where it changes.
    public var months: Int?
    /// The new amount without tax, in euros, where it changes.
    public var amount: Double?
    /// The day it was published, ISO 8601.
    public var publishedOn: String?

    /// Nothing yet.
    public init() {}
  }

  /// Nothing yet.
  public init() {}
}

extension Contract {
  /// Whether something of it is not published yet.
  public var awaitsPublication: Bool {
    !keeping.isPublic || publishedOn == nil || modifications.contains { $0.publishedOn == nil }
      || subcontracts.contains { act in
        act.publishedOn == nil || act.changes.contains { $0.publishedOn == nil }
      }
  }

  /// The contract as it is once published on a day: what was not yet gets that day, and its number.
  public func published(on day: String) -> Contract {
    var contract = self
    contract.publishedOn = publishedOn ?? day
    var next = (modifications.compactMap(\.number).max() ?? 0) + 1
    for index in modifications.indices {
      if modifications[index].publishedOn == nil { contract.modifications[index].publishedOn = day }
      if modifications[index].number == nil {
        contract.modifications[index].number = next
        next += 1
      }
    }
    next = (subcontracts.compactMap(\.number).max() ?? 0) + 1
    for index in subcontracts.indices {
      if subcontracts[index].publishedOn == nil { contract.subcontracts[index].publishedOn = day }
      if subcontracts[index].number == nil {
        contract.subcontracts[index].number = next
        next += 1
      }
      for row in subcontracts[index].changes.indices
      where subcontracts[index].changes[row].publishedOn == nil {
        contract.subcontracts[index].changes[row].publishedOn = day
      }
    }
    return contract
  }

  /// The contract as the public knows it: what is not published is left out.
  public var asPublished: Contract {
    var contract = self
    contract.modifications.removeAll { $0.publishedOn == nil }
    contract.subcontracts.removeAll { $0.publishedOn == nil }
    for index in contract.subcontracts.indices {
      contract.subcontracts[index].changes.removeAll { $0.publishedOn == nil }
    }
    return contract
  }

  /// The day of the earliest notification that no publication answers yet, of what came after the contract.
  public var earliestUnpublished: String? {
    let changes = modifications.filter { $0.publishedOn == nil }.compactMap(\.notifiedOn)
    let acts = subcontracts.filter { $0.publishedOn == nil }.compactMap(\.notifiedOn)
    let actChanges = subcontracts.flatMap(\.changes).filter { $0.publishedOn == nil }.compactMap(\.notifiedOn)
    return (changes + acts + actChanges).min()
  }
}
