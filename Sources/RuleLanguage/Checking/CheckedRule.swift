public import Messages

/// A rule whose names, types and units hold together: it can be computed.
public struct CheckedRule: Sendable, Equatable {
  /// The rule as it is written.
  public let syntax: RuleSyntax
  /// What it asks for.
  public let inputs: [Input]
  /// The type of each name.
  public let types: [String: RuleType]
  /// What people read for each name: of a statement, of a choice.
  public let labels: [String: String]
  /// What deserves a look, such as cases no row covers and rows never reached.
  public let findings: [RuleFinding]

  /// A value the rule asks for.
  public struct Input: Sendable, Equatable {
    /// The name in the text.
    public let name: String
    /// What people read; the name where there is no label.
    public let label: String
    /// Where the value comes from; may be empty.
    public let source: String
    /// Its type.
    public let type: RuleType
    /// The least and the greatest value, for numbers and dates.
    public let least: RuleValue?
    /// The greatest value.
    public let greatest: RuleValue?
  }

  /// The statements that give a result back.
  public var results: [Statement] {
    syntax.statements.filter { if case .result = $0.body { true } else { false } }
  }

  /// Reads and checks a text; throws ``RuleProblems``.
  public init(_ text: String) throws {
    let (rule, failures) = Self.check(text)
    guard let rule else { throw RuleProblems(failures: failures) }
    self = rule
  }

  init(syntax: RuleSyntax, inputs: [Input], types: [String: RuleType], findings: [RuleFinding]) {
    self.syntax = syntax
    self.inputs = inputs
    self.types = types
    self.findings = findings
    var labels: [String: String] = [:]
    for choice in types.values.compactMap(\.choices).joined() { labels[choice.name] = choice.label }
    for statement in syntax.statements where !statement.label.isEmpty {
      labels[statement.name] = statement.label
    }
    self.labels = labels
  }

  /// Reads and checks a text: the rule, or all that is wrong with it.
  public static func check(_ text: String) -> (rule: CheckedRule?, problems: [Failure]) {
    let (syntax, failures) = Parser.parse(text)
    guard let syntax else { return (nil, failures) }
    var checker = Checker()
    return checker.check(syntax)
  }
}

/// Something to look at in a rule that can be computed.
public struct RuleFinding: Sendable, Equatable {
  /// What it is about.
  public let kind: Kind
  /// Whether some possible case meets it for sure: the columns of the table are inputs, not computed values.
  public let isCertain: Bool
  /// What was found.
  public let message: Bilingual
  /// Where.
  public let place: Place

  /// What a finding is about.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// No row of a table fits a case.
    case gap
    /// Two rows of a table whose row must be unique fit a case.
    case overlap
    /// A row is never reached.
    case unreachable
    /// A divisor can be zero.
    case division
    /// An input or a parameter is not used.
    case unused
    /// A table is too large to be verified wholly.
    case unverified
  }
}
