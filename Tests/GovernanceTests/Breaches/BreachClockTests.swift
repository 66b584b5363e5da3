import Governance
import Messages
import Register
import Testing

@Suite("The clock of a breach") struct BreachClockTests {
  static func breach(_ change: (inout Breach) -> Void) -> Breach {
    var breach = Breach(
      id: "v-1",
      organization: "ville",
      title: "Essai",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    change(&breach)
    return breach
  }

  static let deadlines: [(String, String, String)] = [
    ("2026-11-24T11:00:00Z", "2026-11-27T11:00:00.000Z", "a plain week"),
    ("2026-11-27T16:30:00Z", "2026-11-30T16:30:00.000Z", "a week-end gives no time"),
    ("2026-12-24T09:00:00Z", "2026-12-27T09:00:00.000Z", "neither does Christmas"),
    ("2026-03-28T09:00:00Z", "2026-03-31T09:00:00.000Z", "summer time: the hands say one hour more"),
    ("2026-10-24T08:00:00Z", "2026-10-27T08:00:00.000Z", "winter time: the hands say one hour less"),
    ("2028-02-27T23:59:59.999Z", "2028-03-01T23:59:59.999Z", "a leap day"),
    ("2026-12-30T12:00:00Z", "2027-01-02T12:00:00.000Z", "a new year"),
  ]

  @Test("Seventy-two hours from awareness, never more", arguments: deadlines)
  func deadline(aware: String, deadline: String, why: String) throws {
    let breach = Self.breach { $0.awareAt = Moment(aware) }
    let clock = try #require(breach.clock)
    #expect(clock.deadline.text == deadline, "\(why)")
    #expect(!clock.isLate(at: clock.deadline))
    #expect(clock.isLate(at: clock.deadline.advanced(byMilliseconds: 1)))
    #expect(clock.hours(at: clock.deadline) == 72)
  }

  static let alerts: [(Int64, [Int])] = [
    (0, []), (24 * 3_600_000 - 1, []), (24 * 3_600_000, [24]), (48 * 3_600_000 - 1, [24]),
    (48 * 3_600_000, [24, 48]), (66 * 3_600_000 - 1, [24, 48]), (66 * 3_600_000, [24, 48, 66]),
    (72 * 3_600_000 - 1, [24, 48, 66]), (72 * 3_600_000, [24, 48, 66, 72]),
    (900 * 3_600_000, [24, 48, 66, 72]),
  ]

  @Test(
    "It rings at 24, 48, 66 and 72 hours, to the millisecond, across a change of the clocks",
    arguments: alerts
  )
  func rings(after: Int64, thresholds: [Int]) throws {
    let start = try #require(Moment("2026-03-28T09:00:00Z"))
    let now = start.advanced(byMilliseconds: after)
    for risk in [BreachRisk.risk, .high, nil] {
      let breach = Self.breach {
        $0.awareAt = start
        $0.risk = risk
      }
      #expect(breach.alerts(at: now).map(\.threshold.rawValue) == thresholds)
    }
    let quiet: [(inout Breach) -> Void] = [
      { $0.risk = BreachRisk.none }, { $0.notifiedAt = start }, { $0.closedAt = start }, { $0.awareAt = nil },
    ]
    for change in quiet {
      let breach = Self.breach {
        $0.awareAt = start
        change(&$0)
      }
      #expect(breach.alerts(at: now) == [])
    }
  }

  static let sentences: [(Int64, String, String)] = [
    (24 * 60, "24 heures ont passé\u{A0}: il reste 48\u{A0}h.", "24 hours have passed: 48\u{A0}h left."),
    (36 * 60, "36 heures ont passé\u{A0}: il reste 36\u{A0}h.", "36 hours have passed: 36\u{A0}h left."),
    (
      36 * 60 + 25, "36 heures ont passé\u{A0}: il reste 35\u{A0}h\u{A0}35.",
      "36 hours have passed: 35\u{A0}h\u{A0}35 left."
    ),
    (
      71 * 60 + 20,
      "71 heures ont passé\u{A0}: il reste 40 minutes. Notifiez ce que vous savez, "
        + "vous compléterez ensuite (art. 33(4)).",
      "71 hours have passed: 40 minutes left. Notify what you know, and complete it later (art. 33(4))."
    ),
  ]

  @Test("The sentence tells the hours that are left now, not those of the threshold", arguments: sentences)
  func sentence(minutes: Int64, fr: String, en: String) throws {
    let start = try #require(Moment("2026-11-24T09:00:00Z"))
    let now = start.advanced(byMilliseconds: minutes * 60_000)
    let alert = try #require(Self.breach { $0.awareAt = start }.alerts(at: now).last)
    func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
    #expect(plain(alert.text(at: now).fr) == plain(fr))
    #expect(plain(alert.text(at: now).en) == plain(en))
    #expect(!alert.text(at: now, isExercise: true).fr.contains("Notifiez"), "an exercise sends nothing")
  }

  @Test("An exercise owes CNIL and people nothing")
  func exercise() throws {
    let start = try #require(Moment("2026-11-20T00:00:00Z"))
    for isExercise in [true, false] {
      let breach = Self.breach {
        ($0.awareAt, $0.risk, $0.isExercise) = (start, .high, isExercise)
      }
      let state = try RegisterState.of([.put(breach)])
      let verdicts = RegisterKind.breach.assess(
        "v-1",
        in: state,
        at: start.advanced(byMilliseconds: 90 * 3_600_000)
      )
      #expect(verdicts.allSatisfy { ($0.verdict == .notApplicable) == isExercise })
    }
  }

  @Test("Its state is told by its moments and its qualification")
  func states() {
    let moment = Moment(milliseconds: 1)
    let steps: [(BreachState, (inout Breach) -> Void)] = [
      (.detected, { $0.detectedAt = moment }), (.toQualify, { $0.awareAt = moment }),
      (.noRisk, { $0.risk = BreachRisk.none }), (.toNotify, { $0.risk = .high }),
      (.notified, { $0.notifiedAt = moment }),
      (.fullyNotified, { $0.completedAt = moment }), (.peopleInformed, { $0.peopleInformedAt = moment }),
      (.closed, { $0.closedAt = moment }),
    ]
    var breach = Self.breach { _ in }
    for (state, change) in steps {
      change(&breach)
      #expect(breach.state == state)
    }
    #expect(Set(steps.map(\.0)) == Set(BreachState.allCases))
  }

  static let wrong: [([String: String], String)] = [
    (["awareAt": "2026-11-25T00:00:00Z"], "breach.future"),
    (["occurredAt": "2026-11-20T00:00:00Z", "detectedAt": "2026-11-19T00:00:00Z"], "breach.order"),
    (["awareAt": "2026-11-20T00:00:00Z", "notifiedAt": "2026-11-19T00:00:00Z"], "breach.order"),
    (["awareAt": "2026-11-20T00:00:00Z", "closedAt": "2026-11-19T00:00:00Z"], "breach.order"),
    (["notifiedAt": "2026-11-20T00:00:00Z", "completedAt": "2026-11-19T00:00:00Z"], "breach.order"),
  ]

  @Test("Moments that cannot be are refused, with the field", arguments: wrong.indices)
  func order(index: Int) throws {
    let (moments, code) = Self.wrong[index]
    let now = try #require(Moment("2026-11-24T12:00:00Z"))
    let values = JSONValue.object(moments.mapValues(JSONValue.string))
    do {
      _ = try RegisterKind.breach.opened(
        id: "v-1",
        organization: "ville",
        title: "Essai",
        values: values,
        in: Snapshot(kinds: RecordKinds(Registers.all.map(\.record))),
        at: now
      )
      Issue.record("opened")
    } catch let failure as Failure {
      #expect(failure.code == code)
      #expect(failure.pointer.map { moments.keys.contains($0) } == true)
    }
  }

  @Test("The rules tell a breach notified in time, late, late with reasons, and one without risk")
  func rules() throws {
    let start = try #require(Moment("2026-11-20T00:00:00Z"))
    let late = start.advanced(byMilliseconds: 80 * 3_600_000)
    let cases: [(Verdict, (inout Breach) -> Void)] = [
      (.unknown, { $0.awareAt = nil }), (.nonCompliant, { _ in }),
      (.compliant, { $0.notifiedAt = start.advanced(byMilliseconds: 72 * 3_600_000) }),
      (.nonCompliant, { $0.notifiedAt = late }),
      (
        .compliant,
        {
          $0.notifiedAt = late
          $0.delayReasons = "Le prestataire n’a répondu qu’au troisième jour."
        }
      ),
      (.unknown, { $0.risk = BreachRisk.none }),
      (
        .notApplicable,
        {
          $0.risk = BreachRisk.none
          $0.riskReasons = "Le disque était chiffré."
        }
      ),
    ]
    for (verdict, change) in cases {
      let breach = Self.breach {
        $0.awareAt = start
        change(&$0)
      }
      #expect(try Self.verdicts(of: breach, at: late)["breach.notification"] == verdict)
    }
  }

  @Test("A high risk is told to people, but for a reasoned exception; effort only changes the way")
  func people() throws {
    let now = Moment(milliseconds: 10)
    let cases: [(Verdict, (inout Breach) -> Void)] = [
      (.unknown, { $0.risk = nil }), (.notApplicable, { $0.risk = .risk }), (.nonCompliant, { _ in }),
      (.compliant, { $0.peopleInformedAt = now }),
      (.nonCompliant, { $0.peopleDecision = .exempt }),
      (
        .compliant,
        {
          $0.peopleDecision = .exempt
          $0.exception = .unintelligible
          $0.exceptionReasons = "Chiffré, clé sauve."
        }
      ),
      (
        .nonCompliant,
        {
          $0.peopleDecision = .exempt
          $0.exception = .disproportionate
          $0.exceptionReasons = "Trop de monde."
        }
      ),
    ]
    for (verdict, change) in cases {
      let breach = Self.breach {
        $0.risk = .high
        change(&$0)
      }
      #expect(try Self.verdicts(of: breach, at: now)["breach.people"] == verdict)
    }
  }

  static func verdicts(of breach: Breach, at now: Moment) throws -> [String: Verdict] {
    let state = try RegisterState.of([.put(breach)])
    let assessments = RegisterKind.breach.assess(breach.id, in: state, at: now)
    return Dictionary(uniqueKeysWithValues: assessments.map { ($0.rule, $0.verdict) })
  }

  @Test("What CNIL’s form asks for holds the dates on the clocks of France, and counts in the right number")
  func form() throws {
    let aware = try #require(Moment("2026-03-29T01:05:00Z"))
    var breach = Self.breach {
      $0.awareAt = aware
      $0.detectedAt = Moment("2026-03-28T23:30:00Z")
      ($0.subjectsCount, $0.recordsCount) = (1, 12_500)
      $0.gravity = .limited
    }
    let lines = breach.notificationContent.parts.flatMap(\.lines)
    #expect(lines.contains("Prise de connaissance le 29\u{A0}mars\u{A0}2026 à 3\u{A0}h\u{A0}05"))
    #expect(lines.contains("Détectée le 29\u{A0}mars\u{A0}2026 à 0\u{A0}h\u{A0}30"))
    #expect(lines.contains("Date de survenue inconnue"))
    #expect(lines.contains("Environ 1\u{A0}personne"))
    #expect(lines.contains("Environ 12\u{202F}500\u{A0}enregistrements"))
    #expect(lines.contains("Gravité pour les personnes : limitée"))
    breach.awareAt = nil
    #expect(breach.notificationContent.parts.first?.missing != nil)
  }
}
