/// A line and a column of a text, from 1.
///
/// Takes no part in comparisons: two pieces of a rule are the same wherever they are written.
public struct Place: Sendable, Hashable {
  /// The line.
  public let line: Int
  /// The column, in characters.
  public let column: Int

  /// Points into a text.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Always true: see the type.
  public static func == (left: Place, right: Place) -> Bool { true }

  /// Adds nothing: see the type.
  public func hash(into hasher: inout Hasher) {}
}

/// A rule as it is written: its name, then statements in the order they are computed.
public struct RuleSyntax: Sendable, Equatable {
  /// The name, an identifier.
  public var name: String
  /// What people read.
  public var label: String
  /// The statements.
  public var statements: [Statement]
  /// Remarks before the heading.
  public var comments: [String]
  /// Remarks after the last statement.
  public var closingComments: [String]
}

/// One statement of a rule.
public struct Statement: Sendable, Equatable {
  /// What it declares.
  public var body: Body
  /// The name it gives.
  public var name: String
  /// What people read; may be empty.
  public var label: String
  /// Where it comes from: a register, a deliberation, an article; may be empty.
  public var source: String
  /// Remarks written with it.
  public var comments: [String]
  /// Where its name stands.
  public var place: Place

  /// What a statement declares.
  public enum Body: Sendable, Equatable {
    /// A value asked for.
    case input(TypeSyntax, bounds: Bounds?)
    /// A fixed value.
    case parameter(TypeSyntax?, Literal)
    /// A value computed.
    case calculation(TypeSyntax?, Expression)
    /// A value read in a decision table.
    case table(TypeSyntax, DecisionTable)
    /// A value given back.
    case result(TypeSyntax, Expression)
  }

  /// The least and the greatest value of an input.
  public struct Bounds: Sendable, Equatable {
    /// The least.
    public var least: Literal
    /// The greatest.
    public var greatest: Literal
  }
}

/// A type as it is written.
public struct TypeSyntax: Sendable, Equatable {
  /// The type.
  public var type: RuleType
  /// Where it stands.
  public var place: Place
}

/// A value written in the text.
public struct Literal: Sendable, Equatable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var place: Place

  /// What a literal can be.
  public enum Value: Sendable, Equatable {
    /// A number, with what follows it: `%`, `€`, a unit, or nothing.
    case number(ExactDecimal, mark: String?)
    /// Yes or no.
    case boolean(Bool)
    /// A day.
    case date(CalendarDay)
    /// The name of a choice.
    case choice(String)
  }
}

/// A decision table.
public struct DecisionTable: Sendable, Equatable {
  /// Which rows count.
  public var policy: Policy
  /// The names looked at, one a column.
  public var columns: [Name]
  /// The rows.
  public var rows: [Row]
  /// The value where no row fits.
  public var otherwise: Expression?

  /// Which rows count.
  public enum Policy: String, Sendable, Equatable, Codable, CaseIterable {
    /// The first that fits.
    case first
    /// The only one that fits: two are a fault.
    case unique
    /// All that fit, added up.
    case sum
  }

  /// A row: a condition a column, then the value.
  public struct Row: Sendable, Equatable {
    /// The conditions, one a column; any of the tests of a cell suffices, an empty list fits everything.
    public var cells: [[CellTest]]
    /// The value.
    public var value: Expression
    /// What people read; may be empty.
    public var label: String
    /// Remarks written with it.
    public var comments: [String]
    /// Where it starts.
    public var place: Place
  }
}

/// A name used in a text.
public struct Name: Sendable, Equatable {
  /// The name.
  public var text: String
  /// Where it stands.
  public var place: Place
}

/// A test of a cell.
public struct CellTest: Sendable, Equatable {
  /// What it asks of the column's value.
  public var test: Test
  /// Where it stands.
  public var place: Place

  /// What a test asks.
  public enum Test: Sendable, Equatable {
    /// A comparison with a literal or a parameter.
    case compare(Comparison, Operand)
    /// Between two values; `excludes` leaves the greatest out.
    case range(Operand, Operand, excludes: Bool)
  }

  /// What a cell compares with.
  public enum Operand: Sendable, Equatable {
    /// A literal.
    case literal(Literal)
    /// The name of a parameter or of a choice.
    case name(Name)
  }
}

/// A comparison.
public enum Comparison: String, Sendable, Equatable, CaseIterable {
  case equal = "="
  case different = "≠"
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
}

/// Something that has a value.
public indirect enum Expression: Sendable, Equatable {
  /// A literal.
  case literal(Literal)
  /// A value named before, or a choice.
  case name(Name)
  /// The opposite of a number.
  case negated(Expression, Place)
  /// The contrary of a condition.
  case not(Expression, Place)
  /// A sum, a product…
  case arithmetic(Arithmetic, Expression, Expression, Place)
  /// A comparison.
  case compare(Comparison, Expression, Expression, Place)
  /// All of two conditions, or one of them.
  case logic(Logic, Expression, Expression, Place)
  /// One of several choices: `domicile parmi (commune ; canton)`.
  case member(Expression, [Name], Place)
  /// A value by a condition.
  case condition(Expression, then: Expression, otherwise: Expression, Place)
  /// A function.
  case call(Function, [Expression], Place)

  /// An operation on numbers.
  public enum Arithmetic: String, Sendable, Equatable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// What joins two conditions.
  public enum Logic: String, Sendable, Equatable, CaseIterable {
    case and = "et"
    case or = "ou"
  }
}

/// The functions of the language, by the name they are written with.
public enum Function: String, Sendable, Equatable, CaseIterable {
  /// The least of several.
  case minimum = "min"
  /// The greatest of several.
  case maximum = "max"
  /// Not more than a limit.
  case ceiling = "plafond"
  /// Not less than a limit.
  case floor = "plancher"
  /// To the nearest, half away from zero.
  case round = "arrondi"
  /// Towards minus infinity.
  case roundDown = "arrondi_inférieur"
  /// Towards plus infinity.
  case roundUp = "arrondi_supérieur"
  /// Without its sign.
  case absolute = "absolu"
  /// How many of several conditions hold.
  case count = "compte"
  /// Whole years from a day to another.
  case years = "ans"
  /// Whole months from a day to another.
  case months = "mois"
  /// Days from a day to another.
  case days = "jours"
  /// The year of a day.
  case year = "année"
  /// A day some months later.
  case addMonths = "plus_mois"
  /// A day some days later.
  case addDays = "plus_jours"
}

extension Expression {
  /// Where it stands.
  public var place: Place {
    switch self {
    case .literal(let literal): literal.place
    case .name(let name): name.place
    case .negated(_, let place), .not(_, let place), .arithmetic(_, _, _, let place),
      .compare(_, _, _, let place), .logic(_, _, _, let place), .member(_, _, let place),
      .condition(_, then: _, otherwise: _, let place), .call(_, _, let place):
      place
    }
  }
}
