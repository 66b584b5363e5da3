/// What a text may cost: each limit is refused with its place, so that no text makes the program slow or stop.
public enum RuleLimits {
  /// The text, in UTF-8 bytes.
  public static let textBytes = 65_536
  /// The statements of a rule.
  public static let statements = 200
  /// The rows of a table.
  public static let rows = 500
  /// The columns of a table.
  public static let columns = 12
  /// The alternatives of a cell, the choices of a type, the arguments of a function.
  public static let alternatives = 100
  /// How deep an expression may be nested.
  public static let depth = 32
  /// The operations of an expression.
  public static let operations = 200
  /// The characters of a label, of a source or of a remark.
  public static let textLength = 500
  /// The characters of a name.
  public static let nameLength = 60
  /// The problems told at once.
  public static let problems = 20
}
