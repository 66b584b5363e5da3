import Acts
import Catalogue
internal import CivilTime
import Messages
import Web

extension PortalReader {
  /// Every theme with its number of datasets.
  func themes() -> [(theme: Theme, count: Int)] {
    let results = state.index.search(DatasetQuery(limit: 1), now: CivilDate(daysSinceEpoch: 0))
    let counts = Self.counts(results[.theme])
    return Theme.all.map { (theme: $0, count: counts[$0.id] ?? 0) }
  }

  /// The page of a theme.
  func theme(_ context: PageContext) throws -> Page {
    guard case .theme(let slug) = context.route, let theme = Theme.with(id: slug) else {
      throw Failure(
        "portal.theme.unknown",
        .missing,
        fr: "Aucun thème n’a cette adresse.",
        en: "No theme has this address.",
        remedy: Bilingual(fr: "La page « Thèmes » les liste tous.", en: "The page “Themes” lists them all.")
      )
    }
    let results = state.index.search(
      DatasetQuery(themes: [slug], sort: .updated),
      now: context.today
    )
    return ThemePage.page(theme, datasets: results.hits, total: results.total, context)
  }
}
