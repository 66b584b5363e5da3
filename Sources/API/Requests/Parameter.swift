import Messages

/// A parameter an operation declares: what reads requests and what describes the interface both come from it.
struct Parameter: Sendable {
  /// What a parameter holds.
  enum Kind: Sendable {
    /// Text of at most so many characters.
    case text(longest: Int)
    /// A whole number, and the one taken where none is given.
    case integer(ClosedRange<Int>, standard: Int?)
    /// One of several words, and the one taken where none is given.
    case choice([String], standard: String?)
    /// `true` or `false`; `true` when it has no value.
    case flag
    /// Several texts: the parameter repeated, or one value with commas.
    case list(List)
    /// West, south, east and north, in degrees.
    case box
    /// Any number of parameters named after a column and a comparison: `montant__greater=1000`.
    case columnFilters
  }

  /// How a list is written.
  struct List: Sendable {
    /// The values accepted; `nil` for any.
    var choices: [String]?
    /// Whether a minus before a value reverses it.
    var isReversible = false
    /// Whether the parameter alone, without a value, means something.
    var isEmptyMeaningful = false
  }

  /// Where it stands in the address.
  enum Place: String, Sendable {
    case path, query
  }

  /// The name.
  let name: String
  /// Where it stands.
  let place: Place
  /// What it holds.
  let kind: Kind
  /// Whether a request must have it.
  let isRequired: Bool
  /// What it does.
  let summary: Bilingual
  /// A value that shows how it is written.
  let example: String?

  /// Declares a parameter of the query.
  init(
    _ name: String,
    _ kind: Kind,
    isRequired: Bool = false,
    fr: String,
    en: String,
    example: String? = nil
  ) {
    self.name = name
    place = .query
    self.kind = kind
    self.isRequired = isRequired
    summary = Bilingual(fr: fr, en: en)
    self.example = example
  }

  /// Declares a part of the path.
  init(path name: String, _ kind: Kind = .text(longest: 200), fr: String, en: String, example: String) {
    self.name = name
    place = .path
    self.kind = kind
    isRequired = true
    summary = Bilingual(fr: fr, en: en)
    self.example = example
  }
}
