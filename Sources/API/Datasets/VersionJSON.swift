import Catalogue
import Tabular
import Web

extension Call {
  /// A version, and what changed since the one before unless `hasDifference` is false.
  func version(
    _ version: DatasetVersion,
    of dataset: Dataset,
    after earlier: DatasetVersion?,
    hasDifference: Bool = true
  ) -> JSONValue {
    let isOpen = mayReadData(of: dataset)
    let hasOriginal = isOpen && version.isOriginalPublic
    let query = "?version=\(version.number)"
    let file = version.original
    let members: [(String, JSONValue)] = [
      ("number", .integer(version.number)), ("published_at", .string(version.publishedAt)),
      ("rows", version.table == nil ? .null : .integer(version.rows)),
      ("errors", .integer(version.errors)), ("warnings", .integer(version.warnings)),
      (
        "original",
        [
          "name": .string(file.name), "bytes": .integer(file.bytes), "media_type": .string(file.mediaType),
          "container": .string(file.container), "encoding": .string(file.encoding),
          // The digest of a short file gives away what is in it to whoever tries every content.
          "sha256": hasOriginal ? .string(file.digest) : .null,
        ]
      ),
      ("table", isOpen ? JSONValue(version.table) : .null),
      (
        "links",
        [
          "self": link(under: dataset.id, "versions/\(version.number)"),
          "rows": isOpen && version.table != nil ? link(under: dataset.id, "rows" + query) : .null,
          "original": hasOriginal ? link(under: dataset.id, "original" + query) : .null,
        ]
      ),
    ]
    guard hasDifference else { return .members(members) }
    let difference = earlier.map { JSONValue(VersionDifference(from: $0, to: version), since: $0.number) }
    return .members(members + [("difference", difference ?? .null)])
  }
}

extension JSONValue {
  /// What changed between two versions.
  init(_ difference: VersionDifference, since number: Int) {
    self = [
      "since": .integer(number), "compatible": .boolean(difference.isCompatible),
      "rows": .integer(difference.rowsDelta), "bytes": .integer(difference.bytesDelta),
      "invalid_cells": .integer(difference.invalidCellsDelta),
      "added": JSONValue(difference.added), "removed": JSONValue(difference.removed),
      "renamed": .array(difference.renamed.map { ["from": .string($0.from), "to": .string($0.to)] }),
      "retyped": .array(
        difference.retyped.map { change in
          [
            "name": .string(change.name), "from": .string(change.from.rawValue),
            "to": .string(change.to.rawValue), "format_from": JSONValue(change.formatBefore?.rawValue),
            "format_to": JSONValue(change.formatAfter?.rawValue),
          ]
        }
      ),
      "reordered": .boolean(difference.reordered),
    ]
  }
}
