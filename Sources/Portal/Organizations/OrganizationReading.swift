import Acts
import Catalogue
import Messages
import Register
import Web

extension PortalReader {
  /// Every organisation, and how many datasets each has.
  func organizations() -> (organizations: [Organization], counts: [String: Int]) {
    let state = state
    let query = DatasetQuery(limit: 1, facetLimit: .max)
    let results = state.index.search(query, now: CalendarDay(number: 0))
    return (state.snapshot.records(Organization.self), Self.counts(results[.organization]))
  }

  /// An organisation with its first datasets.
  func organization(_ context: PageContext) throws -> OrganizationModel {
    let state = state
    guard case .organization(let slug) = context.route, let organization = state.organization(slug) else {
      throw Failure(
        "portal.organization.unknown",
        .missing,
        fr: "Aucune organisation n’a cette adresse.",
        en: "No organisation has this address.",
        remedy: Bilingual(
          fr: "La page « Organisations » les liste toutes.",
          en: "The page “Organisations” lists them all."
        )
      )
    }
    let results = state.index.search(
      DatasetQuery(organizations: [slug], sort: .updated),
      now: context.calendarDay
    )
    return OrganizationModel(
      organization: organization,
      parent: organization.parent.flatMap { state.organization($0) },
      children: state.snapshot.records(Organization.self).filter { $0.parent == slug },
      datasets: results.hits,
      total: results.total
    )
  }
}
