import Catalogue
import Lake
import Markup
import Messages
import Register
import Web

/// What search engines and harvesters read of a page: schema.org terms, with those of DCAT-AP beside them.
enum LinkedData {
  /// The dataset of a page; nothing on a page of the past, which is not to be indexed.
  static func dataset(_ model: DatasetModel, _ context: PageContext) -> String? {
    guard context.asOf == nil else { return nil }
    let dataset = model.dataset
    let address = context.absolute(context.link(.dataset(dataset.id)))
    var members: [String: JSONValue] = [
      "@context": self.context, "@type": strings("Dataset", "dcat:Dataset"), "@id": .string(address),
      "url": .string(address), "identifier": .string(dataset.id), "name": .string(dataset.title),
      "description": .string(Markdown.plain(dataset.description, limit: descriptionMax)),
      "inLanguage": .string("fr"), "dateCreated": .string(dataset.createdAt),
      "dateModified": .string(dataset.updatedAt), "isAccessibleForFree": .boolean(true),
      "keywords": .array(dataset.keywords.map(JSONValue.string)), "publisher": publisher(model, context),
      "includedInDataCatalog": catalogReference(context),
      "dct:accrualPeriodicity": identified(authority + "frequency/" + dataset.frequency.authorityCode),
      "dct:accessRights": identified(authority + "access-right/" + dataset.access.authorityCode),
    ]
    members["dcat:theme"] = Theme.with(id: dataset.theme).map { identified($0.dataTheme.iri) }
    if let category = dataset.highValue {
      members["dcatap:hvdCategory"] = identified(category.iri)
      members["dcatap:applicableLegislation"] = identified(HighValueCategory.legislation)
    }
    members["license"] = Licence.with(id: dataset.licence)?.url.map(JSONValue.string)
    members["temporalCoverage"] = dataset.period.map { .string($0.start + "/" + ($0.end ?? "..")) }
    if !dataset.territories.isEmpty {
      members["spatialCoverage"] = .array(
        dataset.territories.map { .object(["@type": .string("Place"), "name": .string($0)]) }
      )
    }
    if let version = model.version { add(version, of: model, to: &members, context) }
    return JSONValue.object(members).json
  }

  /// The catalogue of the home page, with its latest datasets.
  static func catalog(_ model: HomeModel, _ context: PageContext) -> String {
    let datasets = model.latest.map { card -> JSONValue in
      let address = JSONValue.string(context.absolute(context.link(.dataset(card.id))))
      return .object([
        "@type": strings("Dataset", "dcat:Dataset"), "@id": address, "url": address,
        "name": .string(card.title), "description": .string(card.summary),
      ])
    }
    var members = catalogMembers(context)
    members["@context"] = self.context
    members["@type"] = strings("DataCatalog", "dcat:Catalog")
    members["description"] = .string(context.site.tagline)
    members["inLanguage"] = strings("fr", "en")
    members["dataset"] = .array(datasets)
    var publisher: [String: JSONValue] = [
      "@type": strings("Organization", "foaf:Agent"), "name": .string(context.site.name),
      "url": .string(context.absolute(context.link(.home))),
    ]
    publisher["email"] = context.site.contactEmail.map(JSONValue.string)
    members["publisher"] = .object(publisher)
    return JSONValue.object(members).json
  }

  private static func add(
    _ version: DatasetVersion,
    of model: DatasetModel,
    to members: inout [String: JSONValue],
    _ context: PageContext
  ) {
    members["version"] = .string("\(version.number)")
    guard model.dataset.access == .open else { return }
    members["variableMeasured"] = .array(
      version.columns.prefix(columnsMax).map { column in
        var property: [String: JSONValue] = [
          "@type": .string("PropertyValue"), "name": .string(column.name),
        ]
        property["description"] = column.description.map(JSONValue.string)
        return .object(property)
      }
    )
    let slug = model.dataset.id
    let original = version.original
    var files: [JSONValue] = []
    if version.isOriginalPublic {
      files.append(
        file(
          context.absolute(Route.original(slug, version.number).path(.french)),
          name: original.name,
          type: original.mediaType,
          bytes: original.bytes
        )
      )
    }
    if version.table != nil {
      files += [ExportFormat.csv, ExportFormat.json, ExportFormat.jsonl, ExportFormat.parquet].map { format in
        let address = context.absolute(Endpoint.export(slug, format.fileExtension).link())
        return file(address, name: "\(slug).\(format.fileExtension)", type: format.mediaType, bytes: nil)
      }
    }
    members["distribution"] = .array(files)
  }

  private static func file(_ address: String, name: String, type: String, bytes: Int?) -> JSONValue {
    let type = type.split(separator: ";").first.map(String.init) ?? type
    var members: [String: JSONValue] = [
      "@type": strings("DataDownload", "dcat:Distribution"), "name": .string(name),
      "contentUrl": .string(address), "dcat:downloadURL": identified(address),
      "encodingFormat": .string(type),
    ]
    members["contentSize"] = bytes.map { .string("\($0) B") }
    members["dcat:byteSize"] = bytes.map { .number("\($0)") }
    return .object(members)
  }

  private static func publisher(_ model: DatasetModel, _ context: PageContext) -> JSONValue {
    let slug = model.dataset.organization
    var members: [String: JSONValue] = [
      "@type": strings("Organization", "foaf:Agent"),
      "name": .string(model.organization?.name ?? slug),
      "url": .string(context.absolute(context.link(.organization(slug)))),
    ]
    members["email"] = model.organization?.email.map(JSONValue.string)
    return .object(members)
  }

  private static func catalogReference(_ context: PageContext) -> JSONValue {
    .object(catalogMembers(context).merging(["@type": .string("DataCatalog")]) { $1 })
  }

  private static func catalogMembers(_ context: PageContext) -> [String: JSONValue] {
    let address = context.absolute(Route.home.path(.french))
    return ["@id": .string(address), "url": .string(address), "name": .string(context.site.name)]
  }

  private static func identified(_ address: String) -> JSONValue { .object(["@id": .string(address)]) }

  private static func strings(_ values: String...) -> JSONValue { .array(values.map(JSONValue.string)) }

  private static let context = JSONValue.array([
    .string("https://schema.org/"),
    .object([
      "dcat": .string("http://www.w3.org/ns/dcat#"), "dct": .string("http://purl.org/dc/terms/"),
      "dcatap": .string("http://data.europa.eu/r5r/"),
      "foaf": .string("http://xmlns.com/foaf/0.1/"),
    ]),
  ])

  /// The authority tables of the Publications Office, which DCAT-AP names values from.
  private static let authority = "http://publications.europa.eu/resource/authority/"

  /// Dataset search engines read no more of a description.
  private static let descriptionMax = 5_000
  private static let columnsMax = 100
}

extension Frequency {
  /// The code in the EU authority table “frequency”.
  fileprivate var authorityCode: String {
    switch self {
    case .continuous: "CONT"
    case .hourly: "HOURLY"
    case .daily: "DAILY"
    case .weekly: "WEEKLY"
    case .monthly: "MONTHLY"
    case .quarterly: "QUARTERLY"
    case .semiannual: "ANNUAL_2"
    case .annual: "ANNUAL"
    case .biennial: "BIENNIAL"
    case .irregular: "IRREG"
    case .never: "NEVER"
    case .unknown: "UNKNOWN"
    }
  }
}

extension AccessLevel {
  /// The code in the EU authority table “access-right”.
  fileprivate var authorityCode: String {
    switch self {
    case .open: "PUBLIC"
    case .restricted: "RESTRICTED"
    case .internal: "NON_PUBLIC"
    }
  }
}
