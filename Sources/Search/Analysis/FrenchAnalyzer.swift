/// What French text is about, for search: words without accents, elisions, plurals and endings.
public struct FrenchAnalyzer: Sendable {
  /// A word of a text.
  public struct Token: Sendable, Hashable {
    /// The word as typed, folded: lower case, no accents.
    public var word: String
    /// Its stem: what words of one family share.
    public var term: String
    /// Whether it is too frequent in French to tell anything.
    public var isStopWord: Bool
  }

  /// Makes an analyzer.
  public init() {}

  /// The words of a text, in order.
  public func tokens(of text: String) -> [Token] {
    var scanner = WordScanner()
    return Stemmer.withStemmer { stem in
      var tokens: [Token] = []
      scanner.scan(text) { word in
        tokens.append(
          Token(
            word: String(decoding: word, as: UTF8.self),
            term: String(decoding: stem(word), as: UTF8.self),
            isStopWord: FrenchAnalyzer.isStopWord(word)
          )
        )
      }
      return tokens
    }
  }

  /// Whether a folded word tells nothing: a stop word, or a letter alone.
  static func isStopWord(_ word: [UInt8]) -> Bool {
    if word.count == 1 { return word[0] > UInt8(ascii: "9") }
    return StopWords.all.contains(word)
  }
}
