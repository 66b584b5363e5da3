import Acts
import Catalogue
import Register
import Web

extension PortalReader {
  /// What the home page tells.
  func home(_ context: PageContext) -> HomeModel {
    let state = state
    let latest = state.index.search(
      DatasetQuery(sort: .updated, limit: 6),
      now: context.today
    )
    return HomeModel(
      datasets: state.index.count,
      rows: state.index.openRowCount,
      organizations: latest[.organization].total,
      entries: state.head.size,
      themes: Self.themes(latest[.theme]),
      latest: latest.hits
    )
  }

  /// The themes that have datasets, in the order of their list.
  private static func themes(_ facet: Facet) -> [(theme: Theme, count: Int)] {
    let counts = counts(facet)
    return Theme.all.compactMap { theme in counts[theme.id].map { (theme: theme, count: $0) } }
  }

  /// How many datasets have each value.
  static func counts(_ facet: Facet) -> [String: Int] {
    Dictionary(facet.values.map { ($0.value, $0.count) }, uniquingKeysWith: { first, _ in first })
  }
}
