public import Messages

/// A format that a single value is checked against: a SIREN, the INSEE code of a commune, an e-mail address.
public struct ValueFormat: Sendable {
  private let rule: FormatRule

  /// The format of a name; `nil` where none has it.
  public init?(_ name: String) {
    guard let rule = FormatRule.rule(of: ColumnFormat(rawValue: name)) else { return nil }
    self.rule = rule
  }

  /// What a value that has it is, after « ce n’est pas ».
  public var expected: Bilingual { Bilingual(fr: rule.expected.fr, en: rule.expected.en) }

  /// Whether a value has it, its check digits included.
  public func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty else { return false }
      let scan = CellScanner.scan(start, buffer.count)
      return rule.accepts(scan.cellClass, FormatMatcher.match(start, scan))
    }
  }
}
