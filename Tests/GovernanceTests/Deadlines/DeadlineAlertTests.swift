import Governance
import Messages
import Register
import Testing

@Suite("Alerts of deadlines") struct DeadlineAlertTests {
  private static func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

  private static func due(
    _ record: some Record,
    _ after: String?,
    _ until: String
  ) throws -> [DeadlineAlert] {
    let snapshot = try RegisterState.of([.put(record)])
    return DeadlineAlert.due(in: snapshot, after: try after.map(moment), until: try moment(until))
  }

  /// The last part of an alert's key: its threshold.
  private static func thresholds(_ alerts: [DeadlineAlert]) -> [String] {
    alerts.map { $0.key.split(separator: ":").last.map(String.init) ?? "" }
  }

  private static func breach(_ aware: String, _ change: (inout Breach) -> Void = { _ in }) throws -> Breach {
    let start = try moment(aware)
    var breach = Breach(id: "v", organization: "ville", title: "Clé", keeping: Keeping(createdAt: start))
    breach.awareAt = start
    change(&breach)
    return breach
  }

  private static func request(
    _ received: String,
    _ change: (inout SubjectRequest) -> Void = { _ in }
  ) throws -> SubjectRequest {
    let start = try moment(received)
    var request = SubjectRequest(
      id: "q",
      organization: "ville",
      title: "Accès",
      keeping: Keeping(createdAt: start)
    )
    request.receivedAt = start
    change(&request)
    return request
  }

  /// Aware on Saturday 28 March 2026 at 10 in Paris: the hands jump in the night that follows.
  static let breaches: [(String?, String, String?, String)] = [
    (nil, "2026-03-29T08:59:59.999Z", nil, "nothing before a day"),
    (nil, "2026-03-29T09:00:00Z", "24", "24 hours that pass, 25 on the hands"),
    ("2026-03-29T08:59:00Z", "2026-03-29T09:00:00Z", "24", "between two turns of the job"),
    ("2026-03-29T09:00:00Z", "2026-03-30T08:59:59Z", nil, "told already"),
    ("2026-03-29T09:00:00Z", "2026-03-30T09:00:00Z", "48", "the next one"),
    ("2026-03-28T20:00:00Z", "2026-03-30T10:00:00Z", "48", "down through 24 hours: the latest only"),
    ("2026-03-28T20:00:00Z", "2026-04-30T10:00:00Z", "72", "down through all of them: one"),
    ("2026-03-30T09:00:00Z", "2026-03-31T03:00:00Z", "66", "six hours are left"),
    ("2026-03-31T03:00:00Z", "2026-03-31T09:00:00Z", "72", "over"),
    ("2026-03-31T09:00:00Z", "2026-12-31T09:00:00Z", nil, "never again"),
  ]

  @Test("A breach rings at 24, 48, 66 and 72 hours, once each, the latest only", arguments: breaches)
  func breach(after: String?, until: String, threshold: String?, why: String) throws {
    let found = try Self.due(Self.breach("2026-03-28T09:00:00Z"), after, until)
    #expect(Self.thresholds(found) == [threshold].compactMap(\.self), "\(why)")
    #expect(found.allSatisfy { $0.isUrgent && $0.concernsDeciders })
  }

  @Test("In autumn the hands go back: hours that pass are counted still")
  func autumn() throws {
    let breach = try Self.breach("2026-10-24T08:00:00Z")
    #expect(try Self.due(breach, nil, "2026-10-25T07:59:59Z").isEmpty)
    #expect(try Self.due(breach, nil, "2026-10-25T08:00:00Z").count == 1)
  }

  @Test("What is told, closed, without risk or an exercise does not ring, unless the exercise asks to")
  func silent() throws {
    let moment = try Self.moment("2026-03-28T10:00:00Z")
    let changes: [(inout Breach) -> Void] = [
      { $0.notifiedAt = moment }, { $0.closedAt = moment }, { $0.risk = BreachRisk.none },
      { $0.isExercise = true }, { $0.keeping.status = .ended }, { $0.awareAt = nil },
    ]
    for change in changes {
      let quiet = try Self.breach("2026-03-28T09:00:00Z", change)
      #expect(try Self.due(quiet, nil, "2026-05-01T00:00:00Z").isEmpty)
    }
    let loud = try Self.breach("2026-03-28T09:00:00Z") {
      $0.isExercise = true
      $0.exerciseRings = true
    }
    let found = try Self.due(loud, nil, "2026-03-29T09:00:00Z")
    #expect(found.map(\.subject.fr) == ["Exercice de violation"])
  }

  @Test("What is typed late rings late, and another clock rings again")
  func late() throws {
    let typed = try Self.moment("2026-03-30T12:00:00Z")
    let breach = try Self.breach("2026-03-28T09:00:00Z") { $0.keeping.updatedAt = typed }
    let found = try Self.due(breach, "2026-03-30T11:59:30Z", "2026-03-30T12:00:30Z")
    #expect(found.map(\.text.en) == [BreachAlert.Threshold.twoDays.text.en])
    let moved = try Self.breach("2026-03-28T08:00:00Z")
    let again = try Self.due(moved, nil, "2026-03-30T12:00:00Z")
    #expect(again.first?.key != found.first?.key)
  }

  /// Received on 16 February 2026: to be answered by the end of 16 March; received on 20 March: by the end of
  /// 20 April, the hands having jumped meanwhile.
  static let requests: [(String, String?, String, String?, String)] = [
    ("2026-02-16T09:00:00Z", nil, "2026-03-01T22:59:59Z", nil, "a fortnight is not yet there in Paris"),
    ("2026-02-16T09:00:00Z", nil, "2026-03-01T23:00:00Z", "14", "midnight in Paris"),
    ("2026-02-16T09:00:00Z", "2026-03-01T23:00:00Z", "2026-03-08T22:59:59Z", nil, "told"),
    ("2026-02-16T09:00:00Z", "2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z", "7", "a week"),
    ("2026-02-16T09:00:00Z", "2026-03-01T10:00:00Z", "2026-03-14T12:00:00Z", "2", "down: the latest only"),
    ("2026-02-16T09:00:00Z", "2026-03-14T12:00:00Z", "2026-03-16T22:59:59.999Z", nil, "the last moment"),
    ("2026-02-16T09:00:00Z", "2026-03-14T12:00:00Z", "2026-03-16T23:00:00Z", "over", "after it"),
    ("2026-03-20T09:00:00Z", nil, "2026-04-12T21:59:59Z", "14", "a week, not yet in summer time"),
    ("2026-03-20T09:00:00Z", nil, "2026-04-12T22:00:00Z", "7", "midnight in Paris, in summer"),
  ]

  @Test("A request rings before its date and at it, once each, the latest only", arguments: requests)
  func request(received: String, after: String?, until: String, threshold: String?, why: String) throws {
    let found = try Self.due(Self.request(received), after, until)
    #expect(Self.thresholds(found) == [threshold].compactMap(\.self), "\(why)")
  }

  @Test("An extension is told when it is announced, and moves what comes after")
  func extended() throws {
    let announced = try Self.moment("2026-03-10T09:00:00Z")
    let request = try Self.request("2026-02-16T09:00:00Z") {
      $0.extendedAt = announced
      $0.extensionReasons = "Demande complexe"
      $0.keeping.updatedAt = announced
    }
    let found = try Self.due(request, "2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z")
    #expect(found.map(\.text.fr) == ["Le délai est prolongé : il se termine le 18\u{A0}mai\u{A0}2026."])
    #expect(try Self.due(request, "2026-03-10T09:01:00Z", "2026-05-03T12:00:00Z").isEmpty)
    #expect(try Self.due(request, "2026-03-10T09:01:00Z", "2026-05-04T12:00:00Z").count == 1)
    let late = try Self.request("2026-02-16T09:00:00Z") {
      $0.extendedAt = Moment("2026-03-20T09:00:00Z")
      $0.extensionReasons = "Demande complexe"
    }
    let useless = try Self.due(late, nil, "2026-03-20T09:00:00Z")
    #expect(useless.first?.text.fr.contains("ne vaut rien") == true)
  }

  @Test("What is answered, ended, or waits for an identity does not ring")
  func answered() throws {
    let moment = try Self.moment("2026-02-17T09:00:00Z")
    let changes: [(inout SubjectRequest) -> Void] = [
      { $0.answeredAt = moment }, { $0.keeping.status = .ended }, { $0.receivedAt = nil },
      {
        $0.identity = .doubtful
        $0.identityAskedAt = moment
      },
    ]
    for change in changes {
      let quiet = try Self.request("2026-02-16T09:00:00Z", change)
      #expect(try Self.due(quiet, nil, "2026-12-01T00:00:00Z").isEmpty)
    }
  }

  @Test("A record in force is told a fortnight before it is to be read again, and the day itself")
  func reviews() throws {
    func activity(_ status: Keeping.Status, _ responsible: String? = nil) throws -> ProcessingActivity {
      let keeping = Keeping(
        status: status,
        createdAt: try Self.moment("2026-01-01"),
        responsible: responsible,
        reviewOn: "2026-12-30"
      )
      return ProcessingActivity(id: "t", organization: "ville", title: "Cantine", keeping: keeping)
    }
    let early = try Self.due(activity(.current), nil, "2026-12-15T23:00:00Z")
    #expect(early.map(\.text.fr) == ["Fiche à relire le 30\u{A0}décembre\u{A0}2026."])
    #expect(early.allSatisfy { $0.concernsDeciders && !$0.isUrgent })
    #expect(try Self.due(activity(.current, "p-1"), nil, "2026-12-16").first?.concernsDeciders == false)
    #expect(try Self.due(activity(.current), nil, "2026-12-15T22:59:59Z").isEmpty)
    let day = try Self.due(activity(.current), "2026-12-16", "2026-12-29T23:00:00Z")
    #expect(day.count == 1 && day.first?.key != early.first?.key)
    #expect(try Self.due(activity(.draft), nil, "2027-12-16").isEmpty)
    #expect(try Self.due(activity(.ended), nil, "2027-12-16").isEmpty)
  }
}
