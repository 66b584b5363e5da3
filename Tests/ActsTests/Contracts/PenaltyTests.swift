import Governance
import Messages
import Testing

@Suite("Penalties of deliveries") struct PenaltyTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let clause: PenaltyClause
    let daysLate: Int
    let defects: Int
    let contract: Int?
    let cents: Int

    init(
      _ name: String,
      _ clause: PenaltyClause,
      _ daysLate: Int,
      _ defects: Int,
      _ contract: Int?,
      _ cents: Int
    ) {
      testDescription = name
      self.clause = clause
      self.daysLate = daysLate
      self.defects = defects
      self.contract = contract
      self.cents = cents
    }
  }

  private static let cases: [Case] = [
    Case("in time", PenaltyClause(perLateDay: 15_000), 0, 0, nil, 0),
    Case("early", PenaltyClause(perLateDay: 15_000), -3, 0, nil, 0),
    Case("one day", PenaltyClause(perLateDay: 15_000), 1, 0, nil, 15_000),
    Case("within the grace", PenaltyClause(perLateDay: 15_000, graceDays: 2), 2, 0, nil, 0),
    Case("a day after the grace", PenaltyClause(perLateDay: 15_000, graceDays: 2), 3, 0, nil, 15_000),
    Case("a share of the contract", PenaltyClause(sharePerLateDay: 10), 4, 0, 1_000_000_00, 400_000),
    Case("a share of an unknown amount", PenaltyClause(sharePerLateDay: 10), 4, 0, nil, 0),
    Case("a share rounds to the nearest cent", PenaltyClause(sharePerLateDay: 1), 1, 0, 12_345, 1),
    Case("half a cent rounds up", PenaltyClause(sharePerLateDay: 1), 1, 0, 5_000, 1),
    Case("less than half a cent is none", PenaltyClause(sharePerLateDay: 1), 1, 0, 4_999, 0),
    Case("defects", PenaltyClause(perDefect: 50_000), 0, 3, nil, 150_000),
    Case("defects that cost nothing", PenaltyClause(perLateDay: 1), 0, 3, nil, 0),
    Case("both", PenaltyClause(perLateDay: 100, perDefect: 1_000), 2, 1, nil, 1_200),
    Case("under the cap", PenaltyClause(perLateDay: 100, cap: 1_000), 10, 0, nil, 1_000),
    Case("over the cap", PenaltyClause(perLateDay: 100, cap: 1_000), 11, 0, nil, 1_000),
    Case(
      "the smaller cap",
      PenaltyClause(perLateDay: 100_000, cap: 90_000, capShare: 500),
      10,
      0,
      1_000_000,
      50_000
    ),
    Case(
      "a cap in percent of an unknown amount",
      PenaltyClause(perLateDay: 100, capShare: 1),
      10,
      0,
      nil,
      1_000
    ),
    Case("beyond all numbers", PenaltyClause(perLateDay: Int.max), Int.max, 9, Int.max, Int.max),
    Case("nothing owed by an empty clause", PenaltyClause(), 30, 4, 1_000_000, 0),
    Case("a negative rate owes nothing", PenaltyClause(perLateDay: -5), 4, 0, nil, 0),
  ]

  @Test("The lateness of what was refused is not counted yet, and nothing says that it came in time")
  func refused() {
    let clause = PenaltyClause(perLateDay: 30_000, perDefect: 50_000)
    let penalty = Penalty(clause, daysLate: 2, defects: 2, contractCents: nil, isAccepted: false)
    #expect(penalty.cents == 100_000)
    #expect(!penalty.steps.contains { $0.fr.contains("à temps") || $0.en.contains("in time") })
    #expect(penalty.steps.first?.fr.contains("jusqu’à une livraison acceptée") == true)
    #expect(Penalty(clause, daysLate: 2, defects: 0, contractCents: nil).cents == 60_000)
  }

  @Test("A defect says its column and its first row, once")
  func told() {
    let value = DeliveryDefect(
      "x",
      column: "mwh",
      row: 3,
      isRefusal: true,
      fr: "Pas un nombre.",
      en: "No number."
    )
    #expect(value.told.fr == "Colonne «\u{A0}mwh\u{A0}», ligne 3\u{A0}: Pas un nombre.")
    #expect(value.told.en == "Column “mwh”, row 3: No number.")
    let column = DeliveryDefect(
      "y",
      column: "mwh",
      isRefusal: true,
      fr: "La colonne «\u{A0}mwh\u{A0}» manque.",
      en: "The column “mwh” is missing."
    )
    #expect(column.told == column.message)
  }

  @Test("What is owed is what the clause says", arguments: cases)
  private func amounts(one: Case) {
    let penalty = Penalty(
      one.clause,
      daysLate: one.daysLate,
      defects: one.defects,
      contractCents: one.contract
    )
    #expect(penalty.cents == one.cents)
    #expect(!penalty.steps.isEmpty)
    for step in penalty.steps { #expect(step.fr.hasSuffix(".") && step.en.hasSuffix(".")) }
  }

  @Test("The count is told step by step")
  func steps() {
    let clause = PenaltyClause(perLateDay: 15_000, perDefect: 50_050, graceDays: 2, cap: 100_000)
    let penalty = Penalty(clause, daysLate: 7, defects: 2, contractCents: nil)
    #expect(
      penalty.steps.map(\.fr) == [
        "7 jours de retard, dont 2 jours de tolérance\u{A0}: 5 à compter.",
        "5 × 150\u{A0}€ par jour = 750\u{A0}€.", "2 défauts × 500,50\u{A0}€ = 1\u{202F}001\u{A0}€.",
        "Plafonné à 1\u{202F}000\u{A0}€.",
      ]
    )
    #expect(penalty.steps.last?.en == "Capped at €1,000.")
    #expect(penalty.cents == 100_000)
  }

  @Test(
    "Amounts are written as people write them",
    arguments: [
      (0, "0\u{A0}€", "€0"), (5, "0,05\u{A0}€", "€0.05"), (123_456, "1\u{202F}234,56\u{A0}€", "€1,234.56"),
      (100_000_000, "1\u{202F}000\u{202F}000\u{A0}€", "€1,000,000"), (-250, "-2,50\u{A0}€", "-€2.50"),
    ]
  )
  func euros(cents: Int, french: String, english: String) {
    #expect(Euros.text(cents).fr == french)
    #expect(Euros.text(cents).en == english)
  }

  @Test("Euros become whole cents, or nothing")
  func wholeCents() {
    #expect(Euros.cents(0.29) == 29)
    #expect(Euros.cents(1_234_567.89) == 123_456_789)
    #expect(Euros.cents(.infinity) == nil)
    #expect(Euros.cents(1e15) == nil)
    #expect(Euros.cents(nil) == nil)
  }
}
