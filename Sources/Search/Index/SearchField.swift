/// A field of the documents of an index, and how much it tells of a document.
public struct SearchField: Sendable, Hashable {
  /// The name, for readers.
  public var name: String
  /// How much a word found here counts.
  public var weight: Float
  /// How much a long text dilutes its words, from 0 for not at all to 1 for fully (the `b` of BM25).
  public var dilution: Float
  /// The number of words a usual text has: longer ones dilute, shorter ones strengthen.
  ///
  /// A constant rather than the mean of the index, so that a document's weights never change once it is
  /// indexed and the same documents rank the same whatever the order they came in.
  public var usualLength: Float
  /// Whether the text holds identifiers such as `dateConvention`, to be cut at their capitals.
  public var isIdentifiers: Bool

  /// Describes a field.
  public init(
    name: String,
    weight: Float,
    dilution: Float = 0.5,
    usualLength: Float,
    isIdentifiers: Bool = false
  ) {
    self.name = name
    self.weight = weight
    self.dilution = dilution
    self.usualLength = usualLength
    self.isIdentifiers = isIdentifiers
  }
}

/// A document to index: a slot, which the caller numbers from 0 without wide gaps, and a text for each field.
public struct SearchDocument: Sendable {
  /// The document's number.
  public var slot: UInt32
  /// The text of each field, in the order of the index's fields; the first one is the document's name.
  public var texts: [String]

  /// Makes a document.
  public init(slot: UInt32, texts: [String]) {
    self.slot = slot
    self.texts = texts
  }
}
