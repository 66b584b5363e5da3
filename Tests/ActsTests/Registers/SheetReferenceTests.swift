import Catalogue
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("References within one file of records") struct SheetReferenceTests {
  /// A register whose records refer to others of the same register: to one, and to several.
  private static let register = RegisterKind(
    Application.self,
    slug: "logiciels",
    family: .inventory,
    label: Bilingual(fr: "Logiciel", en: "Application"),
    plural: Bilingual(fr: "Logiciels", en: "Applications"),
    summary: Bilingual(fr: "Qui se suivent.", en: "That follow one another."),
    sections: [
      RegisterSection(
        "suite",
        fr: "Suite",
        en: "Sequence",
        fields: [
          RecordField("vendor", .reference(kind: Application.kind), fr: "Remplace", en: "Replaces"),
          RecordField(
            "otherData",
            .list(.reference(kind: Application.kind)),
            fr: "Échange avec",
            en: "Exchanges with"
          ),
          RecordField("contract", .reference(kind: Contract.kind), fr: "Contrat", en: "Contract"),
        ]
      )
    ]
  )

  private static func act(_ text: String, names: @escaping ReferenceNames = { _, _ in nil }) throws
    -> ImportSheets
  {
    let sheets = try SheetFile.read(Array(text.utf8), of: register)
    return ImportSheets(
      register,
      organization: "ville",
      sheets: sheets,
      ids: sheets.indices.map { "f-\($0)" },
      names: names
    )
  }

  /// What each record of the register refers to.
  private static func links(_ cast: Cast) -> [String: [String]] {
    let sheets = register.lines(in: cast.platform.state.snapshot)
      .compactMap { register.sheet($0.id, in: cast.platform.state.snapshot) }
    return Dictionary(
      uniqueKeysWithValues: sheets.map { sheet in
        let one = sheet.values["vendor"].map { [$0.text] } ?? []
        return (sheet.id, one + (sheet.values["otherData"]?.items.map(\.text) ?? []))
      }
    )
  }

  @Test(
    "Records name each other by id or by name, in any order, in circles and themselves",
    arguments: [
      ("a name, after", "title,vendor\nNouveau,Ancien\nAncien,\n", ["f-0": ["f-1"], "f-1": []]),
      ("a name, before", "title,vendor\nAncien,\nNouveau,Ancien\n", ["f-0": [], "f-1": ["f-0"]]),
      ("an id of elsewhere", "id,title,vendor\nx,A,y\ny,B,\n", ["f-0": ["f-1"], "f-1": []]),
      ("a circle", "title,vendor\nA,B\nB,C\nC,A\n", ["f-0": ["f-1"], "f-1": ["f-2"], "f-2": ["f-0"]]),
      ("itself", "title,vendor\nA,A\n", ["f-0": ["f-0"]]),
      (
        "several", "title,otherData\nA,B | C\nB,\nC,A\n", ["f-0": ["f-1", "f-2"], "f-1": [], "f-2": ["f-0"]]
      ),
      (
        "an id before a name", "id,title,vendor\nx,y,\ny,B,\nz,C,y\n", ["f-0": [], "f-1": [], "f-2": ["f-1"]]
      ),
      (
        "JSON",
        #"{"records":[{"id":"x","title":"A","vendor":"B","otherData":["y","A"]},{"id":"y","title":"B"}]}"#,
        ["f-0": ["f-1", "f-1", "f-0"], "f-1": []]
      ),
      ("homonyms told by id", "id,title,vendor\nx,A,\ny,A,\n,B,y\n", ["f-0": [], "f-1": [], "f-2": ["f-1"]]),
    ]
  )
  func resolved(what: String, text: String, links: [String: [String]]) async throws {
    let cast = try await Cast()
    try await cast.platform.perform(try Self.act(text), as: .command)
    #expect(Self.links(cast) == links)
  }

  @Test(
    "A reference to nothing, or to several records, is told at its line, and nothing is kept",
    arguments: [
      ("title,vendor\nA,B\nC,A\n", [2: "register.value.reference"]),
      ("title,vendor\nA,\nA,\nB,A\n", [4: "register.value.ambiguous"]),
      ("id,title,vendor\nx,A,\nx,B,\n,C,x\n", [4: "register.value.ambiguous"]),
      ("title,otherData\nA,B | D\nB,\nB,\n", [2: "register.value.ambiguous"]),
      (
        "title,vendor,contract\nA,Z,\nB,,A\n",
        [2: "register.value.reference", 3: "register.value.reference"]
      ),
    ]
  )
  func refused(text: String, codes: [Int: String]) async throws {
    let cast = try await Cast()
    try await cast.enter()
    let act = try Self.act(text)
    let report = act.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    var told: [Int: String] = [:]
    for line in report.refused {
      if case .refused(let failures) = line.outcome { told[line.number] = failures.first?.code }
    }
    #expect(told == codes)
    #expect(await cast.refusal(act, Cast.actor(.producer)) == "register.import")
    #expect(Self.links(cast).isEmpty)
  }

  @Test("An ambiguous name is told with the lines that bear it, and its field")
  func words() async throws {
    let cast = try await Cast()
    let act = try Self.act("title,otherData\nA,\nA,\nB,B | A\n")
    let report = act.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    let expected =
      "«\u{A0}Échange avec\u{A0}» désigne plusieurs fiches du fichier (lignes 2, 3)\u{A0}: "
      + "donnez l’identifiant."
    guard case .refused(let failures)? = report.refused.first?.outcome else {
      Issue.record("Nothing is refused")
      return
    }
    #expect(failures.map(\.message.fr) == [expected] && failures.first?.pointer == "otherData.1")
  }

  @Test(
    "A record that is there keeps its id: taken again it is unchanged, and names outside the file are found"
  )
  func again() async throws {
    let cast = try await Cast()
    try await cast.platform.perform(try Self.act("title,vendor\nA,B\nB,\n"), as: .command)
    let again = try Self.act("id,title,vendor\nf-0,A,B\nf-1,B,\n")
    let report = again.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    #expect(report.lines.map(\.outcome) == [.unchanged, .unchanged])
    var outside = try Self.act("title,vendor\nC,Lointain\n") { kind, text in
      kind == Application.kind && text == "Lointain" ? "f-1" : nil
    }
    outside.ids = ["f-9"]
    try await cast.platform.perform(outside, as: .command)
    #expect(Self.links(cast) == ["f-0": ["f-1"], "f-1": [], "f-9": ["f-1"]])
  }
}
