public import Register

/// A table of a contract.
public struct ContractTable: Sendable, Equatable {
  /// Its stable id.
  public var id: String?
  /// Its name.
  public var name: String?
  /// Its name where it is kept.
  public var physicalName: String?
  /// What it is there: `table`, `view`, `topic` and others.
  public var physicalType: String?
  /// The name people give it.
  public var businessName: String?
  /// What it holds.
  public var description: String?
  /// What a row is.
  public var granularity: String?
  /// Words to find it by.
  public var tags: [String]?
  /// Its columns.
  public var columns: [ContractColumn]?
  /// What must hold of the whole table.
  public var quality: [QualityRule]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ContractTable: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    id = members.text("id")
    name = members.text("name")
    physicalName = members.text("physicalName")
    physicalType = members.text("physicalType")
    businessName = members.text("businessName")
    description = members.text("description")
    granularity = members.text("dataGranularityDescription")
    tags = members.texts("tags")
    columns = members.parts("properties")
    quality = members.parts("quality")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", id)
    members.put("name", name)
    members.put("physicalName", physicalName)
    members.put("physicalType", physicalType)
    members.put("businessName", businessName)
    members.put("description", description)
    members.put("dataGranularityDescription", granularity)
    members.put("tags", tags)
    members.put("properties", columns)
    members.put("quality", quality)
    return members
  }
}
