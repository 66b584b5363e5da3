import Catalogue
import CivilTime
import DemoTerritory
import Governance
import Messages
import Register
import RuleLanguage
import Testing

@Suite("The registers of the demo") struct DemoSheetTests {
  static let territory = DemoTerritory(
    seed: 20_201,
    today: CivilDate("2026-11-24") ?? CivilDate(daysSinceEpoch: 0)
  )

  @Test("Ids are each used once in their register, and organisations exist")
  func ids() {
    let sheets = Self.territory.sheets
    #expect(Set(sheets.map { "\($0.register.name)/\($0.id)" }).count == sheets.count)
    let organizations = Set(Self.territory.organizations.map(\.id))
    for sheet in sheets { #expect(organizations.contains(sheet.organization), "\(sheet.id)") }
  }

  @Test("What is in force is complete", arguments: territory.sheets.filter { $0.status != .draft }.map(\.id))
  func complete(id: String) throws {
    let sheet = try #require(Self.territory.sheets.first { $0.id == id })
    let opened = try sheet.register.opened(
      id: sheet.id,
      organization: sheet.organization,
      title: sheet.title,
      template: sheet.template,
      values: sheet.values,
      in: Snapshot(kinds: RecordKinds(Registers.all.map(\.record))),
      at: Moment(milliseconds: 1_795_521_600_000)
    )
    let missing = sheet.register.completeness(of: opened.sheet).missing.map { $0.path.joined(separator: ".") }
    #expect(missing == [])
  }

  /// What the platform's own acts write: eliminations are proposed from what is due.
  static let written = Registers.all.map(\.slug).filter { $0 != "eliminations" }

  @Test("Every register has something to show", arguments: written)
  func everyRegister(slug: String) {
    #expect(Self.territory.sheets.contains { $0.register.slug == slug })
  }

  @Test("Every dataset has its place among the domains and families")
  func places() {
    for dataset in Self.territory.datasets.map(\.dataset.id) {
      let place = DemoClassification.place(of: dataset)
      let domain = Domain.all.first { $0.id == place?.domain }
      #expect(domain?.families.contains { $0.name == place?.family } == true, "\(dataset)")
    }
  }

  @Test("The rules of the demo's algorithms hold: no hole, examples that come out, decisions that compute")
  func rules() throws {
    let algorithms = Set(Self.territory.sheets.filter { $0.register.name == Algorithm.kind }.map(\.id))
    #expect(Self.territory.rules.count == 3)
    for rule in Self.territory.rules {
      #expect(algorithms.contains(rule.algorithm))
      let checked = try CheckedRule(rule.text)
      #expect(checked.findings.isEmpty)
      for example in rule.examples {
        let evaluation = try checked.evaluate(try checked.inputs(reading: example.inputs))
        for (name, text) in example.expected {
          let type = try #require(checked.types[name])
          #expect(evaluation[name] == RuleValue(text, as: type), "\(example.label)")
        }
      }
      for decision in rule.decisions {
        #expect(throws: Never.self) { try checked.evaluate(try checked.inputs(reading: decision.inputs)) }
      }
    }
  }
}
