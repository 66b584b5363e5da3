/// The words of a column's name, folded: `COLL_SIRET`, `idBénéficiaire` and `Code Postal` in one form.
struct HeaderWords: Sendable, Equatable {
  let words: Set<String>
  /// All letters and digits of the name, folded.
  let joined: String
  let hasEuroSign: Bool

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var previousIsSmall = false
    var previousIsDigit = false
    for character in name {
      let folded = Self.fold(character)
      if folded.isEmpty {
        if !word.isEmpty { words.append(word) }
        word = ""
        previousIsSmall = false
        previousIsDigit = false
        continue
      }
      let isDigit = character.isNumber
      if !word.isEmpty, (character.isUppercase && previousIsSmall) || isDigit != previousIsDigit {
        words.append(word)
        word = ""
      }
      word += folded
      previousIsSmall = character.isLowercase
      previousIsDigit = isDigit
    }
    if !word.isEmpty { words.append(word) }
    self.words = Set(words)
    joined = words.joined()
    hasEuroSign = name.contains("€")
  }

  /// Whether one of the patterns is in the name: all its words, or its words in one.
  func matches(_ patterns: HeaderPatterns) -> Bool {
    for word in words where patterns.joined.contains(word) { return true }
    if patterns.joined.contains(joined) { return true }
    return patterns.multiple.contains { $0.isSubset(of: words) }
  }

  private static func fold(_ character: Character) -> String {
    guard character.isLetter || character.isNumber else { return "" }
    return String(character.lowercased().map { accents[$0] ?? $0 })
  }

  private static let accents: [Character: Character] = [
    "à": "a", "â": "a", "ä": "a", "á": "a", "ã": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "î": "i",
    "ï": "i", "í": "i", "ñ": "n", "ô": "o", "ö": "o", "ó": "o", "õ": "o", "ù": "u", "û": "u", "ü": "u",
    "ú": "u",
    "ÿ": "y", "ý": "y",
  ]
}

/// Words or groups of words that column names are searched for, cut once.
struct HeaderPatterns: ExpressibleByArrayLiteral, Sendable {
  /// Each pattern, its words run together.
  let joined: Set<String>
  /// The patterns of several words.
  let multiple: [Set<String>]

  var isEmpty: Bool { joined.isEmpty }

  init(arrayLiteral patterns: String...) { self.init(patterns) }

  init(_ patterns: [String]) {
    let parts = patterns.map { $0.split(separator: " ").map(String.init) }
    joined = Set(parts.map { $0.joined() })
    multiple = parts.filter { $0.count > 1 }.map(Set.init)
  }
}
