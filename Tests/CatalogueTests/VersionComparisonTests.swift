import Catalogue
import Tabular
import Testing

@Suite("Comparing a next version") struct VersionComparisonTests {
  private static func version(
    rows: Int,
    valid: Int = 100,
    invalid: Int = 0,
    name: String = "a",
    personal: PersonalSign? = nil
  ) -> DatasetVersion {
    var version = Fixture.version(
      "d",
      columns: [
        DatasetVersion.Column(name: name, type: .text, valid: valid, invalid: invalid, personal: personal)
      ]
    )
    version.rows = rows
    return version
  }

  @Test("Bounds judge losses, growth, columns, invalid cells and new personal data")
  func verdicts() {
    let before = Self.version(rows: 100)
    func reasons(_ after: DatasetVersion, _ bounds: UpdateBounds = .usual, rows: RowChanges? = nil) -> Int {
      switch VersionComparison(from: before, to: after, rows: rows).verdict(bounds) {
      case .withinBounds: 0
      case .outOfBounds(let reasons): reasons.count
      }
    }
    #expect(reasons(Self.version(rows: 90)) == 0)
    #expect(reasons(Self.version(rows: 89)) == 1)
    #expect(reasons(Self.version(rows: 0)) == 1)
    #expect(reasons(Self.version(rows: 200)) == 0)
    #expect(reasons(Self.version(rows: 201)) == 1)
    #expect(reasons(Self.version(rows: 100, name: "zz")) == 1)
    #expect(reasons(Self.version(rows: 100, name: "zz"), UpdateBounds(allowsColumnChanges: true)) == 0)
    #expect(reasons(Self.version(rows: 100, valid: 94, invalid: 6)) == 1)
    #expect(reasons(Self.version(rows: 100, valid: 95, invalid: 5)) == 0)
    let sign = PersonalSign(kind: "email", confidence: 0.4, share: 1)
    #expect(reasons(Self.version(rows: 100, personal: sign)) == 1)
    // As many rows, but others: the key tells.
    let changes = RowChanges(key: "id", added: 50, removed: 50, changed: 0, unchanged: 50)
    #expect(reasons(Self.version(rows: 100), rows: changes) == 1)
  }

  @Test("What the published version has already is allowed")
  func invalidBefore() {
    let before = Self.version(rows: 10, valid: 80, invalid: 20)
    let comparison = VersionComparison(from: before, to: Self.version(rows: 10, valid: 80, invalid: 20))
    #expect(comparison.verdict(.usual) == .withinBounds)
  }

  @Test("Shares that cannot be are told")
  func bounds() {
    #expect(UpdateBounds.usual.isValid)
    #expect(!UpdateBounds(maxRowLossShare: 1.5).isValid)
    #expect(!UpdateBounds(maxInvalidShare: -0.1).isValid)
    #expect(!UpdateBounds(maxRowGrowthShare: .infinity).isValid)
    #expect(!UpdateBounds(maxInvalidShare: .nan).isValid)
  }
}
