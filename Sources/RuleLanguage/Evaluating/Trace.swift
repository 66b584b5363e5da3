public import Messages

/// How a result was reached: each step in order, with the values it rests on.
public struct Trace: Sendable, Equatable, Codable {
  /// The steps, in the order of the text.
  public var steps: [Step] = []

  /// A value that was given, fixed, computed, read in a table or given back.
  public struct Step: Sendable, Equatable, Codable {
    /// Where the value comes from.
    public let kind: Kind
    /// The name in the text.
    public let name: String
    /// What people read; the name where there is no label.
    public let label: String
    /// Where the statement says the value comes from; may be empty.
    public let source: String
    /// The line of the text.
    public let line: Int
    /// The type.
    public let type: RuleType
    /// The value.
    public let value: RuleValue
    /// The formula with labels instead of names, for what is computed.
    public let formula: String?
    /// The names the formula or the table looked at.
    public let uses: [Use]
    /// The rows of the table that counted.
    public let rows: [MatchedRow]
    /// What happened on the way.
    public let details: [Detail]

    /// The value as people read it.
    public var shown: Bilingual { value.shown(as: type) }
  }

  /// Where a value comes from.
  public enum Kind: String, Sendable, Equatable, Codable {
    case input, parameter, calculation, table, result
  }

  /// A named value that a step looked at.
  public struct Use: Sendable, Equatable, Codable {
    /// The name in the text.
    public let name: String
    /// What people read.
    public let label: String
    /// The value as people read it.
    public let shown: Bilingual
  }

  /// A row of a table that counted.
  public struct MatchedRow: Sendable, Equatable, Codable {
    /// Its number, from 1; `nil` for « sinon ».
    public let number: Int?
    /// Its line in the text.
    public let line: Int
    /// Its label; may be empty.
    public let label: String
    /// Its conditions as they are written, one a column, with the labels of choices and parameters.
    public let conditions: [String]
    /// Its value.
    public let value: RuleValue
    /// The parameters its conditions compare with.
    public let parameters: [String]
  }

  /// Something that happened while a value was computed.
  public enum Detail: Sendable, Equatable, Codable {
    /// A condition was looked at.
    case condition(text: String, holds: Bool)
    /// A limit changed a value.
    case limited(text: String, from: RuleValue, to: RuleValue)
    /// A number was rounded.
    case rounded(text: String, from: RuleValue, to: RuleValue)
    /// A product or a quotient had more than twelve decimals.
    case cut(text: String, to: RuleValue)
  }
}

/// What a rule gives for a case.
public struct Evaluation: Sendable, Equatable, Codable {
  /// The results, in the order of the text.
  public let results: [Result]
  /// How they were reached; empty when it was not asked for.
  public let trace: Trace

  /// A value given back.
  public struct Result: Sendable, Equatable, Codable {
    /// The name in the text.
    public let name: String
    /// What people read.
    public let label: String
    /// The type.
    public let type: RuleType
    /// The value.
    public let value: RuleValue

    /// The value as people read it.
    public var shown: Bilingual { value.shown(as: type) }
  }

  /// The result of a name.
  public subscript(name: String) -> RuleValue? { results.first { $0.name == name }?.value }
}
