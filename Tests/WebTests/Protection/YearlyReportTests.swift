import Acts
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing

@Suite("The officer’s yearly report") struct YearlyReportTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Dora", .dpo)
    try await town.enter("Paul", .producer)
    try await town.enter("Denis", .dpo, on: "eaux")
    try await town.platform.perform(
      OpenSheet(.processingActivity, id: "a-1", organization: "finances", title: "Aides <b>sociales</b>"),
      as: .command
    )
    try await town.platform.perform(
      ReportBreach(id: "b-1", organization: "finances", title: "Clé perdue", facts: "Dans le train."),
      as: .command
    )
    return town
  }

  private static let path = "/atelier/protection/rapport"

  @Test("It is made from the page of the officer, in both languages and as a document, with true figures")
  func report() async throws {
    let town = try await town()
    #expect(try await town.read("/atelier/protection", as: "Dora").contains(Self.path))
    let form = try await town.read(Self.path, as: "Dora")
    #expect(form.contains("name=\"organisation\"") && form.contains("value=\"2026\""))
    #expect(!form.contains("class=\"printed\""))
    let asked = Self.path + "?organisation=finances&annee=2026"
    let page = try await town.read(asked, as: "Dora")
    #expect(page.contains("rapport de l’année 2026") && page.contains("état au 24\u{A0}novembre\u{A0}2026"))
    #expect(page.contains("brouillon à mettre en vigueur"))
    #expect(page.contains("Désigner un délégué"))
    #expect(!page.contains("<b>sociales"))
    let english = try await town.read("/en" + asked, as: "Dora")
    #expect(english.contains("report of the year 2026") && english.contains("Breaches of the year"))
    let file = try await town.ask(
      Self.path + "/document?organisation=finances&annee=2026",
      as: "Dora"
    )
    #expect(file.status == .ok)
    #expect(file.headers[.contentType]?.contains("opendocument.text") == true)
    #expect(Array(file.body.readableBytesView.prefix(2)) == Array("PK".utf8))
  }

  @Test("A year that is over is read as it was; one that is not offered is this one")
  func years() async throws {
    let town = try await town()
    let before = try await town.read(Self.path + "?organisation=finances&annee=2025", as: "Dora")
    #expect(before.contains("31\u{A0}décembre\u{A0}2025"))
    for year in ["1900", "abc", "2031", ""] {
      let page = try await town.read(Self.path + "?organisation=finances&annee=\(year)", as: "Dora")
      #expect(page.contains("rapport de l’année 2026"), "\(year)")
    }
  }

  @Test("It is for whoever protects the organisation")
  func rights() async throws {
    let town = try await town()
    let asked = Self.path + "?organisation=finances"
    let document = Self.path + "/document?organisation=finances"
    for path in [asked, document] {
      #expect(try await town.ask(path, as: "Paul").status == .forbidden)
      #expect(try await town.ask(path, as: "Denis").status == .forbidden)
      #expect(try await town.ask(path).status == .seeOther)
    }
    #expect(try await town.ask(Self.path, as: "Paul").status == .forbidden)
    #expect(try await town.ask(Self.path + "?organisation=rien", as: "Dora").status == .forbidden)
    #expect(try await town.ask(Self.path + "/document", as: "Dora").status == .notFound)
  }
}
