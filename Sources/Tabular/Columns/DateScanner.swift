/// Classes dates and datetimes, from the first separator.
enum DateScanner {
  /// A day being read.
  private struct Reading {
    var details: UInt32 = 0
    var year = 0
    var month = 0
    var day = 0
  }

  /// Classes `first`-`…`-`…`, the cursor on the separator after `first`; false when it is no date.
  static func scan(
    _ cursor: inout ByteCursor,
    _ first: UInt64,
    _ firstDigits: Int,
    _ scan: inout CellScan
  ) -> Bool {
    let separator = cursor.byte
    guard firstDigits == 4 || firstDigits == 1 || firstDigits == 2 else { return false }
    cursor.at &+= 1
    if firstDigits < 3, CellScanner.isLetter(cursor.byte) || cursor.byte >= 0x80 {
      return scanMonthWord(&cursor, first, firstDigits, &scan)
    }
    var second: UInt64 = 0
    let secondDigits = cursor.digits(into: &second)
    guard secondDigits == 1 || secondDigits == 2, cursor.skip(separator) else { return false }
    var third: UInt64 = 0
    let thirdDigits = cursor.digits(into: &third)
    var reading = Reading()
    reading.details = CellClass.dateSeparator(dateSeparator(separator))
    if firstDigits == 4 {
      guard thirdDigits == 1 || thirdDigits == 2 else { return false }
      readYearFirst(Int(first), Int(second), Int(third), &reading)
    } else {
      guard thirdDigits == 4 || thirdDigits == 2 else { return false }
      readDayOrMonthFirst(Int(first), Int(second), Int(third), thirdDigits, &reading)
    }
    return end(&cursor, reading, &scan)
  }

  private static func dateSeparator(_ byte: UInt8) -> CellClass.DateSeparator {
    switch byte {
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "-"): .dash
    default: .blank
    }
  }

  private static func readYearFirst(_ year: Int, _ month: Int, _ day: Int, _ reading: inout Reading) {
    reading.details |= CellClass.order(.yearFirst)
    reading.year = year
    reading.month = month
    reading.day = day
    if !CivilDay.exists(year, month, day) { reading.details |= CellClass.impossible }
  }

  private static func readDayOrMonthFirst(
    _ first: Int,
    _ second: Int,
    _ third: Int,
    _ yearDigits: Int,
    _ reading: inout Reading
  ) {
    reading.year = yearDigits == 2 ? fullYear(third) : third
    if yearDigits == 2 { reading.details |= CellClass.twoDigitYear }
    reading.day = first
    reading.month = second
    let dayFirst = CivilDay.exists(reading.year, second, first)
    let monthFirst = CivilDay.exists(reading.year, first, second)
    switch (dayFirst, monthFirst) {
    case (true, true): reading.details |= CellClass.order(first == second ? .same : .ambiguous)
    case (true, false): reading.details |= CellClass.order(.dayFirst)
    case (false, true):
      reading.details |= CellClass.order(.monthFirst)
      reading.month = first
      reading.day = second
    case (false, false): reading.details |= CellClass.order(.dayFirst) | CellClass.impossible
    }
  }

  /// 69…99 are of the last century (POSIX `strptime`).
  private static func fullYear(_ year: Int) -> Int { year < 69 ? 2000 &+ year : 1900 &+ year }

  /// `12 janvier 2023`, `1er mars 2020`, `12-janv.-23`: the cursor on the letter after the day and its
  /// separator.
  static func scanMonthWord(
    _ cursor: inout ByteCursor,
    _ day: UInt64,
    _ dayDigits: Int,
    _ scan: inout CellScan
  ) -> Bool {
    guard dayDigits <= 2, day >= 1, day <= 31, let month = MonthWords.read(&cursor) else { return false }
    _ = cursor.skip(UInt8(ascii: "."))
    if !cursor.skipBlanks(), !cursor.skip(UInt8(ascii: "-")), !cursor.skip(UInt8(ascii: "/")) { return false }
    var year: UInt64 = 0
    let digits = cursor.digits(into: &year)
    guard digits == 4 || digits == 2 else { return false }
    var reading = Reading()
    reading.details = CellClass.order(.monthWord) | CellClass.dateSeparator(.blank)
    reading.year = digits == 2 ? fullYear(Int(year)) : Int(year)
    if digits == 2 { reading.details |= CellClass.twoDigitYear }
    reading.month = month
    reading.day = Int(day)
    if !CivilDay.exists(reading.year, month, Int(day)) { reading.details |= CellClass.impossible }
    return end(&cursor, reading, &scan)
  }

  /// `Thu, 12 Jan 2023 10:00:00 GMT` (RFC 5322, as HTTP and RSS write it).
  static func scanMailDate(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ scan: inout CellScan
  ) -> Bool {
    var cursor = ByteCursor(bytes: bytes, end: end, at: start &+ 4)
    guard cursor.skipBlanks() else { return false }
    var day: UInt64 = 0
    let digits = cursor.digits(into: &day)
    guard digits >= 1, cursor.skipBlanks() else { return false }
    return scanMonthWord(&cursor, day, digits, &scan)
  }

  /// Ends a date, or goes on with its time.
  private static func end(_ cursor: inout ByteCursor, _ reading: Reading, _ scan: inout CellScan) -> Bool {
    let exists = reading.details & CellClass.impossible == 0
    let days = exists ? CivilDay.days(reading.year, reading.month, reading.day) : 0
    if cursor.isAtEnd {
      scan.cellClass = CellClass(.date, reading.details)
      scan.number = Double(days)
      return true
    }
    var details = reading.details
    if cursor.skip(UInt8(ascii: "T")) {
      details |= CellClass.letterT
    } else if !cursor.skipBlanks() {
      return false
    }
    guard let clock = TimeScanner.clock(&cursor, &details),
      let offset = TimeScanner.zone(&cursor, &details), cursor.isAtEnd
    else { return false }
    if clock == 0 { details |= CellClass.midnight }
    scan.cellClass = CellClass(.datetime, details)
    scan.number = exists ? Double(days) * 86_400e6 + clock - offset : 0
    return true
  }
}

/// The months by their French or English names and abbreviations.
enum MonthWords {
  /// Reads a month's name under the cursor, after `er ` where the day is the first; `nil` when there is
  /// none.
  static func read(_ cursor: inout ByteCursor) -> Int? {
    if cursor.byte == UInt8(ascii: "e"), cursor.at &+ 1 < cursor.end,
      cursor.bytes[cursor.at &+ 1] == UInt8(ascii: "r")
    {
      cursor.at &+= 2
      _ = cursor.skipBlanks()
    }
    var name: [UInt8] = []
    while !cursor.isAtEnd, name.count < 12 {
      let byte = cursor.byte
      if CellScanner.isLetter(byte) {
        name.append(byte | 0x20)
        cursor.at &+= 1
      } else if byte == 0xC3, cursor.at &+ 1 < cursor.end {
        guard let letter = unaccented(cursor.bytes[cursor.at &+ 1]) else { return nil }
        name.append(letter)
        cursor.at &+= 2
      } else {
        break
      }
    }
    return numbers[String(decoding: name, as: UTF8.self)]
  }

  private static func unaccented(_ second: UInt8) -> UInt8? {
    switch second | 0x20 {
    case 0xA9, 0xA8: UInt8(ascii: "e")
    case 0xBB: UInt8(ascii: "u")
    default: nil
    }
  }

  private static let numbers: [String: Int] = {
    let names = [
      "janvier janv jan january", "fevrier fevr fev feb february", "mars mar march", "avril avr apr april",
      "mai may", "juin jun june", "juillet juil jul july", "aout aou aug august",
      "septembre sept sep september",
      "octobre oct october", "novembre nov november", "decembre dec december",
    ]
    var numbers: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()
}
