/// Texts as sentences quote them.
enum Quoted {
  /// How many characters of a value a sentence quotes.
  private static let characters = 60

  /// « value », with the no-break blanks of French.
  static func french(_ text: String) -> String { "«\u{A0}\(cut(text))\u{A0}»" }

  /// “value”.
  static func english(_ text: String) -> String { "“\(cut(text))”" }

  private static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= characters ? line : line.prefix(characters - 1) + "…"
  }
}
