public import Register

/// What a contract says of its data.
public struct ContractDescription: Sendable, Equatable {
  /// What the data may be used for.
  public var usage: String?
  /// What it was made for.
  public var purpose: String?
  /// What it does not say.
  public var limitations: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ContractDescription: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    usage = members.text("usage")
    purpose = members.text("purpose")
    limitations = members.text("limitations")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("usage", usage)
    members.put("purpose", purpose)
    members.put("limitations", limitations)
    return members
  }
}

/// A place where the data of a contract is.
public struct ContractServer: Sendable, Equatable {
  /// The name of the place.
  public var name: String?
  /// The kind of place: `postgres`, `sftp`, `api` and others.
  public var type: String?
  /// What it is.
  public var description: String?
  /// Whether it is for production or for tests.
  public var environment: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ContractServer: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    name = members.text("server")
    type = members.text("type")
    description = members.text("description")
    environment = members.text("environment")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("server", name)
    members.put("type", type)
    members.put("description", description)
    members.put("environment", environment)
    return members
  }
}

/// A promise about time: how often, how fresh, how long.
public struct ServiceLevel: Sendable, Equatable {
  /// What is promised: `frequency`, `latency`, `retention` and others.
  public var property: String?
  /// How much.
  public var value: JSONValue?
  /// A second value, where the promise is a range.
  public var secondValue: JSONValue?
  /// The unit: `d`, `days`, `y` and others.
  public var unit: String?
  /// The table and column it is about.
  public var element: String?
  /// Why: `regulatory`, `analytics`, `operational` and others.
  public var driver: String?
  /// What is promised, in a sentence.
  public var description: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ServiceLevel: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    property = members.text("property")
    value = members.value("value")
    secondValue = members.value("valueExt")
    unit = members.text("unit")
    element = members.text("element")
    driver = members.text("driver")
    description = members.text("description")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("property", property)
    members.put("value", value)
    members.put("valueExt", secondValue)
    members.put("unit", unit)
    members.put("element", element)
    members.put("driver", driver)
    members.put("description", description)
    return members
  }
}

/// What the data costs.
public struct ContractPrice: Sendable, Equatable {
  /// The amount.
  public var amount: JSONValue?
  /// The currency: `EUR`.
  public var currency: String?
  /// What the amount is for.
  public var unit: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension ContractPrice: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    amount = members.value("priceAmount")
    currency = members.text("priceCurrency")
    unit = members.text("priceUnit")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("priceAmount", amount)
    members.put("priceCurrency", currency)
    members.put("priceUnit", unit)
    return members
  }
}
