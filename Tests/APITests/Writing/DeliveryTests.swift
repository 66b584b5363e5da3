import Acts
import Catalogue
import CivilTime
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Register
import Testing

@testable import API

@Suite(
  "Deliveries handed over by machines",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct DeliveryTests {
  /// A valley that expects a table of meters, once, from a delegate with a token.
  private static func valley() async throws -> (valley: TestTerritory, owner: String) {
    let valley = try await Valley.make()
    let owner = try #require(valley.platform.state.dataset("reserve")).organization
    let due = WallClock.paris.date(at: valley.platform.now.milliseconds).adding(days: -3).iso
    try await open(.contract, "k-1", "Réseau", ["type": .string("agreement")], owner, valley)
    try await open(
      .expectedDelivery,
      "v-1",
      "Compteurs",
      [
        "contract": .string("k-1"), "description": .string("Une ligne par compteur."),
        "frequency": .string("once"), "firstDueOn": .string(due), "channel": .string("token"),
        "columns": .array([
          .object(["name": .string("compteur"), "type": .string("string"), "isRequired": .boolean(true)])
        ]), "perLateDay": .number("10"), "perDefect": .number("25"),
      ],
      owner,
      valley,
      isInForce: true
    )
    return (valley, owner)
  }

  private static func open(
    _ register: RegisterKind,
    _ id: String,
    _ title: String,
    _ values: [String: Register.JSONValue],
    _ owner: String,
    _ valley: TestTerritory,
    isInForce: Bool = false
  ) async throws {
    let platform = valley.platform
    try await platform.perform(OpenSheet(register, id: id, organization: owner, title: title), as: .command)
    let edits = values.sorted { $0.key < $1.key }.map {
      FieldEdit(path: [$0.key], seen: nil, wanted: $0.value)
    }
    try await platform.perform(EditSheet(register, id, edits), as: .command)
    if isInForce {
      try await platform.perform(ChangeSheetStatus(register, id, .current), as: .command)
    }
  }

  @Test("A file is refused with its defects, then accepted with its lateness and what that costs")
  func received() async throws {
    let (valley, owner) = try await Self.valley()
    let header = try await key(valley, [.deposit], organization: owner)
    let bad = try await valley.send(.post, "/deliveries/v-1?name=a.csv", header, body: "kwh\n1\n")
    #expect(bad.status == .created)
    let refused = try JSON(bad.body)
    #expect(refused["accepted"].boolean == false && refused["penalty_cents"].integer == 2_500)
    #expect(refused["defects"][0]["code"].string == "delivery.column-missing")
    let good = try await valley.send(.post, "/deliveries/v-1?name=a.csv", header, body: "compteur\nA1\n")
    let accepted = try JSON(good.body)
    #expect(accepted["accepted"].boolean == true && accepted["days_late"].integer == 3)
    #expect(accepted["penalty_cents"].integer == 3_000 && accepted["update"] == .null)
    #expect(valley.platform.state.snapshot.records(ReceivedDelivery.self).count == 2)
  }

  @Test("Who may not hand it over is told no more than of one that is not there, and nothing is kept")
  func strangers() async throws {
    let (valley, owner) = try await Self.valley()
    let head = valley.platform.state.head
    let keys = [
      try await key(valley, [.read], organization: owner),
      try await key(valley, [.publish], organization: owner, datasets: ["reserve"]),
    ]
    for header in keys {
      for id in ["v-1", "v-none"] {
        let answer = try await valley.send(
          .post,
          "/deliveries/\(id)?name=a.csv",
          header,
          body: "compteur\nA1\n"
        )
        #expect(answer.status == .notFound)
        #expect(try JSON(answer.body)["code"].string == "register.unknown")
      }
    }
    #expect(valley.platform.state.snapshot.records(ReceivedDelivery.self).isEmpty)
    #expect(valley.platform.state.head.size == head.size + 2, "only the two keys were made")
  }

  @Test("What is no table is refused, and the contract keeps waiting")
  func noTable() async throws {
    let (valley, owner) = try await Self.valley()
    let header = try await key(valley, [.deposit], organization: owner)
    let answer = try await valley.send(.post, "/deliveries/v-1?name=a.csv", header, body: "")
    #expect(answer.status.code >= 400 && answer.status.code < 500)
    #expect(valley.platform.state.snapshot.records(ReceivedDelivery.self).isEmpty)
  }
}
