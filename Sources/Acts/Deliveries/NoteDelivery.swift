import CivilTime
public import Governance
import Messages
public import Register

/// Notes a delivery that came and was read: the day it answers, its lateness and what that costs are decided
/// here, on the state it is noted in.
public struct NoteDelivery: Act {
  /// The act's name in the journal.
  public static var name: String { "receive-delivery" }

  /// What came, and what was found in it.
  public var received: ReceivedDelivery

  /// Prepares the act.
  public init(_ received: ReceivedDelivery) { self.received = received }

  /// The right to deposit for the organisation, on the dataset it updates where there is one.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Self.permission(snapshot.record(ExpectedDelivery.self, received.delivery))]
  }

  static func permission(_ expected: ExpectedDelivery?) -> Permission {
    Permission(.produce, on: expected?.organization, dataset: expected?.dataset)
  }

  /// The delivery, with its day, its lateness and its penalty.
  public func decide(in context: ActContext) throws -> Decision<ReceivedDelivery> {
    let snapshot = context.snapshot
    guard let expected = snapshot.record(ExpectedDelivery.self, received.delivery) else {
      throw RegisterFailure.unknown
    }
    guard expected.keeping.status == .current else { throw DeliveryFailure.notInForce }
    guard snapshot.record(ReceivedDelivery.self, received.id) == nil else { throw RegisterFailure.idTaken }
    var noted = received
    noted.organization = expected.organization
    noted.receivedAt = context.now
    noted.receivedFrom = context.actor.id
    let due = DeliverySchedule.answered(expected, in: snapshot, at: context.now)
    noted.dueOn = due?.iso
    let today = WallClock.paris.date(at: context.now.milliseconds)
    noted.daysLate = due.map { max(0, today.days(since: $0)) } ?? 0
    let penalty = Self.penalty(noted, expected, in: snapshot)
    noted.penaltyCents = penalty?.cents ?? 0
    noted.penaltySteps = penalty?.steps ?? []
    return Decision([try .put(noted)], outcome: noted)
  }

  /// What a delivery costs by the clause; `nil` where the contract has none.
  ///
  /// A refused delivery costs its defects, and not yet its lateness: that runs until an accepted one comes.
  static func penalty(
    _ received: ReceivedDelivery,
    _ expected: ExpectedDelivery,
    in snapshot: Snapshot
  ) -> Penalty? {
    let clause = expected.penalty
    guard !clause.isEmpty else { return nil }
    let contract = expected.contract.flatMap { snapshot.record(Contract.self, $0) }
    return Penalty(
      clause,
      daysLate: received.daysLate,
      defects: received.isAccepted ? 0 : received.defects.count(where: \.isRefusal),
      contractCents: Euros.cents(contract?.amount),
      isAccepted: received.isAccepted
    )
  }
}

/// Refusals about deliveries.
enum DeliveryFailure {
  static let notInForce = Failure(
    "delivery.not-in-force",
    .conflict,
    fr: "Cette livraison attendue n’est pas en vigueur\u{A0}: rien ne peut encore être remis.",
    en: "This expected delivery is not in force: nothing can be handed over yet.",
    remedy: Bilingual(
      fr: "Complétez la fiche et mettez-la en vigueur.",
      en: "Complete the record and put it in force."
    )
  )

  static let refused = Failure(
    "delivery.refused",
    .conflict,
    fr: "Une livraison refusée ne devient pas une version du jeu de données.",
    en: "A refused delivery does not become a version of the dataset.",
    remedy: Bilingual(fr: "Attendez une livraison corrigée.", en: "Wait for a corrected delivery.")
  )

  static let erased = Failure(
    "delivery.erased",
    .conflict,
    fr: "Le fichier de cette livraison a été effacé avec les données qu’il contenait.",
    en: "The file of this delivery was erased with the data it held.",
    remedy: Bilingual(fr: "Demandez une nouvelle livraison.", en: "Ask for a new delivery.")
  )

  static let noDataset = Failure(
    "delivery.no-dataset",
    .invalid,
    fr: "Cette livraison ne met à jour aucun jeu de données.",
    en: "This delivery updates no dataset.",
    remedy: Bilingual(fr: "Nommez le jeu sur la fiche.", en: "Name the dataset on the record.")
  )
}
