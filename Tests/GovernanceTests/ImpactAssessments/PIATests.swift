import Foundation
import Governance
import Messages
import Register
import Testing

@Suite("Studies of CNIL's PIA") struct PIATests {
  private static let file = URL(filePath: "../shared/data/governance/pia-example-captoo.json")

  private static func captoo() -> [UInt8]? {
    guard let data = try? Data(contentsOf: file) else {
      print("skipped: \(file.path) is not there")
      return nil
    }
    return Array(data)
  }

  private static func study(_ document: PIADocument) -> ImpactAssessment {
    let now = Moment(milliseconds: 1_795_521_600_000)
    var study = ImpactAssessment(
      id: "aipd-1",
      organization: "ville",
      title: "?",
      keeping: Keeping(createdAt: now)
    )
    study.fill(from: document)
    return study
  }

  /// Through the journal's own bytes, as a record is kept.
  private static func kept(_ study: ImpactAssessment) throws -> ImpactAssessment {
    try CanonicalJSON.decode(ImpactAssessment.self, from: CanonicalJSON.encode(study))
  }

  @Test("The example of CNIL comes back with nothing lost, in its shape and through the other")
  func roundTrip() throws {
    guard let bytes = Self.captoo() else { return }
    let whole = try JSONValue(parsing: bytes)
    let study = try Self.kept(Self.study(PIADocument(parsing: bytes)))
    #expect(study.document().value == whole)
    let server = study.document(.server)
    #expect(server.value["name"] == .string("Captoo"))
    #expect(server.value["pia"] == nil)
    let back = try Self.kept(Self.study(PIADocument(parsing: Array(server.json.utf8))))
    #expect(back.document(.application).value == whole)
    #expect(back.document().shape == .server)
    var plain = back
    plain.source = study.source
    #expect(plain == study)
  }

  @Test("The example of CNIL is read into fields")
  func reading() throws {
    guard let bytes = Self.captoo() else { return }
    let study = try Self.study(PIADocument(parsing: bytes))
    #expect(study.title == "Captoo")
    #expect(study.author == "Elisabeth York")
    #expect(study.measures.count == 23)
    #expect(study.evaluations.count == 40)
    #expect(study.evaluations.count { $0.level == .improvable } == 24)
    #expect(study.evaluations.count { $0.level == .acceptable } == 16)
    #expect(study.validation == .signed)
    #expect(study.officerOpinion == .favourable)
    #expect(study.peopleAsked == true)
    #expect(study.overview?.contains("<") == false)
    #expect(study.supports?.isEmpty == false)
    let access = try #require(study.illegitimateAccess)
    #expect(access.gravity == .important && access.likelihood == .maximal)
    #expect(access.residualGravity == .important && access.residualLikelihood == .negligible)
    #expect(access.impacts.first == "Discrimination")
    #expect(access.measures.first == "Contrôle des accès logiques")
  }

  @Test("The risk map puts each event where it is, before and after the plan")
  func map() throws {
    guard let bytes = Self.captoo() else { return }
    let map = RiskMap(try Self.study(PIADocument(parsing: bytes)))
    #expect(map.points.count == 4)
    let now = map.points(gravity: .important, likelihood: .maximal)
    #expect(now.map(\.event) == [.illegitimateAccess] && now.map(\.isAfterPlan) == [false])
    #expect(map.points(gravity: .important, likelihood: .negligible).map(\.isAfterPlan) == [true])
    #expect(map.points(gravity: .limited, likelihood: .limited).count == 2)
    #expect(map.rows.map(\.gravity) == [.maximal, .important, .limited, .negligible])
    let high = RiskLevel.allCases.flatMap { gravity in
      RiskLevel.allCases.filter { RiskMap.isHigh(gravity: gravity, likelihood: $0) }
    }
    #expect(high.count == 4)
  }

  @Test("What is changed here is changed there, and nothing else")
  func changes() throws {
    guard let bytes = Self.captoo() else { return }
    let whole = try PIADocument(parsing: bytes)
    var study = Self.study(whole)
    study.overview = "Une balise < et une esperluette &"
    study.illegitimateAccess?.likelihood = .limited
    study.measures.removeLast()
    study.measures.append(StudyMeasure(title: "Chiffrement des postes", content: "Tous les portables."))
    study.evaluations[0].level = .toFix
    study.validation = .refused
    study.rejectionReason = "À revoir"
    let document = study.document()
    let again = Self.study(document)
    #expect(again.illegitimateAccess?.likelihood == .limited)
    #expect(again.overview == study.overview)
    #expect(again.measures == study.measures)
    #expect(again.evaluations == study.evaluations)
    #expect(again.validation == .refused && again.rejectionReason == "À revoir")
    let changed = zip(document.answers, whole.answers).filter { $0 != $1 }
    #expect(changed.compactMap { $0.0["reference_to"]?.text }.sorted() == ["111", "326"])
    #expect(document.measures.prefix(22) == whole.measures.prefix(22))
    #expect(document.measures.last?["id"] == .number("125"))
    #expect(document.rest == whole.rest)
  }

  @Test("A study begun here is a file PIA can read", arguments: PIADocument.Shape.allCases)
  func fresh(shape: PIADocument.Shape) throws {
    var study = ImpactAssessment(
      id: "aipd-2",
      organization: "ville",
      title: "Vidéoprotection",
      keeping: Keeping(createdAt: Moment(milliseconds: 0))
    )
    study.purposes = "Protéger les abords des écoles."
    study.disappearance = FearedEvent(gravity: .limited, likelihood: .negligible)
    study.disappearance?.residualGravity = .negligible
    study.disappearance?.residualLikelihood = .negligible
    study.evaluations = [StudyEvaluation(part: "3.4", level: .acceptable)]
    study.officerOpinion = .unfavourable
    let bytes = Array(study.document(shape).json.utf8)
    var read = Self.study(try PIADocument(parsing: bytes))
    read.id = study.id
    read.keeping = study.keeping
    read.source = nil
    #expect(read == study)
  }

  @Test("A file of any version of PIA is read, and what is written names all its versions know")
  func versions() throws {
    let text = #"""
      {"pia":{"name":"A","rejected_reason":"Non","applied_adjustements":"Si"},"answers":[],"measures":[]}
      """#
    var study = Self.study(try PIADocument(parsing: Array(text.utf8)))
    #expect(study.rejectionReason == "Non" && study.adjustments == "Si")
    study.rejectionReason = "Oui"
    #expect(study.document().study["rejected_reason"] == .string("Oui"))
    #expect(study.document().study["rejection_reason"] == nil)
    study.source = nil
    let fresh = study.document().study
    #expect(fresh["rejection_reason"] == .string("Oui") && fresh["rejected_reason"] == .string("Oui"))
    // The first versions of PIA refuse a file without it.
    #expect(fresh["dbVersion"] == .number("201707071818"))
  }

  @Test(
    "A list of studies is read where it holds one, and refused in words otherwise",
    arguments: [
      (#"[{"name":"A","answers":[]}]"#, nil), (#"[{"pia":{"name":"A"},"answers":[]}]"#, nil),
      (#"[{"name":"A","answers":[]},{"name":"B","answers":[]}]"#, "pia.several"), ("[]", "pia.shape"),
      ("[3]", "pia.shape"), (#"[[{"name":"A","answers":[]}]]"#, "pia.shape"),
    ] as [(String, String?)]
  )
  func list(text: String, code: String?) throws {
    do {
      let study = Self.study(try PIADocument(parsing: Array(text.utf8)))
      #expect(code == nil && study.title == "A")
    } catch let failure as Failure {
      #expect(failure.code == code)
      if code == "pia.several" { #expect(failure.message.fr.contains("2\u{A0}études")) }
    }
  }

  @Test("A report tells what the example gives, and what stays in its file")
  func report() throws {
    guard let bytes = Self.captoo() else { return }
    let report = try PIAReport(PIADocument(parsing: bytes))
    #expect(report.title == "Captoo" && report.shape == .application)
    let taken = Dictionary(uniqueKeysWithValues: report.taken.map { ($0.label.en, $0.count) })
    #expect(taken["Questions answered"] == 18 && taken["Risks described"] == 3)
    #expect(taken["Measures"] == 23 && taken["Evaluations"] == 40 && taken["Validation"] == 1)
    #expect(report.unplaced.map(\.label.en) == ["Comments"])
  }

  static let wrong: [(String, String)] = [
    ("", "pia.unreadable"), ("[1,2]", "pia.shape"), ("{\"name\":\"x\"}", "pia.shape"),
    ("{\"answers\":[]}", "pia.shape"), ("{\"answers\":{},\"name\":\"x\"}", "pia.shape"),
  ]

  @Test("What is no study is refused", arguments: wrong)
  func refused(text: String, code: String) {
    do {
      _ = try PIADocument(parsing: Array(text.utf8))
      Issue.record("read")
    } catch let failure as Failure {
      #expect(failure.code == code)
    } catch { Issue.record("\(error)") }
  }
}
