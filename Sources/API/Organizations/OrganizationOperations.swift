import Acts
import Catalogue
import Hummingbird
import Messages
import Register
import Web

extension Call {
  /// Every organisation, with how many datasets it publishes.
  func organizations() async throws -> Response {
    try await answerFromRegister {
      let counts = datasetCounts(by: .organization)
      let all = state.snapshot.records(Organization.self)
      return [
        "total": .integer(all.count),
        "data": .array(all.map { organization($0, datasets: counts[$0.id] ?? 0) }),
        "links": ["self": here()],
      ]
    }
  }

  /// One organisation.
  func organization() async throws -> Response {
    guard let organization = state.organization(slug) else { throw AccessFailure.unknownOrganization(slug) }
    return try await answerFromRegister {
      self.organization(organization, datasets: datasetCounts(by: .organization)[organization.id] ?? 0)
    }
  }

  /// Every theme, with how many datasets it has.
  func themes() async throws -> Response {
    try await answerFromRegister {
      let counts = datasetCounts(by: .theme)
      let themes = Theme.all.map { theme -> JSONValue in
        [
          "id": .string(theme.id), "label": JSONValue(theme.label), "summary": JSONValue(theme.summary),
          "data_theme": .string(theme.dataTheme.iri), "datasets": .integer(counts[theme.id] ?? 0),
          "links": [
            "page": link(toPage: .theme(theme.id)),
            "datasets": .string(origin + Endpoint.datasets.link(Query(["theme": theme.id]))),
          ],
        ]
      }
      return ["total": .integer(themes.count), "data": .array(themes), "links": ["self": here()]]
    }
  }

  private func datasetCounts(by key: FacetKey) -> [String: Int] {
    let facet = state.index.search(DatasetQuery(limit: 0), now: today)[key]
    return Dictionary(facet.values.map { ($0.value, $0.count) }, uniquingKeysWith: { first, _ in first })
  }

  private func organization(_ organization: Organization, datasets: Int) -> JSONValue {
    [
      "id": .string(organization.id), "name": .string(organization.name),
      "nature": .labelled(organization.nature.rawValue, organization.nature.label),
      "parent": JSONValue(organization.parent), "description": .string(organization.description),
      "siren": JSONValue(organization.siren), "code_insee": JSONValue(organization.codeInsee),
      "homepage": JSONValue(organization.homepage), "email": JSONValue(organization.email),
      "datasets": .integer(datasets),
      "links": [
        "self": .string(origin + Endpoint.organizations.path + "/" + PercentEncoding.encode(organization.id)),
        "page": link(toPage: .organization(organization.id)),
        "datasets": .string(origin + Endpoint.datasets.link(Query(["organization": organization.id]))),
      ],
    ]
  }
}

extension AccessFailure {
  static func unknownOrganization(_ slug: String) -> Failure {
    Failure(
      "api.organization.unknown",
      .missing,
      fr: "Aucune organisation ne s’appelle « \(RequestFailure.shortened(slug)) ».",
      en: "No organisation is called “\(RequestFailure.shortened(slug))”.",
      remedy: Bilingual(
        fr: "Voyez la liste : /api/v1/organizations.",
        en: "See the list: /api/v1/organizations."
      ),
      pointer: "slug"
    )
  }
}
