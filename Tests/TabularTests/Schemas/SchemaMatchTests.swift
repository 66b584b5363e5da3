import Foundation
import Testing

@testable import Tabular

@Suite("The nearest schema") struct SchemaMatchTests {
  private func columns(_ names: [String]) -> [ColumnReport] {
    names.enumerated().map { ColumnReport(name: $1, position: $0 + 1) }
  }

  @Test("is found by names in other cases, accents, separators, or other words")
  func folded() throws {
    let subventions = try #require(TableSchema.known("scdl/subventions"))
    let names = subventions.fields.map {
      $0.name == "montant" ? "Montant de la subvention" : $0.name.uppercased()
    }
    let match = try #require(SchemaMatch.nearest(columns: columns(names)).first)
    #expect(match.schema == "scdl/subventions")
    #expect(match.isLikely)
    #expect(match.missingRequired.isEmpty && match.unknownColumns.isEmpty)
    #expect(match.matched.first { $0.field == "montant" }?.how == .alias)
    #expect(match.matched.first { $0.field == "nature" }?.how == .folded)
    #expect(match.renames.count == names.count)
  }

  @Test("is not told for columns that any table has")
  func common() {
    let matches = SchemaMatch.nearest(
      columns: columns(["id", "nom", "adresse", "latitude", "longitude", "date_maj"])
    )
    #expect(matches.filter(\.isLikely).isEmpty)
    #expect(SchemaMatch.nearest(columns: []).isEmpty)
  }

  @Test(
    "of real files is the one they follow, or none",
    arguments: [
      ("archives/saint-etienne-registre-entrees.csv", "Archivistes75/registre_entrees"),
      ("arretes-circulation/carros.csv", "CEREMA/schema-arrete-circulation-marchandises"),
      ("arretes-circulation/vence.csv", "CEREMA/schema-arrete-circulation-marchandises"),
      ("budgets-morbihan/21560046100010.scdl.csv", "scdl/budget"),
      ("toulouse/subventions-2022.csv", "scdl/subventions"),
      ("transport/lieux-covoiturage-latin1.csv", "etalab/schema-lieux-covoiturage"),
      ("catalogue-csv/datagouv-hydra-catalog.csv", nil), ("dijon/amenagements-cyclables.csv", nil),
      ("identifiants/epci-2022.csv", nil), ("identifiants/regions-2022.csv", nil),
      ("insee/cog2026-departements.csv", nil), ("nantes/cantines-frequentation.csv", nil),
      ("nantes/cantines-menus_tous.csv", nil), ("nantes/comptages-velo-lieux.csv", nil),
      ("nantes/equipements-deplacement.csv", nil), ("paris/arbres-extrait.csv", nil),
    ] as [(String, String?)]
  )
  func real(_ path: String, _ id: String?) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../shared/data/real"
    )
    .appending(path: path).standardized.path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: no \(path)")
      return
    }
    let inspection = try Inspection(textFile: path)
    #expect(inspection.schemas?.first?.schema == id)
  }
}
