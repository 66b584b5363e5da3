public import Tabular

extension CellValue {
  /// The value as exports write it: ISO 8601 dates, a point for decimals, nothing where there is no value.
  public var plainText: String {
    if case .text(let text) = self { return text }
    var bytes: [UInt8] = []
    CellText.append(self, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
