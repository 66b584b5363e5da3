/// A language the interface speaks.
///
/// French is the language of reference.
public enum Language: String, Codable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// A sentence or a label in both languages of the interface.
public struct Bilingual: Codable, Sendable, Hashable {
  /// The French text, with French typography (no-break spaces, guillemets, curly apostrophes).
  public var fr: String
  /// The English text.
  public var en: String

  /// Pairs a French text with its English counterpart.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .french: fr
    case .english: en
    }
  }
}
