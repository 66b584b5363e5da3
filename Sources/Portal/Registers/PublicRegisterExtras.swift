import Acts
import Governance
import Markup
import Register
import Web

/// What a kind of register shows the public beside the fields chosen.
///
/// A subject fills it in its own folder, and adds its line to `byKind`.
struct PublicRegisterExtras: Sendable {
  /// What stands under the fields of a record: nothing but what is public.
  var panel: @Sendable (PublicSheet, Snapshot, PageContext) -> HTML = { _, _, _ in .empty }
  /// What stands above the list of records.
  var listPanel: @Sendable (Snapshot, PageContext) -> HTML = { _, _ in .empty }

  /// What each kind of record adds, by its name in the journal.
  static let byKind: [String: PublicRegisterExtras] = [
    Algorithm.kind: .algorithm,
    Contract.kind: .contract,
  ]

  /// What a register adds.
  static func of(_ register: RegisterKind) -> PublicRegisterExtras {
    byKind[register.name] ?? PublicRegisterExtras()
  }
}
