/// A session's form secret as pages hold it: under a mask that differs each time, so that the size of a
/// compressed page tells nothing of it (BREACH).
public enum MaskedToken {
  /// Masks a secret written in hexadecimal.
  public static func mask(_ secret: String) -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = Hexadecimal.decode(secret) ?? []
    let pad = bytes.map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return Hexadecimal.encode(pad) + Hexadecimal.encode(zip(pad, bytes).map { $0 ^ $1 })
  }

  /// The secret under a mask; `nil` when the text is no mask of anything.
  public static func unmask(_ token: String) -> String? {
    guard let bytes = Hexadecimal.decode(token), !bytes.isEmpty, bytes.count.isMultiple(of: 2) else {
      return nil
    }
    let half = bytes.count / 2
    return Hexadecimal.encode(zip(bytes[..<half], bytes[half...]).map { $0 ^ $1 })
  }
}

/// Bytes as hexadecimal digits.
public enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Writes bytes in lower case.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads bytes; `nil` for anything but pairs of digits.
  public static func decode(_ text: String) -> [UInt8]? {
    let values = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard values.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: values.count, by: 2) {
      guard let high = values[index], let low = values[index + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }

  /// So many random bytes in hexadecimal.
  public static func random(bytes count: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return encode((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
