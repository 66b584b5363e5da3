import Acts
import Catalogue
internal import CivilTime
import Messages
import Register
import Web

extension PortalReader {
  /// The page of every organisation, and of how many datasets each has.
  func organizations(_ context: PageContext) async throws -> Page {
    guard let day = context.dayAsked else {
      let state = state
      let query = DatasetQuery(limit: 1, facetLimit: .max)
      let results = state.index.search(query, now: CivilDate(daysSinceEpoch: 0))
      return OrganizationListPage.page(
        state.snapshot.records(Organization.self),
        counts: Self.counts(results[.organization]),
        context
      )
    }
    let past = try await pastStates.state(on: day)
    let datasets = past.snapshot.records(Dataset.self).filter(isStillPublic)
    return OrganizationListPage.page(
      past.snapshot.records(Organization.self),
      counts: Dictionary(grouping: datasets, by: \.organization).mapValues(\.count),
      context.on(day)
    )
  }

  /// The page of an organisation with its first datasets.
  func organization(_ context: PageContext) async throws -> Page {
    guard case .organization(let slug) = context.route else { throw Problem.unknownAddress }
    guard let day = context.dayAsked else {
      guard let model = model(of: slug, in: state, context) else { throw Self.unknownOrganization }
      return OrganizationPage.page(model, context)
    }
    let past = try await pastStates.state(on: day)
    guard var model = model(of: slug, in: past, context.on(day)) else {
      throw state.organization(slug) == nil ? Self.unknownOrganization : Self.notYetAnOrganization
    }
    let cards = past.snapshot.records(Dataset.self)
      .filter { $0.organization == slug && isStillPublic($0) }
      .compactMap { past.index.card($0.id) }
      .sorted { ($1.updatedAt, $0.id) < ($0.updatedAt, $1.id) }
    model.total = cards.count
    model.datasets = cards.prefix(Self.pastDatasetsMax).map(withheldIfRestricted)
    return OrganizationPage.page(model, context.on(day))
  }

  /// How many datasets a page of the past lists: there is no catalogue of the past to lead on to.
  private static let pastDatasetsMax = 500

  private func model(of slug: String, in state: TerritoryState, _ context: PageContext) -> OrganizationModel?
  {
    guard let organization = state.organization(slug) else { return nil }
    let results = state.index.search(
      DatasetQuery(organizations: [slug], sort: .updated),
      now: context.today
    )
    return OrganizationModel(
      organization: organization,
      parent: organization.parent.flatMap { state.organization($0) },
      children: state.snapshot.records(Organization.self).filter { $0.parent == slug },
      datasets: results.hits,
      total: results.total
    )
  }

  /// What was withdrawn since is not shown, even as it was.
  private func isStillPublic(_ past: Dataset) -> Bool {
    past.isPublic && state.dataset(past.id)?.isPublic == true
  }

  /// Nothing is said of the file of data that is not open any more.
  private func withheldIfRestricted(_ past: DatasetCard) -> DatasetCard {
    guard let now = state.dataset(past.id), !now.hasPublicData else { return past }
    var card = past
    card.access = now.access
    card.rows = nil
    card.formats = []
    return card
  }

  private static let unknownOrganization = Failure(
    "portal.organization.unknown",
    .missing,
    fr: "Aucune organisation n’a cette adresse.",
    en: "No organisation has this address.",
    remedy: Bilingual(
      fr: "La page « Organisations » les liste toutes.",
      en: "The page “Organisations” lists them all."
    )
  )

  private static let notYetAnOrganization = Failure(
    "portal.organization.not-yet",
    .missing,
    fr: "Cette organisation n’était pas encore décrite à cette date.",
    en: "This organisation was not described yet on that date.",
    remedy: Bilingual(
      fr: "Choisissez une date plus récente, ou voyez la page d’aujourd’hui.",
      en: "Choose a later date, or see today’s page."
    )
  )
}
