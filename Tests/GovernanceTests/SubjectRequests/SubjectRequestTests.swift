import Governance
import Messages
import Register
import Testing

@Suite("Requests of people about their data") struct SubjectRequestTests {
  static func request(_ received: String?, _ change: (inout SubjectRequest) -> Void = { _ in })
    -> SubjectRequest
  {
    var request = SubjectRequest(
      id: "q-1",
      organization: "ville",
      title: "Essai",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    request.receivedAt = received.flatMap { Moment($0) }
    change(&request)
    return request
  }

  /// The last moment in UTC: the end of a day in Paris.
  static let deadlines: [(String, String, String)] = [
    ("2026-10-24T09:00:00Z", "2026-11-24T22:59:59.999Z", "the same date, in winter"),
    ("2026-06-15T09:00:00Z", "2026-07-15T21:59:59.999Z", "the same date, in summer"),
    ("2026-01-31T09:00:00Z", "2026-03-02T22:59:59.999Z", "28 February is a Saturday"),
    ("2028-01-31T09:00:00Z", "2028-02-29T22:59:59.999Z", "a leap year"),
    ("2026-08-31T09:00:00Z", "2026-09-30T21:59:59.999Z", "September has 30 days"),
    (
      "2026-10-10T22:30:00Z", "2026-11-12T22:59:59.999Z",
      "received on the 11th in Paris; 11 November is a holiday"
    ),
    ("2026-03-06T09:00:00Z", "2026-04-07T21:59:59.999Z", "Easter Monday"),
    ("2026-11-25T09:00:00Z", "2026-12-28T22:59:59.999Z", "Christmas and a week-end"),
  ]

  @Test("One month from the receipt, to the end of a working day", arguments: deadlines)
  func month(received: String, last: String, why: String) throws {
    let now = try #require(Moment(received))
    let deadline = try #require(Self.request(received).deadline(at: now))
    #expect(deadline.last.text == last, "\(why)")
    #expect(deadline.first == deadline.last)
  }

  @Test("Two months more, when announced with reasons inside the first")
  func extended() throws {
    let now = try #require(Moment("2026-11-24T12:00:00Z"))
    let inTime = Self.request("2026-11-02T09:00:00Z") {
      $0.extendedAt = Moment("2026-12-02T22:00:00Z")
      $0.extensionReasons = "Trente dossiers à relire."
    }
    let deadline = try #require(inTime.deadline(at: now))
    #expect(deadline.first.text == "2026-12-02T22:59:59.999Z")
    #expect(deadline.last.text == "2027-02-02T22:59:59.999Z")
    var late = inTime
    late.extendedAt = Moment("2026-12-02T23:00:00Z")
    #expect(late.deadline(at: now)?.last == deadline.first)
    #expect(late.deadline(at: now)?.hasLateExtension == true)
    var silent = inTime
    silent.extensionReasons = nil
    #expect(silent.deadline(at: now)?.last == deadline.first)
  }

  @Test("A doubt on identity stops time until the proof comes, when asked for inside the month")
  func identity() throws {
    func deadline(_ change: (inout SubjectRequest) -> Void, at now: String) throws -> RequestDeadline? {
      Self.request("2026-06-01T09:00:00Z", change).deadline(at: try #require(Moment(now)))
    }
    let asked: (inout SubjectRequest) -> Void = {
      $0.identity = .doubtful
      $0.identityAskedAt = Moment("2026-06-03T09:00:00Z")
    }
    let waiting = try deadline(asked, at: "2026-06-13T09:00:00Z")
    #expect(waiting?.isSuspended == true)
    let answered = try deadline(
      {
        asked(&$0)
        $0.identity = .verified
        $0.identityReceivedAt = Moment("2026-06-13T09:00:00Z")
      },
      at: "2026-06-20T09:00:00Z"
    )
    #expect(answered?.isSuspended == false)
    // 1 July and ten days: Saturday 11, so Monday 13.
    #expect(answered?.last.text == "2026-07-13T21:59:59.999Z")
    let tooLate = try deadline(
      {
        $0.identity = .verified
        $0.identityAskedAt = Moment("2026-07-02T09:00:00Z")
        $0.identityReceivedAt = Moment("2026-07-12T09:00:00Z")
      },
      at: "2026-07-20T09:00:00Z"
    )
    #expect(tooLate?.last.text == "2026-07-01T21:59:59.999Z")
  }

  static let alerts: [(String, [Int])] = [
    ("2026-06-10T09:00:00Z", []), ("2026-06-17T09:00:00Z", [14]), ("2026-06-24T09:00:00Z", [14, 7]),
    ("2026-06-29T09:00:00Z", [14, 7, 2]), ("2026-07-01T21:59:59.999Z", [14, 7, 2]),
    ("2026-07-01T22:00:00Z", [14, 7, 2, 0]),
  ]

  @Test("It rings two weeks, one week and two days before the end, then when it is over", arguments: alerts)
  func rings(now: String, thresholds: [Int]) throws {
    let now = try #require(Moment(now))
    let request = Self.request("2026-06-01T09:00:00Z")
    #expect(request.alerts(at: now).map(\.threshold.rawValue) == thresholds)
    var answered = request
    answered.answeredAt = now
    #expect(answered.alerts(at: now) == [])
    var waiting = request
    waiting.identity = .doubtful
    waiting.identityAskedAt = Moment("2026-06-02T09:00:00Z")
    #expect(waiting.alerts(at: now) == [])
  }

  /// The table of articles 7(3), 15 to 22 and of the French law's article 85, by right: where it holds, in the
  /// order consent, contract, legal obligation, vital interest, public interest, legitimate interest.
  static let rights: [(SubjectRight, String)] = [
    (.access, "yyyyyy"), (.rectification, "yyyyyy"), (.erasure, "yynyny"), (.restriction, "yyyyyy"),
    (.portability, "yynnnn"), (.objection, "nnnnyy"), (.automatedDecision, "yyyyyy"),
    (.withdrawal, "ynnnnn"), (.afterDeath, "yyyyyy"),
  ]

  @Test("A right holds against a legal basis as the articles say", arguments: rights)
  func standing(right: SubjectRight, row: String) {
    #expect(Self.rights.count == SubjectRight.allCases.count)
    for (basis, letter) in zip(LegalBasis.allCases, row) {
      let standing = right.standing(against: basis)
      #expect(standing.applies == (letter == "y"), "\(right) against \(basis)")
      #expect(
        standing.reason.fr.isEmpty == standing.applies && standing.reason.en.isEmpty == standing.applies
      )
    }
  }

  @Test("Its state is told by what was done")
  func states() {
    let moment = Moment(milliseconds: 1)
    #expect(Self.request(nil).state == .toDo)
    #expect(Self.request(nil) { $0.parts = [RequestPart(service: "RH")] }.state == .awaitingServices)
    #expect(
      Self.request(nil) { $0.parts = [RequestPart(service: "RH", receivedOn: "2026-01-01")] }.state
        == .toAnswer
    )
    let doubt = Self.request(nil) {
      $0.identity = .doubtful
      $0.identityAskedAt = moment
    }
    #expect(doubt.state == .awaitingIdentity)
    for (decision, state) in [
      (RequestDecision.granted, RequestState.answered), (.partly, .answered), (.refused, .refused),
      (.unfounded, .refused),
    ] {
      let done = Self.request(nil) {
        $0.decision = decision
        $0.answeredAt = moment
      }
      #expect(done.state == state)
    }
  }
}
