import Catalogue
import Markup
import Messages
import Portal
import Web

extension Sample {
  static let otherDatasets = [
    Dataset(
      id: "arbres",
      title: "Arbres d’alignement et de parc",
      description: "Espèce, circonférence et date de plantation de chaque arbre suivi par la communauté.",
      organization: "espaces-verts",
      theme: "environnement",
      licence: "odc-odbl",
      frequency: .quarterly,
      territories: ["Saint-Arpent"],
      status: .published,
      createdAt: "2023-01-01T00:00:00Z",
      updatedAt: "2026-05-01T00:00:00Z"
    ),
    Dataset(
      id: "menus",
      title: "Menus des restaurants scolaires",
      description: "Les plats servis chaque jour, avec leurs allergènes.",
      organization: "val-arpent",
      theme: "education",
      licence: "lov2",
      frequency: .weekly,
      status: .published,
      createdAt: "2025-01-01T00:00:00Z",
      updatedAt: "2026-11-20T00:00:00Z"
    ),
    Dataset(
      id: "consommations-eau",
      title: "Consommations d’eau par compteur",
      description: "Relevés mensuels. Accès sur demande.",
      organization: "eaux",
      theme: "environnement",
      licence: "lov2",
      frequency: .monthly,
      access: .restricted,
      status: .published,
      createdAt: "2025-01-01T00:00:00Z",
      updatedAt: "2026-11-02T00:00:00Z"
    ),
  ]

  static let cards: [DatasetCard] =
    [DatasetCard(dataset: dataset, version: version3, organization: organization)]
    + otherDatasets.map { dataset in
      DatasetCard(
        dataset: dataset,
        version: dataset.access == .open ? version2 : nil,
        organization: organizations.first { $0.id == dataset.organization }
      )
    }

  static func list(_ query: String) -> DatasetListModel {
    let search = DatasetListAddress.read(Query(encoded: query))
    let results = DatasetIndex(cards).search(search, now: today)
    return DatasetListModel(query: search, results: results)
  }

  static let home = HomeModel(
    datasets: 14,
    rows: 1_204_551,
    organizations: 6,
    entries: 212,
    themes: Theme.all.prefix(9).enumerated().map { (theme: $1, count: 9 - $0) },
    latest: cards
  )

  static let lines = (0..<12).map { index in
    JournalLine(
      position: 211 - index,
      time: "2026-11-24T10:\(40 - index):07.120Z",
      act: index % 3 == 0
        ? Bilingual(fr: "Publier une version", en: "Publish a version")
        : Bilingual(fr: "Décrire un jeu", en: "Describe a dataset"),
      kind: Bilingual(fr: "jeu de données", en: "dataset"),
      subject: "Subventions versées aux associations",
      route: .dataset("subventions"),
      reason: index == 2 ? "Mise à jour annuelle" : nil,
      isErased: index == 5,
      leaf: String(repeating: "0a9f", count: 16)
    )
  }

  static let head = JournalHead(
    size: 212,
    root: String(repeating: "c0ffee12", count: 8),
    time: "2026-11-24T10:40:07.120Z"
  )

  /// Every page of the site with content, by a short name.
  static func pages(_ language: Language) -> [(name: String, page: Page, context: PageContext)] {
    func at(_ route: Route, _ query: String = "") -> PageContext { context(route, language, query: query) }
    func entry(_ name: String, _ context: PageContext, _ page: (PageContext) -> Page) -> (
      String, Page, PageContext
    ) {
      (name, page(context), context)
    }
    let filtered =
      "f.domaine=Sport&ordre=-montant&col=domaine&col=montant&col=nomBeneficiaire&apres=20&rang=21"
    return [
      entry("accueil", at(.home)) { HomePage.page(home, $0) },
      entry("vide", at(.home)) {
        HomePage.page(
          HomeModel(datasets: 0, rows: 0, organizations: 0, entries: 0, themes: [], latest: []),
          $0
        )
      },
      entry("donnees", at(.datasets)) { DatasetListPage.page(list(""), $0) },
      entry("recherche", at(.datasets, "q=subvention&theme=finances")) {
        DatasetListPage.page(list("q=subvention&theme=finances"), $0)
      },
      entry("rien", at(.datasets, "q=zzzzzz&format=csv")) {
        DatasetListPage.page(list("q=zzzzzz&format=csv"), $0)
      },
      entry("jeu", at(.dataset("subventions"))) { DatasetPage.page(datasetModel(), $0) },
      entry("jeu-filtre", at(.dataset("subventions"), filtered)) {
        DatasetPage.page(datasetModel(query: filtered, chart: .columns), $0)
      },
      entry("jeu-restreint", at(.dataset("consommations-eau"))) {
        DatasetPage.page(DatasetModel(dataset: otherDatasets[2], organization: organizations[3]), $0)
      },
      entry("versions", at(.versions("subventions"))) {
        VersionListPage.page(dataset, versions: [version3, version2, version1], $0)
      },
      entry("version", at(.version("subventions", 3))) {
        VersionPage.page(dataset, version: version3, before: version2, $0)
      },
      entry("difference", at(.difference("subventions", from: 2, to: 3))) {
        DifferencePage.page(dataset, from: version2, to: version3, $0)
      },
      entry("historique", at(.history("subventions"))) {
        HistoryPage.page(
          dataset,
          lines: lines.map { HistoryLine(line: $0, fields: ["title", "licence"]) },
          $0
        )
      },
      entry("organisations", at(.organizations)) {
        OrganizationListPage.page(organizations, counts: ["finances": 3, "val-arpent": 9], $0)
      },
      entry("organisation", at(.organization("finances"))) {
        OrganizationPage.page(
          OrganizationModel(
            organization: organization,
            parent: organizations[0],
            children: [],
            datasets: Array(cards.prefix(2)),
            total: 3
          ),
          $0
        )
      },
      entry("themes", at(.themes)) { ThemeListPage.page(home.themes, $0) },
      entry("theme", at(.theme("finances"))) { ThemePage.page(Theme.all[1], datasets: cards, total: 14, $0) },
      entry("journal", at(.journal)) {
        JournalPage.page(JournalModel(head: head, lines: lines, offset: 0), $0)
      },
      entry("acte", at(.journalEntry(211))) {
        JournalEntryPage.page(
          JournalEntryModel(
            head: head,
            line: lines[0],
            header: "{\"act\":\"publish\",\"position\":211}",
            proof: Array(repeating: String(repeating: "ab", count: 32), count: 8)
          ),
          $0
        )
      },
      entry("api", at(.api)) {
        InterfacePage.page(
          InterfaceExample(slug: "subventions", category: "domaine", measure: "montant", value: "Sport"),
          $0
        )
      },
      entry("mentions", at(.legal)) { LegalPage.page(notice: "", privacy: "", $0) },
      entry("accessibilite", at(.accessibility)) { AccessibilityPage.page(statement: "", $0) },
      entry("probleme", at(.problem("http.route.unknown"))) {
        ProblemTypePage.page(code: "http.route.unknown", $0) ?? Page(title: "") {}
      },
      entry("erreur", at(.home)) {
        ErrorPage.page(Problem(status: 404, failure: Problem.unknownAddress, request: "4f2a91"), $0)
      },
    ]
  }
}
