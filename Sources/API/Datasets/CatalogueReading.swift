import Catalogue
import Messages

/// Reads from a request what it looks for in the catalogue.
extension DatasetQuery {
  init(_ arguments: Arguments) throws {
    let limit = arguments.integer("limit") ?? Limits.standardRows
    var offset = arguments.integer("offset") ?? 0
    if let page = arguments.integer("page") {
      guard arguments.integer("offset") == nil else { throw RequestFailure.pageAndOffset }
      offset = (page - 1) * limit
    }
    self.init(
      text: arguments.text("q") ?? "",
      sort: arguments.text("sort").flatMap(DatasetSort.init(rawValue:)) ?? .relevance,
      offset: offset,
      limit: limit
    )
    for key in FacetKey.allCases { self[key] = Set(arguments.list(key.rawValue).map(\.text)) }
  }
}

extension RequestFailure {
  static let pageAndOffset = Failure(
    "api.paging.both",
    .invalid,
    fr: "« page » et « offset » sont donnés ensemble.",
    en: "“page” and “offset” are given together.",
    remedy: Bilingual(fr: "Gardez l’un des deux.", en: "Keep one of them."),
    pointer: "page"
  )
}
