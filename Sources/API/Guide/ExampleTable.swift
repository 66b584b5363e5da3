import Acts
import Catalogue
import CivilTime
import Governance
import Tabular

/// A published table that the guide's examples are made on, so that each of them runs as it is shown.
struct ExampleTable: Sendable, Equatable {
  /// The dataset's slug.
  let slug: String
  /// The slug of the organisation that publishes it.
  let organization: String
  /// A column with few different texts, if there is one.
  let category: String?
  /// A column of numbers, if there is one.
  let number: String?

  /// The number of its current version.
  let version: Int
  /// A register that shows records to the public, and one of them, if there is one.
  private(set) var entry: Entry?

  /// A record of a register that anyone reads.
  struct Entry: Equatable {
    /// The register's slug.
    let register: String
    /// The record's id.
    let record: String
  }

  /// Chooses the open table updated last among those with columns to show something with.
  static func choose(from state: TerritoryState, on day: CivilDate) -> ExampleTable? {
    let query = DatasetQuery(access: ["open"], sort: .updated, limit: 50)
    let tables = state.index.search(query, now: day).hits.compactMap { card -> ExampleTable? in
      guard let dataset = state.dataset(card.id), dataset.hasPublicData,
        let version = state.currentVersion(of: dataset), version.table != nil, version.rows > 0
      else { return nil }
      return ExampleTable(dataset, version)
    }
    var chosen = tables.first { $0.category != nil && $0.number != nil } ?? tables.first
    for register in Registers.all {
      guard let entry = register.publicEntries(in: state.snapshot).first else { continue }
      chosen?.entry = Entry(register: register.slug, record: entry.line.id)
      break
    }
    return chosen
  }

  private init(_ dataset: Dataset, _ version: DatasetVersion) {
    slug = dataset.id
    organization = dataset.organization
    self.version = version.number
    let filled = version.columns.filter { $0.valid > version.rows / 2 }
    category =
      filled.first { column in
        column.type == .text
          && ["commune", "type", "nature", "categorie", "famille"].contains { word in
            column.name.lowercased().contains(word)
          }
      }?.name ?? filled.first { $0.type == .text && $0.format == nil }?.name
    number =
      filled.first { $0.type == .number }?.name
      ?? filled.first { $0.type == .integer && $0.format == nil }?.name
  }

  /// Rows filtered and sorted.
  var rowsExample: [QueryItems.Item] {
    var items: [QueryItems.Item] = []
    if let category { items.append(.init(name: category + "__isnotnull", value: "")) }
    if let number { items.append(.init(name: "sort", value: ListElement.written(number, isReversed: true))) }
    return items + [.init(name: "limit", value: "5")]
  }

  /// Groups with their count and sum.
  var groupsExample: [QueryItems.Item] {
    var items: [QueryItems.Item] = []
    if let category { items.append(.init(name: "group_by", value: ListElement.written(category))) }
    items.append(.init(name: "count", value: ""))
    if let number, number != category { items.append(.init(name: "sum", value: ListElement.written(number))) }
    return items + [.init(name: "sort", value: "-count"), .init(name: "limit", value: "10")]
  }

  /// The same by hand.
  var queryExample: [QueryItems.Item] {
    let count = "count(*) AS lignes"
    guard let category else { return [.init(name: "query", value: "SELECT \(count) FROM data")] }
    let name = "\"" + category.replacing("\"", with: "\"\"") + "\""
    return [
      .init(
        name: "query",
        value: "SELECT \(name), \(count) FROM data GROUP BY 1 ORDER BY lignes DESC LIMIT 10"
      )
    ]
  }
}

extension ListElement {
  /// A name as a list writes it, in quotes where it must be.
  static func written(_ name: String, isReversed: Bool = false) -> String {
    let isPlain = !name.hasPrefix("-") && !name.hasPrefix("\"") && !name.contains(",")
    return (isReversed ? "-" : "") + (isPlain ? name : "\"" + name.replacing("\"", with: "\"\"") + "\"")
  }
}
