import Governance
import Messages
import Register
import Testing

@Suite("The surprises of an inventory") struct InventoryRuleTests {
  private let now = Moment(milliseconds: 1_795_521_600_000)

  private func verdict(_ register: RegisterKind, _ rule: String, _ json: String) throws -> Verdict? {
    let kinds = RecordKinds(Registers.all.map(\.record))
    let opened = try register.opened(
      id: "r-1",
      organization: "ville",
      title: "Essai",
      values: try JSONValue(parsing: Array(json.utf8)),
      in: Snapshot(kinds: kinds),
      at: now
    )
    let changes = ChangeSet([try #require(opened.draft)], act: "test", actor: .command, time: now)
    let sealed = changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) })
    let state = try Snapshot(kinds: kinds).applying(sealed.entries)
    return register.assess("r-1", in: state, at: now).first { $0.rule == rule }?.verdict
  }

  @Test(
    "An exchange with a partner asks for a written rule",
    arguments: [
      ("{}", Verdict.unknown),
      (#"{"source":{"nature":"application"},"destination":{"nature":"dataset"}}"#, .notApplicable),
      (#"{"source":{"nature":"application"},"destination":{"nature":"partner"}}"#, .unknown),
      (
        #"{"source":{"nature":"partner"},"destination":{"nature":"dataset"},"agreement":"none"}"#,
        .nonCompliant
      ),
      (#"{"source":{"nature":"partner"},"destination":{"nature":"dataset"},"agreement":"law"}"#, .compliant),
    ]
  )
  func exchange(json: String, expected: Verdict) throws {
    #expect(try verdict(.dataFlow, "inventory.exchange", json) == expected)
  }

  @Test(
    "What is thought out of reach is to be tried, sensitive data covered, delegates held to their clauses",
    arguments: [
      ("inventory.reach", "{}", Verdict.notApplicable),
      ("inventory.reach", #"{"isThoughtInaccessible":true}"#, .unknown),
      ("inventory.reach", #"{"isThoughtInaccessible":true,"isAccessible":true}"#, .nonCompliant),
      ("inventory.reach", #"{"isThoughtInaccessible":true,"isAccessible":false}"#, .compliant),
      ("inventory.reach", #"{"isThoughtInaccessible":true,"isAccessible":true,"dataset":"a"}"#, .compliant),
      ("inventory.sensitive", "{}", .unknown),
      ("inventory.sensitive", #"{"personalData":"possible"}"#, .unknown),
      ("inventory.sensitive", #"{"personalData":"none"}"#, .notApplicable),
      ("inventory.sensitive", #"{"personalData":"sensitive"}"#, .nonCompliant),
      ("inventory.sensitive", #"{"personalData":"present","activity":"t-1"}"#, .compliant),
      ("inventory.delegate", #"{"holder":"service"}"#, .notApplicable),
      ("inventory.delegate", #"{"holder":"delegate"}"#, .unknown),
      ("inventory.delegate", #"{"holder":"delegate","isOurs":false}"#, .notApplicable),
      ("inventory.delegate", #"{"holder":"delegate","isOurs":true}"#, .unknown),
      ("inventory.delegate", #"{"holder":"delegate","isOurs":true,"isUsedByHolder":false}"#, .compliant),
      ("inventory.delegate", #"{"holder":"delegate","isOurs":true,"isUsedByHolder":true}"#, .unknown),
      (
        "inventory.delegate",
        #"{"holder":"delegate","isOurs":true,"isUsedByHolder":true,"isUseAllowed":false}"#, .nonCompliant
      ),
      (
        "inventory.delegate",
        #"{"holder":"partner","isOurs":true,"isUsedByHolder":true,"isUseAllowed":true}"#, .compliant
      ),
    ]
  )
  func known(rule: String, json: String, expected: Verdict) throws {
    #expect(try verdict(.knownDataset, rule, json) == expected)
  }
}
