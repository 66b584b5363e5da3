import Acts
import Catalogue
import HTTPTypes
import Hummingbird
import Messages
import Web

extension Call {
  /// The catalogue: search, facets, a page of datasets.
  func datasets() async throws -> Response {
    let index = try index()
    return try await answerFromRegister {
      let query = try DatasetQuery(arguments)
      let results = index.search(query, now: today)
      return [
        "total": .integer(results.total), "limit": .integer(query.limit), "offset": .integer(query.offset),
        "relaxed": .boolean(results.relaxed),
        "corrections": .array(
          results.corrections.map { ["typed": .string($0.typed), "understood": .string($0.understood)] }
        ),
        "data": .array(results.hits.map(card)),
        "facets": .members(results.facets.map { ($0.key.rawValue, facet($0)) }),
        "links": catalogueLinks(query, total: results.total),
      ]
    }
  }

  /// One dataset, with all there is to know of it.
  func dataset() async throws -> Response {
    let dataset = try describedDataset()
    var response = try await answerFromRegister { description(of: dataset) }
    if caller.token != nil { response.headers[.eTag] = try RecordTag(of: dataset).header }
    return response
  }

  private func index() throws -> DatasetIndex {
    guard arguments.text("scope") == "all" else { return state.index }
    guard caller.token != nil else { throw CallerFailure.missing }
    return state.index(of: mayRead)
  }

  /// The versions of a dataset, the newest first.
  func versions() async throws -> Response {
    let dataset = try describedDataset()
    return try await answerFromRegister {
      let versions = state.versions(of: dataset.id)
      let pairs = zip(versions, [nil] + versions.dropLast().map(Optional.some))
      return [
        "dataset": .string(dataset.id), "current": JSONValue(state.currentVersion(of: dataset)?.number),
        "total": .integer(versions.count),
        "data": .array(pairs.reversed().map { version($0, of: dataset, after: $1) }),
        "links": ["self": here(), "dataset": link(.dataset(dataset.id))],
      ]
    }
  }

  /// One version, with its columns and what changed since the one before.
  func version() async throws -> Response {
    let (dataset, version) = try describedVersion()
    return try await answerFromRegister {
      let earlier = state.versions(of: dataset.id).last { $0.number < version.number }
      return self.version(version, of: dataset, after: earlier)
        .adding([("columns", .array(version.columns.map(JSONValue.init)))])
    }
  }

  private func facet(_ facet: Facet) -> JSONValue {
    .array(
      facet.values.map { value in
        [
          "value": .string(value.value), "label": JSONValue(value.label), "count": .integer(value.count),
          "selected": .boolean(value.selected),
        ]
      }
    )
  }

  private func catalogueLinks(_ query: DatasetQuery, total: Int) -> JSONValue {
    let next = query.offset + query.limit
    let previous = max(0, query.offset - query.limit)
    func page(at offset: Int) -> JSONValue {
      here(setting: [("page", nil), ("offset", offset == 0 ? nil : "\(offset)")])
    }
    return [
      "self": here(),
      "next": next < total ? page(at: next) : .null,
      "prev": query.offset > 0 ? page(at: previous) : .null,
    ]
  }
}
