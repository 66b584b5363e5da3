/// French typography: blanks that must not break before and after double marks.
enum Typography {
  /// Puts U+00A0 before `:` and inside « », U+202F before `;` `!` `?`, where an ordinary blank stands.
  static func french(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return text }
    var out = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar == " ", let next = scalars.first, let blank = blank(before: next) {
        out.append(blank)
      } else if scalar == " ", out.last == "«" {
        out.append("\u{00A0}")
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func blank(before mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case ":", "»": "\u{00A0}"
    case ";", "!", "?", "%": "\u{202F}"
    default: nil
    }
  }
}

extension String {
  /// The text whole, or its first characters and an ellipsis where it has more.
  ///
  /// A page stays light whatever a record or a file holds.
  public func shortened(to longest: Int) -> String { count <= longest ? self : prefix(longest) + "…" }
}
