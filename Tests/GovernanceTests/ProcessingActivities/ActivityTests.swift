import Governance
import Messages
import Register
import Testing

@Suite("Processing activities") struct ActivityTests {
  private static let register = RegisterKind.processingActivity
  private static let now = Moment(milliseconds: 1_795_521_600_000)

  private static func open(_ template: String?, _ values: JSONValue = .object([:])) throws -> EditedSheet {
    try register.opened(
      id: "t-1",
      organization: "ville",
      title: "Essai",
      template: template,
      values: values,
      in: Snapshot(kinds: RecordKinds(Registers.all.map(\.record))),
      at: now
    )
  }

  private static func verdicts(_ sheet: EditedSheet, _ others: [Draft] = []) throws -> [String: Verdict] {
    let state = try RegisterState.of([sheet.draft].compactMap(\.self) + others)
    return Dictionary(
      uniqueKeysWithValues: register.assess("t-1", in: state, at: now).map { ($0.rule, $0.verdict) }
    )
  }

  @Test("There are fifteen models")
  func count() { #expect(Self.register.templates.count == 15) }

  @Test(
    "A model is complete but for the review of the assessment's need",
    arguments: register.templates.map(\.id)
  )
  func models(template: String) throws {
    let sheet = try Self.open(template)
    let missing = Self.register.completeness(of: sheet.sheet).missing.map { $0.path.joined(separator: ".") }
    #expect(missing == ["dpiaReviewedOn"])
    let verdicts = try Self.verdicts(sheet)
    for rule in ["activity.legal-basis", "activity.retention", "activity.information", "activity.security"] {
      #expect(verdicts[rule] == .compliant, "\(template) \(rule)")
    }
    #expect(verdicts["activity.sensitive"] != .nonCompliant)
    #expect(verdicts["activity.transfers"] == .notApplicable)
  }

  @Test("An empty activity is unknown everywhere, green nowhere")
  func empty() throws {
    let verdicts = try Self.verdicts(Self.open(nil))
    #expect(verdicts.values.contains(.compliant) == false)
    #expect(verdicts["activity.dpia"] == .unknown)
  }

  static let needs: [(String, DPIANeed.Verdict)] = [
    ("aide-sociale", .required), ("videoprotection", .required), ("listes-electorales", .unknown),
    ("cantine", .unknown),
  ]

  @Test("What a model ticks is judged before anyone reviews it", arguments: needs)
  func need(template: String, verdict: DPIANeed.Verdict) throws {
    let sheet = try Self.open(template)
    let state = try RegisterState.of([sheet.draft].compactMap(\.self))
    var activity = try #require(state.record(ProcessingActivity.self, "t-1"))
    #expect(activity.dpiaNeed.verdict == verdict)
    activity.dpiaReviewedOn = "2026-11-24"
    #expect(activity.dpiaNeed.verdict == (verdict == .unknown ? .exempt : .required))
  }

  @Test("A validated study answers for the activity; doing without against the rule is a fault")
  func assessment() throws {
    let due = try Self.open("videoprotection")
    #expect(try Self.verdicts(due)["activity.dpia"] == .nonCompliant)
    var study = ImpactAssessment(
      id: "aipd-1",
      organization: "ville",
      title: "Vidéoprotection",
      keeping: Keeping(createdAt: Self.now)
    )
    study.activity = "t-1"
    #expect(try Self.verdicts(due, [.put(study)])["activity.dpia"] == .nonCompliant)
    study.validation = .signed
    #expect(try Self.verdicts(due, [.put(study)])["activity.dpia"] == .compliant)
    let values = #"{"dpiaDecision":"do-without","dpiaReasons":"Deux caméras seulement."}"#
    let without = try Self.open("videoprotection", JSONValue(parsing: Array(values.utf8)))
    #expect(try Self.verdicts(without)["activity.dpia"] == .nonCompliant)
  }

  static let faults: [(String, String, Verdict)] = [
    (#"{"specialCategories":["health"]}"#, "activity.sensitive", .nonCompliant),
    (
      #"{"specialCategories":["health"],"sensitiveException":"other","sensitiveText":"x"}"#,
      "activity.sensitive", .nonCompliant
    ),
    (
      #"{"specialCategories":["nir"],"sensitiveException":"other","sensitiveText":"x"}"#,
      "activity.sensitive", .compliant
    ),
    (#"{"legalBasis":"legitimate-interest","legalBasisReason":"x"}"#, "activity.legal-basis", .unknown),
    (#"{"hasTransfers":true}"#, "activity.transfers", .unknown),
    (
      #"{"hasTransfers":true,"transfers":[{"country":"US","guarantee":"none"}]}"#, "activity.transfers",
      .nonCompliant
    ),
    (
      #"{"hasTransfers":true,"transfers":[{"country":"CH","guarantee":"adequacy"}]}"#, "activity.transfers",
      .compliant
    ),
    (#"{"noticePlaces":["none"]}"#, "activity.information", .nonCompliant),
    (#"{"categories":[{"name":"x"}]}"#, "activity.retention", .nonCompliant),
  ]

  @Test("Faults are told", arguments: faults)
  func fault(values: String, rule: String, verdict: Verdict) throws {
    let sheet = try Self.open(nil, JSONValue(parsing: Array(values.utf8)))
    #expect(try Self.verdicts(sheet)[rule] == verdict)
  }

  @Test("The public register shows neither security nor columns")
  func publicFields() {
    for key in [
      "technicalMeasures", "organizationalMeasures", "columns", "applications", "datasets", "processors",
    ] {
      #expect(!Self.register.publicFields.contains(key))
    }
    #expect(Self.register.publicFields.contains("purposes"))
  }

  static let clauses: [([ProcessorClause.Point], [ProcessorClause.Point], Verdict)] = [
    ([], [], .unknown), (ProcessorClause.Point.allCases, [], .compliant),
    (Array(ProcessorClause.Point.allCases.dropLast()), [], .unknown),
    (Array(ProcessorClause.Point.allCases.dropLast()), [.audits], .nonCompliant),
  ]

  @Test("A processor's contract has all eight clauses, or it is not in order", arguments: clauses)
  func processor(present: [ProcessorClause.Point], absent: [ProcessorClause.Point], verdict: Verdict) throws {
    #expect(ProcessorClause.Point.allCases.map(\.rawValue).joined() == "abcdefgh")
    var processor = Processor(
      id: "p-1",
      organization: "ville",
      title: "Éditeur",
      keeping: Keeping(createdAt: Self.now)
    )
    processor.clauses =
      present.map { ProcessorClause($0, .present) } + absent.map { ProcessorClause($0, .absent) }
    let state = try RegisterState.of([.put(processor)])
    let assessment = RegisterKind.processor.assess("p-1", in: state, at: Self.now).first
    #expect(assessment?.verdict == verdict)
  }
}
