import Acts
import Foundation
import Markup
import Messages
import Portal
import Register
import Testing
import Web

@Suite("Pages of problems") struct ProblemPageTests {
  @Test("Every code has a page that says what it is and what to do, in both languages")
  func everyCode() throws {
    #expect(ProblemCatalogue.all.count > 150)
    let codes = ProblemCatalogue.all.map(\.code).filter { !$0.contains("*") }
    for code in codes + PublicationRules.all.map({ "gate.\($0.id)" }) {
      for language in Language.allCases {
        let context = Sample.context(.problem(code), language)
        let page = try #require(ProblemTypePage.page(code: code, context), "\(code)")
        #expect(Checker.problems(inDocument: page.document(context)).isEmpty, "\(code)")
      }
    }
  }

  @Test("A page tells what its own code means")
  func specific() throws {
    let context = Sample.context(.problem("api.sort.unknown"))
    let page = try #require(ProblemTypePage.page(code: "api.sort.unknown", context))
    #expect(page.body.source.contains("n’a pas de colonne"))
    #expect(page.body.source.contains("400, 422"))
    let gate = try #require(ProblemTypePage.page(code: "gate.publication.licence", context))
    #expect(gate.body.source.contains("CRPA, art. L323-2"))
  }

  @Test("A computed part of a code stands for a word, and nothing else has a page")
  func patterns() {
    let context = Sample.context(.problem("x"))
    for code in ["container.pdf", "container.shapefile.damaged", "tabular.kind.pdf"] {
      #expect(ProblemTypePage.page(code: code, context) != nil, "\(code)")
    }
    for code in ["", "gate.publication.rien", "gate.*", "api", "api.", "rien.du.tout", "api.sort.unknown.x"] {
      #expect(ProblemTypePage.page(code: code, context) == nil, "\(code)")
    }
  }
}
