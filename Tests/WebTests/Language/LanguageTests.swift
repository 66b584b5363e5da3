import CivilTime
import Messages
import Testing
import Web

@testable import Web

@Suite("Numbers and dates in words") struct LanguageTests {
  @Test(
    "Whole numbers have their thousands apart",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_000, "1\u{202F}000", "1,000"),
      (-1_234_567, "\u{2212}1\u{202F}234\u{202F}567", "\u{2212}1,234,567"),
      (Int.min, "\u{2212}9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808", ""),
    ]
  )
  func integers(value: Int, french: String, english: String) {
    #expect(Language.french.number(value) == french)
    if !english.isEmpty { #expect(Language.english.number(value) == english) }
  }

  @Test(
    "Decimals are rounded and lose their final zeros",
    arguments: [
      (1.5, "1,5"), (2.0, "2"), (0.005, "0,01"), (-0.001, "0"), (1_234.567, "1\u{202F}234,57"),
      (99.999, "100"),
      (-12.25, "\u{2212}12,25"), (1e18, "1e+18"), (Double.nan, "nan"),
    ]
  )
  func decimals(value: Double, french: String) { #expect(Language.french.number(value) == french) }

  @Test(
    "A share that is neither none nor all never shows as such",
    arguments: [
      (0.0, "0\u{202F}%"), (1.0, "100\u{202F}%"), (0.0004, "<\u{202F}0,1\u{202F}%"),
      (0.9999, ">\u{202F}99,9\u{202F}%"), (0.5, "50\u{202F}%"), (0.054, "5,4\u{202F}%"),
    ]
  )
  func shares(value: Double, french: String) { #expect(Language.french.percent(value) == french) }

  @Test(
    "Sizes have the unit that suits them",
    arguments: [
      (0, "0\u{00A0}octets"), (999, "999\u{00A0}octets"), (1_200, "1,2\u{00A0}ko"), (999_600, "1\u{00A0}Mo"),
      (214_510, "215\u{00A0}ko"), (5_000_000_000, "5\u{00A0}Go"),
    ]
  )
  func sizes(bytes: Int, french: String) { #expect(Language.french.bytes(bytes) == french) }

  @Test("French is singular below two, English only at one")
  func plurals() {
    let words = (fr: (one: "ligne", many: "lignes"), en: (one: "row", many: "rows"))
    #expect(
      [0, 1, 2].map { Language.french.count($0, fr: words.fr, en: words.en) } == [
        "0\u{00A0}ligne", "1\u{00A0}ligne", "2\u{00A0}lignes",
      ]
    )
    #expect(
      [0, 1, 2].map { Language.english.count($0, fr: words.fr, en: words.en) } == [
        "0\u{00A0}rows", "1\u{00A0}row", "2\u{00A0}rows",
      ]
    )
  }

  @Test("Every day of four centuries reads back from its number")
  func days() {
    for number in stride(from: -135_140, through: 146_097, by: 1) {
      let date = CivilDate(daysSinceEpoch: number)
      #expect(date.daysSinceEpoch == number)
    }
    #expect(CivilDate(daysSinceEpoch: 20_781).iso == "2026-11-24")
  }

  @Test(
    "What is no date is refused",
    arguments: ["2026-02-30", "2026-13-01", "26-01-01", "", "2026/01/01", "2026-1-1"]
  )
  func noDates(text: String) { #expect(CivilDate(text) == nil) }

  @Test("Dates are written as each language does")
  func dates() {
    #expect(Language.french.date("2026-03-01T10:00:00Z") == "1er\u{00A0}mars\u{00A0}2026")
    #expect(Language.english.date("2026-03-01") == "1\u{00A0}March\u{00A0}2026")
    #expect(Language.french.shortDate("2026-03-01") == "01/03/2026")
    #expect(Language.french.date("jamais") == "jamais")
  }

  @Test(
    "Times are those of the clocks in France, summer and winter",
    arguments: [
      ("2026-01-15T10:05:00Z", "15\u{00A0}janvier\u{00A0}2026 à 11\u{00A0}h\u{00A0}05"),
      ("2026-07-15T22:30:00Z", "16\u{00A0}juillet\u{00A0}2026 à 0\u{00A0}h\u{00A0}30"),
      ("2026-03-29T00:59:00Z", "29\u{00A0}mars\u{00A0}2026 à 1\u{00A0}h\u{00A0}59"),
      ("2026-03-29T01:00:00Z", "29\u{00A0}mars\u{00A0}2026 à 3\u{00A0}h\u{00A0}00"),
      ("2026-10-25T00:59:00Z", "25\u{00A0}octobre\u{00A0}2026 à 2\u{00A0}h\u{00A0}59"),
      ("2026-10-25T01:00:00Z", "25\u{00A0}octobre\u{00A0}2026 à 2\u{00A0}h\u{00A0}00"),
    ]
  )
  func times(utc: String, french: String) { #expect(Language.french.dateTime(utc) == french) }

  @Test(
    "Distances are in the unit people would use",
    arguments: [
      ("2026-11-24", "aujourd’hui"), ("2026-11-23", "hier"), ("2026-11-25", "demain"),
      ("2026-11-04", "il y a 20\u{00A0}jours"), ("2027-02-04", "dans 2\u{00A0}mois"),
      ("2020-11-24", "il y a 6\u{00A0}ans"),
    ]
  )
  func distances(iso: String, french: String) {
    #expect(Language.french.distance(of: iso, from: CivilDate(daysSinceEpoch: 20_781)) == french)
  }

  @Test("French marks get no-break blanks, and nothing else changes")
  func typography() {
    #expect(
      Typography.french("Oui : « non » ; si ! 5 %")
        == "Oui\u{00A0}: «\u{00A0}non\u{00A0}»\u{202F}; si\u{202F}! 5\u{202F}%"
    )
    #expect(Typography.french("a:b http://x.fr") == "a:b http://x.fr")
  }
}
