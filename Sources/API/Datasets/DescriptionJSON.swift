import Acts
import Catalogue
internal import CivilTime
import Messages
import Tabular
import Web

extension Call {
  /// All there is to know of a dataset.
  func description(of dataset: Dataset) -> JSONValue {
    let version = state.currentVersion(of: dataset)
    let organization = state.organization(dataset.organization)
    let address = origin + Route.dataset(dataset.id).path(.french)
    let citation = Citation.text(
      dataset: dataset,
      organizationName: organization?.name ?? dataset.organization,
      version: version?.number,
      address: address
    )
    let description: [(String, JSONValue)] = [
      ("id", .string(dataset.id)), ("title", .string(dataset.title)),
      ("description", .string(dataset.description)),
      (
        "organization",
        ["id": .string(dataset.organization), "name": .string(organization?.name ?? dataset.organization)]
      ),
      (
        "contact",
        dataset.contact.map { ["name": .string($0.name), "email": JSONValue($0.email)] } ?? .null
      ),
      ("theme", .labelled(dataset.theme, Theme.with(id: dataset.theme)?.label)),
      ("keywords", JSONValue(dataset.keywords)),
      ("licence", .licence(dataset.licence)),
      ("frequency", .labelled(dataset.frequency.rawValue, dataset.frequency.label)),
      ("territories", JSONValue(dataset.territories)), ("period", JSONValue(dataset.period)),
      ("access", .labelled(dataset.access.rawValue, dataset.access.label)),
      ("highValue", dataset.highValue.map { .labelled($0.rawValue, $0.label) } ?? .null),
      ("created_at", .string(dataset.createdAt)), ("updated_at", .string(dataset.updatedAt)),
      (
        "freshness",
        JSONValue(Freshness(frequency: dataset.frequency, updatedAt: dataset.updatedAt, today: today))
      ),
      ("quality", quality(of: dataset, version: version)),
      ("citation", JSONValue(citation)),
      ("version", version.map { self.version($0, of: dataset, after: nil, hasDifference: false) } ?? .null),
      ("columns", .array((version?.columns ?? []).map(JSONValue.init))),
      ("links", links(of: dataset, version: version)),
    ]
    return .members(description)
  }

  private func quality(of dataset: Dataset, version: DatasetVersion?) -> JSONValue {
    let score = QualityScore(dataset: dataset, version: version, today: today)
    // Computed at the start of the day, so that an answer depends on nothing finer than its tag does.
    let national = DataGouvScore(
      dataset: dataset,
      version: version,
      at: Double(today.daysSinceEpoch * 86_400)
    )
    let criteria = score.criteria.map { criterion -> JSONValue in
      [
        "id": .string(criterion.id.rawValue), "label": JSONValue(criterion.id.label),
        "points": .integer(criterion.points), "points_max": .integer(criterion.pointsMax),
        "reason": JSONValue(criterion.reason), "remedy": JSONValue(criterion.remedy),
      ]
    }
    let nationalCriteria = DataGouvScore.Name.allCases.compactMap { name in
      national.criteria[name].map { (name.rawValue, JSONValue.boolean($0)) }
    }
    return [
      "percent": .integer(score.percent), "criteria": .array(criteria),
      "data_gouv": ["score": .number(national.score), "criteria": .members(nationalCriteria)],
    ]
  }

  private func links(of dataset: Dataset, version: DatasetVersion?) -> JSONValue {
    let slug = dataset.id
    let hasData = mayReadData(of: dataset) && version != nil
    let hasTable = hasData && version?.table != nil
    func whenTable(_ endpoint: Endpoint) -> JSONValue { hasTable ? link(endpoint) : .null }
    let exports = ["csv", "json", "jsonl", "parquet"].map { ($0, whenTable(.export(slug, $0))) }
    return [
      "self": link(.dataset(slug)), "page": link(toPage: .dataset(slug)), "versions": link(.versions(slug)),
      "columns": whenTable(.columns(slug)), "rows": whenTable(.rows(slug)),
      "aggregate": whenTable(.aggregate(slug)), "sql": whenTable(.sql(slug)),
      "geojson": hasTable && version?.isGeographic == true ? link(under: slug, "geojson") : .null,
      "original": hasData && version?.isOriginalPublic == true ? link(under: slug, "original") : .null,
      "exports": .members(exports),
    ]
  }
}

extension JSONValue {
  /// A value of a vocabulary with what the interface calls it.
  static func labelled(_ id: String, _ label: Bilingual?) -> JSONValue {
    ["id": .string(id), "label": JSONValue(label ?? Bilingual(fr: id, en: id))]
  }

  /// A licence.
  static func licence(_ id: String) -> JSONValue {
    let licence = Licence.with(id: id)
    return labelled(id, licence?.label)
      .adding([
        ("url", JSONValue(licence?.url)), ("spdx", JSONValue(licence?.spdx)),
        ("terms", JSONValue(licence?.terms)),
      ])
  }

  /// How up to date a dataset is.
  init(_ freshness: Freshness) {
    self = [
      "state": .string(freshness.state.rawValue), "label": JSONValue(freshness.state.label),
      "updated": JSONValue(freshness.updated?.iso), "due": JSONValue(freshness.due?.iso),
      "days_late": .integer(freshness.daysLate), "sentence": JSONValue(freshness.sentence),
    ]
  }

  /// A column of the dictionary.
  init(_ column: DatasetVersion.Column) {
    self = [
      "name": .string(column.name), "type": .string(column.type.rawValue),
      "format": JSONValue(column.format?.rawValue), "description": JSONValue(column.description),
      "valid": .integer(column.valid), "invalid": .integer(column.invalid),
      "missing": .integer(column.missing),
    ]
  }
}
