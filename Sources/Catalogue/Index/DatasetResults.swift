/// The answer to a `DatasetQuery`.
public struct DatasetResults: Sendable, Equatable {
  /// The datasets of the page asked for, in order.
  public var hits: [DatasetCard]
  /// How many datasets match, exactly.
  public var total: Int
  /// Every facet in the order of `FacetKey`, each counted without its own choice.
  public var facets: [Facet]
  /// The words that were read as another one, because nobody uses them as typed.
  public var corrections: [Correction]
  /// Whether no dataset holds all the words, so that those holding most of them are given.
  public var relaxed: Bool

  /// A word typed and the word it was read as.
  public struct Correction: Sendable, Hashable {
    /// The word as typed.
    public var typed: String
    /// The word of the catalogue it was read as.
    public var understood: String

    /// Makes a correction.
    public init(typed: String, understood: String) {
      self.typed = typed
      self.understood = understood
    }
  }

  /// Makes an answer.
  public init(
    hits: [DatasetCard],
    total: Int,
    facets: [Facet],
    corrections: [Correction] = [],
    relaxed: Bool = false
  ) {
    self.hits = hits
    self.total = total
    self.facets = facets
    self.corrections = corrections
    self.relaxed = relaxed
  }

  /// The facet of a key.
  public subscript(key: FacetKey) -> Facet {
    facets.first { $0.key == key } ?? Facet(key: key, values: [], total: 0)
  }
}
