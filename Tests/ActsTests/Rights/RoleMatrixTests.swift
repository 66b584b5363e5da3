import Acts
import Catalogue
import DataContracts
import Governance
import Messages
import Register
import Testing

/// Every act that someone may try, and the roles that may do it on their own organisation.
///
/// The table says what the law of the house is; it is written by hand, not derived from the code it checks.
private struct Attempt: Sendable, CustomTestStringConvertible {
  let name: String
  let allowed: Set<Role>
  let run: @Sendable (Cast, Register.Actor) async -> String?

  var testDescription: String { name }

  init<A: Act>(_ act: A, _ allowed: Set<Role>) {
    name = A.name
    self.allowed = allowed
    run = { cast, actor in await cast.refusal(act, actor) }
  }
}

private let inAMonth = PlatformConfiguration.systemClock().advanced(byMilliseconds: 30 * 86_400_000)
private let administrators: Set<Role> = [.administrator]
private let producers: Set<Role> = [.producer, .steward, .publisher]
private let publishers: Set<Role> = [.publisher]
private let deciders: Set<Role> = [.steward, .publisher]
private let everyone = Set(Role.allCases)

private let ruleText = "règle r\nentrée n : entier de 0 à 9\nrésultat double : entier = n * 2"
private let ruleExample = AlgorithmRule.Example(label: "Trois", inputs: ["n": "3"], expected: ["double": "6"])
private let adoptedSheet = DutchAlgorithmSheets.Sheet(
  id: "nl-1",
  title: "eDiensten",
  values: .object(["vendor": .string("Éditeur")]),
  unmapped: []
)

/// All are about the town: its draft `brouillon`, its open `arbres`, its restricted `agents`.
private let attempts: [Attempt] = [
  Attempt(
    DescribeOrganization(Organization(id: "ville", name: "Ville neuve", nature: .commune, parent: "val")),
    administrators
  ),
  Attempt(
    DescribeOrganization(Organization(id: "parcs", name: "Parcs", nature: .direction, parent: "ville")),
    administrators
  ),
  Attempt(RemoveOrganization("voirie"), administrators),
  Attempt(DescribeDataset("brouillon", DatasetChanges(title: "Autre titre")), producers),
  Attempt(DescribeDataset("arbres", DatasetChanges(title: "Autre titre")), publishers),
  Attempt(WithdrawDataset("arbres", reason: "Erreur"), publishers),
  Attempt(
    InvitePerson(
      Invitation(
        id: "i-new",
        name: "Nouvelle",
        email: "nouvelle@exemple.fr",
        roles: [RoleOnOrganization(.reader, on: "ville")],
        secretHash: "h",
        expiresAt: Moment(milliseconds: 4_102_444_800_000),
        createdBy: ""
      )
    ),
    []
  ),
  Attempt(GrantRole(RoleOnOrganization(.publisher, on: "voirie"), to: "reader-ville"), administrators),
  Attempt(GrantRole(RoleOnOrganization(.administrator, on: "ville"), to: "reader-ville"), administrators),
  Attempt(GrantRole(RoleOnOrganization(.administrator), to: "reader-ville"), []),
  Attempt(GrantRole(RoleOnOrganization(.reader, on: "bourg"), to: "reader-ville"), []),
  Attempt(RevokeRole("reader-ville.reader.ville"), administrators),
  Attempt(ChangePerson("reader-ville", status: .suspended), []),
  Attempt(ChangePerson("reader-ville", email: "autre@exemple.fr"), []),
  Attempt(SetTerritorySettings(TerritorySettings()), []),
  Attempt(RevokeToken("t-town"), administrators),
  Attempt(DecideAccess("a-1", .refuse, answer: "Non communicable."), deciders),
  Attempt(EndAccess("a-2", reason: "Terminé"), deciders),
  Attempt(ModerateComment("c-1", isShown: true), deciders),
  Attempt(ModerateReuse("r-1", isShown: true), deciders),
  Attempt(RecordAccess(id: "u-new", dataset: "agents", road: .rows), everyone),
  Attempt(
    WriteComment(
      Comment(
        id: "c-workshop",
        subject: RecordKey(Dataset.self, "agents"),
        author: "",
        name: "",
        text: "À revoir",
        at: Moment(milliseconds: 0),
        audience: .workshop,
        state: .shown
      )
    ),
    everyone
  ),
  Attempt(SetUpdateSource("agents", .http(url: "https://exemple.fr/a.csv"), .daily), publishers),
  Attempt(AskUpdate("arbres"), publishers),
  Attempt(RemoveUpdateSource("arbres"), publishers),
  Attempt(
    NoteUpdate("arbres", .http(url: "https://exemple.fr/a.csv"), UpdateSource.Outcome(etag: "forged")),
    []
  ),
  Attempt(
    OpenDeposit(
      Deposit(id: "d-new", organization: "ville", depositor: "", createdAt: Moment(milliseconds: 0))
    ),
    producers
  ),
  Attempt(
    EditDeposit("d-draft", [FieldEdit(path: ["description", "title"], seen: nil, wanted: .string("Titre"))]),
    producers
  ),
  Attempt(SubmitDeposit("d-file"), producers),
  Attempt(WithdrawDeposit("d-sub", isAbandoned: true), producers),
  Attempt(DecideDeposit("d-sub", isApproval: true), deciders),
  Attempt(DecideDeposit("d-sub", as: .protect, isApproval: true), [.dpo]),
  Attempt(PlanDeposit("d-sub", at: Moment(milliseconds: 4_102_444_800_000)), publishers),
  Attempt(
    GrantWaiver(
      rule: "publication.description",
      dataset: "arbres",
      why: "La description vient avec la prochaine livraison.",
      until: inAMonth
    ),
    publishers
  ),
  Attempt(
    GrantWaiver(
      rule: "publication.personal-data",
      dataset: "arbres",
      why: "Le registre est public de par la loi.",
      until: inAMonth
    ),
    [.dpo]
  ),
  Attempt(
    EndWaiver(rule: "publication.contact", dataset: "arbres", reason: "Le contact est connu."),
    publishers
  ),
  Attempt(
    CreateToken(
      AccessToken(
        id: "t-new",
        label: "Essai",
        organization: "ville",
        actions: [.publish],
        secretHash: "h",
        expiresAt: inAMonth,
        createdBy: "",
        createdAt: Moment(milliseconds: 0)
      )
    ),
    administrators
  ),
  Attempt(OpenSheet(.application, id: "f-new", organization: "ville", title: "Paie"), producers),
  Attempt(
    OpenModels(
      .processingActivity,
      organization: "ville",
      [OpenModels.Opening(id: "f-models", template: "cantine", title: "Cantine")]
    ),
    producers
  ),
  Attempt(
    EditSheet(.application, "f-draft", [FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Éditeur"))]),
    producers
  ),
  Attempt(
    EditSheet(
      .application,
      "f-current",
      [FieldEdit(path: ["contact"], seen: nil, wanted: .string("Le secrétariat"))]
    ),
    deciders
  ),
  Attempt(ChangeSheetStatus(.application, "f-full", .current), deciders),
  Attempt(ChangeSheetStatus(.application, "f-current", .ended, reason: "Logiciel remplacé"), deciders),
  Attempt(ShowSheet(.application, "f-current", isPublic: false), deciders),
  Attempt(RemoveSheet(.application, "f-draft"), producers),
  Attempt(OpenSheet(.processingActivity, id: "t-new", organization: "ville", title: "Cantine"), producers),
  Attempt(OpenSheet(.breach, id: "v-open", organization: "ville", title: "Clé USB perdue"), [.dpo]),
  Attempt(OpenSheet(.subjectRequest, id: "q-open", organization: "ville", title: "Accès"), [.dpo]),
  Attempt(OpenSheet(.dpoDesignation, id: "g-open", organization: "ville", title: "Déléguée"), administrators),
  Attempt(
    ReportBreach(id: "v-new", organization: "ville", title: "Clé USB perdue", facts: "Perdue dans le train."),
    everyone
  ),
  Attempt(
    FindPerson(
      PersonSearch(
        id: "s-new",
        organization: "ville",
        at: Moment(milliseconds: 0),
        reason: "Demande d’accès",
        digest: "0"
      )
    ),
    [.dpo]
  ),
  Attempt(
    ImportSheets(
      .application,
      organization: "ville",
      sheets: [ImportedSheet(line: 1, values: .object(["title": .string("Cantine")]))],
      ids: ["f-imported"]
    ),
    producers
  ),
  Attempt(
    ImportSheets(
      .application,
      organization: "ville",
      sheets: [ImportedSheet(line: 1, id: "f-current", values: .object(["title": .string("Paie")]))],
      ids: ["f-unused"]
    ),
    deciders
  ),
  Attempt(
    ChooseRegisterFields(.processingActivity, organization: "ville", fields: ["purposes"]),
    [.dpo]
  ),
  Attempt(
    WriteComment(
      Comment(
        id: "c-sheet",
        subject: RecordKey(Application.self, "f-draft"),
        author: "",
        name: "",
        text: "À compléter",
        at: Moment(milliseconds: 0),
        audience: .workshop,
        state: .shown
      )
    ),
    everyone
  ),
  Attempt(WriteRule("al-1", text: ruleText, examples: [], note: "Essai"), producers),
  Attempt(DiscardRule("al-1.2"), producers),
  Attempt(PutRuleInForce("al-1.2", reason: "Délibération 2026-41"), deciders),
  Attempt(ComputeDecision("al-1", id: "ad-new", inputs: ["n": "4"], salt: "sel"), producers),
  Attempt(AnswerDecision("ad-1"), producers),
  Attempt(ForgetDecision("ad-1", reason: "Délai passé"), deciders),
  Attempt(AdoptAlgorithmSheet(id: "al-new", organization: "ville", sheet: adoptedSheet), producers),
  Attempt(
    NoteDelivery(
      ReceivedDelivery(
        id: "l-new",
        delivery: "v-current",
        organization: "",
        receivedAt: Moment(milliseconds: 0),
        receivedFrom: "",
        fileName: "compteurs.csv",
        digest: "d",
        bytes: 1,
        rows: 1
      )
    ),
    producers
  ),
  Attempt(
    ImportDataContract("v-draft", DataContract(id: "x", name: "Compteurs", version: "2.0.0")),
    producers
  ),
  Attempt(
    ImportDataContract("v-current", DataContract(id: "x", name: "Compteurs", version: "2.0.0")),
    publishers
  ),
  Attempt(PublishEssentialData("ville"), publishers),
  Attempt(RevokeInvitation("i-open"), administrators),
  Attempt(
    InviteFirstAdministrator(id: "i-0", secretHash: "z", expiresAt: inAMonth),
    []
  ),
  Attempt(
    ProposeElimination(
      "e-new",
      rule: "r-free",
      scope: RetentionScope(extent: .series, count: 1),
      description: "Deux boîtes"
    ),
    producers.union([.dpo])
  ),
  Attempt(DecideElimination("e-open", isApproval: true), [.dpo]),
  Attempt(DecideElimination("e-open", isApproval: false, reason: "Non"), [.dpo]),
  Attempt(RecordVisa("e-open", number: "1", date: "2026-01-05", authority: "Archives"), [.dpo]),
  Attempt(RecordTransfer("e-open", slip: "1 W", date: "2026-01-05"), [.dpo]),
  Attempt(ExecuteElimination("e-ready", proof: "Certificat"), [.dpo]),
  Attempt(ChangeOwnProfile(name: "Autre nom", language: "en", notices: .never), everyone),
]

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
