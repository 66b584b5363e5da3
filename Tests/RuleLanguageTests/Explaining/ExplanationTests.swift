import Messages
import Testing

@testable import RuleLanguage

@Suite("Explaining a case") struct ExplanationTests {
  private func canteen(_ contribution: RuleExplanation.Contribution = .automatic) throws -> RuleExplanation {
    let rule = try CheckedRule(WorkedExamples.canteen)
    let inputs = ["quotient_familial": "650", "domicile": "commune", "enfants": "3", "panier": "non"]
    let evaluation = try rule.evaluate(try rule.inputs(reading: inputs))
    return RuleExplanation(evaluation, of: rule, contribution: contribution)
  }

  @Test("The four points of article R311-3-1-2 are told for the case")
  func fourPoints() throws {
    let explanation = try canteen()
    #expect(explanation.contribution.first?.fr.contains("sans intervention humaine") == true)
    #expect(
      explanation.data.map(\.fr).first == "Quotient familial mensuel : 650,00\u{A0}€ (source : "
        + "Attestation de la CAF ou de la MSA, avec l’accord de la famille)."
    )
    #expect(explanation.data.count == 4)
    #expect(
      explanation.parameters.contains {
        $0.fr
          == "Prix de base (Délibération du conseil municipal), ligne 2 « Tranche B » (Quotient familial mensuel : "
          + "de 400 à moins de 700 ; Domicile de l’enfant : Dans la commune) : 2,20\u{A0}€."
      }
    )
    #expect(explanation.outcome.map(\.fr) == ["Prix d’un repas : 1,98\u{A0}€."])
    #expect(explanation.outcome.map(\.en) == ["Prix d’un repas: 1.98\u{A0}€."])
  }

  @Test("Only the parameters that counted in the case are told")
  func parametersThatCount() throws {
    let french = try canteen().parameters.map(\.fr).joined(separator: "\n")
    #expect(french.contains("Remise à partir du troisième enfant : 10\u{A0}%"))
    #expect(!french.contains("panier-repas"))
  }

  @Test("Each operation tells its formula in labels, its values and what happened")
  func operations() throws {
    let operations = try canteen().operations.map(\.fr)
    #expect(operations.count == 4)
    #expect(operations[1].contains("est remplie"))
    #expect(operations[1].contains("« Prix de base » * « Remise à partir du troisième enfant »"))
    #expect(operations[3].hasPrefix("Prix d’un repas : 1,98\u{A0}€. Calcul : plancher(arrondi("))
  }

  @Test(
    "The part of a person in the decision is told",
    arguments: [
      (RuleExplanation.Contribution.automatic, "entièrement"),
      (.assistance, "une personne a pris la décision"),
      (.unknown, "n’a pas encore été décrite"),
    ]
  )
  func contribution(value: RuleExplanation.Contribution, words: String) throws {
    #expect(try canteen(value).contribution.first?.fr.contains(words) == true)
  }

  @Test("A limit and a rounding are told with their values")
  func details() throws {
    let rule = try checked(
      "entrée a : entier de 0 à 99 \"Jours\"\nsoit b = a / 3\nrésultat r : nombre = plafond(arrondi(b ; 1) ; 5) \"Somme\""
    )
    let evaluation = try rule.evaluate(["a": number("50")])
    let text = RuleExplanation(evaluation, of: rule, contribution: .unknown).operations.map(\.fr).joined()
    #expect(text.contains("fait passer de 16,666666666667 à 16,7"))
    #expect(text.contains("fait passer de 16,7 à 5"))
    #expect(text.contains("douze décimales"))
  }

  @Test("A trace is a value: it is kept and read again")
  func codable() throws {
    let rule = try CheckedRule(WorkedExamples.nursery)
    for values in RuleSample(for: [rule], count: 30, seed: 4).cases {
      let evaluation = try rule.evaluate(values)
      #expect(try RoundTrip.of(evaluation) == evaluation)
      #expect(evaluation.trace.steps.count == rule.syntax.statements.count)
    }
  }
}
