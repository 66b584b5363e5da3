/// What is known of a column once all its cells were read.
public struct ColumnReport: Codable, Sendable, Equatable {
  /// The name in the header row, trimmed, line breaks made blanks; `colonne_3` where the header has none.
  public var name: String
  /// The position in the file, from 1.
  public var position: Int
  /// The type most cells have; one bad cell never changes it.
  public var type: ColumnType
  /// The French or standard format, where one holds.
  public var format: ColumnFormat?
  /// How dates are written (`dd/mm/yyyy`, `yyyy-mm-dd`, `mm/dd/yyyy`), decimals (`,` or `.`), or booleans (`oui/non`).
  public var notation: String?
  /// The number of cells that have the type and format.
  public var valid: Int
  /// The number of cells that have not.
  public var invalid: Int
  /// The number of empty cells and of cells that say there is no value (`NA`, `N/A`, `null`…).
  public var missing: Int
  /// The number of distinct values; exact below 100,000, estimated within 2 % above.
  public var distinct: Int
  /// The smallest value, as text in the notation of the column's type (ISO 8601 for dates).
  public var min: String?
  /// The largest value.
  public var max: String?
  /// The mean of a numeric column.
  public var mean: Double?
  /// The standard deviation of a numeric column.
  public var deviation: Double?
  /// The most frequent values with their counts, most frequent first, at most 10; empty when every value differs.
  public var frequent: [FrequentValue]
  /// Equal-width counts over `min`…`max` for numbers and dates, at most 20; empty otherwise.
  public var histogram: [Int]
  /// The longest value, in characters.
  public var longest: Int
  /// Up to 5 distinct values, as written, in order of appearance.
  public var examples: [String]
  /// The sign of personal data found in the column, if any.
  public var personal: PersonalSign?

  /// Starts a report with the counts at zero.
  public init(name: String, position: Int, type: ColumnType = .text, format: ColumnFormat? = nil) {
    self.name = name
    self.position = position
    self.type = type
    self.format = format
    notation = nil
    valid = 0
    invalid = 0
    missing = 0
    distinct = 0
    min = nil
    max = nil
    mean = nil
    deviation = nil
    frequent = []
    histogram = []
    longest = 0
    examples = []
    personal = nil
  }

  /// Writes every key, with `null` where there is no value: readers of the JSON rely on each key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(position, forKey: .position)
    try container.encode(type, forKey: .type)
    try container.encode(format, forKey: .format)
    try container.encode(notation, forKey: .notation)
    try container.encode(valid, forKey: .valid)
    try container.encode(invalid, forKey: .invalid)
    try container.encode(missing, forKey: .missing)
    try container.encode(distinct, forKey: .distinct)
    try container.encode(min, forKey: .min)
    try container.encode(max, forKey: .max)
    try container.encode(mean, forKey: .mean)
    try container.encode(deviation, forKey: .deviation)
    try container.encode(frequent, forKey: .frequent)
    try container.encode(histogram, forKey: .histogram)
    try container.encode(longest, forKey: .longest)
    try container.encode(examples, forKey: .examples)
    try container.encode(personal, forKey: .personal)
  }
}

/// A value and how many cells hold it.
public struct FrequentValue: Codable, Sendable, Equatable {
  /// The value as written.
  public var value: String
  /// The number of cells.
  public var count: Int

  /// Counts a value.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// A sign that a column holds personal data (GDPR, article 4(1)).
public struct PersonalSign: Codable, Sendable, Equatable {
  /// What the sign is of.
  ///
  /// `email`, `phone`, `nir`, `iban`, `first_name`, `last_name`, `full_name`, `birth_date`, `postal_address`,
  /// `vehicle_plate`, `civility`, `free_text`, `sensitive_social`, `sensitive_health`, `ip_address`…
  public var kind: String
  /// How sure the profiler is, from 0 to 1.
  public var confidence: Double
  /// The share of filled cells that show the sign, from 0 to 1.
  public var share: Double

  /// Makes a sign.
  public init(kind: String, confidence: Double, share: Double) {
    self.kind = kind
    self.confidence = confidence
    self.share = share
  }
}
