import Catalogue
import Web

extension Call {
  /// A dataset in a list.
  func card(_ card: DatasetCard) -> JSONValue {
    let freshness = card.freshness(on: today)
    return [
      "id": .string(card.id), "title": .string(card.title), "summary": .string(card.summary),
      "organization": ["id": .string(card.organization), "name": .string(card.organizationName)],
      "theme": .string(card.theme), "keywords": JSONValue(card.keywords),
      "licence": .string(card.licence), "frequency": .string(card.frequency.rawValue),
      "freshness": .string(freshness.state.rawValue), "territories": JSONValue(card.territories),
      "period": JSONValue(card.period), "access": .string(card.access.rawValue),
      "formats": JSONValue(card.formats), "rows": JSONValue(card.rows),
      "columns": JSONValue(card.columnNames), "bytes": JSONValue(card.bytes),
      "geographic": .boolean(card.isGeographic),
      "version": card.versionNumber == 0 ? .null : .integer(card.versionNumber),
      "quality": .integer(card.quality),
      "created_at": .string(card.createdAt), "updated_at": .string(card.updatedAt),
      "links": ["self": link(.dataset(card.id)), "page": link(toPage: .dataset(card.id))],
    ]
  }
}

extension JSONValue {
  /// A span of time, or `null`.
  init(_ period: Period?) {
    self = period.map { ["start": .string($0.start), "end": JSONValue($0.end)] } ?? .null
  }
}
