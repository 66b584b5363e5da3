import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular
import Testing

@Suite("Deposits") struct DepositTests {
  private func open(
    _ cast: Cast,
    _ id: String = "d-1",
    text: String = Sample.trees,
    dataset: String? = nil,
    recipe: Recipe = Recipe(),
    as actor: Register.Actor = Cast.actor(.producer)
  ) async throws -> Deposit {
    var description = DatasetChanges(title: dataset == nil ? "Arbres de la ville" : nil, licence: "lov2")
    description.responsible = actor.personID
    return try await cast.platform.openDeposit(
      Deposit(
        id: id,
        organization: "ville",
        dataset: dataset,
        depositor: "person:forged",
        recipe: recipe,
        description: description,
        createdAt: Moment(milliseconds: 0)
      ),
      file: cast.folder.file("\(id).csv", text),
      named: "../../arbres.csv",
      as: actor
    )
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Failure)?.code ?? "\(error)" }
  }

  @Test("A file goes from a producer to the public through a reviewer and a publisher")
  func life() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer, .steward, .publisher])
    let deposit = try await open(cast)
    #expect(deposit.depositor == "person:producer-ville" && deposit.file?.name == "arbres.csv")
    #expect(try await cast.platform.diagnose(deposit).rows == 3)
    #expect(try await cast.platform.preview(deposit).rows.count == 3)
    try await cast.platform.perform(SubmitDeposit("d-1"), as: Cast.actor(.producer))
    #expect(
      await cast.refusal(DecideDeposit("d-1", isApproval: true), Cast.actor(.producer)) == "access.forbidden"
    )
    #expect(
      await cast.refusal(DecideDeposit("d-1", isApproval: false), Cast.actor(.steward)) == "field.required"
    )
    let back = DecideDeposit("d-1", isApproval: false, comment: "Il manque la description.")
    #expect(try await cast.platform.perform(back, as: Cast.actor(.steward)).state == .returned)
    let edit = FieldEdit(path: ["description", "description"], seen: nil, wanted: .string("Arbres plantés."))
    let edited = try await cast.platform.perform(EditDeposit("d-1", [edit]), as: Cast.actor(.producer))
    #expect(edited.record.decisions.isEmpty)
    try await cast.platform.perform(SubmitDeposit("d-1"), as: Cast.actor(.producer))
    try await cast.platform.perform(DecideDeposit("d-1", isApproval: true), as: Cast.actor(.steward))
    #expect(
      await code { try await cast.platform.publishDeposit("d-1", as: Cast.actor(.producer)) }
        == "access.forbidden"
    )
    let publication = try await cast.platform.publishDeposit("d-1", as: Cast.actor(.publisher))
    #expect(publication.outcome == .created && publication.dataset.description == "Arbres plantés.")
    let over = try #require(cast.platform.state.snapshot.record(Deposit.self, "d-1"))
    #expect(over.state == .published && over.version == publication.version.id)
    #expect(over.decisions.map(\.right) == [.review, .publish])
    #expect(await cast.refusal(EditDeposit("d-1", [edit]), Cast.actor(.producer)) == "deposit.closed")
  }

  @Test("What touches people needs the agreement of who protects them, and another person to publish")
  func twoPersons() async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher, .dpo])
    try await cast.enter(
      "both",
      [RoleOnOrganization(.publisher, on: "ville"), RoleOnOrganization(.dpo, on: "ville")]
    )
    let publisher = Cast.actor(.publisher)
    let recipe = Recipe([
      .dropPersonalColumn("courriel"), .pseudonymise(column: "nom"), .dropPersonalColumn("prenom"),
    ])
    _ = try await open(cast, text: Sample.people, recipe: recipe, as: publisher)
    func publish(_ actor: Register.Actor) async -> String? {
      await code { try await cast.platform.publishDeposit("d-1", as: actor) }
    }
    #expect(await publish(publisher) == "gate.publication.two-persons")
    try await cast.platform.perform(SubmitDeposit("d-1"), as: publisher)
    let approval = DecideDeposit("d-1", as: .protect, isApproval: true)
    #expect(await cast.refusal(approval, publisher) == "access.forbidden")
    try await cast.platform.perform(approval, as: .person("both"))
    #expect(await publish(.person("both")) == "gate.publication.two-persons")
    #expect(await publish(publisher) == nil)
    let version = try #require(
      cast.platform.state.snapshot.record(DatasetVersion.self, "arbres-de-la-ville@1")
    )
    #expect(version.columns.map(\.name) == ["nom"] && !version.isOriginalPublic)
  }

  @Test("Nobody publishes around the deposits but who has the machine in hand")
  func around() async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher])
    let request = PublicationRequest(
      file: try cast.folder.file("a.csv", Sample.trees),
      organization: "ville",
      title: "Arbres",
      licence: "lov2"
    )
    #expect(
      await code { try await cast.platform.publish(request, as: Cast.actor(.publisher)) }
        == "publication.deposit"
    )
    #expect(cast.platform.state.snapshot.count(Dataset.self) == 0)
  }

  @Test("A machine's update within bounds is published; one that loses rows waits, and the one before stays")
  func machines() async throws {
    let cast = try await Cast()
    let token = try await cast.token("t-p", [.publish])
    let reader = try await cast.token("t-d", [.deposit])
    try await cast.publish()
    func receive(_ id: String, _ text: String, _ actor: Register.Actor) async throws -> DepositOutcome {
      _ = try await open(cast, id, text: text, dataset: "arbres", as: actor)
      return try await cast.platform.receive(id, as: actor)
    }
    guard case .published = try await receive("d-1", Sample.moreTrees, token) else {
      Issue.record("an update that adds a row is within bounds")
      return
    }
    guard
      case .held(let held, let reasons) = try await receive(
        "d-2",
        "essence;hauteur;plante_le\nIf;4;01/11/1998\n",
        token
      )
    else {
      Issue.record("an update that loses most rows is held")
      return
    }
    #expect(held.state == .submitted && !reasons.isEmpty && held.holdReasons.count == reasons.count)
    #expect(cast.platform.state.dataset("arbres")?.currentVersion == "arbres@2")
    guard case .held = try await receive("d-3", Sample.moreTrees + "Orme;9;03/02/2016\n", reader) else {
      Issue.record("a token that only deposits does not publish")
      return
    }
    #expect(cast.platform.state.dataset("arbres")?.currentVersion == "arbres@2")
  }

  @Test("A planned deposit is published once its moment has come, and only where a publisher planned it")
  func planned() async throws {
    let clock = TestClock("2026-03-01T08:00:00Z")
    let cast = try await Cast { clock.now }
    try await cast.enter([.producer, .steward, .publisher])
    _ = try await open(cast)
    let later = clock.now.advanced(byMilliseconds: 86_400_000)
    try await cast.platform.perform(SubmitDeposit("d-1", plannedFor: later), as: Cast.actor(.producer))
    try await cast.platform.perform(DecideDeposit("d-1", isApproval: true), as: Cast.actor(.steward))
    clock.advance(days: 2)
    #expect(try await cast.platform.publishPlanned() == 0)
    let soon = clock.now.advanced(byMilliseconds: 86_400_000)
    #expect(await cast.refusal(PlanDeposit("d-1", at: soon), Cast.actor(.steward)) == "access.forbidden")
    try await cast.platform.perform(PlanDeposit("d-1", at: soon), as: Cast.actor(.publisher))
    #expect(try await cast.platform.publishPlanned() == 0)
    clock.advance(days: 1)
    #expect(try await cast.platform.publishPlanned() == 1)
    #expect(try await cast.platform.publishPlanned() == 0)
    #expect(cast.platform.state.dataset("arbres-de-la-ville")?.status == .published)
  }

  @Test("The later of two editors of one field is told both values")
  func twoEditors() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer, .steward])
    _ = try await open(cast)
    func title(_ seen: String, _ wanted: String) -> EditDeposit {
      EditDeposit(
        "d-1",
        [FieldEdit(path: ["description", "title"], seen: .string(seen), wanted: .string(wanted))]
      )
    }
    try await cast.platform.perform(title("Arbres de la ville", "Arbres"), as: Cast.actor(.producer))
    let late = try await cast.platform.perform(
      title("Arbres de la ville", "Les arbres"),
      as: Cast.actor(.steward)
    )
    #expect(late.conflicts.map(\.current) == [.string("Arbres")])
    #expect(cast.platform.state.snapshot.record(Deposit.self, "d-1")?.description.title == "Arbres")
  }

  @Test(
    "Fields that decide are not for editing",
    arguments: ["state", "decisions", "depositor", "version", "plannedFor", "id", "holdReasons", "origin"]
  )
  func massAssignment(field: String) async throws {
    let cast = try await Cast()
    try await cast.enter([.producer])
    _ = try await open(cast)
    let edit = EditDeposit("d-1", [FieldEdit(path: [field], seen: nil, wanted: .string("published"))])
    #expect(await cast.refusal(edit, Cast.actor(.producer)) == "deposit.field")
  }

  @Test("A deposit's file outlives collection until the deposit is given up, and then goes")
  func files() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer])
    let deposit = try await open(cast)
    try await cast.platform.collectGarbage()
    #expect(try await cast.platform.diagnose(deposit).rows == 3)
    #expect(try await cast.platform.verify().problems.isEmpty)
    try await cast.platform.perform(
      WithdrawDeposit("d-1", isAbandoned: true, reason: "Erreur"),
      as: Cast.actor(.producer)
    )
    #expect(try await cast.platform.collectGarbage() > 0)
    #expect(cast.folder.lakeFiles().isEmpty)
    #expect(try await cast.platform.verify().problems.isEmpty)
  }

  @Test("A neighbour neither sees a deposit nor learns that it exists")
  func neighbours() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer])
    try await cast.enter([.publisher], on: ["bourg"])
    _ = try await open(cast)
    let stranger = Cast.actor(.publisher, "bourg")
    #expect(await code { _ = try cast.platform.deposit("d-1", as: stranger) } == "deposit.unknown")
    #expect(await code { try await cast.platform.publishDeposit("d-1", as: stranger) } == "deposit.unknown")
    #expect(await cast.refusal(SubmitDeposit("d-1"), stranger) == "access.forbidden")
    #expect(await code { _ = try await open(cast, "d-2", as: stranger) } == "access.forbidden")
  }
}
