import Governance
import Messages
import Testing

@Suite("Whether an impact assessment is needed") struct DPIANeedTests {
  /// Whether something is so, is not, or was not looked at.
  private enum Answer: CaseIterable { case yes, no, unread }

  /// The law as a table, of which the first line that fits decides and a blank fits anything.
  ///
  /// GDPR art. 35(3) and 35(4) ask for an assessment whatever the rest; two criteria ask for one (35(1), WP 248)
  /// unless CNIL exempts (35(5)); an exemption never overrides 35(3) nor 35(4), so it cannot be relied on before
  /// the mandatory list was read; and no “no” is said of what nobody looked at.
  private static let law:
    [(mandatory: Answer?, anyCase: Bool?, twoMet: Bool?, exempt: Answer?, verdict: DPIANeed.Verdict)] = [
      (.yes, nil, nil, nil, .required), (nil, true, nil, nil, .required),
      (nil, nil, true, .no, .required), (nil, nil, true, .unread, .required),
      (.unread, nil, nil, nil, .unknown), (.no, nil, nil, .yes, .exempt),
      (.no, nil, false, nil, .notRequired),
    ]

  private static func expected(_ mandatory: Answer, _ anyCase: Bool, _ met: Int, _ exempt: Answer)
    -> DPIANeed.Verdict?
  {
    law.first { line in
      (line.mandatory ?? mandatory) == mandatory && (line.anyCase ?? anyCase) == anyCase
        && (line.twoMet ?? (met >= 2)) == (met >= 2) && (line.exempt ?? exempt) == exempt
    }?.verdict
  }

  private static func subset<Value>(_ values: [Value], _ bits: Int) -> [Value] {
    values.indices.filter { bits >> $0 & 1 == 1 }.map { values[$0] }
  }

  private static func need(
    _ criteria: Set<DPIACriterion>?,
    _ cases: Int,
    _ mandatory: Answer,
    _ exempt: Answer
  ) -> DPIANeed {
    DPIANeed(
      criteria: criteria,
      cases: Set(subset(DPIACase.allCases, cases)),
      mandatory: mandatory == .unread ? nil : mandatory == .yes ? [.socialSupport] : [],
      exempt: exempt == .unread ? nil : exempt == .yes ? [.schoolAndChildhood] : []
    )
  }

  @Test("The 216 combinations: none, one or several criteria, both lists, the three cases of the regulation")
  func grid() {
    let numbers: [Set<DPIACriterion>] = [[], [.vulnerable], [.vulnerable, .sensitive]]
    var rows = 0
    for criteria in numbers {
      for mandatory in Answer.allCases {
        for exempt in Answer.allCases {
          for cases in 0..<8 {
            rows += 1
            let need = Self.need(criteria, cases, mandatory, exempt)
            #expect(
              need.verdict == Self.expected(mandatory, cases > 0, criteria.count, exempt),
              "\(criteria.count) criteria, mandatory \(mandatory), exempt \(exempt), cases \(cases)"
            )
            #expect(!need.reasons.isEmpty)
          }
        }
      }
    }
    #expect(rows == 216)
  }

  @Test("Every set of the nine criteria, with both lists and every set of cases")
  func exhaustive() {
    var wrong: [String] = []
    for bits in 0..<512 {
      let criteria = Set(Self.subset(DPIACriterion.allCases, bits))
      for mandatory in Answer.allCases {
        for exempt in Answer.allCases {
          for cases in 0..<8 {
            let need = Self.need(criteria, cases, mandatory, exempt)
            if need.verdict != Self.expected(mandatory, cases > 0, bits.nonzeroBitCount, exempt) {
              wrong.append("\(bits) \(mandatory) \(exempt) \(cases)")
            }
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("Criteria nobody looked at are unknown, unless a list or the regulation decides")
  func unread() {
    for mandatory in Answer.allCases {
      for exempt in Answer.allCases {
        for cases in 0..<8 {
          let decided = mandatory == .yes || cases > 0
          let verdict: DPIANeed.Verdict =
            decided ? .required : mandatory == .no && exempt == .yes ? .exempt : .unknown
          #expect(Self.need(nil, cases, mandatory, exempt).verdict == verdict)
        }
      }
    }
  }

  @Test("Each entry of the mandatory list asks for an assessment alone", arguments: MandatoryDPIA.allCases)
  func mandatory(entry: MandatoryDPIA) {
    for exempt in [Set<ExemptDPIA>(), Set(ExemptDPIA.allCases)] {
      let need = DPIANeed(criteria: [], cases: [], mandatory: [entry], exempt: exempt)
      #expect(need.verdict == .required)
      #expect(need.reasons.first?.article.contains("2018-327, n° \(entry.rawValue)") == true)
    }
  }

  @Test(
    "Each entry of the exempt list exempts, however many criteria are met",
    arguments: ExemptDPIA.allCases
  )
  func exempt(entry: ExemptDPIA) {
    for criteria in [Set<DPIACriterion>(), Set(DPIACriterion.allCases)] {
      let need = DPIANeed(criteria: criteria, cases: [], mandatory: [], exempt: [entry])
      #expect(need.verdict == .exempt)
      #expect(need.reasons.first?.article.contains("2019-118, n° \(entry.rawValue)") == true)
    }
  }

  @Test("The lists have the entries the decisions count, each with its words in both languages")
  func lists() {
    #expect(MandatoryDPIA.allCases.count == 14)
    #expect(ExemptDPIA.allCases.count == 12)
    #expect(DPIACriterion.allCases.count == 9)
    let labels = MandatoryDPIA.allCases.map(\.label) + ExemptDPIA.allCases.map(\.label)
    #expect(Set(labels.map(\.fr)).count == 26)
    #expect(Set(labels.map(\.en)).count == 26)
    #expect(MandatoryDPIA.local.count == 7)
  }
}
