public import Register

/// What must hold of a table or of a column.
public struct QualityRule: Sendable, Equatable {
  /// Its stable id.
  public var id: String?
  /// Its name.
  public var name: String?
  /// `library`, `sql`, `text` or `custom`.
  public var type: String?
  /// What is measured: `nullValues`, `missingValues`, `invalidValues`, `duplicateValues`, `rowCount`.
  public var metric: String?
  /// The older name of the measure.
  public var rule: String?
  /// What the measure needs.
  public var arguments: QualityArguments?
  /// `rows` or `percent`.
  public var unit: String?
  /// `completeness`, `conformity`, `uniqueness` and others.
  public var dimension: String?
  /// What it means when it does not hold: `error`, `warning` and others.
  public var severity: String?
  /// What must hold, in a sentence.
  public var description: String?
  /// The query of a rule in SQL, which Arpent does not run.
  public var query: String?
  /// What the measure must be.
  public var mustBe: JSONValue?
  /// What it must not be.
  public var mustNotBe: JSONValue?
  /// What it must be over.
  public var mustBeGreaterThan: JSONValue?
  /// What it must at least be.
  public var mustBeGreaterOrEqualTo: JSONValue?
  /// What it must be under.
  public var mustBeLessThan: JSONValue?
  /// What it must at most be.
  public var mustBeLessOrEqualTo: JSONValue?
  /// Between which two values it must be.
  public var mustBeBetween: JSONValue?
  /// Between which two values it must not be.
  public var mustNotBeBetween: JSONValue?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension QualityRule: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    id = members.text("id")
    name = members.text("name")
    type = members.text("type")
    metric = members.text("metric")
    rule = members.text("rule")
    arguments = members.part("arguments")
    unit = members.text("unit")
    dimension = members.text("dimension")
    severity = members.text("severity")
    description = members.text("description")
    query = members.text("query")
    mustBe = members.value("mustBe")
    mustNotBe = members.value("mustNotBe")
    mustBeGreaterThan = members.value("mustBeGreaterThan")
    mustBeGreaterOrEqualTo = members.value("mustBeGreaterOrEqualTo")
    mustBeLessThan = members.value("mustBeLessThan")
    mustBeLessOrEqualTo = members.value("mustBeLessOrEqualTo")
    mustBeBetween = members.value("mustBeBetween")
    mustNotBeBetween = members.value("mustNotBeBetween")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", id)
    members.put("name", name)
    members.put("type", type)
    members.put("metric", metric)
    members.put("rule", rule)
    members.put("arguments", arguments)
    members.put("unit", unit)
    members.put("dimension", dimension)
    members.put("severity", severity)
    members.put("description", description)
    members.put("query", query)
    members.put("mustBe", mustBe)
    members.put("mustNotBe", mustNotBe)
    members.put("mustBeGreaterThan", mustBeGreaterThan)
    members.put("mustBeGreaterOrEqualTo", mustBeGreaterOrEqualTo)
    members.put("mustBeLessThan", mustBeLessThan)
    members.put("mustBeLessOrEqualTo", mustBeLessOrEqualTo)
    members.put("mustBeBetween", mustBeBetween)
    members.put("mustNotBeBetween", mustNotBeBetween)
    return members
  }
}

/// What a measure needs to be taken.
public struct QualityArguments: Sendable, Equatable {
  /// The values that are valid.
  public var validValues: JSONValue?
  /// The values that stand for none.
  public var missingValues: JSONValue?
  /// The expression that valid values match.
  public var pattern: String?
  /// The columns whose values are looked at together.
  public var columns: [String]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension QualityArguments: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    validValues = members.value("validValues")
    missingValues = members.value("missingValues")
    pattern = members.text("pattern")
    columns = members.texts("properties")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("validValues", validValues)
    members.put("missingValues", missingValues)
    members.put("pattern", pattern)
    members.put("properties", columns)
    return members
  }
}
