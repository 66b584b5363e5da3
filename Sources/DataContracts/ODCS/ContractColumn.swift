public import Register

/// A column of a table, or a member of a structured column.
public struct ContractColumn: Sendable, Equatable {
  /// Its stable id.
  public var id: String?
  /// Its name.
  public var name: String?
  /// Its name where it is kept.
  public var physicalName: String?
  /// What its values are.
  ///
  /// One of `string`, `date`, `timestamp`, `time`, `number`, `integer`, `object`, `array`, `boolean`.
  public var logicalType: String?
  /// The bounds of its values.
  public var options: ColumnOptions?
  /// Its type where it is kept.
  public var physicalType: String?
  /// The name people give it.
  public var businessName: String?
  /// What it holds.
  public var description: String?
  /// Whether every row has a value.
  public var isRequired: Bool?
  /// Whether no two rows have the same value.
  public var isUnique: Bool?
  /// Whether it is part of what identifies a row.
  public var isPrimaryKey: Bool?
  /// Its place in the key, from 1; -1 for none.
  public var primaryKeyPosition: Int?
  /// How it is to be protected: `public`, `restricted` and others.
  public var classification: String?
  /// Whether much depends on it.
  public var isCritical: Bool?
  /// Words to find it by.
  public var tags: [String]?
  /// Examples of its values.
  public var examples: JSONValue?
  /// Its members, where it is structured.
  public var parts: [ContractColumn]?
  /// What must hold of its values.
  public var quality: [QualityRule]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ContractColumn: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    id = members.text("id")
    name = members.text("name")
    physicalName = members.text("physicalName")
    logicalType = members.text("logicalType")
    options = members.part("logicalTypeOptions")
    physicalType = members.text("physicalType")
    businessName = members.text("businessName")
    description = members.text("description")
    isRequired = members.truth("required")
    isUnique = members.truth("unique")
    isPrimaryKey = members.truth("primaryKey")
    primaryKeyPosition = members.integer("primaryKeyPosition")
    classification = members.text("classification")
    isCritical = members.truth("criticalDataElement")
    tags = members.texts("tags")
    examples = members.value("examples")
    parts = members.parts("properties")
    quality = members.parts("quality")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", id)
    members.put("name", name)
    members.put("physicalName", physicalName)
    members.put("logicalType", logicalType)
    members.put("logicalTypeOptions", options)
    members.put("physicalType", physicalType)
    members.put("businessName", businessName)
    members.put("description", description)
    members.put("required", isRequired)
    members.put("unique", isUnique)
    members.put("primaryKey", isPrimaryKey)
    members.put("primaryKeyPosition", primaryKeyPosition)
    members.put("classification", classification)
    members.put("criticalDataElement", isCritical)
    members.put("tags", tags)
    members.put("examples", examples)
    members.put("properties", parts)
    members.put("quality", quality)
    return members
  }
}

/// The bounds of a column's values.
public struct ColumnOptions: Sendable, Equatable {
  /// The fewest characters.
  public var minLength: Int?
  /// The most characters.
  public var maxLength: Int?
  /// The expression that the values match.
  public var pattern: String?
  /// The format: of a text, its name; of a date, how it is written.
  public var format: String?
  /// The smallest value.
  public var minimum: JSONValue?
  /// The largest value.
  public var maximum: JSONValue?
  /// The value that all are over.
  public var exclusiveMinimum: JSONValue?
  /// The value that all are under.
  public var exclusiveMaximum: JSONValue?
  /// The number that all are multiples of.
  public var multipleOf: JSONValue?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ColumnOptions: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    minLength = members.integer("minLength")
    maxLength = members.integer("maxLength")
    pattern = members.text("pattern")
    format = members.text("format")
    minimum = members.value("minimum")
    maximum = members.value("maximum")
    exclusiveMinimum = members.value("exclusiveMinimum")
    exclusiveMaximum = members.value("exclusiveMaximum")
    multipleOf = members.value("multipleOf")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("minLength", minLength)
    members.put("maxLength", maxLength)
    members.put("pattern", pattern)
    members.put("format", format)
    members.put("minimum", minimum)
    members.put("maximum", maximum)
    members.put("exclusiveMinimum", exclusiveMinimum)
    members.put("exclusiveMaximum", exclusiveMaximum)
    members.put("multipleOf", multipleOf)
    return members
  }
}
