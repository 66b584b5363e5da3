public import Catalogue
public import Governance
public import Register

/// How far a campaign of inventory is: family by family, what is known and what is not.
public struct InventoryProgress: Sendable, Equatable {
  /// What is known of a family of data.
  public enum Coverage: Sendable, Equatable {
    /// Datasets of the catalogue, by slug, and known datasets, by id.
    case listed(datasets: [String], known: [String])
    /// The organisation does not have it.
    case notConcerned
    /// Nothing yet.
    case missing
  }

  /// A domain of the campaign.
  public struct DomainProgress: Sendable, Equatable {
    /// The domain.
    public let domain: Domain
    /// Who makes its inventory.
    public let assignments: [InventoryCampaign.Assignment]
    /// Each family with what is known of it.
    public let families: [(family: Family, coverage: Coverage)]

    /// The families of which something is known, or which do not apply.
    public var done: Int { families.count { $0.coverage != .missing } }

    /// Whether two say the same.
    public static func == (left: Self, right: Self) -> Bool {
      left.domain == right.domain && left.assignments == right.assignments
        && left.families.elementsEqual(right.families) {
          $0.family == $1.family && $0.coverage == $1.coverage
        }
    }
  }

  /// The domains in order.
  public let domains: [DomainProgress]

  /// The families of which something is known, or which do not apply.
  public var done: Int { domains.reduce(0) { $0 + $1.done } }
  /// All the families of the perimeter.
  public var total: Int { domains.reduce(0) { $0 + $1.families.count } }
  /// The whole percentage; 100 only when the inventory of the perimeter is exhaustive.
  public var percent: Int { total == 0 ? 0 : done * 100 / total }

  /// Measures a campaign on the catalogue and the register of known datasets of its organisation and those
  /// below it.
  public init(_ campaign: InventoryCampaign, in snapshot: Snapshot) {
    func isOurs(_ organization: String) -> Bool {
      snapshot.isOrganization(organization, within: campaign.organization)
    }
    let datasets = snapshot.records(Dataset.self).filter { $0.domain != nil && isOurs($0.organization) }
    let known = snapshot.records(KnownDataset.self).filter { isOurs($0.organization) }
    let numbers = campaign.domains.compactMap { Int($0) }
    domains = Domain.all.filter { numbers.contains($0.id) }.map { domain in
      let listed = datasets.filter { $0.domain == domain.id }
      let heard = known.filter { $0.domain == String(domain.id) }
      return DomainProgress(
        domain: domain,
        assignments: campaign.assignments.filter { $0.domain == String(domain.id) },
        families: domain.families.map { family in
          let datasets = listed.filter { $0.family == family.name }.map(\.id)
          let known = heard.filter { $0.family == family.name }.map(\.id)
          if !datasets.isEmpty || !known.isEmpty {
            return (family, .listed(datasets: datasets, known: known))
          }
          return (family, campaign.notConcerned.contains(family.name) ? .notConcerned : .missing)
        }
      )
    }
  }
}
