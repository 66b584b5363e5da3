import CivilTime
import Messages
import Testing

@testable import Catalogue

@Suite("Quality with its reasons")
struct QualityTests {
  static let long = String(repeating: "Une phrase qui dit ce que contiennent les données. ", count: 6)

  static func perfect() -> (Dataset, DatasetVersion) {
    var dataset = Fixture.dataset(
      "a",
      "A",
      territories: ["Brindelle"],
      keywords: ["un", "deux", "trois"],
      description: long
    )
    dataset.contact = Contact(name: "Service")
    dataset.period = Period(start: "2020-01-01")
    return (dataset, Fixture.version("a", columns: [Fixture.column("x", description: "Ce que dit x.")]))
  }

  @Test("A dataset that has all wins all points and is told to do nothing")
  func best() {
    let (dataset, version) = QualityTests.perfect()
    let score = QualityScore(dataset: dataset, version: version, today: Fixture.today)
    #expect(score.percent == 100)
    #expect(score.criteria.map(\.id) == QualityScore.Name.allCases)
    #expect(score.criteria.reduce(0) { $0 + $1.pointsMax } == 100)
    #expect(score.criteria.allSatisfy { $0.remedy == nil && $0.isMet })
  }

  @Test("An empty description, and nothing else, loses points each with its remedy")
  func worst() {
    let dataset = Fixture.dataset("a", "A", licence: "notspecified", frequency: .unknown)
    let score = QualityScore(dataset: dataset, version: nil, today: Fixture.today)
    #expect(score.percent == 0)
    for criterion in score.criteria where criterion.pointsMax > 0 {
      #expect(criterion.remedy != nil && !criterion.reason.en.isEmpty, "\(criterion.id)")
    }
    #expect(score[.validity]?.pointsMax == 0)
  }

  static let validity: [(Int, Int, Int)] = [
    (1_000, 0, 20), (9_999, 1, 18), (997, 3, 16), (99, 1, 11), (90, 10, 0), (0, 0, 0), (0, 5, 0),
  ]

  @Test("Invalid cells cost points by their share", arguments: validity)
  func cells(valid: Int, invalid: Int, points: Int) {
    let (dataset, _) = QualityTests.perfect()
    let version = Fixture.version("a", columns: [Fixture.column("x", valid: valid, invalid: invalid)])
    let score = QualityScore(dataset: dataset, version: version, today: Fixture.today)
    #expect(score[.validity]?.points == points)
  }

  @Test("Lateness, closed formats and licences off the list cost points")
  func faults() {
    var (dataset, _) = QualityTests.perfect()
    dataset.updatedAt = "2024-12-01T00:00:00Z"
    dataset.licence = "cc-by"
    let sheet = Fixture.version("a", container: "xlsx", columns: [Fixture.column("x")])
    let score = QualityScore(dataset: dataset, version: sheet, today: Fixture.today)
    #expect(score[.freshness]?.points == 7)
    #expect(score[.licence]?.points == 5)
    #expect(score[.format]?.points == 7)
    #expect(score[.columns]?.points == 0)
    let document = Fixture.version("a", container: "pdf", table: nil)
    #expect(QualityScore(dataset: dataset, version: document, today: nil)[.format]?.points == 0)
    #expect(QualityScore(dataset: dataset, version: document, today: nil)[.freshness]?.pointsMax == 0)
  }

  @Test("The nine criteria of data.gouv.fr are computed as its software does")
  func dataGouv() {
    let (dataset, version) = QualityTests.perfect()
    let now = Double(Fixture.today.daysSinceEpoch) * 86_400
    let best = DataGouvScore(dataset: dataset, version: version, at: now)
    #expect(best.score == 1 && best.criteria.count == 9)
    let poor = Fixture.dataset("a", "A", licence: "notspecified", frequency: .unknown)
    let score = DataGouvScore(dataset: poor, version: nil, at: now)
    #expect(score.criteria[.license] == true)
    #expect(score.criteria[.updateFulfilledInTime] == nil && score.criteria[.hasOpenFormat] == nil)
    #expect(abs(score.score - 1.0 / 9) < 1e-9)
  }

  static let grace: [(Frequency, String, Bool)] = [
    (.daily, "2026-02-28T00:00:00Z", true), (.daily, "2026-02-27T00:00:00Z", false),
    (.never, "2001-01-01T00:00:00Z", true), (.annual, "2025-03-01T00:00:00Z", true),
    (.annual, "2025-02-28T23:00:00Z", false), (.quarterly, "2025-12-01T06:00:00Z", true),
  ]

  @Test("data.gouv.fr gives one day of grace", arguments: grace)
  func inTime(frequency: Frequency, updated: String, isInTime: Bool) {
    var dataset = Fixture.dataset("a", "A", frequency: frequency)
    dataset.updatedAt = updated
    let score = DataGouvScore(
      dataset: dataset,
      version: nil,
      at: Double(Fixture.today.daysSinceEpoch) * 86_400
    )
    #expect(score.criteria[.updateFulfilledInTime] == isInTime)
  }
}
