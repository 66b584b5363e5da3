/// Names of columns compared without what people change: case, accents and separators.
enum SchemaName {
  /// Small letters without accents, whatever else the text holds.
  static func folded(_ text: String) -> String {
    String(text.lowercased().map { accents[$0] ?? $0 })
  }

  /// The letters and digits of a name, folded: `COLL_SIRET`, `collSiret` and « Coll SIRET » in one form.
  static func key(_ name: String) -> String {
    folded(name).filter { $0.isLetter || $0.isNumber }
  }

  private static let accents: [Character: Character] = [
    "à": "a", "â": "a", "ä": "a", "á": "a", "ã": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "î": "i",
    "ï": "i", "í": "i", "ñ": "n", "ô": "o", "ö": "o", "ó": "o", "õ": "o", "ù": "u", "û": "u", "ü": "u",
    "ú": "u",
    "ÿ": "y", "ý": "y",
  ]
}
