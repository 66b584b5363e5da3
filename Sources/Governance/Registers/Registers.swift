/// The registers Arpent keeps: a new one is declared beside its record type and listed here.
public enum Registers {
  /// All of them, in the order people see them.
  public static let all: [RegisterKind] =
    personalData + [
      .algorithm, .application, .dataFlow, .knownDataset, .inventoryCampaign, .retentionRule, .elimination,
      .contract, .expectedDelivery, .interestDataRequest, .bodyFacts,
    ]

  /// The register of a name in addresses.
  public static func named(_ slug: String) -> RegisterKind? { all.first { $0.slug == slug } }

  /// The register of a kind of record.
  public static func of(kind: String) -> RegisterKind? { all.first { $0.name == kind } }
}
