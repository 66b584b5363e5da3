import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Tabular
import Testing

@Suite("What is past its date") struct RetentionDueTests {
  @Test("Rows past their date are counted, those without a date are listed and never counted as due")
  func rows() async throws {
    let town = try await RetentionTown()
    try await town.ready()
    let due = try #require(await town.platform.retentionDue().first)
    #expect(due.scope?.count == 2)
    #expect(due.scope?.oldest == "2014-03-12")
    #expect(due.scope?.newest == "2015-12-31")
    #expect(due.scope?.undated == 1)
    // Records are numbered with the header.
    #expect(due.undatedRows.count == 1)
    #expect(due.trouble == nil)
    // On the last day of ten years, a row is kept.
    #expect(await town.platform.retentionDue(on: "2025-12-31").first?.scope?.count == 1)
    #expect(await town.platform.retentionDue(on: "2026-01-01").first?.scope?.count == 2)
  }

  @Test("A column that holds no date makes every row unknown, and a column that is not there is said")
  func unreadable() async throws {
    let town = try await RetentionTown()
    try await town.publish(RetentionTown.requests)
    try await town.rule("r-1", "demandes") { $0.dateColumn = "objet" }
    try await town.rule("r-2", "demandes") { $0.dateColumn = "date_absente" }
    try await town.rule("r-3", "demandes") { $0.dateColumn = nil }
    try await town.rule("r-4", "aucun")
    let found = Dictionary(uniqueKeysWithValues: await town.platform.retentionDue().map { ($0.rule.id, $0) })
    #expect(found["r-1"]?.scope?.count == 0)
    #expect(found["r-1"]?.scope?.undated == 6)
    #expect(found["r-2"]?.trouble?.code == "retention.column")
    #expect(found["r-3"]?.trouble?.code == "retention.incomplete")
    #expect(found["r-4"]?.trouble?.code == "retention.data")
    for id in ["r-1", "r-2", "r-3"] {
      let code = await town.code {
        try await town.platform.proposeElimination(of: id, as: Cast.actor(.dpo))
      }
      #expect(code != nil, "\(id)")
    }
  }

  @Test("The nightly look notes what changed only, and a rule says what it found")
  func survey() async throws {
    let town = try await RetentionTown()
    try await town.ready()
    let review = RetentionReview(platform: town.platform)
    func verdict() -> Verdict? {
      RegisterKind.retentionRule.assess("r-demandes", in: town.platform.state.snapshot, at: town.clock.now)
        .first { $0.rule == "retention.due" }?.verdict
    }
    #expect(verdict() == .unknown)
    #expect(try await review.run(now: town.clock.now).map(\.due) == [2])
    #expect(verdict() == .nonCompliant)
    town.clock.advance(days: 1)
    #expect(try await review.run(now: town.clock.now).isEmpty)
    _ = try await town.approved()
    #expect(verdict() == .compliant)
  }
}
