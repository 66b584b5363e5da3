import Catalogue
import CivilTime
import Tabular

/// Datasets to search, sort and count.
enum Fixture {
  static let today = CivilDate(daysSinceEpoch: 20_514)  // 2026-03-02

  static func dataset(
    _ id: String,
    _ title: String,
    theme: String = "finances",
    organization: String = "epci",
    licence: String = "lov2",
    frequency: Frequency = .annual,
    access: AccessLevel = .open,
    territories: [String] = [],
    keywords: [String] = [],
    description: String = "",
    updated: String = "2026-01-01"
  ) -> Dataset {
    Dataset(
      id: id,
      title: title,
      description: description,
      organization: organization,
      theme: theme,
      keywords: keywords,
      licence: licence,
      frequency: frequency,
      territories: territories,
      access: access,
      status: .published,
      createdAt: "2024-01-01T00:00:00.000Z",
      updatedAt: "\(updated)T08:00:00.000Z"
    )
  }

  static func version(
    _ dataset: String,
    number: Int = 1,
    rows: Int = 10,
    container: String = "csv",
    columns: [DatasetVersion.Column] = [],
    table: String? = "t"
  ) -> DatasetVersion {
    DatasetVersion(
      dataset: dataset,
      number: number,
      publishedAt: "2026-01-01T08:00:00.000Z",
      original: DatasetVersion.StoredFile(
        name: "\(dataset).\(container)",
        digest: "d",
        bytes: 1_000,
        mediaType: "text/csv",
        container: container,
        encoding: "utf-8"
      ),
      table: table,
      rows: rows,
      columns: columns,
      errors: 0,
      warnings: 0
    )
  }

  static func column(
    _ name: String,
    _ type: ColumnType = .text,
    description: String? = nil,
    valid: Int = 10,
    invalid: Int = 0
  ) -> DatasetVersion.Column {
    DatasetVersion.Column(name: name, type: type, description: description, valid: valid, invalid: invalid)
  }

  static func card(
    _ dataset: Dataset,
    rows: Int = 10,
    container: String = "csv",
    columns: [String] = []
  ) -> DatasetCard {
    DatasetCard(
      dataset: dataset,
      version: version(dataset.id, rows: rows, container: container, columns: columns.map { column($0) }),
      organization: Organization(
        id: dataset.organization,
        name: "Nom de \(dataset.organization)",
        nature: .epci
      )
    )
  }
}

/// Pseudo-random numbers from a seed (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }
}
