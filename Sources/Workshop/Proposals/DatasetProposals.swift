import Acts
import Catalogue
import Foundation
import Governance
import Register
import Web

extension Desk {
  /// The datasets that someone may choose, those of one organisation first.
  ///
  /// - Parameters:
  ///   - right: what they must be allowed to do with it; to read it, a public one is enough.
  ///   - organization: the slug of the organisation whose datasets come first.
  ///   - words: what each title holds.
  func datasets(
    _ right: Permission.Right,
    _ person: String,
    first organization: String? = nil,
    holding words: RegisterWords = RegisterWords(""),
    most: Int = Proposals.most
  ) -> Proposals {
    let reach = reach(right, person)
    let owners = Set(snapshot.records(Organization.self).map(\.id).filter(reach.covers))
    let found = snapshot.datasetEntries.lazy.filter { entry in
      (owners.contains(entry.organization) || (right == .read && entry.isPublic))
        && words.areIn(folded: entry.order)
    }
    return Proposals(
      found.filter { $0.organization == organization }.map { ($0.id, $0.title) },
      then: found.filter { $0.organization != organization }.map { ($0.id, $0.title) },
      most: most
    )
  }

  /// The slug of the dataset that a field names: one chosen from a list, a slug, or the only one of that title.
  func dataset(named text: String, _ right: Permission.Right, _ person: String) -> String {
    let named = Proposals.id(in: text.trimmingCharacters(in: .whitespacesAndNewlines))
    guard !named.isEmpty, snapshot.record(Dataset.self, named) == nil else { return named }
    let found = snapshot.datasetEntries.filter {
      $0.title == named && holds(Permission(right, on: $0.organization), person)
    }
    return found.count == 1 ? found[0].id : named
  }
}
