import Messages
import Register

/// What was published after a contract stays as it was published (CCP, articles R2196-1 and R3131-1; arrêtés of
/// 22 December 2022): an error is corrected by a further modification.
extension Contract {
  /// Refuses to take away or to change what was published of the modifications and of subcontracting.
  ///
  /// What has its day and its number is published: publishing gives both. What the format has no place for, the
  /// subject of a modification or the names of holders, may still be told better.
  ///
  /// - Throws: `Failure` `contract.published-modification`, at the list that changes.
  func checkPublished(after old: Contract?) throws {
    guard let old, old.keeping.status != .draft else { return }
    let kept = modifications.compactMap(\.asPublished)
    guard old.modifications.compactMap(\.asPublished).allSatisfy(kept.contains) else {
      throw Self.published("modifications")
    }
    let acts = subcontracts.compactMap(\.asPublished)
    for act in old.subcontracts.compactMap(\.asPublished) {
      let same = acts.first { $0.withoutChanges == act.withoutChanges }
      guard let same, act.changes.allSatisfy(same.changes.contains) else {
        throw Self.published("subcontracts")
      }
    }
  }

  private static func published(_ field: String) -> Failure {
    Failure(
      "contract.published-modification",
      .invalid,
      fr: "Ce qui est publié ne se retire pas et ne se change pas\u{A0}: le public l’a lu tel quel.",
      en: "What is published is neither removed nor changed: the public read it as it is.",
      remedy: Bilingual(
        fr: "Remettez la ligne comme elle était, et corrigez-la par une nouvelle modification.",
        en: "Put the row back as it was, and correct it by a further modification."
      ),
      pointer: field
    )
  }
}

extension ContractModification {
  /// What the public read of it; `nil` where it was not published.
  fileprivate var asPublished: ContractModification? {
    guard number != nil, publishedOn != nil else { return nil }
    var modification = self
    modification.subject = nil
    for index in modification.holders.indices { modification.holders[index].name = nil }
    return modification
  }
}

extension Subcontract {
  /// What the public read of it, with its published changes; `nil` where it was not published.
  fileprivate var asPublished: Subcontract? {
    guard number != nil, publishedOn != nil else { return nil }
    var act = self
    act.name = nil
    act.changes.removeAll { $0.publishedOn == nil }
    return act
  }

  fileprivate var withoutChanges: Subcontract {
    var act = self
    act.changes = []
    return act
  }
}
