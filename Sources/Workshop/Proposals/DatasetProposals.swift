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
    let may = readable(right, person)
    func wanted(_ entry: DatasetEntry) -> Bool { may(entry) && words.areIn(folded: entry.order) }
    let own = organization.flatMap { snapshot.datasetGroups[$0] }?.latest.filter(wanted)
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return Proposals(
      (own ?? []).map { ($0.id, $0.title) },
      then: snapshot.datasetEntries.lazy.filter { $0.organization != organization && wanted($0) }
        .map { ($0.id, $0.title) },
      most: most
    )
  }

  /// Whether someone has a right on a dataset, to be asked of many; to read it, a public one is enough.
  private func readable(_ right: Permission.Right, _ person: String) -> (DatasetEntry) -> Bool {
    let reach = reach(right, person)
    if reach.isEverywhere { return { _ in true } }
    let owners = Set(snapshot.records(Organization.self).map(\.id).filter(reach.covers))
    return { ($0.isPublic && right == .read) || owners.contains($0.organization) }
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
