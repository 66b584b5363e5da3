public import Messages
public import Register

/// A data contract by the Open Data Contract Standard 3.1 (Bitol): what a table must be, when it comes, who
/// answers for it.
///
/// What Arpent uses is typed; everything else is kept as it was read, so that a contract leaves as it came.
public struct DataContract: Sendable, Equatable {
  /// The version of the standard, `v3.1.0`.
  public var apiVersion: String?
  /// `DataContract`.
  public var kind: String?
  /// The contract's id.
  public var id: String?
  /// Its name.
  public var name: String?
  /// Its version, `1.0.0`.
  public var version: String?
  /// `draft`, `active`, `retired` and others.
  public var status: String?
  /// Who the data belongs to.
  public var tenant: String?
  /// The domain of the data.
  public var domain: String?
  /// The data product; no longer used since 3.1.
  public var dataProduct: String?
  /// When it was made.
  public var createdAt: String?
  /// Words to find it by.
  public var tags: [String]?
  /// What it is for.
  public var description: ContractDescription?
  /// The tables.
  public var schema: [ContractTable]?
  /// Where the data is.
  public var servers: [ContractServer]?
  /// How often, how fresh, how long.
  public var serviceLevels: [ServiceLevel]?
  /// What it costs.
  public var price: ContractPrice?
  /// Who answers for it.
  public var team: ContractTeam?
  /// Where to ask.
  public var support: [SupportChannel]?
  /// Whatever else the parties wrote.
  public var customProperties: [CustomProperty]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes a contract of a table.
  public init(id: String, name: String, version: String = "1.0.0", status: String = "active") {
    apiVersion = "v3.1.0"
    kind = "DataContract"
    self.id = id
    self.name = name
    self.version = version
    self.status = status
    rest = [:]
  }

  /// Reads a contract in YAML or in JSON.
  public init(reading bytes: [UInt8]) throws(Failure) {
    let document = try LocatedDocument.read(bytes)
    try self.init(document)
  }

  /// Reads a contract from a document.
  public init(_ document: LocatedDocument) throws(Failure) {
    guard case .object(let members) = document.value else { throw Self.noContract(document) }
    self.init(DocumentMembers(members))
    guard kind == "DataContract" || apiVersion != nil || schema != nil else {
      throw Self.noContract(document)
    }
  }

  private static func noContract(_ document: LocatedDocument) -> Failure {
    Failure(
      "contract.odcs.unrecognised",
      .invalid,
      fr: "Ce document n’est pas un contrat de données ODCS.",
      en: "This document is no ODCS data contract.",
      remedy: Bilingual(
        fr:
          "Un contrat commence par «\u{A0}apiVersion\u{A0}», «\u{A0}kind: DataContract\u{A0}», «\u{A0}id\u{A0}», «\u{A0}version\u{A0}» et «\u{A0}status\u{A0}».",
        en: "A contract begins with “apiVersion”, “kind: DataContract”, “id”, “version” and “status”."
      ),
      location: document.place(of: "")
    )
  }

  /// The contract as a JSON value.
  public var document: JSONValue { json }

  /// The contract as YAML.
  public var yaml: String { YAMLText.write(json, order: Self.order) }

  /// The order in which the standard presents its keys.
  private static let order = [
    "apiVersion", "kind", "id", "name", "version", "status", "tenant", "domain", "dataProduct",
    "contractCreatedTs",
    "property", "server", "channel", "username", "role", "type", "businessName", "logicalType",
    "physicalName",
    "physicalType", "purpose", "limitations", "usage", "description", "required", "unique", "primaryKey",
    "primaryKeyPosition", "classification", "logicalTypeOptions", "metric", "value", "valueExt", "unit",
    "element",
    "driver", "url", "tags", "items", "properties", "schema", "quality", "servers", "slaProperties", "price",
    "team",
    "roles", "support", "authoritativeDefinitions", "customProperties",
  ]
}

extension DataContract: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    apiVersion = members.text("apiVersion")
    kind = members.text("kind")
    id = members.text("id")
    name = members.text("name")
    version = members.text("version")
    status = members.text("status")
    tenant = members.text("tenant")
    domain = members.text("domain")
    dataProduct = members.text("dataProduct")
    createdAt = members.text("contractCreatedTs")
    tags = members.texts("tags")
    description = members.part("description")
    schema = members.parts("schema")
    servers = members.parts("servers")
    serviceLevels = members.parts("slaProperties")
    price = members.part("price")
    team = members.team("team") ?? ContractTeam(list: &members)
    support = members.parts("support")
    customProperties = members.parts("customProperties")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("apiVersion", apiVersion)
    members.put("kind", kind)
    members.put("id", id)
    members.put("name", name)
    members.put("version", version)
    members.put("status", status)
    members.put("tenant", tenant)
    members.put("domain", domain)
    members.put("dataProduct", dataProduct)
    members.put("contractCreatedTs", createdAt)
    members.put("tags", tags)
    members.put("description", description)
    members.put("schema", schema)
    members.put("servers", servers)
    members.put("slaProperties", serviceLevels)
    members.put("price", price)
    team?.put(into: &members)
    members.put("support", support)
    members.put("customProperties", customProperties)
    return members
  }
}
