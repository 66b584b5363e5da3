import Acts
import Catalogue
import Governance
import Hummingbird
import Lake
import Messages
import Register
import Tabular
import Web

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Call {
  /// The columns of a version with their statistics, computed over every row when it was published.
  func columns() async throws -> Response {
    let (dataset, version) = try await openVersion(.aggregate)
    return try await answer(dependingOn: [version.id, version.inspection ?? ""], mediaType: MediaType.json) {
      let reports = try reports(of: version)
      let columns = version.columns.enumerated().map { index, column -> JSONValue in
        let report = index < reports.count && reports[index].name == column.name ? reports[index] : nil
        return JSONValue(column).adding(JSONValue.statistics(report, position: index + 1))
      }
      let answer: JSONValue = [
        "dataset": .string(dataset.id), "version": .integer(version.number), "rows": .integer(version.rows),
        "columns": .array(columns), "links": ["self": here(), "dataset": link(.dataset(dataset.id))],
      ]
      return answer.encoded
    }
  }

  /// What the inspection found in each column; nothing where the report was not kept.
  func reports(of version: DatasetVersion) throws -> [ColumnReport] {
    guard let digest = version.inspection else { return [] }
    let data = try Data(contentsOf: try service.platform.lake.blobURL(digest))
    return try JSONDecoder().decode(Inspection.self, from: data).columns
  }
}

extension JSONValue {
  /// The statistics of a column; `null` each where they are not known.
  static func statistics(_ report: ColumnReport?, position: Int) -> [(String, JSONValue)] {
    let personal = report?.personal.map { sign -> JSONValue in
      ["kind": .string(sign.kind), "confidence": .number(sign.confidence), "share": .number(sign.share)]
    }
    let frequent = (report?.frequent ?? []).map { value -> JSONValue in
      ["value": .string(value.value), "count": .integer(value.count)]
    }
    return [
      ("position", .integer(position)), ("notation", JSONValue(report?.notation)),
      ("distinct", JSONValue(report?.distinct)), ("min", JSONValue(report?.min)),
      ("max", JSONValue(report?.max)),
      ("mean", JSONValue(report?.mean)), ("deviation", JSONValue(report?.deviation)),
      ("longest", JSONValue(report?.longest)), ("frequent", .array(frequent)),
      ("histogram", .array((report?.histogram ?? []).map(JSONValue.integer))),
      ("examples", JSONValue(report?.examples ?? [])), ("personal", personal ?? .null),
    ]
  }
}
