internal import PlainText

/// Names for addresses: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
  /// The longest slug made from a title.
  public static let lengthMax = 80

  /// A slug made from a title, cut at a word; `nil` when ASCII can write no letter or digit of it.
  ///
  /// Letters lose their accents, `œ` and `æ` become two letters, apostrophes and all other signs separate.
  public static func make(from title: String) -> String? {
    var slug = ""
    var pending = false
    for scalar in title.unicodeScalars {
      guard let letters = scalar == "€" ? "euro" : Folding.ascii(scalar) else { continue }
      if letters.isEmpty {
        pending = !slug.isEmpty
      } else {
        if pending { slug += "-" }
        pending = false
        slug += letters
      }
    }
    return slug.isEmpty ? nil : cut(slug)
  }

  /// A slug that `taken` does not hold: with `-2`, `-3`… where the plain one is taken.
  public static func unique(_ slug: String, taken: (String) -> Bool) -> String {
    guard taken(slug) else { return slug }
    var number = 2
    while taken("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }

  /// Whether a text is a slug: 1 to 100 lower-case ASCII letters and digits, with single hyphens inside.
  public static func isValid(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    var count = 0
    for byte in text.utf8 {
      count += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return count > 0 && count <= 100 && previous != UInt8(ascii: "-")
  }

  private static func cut(_ slug: String) -> String {
    guard slug.utf8.count > lengthMax else { return slug }
    let head = slug.prefix(lengthMax)
    let whole = head.lastIndex(of: "-").map { head[..<$0] } ?? head
    return String(whole)
  }
}
