import Acts
import Governance
import Messages
import Register
import Testing

@Suite("People") struct PeopleTests {
  @Test("An invitation works once")
  func once() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer])
    let again = AcceptInvitation(secretHash: "hash-producer-ville", person: "p-thief", name: "Voleur")
    #expect(await cast.refusal(again, .visitor) == "person.invitation.unknown")
    #expect(cast.platform.state.snapshot.record(Person.self, "p-thief") == nil)
  }

  @Test("An invitation that is late, withdrawn or replaced opens nothing")
  func closed() async throws {
    let clock = TestClock("2026-03-01T08:00:00Z")
    let cast = try await Cast { clock.now }
    func invite(_ id: String) async throws {
      try await cast.platform.perform(
        InvitePerson(
          Invitation(
            id: id,
            name: "Ana",
            email: "Ana@Exemple.fr ",
            roles: [],
            secretHash: "hash-\(id)",
            expiresAt: clock.now.advanced(byMilliseconds: 86_400_000),
            createdBy: ""
          )
        ),
        as: .command
      )
    }
    func accept(_ id: String) async -> String? {
      await cast.refusal(AcceptInvitation(secretHash: "hash-\(id)", person: "p-\(id)", name: "Ana"), .visitor)
    }
    try await invite("i-1")
    try await invite("i-2")
    #expect(await accept("i-1") == "person.invitation.unknown")
    try await cast.platform.perform(RevokeInvitation("i-2"), as: .command)
    #expect(await accept("i-2") == "person.invitation.unknown")
    try await invite("i-3")
    clock.advance(days: 2)
    #expect(await accept("i-3") == "person.invitation.unknown")
    try await invite("i-4")
    #expect(await accept("i-4") == nil)
    #expect(cast.platform.state.snapshot.person(email: "ANA@exemple.fr")?.id == "p-i-4")
  }

  @Test("The address of an invitation is not for the guest to change")
  func address() async throws {
    let cast = try await Cast()
    try await cast.platform.perform(
      InvitePerson(
        Invitation(
          id: "i-1",
          name: "Ana",
          email: "ana@exemple.fr",
          roles: [],
          secretHash: "h",
          expiresAt: cast.platform.now.advanced(byMilliseconds: 1000_000),
          createdBy: "person:forged"
        )
      ),
      as: .command
    )
    try await cast.platform.perform(
      AcceptInvitation(secretHash: "h", person: "p-1", name: "Ana", email: "chef@exemple.fr"),
      as: .visitor
    )
    #expect(cast.platform.state.snapshot.record(Person.self, "p-1")?.email == "ana@exemple.fr")
    #expect(cast.platform.state.snapshot.record(Invitation.self, "i-1")?.createdBy == "command")
  }

  @Test("The first administrator comes in by a link, and nobody after them by the same way")
  func first() async throws {
    let cast = try await Cast()
    let end = cast.platform.now.advanced(byMilliseconds: 86_400_000)
    let act = InviteFirstAdministrator(id: "i-0", secretHash: "zero", expiresAt: end)
    try await cast.enter([.administrator], on: ["ville"])
    #expect(await cast.refusal(act, Cast.actor(.administrator)) == "access.forbidden")
    try await cast.platform.perform(act, as: .command)
    try await cast.platform.perform(
      AcceptInvitation(secretHash: "zero", person: "p-0", name: "Maire", email: "maire@exemple.fr"),
      as: .visitor
    )
    #expect(cast.platform.state.snapshot.hasAdministrator(at: cast.platform.now))
    let second = InviteFirstAdministrator(id: "i-00", secretHash: "z", expiresAt: end)
    #expect(await cast.refusal(second, .command) == "person.administrator.known")
  }

  @Test("The last administrator can be neither suspended nor deprived of the role")
  func last() async throws {
    let cast = try await Cast()
    try await cast.enter([.administrator], on: [nil])
    let admin = Cast.actor(.administrator, nil)
    let id = "administrator-territory"
    #expect(await cast.refusal(ChangePerson(id, status: .suspended), admin) == "person.administrator.last")
    #expect(await cast.refusal(RevokeRole("\(id).administrator.*"), admin) == "person.administrator.last")
    try await cast.enter("p-2", [RoleOnOrganization(.administrator)])
    #expect(await cast.refusal(RevokeRole("\(id).administrator.*"), admin) == nil)
    #expect(
      await cast.refusal(ChangePerson("p-2", status: .suspended), .command) == "person.administrator.last"
    )
  }

  @Test(
    "Addresses that are none are refused",
    arguments: [
      "", "ana", "ana@", "@exemple.fr", "ana@exemple.fr\nBcc: x@y.fr", "a b@exemple.fr", "ana@exemple..",
      "<a>@b.fr",
      "ana@-exemple.fr",
    ]
  )
  func badAddresses(email: String) async throws {
    let cast = try await Cast()
    let act = InvitePerson(
      Invitation(
        id: "i-1",
        name: "Ana",
        email: email,
        roles: [],
        secretHash: "h",
        expiresAt: cast.platform.now.advanced(byMilliseconds: 1000_000),
        createdBy: ""
      )
    )
    let refusal = await cast.refusal(act, .command)
    #expect(refusal == "person.email" || refusal == "field.required")
  }
}
