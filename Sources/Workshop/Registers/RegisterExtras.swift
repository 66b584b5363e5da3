import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// What a kind of register shows beside what every register has: links and panels of its own pages.
///
/// A subject fills it in its own folder, and adds its line to `byKind`.
struct RegisterExtras: Sendable {
  /// A link, to a page of the subject.
  struct Link: Sendable {
    let label: Bilingual
    let route: Route
  }

  /// The links of a record's page, beside print and history.
  var links: @Sendable (SheetPlace) -> [Link] = { _ in [] }
  /// What stands above the form: what is due, what was computed.
  var panel: @Sendable (SheetPlace, PageContext) -> HTML = { _, _ in .empty }
  /// The links of the list of records.
  var listLinks: @Sendable (RegisterRoom, SignedIn) -> [Link] = { _, _ in [] }
  /// What stands above the list of records.
  var listPanel: @Sendable (RegisterRoom, SignedIn, PageContext) -> HTML = { _, _, _ in .empty }

  /// What each kind of record adds, by its name in the journal.
  static let byKind: [String: RegisterExtras] = [
    InventoryCampaign.kind: .inventoryCampaign, RetentionRule.kind: .retentionRule,
    Elimination.kind: .elimination,
    Algorithm.kind: .algorithm,
    Contract.kind: .contract,
    ExpectedDelivery.kind: .expectedDelivery,
    ProcessingActivity.kind: .processingActivity, ImpactAssessment.kind: .impactAssessment,
    Breach.kind: .breach, SubjectRequest.kind: .subjectRequest,
  ]

  /// The pages of a family that are no register: shown on the first page of the registers.
  static let rooms: [RegisterFamily: @Sendable (Desk, SignedIn) -> [Link]] = [
    .personalData: { ProtectionPage.links($0, $1) + RegisterExtras.personalData($0, $1) },
    .inventory: InventoryRoom.links, .archives: { _, _ in [retentionLink] },
    .duties: DutyLinks.links,
  ]

  /// What a register adds.
  static func of(_ register: RegisterKind) -> RegisterExtras { byKind[register.name] ?? RegisterExtras() }
}
