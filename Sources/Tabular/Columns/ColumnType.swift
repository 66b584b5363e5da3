/// The type of a column's values.
public enum ColumnType: String, Codable, Sendable, CaseIterable {
  case text, integer, number, boolean, date, datetime, time, year, duration, geopoint, geometry, json
}

/// A standard or French format that a column's values follow, such as `siret` or `email`.
///
/// Open set: the profiler adds formats without breaking readers of the JSON.
public struct ColumnFormat: RawRepresentable, Codable, Sendable, Hashable {
  /// The name as it is published in JSON, such as `siren`, `code_insee` or `email`.
  public let rawValue: String

  /// Names a format.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Reads the name from a JSON string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the name as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
