import Messages
import Testing

@testable import RuleLanguage

@Suite("Computing a case") struct EvaluatorTests {
  @Test(
    "The canteen’s price, as the deliberation says it",
    arguments: [
      ("0", "commune", "1", "non", "1"), ("399.99", "commune", "1", "non", "1"),
      ("400", "commune", "1", "non", "2.2"), ("699.99", "commune", "3", "non", "1.98"),
      ("700", "commune", "2", "non", "3.4"), ("1000", "commune", "1", "non", "3.6"),
      ("1234.56", "commune", "1", "non", "4.44"), ("1499.99", "commune", "3", "non", "4.86"),
      ("1500", "commune", "1", "oui", "2.8"), ("10000", "commune", "12", "oui", "2.52"),
      ("0", "ailleurs", "1", "non", "6.5"), ("0", "ailleurs", "3", "oui", "2.93"),
      ("0", "commune", "12", "oui", "1"),
    ]
  )
  func canteen(quotient: String, home: String, children: String, basket: String, price: String) throws {
    let rule = try CheckedRule(WorkedExamples.canteen)
    let inputs = ["quotient_familial": quotient, "domicile": home, "enfants": children, "panier": basket]
    let evaluation = try rule.evaluate(try rule.inputs(reading: inputs))
    #expect(evaluation["prix"] == number(price))
  }

  @Test(
    "The points of a request, added up and limited",
    arguments: [
      (["naissance": "2026-01-10", "rentrée": "2026-09-01"], "true", "62"),
      (["naissance": "2026-01-10", "rentrée": "2026-09-01", "attente": "5"], "true", "55"),
      (["naissance": "2023-09-01", "rentrée": "2026-09-01"], "false", "0"),
      (["naissance": "2023-09-02", "rentrée": "2026-09-01"], "true", "62"),
      (["domicile": "ailleurs", "parents": "aucun", "attente": "0"], "true", "0"),
      (["monoparental": "oui", "handicap": "oui", "fratrie": "oui"], "true", "102"),
    ]
  )
  func nursery(changes: [String: String], admitted: String, points: String) throws {
    let rule = try CheckedRule(WorkedExamples.nursery)
    let usual = [
      "naissance": "2026-01-10", "rentrée": "2026-09-01", "domicile": "commune", "parents": "tous",
      "monoparental": "non", "handicap": "non", "fratrie": "non", "attente": "36",
    ]
    let evaluation = try rule.evaluate(try rule.inputs(reading: usual.merging(changes) { $1 }))
    #expect(evaluation["recevable"]?.text == admitted)
    #expect(evaluation["points"]?.text == points)
  }

  @Test("The examples are covered wholly")
  func examplesAreCovered() throws {
    for text in [WorkedExamples.canteen, WorkedExamples.nursery] {
      #expect(try CheckedRule(text).findings.isEmpty)
    }
  }

  @Test(
    "A formula has the value arithmetic gives it",
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 3 - 2", "5"), ("12 / 3 / 2", "2"), ("-2 * -3", "6"),
      ("-(4)", "-4"), ("0,1 + 0,2", "0.3"), ("1 / 3", "0.333333333333"), ("50 %", "0.5"),
      ("min(3 ; 1 ; 2)", "1"), ("max(3 ; 1 ; 2)", "3"), ("plafond(7 ; 5)", "5"), ("plancher(7 ; 9)", "9"),
      ("arrondi(2,345 ; 2)", "2.35"), ("arrondi_inférieur(2,345 ; 2)", "2.34"),
      ("arrondi_superieur(2,341 ; 2)", "2.35"), ("arrondi(1250 ; -2)", "1300"), ("absolu(-3)", "3"),
      ("compte(oui ; non ; 1 < 2)", "2"), ("année(2026-09-01)", "2026"),
      ("si non oui ou 2 >= 2 et 1 ≠ 2 alors 4 sinon 5", "4"),
    ]
  )
  func formulas(text: String, value: String) throws {
    let rule = try checked("résultat r : nombre = \(text)")
    #expect(try rule.evaluate([:])["r"]?.text == value)
  }

  @Test(
    "Days and spans",
    arguments: [
      ("entier en jours = jours(2026-02-27 ; 2026-03-01)", "2"),
      ("entier en ans = ans(2000-02-29 ; 2026-02-28)", "25"),
      ("entier en mois = mois(2026-01-31 ; 2026-02-28)", "0"),
      ("date = plus_mois(2026-01-31 ; 1)", "2026-02-28"),
      ("date = plus_jours(2026-12-31 ; 1 jours)", "2027-01-01"),
      ("date = max(2026-01-01 ; 2025-01-01)", "2026-01-01"),
    ]
  )
  func days(text: String, value: String) throws {
    #expect(try checked("résultat r : \(text)").evaluate([:])["r"]?.text == value)
  }

  @Test(
    "A case without an answer is refused where the text fails, never with a crash",
    arguments: [
      ("résultat r : nombre = 1 / (a - a)", "rule.compute.division-by-zero", 25),
      ("résultat r : nombre = 999999999999999999 * a * 999999", "rule.compute.overflow", 42),
      ("résultat r : nombre = 999999999999999999 + a + 999999999999999999", "rule.compute.overflow", 42),
      ("résultat r : date = plus_jours(2299-12-31 ; a)", "rule.compute.date", 21),
      ("résultat r : date = plus_mois(2026-01-01 ; a * 1000000)", "rule.compute.date", 21),
      (
        "table t : entier, ligne unique\n| a | résultat |\n| 0 | 1 |\nrésultat r : entier = t",
        "rule.compute.no-row", 7
      ),
      (
        "table t : entier, ligne unique\n| a | résultat |\n| * | 1 |\n| > 1 | 1 |\nrésultat r : entier = t",
        "rule.compute.several-rows", 1
      ),
    ]
  )
  func refusals(text: String, code: String, column: Int) throws {
    let rule = try checked("entrée a : entier de 0 à 99\n" + text)
    do {
      _ = try rule.evaluate(["a": number("5")])
      Issue.record("computed")
    } catch let failure as Failure {
      #expect(failure.code == code)
      #expect(failure.location?.column == column)
      #expect(failure.remedy != nil)
    }
  }

  @Test("Inputs that are missing, unreadable or out of bounds are told one by one")
  func inputs() throws {
    let rule = try CheckedRule(WorkedExamples.canteen)
    let failures = #expect(throws: RuleProblems.self) {
      try rule.inputs(reading: ["quotient_familial": "12000", "domicile": "Mars", "panier": " "])
    }
    let found = try #require(failures).failures
    #expect(
      Set(found.map { "\($0.code) \($0.pointer ?? "")" }) == [
        "rule.input.out-of-bounds quotient_familial", "rule.input.invalid domicile",
        "rule.input.missing enfants",
        "rule.input.missing panier",
      ]
    )
    #expect(throws: RuleProblems.self) { try rule.evaluate([:]) }
    #expect(throws: RuleProblems.self) {
      try rule.evaluate([
        "quotient_familial": number("1.005"), "domicile": .choice("commune"), "enfants": number("1"),
        "panier": .boolean(true),
      ])
    }
  }

  @Test("Both sides of a condition are not computed: only the one that applies")
  func laziness() throws {
    let rule = try checked("entrée a : entier de 0 à 9\nrésultat r : nombre = si a = 0 alors 0 sinon 10 / a")
    #expect(try rule.evaluate(["a": number("0")])["r"]?.text == "0")
    #expect(try rule.evaluate(["a": number("4")])["r"]?.text == "2.5")
  }

  @Test(
    "A value read from a person’s text",
    arguments: [
      ("1 234,50 €", RuleType.money, "1234.5"), ("1\u{202F}234", .integer(.none), "1234"),
      ("20 %", .rate, "0.2"),
      ("0,2", .rate, "0.2"), ("Oui", .boolean, "true"), ("01/09/2026", .date, "2026-09-01"),
    ]
  )
  func reading(text: String, type: RuleType, value: String) {
    #expect(RuleValue(text, as: type)?.text == value)
  }

  @Test("A value is shown as people write it") func showing() {
    #expect(
      number("1234567.5").shown(as: .money)
        == Bilingual(fr: "1\u{202F}234\u{202F}567,50\u{A0}€", en: "1,234,567.50\u{A0}€")
    )
    #expect(number("-0.125").shown(as: .rate).fr == "-12,5\u{A0}%")
    #expect(RuleValue.date(CalendarDay(number: 0)).shown(as: .date).fr == "01/01/1970")
  }
}
