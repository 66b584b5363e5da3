import Catalogue
import Governance
import Lake
import Messages
import Register
import Tabular

/// What is searched, in each spelling it may have.
struct PersonWords: Sendable {
  let identifier: String
  let spellings: [String]

  init(_ text: String) throws {
    identifier = text.trimmingBlanks
    guard identifier.count >= 3 else { throw PersonSearchFailure.short }
    try Required.length(identifier, max: 200, "identifier", fr: "L’identifiant", en: "The identifier")
    let compact = String(identifier.filter { !" .-\u{A0}\u{202F}/".contains($0) })
    let isNumber = compact.count >= 6 && compact.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "+") }
    spellings = isNumber && compact != identifier ? [identifier, compact] : [identifier]
  }
}

/// The tables that activities cover, with the columns they name.
struct PersonScope: Sendable {
  let activities: Int
  let places: [PersonPlace]

  init(of organization: String, in state: TerritoryState) {
    let snapshot = state.snapshot
    func isWithin(_ other: String) -> Bool { snapshot.isOrganization(other, within: organization) }
    let covers = snapshot.activityCovers.filter { isWithin($0.organization) }
    activities = Set(covers.map(\.activity)).count
    var columns: [String: Set<String>?] = [:]
    for cover in covers {
      for slug in cover.datasets {
        let named = Set(cover.columns.filter { $0.dataset == slug }.compactMap(\.column))
        // An activity that names no column of a dataset covers it whole.
        guard !named.isEmpty, let known = columns[slug] ?? Set() else {
          columns[slug] = .some(nil)
          continue
        }
        columns[slug] = known.union(named)
      }
    }
    places = columns.keys.sorted().compactMap { slug in
      guard let dataset = snapshot.record(Dataset.self, slug), isWithin(dataset.organization),
        let version = state.currentVersion(of: dataset), let table = version.table
      else { return nil }
      let named = columns[slug] ?? nil
      return PersonPlace(
        dataset: slug,
        version: version.id,
        table: table,
        columns: version.columns.map(\.name).filter { named?.contains($0) ?? true }
      )
    }
  }
}

/// A table in which a person is searched.
struct PersonPlace: Sendable {
  let dataset: String
  let version: String
  let table: String
  let columns: [String]

  /// The rows of each column that hold one of the spellings.
  func find(_ words: PersonWords, in lake: Lake) async throws -> [PersonFinding] {
    let table = try lake.table(table)
    var findings: [PersonFinding] = []
    for column in table.manifest.columns where columns.contains(column.name) {
      var numbers: Set<Int> = []
      var total = 0
      for spelling in words.spellings {
        let filter = Filter(
          column: column.name,
          op: column.type.isSearchedAsText ? .contains : .exact,
          value: spelling
        )
        let selection = RowSelection(filters: [filter], columns: [])
        do {
          let page = try await table.rows(selection, limit: PersonFinding.numbersMax)
          numbers.formUnion(page.rows.rowNumbers)
          total = max(total, page.total)
        } catch let failure as Failure where failure.kind == .invalid {
          // No such value can be in a column of this type.
          continue
        }
      }
      guard !numbers.isEmpty else { continue }
      findings.append(
        PersonFinding(
          dataset: dataset,
          version: version,
          column: column.name,
          rows: max(total, numbers.count),
          numbers: numbers.sorted().prefix(PersonFinding.numbersMax).map(\.self)
        )
      )
    }
    return findings
  }

  /// The first rows found, to be looked at.
  func rows(_ findings: [PersonFinding], in lake: Lake) async throws -> Rows {
    let table = try lake.table(table)
    let wanted = Set(findings.flatMap(\.numbers)).sorted().prefix(50)
    var rows = Rows(columns: table.manifest.columns, values: [])
    var position = 0
    var left = Set(wanted)
    while !left.isEmpty, position < table.manifest.rows {
      let page = try table.page(at: position, limit: Table.pageLimit)
      guard !page.rowNumbers.isEmpty else { break }
      for (number, values) in zip(page.rowNumbers, page.values) where left.remove(number) != nil {
        rows.rowNumbers.append(number)
        rows.values.append(values)
      }
      position += page.rowNumbers.count
    }
    return rows
  }
}

extension ColumnType {
  /// Whether a part of the value may be searched.
  fileprivate var isSearchedAsText: Bool {
    switch self {
    case .integer, .number, .boolean, .date, .datetime, .time, .year, .duration: false
    default: true
    }
  }
}
