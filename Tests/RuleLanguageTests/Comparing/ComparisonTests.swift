import Messages
import Testing

@testable import RuleLanguage

@Suite("Comparing two versions") struct ComparisonTests {
  @Test("A sample holds the ends and thresholds of its inputs, and is the same for the same seed")
  func sample() throws {
    let rule = try CheckedRule(WorkedExamples.canteen)
    let sample = RuleSample(for: [rule], count: 300, seed: 9)
    #expect(sample == RuleSample(for: [rule], count: 300, seed: 9))
    #expect(sample != RuleSample(for: [rule], count: 300, seed: 10))
    let quotients = Set(sample.cases.compactMap { $0["quotient_familial"]?.text })
    for threshold in ["0", "399.99", "400", "699.99", "1500", "10000"] {
      #expect(quotients.contains(threshold))
    }
    #expect(quotients.count > 150)
    for values in sample.cases { #expect(throws: Never.self) { try rule.evaluate(values) } }
  }

  @Test("A rule compared with itself does not change")
  func identity() throws {
    let rule = try CheckedRule(WorkedExamples.nursery)
    let comparison = RuleComparison(
      old: rule,
      new: rule,
      sample: RuleSample(for: [rule], count: 200, seed: 3)
    )
    #expect(comparison.count == 200 && comparison.changed == 0 && comparison.cases.isEmpty)
    #expect(comparison.statements.isEmpty)
  }

  @Test("A price that rises is told: how many, by how much, for whom")
  func raised() throws {
    let old = try CheckedRule(WorkedExamples.canteen)
    let new = try CheckedRule(WorkedExamples.canteen.replacing("5,60 €", with: "6 €"))
    let sample = RuleSample(for: [old, new], count: 600, seed: 1)
    let comparison = RuleComparison(old: old, new: new, sample: sample)
    let price = try #require(comparison.results.first)
    #expect(comparison.changed > 0 && comparison.changed < comparison.count)
    #expect(price.raised == price.changed && price.lowered == 0)
    #expect(price.quantiles.last == decimal("0.4"))
    for item in comparison.cases {
      #expect(item.inputs["domicile"] == .choice("commune"))
      #expect((item.inputs["quotient_familial"]?.ordinal ?? .zero) >= ExactDecimal(1500))
    }
    #expect(comparison.statements.map(\.name) == ["prix_de_base"])
  }

  @Test("A case that one of them refuses is counted apart")
  func refusal() throws {
    let inputs = "entrée a : entier de 0 à 9\n"
    let old = try checked(inputs + "résultat r : nombre = a")
    let new = try checked(inputs + "résultat r : nombre = 10 / a")
    let sample = RuleSample(cases: (0...9).map { ["a": RuleValue.number(ExactDecimal($0))] })
    let comparison = RuleComparison(old: old, new: new, sample: sample)
    #expect(comparison.newlyRefused == 1 && comparison.count == 9)
    #expect(comparison.cases.first?.refusal?.code == "rule.compute.division-by-zero")
    #expect(comparison.cases.first?.after == nil)
  }
}
