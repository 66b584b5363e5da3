import Messages
import Tabular
import Testing

@testable import Catalogue

@Suite("Lines of lists")
struct CardTests {
  static let plain: [(String, String)] = [
    ("# Titre\n\nDu **gras**, de l’*italique*.", "Titre Du gras, de l’italique."),
    ("- un\n- deux [lien](https://exemple.fr) fin", "un deux lien fin"),
    ("> cité\n\n`code` \\*étoile\\*", "cité code *étoile*"), ("a - b, 3 > 2", "a - b, 3 > 2"),
    ("[pas un lien] et (rien)", "[pas un lien] et (rien)"), ("", ""), ("[[a](b)](c)", "[a](c)"),
    ("[", "["), ("\\", "\\"),
  ]

  @Test("Markdown becomes plain words", arguments: plain)
  func removes(markdown: String, text: String) { #expect(PlainText.removingMarkdown(from: markdown) == text) }

  @Test("A long description opens with whole sentences, or a cut at a word")
  func opening() {
    #expect(PlainText.opening(of: "Court.", limit: 20) == "Court.")
    #expect(PlainText.opening(of: "Première phrase. Deuxième phrase.", limit: 20) == "Première phrase.")
    #expect(PlainText.opening(of: "Une phrase sans fin, qui dure", limit: 22) == "Une phrase sans fin…")
    #expect(
      PlainText.opening(of: String(repeating: "é", count: 50), limit: 10) == String(repeating: "é", count: 10)
        + "…"
    )
  }

  @Test("A card tells formats, rows, columns and whether there is a map")
  func card() {
    let columns = [Fixture.column("latitude", .number), Fixture.column("longitude", .number)]
    let dataset = Fixture.dataset("a", "A", description: "**Un** texte.")
    let card = DatasetCard(
      dataset: dataset,
      version: Fixture.version("a", container: "xlsx", columns: columns),
      organization: nil
    )
    #expect(card.formats == ["xlsx", "csv", "json", "jsonl", "parquet"])
    #expect(card.isGeographic && card.rows == 10 && card.columnNames == ["latitude", "longitude"])
    #expect(card.organizationName == "epci" && card.summary == "Un texte." && card.versionNumber == 1)
    let bare = DatasetCard(dataset: dataset, version: nil, organization: nil)
    #expect(bare.formats.isEmpty && bare.rows == nil && bare.format == nil && !bare.isGeographic)
  }

  @Test("A citation gives the source and the date of last update")
  func citation() {
    let dataset = Fixture.dataset("a", "Arbres", updated: "2026-01-01")
    let text = Citation.text(
      dataset: dataset,
      organizationName: "Val",
      version: 2,
      address: "https://exemple.fr/donnees/a"
    )
    #expect(
      text.fr == "Val, «\u{A0}Arbres\u{A0}», version\u{A0}2, données mises à jour le 1ᵉʳ\u{A0}janvier 2026, "
        + "Licence Ouverte 2.0, https://exemple.fr/donnees/a"
    )
    #expect(text.en.contains("data updated on 1 January 2026"))
  }

  @Test("The public sees what is published, and reads what is open")
  func visibility() {
    var dataset = Fixture.dataset("a", "A")
    #expect(dataset.isPublic && dataset.hasPublicData)
    dataset.access = .restricted
    #expect(dataset.isPublic && !dataset.hasPublicData)
    dataset.access = .internal
    #expect(!dataset.isPublic)
    dataset.access = .open
    dataset.status = .draft
    #expect(!dataset.isPublic && !dataset.hasPublicData)
  }
}
