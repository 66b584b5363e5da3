import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import RuleLanguage
import Testing

/// A town with an algorithm that has no rule yet.
private struct Town {
  let cast: Cast

  var snapshot: Snapshot { cast.platform.state.snapshot }

  init() async throws {
    cast = try await Cast()
    try await cast.enter()
    try await perform(OpenSheet(.algorithm, id: "al", organization: "ville", title: "Cantine"), .producer)
  }

  @discardableResult
  func perform<A: Act>(_ act: A, _ role: Role = .producer) async throws -> A.Outcome {
    try await cast.platform.perform(act, as: Cast.actor(role))
  }

  func refusal<A: Act>(_ act: A, _ role: Role = .producer) async -> String? {
    await cast.refusal(act, Cast.actor(role))
  }

  static let family = ["quotient_familial": "650", "domicile": "commune", "enfants": "3", "panier": "non"]
  static let example = AlgorithmRule.Example(label: "Tranche B", inputs: family, expected: ["prix": "1,98"])

  /// Writes a version and puts it in force.
  func rule(_ text: String = WorkedExamples.canteen, _ examples: [AlgorithmRule.Example] = [example])
    async throws
  {
    let rule = try await perform(WriteRule("al", text: text, examples: examples))
    try await perform(PutRuleInForce(rule.id, reason: "Délibération 2026-41"), .steward)
  }
}

@Suite("Rules of algorithms") struct AlgorithmRuleActTests {
  @Test("A draft is written and written again; in force, it no longer changes and the next one replaces it")
  func life() async throws {
    let town = try await Town()
    let first = try await town.perform(WriteRule("al", text: "règle", examples: []))
    let again = try await town.perform(
      WriteRule("al", text: WorkedExamples.canteen, examples: [Town.example])
    )
    #expect(first.id == "al.1" && again.id == "al.1")
    try await town.perform(PutRuleInForce("al.1", reason: "Délibération"), .steward)
    let kept = try #require(town.snapshot.ruleInForce(of: "al"))
    #expect(kept.inForceAt != nil && kept.decidedBy == Cast.actor(.steward).id)
    #expect(await town.refusal(DiscardRule("al.1")) == "algorithm.rule.not-draft")

    let next = WorkedExamples.canteen.replacing("5,60 €", with: "6 €")
    let second = try await town.perform(WriteRule("al", text: next, examples: [Town.example]))
    #expect(second.id == "al.2")
    #expect(town.snapshot.ruleInForce(of: "al")?.text == WorkedExamples.canteen)
    try await town.perform(PutRuleInForce("al.2", reason: "Tarifs de la rentrée"), .steward)
    #expect(town.snapshot.rules(of: "al").map(\.state) == [.inForce, .ended])
    #expect(town.snapshot.record(AlgorithmRule.self, "al.1")?.text == WorkedExamples.canteen)
    #expect(
      await town.refusal(PutRuleInForce("al.1", reason: "Retour"), .steward) == "algorithm.rule.not-draft"
    )
  }

  @Test(
    "A rule that does not hold is not put in force, and the refusal says where",
    arguments: [
      ("règle r\nrésultat x : entier = 1 +", [Town.example], "rule.syntax.expected", nil, 2),
      ("règle r\nrésultat x : entier = 1", [], "algorithm.rule.no-example", "examples", nil),
      (
        "règle r\nentrée a : entier de 0 à 9\ntable t : entier, ligne unique\n| a | résultat |\n| < 9 | 1 |\n"
          + "résultat x : entier = t",
        [AlgorithmRule.Example(label: "", inputs: ["a": "1"], expected: ["x": "1"])], "algorithm.rule.hole",
        nil, 3
      ),
      (
        WorkedExamples.canteen,
        [Town.example, AlgorithmRule.Example(label: "Faux", inputs: Town.family, expected: ["prix": "2"])],
        "algorithm.rule.example", "examples.1", nil
      ),
      (
        WorkedExamples.canteen, [AlgorithmRule.Example(label: "", inputs: [:], expected: [:])],
        "algorithm.rule.example", "examples.0", nil
      ),
      (
        WorkedExamples.canteen,
        [AlgorithmRule.Example(label: "", inputs: Town.family, expected: ["tarif": "1,98"])],
        "algorithm.rule.example", "examples.0", nil
      ),
    ] as [(String, [AlgorithmRule.Example], String, String?, Int?)]
  )
  func verification(
    text: String,
    examples: [AlgorithmRule.Example],
    code: String,
    pointer: String?,
    line: Int?
  ) async throws {
    let town = try await Town()
    try await town.perform(WriteRule("al", text: text, examples: examples))
    do {
      try await town.perform(PutRuleInForce("al.1", reason: "Délibération"), .steward)
      Issue.record("put in force")
    } catch let failure as Failure {
      #expect(failure.code == code)
      #expect(failure.pointer == pointer)
      if let line { #expect(failure.location?.line == line) }
    }
    #expect(town.snapshot.ruleInForce(of: "al") == nil)
  }

  @Test("The failing example is named with what it gives and what was expected")
  func words() async throws {
    let town = try await Town()
    let wrong = AlgorithmRule.Example(label: "Faux", inputs: Town.family, expected: ["prix": "2"])
    try await town.perform(WriteRule("al", text: WorkedExamples.canteen, examples: [wrong]))
    let failure = await #expect(throws: Failure.self) {
      try await town.perform(PutRuleInForce("al.1", reason: "Délibération"), .steward)
    }
    let expected = "L’exemple « Faux » n’est pas rendu : Prix d’un repas vaut 1,98\u{A0}€ au lieu de 2."
    #expect(failure?.message.fr == expected)
  }

  @Test("Hostile drafts are refused by their size; nobody outside writes")
  func limits() async throws {
    let town = try await Town()
    let huge = String(repeating: "#", count: 70_000)
    #expect(await town.refusal(WriteRule("al", text: huge, examples: [])) == "algorithm.rule.too-large")
    let many = Array(repeating: Town.example, count: 201)
    #expect(await town.refusal(WriteRule("al", text: "x", examples: many)) == "algorithm.rule.too-large")
    #expect(await town.refusal(WriteRule("none", text: "x", examples: [])) == "access.forbidden")
    #expect(
      await town.cast.refusal(WriteRule("al", text: "x", examples: []), .visitor) == "access.unauthenticated"
    )
  }
}

@Suite("Decisions that rules compute") struct AlgorithmDecisionTests {
  private func compute(_ id: String, keeps: Bool = true, _ inputs: [String: String] = Town.family)
    -> ComputeDecision
  {
    ComputeDecision("al", id: id, inputs: inputs, reference: "D-1", keepsInputs: keeps, salt: "du sel")
  }

  @Test("A decision keeps its version, and is explained by it after the rule changed")
  func explained() async throws {
    let town = try await Town()
    #expect(await town.refusal(compute("d-0")) == "algorithm.rule.none")
    try await town.rule()
    let computed = try await town.perform(compute("d-1"))
    #expect(computed.decision.rule == "al.1" && computed.decision.results == ["prix": "1.98"])
    let dearer = WorkedExamples.canteen.replacing("2,20 €", with: "3 €")
    try await town.rule(
      dearer,
      [AlgorithmRule.Example(label: "", inputs: Town.family, expected: ["prix": "2,7"])]
    )
    let answer = try await town.perform(AnswerDecision("d-1"))
    #expect(answer.version.number == 1 && answer.agrees)
    #expect(answer.explanation.outcome.map(\.fr) == ["Prix d’un repas : 1,98\u{A0}€."])
    #expect(answer.parts.map(\.sentences.isEmpty) == [false, false, false, false, false])
    #expect(town.snapshot.record(AlgorithmDecision.self, "d-1")?.answeredAt != nil)
  }

  @Test("Without its data, a decision is answered by giving the same data again, and no other")
  func digest() async throws {
    let town = try await Town()
    try await town.rule()
    let computed = try await town.perform(compute("d-1", keeps: false))
    #expect(computed.decision.inputs == nil)
    #expect(await town.refusal(AnswerDecision("d-1")) == "rule.input.missing")
    let other = Town.family.merging(["quotient_familial": "651"]) { $1 }
    #expect(await town.refusal(AnswerDecision("d-1", inputs: other)) == "algorithm.decision.inputs")
    let same = Town.family.merging(["quotient_familial": "650,00 €"]) { $1 }
    #expect(try await town.perform(AnswerDecision("d-1", inputs: same)).agrees)
  }

  @Test("A wrong case is refused with the input at fault; a taken id is too")
  func refusals() async throws {
    let town = try await Town()
    try await town.rule()
    let wrong = Town.family.merging(["enfants": "treize"]) { $1 }
    do {
      try await town.perform(compute("d-1", wrong))
      Issue.record("computed")
    } catch let failure as Failure {
      #expect(failure.code == "rule.input.invalid" && failure.pointer == "enfants")
    }
    try await town.perform(compute("d-1"))
    #expect(await town.refusal(compute("d-1")) == "register.id")
    #expect(await town.refusal(AnswerDecision("none"), .steward) == "access.forbidden")
  }

  @Test("A decision is forgotten with a reason, by those who decide")
  func forgetting() async throws {
    let town = try await Town()
    try await town.rule()
    try await town.perform(compute("d-1"))
    #expect(await town.refusal(ForgetDecision("d-1", reason: "Délai"), .producer) == "access.forbidden")
    #expect(await town.refusal(ForgetDecision("d-1", reason: " "), .steward) == "field.required")
    try await town.perform(ForgetDecision("d-1", reason: "Délai passé"), .steward)
    #expect(town.snapshot.record(AlgorithmDecision.self, "d-1") == nil)
  }
}

@Suite("The mention and the inventory") struct AlgorithmDocumentTests {
  private func algorithm() throws -> Algorithm {
    let now = try #require(Moment("2026-03-01"))
    var algorithm = Algorithm(
      id: "al",
      organization: "ville",
      title: "Cantine",
      keeping: Keeping(createdAt: now)
    )
    algorithm.purpose = "calculer le prix d’un repas."
    algorithm.answerContact = "scolaire@exemple.fr"
    algorithm.automation = .automatic
    return algorithm
  }

  @Test("The mention says who, what for, the right to know, whom to ask and the CADA")
  func mention() throws {
    let mention = AlgorithmMention(
      try algorithm(),
      authority: "Ville d’Arpent",
      address: "https://exemple.fr/r"
    )
    let text = try #require(mention.text).fr
    for words in [
      "par Ville d’Arpent", "sur le seul fondement d’un traitement algorithmique",
      "sert à calculer le prix d’un repas.",
      "https://exemple.fr/r", "R. 311-3-1-1", "scolaire@exemple.fr", "délai d’un mois", "deux mois",
      "www.cada.fr",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains(".."))
  }

  @Test("What is missing to write the mention is named")
  func missing() throws {
    var algorithm = try algorithm()
    algorithm.purpose = nil
    algorithm.answerContact = " "
    let mention = AlgorithmMention(algorithm, authority: "Ville", address: nil)
    #expect(mention.text == nil)
    #expect(mention.missing.map(\.fr) == ["la finalité", "à qui s’adresser"])
  }

  @Test("The inventory lists what the public sees, in Etalab’s columns, and runs no formula")
  func inventory() async throws {
    let town = try await Town()
    let values: [String: JSONValue] = [
      "department": .string("=HYPERLINK(\"x\")"), "contact": .string("scolaire@exemple.fr"),
      "purpose": .string("calculer, avec soin"), "isIndividual": .boolean(true),
      "role": .string("Il calcule"),
      "automation": .string("automatic"), "legalBases": .array([.string("Délibération")]),
      "decisionsPerYear": .number("1200"), "reach": .string("external"), "audience": .string("Familles"),
      "weight": .array([.string("many")]), "hasSensitiveData": .boolean(false), "technique": .string("rules"),
      "data": .array([.object(["name": .string("Quotient"), "source": .string("CAF")])]),
      "operations": .string("Lecture"), "parameters": .string("Barème"), "isSecret": .boolean(false),
      "mentions": .array([.string("decision")]),
      "answerContact": .string("scolaire@exemple.fr"),
    ]
    let edits = values.sorted { $0.key < $1.key }.map {
      FieldEdit(path: [$0.key], seen: nil, wanted: $0.value)
    }
    try await town.perform(EditSheet(.algorithm, "al", edits))
    #expect(AlgorithmInventory.csv(in: town.snapshot).split(separator: "\r\n").count == 1)
    try await town.perform(ChangeSheetStatus(.algorithm, "al", .current), .steward)
    try await town.perform(ShowSheet(.algorithm, "al", isPublic: true), .steward)
    let lines = AlgorithmInventory.csv(in: town.snapshot).split(separator: "\r\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines[0].split(separator: ",").count == 21)
    #expect(lines[1].contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(lines[1].contains("\"calculer, avec soin\"") && lines[1].contains("entièrement automatisé"))
    #expect(AlgorithmInventory.csv(in: town.snapshot) { _ in false }.split(separator: "\r\n").count == 1)
  }
}
