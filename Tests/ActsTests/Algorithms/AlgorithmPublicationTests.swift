import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("Whether the rules of an algorithm must be published") struct AlgorithmPublicationTests {
  /// The size of the town, where it is known, and what the rule says of an algorithm of its school department.
  private static func verdict(
    _ type: BodyType?,
    _ population: Int?,
    _ staff: Double?,
    on owner: String = "ecoles",
    _ change: (inout Algorithm) -> Void = { _ in }
  ) throws -> Verdict {
    let now = try #require(Moment("2026-03-01T08:00:00Z"))
    var algorithm = Algorithm(id: "al", organization: owner, title: "Tarif", keeping: Keeping(createdAt: now))
    (algorithm.isIndividual, algorithm.isSecret, algorithm.weight) = (true, false, ["many"])
    algorithm.keeping.status = .current
    change(&algorithm)
    var drafts = [
      try Draft.put(Organization(id: "ville", name: "Ville", nature: .commune)),
      try .put(Organization(id: "ecoles", name: "Écoles", nature: .direction, parent: "ville")),
      try .put(Organization(id: "regie", name: "Régie", nature: .delegate, parent: "ville")),
      try .put(algorithm),
    ]
    if let type {
      var facts = BodyFacts(id: "b", organization: "ville", title: "Ville", keeping: Keeping(createdAt: now))
      (facts.type, facts.population, facts.staff) = (type, population, staff)
      drafts.append(try .put(facts))
    }
    let sealed = ChangeSet(drafts, act: "test", actor: .command, time: now)
      .sealed(after: .empty, salt: { Array(repeating: 7, count: 16) })
    let snapshot = try Snapshot(kinds: Kinds.all).applying(sealed.entries)
    let sheet = try #require(RegisterKind.algorithm.sheet("al", in: snapshot))
    let said = RegisterRules.assess(.algorithm, sheet, in: snapshot, at: now)
    return try #require(said.first { $0.rule == "algorithm.publication" }).verdict
  }

  @Test(
    "The facts of the body decide, for its departments too; a missing fact is unknown, never green",
    arguments: [
      (.commune, 3_499, 60, .notApplicable), (.commune, 3_500, 49.9, .notApplicable),
      (.commune, 3_500, 50, .nonCompliant), (.commune, nil, 50, .unknown), (.commune, 3_500, nil, .unknown),
      (.establishment, nil, 50, .nonCompliant), (.establishment, nil, 49, .notApplicable),
      (nil, nil, nil, .unknown),
    ] as [(BodyType?, Int?, Double?, Verdict)]
  )
  func size(type: BodyType?, population: Int?, staff: Double?, verdict: Verdict) throws {
    #expect(try Self.verdict(type, population, staff) == verdict)
    #expect(try Self.verdict(type, population, staff, on: "ville") == verdict)
  }

  @Test("A delegate is a body of its own: the town’s size says nothing of it")
  func delegate() throws {
    #expect(try Self.verdict(.commune, 9_000, 90, on: "regie") == .unknown)
  }

  @Test("Above the threshold, main processings are seen in the public register or at their address")
  func shown() throws {
    func large(_ change: (inout Algorithm) -> Void) throws -> Verdict {
      try Self.verdict(.commune, 9_000, 90, change)
    }
    #expect(try large { $0.keeping.isPublic = true } == .compliant)
    #expect(try large { $0.rulesAddress = "https://exemple.fr/regles" } == .compliant)
    #expect(try large { $0.weight = ["minor"] } == .notApplicable)
    #expect(try large { $0.weight = [] } == .unknown)
    #expect(try large { $0.isSecret = true } == .notApplicable)
    #expect(try large { $0.isIndividual = nil } == .unknown)
    // What is shown anyway is in order, whatever the size.
    #expect(try Self.verdict(nil, nil, nil) { $0.keeping.isPublic = true } == .compliant)
  }
}
