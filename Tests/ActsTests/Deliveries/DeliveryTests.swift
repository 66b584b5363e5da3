import Acts
import Catalogue
import CivilTime
import DataContracts
import Foundation
import Governance
import Messages
import Register
import Testing

/// A town that expects its delegate's meters every month, on a day of February 2026.
private struct Town {
  let cast: Cast
  let clock: TestClock

  init(_ now: String = "2026-02-02T08:00:00Z", dataset: String? = nil) async throws {
    let clock = TestClock(now)
    self.clock = clock
    cast = try await Cast { clock.now }
    if let dataset { try await cast.publish(dataset) }
    try await Delegation.keep(in: cast, dataset: dataset)
  }

  func receive(_ text: String, _ id: String = "l-1", as actor: Register.Actor = .command) async throws
    -> ReceivedDelivery
  {
    try await cast.platform.receiveDelivery(
      "v-current",
      file: cast.folder.file("\(id).csv", text),
      named: "\(id).csv",
      receivedID: id,
      as: actor
    )
  }

  var calendar: [DueDelivery] {
    guard let expected = cast.platform.state.snapshot.record(ExpectedDelivery.self, "v-current") else {
      return []
    }
    return DeliverySchedule.calendar(expected, in: cast.platform.state.snapshot, at: cast.platform.now)
  }
}

@Suite("Deliveries of data") struct DeliveryTests {
  @Test("A good file in time is accepted, and costs nothing")
  func inTime() async throws {
    let town = try await Town("2026-01-30T08:00:00Z")
    let received = try await town.receive(Delegation.meters)
    #expect(received.isAccepted && received.defects.isEmpty && received.rows == 3)
    #expect(received.dueOn == "2026-01-31" && received.daysLate == 0 && received.penaltyCents == 0)
    #expect(town.calendar.map(\.standing) == [.onTime])
  }

  @Test("A late file is accepted, and costs its days after the grace")
  func late() async throws {
    let town = try await Town("2026-02-05T23:30:00Z")
    let received = try await town.receive(Delegation.meters)
    // 23:30 in UTC is already the sixth in Paris: six days late, of which two are tolerated.
    #expect(received.isAccepted && received.daysLate == 6 && received.penaltyCents == 60_000)
    #expect(town.calendar.map(\.standing) == [.late(days: 6), .awaited])
  }

  @Test(
    "A file that breaks the contract is refused, with where and why",
    arguments: [
      ("compteur,releve,kwh\nA1,2026-01-31,1\nA2,2026-01-31,1\n", [], true),
      (
        "releve,kwh,energie\n2026-01-31,1,bois\n2026-01-31,1,gaz\n", ["delivery.column-missing compteur"],
        false
      ),
      ("compteur,releve,kwh,energie\nA1,2026-01-31,1,bois\n", ["delivery.too-few-rows "], false),
      (
        "compteur,releve,kwh,energie\nA1,2026-01-31,1,bois\nA1,2026-01-31,2,gaz\n",
        ["delivery.cell-duplicate compteur"], false
      ),
      (
        "compteur,releve,kwh,energie\nA1,31/01/2026,1,bois\nA2,2026-01-31,2,gaz\n",
        ["delivery.cell-type releve"], false
      ),
      (
        "compteur,releve,kwh,energie\nA1,2026-01-31,-1,bois\nA2,2026-01-31,2,fioul\n",
        ["delivery.cell-range kwh", "delivery.cell-value energie"], false
      ),
      (
        "compteur,releve,kwh,energie\n,2026-01-31,1,bois\nA2,,2,gaz\n",
        ["delivery.cell-missing compteur", "delivery.cell-missing releve"], false
      ),
    ] as [(String, [String], Bool)]
  )
  func defects(text: String, codes: [String], isAccepted: Bool) async throws {
    let town = try await Town("2026-01-30T08:00:00Z")
    let received = try await town.receive(text)
    #expect(received.isAccepted == isAccepted)
    let refusals = received.defects.filter(\.isRefusal)
    #expect(refusals.map { "\($0.code) \($0.column ?? "")" }.sorted() == codes.sorted())
    #expect(received.penaltyCents == 50_000 * refusals.count)
    #expect(town.calendar.map(\.standing) == [isAccepted ? .onTime : .defective(days: 0)])
  }

  @Test("What is refused is still owed: a corrected file answers the same day, and costs its lateness")
  func corrected() async throws {
    let town = try await Town("2026-02-02T08:00:00Z")
    let bad = try await town.receive("compteur,releve,kwh,energie\nA1,2026-01-31,1,bois\n", "l-1")
    #expect(!bad.isAccepted && bad.dueOn == "2026-01-31")
    town.clock.advance(days: 3)
    let good = try await town.receive(Delegation.meters, "l-2")
    #expect(
      good.isAccepted && good.dueOn == "2026-01-31" && good.daysLate == 5 && good.penaltyCents == 45_000
    )
    #expect(town.calendar.first?.standing == .late(days: 5))
    #expect(town.calendar.first?.received.map(\.id) == ["l-1", "l-2"])
    let next = try await town.receive(Delegation.meters, "l-3")
    #expect(next.dueOn == "2026-02-28" && next.changes.map(\.fr) == ["Autant de lignes que la fois d’avant."])
  }

  @Test("A fall of the number of rows beyond what is tolerated is refused")
  func fall() async throws {
    let town = try await Town("2026-01-30T08:00:00Z")
    let rows = (1...10).map { "A\($0),2026-01-31,1,bois\n" }.joined()
    #expect(try await town.receive("compteur,releve,kwh,energie\n" + rows, "l-1").isAccepted)
    let half = (1...5).map { "A\($0),2026-01-31,1,bois\n" }.joined()
    #expect(try await town.receive("compteur,releve,kwh,energie\n" + half, "l-2").isAccepted)
    let less = try await town.receive(Delegation.meters.replacing("A3,2026-01-31,0,bois\n", with: ""), "l-3")
    #expect(less.defects.map(\.code) == ["delivery.fall"])
  }

  @Test("Nothing is received for who may not hand it over, nor before the record is in force")
  func rights() async throws {
    let town = try await Town()
    try await town.cast.publish("arbres")
    let bound = try await town.cast.token("t-bound", [.deposit], datasets: ["arbres"])
    let free = try await town.cast.token("t-free", [.deposit])
    let reader = try await town.cast.token("t-read", [.read])
    let elsewhere = try await town.cast.token("t-else", [.deposit], organization: "bourg")
    for actor in [bound, reader, elsewhere, .visitor] {
      let failure = await #expect(throws: Failure.self) {
        try await town.receive(Delegation.meters, as: actor)
      }
      #expect(failure?.code == "register.unknown")
    }
    #expect(try await town.receive(Delegation.meters, as: free).receivedFrom == free.id)
    let draft = await #expect(throws: Failure.self) {
      try await town.cast.platform.receiveDelivery(
        "v-draft",
        file: town.cast.folder.file("d.csv", Delegation.meters),
        named: "d.csv",
        receivedID: "l-9",
        as: free
      )
    }
    #expect(draft?.code == "delivery.not-in-force")
  }

  @Test("A token bound to the dataset of a delivery hands it over, and its file outlives the collector")
  func boundToken() async throws {
    let town = try await Town(dataset: "compteurs")
    let token = try await town.cast.token("t-bound", [.deposit], datasets: ["compteurs"])
    let received = try await town.receive(Delegation.meters, as: token)
    try await town.cast.platform.collectGarbage()
    let backup = town.cast.folder.around.appending(path: "backup")
    _ = try await town.cast.platform.backup(to: backup)
    let saved = try FileManager.default.subpathsOfDirectory(atPath: backup.path)
    #expect(saved.contains { $0.replacing("/", with: "").hasSuffix(received.digest) })
    #expect(try town.cast.platform.blob(received.digest, atMost: 1 << 20) == Array(Delegation.meters.utf8))
    guard
      case .held(let deposit, _) = try await town.cast.platform.depositDelivery(
        received.id,
        depositID: "d-1",
        as: token
      )
    else { return #expect(Bool(false), "a token that may not publish has its deposit held") }
    #expect(deposit.dataset == "compteurs")
  }

  @Test("A refused delivery becomes no version")
  func refusedIsNoVersion() async throws {
    let town = try await Town(dataset: "compteurs")
    let received = try await town.receive("compteur,releve,kwh,energie\nA1,2026-01-31,1,bois\n")
    let failure = await #expect(throws: Failure.self) {
      try await town.cast.platform.depositDelivery(received.id, depositID: "d-1", as: .command)
    }
    #expect(failure?.code == "delivery.refused")
  }

  @Test("The letter says what is missing, since when and what it costs; there is none where all is well")
  func letters() async throws {
    let town = try await Town("2026-02-10T08:00:00Z")
    let expected = try #require(town.cast.platform.state.snapshot.record(ExpectedDelivery.self, "v-current"))
    func letter(_ index: Int) -> DeliveryLetter? {
      DeliveryLetter(
        expected,
        due: town.calendar[index],
        sender: "Ville",
        in: town.cast.platform.state.snapshot,
        at: town.cast.platform.now
      )
    }
    let overdue = try #require(letter(0))
    #expect(overdue.recipient == "Chaleur du Val" && overdue.day == "10 février 2026")
    #expect(overdue.text.contains("10 jours de retard"))
    #expect(overdue.text.contains("1\u{202F}200\u{A0}€"))
    #expect(letter(1) == nil)
    // What the facts of the authority do not say is left to be written by hand.
    #expect(
      overdue.signature[0].hasPrefix("Fait à ……") && overdue.signature[0].hasSuffix("le 10 février 2026")
    )
    #expect(
      overdue.signature.count == 4 && overdue.address == nil && overdue.text.hasSuffix("Signature\u{A0}:")
    )
    try await town.cast.platform.perform(
      OpenSheet(.bodyFacts, id: "b-1", organization: "ville", title: "Faits"),
      as: .command
    )
    let told = [
      "address": "1 place de la Mairie", "place": "Arpent", "signatory": "Ana Roux", "capacity": "La maire",
    ]
    try await town.cast.platform.perform(
      EditSheet(
        .bodyFacts,
        "b-1",
        told.map { FieldEdit(path: [$0.key], seen: nil, wanted: .string($0.value)) }
      ),
      as: .command
    )
    let signed = try #require(letter(0))
    #expect(signed.signature.prefix(3) == ["Fait à Arpent, le 10 février 2026", "La maire", "Ana Roux"])
    #expect(signed.text.contains("Ville\n1 place de la Mairie\n"))
    _ = try await town.receive("compteur,releve,kwh,energie\nA1,2026-01-31,1,bois\n")
    let refused = try #require(letter(0))
    #expect(refused.subject.hasSuffix("refusée") && refused.defects.count == 1)
  }
}

@Suite("The calendar of deliveries") struct DeliveryScheduleTests {
  @Test(
    "Each day is counted from the first",
    arguments: [
      (DeliveryFrequency.once, ["2026-01-31"]),
      (.daily, ["2026-01-31", "2026-02-01", "2026-02-02", "2026-02-03"]),
      (.weekly, ["2026-01-31", "2026-02-07", "2026-02-14", "2026-02-21"]),
      (.monthly, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
      (.quarterly, ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"]),
      (.halfYearly, ["2026-01-31", "2026-07-31", "2027-01-31", "2027-07-31"]),
      (.yearly, ["2026-01-31", "2027-01-31", "2028-01-31", "2029-01-31"]),
    ]
  )
  func days(frequency: DeliveryFrequency, expected: [String]) throws {
    let delivery = Self.delivery(frequency)
    let limit = try #require(CivilDate("2036-01-01"))
    let days = DeliverySchedule.days(delivery, contractEnd: nil, until: limit)
    #expect(days.prefix(4).map(\.iso) == expected)
    #expect(days.count <= 400)
  }

  @Test("A leap year's end of February is its twenty-ninth")
  func leap() throws {
    var delivery = Self.delivery(.monthly)
    delivery.firstDueOn = "2027-12-31"
    let limit = try #require(CivilDate("2028-03-01"))
    let days = DeliverySchedule.days(delivery, contractEnd: nil, until: limit)
    #expect(days.map(\.iso) == ["2027-12-31", "2028-01-31", "2028-02-29"])
  }

  @Test("Nothing is due after the contract's end, or the day that was said")
  func ends() throws {
    var delivery = Self.delivery(.monthly)
    let limit = try #require(CivilDate("2027-01-01"))
    func count(_ end: String?) -> Int {
      DeliverySchedule.days(delivery, contractEnd: end, until: limit).count
    }
    #expect(count("2026-03-30") == 2)
    #expect(count("2026-03-31") == 3)
    delivery.lastDueOn = "2026-02-27"
    #expect(count("2026-12-31") == 1)
    delivery.firstDueOn = nil
    #expect(count(nil) == 0)
  }

  private static func delivery(_ frequency: DeliveryFrequency) -> ExpectedDelivery {
    var delivery = ExpectedDelivery(
      id: "v",
      organization: "ville",
      title: "Compteurs",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    delivery.firstDueOn = "2026-01-31"
    delivery.frequency = frequency
    return delivery
  }
}
