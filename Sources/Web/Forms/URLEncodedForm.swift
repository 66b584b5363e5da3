/// Reads `application/x-www-form-urlencoded` (WHATWG URL § 5.1).
enum URLEncodedForm {
  /// Reads a whole body.
  static func read(_ body: [UInt8], limits: FormLimits) throws -> FormData {
    var form = FormData()
    for pair in body.split(separator: UInt8(ascii: "&")) {
      guard form.fields.count < limits.parts else { throw FormFailure.tooManyParts }
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let value = decode(pair[min(equals + 1, pair.endIndex)...])
      guard value.count <= limits.field else { throw FormFailure.fieldTooLarge }
      form.append(name: try text(decode(pair[..<equals])), value: try text(value))
    }
    return form
  }

  /// Bytes as text: UTF-8 without the null character.
  static func text(_ bytes: [UInt8]) throws -> String {
    guard !bytes.contains(0) else { throw FormFailure.nul }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw FormFailure.encoding }
    return text
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let code = Hexadecimal.decode(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self))?
          .first
      {
        out.append(code)
        index += 3
      } else {
        out.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return out
  }
}
