/// The documents that match some words, and how well.
public struct SearchMatches: Sendable {
  /// The slots of the documents, ascending.
  public var slots: [UInt32]
  /// How well each one matches: more is better.
  public var scores: [Float]
  /// The words that no document has as typed, and the word each was read as.
  public var corrections: [(typed: String, understood: String)]
  /// Whether no document has all the words, so that those with the most of them are given.
  public var isRelaxed: Bool
  /// Whether the text held no word to look for: then every document is as good as any other.
  public var isEverything: Bool

  static let everything = SearchMatches(
    slots: [],
    scores: [],
    corrections: [],
    isRelaxed: false,
    isEverything: true
  )
}
