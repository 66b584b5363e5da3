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

  /// Whether one of the alternatives is in the name: all its words, or its words in one.
  func matches(_ alternatives: [String]) -> Bool {
    alternatives.contains { alternative in
      let parts = alternative.split(separator: " ").map(String.init)
      if parts.allSatisfy(words.contains) { return true }
      let one = parts.joined()
      return words.contains(one) || joined == one
    }
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
