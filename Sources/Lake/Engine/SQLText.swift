/// Pieces of SQL text.
///
/// Values never come here: they are bound.
enum SQLText {
  /// A name, quoted.
  static func name(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

  /// A literal text, quoted: for paths only, where DuckDB takes no parameter.
  static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
