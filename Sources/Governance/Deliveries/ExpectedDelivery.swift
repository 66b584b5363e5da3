public import Register

/// A delivery of data that a contract calls for: what table, how often, how good, and what lateness costs.
public struct ExpectedDelivery: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "expected-delivery" }
  /// The register of expected deliveries.
  public static var register: RegisterKind { .expectedDelivery }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that receives it.
  public var organization: String
  /// What people call it.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// The contract's id.
  public var contract: String?
  /// Where the contract calls for it.
  public var place: String?
  /// What the table holds, a row being what.
  public var description: String?
  /// The slug of the dataset whose next versions it makes, if any.
  public var dataset: String?
  /// Who to write to at the other party's.
  public var contact: String?

  /// How often it comes.
  public var frequency: DeliveryFrequency?
  /// The day the first one is due, ISO 8601.
  public var firstDueOn: String?
  /// The day after which none is due any more; the contract's end where it is not said.
  public var lastDueOn: String?
  /// How it comes.
  public var channel: Channel?

  /// The columns that the table must have.
  @EmptyIfAbsent public var columns: [ExpectedColumn]
  /// The fewest rows.
  public var leastRows: Int?
  /// The most rows.
  public var mostRows: Int?
  /// The largest share of cells that may break their column's rule, in percent; none where it is not said.
  public var invalidPercent: Double?
  /// By how much the number of rows may fall from one delivery to the next, in percent.
  public var fallPercent: Double?

  /// For each day late, in euros.
  public var perLateDay: Double?
  /// For each day late, in percent of the contract's amount.
  public var percentPerLateDay: Double?
  /// For each defect of a refused delivery, in euros.
  public var perDefect: Double?
  /// How many days late cost nothing.
  public var graceDays: Int?
  /// The most a delivery may cost, in euros.
  public var cap: Double?
  /// The most a delivery may cost, in percent of the contract's amount.
  public var capPercent: Double?

  /// The ODCS contract it was read from, as JSON: what Arpent does not use leaves as it came.
  public var odcs: String?

  /// How a delivery comes.
  public enum Channel: String, Codable, Sendable, CaseIterable {
    case token, workshop, other
  }

  /// A delivery that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// What lateness and defects cost, exact.
  public var penalty: PenaltyClause {
    PenaltyClause(
      perLateDay: Euros.cents(perLateDay),
      sharePerLateDay: Euros.cents(percentPerLateDay),
      perDefect: Euros.cents(perDefect),
      graceDays: graceDays ?? 0,
      cap: Euros.cents(cap),
      capShare: Euros.cents(capPercent)
    )
  }
}

/// A column that a delivery must have.
public struct ExpectedColumn: Codable, Sendable, Equatable {
  /// What the cells of a column are, by the logical types of ODCS.
  public enum LogicalType: String, Codable, Sendable, CaseIterable {
    case string, integer, number, boolean, date, timestamp, time
  }

  /// Its name.
  public var name: String?
  /// What its cells are.
  public var type: LogicalType?
  /// Whether every row has a value.
  public var isRequired: Bool?
  /// Whether no two rows have the same value.
  public var isUnique: Bool?
  /// The values allowed; empty when any is.
  @EmptyIfAbsent public var allowedValues: [String]
  /// The expression that the whole cell matches.
  public var pattern: String?
  /// The smallest number.
  public var minimum: Double?
  /// The largest number.
  public var maximum: Double?
  /// The most characters.
  public var maxLength: Int?
  /// What it holds.
  public var description: String?

  /// Names a column.
  public init(name: String? = nil, type: LogicalType? = nil, isRequired: Bool? = nil, isUnique: Bool? = nil) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.isUnique = isUnique
  }
}

/// How often a delivery comes.
public enum DeliveryFrequency: String, Codable, Sendable, CaseIterable {
  case once, daily, weekly, monthly, quarterly, halfYearly = "half-yearly", yearly
}
