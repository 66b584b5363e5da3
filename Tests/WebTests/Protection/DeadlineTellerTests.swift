import Accounts
import Acts
import Governance
import Messages
import Register
import Testing
import Workshop

@Suite("People told of deadlines") struct DeadlineTellerTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    for (name, role) in [("Dora", Role.dpo), ("Paul", .producer), ("Luc", .reader)] {
      try await town.enter(name, role)
    }
    try await town.enter("Denis", .dpo, on: "eaux")
    return town
  }

  private func report(_ town: DecidingTown, _ id: String = "v-1", isExercise: Bool = false) async throws {
    try await town.platform.perform(
      ReportBreach(
        id: id,
        organization: "finances",
        title: "Clé de Mme Martin",
        facts: "Perdue.",
        isExercise: isExercise
      ),
      as: DecidingTown.actor("Paul")
    )
  }

  private func later(_ town: DecidingTown, hours: Int64) -> Moment {
    town.platform.now.advanced(byMilliseconds: hours * 3_600_000)
  }

  private func teller(_ town: DecidingTown, origin: String? = "https://donnees.example.fr") -> DeadlineTeller
  {
    DeadlineTeller(platform: town.platform, accounts: town.accounts, origin: origin)
  }

  private func told(_ town: DecidingTown, _ name: String) async throws -> [String] {
    try await town.accounts.notices(of: DecidingTown.id(name)).map(\.text.fr)
  }

  @Test("The officer is told and mailed at 24 hours, once, also by another process after a restart")
  func once() async throws {
    let town = try await town()
    try await report(town)
    #expect(try await teller(town).run(now: later(town, hours: 23)) == 0)
    #expect(try await teller(town).run(now: later(town, hours: 24)) == 1)
    #expect(try await teller(town).run(now: later(town, hours: 24)) == 0)
    #expect(try await teller(town).run(now: later(town, hours: 25)) == 0)
    let dora = try await told(town, "Dora")
    #expect(dora.count == 1 && dora[0].contains("24 heures ont passé"))
    for name in ["Paul", "Luc", "Denis"] { #expect(try await told(town, name).isEmpty, "\(name)") }
    let mail = try await town.accounts.mail()
    #expect(mail.map(\.recipient) == ["p-dora@exemple.fr"])
    #expect(mail[0].text.contains("https://donnees.example.fr/atelier/registres/violations/v-1"))
    #expect(!mail[0].text.contains("Martin") && !dora[0].contains("Martin"))
    let digests = NoticeDigests(
      platform: town.platform,
      accounts: town.accounts,
      origin: "https://donnees.example.fr"
    )
    #expect(try await digests.run(now: later(town, hours: 26)) == 0, "what was mailed is in no digest")
  }

  @Test("A server that was down says the latest only; what is over is told no more once CNIL is notified")
  func down() async throws {
    let town = try await town()
    try await report(town)
    _ = try await teller(town).run(now: town.platform.now)
    #expect(try await teller(town).run(now: later(town, hours: 67)) == 1)
    #expect(try await told(town, "Dora")[0].contains("6 heures"))
    try await town.platform.perform(
      EditSheet(
        .breach,
        "v-1",
        [FieldEdit(path: ["notifiedAt"], seen: nil, wanted: .string(town.platform.now.text))]
      ),
      as: .command
    )
    #expect(try await teller(town).run(now: later(town, hours: 80)) == 0)
  }

  @Test("An exercise is silent; without an address of the site nothing is mailed, and the digest tells it")
  func quiet() async throws {
    let town = try await town()
    try await report(town, isExercise: true)
    #expect(try await teller(town).run(now: later(town, hours: 47)) == 0)
    try await report(town, "v-2")
    #expect(try await teller(town, origin: nil).run(now: later(town, hours: 50)) == 1)
    #expect(try await town.accounts.mail().isEmpty)
    let digests = NoticeDigests(
      platform: town.platform,
      accounts: town.accounts,
      origin: "https://donnees.example.fr"
    )
    #expect(try await digests.run(now: town.platform.now) == 1)
  }

  @Test("Who answers for a record is told where they may read it, and not where they may not")
  func responsible() async throws {
    let town = try await town()
    try await report(town)
    try await town.platform.perform(
      OpenSheet(.processingActivity, id: "t-1", organization: "finances", title: "Cantine"),
      as: .command
    )
    func keep(_ register: RegisterKind, _ id: String, _ key: String, _ value: String) async throws {
      try await town.platform.perform(
        EditSheet(register, id, [FieldEdit(path: ["keeping", key], seen: nil, wanted: .string(value))]),
        as: .command
      )
    }
    for (register, id) in [(RegisterKind.breach, "v-1"), (.processingActivity, "t-1")] {
      try await keep(register, id, "responsible", DecidingTown.id("Paul"))
    }
    try await keep(.processingActivity, "t-1", "reviewOn", "2026-11-25")
    #expect(try await teller(town).run(now: later(town, hours: 24)) == 1, "a draft is not to be read again")
    #expect(try await told(town, "Paul").isEmpty)
    try await town.platform.perform(PutInForce(), as: .command)
    #expect(try await teller(town).run(now: later(town, hours: 25)) == 1)
    #expect(try await told(town, "Paul").contains { $0.contains("à relire") })
    #expect(try await told(town, "Dora").count == 1)
  }

  @Test("A breach that is reported and a request that comes in are told to the officer at once")
  func arrivals() async throws {
    let town = try await town()
    let teller = NoticeTeller(platform: town.platform, accounts: town.accounts)
    _ = try await teller.run(now: town.platform.now)
    try await report(town)
    try await town.platform.perform(
      AskRight(
        id: "q-1",
        organization: "finances",
        right: .access,
        person: "Élise Durand",
        email: "elise@exemple.fr",
        request: "Tout"
      ),
      as: .visitor
    )
    for _ in 0..<2 { _ = try await teller.run(now: town.platform.now) }
    let dora = try await told(town, "Dora")
    #expect(dora.count == 2 && dora.contains { $0.contains("72 heures courent") })
    #expect(dora.contains { $0.contains("À répondre avant") } && !dora.joined().contains("Durand"))
    for name in ["Paul", "Luc", "Denis"] { #expect(try await told(town, name).isEmpty, "\(name)") }
  }
}

/// Puts the activity in force, whatever is missing in it.
private struct PutInForce: Act {
  static var name: String { "put-in-force" }

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    guard var activity = context.snapshot.record(ProcessingActivity.self, "t-1") else {
      return Decision([], outcome: ())
    }
    activity.keeping.status = .current
    // As if it were done a day later, when the alerts of the day before are told.
    activity.keeping.updatedAt = context.now.advanced(byMilliseconds: 25 * 3_600_000)
    return Decision([try .put(activity)], outcome: ())
  }
}
