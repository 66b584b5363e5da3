import Messages
import Tabular
import Testing

@testable import Catalogue

@Suite("What changed between two versions")
struct VersionDifferenceTests {
  static func version(_ columns: [(String, ColumnType)], rows: Int = 10) -> DatasetVersion {
    Fixture.version("a", rows: rows, columns: columns.map { Fixture.column($0.0, $0.1) })
  }

  @Test("Nothing changed is said in one sentence")
  func same() {
    let version = VersionDifferenceTests.version([("a", .text), ("b", .integer)])
    let difference = VersionDifference(from: version, to: version)
    #expect(difference.keepsColumns && difference.isCompatible && difference.rowsDelta == 0)
    #expect(difference.sentences.map(\.en) == ["Same columns and same number of rows."])
  }

  @Test("Columns added, removed, renamed, retyped and moved are told apart")
  func columns() {
    let older = VersionDifferenceTests.version([
      ("id", .integer), ("date_plantation", .text), ("nomVoie", .text), ("hauteur", .number),
      ("ancien", .text),
    ])
    let newer = VersionDifferenceTests.version(
      [
        ("id", .integer), ("hauteur", .text), ("nom_voie", .text), ("datePlantation", .text),
        ("nouveau", .json),
      ],
      rows: 13
    )
    let difference = VersionDifference(from: older, to: newer)
    #expect(difference.added == ["nouveau"])
    #expect(difference.removed == ["ancien"])
    #expect(difference.renamed.map(\.from) == ["date_plantation", "nomVoie"])
    #expect(difference.renamed.map(\.to) == ["datePlantation", "nom_voie"])
    #expect(difference.retyped.map(\.name) == ["hauteur"])
    #expect(difference.rowsDelta == 3 && !difference.isCompatible)
    #expect(difference.sentences.first?.fr == "3\u{A0}lignes de plus.")
    #expect(difference.sentences.count == 6)
  }

  @Test("A column more is compatible; another order is told")
  func compatible() {
    let older = VersionDifferenceTests.version([("a", .text), ("b", .text)])
    let more = VersionDifferenceTests.version([("a", .text), ("b", .text), ("c", .text)])
    #expect(VersionDifference(from: older, to: more).isCompatible)
    let turned = VersionDifferenceTests.version([("b", .text), ("a", .text)])
    let difference = VersionDifference(from: older, to: turned)
    #expect(difference.reordered && !difference.keepsColumns && difference.isCompatible)
  }

  @Test("Unrelated columns at one place are not a renaming")
  func unrelated() {
    let older = VersionDifferenceTests.version([("commune", .text)])
    let newer = VersionDifferenceTests.version([("montant", .text)])
    #expect(VersionDifference(from: older, to: newer).renamed.isEmpty)
  }
}
