import Catalogue
import Governance
import Hummingbird
import Lake
import Messages
import Tabular

extension Call {
  /// The rows that are somewhere, as GeoJSON features.
  func geoJSON() async throws -> Response {
    let open = try await openTable(.map)
    return try await answer(dependingOn: open.identity, mediaType: MediaType.geoJSON) {
      let geography = try GeographicColumns(open.table.manifest.columns) { name in
        try reports(of: open.version).first { $0.name == name }?.notation
      }
      guard let geography else {
        throw FeatureFailure.notGeographic(open.dataset.id)
      }
      let box = arguments.box("bbox").map {
        GeographicBox(west: $0[0], south: $0[1], east: $0[2], north: $0[3])
      }
      var selection = try RowSelection(arguments, columns: open.names)
      let shown =
        selection.columns ?? open.table.manifest.columns.map(\.name).filter { !geography.names.contains($0) }
      selection.columns = geography.names + shown.filter { !geography.names.contains($0) }
      selection.filters += geography.filters(within: box)
      var features = FeatureWriter(geography, shown: shown, box: box, limit: arguments.integer("limit") ?? 0)
      try await features.write(open.table, selection)
      return features.finish(open, selfLink: here())
    }
  }
}

/// Writes rows as the features of one GeoJSON document (RFC 7946 § 3.3).
struct FeatureWriter {
  /// How many rows are looked at, where the engine cannot tell which lie in the rectangle.
  static let mostRows = 100_000

  private let geography: GeographicColumns
  private let shown: [String]
  private let box: GeographicBox?
  private let limit: Int
  private var json = JSONBytes(capacity: 1 << 16)
  private var count = 0
  private var isTruncated = false

  init(_ geography: GeographicColumns, shown: [String], box: GeographicBox?, limit: Int) {
    self.geography = geography
    self.shown = shown
    self.box = box
    self.limit = limit
    json.raw("{\"type\":\"FeatureCollection\",\"features\":[")
  }

  /// Adds the rows of a selection whose first columns are the geographic ones.
  mutating func write(_ table: Table, _ selection: RowSelection) async throws {
    var after: PageCursor?
    var seen = 0
    repeat {
      let page = try await table.rows(selection, after: after, limit: 1_000)
      let writer = PropertiesWriter(page.rows.columns, shown: shown)
      for (index, values) in page.rows.values.enumerated() {
        guard let place = geography.place(values), box.map({ place.box.intersects($0) }) ?? true else {
          continue
        }
        guard count < limit else {
          isTruncated = true
          return
        }
        add(place, number: page.rows.rowNumbers[index])
        writer.write(values, to: &json)
        json.raw("}")
      }
      seen += page.rows.values.count
      after = page.next
    } while after != nil && seen < FeatureWriter.mostRows
    isTruncated = after != nil
  }

  /// The whole document.
  mutating func finish(_ open: OpenTable, selfLink: JSONValue) -> [UInt8] {
    json.raw("]")
    json.member("dataset", .string(open.dataset.id))
    json.member("version", .integer(open.version.number))
    json.member("truncated", .boolean(isTruncated))
    json.member("links", ["self": selfLink])
    json.raw("}")
    return json.bytes
  }

  private mutating func add(_ place: Place, number: Int) {
    if count > 0 { json.raw(",") }
    count += 1
    json.raw("{\"type\":\"Feature\",\"id\":")
    json.integer(number)
    json.raw(",\"geometry\":")
    json.raw(place.geometry)
    json.raw(",\"properties\":")
  }
}

/// Writes some cells of a row as an object.
private struct PropertiesWriter {
  private let cells: [(position: Int, key: [UInt8])]

  init(_ columns: [TableColumn], shown: [String]) {
    let positions = Dictionary(
      columns.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    cells = shown.compactMap { name in positions[name].map { ($0, RowsJSON.key(name)) } }
  }

  func write(_ values: [CellValue], to json: inout JSONBytes) {
    json.raw("{")
    for (index, cell) in cells.enumerated() {
      if index > 0 { json.raw(",") }
      json.raw(cell.key)
      json.cell(values[cell.position])
    }
    json.raw("}")
  }
}

enum FeatureFailure {
  static func notGeographic(_ slug: String) -> Failure {
    Failure(
      "api.map.no-coordinates",
      .missing,
      fr: "Cette table n’a ni coordonnées ni géométrie.",
      en: "This table has neither coordinates nor a geometry.",
      remedy: Bilingual(
        fr: "Lisez ses lignes : /api/v1/datasets/\(slug)/rows.",
        en: "Read its rows: /api/v1/datasets/\(slug)/rows."
      ),
      pointer: "slug"
    )
  }
}
