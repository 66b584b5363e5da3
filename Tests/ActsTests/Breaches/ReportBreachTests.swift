import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("Breaches reported") struct ReportBreachTests {
  @Test("An agent reports, the clock starts, and only who protects data reads it")
  func report() async throws {
    let clock = TestClock("2026-03-27T16:00:00Z")
    let cast = try await Cast { clock.now }
    try await cast.enter()
    let act = ReportBreach(
      id: "v-1",
      organization: "ville",
      title: "Courriel envoyé à tous",
      facts: "La liste des familles est partie en copie visible.",
      detectedAt: Moment("2026-03-27T15:00:00Z")
    )
    #expect(await cast.refusal(act, Cast.actor(.reader)) == nil)
    let state = cast.platform.state
    let breach = try #require(state.snapshot.record(Breach.self, "v-1"))
    #expect(breach.reportedBy == Cast.actor(.reader).id)
    #expect(breach.state == .toQualify)
    #expect(breach.clock?.deadline == Moment("2026-03-30T16:00:00Z"))
    #expect(state.snapshot.readRight(of: RecordKey(Breach.self, "v-1")) == .protect)
    for role in Role.allCases {
      let sight = SheetSight(.breach, of: "ville", for: Cast.actor(role), in: state.snapshot, at: clock.now)
      #expect(sight.mayRead == (role == .dpo), "\(role)")
    }
    clock.advance(days: 3)
    #expect(breach.alerts(at: clock.now).last?.threshold == .over)
  }

  @Test("A report says what happened, of a body that exists, at a time that came")
  func refused() async throws {
    let cast = try await Cast()
    try await cast.enter([.reader])
    func refusal(_ change: (inout ReportBreach) -> Void) async -> String? {
      var act = ReportBreach(id: "v-1", organization: "ville", title: "Perte", facts: "Clé USB")
      change(&act)
      return await cast.refusal(act, .command)
    }
    #expect(await refusal { $0.title = " " } == "field.required")
    #expect(await refusal { $0.facts = "" } == "field.required")
    #expect(await refusal { $0.facts = String(repeating: "x", count: 10_001) } == "field.too-long")
    #expect(await refusal { $0.organization = "nulle-part" } == "organization.unknown")
    let later = cast.platform.now.advanced(byMilliseconds: 3_600_000)
    #expect(await refusal { $0.detectedAt = later } == "breach.future")
    #expect(await refusal { _ in } == nil)
    #expect(await refusal { _ in } == "register.id")
  }
}

@Suite("Rights asked from the site") struct AskRightTests {
  private static func ask(_ id: String, _ change: (inout AskRight) -> Void = { _ in }) -> AskRight {
    var act = AskRight(
      id: id,
      organization: "ville",
      right: .erasure,
      person: "Ana",
      email: "ana@exemple.fr",
      request: "Effacez mon compte."
    )
    change(&act)
    return act
  }

  @Test("Anyone asks; the same request twice is one; what is wrong is told")
  func ask() async throws {
    let cast = try await Cast()
    #expect(await cast.refusal(Self.ask("q-1"), .visitor) == nil)
    #expect(await cast.refusal(Self.ask("q-2"), .visitor) == nil)
    #expect(cast.platform.state.snapshot.records(SubjectRequest.self).map(\.id) == ["q-1"])
    #expect(await cast.refusal(Self.ask("q-1") { $0.request = "Autre" }, .visitor) == "register.id")
    #expect(await cast.refusal(Self.ask("q-3") { $0.email = "ana" }, .visitor) == "person.email")
    #expect(await cast.refusal(Self.ask("q-3") { $0.person = "" }, .visitor) == "field.required")
    #expect(await cast.refusal(Self.ask("q-3") { $0.request = "" }, .visitor) == "field.required")
    #expect(await cast.refusal(Self.ask("q-3") { $0.organization = "x" }, .visitor) == "organization.unknown")
  }
}
