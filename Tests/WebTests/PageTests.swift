import Foundation
import Markup
import Messages
import Portal
import Testing
import Web

@Suite("Pages") struct PageTests {
  @Test(
    "Every page passes the checks of structure, names and policy, in both languages",
    arguments: Language.allCases
  )
  func structure(language: Language) {
    for (name, page, context) in Sample.pages(language) {
      let problems = Checker.problems(inDocument: page.document(context))
      #expect(problems.isEmpty, "\(name): \(problems)")
    }
  }

  @Test("Every link inside the site leads to a route, an endpoint or an asset", arguments: Language.allCases)
  func links(language: Language) {
    for (name, page, context) in Sample.pages(language) {
      page.document(context).walk { element in
        guard let href = element["href"] ?? element["src"] ?? element["action"], href.hasPrefix("/") else {
          return
        }
        let path = String(href.split(separator: "#")[0].split(separator: "?")[0])
        if path.hasPrefix("/assets/") || path.hasPrefix(Endpoint.root + "/") { return }
        let parsed = Route.parse(path)
        #expect(parsed != nil, "\(name): \(href)")
        let isSwitch = element["hreflang"] != nil
        if !isSwitch, parsed?.language != language { Issue.record("\(name): \(href) leaves the language") }
      }
    }
  }

  @Test("Titles are unique, summaries short, and no page is heavier than 100 kB")
  func heads() {
    for (name, page, context) in Sample.pages(.french) {
      let bytes = page.document(context).renderedDocument()
      #expect(bytes.count < 100_000, "\(name): \(bytes.count)")
      #expect(page.summary.count <= 160, "\(name)")
    }
  }

  @Test("No page in English holds a French sentence, and the other way round")
  func languages() {
    let french = ["jeux de données", "Télécharger", "Rechercher", "lignes", "Mis à jour"]
    let english = ["datasets", "Download", "Search", "rows", "Updated on"]
    for (language, words) in [(Language.english, french), (.french, english)] {
      for (name, page, context) in Sample.pages(language) where !["jeu-filtre"].contains(name) {
        let text = page.document(context).visibleText
        for word in words { #expect(!text.contains(" \(word) "), "\(name) holds “\(word)” in \(language)") }
      }
    }
  }

  @Test("A hostile cell or title stays text")
  func hostile() {
    let document = DatasetPage.page(Sample.datasetModel(), Sample.context(.dataset("subventions"))).document(
      Sample.context(.dataset("subventions"))
    )
    #expect(!document.source.contains("<script>alert"))
    #expect(document.source.contains("&lt;script&gt;alert"))
  }

  @Test("French marks have their no-break blanks", arguments: ["jeu", "accueil", "journal"])
  func typography(name: String) throws {
    let (_, page, context) = try #require(Sample.pages(.french).first { $0.name == name })
    let text = page.document(context).visibleText.replacing(" ! (non vide)", with: "")
    for mark in [" :", " ;", " ?", " !", " »", "« "] { #expect(!text.contains(mark), "“\(mark)” in \(name)") }
  }

  /// Writes the pages to look at them, when asked to by `ARPENT_PAGES`.
  @Test(
    "The pages can be written to a folder",
    .enabled(if: ProcessInfo.processInfo.environment["ARPENT_PAGES"] != nil)
  )
  func writing() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["ARPENT_PAGES"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for language in Language.allCases {
      for (name, page, context) in Sample.pages(language) {
        let file = folder.appending(path: "\(name).\(language.rawValue).html")
        try Data(page.document(context).renderedDocument()).write(to: file)
      }
    }
  }
}
