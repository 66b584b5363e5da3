import Messages
import Testing

@testable import Catalogue

@Suite("Themes, domains, licences")
struct ClassificationTests {
  @Test("The 33 domains and 148 families are each under a theme that exists")
  func domains() {
    #expect(Domain.all.map(\.id) == Array(1...33))
    #expect(Domain.all.reduce(0) { $0 + $1.families.count } == 148)
    #expect(Domain.all.allSatisfy { Theme.with(id: $0.theme) != nil })
    #expect(Domain.all.allSatisfy { (0...8).contains($0.function) && !$0.label.en.isEmpty })
  }

  @Test("Each theme has a slug of its own, both names, and a domain")
  func themes() {
    #expect(Set(Theme.all.map(\.id)).count == Theme.all.count)
    for theme in Theme.all {
      #expect(Slug.isValid(theme.id))
      #expect(!theme.label.fr.isEmpty && !theme.label.en.isEmpty)
      #expect(!theme.domains.isEmpty)
      #expect(theme.dataTheme.iri.hasSuffix(theme.dataTheme.rawValue))
    }
    #expect(Theme.with(id: "nothing") == nil)
  }

  static let recognised: [(String, String?)] = [
    ("lov2", "lov2"), ("fr-lo", "lov2"), ("etalab-2.0", "lov2"),
    ("https://www.etalab.gouv.fr/licence-ouverte-open-licence/", "lov2"), ("Licence Ouverte v2.0", "lov2"),
    ("http://opendatacommons.org/licenses/odbl/summary/", "odc-odbl"), ("ODbL-1.0", "odc-odbl"),
    ("https://creativecommons.org/licenses/by/4.0/", "cc-by"), ("EUPL-1.2", "eupl-1.2"),
    ("notspecified", "notspecified"), ("my own terms", nil), ("", nil),
  ]

  @Test("Licences are recognised as other catalogues write them", arguments: recognised)
  func recognises(text: String, id: String?) { #expect(Licence.recognising(text)?.id == id) }

  @Test("Only two licences for data are on the list of the code, and others are flagged")
  func standing() {
    let listed = Licence.all.filter { $0.subject == .data && $0.standing == .listed }.map(\.id)
    #expect(listed == ["lov2", "odc-odbl"])
    #expect(Licence.with(id: "cc-by")?.standing == .needsHomologation)
    #expect(Licence.with(id: "notspecified")?.standing == .unspecified)
    #expect(Set(Licence.all.map(\.id)).count == Licence.all.count)
  }

  static let slugs: [(String, String?)] = [
    ("Arbres d’alignement", "arbres-d-alignement"), ("L'Œuvre & l’été", "l-oeuvre-l-ete"),
    ("  Écoles (2024–2025) ", "ecoles-2024-2025"), ("Curriculum vitæ", "curriculum-vitae"),
    ("100 % public", "100-public"), ("e\u{301}te\u{301}", "ete"), ("Prix en €/m²", "prix-en-euro-m2"),
    ("日本", nil), ("!!!", nil), ("", nil), ("../../etc/passwd", "etc-passwd"), ("<script>", "script"),
  ]

  @Test("Titles make slugs", arguments: slugs)
  func slug(title: String, slug: String?) {
    #expect(Slug.make(from: title) == slug)
    if let slug { #expect(Slug.isValid(slug)) }
  }

  @Test("A long title is cut at a word, a taken slug is numbered")
  func longSlugs() throws {
    let long = try #require(Slug.make(from: String(repeating: "territoire ", count: 30)))
    #expect(long.count <= Slug.lengthMax && long.hasSuffix("territoire"))
    #expect(Slug.unique("a") { ["a", "a-2"].contains($0) } == "a-3")
    #expect(Slug.unique("b") { _ in false } == "b")
  }

  @Test("What is no slug is refused", arguments: ["", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a/b"])
  func refused(text: String) { #expect(!Slug.isValid(text)) }

  @Test("Every frequency and access level has its European address")
  func vocabularies() {
    #expect(Frequency.semiannual.iri.hasSuffix("/ANNUAL_2"))
    #expect(Set(Frequency.allCases.map(\.iri)).count == Frequency.allCases.count)
    #expect(Set(AccessLevel.allCases.map(\.iri)).count == AccessLevel.allCases.count)
  }
}
