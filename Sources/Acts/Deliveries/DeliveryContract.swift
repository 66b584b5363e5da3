public import DataContracts
public import Governance
import Messages
import Register

extension ExpectedDelivery {
  /// The delivery as an ODCS 3.1 data contract: the one it was read from, with what was changed here since.
  public func dataContract(contact: String? = nil) -> DataContract {
    var contract =
      odcs.flatMap { try? DataContract(reading: Array($0.utf8)) }
      ?? DataContract(id: id, name: title, status: keeping.status == .ended ? "retired" : "active")
    let known = DeliveryReading(contract)
    if known.title != title { contract.name = title }
    if known.description != description {
      contract.description = contract.description ?? ContractDescription()
      contract.description?.purpose = description
    }
    if known.frequency != frequency { contract.setLevel("frequency", frequency?.level) }
    if known.contact != self.contact, let address = self.contact { contract.setContact(address) }
    var tables = contract.schema ?? []
    if tables.isEmpty {
      var table = ContractTable()
      table.name = title
      table.physicalType = "table"
      tables = [table]
    }
    tables[0].overlay(self, known)
    contract.schema = tables
    for (name, value) in penaltyTerms where known.terms[name] != value { contract.setTerm(name, value) }
    return contract
  }

  /// What ODCS has no word for, by the names of our own.
  private var penaltyTerms: [(String, Double?)] {
    [
      ("penaltyPerLateDay", perLateDay), ("penaltyPercentPerLateDay", percentPerLateDay),
      ("penaltyPerDefect", perDefect), ("penaltyGraceDays", graceDays.map(Double.init)), ("penaltyCap", cap),
      ("penaltyCapPercent", capPercent), ("toleratedInvalidPercent", invalidPercent),
      ("toleratedFallPercent", fallPercent),
    ]
  }

  /// Takes over what a data contract says; what it does not say stays.
  mutating func read(_ contract: DataContract) {
    let reading = DeliveryReading(contract)
    odcs = contract.document.json
    description = reading.description ?? description
    frequency = reading.frequency ?? frequency
    contact = reading.contact ?? self.contact
    if !reading.columns.isEmpty { columns = reading.columns }
    leastRows = reading.leastRows ?? leastRows
    mostRows = reading.mostRows ?? mostRows
    perLateDay = reading.terms["penaltyPerLateDay"] ?? perLateDay
    percentPerLateDay = reading.terms["penaltyPercentPerLateDay"] ?? percentPerLateDay
    perDefect = reading.terms["penaltyPerDefect"] ?? perDefect
    graceDays = reading.terms["penaltyGraceDays"].flatMap { Int(exactly: $0) } ?? graceDays
    cap = reading.terms["penaltyCap"] ?? cap
    capPercent = reading.terms["penaltyCapPercent"] ?? capPercent
    invalidPercent = reading.terms["toleratedInvalidPercent"] ?? invalidPercent
    fallPercent = reading.terms["toleratedFallPercent"] ?? fallPercent
  }
}

/// What a data contract says that a delivery has a field for.
struct DeliveryReading {
  var title: String?
  var description: String?
  var frequency: DeliveryFrequency?
  var contact: String?
  var columns: [ExpectedColumn] = []
  var leastRows: Int?
  var mostRows: Int?
  var terms: [String: Double] = [:]

  init(_ contract: DataContract) {
    title = contract.name
    description = contract.description?.purpose ?? contract.schema?.first?.description
    frequency = contract.serviceLevels?.first { $0.property == "frequency" }.flatMap(DeliveryFrequency.init)
    contact = contract.support?.lazy.compactMap(\.address).first { $0.hasPrefix("mailto:") }
      .map { String($0.dropFirst("mailto:".count)) }
    if let table = contract.schema?.first {
      columns = (table.columns ?? []).filter { $0.name != nil }.map(ExpectedColumn.init)
      for rule in table.quality ?? [] where rule.metric == "rowCount" {
        leastRows = rule.leastWhole ?? leastRows
        mostRows = rule.mostWhole ?? mostRows
      }
    }
    for property in contract.customProperties ?? [] {
      if let name = property.property, case .number(let text)? = property.value { terms[name] = Double(text) }
    }
  }
}

extension DeliveryFrequency {
  /// The frequency that a service level promises.
  init?(_ level: ServiceLevel) {
    guard case .number(let text)? = level.value, let count = Int(text) else { return nil }
    switch (count, level.unit) {
    case (1, "d"), (1, "day"), (1, "days"): self = .daily
    case (7, "d"), (7, "days"), (1, "w"), (1, "week"), (1, "weeks"): self = .weekly
    case (1, "m"), (1, "mo"), (1, "month"), (1, "months"): self = .monthly
    case (3, "m"), (3, "mo"), (3, "months"), (1, "quarter"): self = .quarterly
    case (6, "m"), (6, "mo"), (6, "months"): self = .halfYearly
    case (12, "m"), (12, "months"), (1, "y"), (1, "yr"), (1, "year"), (1, "years"): self = .yearly
    default: return nil
    }
  }

  /// The service level that promises it; none for what comes once.
  var level: ServiceLevel? {
    let (count, unit): (Int, String)
    switch self {
    case .once: return nil
    case .daily: (count, unit) = (1, "days")
    case .weekly: (count, unit) = (7, "days")
    case .monthly: (count, unit) = (1, "months")
    case .quarterly: (count, unit) = (3, "months")
    case .halfYearly: (count, unit) = (6, "months")
    case .yearly: (count, unit) = (1, "years")
    }
    var level = ServiceLevel()
    level.property = "frequency"
    level.value = .number(String(count))
    level.unit = unit
    return level
  }
}

extension DataContract {
  fileprivate mutating func setLevel(_ property: String, _ level: ServiceLevel?) {
    var levels = (serviceLevels ?? []).filter { $0.property != property }
    if let level { levels.append(level) }
    serviceLevels = levels.isEmpty ? nil : levels
  }

  fileprivate mutating func setContact(_ address: String) {
    var channels = support ?? []
    let place = channels.firstIndex { $0.address?.hasPrefix("mailto:") ?? false }
    var channel = place.map { channels[$0] } ?? SupportChannel()
    channel.channel = channel.channel ?? "contact"
    channel.tool = channel.tool ?? "email"
    channel.address = "mailto:" + address
    if let place { channels[place] = channel } else { channels.append(channel) }
    support = channels
  }

  fileprivate mutating func setTerm(_ name: String, _ value: Double?) {
    var properties = (customProperties ?? []).filter { $0.property != name }
    if let value = value.flatMap(JSONValue.init(exactly:)) {
      var property = CustomProperty()
      property.property = name
      property.value = value
      properties.append(property)
    }
    customProperties = properties.isEmpty ? nil : properties
  }
}

extension ContractTable {
  /// Writes the columns and thresholds of a delivery over those that a contract had, where they differ.
  fileprivate mutating func overlay(_ delivery: ExpectedDelivery, _ known: DeliveryReading) {
    if known.columns != delivery.columns {
      let before = Dictionary(
        (columns ?? []).compactMap { column in column.name.map { ($0, column) } },
        uniquingKeysWith: { first, _ in first }
      )
      columns = delivery.columns.compactMap { wanted in
        guard let name = wanted.name else { return nil }
        var column = before[name] ?? ContractColumn()
        if before[name].map(ExpectedColumn.init) != wanted { column.write(wanted) }
        return column
      }
    }
    guard known.leastRows != delivery.leastRows || known.mostRows != delivery.mostRows else { return }
    var rules = (quality ?? []).filter { $0.metric != "rowCount" }
    for (least, most) in [(delivery.leastRows, Int?.none), (Int?.none, delivery.mostRows)] {
      guard least != nil || most != nil else { continue }
      var rule = QualityRule()
      rule.type = "library"
      rule.metric = "rowCount"
      rule.mustBeGreaterOrEqualTo = least.map { .number(String($0)) }
      rule.mustBeLessOrEqualTo = most.map { .number(String($0)) }
      rules.append(rule)
    }
    quality = rules.isEmpty ? nil : rules
  }
}

extension QualityRule {
  private static func whole(_ value: JSONValue?) -> Int? {
    guard case .number(let text)? = value else { return nil }
    return Int(text)
  }

  private var pair: [JSONValue] {
    if case .array(let bounds)? = mustBeBetween, bounds.count == 2 { bounds } else { [] }
  }

  /// The fewest that a count may be.
  var leastWhole: Int? {
    Self.whole(mustBeGreaterOrEqualTo) ?? Self.whole(mustBeGreaterThan).map { $0 + 1 }
      ?? Self.whole(pair.first) ?? Self.whole(mustBe)
  }

  /// The most that a count may be.
  var mostWhole: Int? {
    Self.whole(mustBeLessOrEqualTo) ?? Self.whole(mustBeLessThan).map { $0 - 1 } ?? Self.whole(pair.last)
      ?? Self.whole(mustBe)
  }
}

/// A data contract as a file to be downloaded.
public struct DataContractFile: Sendable {
  /// Its bytes.
  public let bytes: [UInt8]
  /// Its media type.
  public let mediaType: String
  /// The name it is saved under.
  public let name: String
}

extension ExpectedDelivery {
  /// The delivery's data contract as a file, in YAML or in JSON.
  public func dataContractFile(asJSON: Bool) -> DataContractFile {
    let contract = dataContract()
    return asJSON
      ? DataContractFile(
        bytes: Array(contract.document.json.utf8),
        mediaType: "application/json; charset=utf-8",
        name: id + ".odcs.json"
      )
      : DataContractFile(
        bytes: Array(contract.yaml.utf8),
        mediaType: "application/yaml; charset=utf-8",
        name: id + ".odcs.yaml"
      )
  }
}
