/// What the bytes of one cell look like, whatever its column: a family and the details of its notation.
///
/// A column is decided from how many of its cells have each class, so a class says all that the decision
/// needs: which decimal separator, which order of day and month, which pair of words.
struct CellClass: RawRepresentable, Hashable, Sendable {
  /// The broad kinds of cells.
  enum Family: UInt32, Sendable, CaseIterable {
    case missing, number, date, datetime, time, duration, boolean, point, geometry, json, text,
      spreadsheetError,
      symbols
  }

  var rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ family: Family, _ details: UInt32 = 0) { rawValue = family.rawValue | details }

  var family: Family { Family(rawValue: rawValue & 0xF) ?? .text }

  func has(_ detail: UInt32) -> Bool { rawValue & detail != 0 }

  func with(_ detail: UInt32) -> CellClass { CellClass(rawValue: rawValue | detail) }

  /// Blanks before or after the value.
  static let padded: UInt32 = 1 << 4

  static let empty = CellClass(.missing)
  static let text = CellClass(.text)
  static let symbols = CellClass(.symbols)

  /// The same class without blanks around.
  var unpadded: CellClass { CellClass(rawValue: rawValue & ~Self.padded) }
}

extension CellClass {
  /// A word that says there is no value, as against an empty cell.
  static let missingWord: UInt32 = 1 << 5
  /// A missing word that is a code elsewhere (`NA` is Namibia, `NC` New Caledonia).
  static let missingCode: UInt32 = 1 << 6
}

extension CellClass {
  /// A text that starts like a number: `12 bis`, `2024-A7`.
  static let startsWithDigit: UInt32 = 1 << 5
}

// MARK: Numbers

extension CellClass {
  enum Separator: UInt32, Sendable { case none, point, comma }

  enum Grouping: UInt32, Sendable { case none, blank, point, comma }

  enum Unit: UInt32, Sendable { case none, percent, euro }

  static let exponent: UInt32 = 1 << 11
  static let zeroFraction: UInt32 = 1 << 12
  static let leadingZero: UInt32 = 1 << 13
  static let plus: UInt32 = 1 << 14
  static let negative: UInt32 = 1 << 21
  /// One to three digits, a separator, three digits: perhaps thousands.
  static let perhapsGrouped: UInt32 = 1 << 22
  /// More digits than a number keeps: a code.
  static let tooLong: UInt32 = 1 << 23

  static func separator(_ value: Separator) -> UInt32 { value.rawValue << 5 }
  static func grouping(_ value: Grouping) -> UInt32 { value.rawValue << 7 }
  static func unit(_ value: Unit) -> UInt32 { value.rawValue << 9 }
  static func digits(_ count: Int) -> UInt32 { UInt32(truncatingIfNeeded: count) << 15 }

  var separator: Separator { Separator(rawValue: rawValue >> 5 & 3) ?? .none }
  var grouping: Grouping { Grouping(rawValue: rawValue >> 7 & 3) ?? .none }
  var unit: Unit { Unit(rawValue: rawValue >> 9 & 3) ?? .none }
  /// How many digits a plain integer has; 0 for any other number.
  var digits: Int { Int(rawValue >> 15 & 0x1F) }

  /// Digits alone, perhaps after a sign.
  var isPlainInteger: Bool { family == .number && digits > 0 }
}

// MARK: Dates and times

extension CellClass {
  /// The order of year, month and day, as far as one cell tells.
  enum DateOrder: UInt32, Sendable {
    case yearFirst, dayFirst, monthFirst, ambiguous, same, monthWord
  }

  enum DateSeparator: UInt32, Sendable { case dash, slash, dot, blank }

  static let twoDigitYear: UInt32 = 1 << 11
  /// Written as a date, but no such day exists.
  static let impossible: UInt32 = 1 << 12
  static let letterT: UInt32 = 1 << 13
  static let zoned: UInt32 = 1 << 14
  static let seconds: UInt32 = 1 << 15
  static let fraction: UInt32 = 1 << 16
  static let midnight: UInt32 = 1 << 17
  /// `12h30` as against `12:30`.
  static let letterH: UInt32 = 1 << 18

  static func order(_ value: DateOrder) -> UInt32 { value.rawValue << 5 }
  static func dateSeparator(_ value: DateSeparator) -> UInt32 { value.rawValue << 8 }

  var order: DateOrder { DateOrder(rawValue: rawValue >> 5 & 7) ?? .yearFirst }
  var dateSeparator: DateSeparator { DateSeparator(rawValue: rawValue >> 8 & 3) ?? .dash }
}

// MARK: Words, places

extension CellClass {
  /// The pair of words a boolean is one of.
  enum BooleanPair: UInt32, Sendable, CaseIterable {
    case ouiNon, vraiFaux, trueFalse, yesNo, letterO, letterN, letterY, letterV, letterF, letterT
  }

  static let truth: UInt32 = 1 << 9

  static func pair(_ value: BooleanPair) -> UInt32 { value.rawValue << 5 }

  var pair: BooleanPair { BooleanPair(rawValue: rawValue >> 5 & 15) ?? .ouiNon }

  /// Two coordinates that can be a latitude then a longitude.
  static let latitudeFirst: UInt32 = 1 << 5
  /// Two coordinates that can be a longitude then a latitude.
  static let longitudeFirst: UInt32 = 1 << 6
  /// Latitude first, in France or one of its overseas territories.
  static let latitudeFirstInFrance: UInt32 = 1 << 7
  /// Longitude first, in France or one of its overseas territories.
  static let longitudeFirstInFrance: UInt32 = 1 << 8
  /// Coordinates in brackets.
  static let bracketed: UInt32 = 1 << 9
  /// GeoJSON as against WKT.
  static let geoJSON: UInt32 = 1 << 5
}
