import Foundation
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("What was published after a contract stays") struct PublishedModificationTests {
  private static func row(_ members: KeyValuePairs<String, String>, _ numbers: KeyValuePairs<String, String>)
    -> JSONValue
  {
    var row: [String: JSONValue] = [:]
    for (key, value) in members { row[key] = .string(value) }
    for (key, value) in numbers { row[key] = .number(value) }
    return .object(row)
  }

  /// A delegation with a published modification, and one still to be.
  private static func cast() async throws -> Cast {
    let cast = try await Cast()
    try await cast.enter([.publisher, .producer])
    try await Delegation.keep(in: cast)
    try await cast.platform.perform(PublishEssentialData("ville"), as: Cast.actor(.publisher))
    try await edit(cast, "modifications", [row(["notifiedOn": "2026-02-01"], ["months": "252"])])
    try await cast.platform.perform(PublishEssentialData("ville"), as: Cast.actor(.publisher))
    let published = try rows(cast, "modifications")
    try await edit(
      cast,
      "modifications",
      published + [row(["notifiedOn": "2026-03-01"], ["amount": "43000000"])]
    )
    return cast
  }

  private static func rows(_ cast: Cast, _ list: String) throws -> [JSONValue] {
    try #require(RegisterKind.contract.sheet("k-heat", in: cast.platform.state.snapshot)).values[list]?.items
      ?? []
  }

  private static func edit(_ cast: Cast, _ list: String, _ wanted: [JSONValue]) async throws {
    let known = try rows(cast, list)
    let edit = FieldEdit(
      path: [list],
      seen: known.isEmpty ? nil : .array(known),
      wanted: wanted.isEmpty ? nil : .array(wanted)
    )
    try await cast.platform.perform(EditSheet(.contract, "k-heat", [edit]), as: .command)
  }

  @Test("A published modification cannot be removed or changed; the others can, and its subject too")
  func modifications() async throws {
    let cast = try await Self.cast()
    let (published, waiting) = (
      try Self.rows(cast, "modifications")[0], try Self.rows(cast, "modifications")[1]
    )
    let changes: [JSONValue] = [
      published.setting(.number("300"), at: ["months"]),
      published.setting(.string("2026-01-01"), at: ["notifiedOn"]),
      published.setting(nil, at: ["publishedOn"]), published.setting(.number("9"), at: ["number"]),
      published.setting(.number("5"), at: ["amount"]),
    ]
    for wanted in [[waiting], []] + changes.map({ [$0, waiting] }) {
      let failure = await #expect(throws: Failure.self, "\(wanted)") {
        try await Self.edit(cast, "modifications", wanted)
      }
      #expect(failure?.code == "contract.published-modification" && failure?.pointer == "modifications")
      #expect(failure?.remedy?.fr.contains("nouvelle modification") == true)
    }
    let told = published.setting(.string("Avenant 1"), at: ["subject"])
    try await Self.edit(cast, "modifications", [told])
    #expect(try Self.rows(cast, "modifications") == [told], "what is not published can be taken back")
    let correction = Self.row(["notifiedOn": "2026-04-01"], ["months": "240"])
    try await Self.edit(cast, "modifications", [told, correction])
    #expect(try Self.rows(cast, "modifications").count == 2, "and what is wrong is corrected by another one")
  }

  @Test("Published acts of subcontracting and their published changes stay; what is added to them does not")
  func subcontracts() throws {
    let now = try #require(Moment("2026-05-01"))
    var old = Contract(id: "k", organization: "ville", title: "T", keeping: Keeping(createdAt: now))
    old.type = .procurement
    old.keeping.status = .current
    var act = Subcontract()
    (act.number, act.publishedOn, act.months, act.name) = (1, "2026-01-01", 12, "Sous")
    var change = Subcontract.Change()
    (change.notifiedOn, change.publishedOn, change.months) = ("2026-02-01", "2026-02-10", 14)
    act.changes = [change, Subcontract.Change()]
    old.subcontracts = [act]
    let snapshot = try Snapshot.holding([try .put(old)])
    func outcome(_ alter: (inout Subcontract) -> Void) throws -> String? {
      var wanted = act
      alter(&wanted)
      let edit = FieldEdit(
        path: ["subcontracts"],
        seen: .array([try JSONValue(encoding: act)]),
        wanted: .array([try JSONValue(encoding: wanted)])
      )
      do {
        _ = try Contract.register.edited("k", [edit], in: snapshot, at: now)
        return nil
      } catch let failure as Failure { return failure.code }
    }
    let refusal = "contract.published-modification"
    #expect(try outcome { $0.name = "Autre nom" } == nil)
    #expect(try outcome { $0.changes.removeLast() } == nil)
    #expect(try outcome { $0.changes.append(Subcontract.Change()) } == nil)
    #expect(try outcome { $0.months = 13 } == refusal)
    #expect(try outcome { $0.changes.removeFirst() } == refusal)
    #expect(try outcome { $0.changes[0].months = 15 } == refusal)
  }
}
