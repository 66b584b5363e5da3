import Catalogue
import Messages
public import Register

/// Removes an organisation that nothing depends on.
public struct RemoveOrganization: Act {
  /// The act's name in the journal.
  public static var name: String { "remove-organization" }

  /// The organisation's slug.
  public var organization: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ organization: String, reason: String? = nil) {
    self.organization = organization
    self.reason = reason
  }

  /// The right to administer it.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.administer, on: organization)]
  }

  /// The removal.
  public func decide(in context: ActContext) throws -> Decision<Void> {
    let snapshot = context.snapshot
    guard snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    let datasets = snapshot.records(Dataset.self).count { $0.organization == organization }
    let children = snapshot.records(Organization.self).count { $0.parent == organization }
    guard datasets == 0, children == 0 else {
      let data = Bilingual.count(
        datasets,
        fr: ("jeu de données", "jeux de données"),
        en: ("dataset", "datasets")
      )
      let below = Bilingual.count(
        children,
        fr: ("organisation", "organisations"),
        en: ("organisation", "organisations")
      )
      throw Failure(
        "organization.in-use",
        .conflict,
        fr: "Cette organisation porte encore \(data.fr) et \(below.fr).",
        en: "This organisation still holds \(data.en) and \(below.en).",
        remedy: Bilingual(fr: "Rattachez-les ailleurs d’abord.", en: "Move them elsewhere first."),
        pointer: "organization"
      )
    }
    return Decision([.remove(Organization.self, organization)], outcome: ())
  }
}
