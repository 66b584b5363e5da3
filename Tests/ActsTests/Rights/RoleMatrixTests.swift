import Acts
import Catalogue
import DataContracts
import Governance
import Messages
import Register
import Testing

@Suite("Roles and acts") struct RoleMatrixTests {
  private static func ready(_ role: Role, at place: String?) async throws -> Cast {
    let cast = try await Cast()
    try await cast.enter([role], on: [place])
    try await cast.enter("reader-ville-2", [])
    if role != .reader || place != "ville" { try await cast.enter([.reader], on: ["ville"]) }
    try await cast.publish()
    try await cast.publish("agents", access: .restricted)
    try await cast.platform.perform(
      DescribeDataset("brouillon", DatasetChanges(title: "Brouillon", organization: "ville")),
      as: .command
    )
    _ = try await cast.token("t-town", [.read])
    try await Self.deposits(in: cast)
    try await Self.sheets(in: cast)
    try await Self.eliminations(in: cast)
    try await Delegation.keep(in: cast)
    try await cast.platform.perform(
      SetUpdateSource("arbres", .http(url: "https://exemple.fr/a.csv"), .daily),
      as: .command
    )
    try await cast.platform.perform(AskAccess(request("a-1", "un@exemple.fr")), as: .visitor)
    try await cast.platform.perform(AskAccess(request("a-2", "deux@exemple.fr")), as: .visitor)
    try await cast.platform.perform(
      DecideAccess("a-2", .grant(token: "t-guest", secretHash: "g", until: soon(cast)), answer: ""),
      as: .command
    )
    try await cast.platform.perform(
      WriteComment(
        Comment(
          id: "c-1",
          subject: RecordKey(Dataset.self, "arbres"),
          author: "",
          name: "Une habitante",
          text: "Il manque un chêne.",
          at: cast.platform.now,
          audience: .everyone,
          state: .shown
        )
      ),
      as: .visitor
    )
    try await cast.platform.perform(
      ProposeReuse(
        Reuse(
          id: "r-1",
          dataset: "arbres",
          title: "Carte",
          url: "https://exemple.fr/carte",
          description: "",
          author: "Un développeur",
          at: cast.platform.now
        )
      ),
      as: .visitor
    )
    return cast
  }

  /// An empty draft of a register, a complete one, one in force.
  private static func sheets(in cast: Cast) async throws {
    let edits: [FieldEdit] = [
      FieldEdit(path: ["purpose"], seen: nil, wanted: .string("Paie des agents")),
      FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Éditeur")),
      FieldEdit(path: ["hosting"], seen: nil, wanted: .string("premises")),
      FieldEdit(path: ["exportFormats"], seen: nil, wanted: .array([.string("CSV")])),
      FieldEdit(path: ["exportTestedOn"], seen: nil, wanted: .string("2026-01-15")),
      FieldEdit(path: ["exportResult"], seen: nil, wanted: .string("complete")),
    ]
    for id in ["f-draft", "f-full", "f-current"] {
      let open = OpenSheet(.application, id: id, organization: "ville", title: "Paie")
      try await cast.platform.perform(open, as: .command)
      if id != "f-draft" { try await cast.platform.perform(EditSheet(.application, id, edits), as: .command) }
    }
    try await cast.platform.perform(ChangeSheetStatus(.application, "f-current", .current), as: .command)
    try await algorithm(in: cast.platform)
  }

  /// An algorithm with a rule in force, a draft of the next one, and a decision.
  private static func algorithm(in platform: Platform) async throws {
    let open = OpenSheet(.algorithm, id: "al-1", organization: "ville", title: "Tarif")
    try await platform.perform(open, as: .command)
    let write = WriteRule("al-1", text: ruleText, examples: [ruleExample])
    try await platform.perform(write, as: .command)
    try await platform.perform(PutRuleInForce("al-1.1", reason: "Délibération"), as: .command)
    try await platform.perform(
      ComputeDecision("al-1", id: "ad-1", inputs: ["n": "4"], salt: "sel"),
      as: .command
    )
    try await platform.perform(write, as: .command)
  }

  /// A draft without a file, one with its file, one that awaits a decision; a waiver and an open invitation.
  private static func deposits(in cast: Cast) async throws {
    let platform = cast.platform
    let now = platform.now
    try await platform.perform(
      OpenDeposit(Deposit(id: "d-draft", organization: "ville", depositor: "", createdAt: now)),
      as: .command
    )
    for id in ["d-file", "d-sub"] {
      _ = try await platform.openDeposit(
        Deposit(
          id: id,
          organization: "ville",
          depositor: "",
          description: DatasetChanges(title: "Arbres \(id)", licence: "lov2"),
          createdAt: now
        ),
        file: cast.folder.file("\(id).csv", Sample.trees),
        named: "arbres.csv",
        as: .command
      )
    }
    try await platform.perform(SubmitDeposit("d-sub"), as: .command)
    try await platform.perform(
      GrantWaiver(
        rule: "publication.contact",
        dataset: "arbres",
        why: "Le service change de responsable ce mois-ci.",
        until: inAMonth
      ),
      as: .command
    )
    try await platform.perform(
      InvitePerson(
        Invitation(
          id: "i-open",
          name: "Ouverte",
          email: "ouverte@exemple.fr",
          roles: [RoleOnOrganization(.reader, on: "ville")],
          secretHash: "h-open",
          expiresAt: now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
  }

  /// One that awaits a decision, one that awaits its execution, a rule without any.
  private static func eliminations(in cast: Cast) async throws {
    for id in ["open", "ready", "free"] {
      try await cast.platform.perform(
        PutRule { now in
          var rule = RetentionRule(
            id: "r-\(id)",
            organization: "ville",
            title: "Courrier",
            keeping: Keeping(status: .current, createdAt: now)
          )
          rule.appliesTo = .series
          rule.nextOn = "2020-12-31"
          rule.fate = .destroy
          rule.isPublicArchive = false
          return rule
        },
        as: .command
      )
      guard id != "free" else { continue }
      try await cast.platform.perform(
        ProposeElimination(
          "e-\(id)",
          rule: "r-\(id)",
          scope: RetentionScope(extent: .series, count: 1),
          description: "Trois boîtes"
        ),
        as: .command
      )
    }
    try await cast.platform.perform(DecideElimination("e-ready", isApproval: true), as: .command)
  }

  private static func soon(_ cast: Cast) -> String {
    cast.platform.now.advanced(byMilliseconds: 30 * 86_400_000).day
  }

  private static func request(_ id: String, _ email: String) -> AccessRequest {
    AccessRequest(
      id: id,
      dataset: "agents",
      name: "Une chercheuse",
      email: email,
      purpose: "Étude",
      until: Moment(milliseconds: PlatformConfiguration.systemClock().milliseconds + 8_640_000_000).day,
      askedAt: Moment(milliseconds: 0)
    )
  }

  @Test("A role does on its own organisation what its line says, and nothing else", arguments: Role.allCases)
  func ownOrganization(role: Role) async throws {
    var cast = try await Self.ready(role, at: "ville")
    var isSpent = false
    for attempt in attempts {
      // What an act changed must not decide the next one.
      if isSpent { cast = try await Self.ready(role, at: "ville") }
      let head = cast.platform.state.head
      let refusal = await attempt.run(cast, Cast.actor(role))
      isSpent = cast.platform.state.head != head
      if attempt.allowed.contains(role) {
        #expect(refusal == nil, "\(role) must be able to \(attempt.name), got \(refusal ?? "")")
      } else if attempt.name == InvitePerson.name, role == .administrator {
        // An administrator of the town may invite into it.
        #expect(refusal == nil || refusal == "person.invitation.expiry")
      } else {
        #expect(refusal == "access.forbidden", "\(role) must not \(attempt.name), got \(refusal ?? "done")")
        #expect(cast.platform.state.head == head, "a refused act changes nothing")
      }
    }
  }

  @Test("A role on a neighbour allows nothing here", arguments: Role.allCases)
  func neighbour(role: Role) async throws {
    let cast = try await Self.ready(role, at: "bourg")
    // Granting a role on the neighbour itself is its administrator's right.
    let own = [ChangeOwnProfile.name] + (role == .administrator ? [GrantRole.name] : [])
    for attempt in attempts where !own.contains(attempt.name) {
      let head = cast.platform.state.head
      #expect(
        await attempt.run(cast, Cast.actor(role, "bourg")) == "access.forbidden",
        "\(role) \(attempt.name)"
      )
      #expect(cast.platform.state.head == head)
    }
  }

  @Test("A role on a service below allows nothing on the town above", arguments: Role.allCases)
  func below(role: Role) async throws {
    let cast = try await Self.ready(role, at: "voirie")
    for attempt in attempts where attempt.name != ChangeOwnProfile.name {
      let refusal = await attempt.run(cast, Cast.actor(role, "voirie"))
      // The service itself is within reach of its own administrator.
      let isOwn =
        role == .administrator && (attempt.name == RemoveOrganization.name || attempt.name == GrantRole.name)
      #expect(refusal == "access.forbidden" || isOwn, "\(role) \(attempt.name): \(refusal ?? "done")")
    }
  }

  @Test("A role on the territory holds on the town", arguments: Role.allCases)
  func above(role: Role) async throws {
    for attempt in attempts where attempt.allowed.contains(role) {
      let cast = try await Self.ready(role, at: nil)
      #expect(await attempt.run(cast, Cast.actor(role, nil)) == nil, "\(role) \(attempt.name)")
    }
  }

  @Test("Whoever is unknown, suspended or not signed in does nothing of all this")
  func strangers() async throws {
    let cast = try await Self.ready(.publisher, at: "ville")
    try await cast.platform.perform(ChangePerson("publisher-ville", status: .suspended), as: .command)
    for actor in [Cast.actor(.publisher), .person("nobody"), .token("t-none"), .visitor, Actor(id: "")] {
      for attempt in attempts {
        let head = cast.platform.state.head
        let refusal = await attempt.run(cast, actor)
        #expect(
          ["access.unauthenticated", "access.forbidden"].contains(refusal),
          "\(actor.id) \(attempt.name): \(refusal ?? "done")"
        )
        #expect(cast.platform.state.head == head)
      }
    }
  }

  @Test("A token does what its actions say, on its datasets, until it ends")
  func tokens() async throws {
    let clock = TestClock("2026-03-01T08:00:00Z")
    let cast = try await Cast { clock.now }
    try await cast.publish()
    try await cast.publish("agents", access: .restricted)
    try await cast.publish("voisin", access: .restricted, organization: "bourg")
    let reader = try await cast.token("t-r", [.read])
    let bound = try await cast.token("t-b", [.read], datasets: ["arbres"])
    let publisher = try await cast.token("t-p", [.publish])
    func read(_ dataset: String) -> RecordAccess {
      RecordAccess(id: "u-\(dataset)", dataset: dataset, road: .rows)
    }
    #expect(await cast.refusal(read("agents"), reader) == nil)
    #expect(await cast.refusal(read("voisin"), reader) == "access.forbidden")
    #expect(await cast.refusal(read("agents"), bound) == "access.forbidden")
    #expect(await cast.refusal(WithdrawDataset("arbres", reason: "x"), reader) == "access.forbidden")
    #expect(await cast.refusal(SetTerritorySettings(TerritorySettings()), publisher) == "access.forbidden")
    #expect(await cast.refusal(RevokeToken("t-r"), publisher) == "access.forbidden")
    try await cast.platform.perform(RevokeToken("t-r"), as: .command)
    #expect(await cast.refusal(read("agents"), reader) == "access.unauthenticated")
    #expect(await cast.refusal(WithdrawDataset("arbres", reason: "x"), publisher) == nil)
    clock.advance(days: 31)
    #expect(await cast.refusal(WithdrawDataset("agents", reason: "x"), publisher) == "access.unauthenticated")
  }

  @Test("A role that ends by itself holds no more after its date")
  func untilDate() async throws {
    let clock = TestClock("2026-03-01T08:00:00Z")
    let cast = try await Cast { clock.now }
    try await cast.enter([.reader])
    try await cast.publish()
    try await cast.platform.perform(
      GrantRole(
        RoleOnOrganization(.publisher, on: "ville"),
        to: "reader-ville",
        until: clock.now.advanced(byMilliseconds: 86_400_000)
      ),
      as: .command
    )
    let act = DescribeDataset("arbres", DatasetChanges(keywords: ["parc"]))
    #expect(await cast.refusal(act, Cast.actor(.reader)) == nil)
    clock.advance(days: 2)
    let later = DescribeDataset("arbres", DatasetChanges(keywords: ["jardin"]))
    #expect(await cast.refusal(later, Cast.actor(.reader)) == "access.forbidden")
  }
}
