import Catalogue
import Messages
import Register
import Tabular

extension Deposit {
  /// Who approved it for the protection of personal data, if anybody did.
  public var protector: String? { decisions.last { $0.right == .protect && $0.isApproval }?.by }

  /// Who would have a hand in its publication.
  ///
  /// What was approved for a version holds for the next one that is made by the same steps and shows no new
  /// personal column: an update by a machine needs nobody to look again.
  func review(
    by publisher: Actor,
    recipe: Recipe,
    columns: [DatasetVersion.Column],
    in snapshot: Snapshot
  ) -> PublicationReview {
    let planned = decisions.last { $0.right == .publish && $0.isApproval }?.by
    return PublicationReview(
      depositor: depositor,
      publisher: publisher == .system ? planned ?? publisher.id : publisher.id,
      protector: protector ?? inheritedProtector(recipe, columns, snapshot)
    )
  }

  private func inheritedProtector(
    _ recipe: Recipe,
    _ columns: [DatasetVersion.Column],
    _ snapshot: Snapshot
  ) -> String? {
    guard let slug = dataset, let current = snapshot.record(Dataset.self, slug)?.currentVersion,
      let version = snapshot.record(DatasetVersion.self, current), version.recipe ?? Recipe() == recipe,
      let before = version.deposit.flatMap({ snapshot.record(Deposit.self, $0) }),
      personalData == nil || personalData == before.personalData
    else { return nil }
    let known = Set(version.columns.filter { $0.personal != nil }.map(\.name))
    let isNew = columns.contains { $0.personal != nil && !known.contains($0.name) }
    return isNew ? nil : before.protector
  }

  /// The deposit once it is a version.
  func published(as version: DatasetVersion, by actor: Actor, at now: Moment) -> Deposit {
    var deposit = self
    deposit.state = .published
    deposit.dataset = version.dataset
    deposit.version = version.id
    deposit.plannedFor = nil
    deposit.holdReasons = []
    deposit.updatedAt = now
    if actor != .system {
      deposit.decisions.append(
        DepositDecision(by: actor.id, right: .publish, isApproval: true, comment: "", at: now)
      )
    }
    return deposit
  }
}
