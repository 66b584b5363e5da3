internal import Catalogue
internal import CivilTime

/// What every dataset of the demo is drawn from.
struct DemoContext: Sendable {
  let seed: UInt64
  let today: CivilDate
  let communes: [Commune]

  init(seed: UInt64, today: CivilDate) {
    self.seed = seed
    self.today = today
    communes = Commune.all(seed: seed)
  }

  /// The year of today.
  var year: Int { today.components.year }

  /// The first day of a year.
  func start(of year: Int) -> CivilDate { CivilDate(year: year, month: 1, day: 1) ?? today }

  /// Draws of its own for a part of the demo.
  func random(_ part: String) -> SplitMix64 { SplitMix64(seed: seed, part) }

  /// A file published some days ago.
  func version(
    daysAgo: Int,
    _ fileName: String,
    _ write: @escaping @Sendable (CivilDate) -> [UInt8]
  ) -> DemoVersion {
    let day = today.adding(days: -daysAgo)
    return DemoVersion(publishedAt: "\(day.iso)T07:30:00.000Z", fileName: fileName) { write(day) }
  }

  /// A dataset of the whole territory, under the open licence, unless said otherwise.
  func dataset(
    _ id: String,
    _ title: String,
    _ description: String,
    organization: String,
    theme: String,
    keywords: [String],
    frequency: Frequency,
    schema: String? = nil,
    licence: String = "lov2",
    territories: [String]? = nil,
    period: Period? = nil,
    access: AccessLevel = .open,
    highValue: HighValueCategory? = nil,
    published: Bool = true,
    columns: [(String, String)],
    serviceColumns: [String] = [],
    versions: [DemoVersion]
  ) -> DemoDataset {
    var dataset = Dataset(
      id: id,
      title: title,
      description: description,
      organization: organization,
      contact: DemoContext.contacts[organization].map { Contact(name: $0.0, email: $0.1) },
      theme: theme,
      keywords: keywords,
      licence: licence,
      frequency: frequency,
      schema: schema,
      territories: territories ?? communes.map(\.name),
      period: period,
      access: access,
      status: .draft,
      createdAt: versions.first?.publishedAt ?? "\(today.iso)T07:30:00.000Z",
      updatedAt: versions.last?.publishedAt ?? "\(today.iso)T07:30:00.000Z"
    )
    dataset.highValue = highValue
    return DemoDataset(
      dataset: dataset,
      isPublished: published,
      columnDescriptions: Dictionary(columns, uniquingKeysWith: { first, _ in first }),
      serviceColumns: serviceColumns,
      versions: versions
    )
  }

  private static let contacts: [String: (String, String)] = [
    DemoOrganizations.finances: ("Service du budget", "budget@val-d-arpent.example"),
    DemoOrganizations.mobility: ("Service des déplacements", "mobilites@val-d-arpent.example"),
    DemoOrganizations.environment: ("Service de l’environnement", "environnement@val-d-arpent.example"),
    DemoOrganizations.families: ("Guichet des familles", "familles@val-d-arpent.example"),
    DemoOrganizations.culture: ("Réseau de lecture publique", "culture@val-d-arpent.example"),
    DemoOrganizations.works: ("Service du patrimoine bâti", "patrimoine@val-d-arpent.example"),
    DemoOrganizations.planning: ("Service des cartes et des adresses", "sig@val-d-arpent.example"),
    DemoOrganizations.territory: ("Secrétariat de l’assemblée", "assemblee@val-d-arpent.example"),
    DemoOrganizations.water: ("Relation avec les collectivités", "donnees@eaux-de-la-vive.example"),
    DemoOrganizations.air: ("Pôle de mesure", "mesures@air-val.example"),
    DemoOrganizations.associations: ("Accueil", "bonjour@maison-associations.example"),
  ]
}

extension CivilDate {
  /// The day as French people type it: `02/03/2026`.
  var french: String {
    let (year, month, day) = components
    return "\(Decimals.padded(day, 2))/\(Decimals.padded(month, 2))/\(year)"
  }

  /// The first day of the month some months later.
  func month(_ offset: Int) -> CivilDate {
    let (year, month, _) = components
    let total = year * 12 + month - 1 + offset
    return CivilDate(year: total / 12, month: total % 12 + 1, day: 1) ?? self
  }
}
