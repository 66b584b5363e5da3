import Catalogue
import Messages
import Portal
import Tabular
import Web

extension Sample {
  static let columnReports: [ColumnReport] = [
    column("nomAttribuant", 1, .text, distinct: 1, examples: ["Val d’Arpent"]),
    column(
      "dateConvention",
      2,
      .date,
      distinct: 212,
      range: ("2022-01-10", "2025-12-18"),
      histogram: [3, 8, 14, 22, 30, 18, 9, 40, 55, 31]
    ),
    column(
      "nomBeneficiaire",
      3,
      .text,
      distinct: 640,
      examples: ["Club de judo", "Harmonie municipale", "Les Amis du four à pain"],
      frequent: [("Harmonie municipale", 12), ("Club de judo", 9), ("Ciné-club", 7)]
    ),
    column(
      "idBeneficiaire",
      4,
      .text,
      format: "siret",
      distinct: 655,
      examples: ["80295478500028"],
      invalid: 3
    ),
    column("objet", 5, .text, distinct: 1_150, examples: ["Fonctionnement 2025", "Achat d’instruments"]),
    column(
      "domaine",
      6,
      .text,
      distinct: 6,
      examples: ["Sport", "Culture"],
      frequent: [
        ("Sport", 480), ("Culture", 391), ("Social", 212), ("Environnement", 120), ("Éducation", 61),
        ("Autre", 20),
      ]
    ),
    column(
      "montant",
      7,
      .number,
      distinct: 388,
      range: ("-1200.5", "185000"),
      histogram: [820, 240, 110, 60, 31, 12, 8, 2, 0, 1]
    ),
    column("versement", 8, .boolean, distinct: 2, examples: ["oui", "non"]),
    column("site", 9, .text, format: "url", distinct: 300, examples: ["https://judo.example"]),
    column("courriel", 10, .text, format: "email", distinct: 610, examples: ["a@b.example"], personal: true),
  ]

  static func column(
    _ name: String,
    _ position: Int,
    _ type: ColumnType,
    format: String? = nil,
    distinct: Int,
    range: (String, String)? = nil,
    histogram: [Int] = [],
    examples: [String] = [],
    frequent: [(String, Int)] = [],
    invalid: Int = 0,
    personal: Bool = false
  ) -> ColumnReport {
    var report = ColumnReport(
      name: name,
      position: position,
      type: type,
      format: format.map { ColumnFormat(rawValue: $0) }
    )
    report.valid = 1_284 - invalid - position * 7
    report.invalid = invalid
    report.missing = position * 7
    report.distinct = distinct
    report.min = range?.0
    report.max = range?.1
    report.histogram = histogram
    report.examples = examples
    report.frequent = frequent.map { FrequentValue(value: $0.0, count: $0.1) }
    if type == .number {
      report.mean = 6_240.337
      report.deviation = 11_873.2
    }
    if personal { report.personal = PersonalSign(kind: "email", confidence: 0.98, share: 0.97) }
    return report
  }

  static func table(_ query: String = "") -> TableModel {
    let names = columnReports.map(\.name)
    let state = TableState(Query(encoded: query), columns: Set(names))
    let rows = (1...20).map(row)
    let shown = state.columns.isEmpty ? names : state.columns
    let indices = shown.compactMap { names.firstIndex(of: $0) }
    return TableModel(
      state: state,
      columns: shown,
      rows: rows.map { row in indices.map { row[$0] } },
      rowNumbers: Array(2...21),
      total: state.isFiltered ? 312 : 1_284,
      next: "21"
    )
  }

  private static func row(_ row: Int) -> [CellValue] {
    let name =
      row == 3
      ? "<script>alert('x')</script>" : ["Club de judo", "Harmonie municipale", "Ciné-club"][row % 3]
    let purpose =
      row == 5 ? String(repeating: "Très long objet ", count: 25) : "Fonctionnement \(2_020 + row % 6)"
    let amount: CellValue = row == 7 ? .null : .number(Double(row) * 1_234.5 - 1_300)
    let mail: CellValue = row % 4 == 0 ? .null : .text("contact\(row)@club.example")
    var cells: [CellValue] = [.text("Val d’Arpent"), .date(Int32(19_000 + row * 37)), .text(name)]
    cells += [
      .text("8029547850002\(row % 10)"), .text(purpose), .text(["Sport", "Culture", "Social"][row % 3]),
    ]
    cells += [amount, .boolean(row % 2 == 0), .text("https://judo.example/\(row)"), mail]
    return cells
  }

  static let findings = [
    Finding(
      code: "cell.format",
      severity: .error,
      row: 214,
      column: "idBeneficiaire",
      cell: "802 954 785",
      message: Bilingual(
        fr: "Ce SIRET n’a que 9 chiffres : il en faut 14. Complétez-le.",
        en: "This SIRET has 9 digits: it needs 14. Complete it."
      ),
      count: 3
    ),
    Finding(
      code: "column.notation",
      severity: .information,
      column: "dateConvention",
      message: Bilingual(
        fr: "Les dates sont écrites jj/mm/aaaa ; elles ont été lues ainsi.",
        en: "Dates are written dd/mm/yyyy; they were read so."
      ),
      count: 1
    ),
  ]

  private static let months = (1...24).map { "2024-\($0)" }
  private static let amounts: [Double?] = (1...24).map(amount)

  private static func amount(_ month: Int) -> Double? {
    let step = (month * 37) % 101
    return month == 9 ? nil : Double(step * 1_000 + 20_000)
  }

  static func chart(_ kind: Chart.Kind = .bars) -> ChartModel {
    let choice = ChartChoice(
      dimension: kind == .bars ? "domaine" : "dateConvention",
      measure: "montant",
      calculation: .sum
    )
    let labels =
      kind == .bars ? ["Sport", "Culture", "Social", "Environnement", "Éducation", "Autre"] : months
    let values: [Double?] =
      kind == .bars ? [2_840_120, 2_101_000.5, 1_200_300, 640_000, 320_100, 48_000] : amounts
    return ChartModel(
      choice: choice,
      dimensions: ["domaine", "dateConvention", "versement"],
      measures: ["montant"],
      chart: Chart(
        id: "graphe",
        title: ChartSection.title(choice, context(.dataset("subventions"))),
        kind: kind,
        axis: choice.dimension,
        labels: labels,
        series: [Chart.Series(name: "montant", values: values)],
        unit: "€"
      )
    )
  }

  private static func place(_ index: Int) -> SurveyPlan.Point {
    let (north, east) = (Double((index * 7_919) % 997), Double((index * 6_007) % 991))
    return SurveyPlan.Point(latitude: 45.71 + north / 9_970, longitude: 3.02 + east / 6_600)
  }

  private static let outline = [
    (45.72, 3.03), (45.79, 3.04), (45.78, 3.12), (45.72, 3.1), (45.72, 3.03),
  ].map { SurveyPlan.Point(latitude: $0.0, longitude: $0.1) }

  static let map = MapModel(
    places: (0..<140).map { [place($0)] } + [outline],
    located: 1_250,
    shown: 1_000
  )

  static func datasetModel(query: String = "", chart kind: Chart.Kind = .bars) -> DatasetModel {
    DatasetModel(
      dataset: dataset,
      organization: organization,
      version: version3,
      versions: [version3, version2, version1],
      columns: columnReports,
      findings: findings,
      findingCount: 15,
      table: table(query),
      chart: chart(kind),
      map: map
    )
  }
}
