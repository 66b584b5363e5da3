public import Messages

/// What a JSON schema finds wrong with a document.
public struct JSONSchemaFault: Sendable, Equatable {
  /// The place in the document, as a JSON pointer.
  public let pointer: String
  /// The keyword of the schema that is not met.
  public let keyword: String
  /// What is wrong.
  public let message: Bilingual
}

extension JSONSchemaFault {
  init(_ pointer: String, _ keyword: String, fr: String, en: String) {
    self.init(pointer: pointer, keyword: keyword, message: Bilingual(fr: fr, en: en))
  }
}
