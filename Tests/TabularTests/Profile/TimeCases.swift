@testable import Tabular

extension TypeTests {
  static let times: [Case] = [
    Case(
      title: "ISO dates",
      name: "date",
      cells: ["2023-05-12", "2023-12-01"],
      type: .date,
      notation: "yyyy-mm-dd"
    ),
    Case(
      title: "French dates",
      name: "date",
      cells: ["12/05/2023", "31/12/2023"],
      type: .date,
      notation: "dd/mm/yyyy"
    ),
    Case(
      title: "American dates",
      name: "date",
      cells: ["05/12/2023", "12/31/2023"],
      type: .date,
      notation: "mm/dd/yyyy"
    ),
    Case(
      title: "dates that prove nothing",
      name: "date",
      cells: ["05/12/2023", "01/02/2023"],
      type: .date,
      notation: "dd/mm/yyyy"
    ),
    Case(
      title: "dates with dots",
      name: "date",
      cells: ["12.05.2023", "31.12.2023"],
      type: .date,
      notation: "dd.mm.yyyy"
    ),
    Case(
      title: "two-digit years",
      name: "date",
      cells: ["12/05/23", "31/12/98"],
      type: .date,
      notation: "dd/mm/yy"
    ),
    Case(
      title: "months as words",
      name: "date",
      cells: ["12 mai 2023", "1er mars 2020"],
      type: .date,
      notation: "d month yyyy"
    ),
    Case(
      title: "compact dates",
      name: "date_effet",
      cells: ["20230512", "20231201"],
      type: .date,
      notation: "yyyymmdd"
    ),
    Case(
      title: "one French date in a hundred thousand",
      name: "date",
      cells: (0..<99).map { "2023-05-\(10 + $0 % 20)" } + ["31/12/2023"],
      type: .date,
      notation: "yyyy-mm-dd",
      invalid: 1
    ),
    Case(
      title: "a day that does not exist",
      name: "date",
      cells: ["2023-05-12", "2023-02-30", "2023-01-01"],
      type: .date,
      notation: "yyyy-mm-dd",
      invalid: 1
    ),
    Case(
      title: "datetimes with a zone",
      name: "debut",
      cells: ["2023-05-12T10:00:00+02:00", "2023-05-12T11:00:00+02:00"],
      type: .datetime,
      notation: "yyyy-mm-ddThh:mm:ssZ"
    ),
    Case(
      title: "French datetimes",
      name: "debut",
      cells: ["12/05/2023 10:00", "31/12/2023 08:30"],
      type: .datetime,
      notation: "dd/mm/yyyy hh:mm"
    ),
    Case(title: "times", name: "ouverture", cells: ["08:30", "12:00"], type: .time, notation: "hh:mm"),
    Case(title: "French times", name: "ouverture", cells: ["8h30", "12h00"], type: .time, notation: "hhhmm"),
    Case(title: "durations", name: "duree", cells: ["PT1H", "PT30M"], type: .duration),
  ]
}
