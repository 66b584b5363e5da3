import Messages

/// Checks that several acts make of what they are given.
enum Required {
  /// Refuses an empty text.
  static func text(_ value: String, _ pointer: String, fr: String, en: String) throws {
    guard value.allSatisfy(\.isWhitespace) else { return }
    throw Failure(
      "field.required",
      .invalid,
      fr: "\(fr) est obligatoire.",
      en: "\(en) is required.",
      remedy: Bilingual(fr: "Renseignez ce champ.", en: "Fill in this field."),
      pointer: pointer
    )
  }

  /// Refuses a text too long to be what it says it is.
  static func length(_ value: String, max: Int, _ pointer: String, fr: String, en: String) throws {
    guard value.unicodeScalars.count > max else { return }
    throw Failure(
      "field.too-long",
      .invalid,
      fr: "\(fr) dépasse \(max) caractères.",
      en: "\(en) is longer than \(max) characters.",
      remedy: Bilingual(fr: "Raccourcissez ce texte.", en: "Shorten this text."),
      pointer: pointer
    )
  }
}
