import Catalogue
import Tabular
import Testing

@testable import DemoTerritory

@Suite("Searching the demo territory")
struct DemoSearchTests {
  static let index: DatasetIndex = {
    let organizations = Dictionary(
      uniqueKeysWithValues: DemoTerritoryTests.demo.organizations.map { ($0.id, $0) }
    )
    return DatasetIndex(
      DemoTerritoryTests.demo.datasets.map { demo in
        let version = DatasetVersion(
          dataset: demo.dataset.id,
          number: 1,
          publishedAt: demo.dataset.updatedAt,
          original: .init(
            name: "f.csv",
            digest: "d",
            bytes: 1,
            mediaType: "text/csv",
            container: "csv",
            encoding: "utf-8"
          ),
          table: "t",
          rows: 1,
          columns: demo.columnDescriptions.keys.sorted().map { .init(name: $0, type: .text) },
          errors: 0,
          warnings: 0
        )
        return DatasetCard(
          dataset: demo.dataset,
          version: version,
          organization: organizations[demo.dataset.organization]
        )
      }
    )
  }()

  static let obvious: [(String, String)] = [
    ("arbres", "arbres"), ("arbre", "arbres"), ("abres", "arbres"), ("vélo", "comptages-velo"),
    ("comptage velos", "comptages-velo"), ("cantine menu", "menus-des-cantines"),
    ("subvention", "subventions-aux-associations"),
    ("subventions associations", "subventions-aux-associations"),
    ("budget", "budget-primitif"), ("l'eau potable", "analyses-eau-potable"),
    ("nitrates", "analyses-eau-potable"),
    ("marchés publics", "marches-publics"), ("marché plein air", "marches-de-plein-air"),
    ("defibrilateur", "defibrillateurs"), ("bibliotheque", "prets-des-bibliotheques"),
    ("piscine", "frequentation-de-la-piscine"), ("travaux", "travaux-voirie"), ("chantier", "travaux-voirie"),
    ("prénom", "prenoms-des-nouveau-nes"), ("pollution air", "qualite-de-l-air"),
    ("parking", "occupation-des-parkings"), ("dechets", "tonnages-de-dechets"),
    ("adresse", "base-adresse-locale"),
    ("borne recharge", "bornes-de-recharge"), ("hebergement", "hebergements-touristiques"),
    ("permis construire", "permis-de-construire"), ("délibérations", "deliberations"),
    ("écoles effectifs", "effectifs-des-ecoles"), ("verre", "points-d-apport-volontaire"),
    ("limite commune", "limites-des-communes"), ("énergie bâtiment", "energie-des-batiments"),
    ("menuPlatAllergene", "menus-des-cantines"),
  ]

  @Test("What an inhabitant types finds first what an inhabitant means", arguments: obvious)
  func obviousFirst(query: String, id: String) {
    let results = DemoSearchTests.index.search(DatasetQuery(text: query), now: DemoTerritoryTests.today)
    #expect(results.hits.first?.id == id, "\(query): \(results.hits.prefix(4).map(\.id))")
  }
}
