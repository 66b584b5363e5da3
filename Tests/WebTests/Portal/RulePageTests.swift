import Acts
import Catalogue
import Foundation
import Register
import Testing

@Suite(
  "Rules on a dataset’s page",
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct RulePageTests {
  @Test("Each rule has its verdict, its article and its evidence, in both languages")
  func verdicts() async throws {
    let territory = try await ServedTerritory.shared.value
    let page = try await territory.read("/donnees/subventions")
    let section = try #require(page.firstMatch(of: /<section id="regles".*?<\/section>/)).output
    #expect(section.matches(of: /<li>/).count == PublicationRules.all.count)
    for rule in PublicationRules.all { #expect(section.contains("(\(rule.article))"), "\(rule.id)") }
    for word in ["conforme", "inconnu"] { #expect(section.contains(">\(word)<"), "\(word)") }
    let english = try await territory.read("/en/donnees/subventions")
    #expect(english.contains("rules of publication are met or do not apply"))
    let restricted = try await territory.read("/donnees/compteurs")
    #expect(restricted.contains(">sans objet<"))
  }

  @Test("A waiver in force shows its reason and its last day, there and in the journal")
  func waiver() async throws {
    let territory = try await ServedTerritory()
    for organization in Sample.organizations { try await territory.add(organization) }
    try await territory.publish("arbres", "espèce\nTilleul\n", at: "2026-10-01")
    try await territory.platform.perform(
      DescribeDataset("arbres", DatasetChanges(description: "")),
      as: .command
    )
    #expect(try await territory.read("/donnees/arbres").contains(">non conforme<"))
    try await territory.platform.perform(
      GrantWaiver(
        rule: "publication.description",
        dataset: "arbres",
        why: "Le <b>service</b> attend la réponse du préfet.",
        until: try #require(Moment("2027-02-01"))
      ),
      as: .command
    )
    let page = try await territory.read("/donnees/arbres")
    #expect(page.contains(">dérogé<"))
    #expect(page.contains("Dérogation jusqu’au 31\u{A0}janvier\u{A0}2027"))
    #expect(page.contains("Le &lt;b&gt;service"))
    let journal = try await territory.read("/journal")
    #expect(journal.contains("Déroger"))
    #expect(try await territory.read("/donnees/arbres?le=2026-11-01").contains(">conforme<"))
  }
}
