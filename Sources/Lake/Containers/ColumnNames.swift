/// Column names as a table needs them: trimmed, on one line, none empty, none twice.
enum ColumnNames {
  /// Cleans the names of a header.
  static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { index, raw in
      let words = raw.split(whereSeparator: \.isWhitespace)
      let name = words.isEmpty ? "colonne_\(index + 1)" : words.joined(separator: " ")
      var candidate = name
      var suffix = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)_\(suffix)"
        suffix += 1
      }
      return candidate
    }
  }
}
