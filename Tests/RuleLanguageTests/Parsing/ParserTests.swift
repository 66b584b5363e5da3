import Messages
import Testing

@testable import RuleLanguage

@Suite("Reading a rule") struct ParserTests {
  @Test(
    "A fault is told with its code, its line and its column",
    arguments: [
      ("résultat x : entier = 1 +", ["rule.syntax.expected 2:26"]),
      ("résultat x : entier = (1", ["rule.syntax.expected 2:25"]),
      ("résultat x : monnaie = 1", ["rule.syntax.expected 2:14"]),
      ("résultat si : entier = 1", ["rule.syntax.expected 2:10"]),
      ("bonjour", ["rule.syntax.expected 2:1", "rule.result.missing 1:1"]),
      ("résultat x : entier = min(1, 2)", ["rule.syntax.expected 2:28"]),
      ("résultat x : entier = mini(1 ; 2)", ["rule.name.function 2:23"]),
      ("résultat x : entier = 1 \"sans fin", ["rule.text.unclosed 2:25"]),
      ("résultat x : entier = 1 @", ["rule.text.character 2:25"]),
      ("résultat x : date = 2026-02-30", ["rule.text.date 2:21"]),
      ("résultat x : entier = 1,0000000000001", ["rule.text.number 2:23"]),
      ("résultat x : choix (a, a) = a", ["rule.name.duplicate 2:24"]),
      ("table t : entier\n| résultat |\n| 1 |", ["rule.syntax.expected 3:1"]),
      ("table t : entier, ligne double\n| résultat |\n| 1 |", ["rule.syntax.expected 2:25"]),
      (
        "soit a = 1\ntable t : entier, ligne unique\n| a | résultat |\n| 1 |\n| 2 | 3 |",
        ["rule.table.cells 5:1"]
      ),
      (
        "soit a = 1\ntable t : entier, ligne unique\n| a | résultat |\n| 1 | 2 | 3 |",
        ["rule.table.cells 5:1"]
      ),
      ("soit a = 1\ntable t : entier, ligne unique\n| a | résultat |\n| | 2 |", ["rule.syntax.expected 5:3"]),
    ]
  )
  func faults(text: String, expected: [String]) {
    let found = problems(text)
    #expect(found == expected.filter { $0 != "rule.result.missing 1:1" })
  }

  @Test("Several faults are told at once, each at its own statement")
  func recovery() {
    let found = problems("soit a = \nsoit b = )\nentrée c : entier de 1\nrésultat d : entier = 1")
    #expect(found == ["rule.syntax.expected 3:1", "rule.syntax.expected 3:10", "rule.syntax.expected 5:1"])
  }

  @Test("A message says what is expected and what stands there, in both languages")
  func words() throws {
    let failure = try #require(CheckedRule.check("règle x\nrésultat y : entier 4").problems.first)
    #expect(failure.message.fr == "Il faut ici « = », et non « 4 ».")
    #expect(failure.message.en == "Here goes “=”, not “4”.")
    #expect(failure.remedy != nil)
    let end = try #require(CheckedRule.check("").problems.first)
    #expect(end.message.fr == "Le texte s’arrête : il manque « règle ».")
  }

  @Test("Accents, capitals, groups of thousands and other signs are understood")
  func leniency() throws {
    let rule = try CheckedRule(
      "Regle r\nEntree q : montant de 0 à 5 000\nSOIT a = si q ≤ 1 250,50 € alors 2 × 3 sinon 8 ÷ 2\nResultat z : nombre = a"
    )
    #expect(rule.syntax.text.contains("si q <= 1250,50 € alors 2 * 3 sinon 8 / 2"))
  }

  @Test("« non » is a value at the end of a formula, and an operator before one")
  func no() throws {
    let rule = try checked(
      "soit a = si oui alors non sinon non\nsoit b = non a et non non a\nrésultat c : oui/non = b"
    )
    let evaluation = try rule.evaluate([:])
    #expect(evaluation.trace.steps.map(\.value) == [.boolean(false), .boolean(false), .boolean(false)])
  }

  @Test(
    "Hostile texts are refused within their limits, not run",
    arguments: [
      (String(repeating: "(", count: 60_000), "rule.syntax.too-deep"),
      (String(repeating: "-", count: 60_000), "rule.syntax.too-deep"),
      (String(repeating: "non ", count: 15_000) + "oui", "rule.syntax.too-deep"),
      (String(repeating: "si oui alors ", count: 5_000), "rule.syntax.too-deep"),
      (String(repeating: "abs", count: 20_000), "rule.text.name-too-long"),
      ("1" + String(repeating: "+1", count: 30_000), "rule.syntax.too-deep"),
      ("min(1" + String(repeating: ";1", count: 30_000) + ")", "rule.syntax.too-many"),
      (String(repeating: "9", count: 60_000), "rule.text.number"),
      ("1 # " + String(repeating: "x", count: 600), "rule.text.text-too-long"),
      ("1 \"" + String(repeating: "x", count: 600) + "\"", "rule.text.text-too-long"),
      ("1 \"de\u{202E}nègéd\"", "rule.text.character"),
      ("1 \"zéro\u{200B}blanc\"", "rule.text.character"),
      (String(repeating: "a", count: 70_000), "rule.text.too-large"),
      ("e" + String(repeating: "\u{0301}", count: 30_000), "rule.text.name-too-long"),
    ]
  )
  func attacks(formula: String, code: String) {
    let found = CheckedRule.check("règle x\nrésultat y : entier = \(formula)").problems
    #expect(found.first?.code == code)
    #expect(found.count <= RuleLimits.problems)
  }

  @Test("Too many statements and too many rows are refused")
  func counts() {
    let statements = (0..<300).map { "soit a\($0) = 1" }.joined(separator: "\n")
    #expect(
      problems(statements + "\nrésultat z : entier = 1").contains { $0.hasPrefix("rule.syntax.too-many") }
    )
    let rows = String(repeating: "| 1 |\n", count: 600)
    #expect(
      problems("table t : entier, première ligne\n| résultat |\n" + rows).first
        == "rule.syntax.too-many 504:1"
    )
  }

  @Test("Any bytes are read or refused, and the parser ends", arguments: [11, 12, 13, 14] as [UInt64])
  func noise(seed: UInt64) {
    var random = Generator(seed: seed)
    let pieces =
      Keyword.allCases.map(\.rawValue) + Function.allCases.map(\.rawValue)
      + [
        "|", "(", ")", ";", ",", "*", "=", "<", ":", "\n", "\"", "1", "2026-01-01", "€", "%", "x", "montant",
        "ligne unique", "#",
      ]
    for _ in 0..<150 {
      let text = (0..<random.int(0...80)).map { _ in random.pick(pieces) }.joined(separator: " ")
      let (rule, problems) = CheckedRule.check(text)
      #expect((rule == nil) == !problems.isEmpty)
      for problem in problems { #expect(problem.location != nil) }
    }
  }
}
