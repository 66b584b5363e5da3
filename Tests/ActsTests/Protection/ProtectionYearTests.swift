import Catalogue
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("A year of data protection") struct ProtectionYearTests {
  private static func moment(_ text: String) -> Moment { Moment(text) ?? Moment(milliseconds: 0) }
  private static let now = moment("2026-11-24T12:00:00Z")

  private static func snapshot(_ drafts: [Draft]) throws -> Snapshot {
    let all =
      try [
        .put(Organization(id: "ville", name: "Ville", nature: .commune)),
        .put(Organization(id: "voirie", name: "Voirie", nature: .direction, parent: "ville")),
        .put(Organization(id: "bourg", name: "Bourg", nature: .commune)),
      ] + drafts
    let changes = ChangeSet(all, act: "test", actor: .command, time: Moment(milliseconds: 0))
    return try Snapshot(kinds: Kinds.all).applying(
      changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) }).entries
    )
  }

  private static func year(_ drafts: [Draft], _ year: Int = 2026) throws -> ProtectionYear {
    let snapshot = try snapshot(drafts)
    return ProtectionYear(of: "ville", year, standing: snapshot, current: snapshot, at: now)
  }

  private static func keeping(_ status: Keeping.Status = .current) -> Keeping {
    Keeping(status: status, createdAt: moment("2025-01-01"))
  }

  private static func breach(
    _ id: String,
    _ aware: String,
    notified: String? = nil,
    in organization: String = "ville",
    _ change: (inout Breach) -> Void = { _ in }
  ) throws -> Draft {
    var breach = Breach(id: id, organization: organization, title: id, keeping: keeping())
    breach.awareAt = moment(aware)
    breach.notifiedAt = notified.map(moment)
    change(&breach)
    return try .put(breach)
  }

  @Test("Breaches are counted by the day in Paris, in time to the millisecond, exercises apart")
  func breaches() throws {
    let figures = try Self.year([
      Self.breach("in-time", "2026-03-28T09:00:00Z", notified: "2026-03-31T09:00:00Z"),
      Self.breach("late", "2026-03-28T09:00:00Z", notified: "2026-03-31T09:00:00.001Z"),
      Self.breach("below", "2026-05-01T09:00:00Z", notified: "2026-05-02T09:00:00Z", in: "voirie"),
      Self.breach("neighbour", "2026-05-01T09:00:00Z", in: "bourg"),
      Self.breach("first-hour", "2025-12-31T23:30:00Z") { $0.risk = BreachRisk.none },
      Self.breach("last-year", "2025-12-31T22:30:00Z"),
      Self.breach("forgotten", "2026-06-01T09:00:00Z"),
      Self.breach("running", "2026-11-23T09:00:00Z"),
      Self.breach("told", "2026-07-01T09:00:00Z", notified: "2026-07-02T09:00:00Z") {
        $0.peopleInformedAt = Self.moment("2026-07-03T09:00:00Z")
      },
      Self.breach("exercise", "2026-07-01T09:00:00Z") { $0.isExercise = true },
    ]).breaches
    #expect(figures.count == 7 && figures.exercises == 1)
    #expect(figures.notified == 4 && figures.inTime == 3)
    #expect(figures.withoutRisk == 1 && figures.overdue == 1 && figures.told == 1)
  }

  private static func request(
    _ id: String,
    _ right: SubjectRight?,
    _ received: String,
    answered: String? = nil,
    _ change: (inout SubjectRequest) -> Void = { _ in }
  ) throws -> Draft {
    var request = SubjectRequest(id: id, organization: "ville", title: id, keeping: keeping())
    request.right = right
    request.receivedAt = moment(received)
    request.answeredAt = answered.map(moment)
    change(&request)
    return try .put(request)
  }

  @Test("Requests are counted by right: in time, late, overdue, under way, waiting for an identity")
  func requests() throws {
    let lines = try Self.year([
      Self.request("1", .access, "2026-02-16T09:00:00Z", answered: "2026-03-16T22:00:00Z"),
      Self.request("2", .access, "2026-02-16T09:00:00Z", answered: "2026-03-16T23:00:00Z"),
      Self.request("3", .access, "2026-02-16T09:00:00Z", answered: "2026-05-18T09:00:00Z") {
        $0.extendedAt = Self.moment("2026-03-01T09:00:00Z")
        $0.extensionReasons = "Complexe"
      },
      Self.request("4", .erasure, "2026-09-01T09:00:00Z"),
      Self.request("5", .erasure, "2026-11-20T09:00:00Z"),
      Self.request("6", .erasure, "2026-09-01T09:00:00Z") {
        $0.identity = .doubtful
        $0.identityAskedAt = Self.moment("2026-09-02T09:00:00Z")
      },
      Self.request("7", nil, "2026-11-20T09:00:00Z"), Self.request("8", .access, "2025-09-01T09:00:00Z"),
    ]).requests
    #expect(lines.map(\.right) == [.access, .erasure, nil])
    #expect(lines.map(\.received) == [3, 3, 1])
    #expect(lines.map(\.inTime) == [2, 0, 0] && lines.map(\.late) == [1, 0, 0])
    #expect(lines.map(\.overdue) == [0, 1, 0] && lines.map(\.open) == [0, 2, 1])
  }

  @Test("Activities, studies, opinions, processors and reviews are counted for the body and those below")
  func standing() throws {
    func activity(
      _ id: String,
      _ status: Keeping.Status = .current,
      in organization: String = "ville",
      _ change: (inout ProcessingActivity) -> Void = { _ in }
    ) throws -> Draft {
      var activity = ProcessingActivity(
        id: id,
        organization: organization,
        title: "Activité \(id)",
        keeping: Self.keeping(status)
      )
      change(&activity)
      return try .put(activity)
    }
    var study = ImpactAssessment(id: "e-1", organization: "ville", title: "Caméras", keeping: Self.keeping())
    (study.activity, study.validation, study.validatedOn) = ("done", .simple, "2026-06-01")
    (study.officerOpinion, study.officerOpinionOn) = (.favourable, "2026-05-20")
    var processor = Processor(id: "p", organization: "voirie", title: "Éditeur", keeping: Self.keeping())
    processor.clauses = ProcessorClause.Point.allCases.map {
      ProcessorClause($0, $0 == .audits ? .absent : .present)
    }
    var whole = processor
    (whole.id, whole.title) = ("q", "Autre")
    whole.clauses = ProcessorClause.Point.allCases.map { ProcessorClause($0, .present) }
    let year = try Self.year([
      activity("due") { $0.dpiaMandatory = [MandatoryDPIA.allCases[0]] },
      activity("done") {
        $0.dpiaMandatory = [MandatoryDPIA.allCases[0]]
        $0.keeping.reviewOn = "2027-03-01"
        $0.keeping.isPublic = true
      },
      activity("unread", in: "voirie") {
        $0.opinions = [
          OfficerOpinion(on: "2026-02-01", author: "Mme Roy", opinion: .reserved),
          OfficerOpinion(on: "2025-02-01", opinion: .favourable), OfficerOpinion(opinion: .favourable),
        ]
        $0.keeping.reviewOn = "2028-01-01"
      },
      activity("draft", .draft), activity("old", .ended), activity("elsewhere", in: "bourg"),
      .put(study), .put(processor), .put(whole),
    ])
    #expect(year.activities.inForce == 3 && year.activities.drafts == 1 && year.activities.isPublic == 1)
    #expect(year.activities.complete == 0 && year.activities.incomplete.count == 3)
    #expect(year.studies.needed == 2 && year.studies.begun == 1 && year.studies.validated == 1)
    #expect(year.studies.validatedInYear == 1 && year.studies.overdue == ["Activité due"])
    #expect(year.studies.unknown == ["Activité unread"])
    #expect(year.opinions.map(\.day) == ["2026-02-01", "2026-05-20"])
    #expect(year.opinions.map(\.subject) == ["Activité unread", "Caméras"])
    #expect(year.processorCount == 2 && year.processors.map(\.title) == ["Éditeur"])
    #expect(year.processors.first?.absent == [.audits] && year.processors.first?.unread == [])
    #expect(year.reviews.map(\.title) == ["Activité done"])
    #expect(year.officer == nil)
  }

  @Test("What is past its date and what was eliminated are told; a year that is not over is read now")
  func retention() throws {
    var rule = RetentionRule(id: "r", organization: "ville", title: "Courrier", keeping: Self.keeping())
    rule.appliesTo = .series
    var gone = Elimination(id: "e", organization: "ville", title: "Boîtes", keeping: Self.keeping(.ended))
    (gone.state, gone.executedAt, gone.rows) = (.executed, Self.moment("2026-04-01T08:00:00Z"), 12)
    var before = gone
    (before.id, before.executedAt) = ("f", Self.moment("2025-04-01T08:00:00Z"))
    let survey = RetentionSurvey(
      rule: "r",
      due: 3,
      undated: 0,
      oldest: nil,
      trouble: nil,
      since: Self.moment("2026-05-01")
    )
    let year = try Self.year([.put(rule), .put(gone), .put(before), .put(survey)])
    #expect(year.retentionRules == 1 && year.due == [.init(title: "Courrier", count: 3, day: nil)])
    #expect(year.eliminated == [.init(title: "Boîtes", count: 12, day: "2026-04-01")])
    #expect(year.asOf == Self.now)
    #expect(try Self.year([], 2025).asOf == Self.moment("2025-12-31T22:59:59.999Z"))
  }
}
