import DataContracts
import Governance
import Register

extension ExpectedColumn {
  /// What a column of a data contract says that a delivery has a field for.
  init(_ column: ContractColumn) {
    self.init(
      name: column.name,
      type: column.logicalType.map { LogicalType(rawValue: $0) ?? .string },
      isRequired: column.isRequired ?? (column.isPrimaryKey == true ? true : nil),
      isUnique: column.isUnique
    )
    allowedValues = column.quality?.lazy.compactMap(\.onlyValues).first ?? []
    pattern = column.options?.pattern
    minimum = Self.number(column.options?.minimum)
    maximum = Self.number(column.options?.maximum)
    maxLength = column.options?.maxLength
    description = column.description
  }

  private static func number(_ value: JSONValue?) -> Double? {
    guard case .number(let text)? = value else { return nil }
    return Double(text)
  }
}

extension ContractColumn {
  /// Writes what a delivery says of a column over what a contract said.
  mutating func write(_ wanted: ExpectedColumn) {
    let known = ExpectedColumn(self)
    name = wanted.name
    if known.type != wanted.type { logicalType = wanted.type?.rawValue }
    if known.isRequired != wanted.isRequired { isRequired = wanted.isRequired }
    if known.isUnique != wanted.isUnique { isUnique = wanted.isUnique }
    if known.description != wanted.description { description = wanted.description }
    var bounds = options ?? ColumnOptions()
    if known.pattern != wanted.pattern { bounds.pattern = wanted.pattern }
    if known.minimum != wanted.minimum { bounds.minimum = wanted.minimum.flatMap(JSONValue.init(exactly:)) }
    if known.maximum != wanted.maximum { bounds.maximum = wanted.maximum.flatMap(JSONValue.init(exactly:)) }
    if known.maxLength != wanted.maxLength { bounds.maxLength = wanted.maxLength }
    options = bounds == ColumnOptions() ? nil : bounds
    guard known.allowedValues != wanted.allowedValues else { return }
    var rules = (quality ?? []).filter { $0.onlyValues == nil }
    if !wanted.allowedValues.isEmpty {
      var rule = QualityRule()
      rule.type = "library"
      rule.metric = "invalidValues"
      rule.arguments = QualityArguments()
      rule.arguments?.validValues = .array(wanted.allowedValues.map(JSONValue.string))
      rule.mustBe = .number("0")
      rules.append(rule)
    }
    quality = rules.isEmpty ? nil : rules
  }
}

extension QualityRule {
  /// The only values that the rule lets be; `nil` for a rule of another sort.
  var onlyValues: [String]? {
    guard metric == "invalidValues", mustBe == .number("0"), case .array(let values)? = arguments?.validValues
    else {
      return nil
    }
    var texts: [String] = []
    for case .string(let text) in values { texts.append(text) }
    return texts.count == values.count ? texts : nil
  }
}
