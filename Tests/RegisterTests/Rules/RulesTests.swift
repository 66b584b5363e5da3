import Messages
import Register
import Testing

@Suite("Rules") struct RulesTests {
  static let subject = RecordKey(Tree.self, "a")

  static func rule(_ verdict: Verdict, mode: RuleMode = .blocking) -> Rule<Int> {
    Rule(
      "trees.height",
      theme: "trees",
      article: "CRPA, art. L000-0",
      mode: mode,
      title: Bilingual(fr: "t", en: "t"),
      remedy: Bilingual(fr: "Élaguez.", en: "Prune.")
    ) { Judgement(verdict, fr: "\($0) mètres.", en: "\($0) metres.") }
  }

  static func waiver(until: Int64, rule: String = "trees.height", subject: RecordKey = subject) -> Waiver {
    Waiver(
      id: "w",
      rule: rule,
      subject: subject,
      reason: "nid",
      until: Moment(milliseconds: until),
      decidedBy: "command"
    )
  }

  @Test("Only a fault of a blocking rule refuses", arguments: Verdict.allCases, RuleMode.allCases)
  func blocking(verdict: Verdict, mode: RuleMode) {
    let assessment = Self.rule(verdict, mode: mode).assess(
      12,
      subject: Self.subject,
      on: Moment(milliseconds: 0)
    )
    #expect(assessment.blocks == (verdict == .nonCompliant && mode == .blocking))
    #expect(([assessment].refusal == nil) == !assessment.blocks)
    #expect((assessment.remedy != nil) == (verdict == .nonCompliant || verdict == .unknown))
  }

  @Test("A waiver in force turns a fault into waived, and an unknown fact never")
  func waiving() {
    let now = Moment(milliseconds: 100)
    func verdict(_ verdict: Verdict, _ waiver: Waiver) -> Verdict {
      Self.rule(verdict).assess(1, subject: Self.subject, waivers: [waiver], on: now).verdict
    }
    #expect(verdict(.nonCompliant, Self.waiver(until: 101)) == .waived)
    #expect(verdict(.nonCompliant, Self.waiver(until: 100)) == .nonCompliant)
    #expect(verdict(.nonCompliant, Self.waiver(until: 101, rule: "other")) == .nonCompliant)
    #expect(
      verdict(.nonCompliant, Self.waiver(until: 101, subject: RecordKey(Tree.self, "b"))) == .nonCompliant
    )
    #expect(verdict(.unknown, Self.waiver(until: 101)) == .unknown)
    #expect(verdict(.compliant, Self.waiver(until: 101)) == .compliant)
  }

  @Test("A refusal names each article and its remedy")
  func refusal() throws {
    let now = Moment(milliseconds: 0)
    let assessments = [Verdict.nonCompliant, .compliant, .nonCompliant].map {
      Self.rule($0).assess(7, subject: Self.subject, on: now)
    }
    let refusal = try #require(assessments.refusal)
    #expect(refusal.code == "gate.trees.height")
    #expect(refusal.message.fr == "7 mètres. (CRPA, art. L000-0) 7 mètres. (CRPA, art. L000-0)")
    #expect(refusal.remedy?.en == "Prune. Prune.")
  }
}
