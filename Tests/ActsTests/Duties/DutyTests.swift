import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Testing

@Suite("Duties of authorities") struct DutyTests {
  private static func facts(_ change: (inout BodyFacts) -> Void = { _ in }) -> BodyFacts {
    var facts = BodyFacts(
      id: "b",
      organization: "ville",
      title: "Ville",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    change(&facts)
    return facts
  }

  private static func isOwed(_ duty: String, _ facts: BodyFacts?) throws -> Bool? {
    try #require(Duty.all.first { $0.id == duty }).applicability(to: facts).isOwed
  }

  /// Written from the texts, not from the code: duty, kind, inhabitants, staff, and whether it is owed.
  private static let thresholds: [(String, BodyType, Int?, Double?, Bool?)] = [
    ("open-data", .commune, 3_499, 50, false), ("open-data", .commune, 3_500, 50, true),
    ("open-data", .commune, 3_500, 49.9, false), ("open-data", .commune, nil, 50, nil),
    ("open-data", .commune, 3_500, nil, nil), ("open-data", .commune, 3_499, nil, false),
    ("open-data", .department, 80_000, 2_000, true), ("open-data", .region, 2_000_000, 50, true),
    ("open-data", .intercommunal, 1_000, 50, true), ("open-data", .intercommunal, nil, 49.9, false),
    ("open-data", .establishment, nil, 50, true), ("open-data", .delegate, nil, 50, true),
    ("scdl", .commune, 3_500, 50, true), ("scdl", .commune, 3_499, 50, false),
    ("high-pay", .commune, 80_000, nil, false), ("high-pay", .commune, 80_001, nil, true),
    ("high-pay", .region, 80_001, nil, true), ("high-pay", .establishment, 90_000, nil, false),
    ("digital-strategy", .commune, 50_000, nil, false), ("digital-strategy", .commune, 50_001, nil, true),
    ("digital-strategy", .intercommunal, 50_001, nil, true),
    ("digital-strategy", .department, 900_000, nil, false),
    ("addresses", .commune, 12, 1, true), ("addresses", .intercommunal, 90_000, 900, false),
    ("archives", .establishment, nil, nil, true), ("archives", .delegate, nil, nil, false),
    ("electronic-contact", .commune, nil, nil, true), ("repertoire", .commune, 1, 0.5, true),
    ("officer", .delegate, nil, nil, true), ("processing-register", .commune, 1, 1, true),
  ]

  @Test("A duty begins at its threshold, and a missing fact makes it unknown", arguments: thresholds.indices)
  func boundaries(index: Int) throws {
    let (duty, type, population, staff, expected) = Self.thresholds[index]
    let facts = Self.facts {
      $0.type = type
      $0.population = population
      $0.staff = staff
    }
    #expect(try Self.isOwed(duty, facts) == expected, "\(duty) \(type) \(population ?? -1) \(staff ?? -1)")
  }

  @Test(
    "Grants are published by communes above 3 500 inhabitants and by all others that give some",
    arguments: [
      (BodyType.commune, 3_500, true, false), (.commune, 3_501, true, true), (.commune, 3_501, false, false),
      (.intercommunal, 900, true, true), (.establishment, 0, true, true), (.department, 100, false, false),
    ]
  )
  func grants(type: BodyType, population: Int, gives: Bool, isOwed: Bool) throws {
    let facts = Self.facts {
      $0.type = type
      $0.population = population
      $0.hasLargeGrants = gives
    }
    #expect(try Self.isOwed("grants", facts) == isOwed)
  }

  @Test(
    "Thresholds are told in the right number, in both languages",
    arguments: [
      (
        "grants", 0, 0.0, "0\u{A0}habitant\u{A0}: pas plus de 3\u{202F}500.",
        "0\u{A0}inhabitants: no more than 3,500."
      ),
      (
        "grants", 1, 0, "1\u{A0}habitant\u{A0}: pas plus de 3\u{202F}500.",
        "1\u{A0}inhabitant: no more than 3,500."
      ),
      (
        "grants", 4_000, 0, "4\u{202F}000\u{A0}habitants\u{A0}: plus de 3\u{202F}500.",
        "4,000\u{A0}inhabitants: more than 3,500."
      ),
      ("open-data", 4_000, 1.5, "1,5\u{A0}agent\u{A0}: moins de 50.", "1.5 staff: fewer than 50."),
    ]
  )
  func words(duty: String, population: Int, staff: Double, fr: String, en: String) throws {
    let facts = Self.facts {
      $0.type = .commune
      $0.population = population
      $0.staff = staff
      $0.hasLargeGrants = true
    }
    let told = try #require(Duty.all.first { $0.id == duty }).applicability(to: facts).reason
    #expect(told.fr == fr && told.en == en)
  }

  @Test("The list of algorithms takes both an algorithm and the thresholds; the mention has none")
  func algorithms() throws {
    for (uses, population, staff, list, mention) in [
      (true, 3_500, 50.0, true, true), (true, 3_499, 50.0, false, true), (true, 3_500, 49.0, false, true),
      (false, 90_000, 900.0, false, false),
    ] {
      let facts = Self.facts {
        $0.type = .commune
        $0.population = population
        $0.staff = staff
        $0.usesAlgorithms = uses
      }
      #expect(try Self.isOwed("algorithm-list", facts) == list)
      #expect(try Self.isOwed("algorithm-mention", facts) == mention)
    }
  }

  private static let flags: [(String, @Sendable (inout BodyFacts, Bool) -> Void)] = [
    ("procurement", { $0.hasProcurement = $1 }), ("concessions", { $0.hasDelegations = $1 }),
    ("delegate-data", { $0.hasDelegations = $1 }), ("video", { $0.hasVideo = $1 }),
    ("accessibility", { $0.hasWebsite = $1 }), ("accessibility-plan", { $0.hasWebsite = $1 }),
    ("rgs", { $0.hasTeleservices = $1 }), ("urban-plans", { $0.hasUrbanPlan = $1 }),
    ("transport", { $0.isTransportAuthority = $1 }), ("charging-points", { $0.hasChargingPoints = $1 }),
    ("defibrillators", { $0.hasDefibrillators = $1 }), ("high-value", { $0.holdsHighValueData = $1 }),
    ("algorithm-mention", { $0.usesAlgorithms = $1 }),
  ]

  @Test("A duty that follows from what one does is owed by who does it", arguments: flags.indices)
  func activities(index: Int) throws {
    let (duty, set) = Self.flags[index]
    #expect(try Self.isOwed(duty, Self.facts()) == nil)
    #expect(try Self.isOwed(duty, Self.facts { set(&$0, true) }) == true)
    #expect(try Self.isOwed(duty, Self.facts { set(&$0, false) }) == false)
  }

  @Test("Every duty has its article, its remedy and a place; without facts nothing is said to be done")
  func table() throws {
    #expect(Set(Duty.all.map(\.id)).count == Duty.all.count)
    for duty in Duty.all {
      #expect(!duty.article.isEmpty && duty.remedy.fr.hasSuffix(".") && duty.remedy.en.hasSuffix("."))
      let reason = duty.applicability(to: nil).reason
      #expect(reason.fr.hasSuffix(".") && reason.en.hasSuffix("."))
    }
    let book = DutyBook(of: "ville", in: Snapshot(kinds: Kinds.all), at: Moment(milliseconds: 0))
    #expect(book.facts == nil && book.count(.compliant) == 0)
    #expect(book.lines.allSatisfy { $0.remedy != nil })
  }

  @Test("What is done is seen in the records, with the next day that matters")
  func standings() async throws {
    let cast = try await Cast { Moment("2026-06-15") ?? Moment(milliseconds: 0) }
    try await Delegation.keep(
      .bodyFacts,
      "b",
      "Ville",
      .object([
        "type": .string("commune"), "population": .number("12000"), "staff": .number("210.5"),
        "hasProcurement": .boolean(false), "hasDelegations": .boolean(true),
        "hasLargeGrants": .boolean(false),
        "usesAlgorithms": .boolean(false), "hasVideo": .boolean(true), "hasWebsite": .boolean(true),
        "hasTeleservices": .boolean(true), "hasUrbanPlan": .boolean(false),
        "isTransportAuthority": .boolean(false),
        "hasChargingPoints": .boolean(false), "hasDefibrillators": .boolean(false),
        "holdsHighValueData": .boolean(true), "accessibilityStatementOn": .string("2023-06-16"),
        "accessibilityPlanUntil": .number("2025"), "approvedUntil": .string("2026-06-15"),
        "videoAuthorisedUntil": .string("2026-06-14"),
      ]),
      in: cast
    )
    func lines() -> [String: DutyBook.Line] {
      let book = DutyBook(of: "ville", in: cast.platform.state.snapshot, at: cast.platform.now)
      return Dictionary(book.lines.map { ($0.duty.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let before = lines()
    let expected: [String: Verdict] = [
      "open-data": .nonCompliant, "repertoire": .nonCompliant, "procurement": .notApplicable,
      "concessions": .unknown, "delegate-data": .unknown, "high-value": .unknown, "officer": .nonCompliant,
      "accessibility": .compliant, "accessibility-plan": .nonCompliant, "rgs": .compliant,
      "video": .nonCompliant,
      "digital-strategy": .notApplicable, "addresses": .nonCompliant, "archives": .unknown,
    ]
    for (duty, verdict) in expected { #expect(before[duty]?.verdict == verdict, "\(duty)") }
    #expect(before["accessibility"]?.nextOn == "2026-06-16")
    #expect(before["rgs"]?.nextOn == "2026-06-15")
    try await cast.publish()
    try await Delegation.keep(in: cast)
    var designation = DPODesignation(
      id: "dpo",
      organization: "val",
      title: "Centre de gestion",
      keeping: Keeping(status: .current, createdAt: cast.platform.now)
    )
    designation.sharedWith = ["ville"]
    designation.declaredOn = "2024-05-02"
    try await cast.platform.perform(Kept(designation), as: .command)
    let after = lines()
    #expect(after["officer"]?.verdict == .compliant)
    #expect(after["open-data"]?.verdict == .compliant && after["repertoire"]?.verdict == .compliant)
    #expect(after["concessions"]?.verdict == .nonCompliant)
    // The meters of January never came.
    #expect(
      after["delegate-data"]?.verdict == .nonCompliant && after["delegate-data"]?.nextOn == "2026-01-31"
    )
  }

  @Test("The list of public information is that of the catalogue, safe to open in a spreadsheet")
  func informationList() async throws {
    let cast = try await Cast()
    try await cast.publish()
    try await cast.publish("secret", access: .internal)
    try await cast.publish("voisin", organization: "bourg")
    let list = InformationList(of: "ville", in: cast.platform.state.snapshot)
    #expect(list.lines.map(\.id) == ["arbres"])
    let csv = list.csv(base: "https://donnees.exemple.fr")
    #expect(csv.hasPrefix("titre,objet,organisation,"))
    #expect(csv.contains("https://donnees.exemple.fr/datasets/arbres\r\n"))
    #expect(InformationList(in: cast.platform.state.snapshot).lines.count == 2)
    try await cast.platform.perform(
      DescribeDataset("arbres", DatasetChanges(title: "=HYPERLINK(\"x\"),\"y\"")),
      as: .command
    )
    let hostile = InformationList(of: "ville", in: cast.platform.state.snapshot).csv(base: "")
    #expect(hostile.contains("\"'=HYPERLINK(\"\"x\"\"),\"\"y\"\"\""))
  }
}

/// Keeps a record as it is.
struct Kept<R: Record>: Act {
  static var name: String { "kept" }

  let record: R

  init(_ record: R) { self.record = record }

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> { Decision([try .put(record)], outcome: ()) }
}
