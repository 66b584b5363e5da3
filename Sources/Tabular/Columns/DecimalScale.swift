/// Powers of ten, and the exact value of decimals that a fast division cannot give.
enum DecimalScale {
  /// 10⁰…10²²: all are exact as `Double`, so one division of an exact mantissa rounds once.
  static let powers: [Double] = (0...22).map { power in
    var value = 1.0
    for _ in 0..<power { value *= 10 }
    return value
  }

  /// The nearest `Double` of a decimal with many digits or an exponent, without its sign.
  static func slowValue(
    _ number: NumericScanner.Reading,
    _ exponent: Int,
    _ bytes: UnsafePointer<UInt8>,
    _ range: Range<Int>
  ) -> Double {
    if number.wholeDigits + number.fractionDigits <= 19 {
      return Double("\(number.mantissa)e\(exponent - number.fractionDigits)") ?? .infinity
    }
    // The mantissa wrapped: the digits are taken again from the text, up to the exponent or the unit.
    var text = ""
    for at in range {
      let byte = bytes[at]
      if CellScanner.isDigit(byte) { text.unicodeScalars.append(Unicode.Scalar(byte)) }
      if CellScanner.isLetter(byte) { break }
    }
    return Double("\(text)e\(exponent - number.fractionDigits)") ?? .infinity
  }
}
