import Catalogue
import DataContracts
import Foundation
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("Contracts") struct ContractTests {
  private static func verdicts(
    _ change: (inout Contract) -> Void,
    on day: String = "2026-06-15"
  ) throws -> [String: Verdict] {
    let now = try #require(Moment(day))
    var contract = Contract(id: "k", organization: "ville", title: "T", keeping: Keeping(createdAt: now))
    change(&contract)
    let snapshot = try Snapshot.holding([try .put(contract)])
    let sheet = try #require(Contract.register.sheet("k", in: snapshot))
    return Dictionary(
      RegisterRules.assess(.contract, sheet, in: snapshot, at: now).filter { $0.rule.hasPrefix("contract.") }
        .map { ($0.rule, $0.verdict) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test("A contract of which nothing is known is judged on nothing")
  func unknown() throws {
    for (rule, verdict) in try Self.verdicts({ _ in }) { #expect(verdict == .unknown, "\(rule)") }
  }

  @Test("Procurement is to be published within two months of notification, from 40 000 €")
  func procurement() throws {
    func verdict(_ amount: Double?, _ notified: String?, _ published: String?, on day: String) throws
      -> Verdict?
    {
      try Self.verdicts(
        {
          $0.type = .procurement
          $0.amount = amount
          $0.notifiedOn = notified
          $0.publishedOn = published
        },
        on: day
      )["contract.decp-procurement"]
    }
    #expect(try verdict(39_999.99, "2026-01-10", nil, on: "2026-06-15") == .notApplicable)
    #expect(try verdict(40_000, "2026-01-10", nil, on: "2026-06-15") == .nonCompliant)
    #expect(try verdict(nil, "2026-01-10", nil, on: "2026-06-15") == .unknown)
    #expect(try verdict(40_000, nil, nil, on: "2026-06-15") == .unknown)
    #expect(try verdict(40_000, "2025-12-31", nil, on: "2026-02-28") == .unknown)
    #expect(try verdict(40_000, "2025-12-31", nil, on: "2026-03-01") == .nonCompliant)
    #expect(try verdict(40_000, "2026-01-10", "2026-03-10", on: "2026-06-15") == .compliant)
    #expect(try verdict(40_000, "2026-01-10", "2026-03-11", on: "2026-06-15") == .nonCompliant)
  }

  @Test("A grant rests on an agreement above 23 000 €, published within three months")
  func grants() throws {
    func verdicts(_ amount: Double, signed: String?, published: String? = nil) throws -> [Verdict?] {
      let all = try Self.verdicts {
        $0.type = .grant
        $0.amount = amount
        $0.signedOn = signed
        $0.publishedOn = published
      }
      return [all["contract.grant-agreement"], all["contract.grant-publication"]]
    }
    #expect(try verdicts(23_000, signed: nil) == [.notApplicable, .notApplicable])
    #expect(try verdicts(23_000.01, signed: nil) == [.nonCompliant, .unknown])
    #expect(try verdicts(30_000, signed: "2026-01-31") == [.compliant, .nonCompliant])
    #expect(try verdicts(30_000, signed: "2026-04-01") == [.compliant, .unknown])
    #expect(try verdicts(30_000, signed: "2026-01-31", published: "2026-04-30") == [.compliant, .compliant])
    #expect(try verdicts(30_000, signed: "2017-07-31") == [.compliant, .notApplicable])
  }

  @Test("A delegate owes its data, but where a published release or an older contract says otherwise")
  func delegates() throws {
    func verdicts(_ change: (inout Contract) -> Void) throws -> [Verdict?] {
      let all = try Self.verdicts {
        $0.type = .delegation
        $0.signedOn = "2024-01-15"
        change(&$0)
      }
      return [all["contract.delegate-data"], all["contract.dispense"]]
    }
    #expect(try verdicts { $0.hasDispense = false } == [.nonCompliant, .notApplicable])
    #expect(try verdicts { $0.hasDispense = true } == [.notApplicable, .nonCompliant])
    #expect(
      try verdicts {
        $0.hasDispense = true
        $0.dispenseReason = "Sûreté du réseau"
        $0.dispenseAddress = "https://exemple.fr/decision"
      } == [.notApplicable, .compliant]
    )
    #expect(try verdicts { $0.signedOn = "2016-10-08" } == [.notApplicable, .unknown])
    #expect(try verdicts { $0.type = .agreement } == [.notApplicable, .notApplicable])
  }

  @Test(
    "The yearly report is due on 1 June of the year after",
    arguments: [
      ("2026-05-31", [2024], true), ("2026-06-01", [2024], false), ("2026-06-01", [2024, 2025], true),
    ]
  )
  func reports(day: String, years: [Int], isCompliant: Bool) throws {
    let all = try Self.verdicts(
      {
        $0.type = .concession
        $0.beginsOn = "2024-03-01"
        $0.reports = years
      },
      on: day
    )
    #expect(all["contract.report"] == (isCompliant ? .compliant : .nonCompliant))
  }

  @Test("Each of the nine families has its line, its label and a model clause")
  func clauses() async throws {
    let cast = try await Cast()
    try await cast.platform.perform(
      OpenSheet(.contract, id: "k", organization: "ville", title: "T", template: "delegation"),
      as: .command
    )
    let contract = try #require(cast.platform.state.snapshot.record(Contract.self, "k"))
    #expect(contract.clauses.compactMap(\.family) == ClauseFamily.allCases)
    #expect(contract.type == .delegation)
    for family in ClauseFamily.allCases { #expect(family.model.count > 300 && !family.model.contains("\n")) }
    let rule = Contract.register.assess("k", in: cast.platform.state.snapshot, at: cast.platform.now)
      .first { $0.rule == "contract.clauses" }
    #expect(rule?.verdict == .nonCompliant)
  }

  @Test("Contracts that are complete are published in the format of the law, once decided")
  func essentialData() async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher])
    try await Delegation.keep(in: cast)
    func data() -> EssentialData { EssentialData(in: cast.platform.state.snapshot, today: "2026-03-01") }
    #expect(data().ready.map(\.id) == ["k-heat"])
    #expect(data().document.concessions == [])
    try await cast.platform.perform(PublishEssentialData("ville"), as: Cast.actor(.publisher))
    let document = data().document
    #expect(document.concessions?.map(\.id) == ["2024-DSP-01"])
    #expect(document.faults == [])
    #expect(try DECPDocument(reading: data().bytes).concessions == document.concessions)
    let again = await cast.refusal(PublishEssentialData("ville"), Cast.actor(.publisher))
    #expect(again == "contract.nothing-to-publish")
    if let schema = Self.publishedSchema {
      #expect(try JSONSchema(schema).faults(in: document.document) == [])
    }
  }

  @Test(
    "A modification joins the published data once it is complete, and leaves what was published as it was"
  )
  func modification() async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher])
    try await Delegation.keep(in: cast)
    try await cast.platform.perform(PublishEssentialData("ville"), as: Cast.actor(.publisher))
    func data() -> EssentialData { EssentialData(in: cast.platform.state.snapshot, today: "2026-03-01") }
    let before = try #require(data().document.concessions?.first)
    func change(_ wanted: [String: JSONValue]) async throws {
      let values = RegisterKind.contract.sheet("k-heat", in: cast.platform.state.snapshot)?.values
      let held: JSONValue? = if case .object(let all)? = values { all["modifications"] } else { nil }
      let seen = held == .array([]) ? nil : held
      let edit = FieldEdit(path: ["modifications"], seen: seen, wanted: .array([.object(wanted)]))
      try await cast.platform.perform(EditSheet(.contract, "k-heat", [edit]), as: .command)
    }
    try await change(["subject": .string("Avenant 1")])
    #expect(data().held.map { $0.faults.map(\.pointer) } == [["/modifications/0/dateSignatureModification"]])
    #expect(data().document.concessions == [before])
    try await change([
      "subject": .string("Avenant 1"), "notifiedOn": .string("2026-02-01"), "months": .number("252"),
      "amount": .number("43000000"),
    ])
    #expect(data().ready.map(\.awaitsPublication) == [true])
    #expect(data().document.concessions == [before])
    try await cast.platform.perform(PublishEssentialData("ville"), as: Cast.actor(.publisher))
    let after = try #require(data().document.concessions?.first)
    let modification = try #require(after.modifications?.first)
    #expect((modification.number, modification.notifiedOn, modification.months) == (1, "2026-02-01", 252))
    #expect(modification.amount == .number("43000000"))
    #expect(modification.publishedOn != nil)
    var without = after
    without.modifications = nil
    #expect(without == before)
    #expect(try DECPDocument(reading: data().bytes) == data().document)
    if let schema = Self.publishedSchema {
      #expect(try JSONSchema(schema).faults(in: data().document.document) == [])
    }
  }

  @Test(
    "Subcontracting is written in the format, its changes by the number of the act; numbers are given once"
  )
  func subcontracting() throws {
    var contract = Contract(
      id: "k",
      organization: "ville",
      title: "T",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    contract.type = .procurement
    var (first, second) = (Subcontract(), Subcontract())
    (first.number, first.publishedOn, first.notifiedOn) = (4, "2026-01-02", "2026-01-01")
    (second.identifier, second.months, second.amount) = ("55204599900869", 12, 20_000)
    (second.notifiedOn, second.priceVariation) = ("2026-02-01", "Ferme")
    var change = Subcontract.Change()
    (change.notifiedOn, change.months) = ("2026-03-01", 14)
    second.changes = [change]
    contract.subcontracts = [first, second]
    #expect(contract.earliestUnpublished == "2026-02-01")
    #expect(contract.asPublished.subcontracts == [first])
    let published = contract.published(on: "2026-03-10")
    #expect(published.earliestUnpublished == nil)
    #expect(published.subcontracts.map(\.number) == [4, 5])
    #expect(published.published(on: "2027-01-01") == published)
    let written = published.decpContract()
    #expect(written.subcontracts?.last?.subcontractor == DECPOperator(id: "55204599900869"))
    #expect(written.subcontracts?.map(\.publishedOn) == ["2026-01-02", "2026-03-10"])
    #expect(written.subcontractModifications?.map(\.number) == [5])
    #expect(written.subcontractModifications?.map(\.publishedOn) == ["2026-03-10"])
  }

  @Test("A modification is to be published within two months of its notification")
  func lateModification() throws {
    func verdict(on day: String, published: String? = nil) throws -> Verdict? {
      try Self.verdicts(
        {
          ($0.type, $0.amount) = (.procurement, 50_000)
          ($0.notifiedOn, $0.publishedOn) = ("2025-01-10", "2025-02-10")
          var change = ContractModification()
          (change.notifiedOn, change.publishedOn) = ("2025-12-31", published)
          $0.modifications = [change]
        },
        on: day
      )["contract.decp-procurement"]
    }
    #expect(try verdict(on: "2026-02-28") == .unknown)
    #expect(try verdict(on: "2026-03-01") == .nonCompliant)
    #expect(try verdict(on: "2026-03-01", published: "2026-02-01") == .compliant)
  }

  @Test("A contract that the format refuses is held, with what is missing")
  func held() async throws {
    let cast = try await Cast()
    guard case .object(var values) = Delegation.contract() else { return }
    values["number"] = .string("2024-DSP-01-RESEAU-DE-CHALEUR")
    try await Delegation.keep(.contract, "k-heat", "Réseau", .object(values), in: cast)
    let data = EssentialData(in: cast.platform.state.snapshot, today: "2026-03-01")
    #expect(data.ready.isEmpty)
    #expect(data.held.map { $0.faults.map(\.pointer) } == [["/id"]])
  }

  /// The published schema, where the real files are at hand.
  private static var publishedSchema: JSONValue? {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let file = package.deletingLastPathComponent().appending(
      path: "shared/data/governance/decp-schema-v2.0.3.json"
    )
    return (try? Data(contentsOf: file)).flatMap { try? JSONDocument.read(Array($0)).value }
  }
}

extension Snapshot {
  /// A state that holds some records and nothing else.
  static func holding(_ drafts: [Draft]) throws -> Snapshot {
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: Moment(milliseconds: 0))
    let sealed = changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) })
    return try Snapshot(kinds: Kinds.all).applying(sealed.entries)
  }
}
