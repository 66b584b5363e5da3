import Acts
import Catalogue
internal import CivilTime
import Tabular
import Web

extension PortalReader {
  /// The dataset that the guide's examples run on: the best open table with a column to group by.
  func interfaceExample() -> InterfaceExample? {
    let state = state
    let cards = state.index.search(
      DatasetQuery(access: [AccessLevel.open.rawValue], sort: .quality, limit: 20),
      now: CivilDate(daysSinceEpoch: 0)
    ).hits
    for card in cards where card.rows ?? 0 > 10 {
      guard let version = state.dataset(card.id).flatMap({ state.currentVersion(of: $0) }),
        let digest = version.inspection, let columns = try? platform.inspection(digest).columns
      else { continue }
      let groups = columns.filter { $0.type == .text && (2...30).contains($0.distinct) && $0.personal == nil }
      guard let group = groups.first, let value = group.frequent.first?.value, !value.isEmpty else {
        continue
      }
      return InterfaceExample(
        slug: card.id,
        category: group.name,
        measure: ChartChoice.measures(columns).first,
        value: value
      )
    }
    return nil
  }
}
