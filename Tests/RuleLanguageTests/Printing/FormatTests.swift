import Testing

@testable import RuleLanguage

@Suite("Writing a rule") struct FormatTests {
  @Test("What is written is read as the same rule", arguments: Array(1...24) as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var generator = SyntaxGenerator(random: Generator(seed: seed))
    for _ in 0..<25 {
      let rule = generator.rule()
      let text = rule.text
      let read = try RuleSyntax(parsing: text)
      #expect(read == rule, "\(text)")
      #expect(read.text == text)
    }
  }

  @Test(
    "The worked examples are written as the printer writes them",
    arguments: [WorkedExamples.canteen, WorkedExamples.nursery]
  )
  func examples(text: String) throws {
    let written = try RuleSyntax(parsing: text).text
    #expect(try RuleSyntax(parsing: written).text == written)
    #expect(try RuleSyntax(parsing: written) == RuleSyntax(parsing: text))
  }

  @Test("Columns of a table are lined up, remarks are kept")
  func table() throws {
    let text = """
      # Le tarif
      règle t "Tarif"
      entrée q : montant de 0 à 100 # en euros
      table p : montant, première ligne "Prix"
      | q | résultat |
      # les petits
      | < 10 | 1 € | "Bas"
      | * | 12,5 € |
      résultat r : montant = p
      # fin
      """
    let expected = """
      # Le tarif
      règle t "Tarif"

      # en euros
      entrée q : montant de 0 à 100

      table p : montant, première ligne "Prix"
        | q    | résultat |
        # les petits
        | < 10 | 1 €      | "Bas"
        | *    | 12,50 €  |

      résultat r : montant = p

      # fin

      """
    #expect(try RuleSyntax(parsing: text).text == expected)
  }
}
