import Foundation

/// JSON with one spelling for each value: keys sorted, no blank, nothing escaped but what must be, absent
/// values left out.
///
/// Equal records have equal bytes, so their digests can be compared.
public enum CanonicalJSON {
  /// Writes a value.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Reads a value.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// Adds a string in quotes, escaping only quotes, backslashes and control characters (RFC 8259 §7).
  static func append(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: json += "\\\""
      case 0x5C: json += "\\\\"
      case 0x08: json += "\\b"
      case 0x09: json += "\\t"
      case 0x0A: json += "\\n"
      case 0x0C: json += "\\f"
      case 0x0D: json += "\\r"
      case 0..<0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    json += "\""
  }
}
