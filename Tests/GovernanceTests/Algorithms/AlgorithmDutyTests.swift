import Governance
import Messages
import Register
import Testing

/// What the duties say of an algorithm whose answers are given, by the rule's last word.
private func verdicts(
  _ change: (inout Algorithm) -> Void,
  rule: Bool = false
) throws -> [String: Verdict] {
  let now = try #require(Moment("2026-03-01T08:00:00Z"))
  var algorithm = Algorithm(id: "al", organization: "ville", title: "Tarif", keeping: Keeping(createdAt: now))
  algorithm.isIndividual = true
  algorithm.isSecret = false
  algorithm.automation = .automatic
  algorithm.hasSensitiveData = false
  algorithm.weight = ["many"]
  algorithm.mentions = ["decision"]
  algorithm.answerContact = "mairie@exemple.fr"
  algorithm.role = "Il calcule le prix."
  algorithm.operations = "Lecture du barème."
  algorithm.parameters = "Cinq tranches."
  algorithm.data = [Algorithm.Datum(name: "Quotient familial", source: "CAF")]
  algorithm.technicalResources = ["https://exemple.fr/code"]
  algorithm.keeping.status = .current
  algorithm.keeping.isPublic = true
  change(&algorithm)
  var drafts = [try Draft.put(algorithm)]
  if rule {
    var version = AlgorithmRule(algorithm: "al", number: 1, text: "règle r", createdAt: now)
    version.state = .inForce
    drafts.append(try .put(version))
  }
  let kinds = RecordKinds([RegisterKind.algorithm.record, .algorithmRule, .algorithmDecision, .waiver])
  let changes = ChangeSet(drafts, act: "test", actor: .command, time: now)
  let sealed = changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) })
  let snapshot = try Snapshot(kinds: kinds).applying(sealed.entries)
  let assessments = RegisterKind.algorithm.assess("al", in: snapshot, at: now)
  return Dictionary(assessments.map { ($0.rule, $0.verdict) }) { $1 }
}

@Suite("What the law asks of an algorithm") struct AlgorithmDutyTests {
  @Test("All is compliant where all is done")
  func compliant() throws {
    for (rule, verdict) in try verdicts({ _ in }) { #expect(verdict == .compliant, "\(rule)") }
  }

  @Test("Nothing is owed for what bears on nobody in particular")
  func general() throws {
    for (rule, verdict) in try verdicts({ $0.isIndividual = false }) {
      #expect(verdict == .notApplicable, "\(rule)")
    }
  }

  @Test("A missing answer is never green")
  func unknown() throws {
    let found = try verdicts {
      $0.isIndividual = nil
      $0.technicalResources = []
    }
    for (rule, verdict) in found { #expect(verdict == .unknown, "\(rule)") }
  }

  @Test(
    "The mention and the nullity follow where the mention stands and who decides",
    arguments: [
      ([], .automatic, .unknown, .nonCompliant), (["none"], .automatic, .nonCompliant, .nonCompliant),
      (["online"], .automatic, .nonCompliant, .nonCompliant),
      (["online", "decision"], .automatic, .compliant, .compliant),
      (["none"], .assistance, .nonCompliant, .notApplicable),
      (["decision"], .assistance, .compliant, .notApplicable),
    ] as [([String], Algorithm.Automation, Verdict, Verdict)]
  )
  func mention(mentions: [String], automation: Algorithm.Automation, mention: Verdict, nullity: Verdict)
    throws
  {
    let found = try verdicts {
      $0.mentions = mentions
      $0.automation = automation
    }
    #expect(found["algorithm.mention"] == mention)
    #expect(found["algorithm.nullity"] == nullity)
  }

  @Test("An answer needs its four points, or a rule in force; and someone to ask")
  func answer() throws {
    #expect(try verdicts { $0.operations = nil }["algorithm.answer"] == .nonCompliant)
    #expect(try verdicts { $0.data = [Algorithm.Datum(name: "QF")] }["algorithm.answer"] == .nonCompliant)
    #expect(try verdicts({ $0.operations = nil }, rule: true)["algorithm.answer"] == .compliant)
    #expect(try verdicts({ $0.answerContact = "" }, rule: true)["algorithm.answer"] == .nonCompliant)
  }

  @Test("Sensitive data and automatic decisions do not go together; mastery is shown by a rule or resources")
  func others() throws {
    #expect(try verdicts { $0.hasSensitiveData = true }["algorithm.sensitive-data"] == .nonCompliant)
    #expect(try verdicts { $0.technicalResources = [] }["algorithm.mastery"] == .unknown)
    #expect(try verdicts({ $0.technicalResources = [] }, rule: true)["algorithm.mastery"] == .compliant)
  }

  @Test("A secret protected by law sets the duties of telling aside")
  func secret() throws {
    let found = try verdicts { $0.isSecret = true }
    for rule in ["algorithm.mention", "algorithm.nullity", "algorithm.answer"] {
      #expect(found[rule] == .notApplicable)
    }
  }

  @Test("Each model opens, and each field of the law cites its article")
  func models() throws {
    let now = try #require(Moment("2026-03-01"))
    let register = RegisterKind.algorithm
    for template in register.templates {
      let opened = try register.opened(
        id: template.id,
        organization: "ville",
        title: template.title.fr,
        template: template.id,
        in: Snapshot(kinds: RecordKinds([register.record])),
        at: now
      )
      #expect(register.completeness(of: opened.sheet).missing.count < 16)
    }
    let required = register.fields.filter { $0.isRequired && $0.key != "title" && $0.when == nil }
    #expect(required.filter { $0.source == nil }.map(\.key) == ["technique"])
    #expect(Set(register.publicFields).isSubset(of: register.fields.map(\.key)))
    #expect(Set(register.listed).isSubset(of: register.fields.map(\.key)))
  }
}
