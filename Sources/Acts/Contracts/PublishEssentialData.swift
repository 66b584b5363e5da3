import CivilTime
public import Governance
import Messages
public import Register

/// Publishes the essential data of the contracts of an organisation that are ready: they are in the public
/// DECP file from then on.
public struct PublishEssentialData: Act {
  /// The act's name in the journal.
  public static var name: String { "publish-essential-data" }

  /// The slug of the organisation.
  public var organization: String

  /// Prepares the act.
  public init(_ organization: String) { self.organization = organization }

  /// The right to publish for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.publish, on: organization)] }

  /// The contracts published, those that were already left out.
  public func decide(in context: ActContext) throws -> Decision<[Contract]> {
    let today = WallClock.paris.date(at: context.now.milliseconds).iso
    let data = EssentialData(in: context.snapshot, organizations: [organization], today: today)
    let fresh = data.ready.filter(\.awaitsPublication)
    guard !fresh.isEmpty else {
      throw Failure(
        "contract.nothing-to-publish",
        .conflict,
        fr: "Aucun contrat n’est prêt à être publié, ou tous le sont déjà.",
        en: "No contract is ready to be published, or all of them are already.",
        remedy: Bilingual(
          fr: "Complétez les données essentielles des contrats en vigueur.",
          en: "Complete the essential data of the contracts in force."
        )
      )
    }
    let published = fresh.map { contract in
      var contract = contract.published(on: today)
      contract.keeping.isPublic = true
      contract.keeping.updatedAt = context.now
      return contract
    }
    return Decision(try published.map { try .put($0) }, outcome: published)
  }
}
