import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("Access requests") struct AccessRequestTests {
  private func request(_ dataset: String, until: String, email: String = "ana@exemple.fr") -> AccessRequest {
    AccessRequest(
      id: "a-\(dataset)",
      dataset: dataset,
      name: "Ana",
      email: email,
      purpose: "Étude",
      until: until,
      askedAt: Moment(milliseconds: 0),
      state: .granted
    )
  }

  @Test("Access is asked, given until a day, used, noted each time, and ends by itself")
  func life() async throws {
    let clock = TestClock("2026-03-01T08:00:00Z")
    let cast = try await Cast { clock.now }
    try await cast.publish("agents", access: .restricted)
    let asked = try await cast.platform.perform(
      AskAccess(request("agents", until: "2026-03-31")),
      as: .visitor
    )
    #expect(asked.state == .pending)
    try await cast.platform.perform(
      DecideAccess(
        asked.id,
        .grant(token: "t-guest", secretHash: "g", until: "2026-03-10"),
        answer: "Accordé pour l’étude."
      ),
      as: .command
    )
    for number in 1...3 {
      let act = RecordAccess(id: "u-\(number)", dataset: "agents", road: .rows)
      #expect(await cast.refusal(act, .token("t-guest")) == nil)
    }
    #expect(cast.platform.state.snapshot.records(AccessUse.self).count == 3)
    clock.advance(days: 9)
    let lastDay = RecordAccess(id: "u-4", dataset: "agents", road: .export)
    #expect(await cast.refusal(lastDay, .token("t-guest")) == nil)
    clock.advance(days: 1)
    let after = RecordAccess(id: "u-5", dataset: "agents", road: .export)
    #expect(await cast.refusal(after, .token("t-guest")) == "access.unauthenticated")
  }

  @Test("An access that is ended, or whose dataset is withdrawn, opens nothing more")
  func ended() async throws {
    let cast = try await Cast()
    let day = cast.platform.now.advanced(byMilliseconds: 20 * 86_400_000).day
    for (slug, token) in [("agents", "t-1"), ("paie", "t-2")] {
      try await cast.publish(slug, access: .restricted)
      try await cast.platform.perform(AskAccess(request(slug, until: day)), as: .visitor)
      try await cast.platform.perform(
        DecideAccess("a-\(slug)", .grant(token: token, secretHash: token, until: day), answer: ""),
        as: .command
      )
    }
    try await cast.platform.perform(EndAccess("a-agents", reason: "Étude finie"), as: .command)
    let first = RecordAccess(id: "u-1", dataset: "agents", road: .rows)
    #expect(await cast.refusal(first, .token("t-1")) == "access.unauthenticated")
    try await cast.platform.perform(WithdrawDataset("paie", reason: "Retiré"), as: .command)
    let second = RecordAccess(id: "u-2", dataset: "paie", road: .rows)
    #expect(await cast.refusal(second, .token("t-2")) == "dataset.unknown")
  }

  @Test("Asking tells nothing of what is internal, and nothing is asked of what is open")
  func quiet() async throws {
    let cast = try await Cast()
    let day = cast.platform.now.advanced(byMilliseconds: 20 * 86_400_000).day
    try await cast.publish("secret", access: .internal)
    try await cast.publish()
    let hidden = await cast.refusal(AskAccess(request("secret", until: day)), .visitor)
    let absent = await cast.refusal(AskAccess(request("rien", until: day)), .visitor)
    #expect(hidden == "dataset.unknown" && absent == hidden)
    #expect(await cast.refusal(AskAccess(request("arbres", until: day)), .visitor) == "access.request.open")
  }

  @Test("A request is decided once; a refusal says why")
  func once() async throws {
    let cast = try await Cast()
    let day = cast.platform.now.advanced(byMilliseconds: 20 * 86_400_000).day
    try await cast.publish("agents", access: .restricted)
    try await cast.platform.perform(AskAccess(request("agents", until: day)), as: .visitor)
    #expect(await cast.refusal(DecideAccess("a-agents", .refuse, answer: " "), .command) == "field.required")
    #expect(await cast.refusal(DecideAccess("a-agents", .refuse, answer: "Secret médical."), .command) == nil)
    let late = DecideAccess("a-agents", .grant(token: "t", secretHash: "h", until: day), answer: "")
    #expect(await cast.refusal(late, .command) == "access.request.decided")
  }
}
