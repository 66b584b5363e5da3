import Testing

@testable import Tabular

@Suite("One scan puts a cell in its class")
struct CellScannerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let cell: String
    let family: CellClass.Family
    let number: Double

    init(_ cell: String, _ family: CellClass.Family, _ number: Double = 0) {
      self.cell = cell
      self.family = family
      self.number = number
    }

    var testDescription: String { cell }
  }

  static let numbers: [Case] = [
    Case("0", .number, 0), Case("42", .number, 42), Case("-7", .number, -7), Case("+33", .number, 33),
    Case("007", .number, 7), Case("12.5", .number, 12.5), Case("12,5", .number, 12.5),
    Case(".5", .number, 0.5),
    Case("-0,25", .number, -0.25), Case("1 234", .number, 1234), Case("1 234 567,89", .number, 1_234_567.89),
    Case("1\u{A0}234,5", .number, 1234.5), Case("1\u{202F}234", .number, 1234),
    Case("1 234.5", .number, 1234.5),
    Case("1.234,56", .number, 1234.56), Case("1,234.56", .number, 1234.56),
    Case("1.234.567", .number, 1_234_567),
    Case("12 %", .number, 12), Case("12,5%", .number, 12.5), Case("12 €", .number, 12),
    Case("1 200,50 €", .number, 1200.5),
    Case("€ 3", .number, 3), Case("15 euros", .number, 15), Case("10 EUR", .number, 10),
    Case("2,43E+13", .number, 2.43e13),
    Case("1e-3", .number, 0.001), Case("2.3522219000000177", .number, 2.3522219000000177),
    Case("0.1000000000000000055511151231257827", .number, 0.1), Case(" 8 ", .number, 8),
    Case("\u{A0}8", .number, 8), Case("900719925474099", .number, 900_719_925_474_099),
  ]

  static let times: [Case] = [
    Case("1970-01-01", .date, 0), Case("2023-05-12", .date, 19489), Case("12/05/2023", .date, 19489),
    Case("12.05.2023", .date, 19489), Case("12-05-2023", .date, 19489), Case("2023/05/12", .date, 19489),
    Case("12/05/23", .date, 19489), Case("12 mai 2023", .date, 19489), Case("1er mars 2020", .date, 18322),
    Case("12-mai-23", .date, 19489), Case("05/23/2023", .date, 19500), Case("2000-02-29", .date, 11016),
    Case("2023-02-30", .date, 0), Case("31/04/2023", .date, 0), Case("1900-02-29", .date, 0),
    Case("1970-01-01T00:00:01Z", .datetime, 1e6), Case("1970-01-01 01:00", .datetime, 3600e6),
    Case("01/01/1970 12h30", .datetime, 45000e6), Case("1970-01-01T01:00:00+01:00", .datetime, 0),
    Case("1970-01-01T00:00:00.25", .datetime, 250_000),
    Case("2022-10-18T12:35:49+0000", .datetime, 1_666_096_549e6),
    Case("Thu, 01 Jan 1970 00:00:01 GMT", .datetime, 1e6), Case("12:30", .time, 45000e6),
    Case("12h30", .time, 45000e6), Case("8h", .time, 28800e6),
    Case("23:59:59", .time, 86399e6), Case("36:15:00", .duration, 130_500), Case("PT1H30M", .duration, 5400),
    Case("P2D", .duration, 172_800), Case("PT0.5S", .duration, 0.5),
  ]

  static let others: [Case] = [
    Case("", .missing), Case("  ", .missing), Case("NA", .missing), Case("n/a", .missing),
    Case("NULL", .missing),
    Case("-", .missing), Case("Non renseigné", .missing), Case("#N/A", .missing), Case("oui", .boolean),
    Case("NON", .boolean), Case("Vrai", .boolean), Case("false", .boolean), Case("O", .boolean),
    Case("48.85, 2.35", .point), Case("48.85,2.35", .point), Case("[2.35, 48.85]", .point),
    Case("(48.8 2.3)", .point),
    Case("48.85;-2.35", .point), Case("[652000.1, 6862000.2]", .json), Case("POINT(2.35 48.85)", .geometry),
    Case("LineString(5.3 45.5, 5.4 45.6)", .geometry), Case("SRID=2154;POINT (1 2)", .geometry),
    Case("POLYGON EMPTY", .geometry), Case("{\"type\":\"Point\",\"coordinates\":[1,2]}", .geometry),
    Case("{\"a\": [1, true, null]}", .json), Case("[]", .json), Case("{\"a\": }", .text), Case("[1,", .text),
    Case("#REF!", .spreadsheetError), Case("#VALEUR!", .spreadsheetError), Case("#####", .spreadsheetError),
    Case("@@@", .symbols), Case("%", .symbols), Case("Bretagne", .text), Case("12 rue de la Paix", .text),
    Case("1 23 45", .text), Case("12:75", .text), Case("1.2.3.4", .text), Case("75 001 x", .text),
    Case("é", .text),
    Case("POINT(2 3", .text), Case("1/2", .text), Case("3-4", .text), Case("--5", .text), Case("12-", .text),
    Case("01 23 45 67 89", .text), Case("48,85;2,35", .text),
  ]

  @Test("A number, amount or percentage has its value", arguments: numbers)
  func numbersHaveValues(_ test: Case) {
    let scan = Fixture.scan(test.cell)
    #expect(scan.cellClass.family == test.family)
    #expect(scan.number == test.number)
  }

  @Test("A date, time or duration has its value", arguments: times)
  func timesHaveValues(_ test: Case) {
    let scan = Fixture.scan(test.cell)
    #expect(scan.cellClass.family == test.family)
    #expect(scan.number == test.number)
  }

  @Test("Words, places, structures and texts are told apart", arguments: others)
  func othersAreToldApart(_ test: Case) {
    #expect(Fixture.scan(test.cell).cellClass.family == test.family)
  }

  @Test(
    "The order of day and month is known as far as one date tells",
    arguments: [
      ("25/12/2023", CellClass.DateOrder.dayFirst), ("12/25/2023", .monthFirst), ("03/04/2023", .ambiguous),
      ("04/04/2023", .same), ("2023-04-03", .yearFirst), ("3 avril 2023", .monthWord),
    ]
  )
  func orderIsKnown(_ cell: String, _ order: CellClass.DateOrder) {
    #expect(Fixture.scan(cell).cellClass.order == order)
  }

  @Test("The details of a number are kept")
  func detailsAreKept() {
    #expect(Fixture.scan("007").cellClass.has(CellClass.leadingZero))
    #expect(Fixture.scan("75001").cellClass.digits == 5)
    #expect(Fixture.scan("1 234,5").cellClass.grouping == .blank)
    #expect(Fixture.scan("1,234,567").cellClass.grouping == .comma)
    #expect(Fixture.scan("1,234").cellClass.has(CellClass.perhapsGrouped))
    #expect(Fixture.scan("3.00").cellClass.has(CellClass.zeroFraction))
    #expect(Fixture.scan("12345678901234567890").cellClass.has(CellClass.tooLong))
    #expect(Fixture.scan("12 %").cellClass.unit == .percent)
    #expect(Fixture.scan("12€").cellClass.unit == .euro)
    #expect(Fixture.scan(" 12").cellClass.has(CellClass.padded))
    #expect(!Fixture.scan("12").cellClass.has(CellClass.padded))
  }

  @Test("Any bytes are scanned without a fault")
  func anyBytesAreScanned() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = [UInt8]("0123456789-/.,: hT€%eE+[]{}\"abcPOINT()é\u{A0}@#".utf8)
    for _ in 0..<20_000 {
      let cell = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
      }
      cell.withUnsafeBufferPointer { buffer in
        let scan = CellScanner.scan(buffer)
        #expect(scan.start >= 0 && scan.start <= scan.end && scan.end <= buffer.count)
        if let base = buffer.baseAddress { _ = FormatMatcher.match(base, scan) }
      }
    }
  }

  @Test("Every day from 1600 to 2400 is counted and written back")
  func daysAreCounted() {
    var expected = CivilDay.days(1600, 1, 1)
    for year in stride(from: 1600, through: 2400, by: 1) {
      for month in 1...12 {
        for day in 1...31 where CivilDay.exists(year, month, day) {
          #expect(CivilDay.days(year, month, day) == expected)
          #expect(CivilDay(daysSince1970: expected) == CivilDay(year: year, month: month, day: day))
          expected += 1
        }
      }
    }
  }
}
