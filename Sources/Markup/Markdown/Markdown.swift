/// The safe subset of Markdown in which descriptions are written (after CommonMark 0.31).
///
/// Paragraphs, headings, lists, quotes, code, tables, emphasis and links to `http`, `https` and `mailto`.
/// Raw HTML
/// is text like any other, images become links, and nothing else can produce an element.
public enum Markdown {
  /// Renders a text.
  ///
  /// - Parameters:
  ///   - text: The Markdown source.
  ///   - topHeading: The level that the highest heading of the text gets in the page.
  public static func html(_ text: String, topHeading: Int = 3) -> HTML {
    var parser = BlockParser(String(text.prefix(longest)), topHeading: topHeading)
    return parser.parse()
  }

  /// The number of characters read; what comes after is left out.
  public static let longest = 100_000

  /// The text without its marks, for summaries and search results, cut at a word.
  public static func plain(_ text: String, limit: Int = 240) -> String {
    let whole = html(text).visibleText
    guard whole.count > limit else { return whole }
    let cut = whole.prefix(limit)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }

  /// An address if it is one that people may be led to: absolute `http`, `https`, or `mailto`.
  public static func safeAddress(_ address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), address.utf8.count <= 2_000 else { return nil }
    let scheme = address[..<colon].lowercased()
    let rest = address[address.index(after: colon)...]
    guard !address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
    switch scheme {
    case "http", "https": return rest.hasPrefix("//") && rest.utf8.count > 3 ? address : nil
    case "mailto": return rest.contains("@") ? address : nil
    default: return nil
    }
  }
}
