import Messages
import Testing

@testable import RuleLanguage

@Suite("Checking a rule") struct CheckerTests {
  private static let inputs = """
    entrée q : montant de 0 à 5000
    entrée n : entier en enfants de 0 à 10
    entrée d : date de 2020-01-01 à 2030-12-31
    entrée ici : oui/non
    entrée lieu : choix (commune, ailleurs)
    entrée t : taux

    """

  @Test(
    "What does not hold together is refused where it stands",
    arguments: [
      ("résultat r : montant = q + n", ["rule.type.unit 8:26"]),
      ("résultat r : montant = q * q", ["rule.type.unit 8:26"]),
      ("résultat r : montant = q / 3", ["rule.type.rounding 8:26"]),
      ("résultat r : montant = q * t", ["rule.type.rounding 8:26"]),
      ("résultat r : entier en enfants = n / 2", ["rule.type.rounding 8:36"]),
      ("résultat r : montant = ici", ["rule.type.mismatch 8:24"]),
      ("résultat r : oui/non = q", ["rule.type.mismatch 8:24"]),
      ("résultat r : oui/non = lieu = marseille", ["rule.name.unknown 8:31"]),
      ("résultat r : oui/non = lieu < commune", ["rule.type.mismatch 8:29"]),
      ("résultat r : oui/non = lieu = ici", ["rule.type.mismatch 8:29"]),
      ("résultat r : oui/non = d < 3", ["rule.type.mismatch 8:26"]),
      ("résultat r : oui/non = q et ici", ["rule.type.mismatch 8:24"]),
      ("résultat r : montant = si q alors 1 sinon 2", ["rule.type.mismatch 8:27"]),
      ("résultat r : montant = si ici alors 1 sinon d", ["rule.type.mismatch 8:24"]),
      ("résultat r : montant = arrondi(q ; n)", ["rule.function.places 8:36"]),
      ("résultat r : montant = plafond(q)", ["rule.function.arguments 8:24"]),
      ("résultat r : montant = plafond(q ; n)", ["rule.type.unit 8:36"]),
      ("résultat r : entier en mois = ans(d ; d)", ["rule.type.unit 8:31"]),
      ("résultat r : date = plus_jours(d ; q)", ["rule.type.rounding 8:36"]),
      ("résultat q : montant = 1", ["rule.name.taken 8:10"]),
      ("résultat commune : montant = 1", ["rule.name.taken 8:10"]),
      ("résultat r : montant = quo", ["rule.name.unknown 8:24"]),
      ("soit s = lieux\nrésultat r : choix (commune, ailleurs) = s", ["rule.name.unknown 8:10"]),
      ("soit s = commune\nrésultat r : oui/non = oui", ["rule.type.missing 8:6"]),
      ("entrée x : entier\nrésultat r : montant = q", ["rule.bounds.missing 8:8"]),
      ("entrée x : entier de 5 à 1\nrésultat r : montant = q", ["rule.bounds.reversed 8:22"]),
      ("entrée x : oui/non de 1 à 2\nrésultat r : montant = q", ["rule.bounds.not-allowed 8:23"]),
      ("entrée x : entier de 0,5 à 2\nrésultat r : montant = q", ["rule.type.rounding 8:22"]),
      ("soit s = q", ["rule.result.missing 8:6"]),
      (
        "table u : montant, ligne unique\n| q | résultat |\nrésultat r : montant = u",
        ["rule.table.empty 8:7"]
      ),
      (
        "table u : oui/non, somme des lignes\n| q | résultat |\n| * | oui |\nrésultat r : oui/non = u",
        ["rule.type.mismatch 8:7"]
      ),
      (
        "table u : montant, ligne unique\n| q | résultat |\n| < n | 1 |\n| * | 2 |\nrésultat r : montant = u",
        ["rule.table.operand 10:5"]
      ),
      (
        "table u : montant, ligne unique\n| lieu | résultat |\n| < 3 | 1 |\nrésultat r : montant = u",
        ["rule.type.mismatch 10:3"]
      ),
    ]
  )
  func refusals(text: String, expected: [String]) { #expect(problems(Self.inputs + text) == expected) }

  @Test("A name near another is proposed, and what depends on a faulty name is not blamed")
  func suggestion() throws {
    let text = "règle r\nentrée quotient : montant de 0 à 10\nsoit a = quotiant\nrésultat b : montant = a"
    let problems = CheckedRule.check(text).problems
    #expect(problems.count == 1)
    #expect(problems.first?.remedy?.fr == "Vouliez-vous écrire « quotient » ?")
  }

  @Test(
    "Units multiply and divide",
    arguments: [
      ("résultat r : nombre en €*enfants = q * n", true),
      ("résultat r : nombre en €/enfants = q / (n + 1)", true),
      ("résultat r : montant = arrondi(q * n / (n + 1) ; 2)", true),
      ("résultat r : nombre = q / (q + 1)", true),
      ("résultat r : montant = 2 * q", true), ("résultat r : montant = q + 2", true),
      ("résultat r : montant = arrondi((1 - t) * q ; 2)", true), ("résultat r : montant = q + 20 %", false),
      ("résultat r : oui/non = n >= 3", true), ("résultat r : oui/non = n >= 3 enfants", true),
      ("résultat r : oui/non = n >= 3 €", false), ("résultat r : montant = 12 enfants", false),
    ]
  )
  func units(text: String, holds: Bool) { #expect(problems(Self.inputs + text).isEmpty == holds) }

  @Test("A possible division by zero and what is not used are pointed at")
  func findings() throws {
    let rule = try checked(
      "entrée a : entier de 0 à 9\nentrée b : entier de 1 à 9\nsoit c = 1\nrésultat r : nombre = 10 / a + 10 / b"
    )
    #expect(rule.findings.map(\.kind) == [.division, .unused])
    #expect(rule.findings.first?.place.line == 5)
  }
}

@Suite("Which cases a table covers") struct CoverageTests {
  private func findings(_ table: String, _ inputs: String = "entrée a : entier de 0 à 99\nentrée b : oui/non")
    throws -> [String]
  {
    let rule = try checked(
      inputs
        + "\ntable t : entier, \(table)\nsoit inutile = si b alors a sinon a\nrésultat r : entier = t + inutile * 0"
    )
    return rule.findings.map(\.message.fr)
  }

  @Test("A gap is told with the cases it leaves")
  func gap() throws {
    #expect(
      try findings(
        "ligne unique\n| a | b | résultat |\n| < 10 | * | 1 |\n| de 10 à 50 | oui | 2 |\n| > 50 | * | 3 |"
      )
        == ["Aucune ligne de la table « t » ne convient à : a de 10 à 50 ; b = non."]
    )
  }

  @Test("An overlap is told with its rows")
  func overlap() throws {
    #expect(
      try findings("ligne unique\n| a | résultat |\n| <= 10 | 1 |\n| >= 10 | 2 |")
        == ["Les lignes 1, 2 de la table « t » conviennent toutes à : a = 10."]
    )
  }

  @Test("Whole numbers and cents leave no gap between neighbours")
  func steps() throws {
    #expect(try findings("ligne unique\n| a | résultat |\n| <= 10 | 1 |\n| >= 11 | 2 |").isEmpty)
    let cents = "entrée a : montant de 0 à 99\nentrée b : oui/non"
    let rule = try checked(
      cents
        + "\ntable t : entier, ligne unique\n| a | résultat |\n| <= 10 | 1 |\n| >= 10,02 € | 2 |\nrésultat r : entier = t"
    )
    #expect(
      rule.findings.map(\.message.fr).first == "Aucune ligne de la table « t » ne convient à : a = 10,01 €."
    )
  }

  @Test("A row behind another is never reached; « sinon » leaves no gap")
  func unreachable() throws {
    #expect(
      try findings("première ligne\n| a | résultat |\n| < 50 | 1 |\n| de 10 à 20 | 2 |\nsinon 3")
        == ["La ligne 2 de la table « t » n’est jamais atteinte."]
    )
    #expect(
      try findings("ligne unique\n| a | résultat |\n| > 200 | 1 |\nsinon 3")
        == ["La ligne 1 de la table « t » n’est jamais atteinte."]
    )
  }

  @Test("A gap of computed columns is only possible")
  func possible() throws {
    let rule = try checked(
      "entrée a : entier de 0 à 9\nsoit c = a * 2\ntable t : entier, ligne unique\n| c | résultat |\n| < 18 | 1 |\nrésultat r : entier = t"
    )
    #expect(rule.findings.map(\.isCertain) == [false])
    #expect(rule.findings.first?.message.fr.contains("= 18") == true)
  }

  @Test(
    "A table of many columns and rows is verified or said not to be, quickly",
    arguments: [5, 6] as [UInt64]
  )
  func large(seed: UInt64) throws {
    var random = Generator(seed: seed)
    let names = (0..<12).map { "i\($0)" }
    var text = names.map { "entrée \($0) : entier de 0 à 999\n" }.joined()
    text += "table t : entier, première ligne\n| " + names.joined(separator: " | ") + " | résultat |\n"
    for row in 0..<300 {
      let cells = names.map { _ in random.int(0...2) == 0 ? "*" : "> \(random.int(0...999))" }
      text += "| " + cells.joined(separator: " | ") + " | \(row) |\n"
    }
    let clock = ContinuousClock()
    let elapsed = try clock.measure {
      let rule = try checked(text + "résultat r : entier = t")
      #expect(rule.findings.contains { $0.kind == .unverified || $0.kind == .gap })
    }
    #expect(elapsed < .seconds(20))
  }

  @Test("Coverage agrees with trying every case", arguments: Array(1...12) as [UInt64])
  func generated(seed: UInt64) throws {
    var random = Generator(seed: seed)
    for _ in 0..<10 {
      let policy = random.pick([DecisionTable.Policy.first, .unique])
      var text = "entrée a : entier de 0 à 12\nentrée b : oui/non\nentrée c : choix (u, v, w)\n"
      text += "table t : entier, \(policy.text)\n| a | b | c | résultat |\n"
      for _ in 0..<random.int(1...5) {
        let low = random.int(0...12)
        let a = random.pick([
          "*", "< \(low)", ">= \(low)", "de \(low) à \(low + random.int(0...5))", "\(low)",
          "< \(low) ou > \(low + 3)",
        ])
        text +=
          "| \(a) | \(random.pick(["*", "oui", "non"])) | \(random.pick(["*", "u", "v ou w", "≠ u"])) | 1 |\n"
      }
      let rule = try checked(text + "résultat r : entier = t")
      var codes: Set<String> = []
      for a in 0...12 {
        for b in [true, false] {
          for c in ["u", "v", "w"] {
            let values = ["a": RuleValue.number(ExactDecimal(a)), "b": .boolean(b), "c": .choice(c)]
            do { _ = try rule.evaluate(values, tracing: false) } catch {
              codes.insert("\((error as? Failure)?.code ?? "?")")
            }
          }
        }
      }
      #expect(rule.findings.contains { $0.kind == .gap } == codes.contains("rule.compute.no-row"), "\(text)")
      #expect(
        rule.findings.contains { $0.kind == .overlap } == codes.contains("rule.compute.several-rows"),
        "\(text)"
      )
    }
  }
}
