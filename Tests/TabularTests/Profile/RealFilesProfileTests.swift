import Foundation
import Testing

@testable import Tabular

/// The real files lie beside the repository and are not part of it.
struct RealFilesProfileTests {
  struct Fault: Decodable {
    let row: Int
    let field: String?
    let code: String
    let what: String
  }

  struct Expected: Decodable {
    let seeded_errors: [Fault]
  }

  /// Faults that only a schema tells: lists of values, rules between columns, lengths, names.
  static let needSchema: Set<String> = [
    "not in the enumeration", "longer than maxLength", "no slash", "same key as row 2", "years reversed",
  ]

  static func needsSchema(_ fault: Fault) -> Bool {
    fault.field == nil || needSchema.contains(fault.what)
      || ["missing-required-header", "cohesive-columns-value", "sum-columns-value", "compare-columns-value"]
        .contains(
          fault.code
        )
      // A column of one whole number repeated, and one decimal: the comma may be its notation.
      || (fault.field == "puissance_nominale" && fault.what == "decimal comma")
  }

  @Test("Seeded faults that need no schema are found at their rows", .enabled(if: Fixture.data != nil))
  func seededFaultsAreFound() throws {
    let folder = try #require(Fixture.data).appending(path: "samples/invalid")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".expected.json")
    }
    #expect(files.count >= 10)
    var found = 0
    for file in files.sorted() {
      let expected = try JSONDecoder().decode(
        Expected.self,
        from: Data(contentsOf: folder.appending(path: file))
      )
      let name = file.replacingOccurrences(of: ".expected.json", with: ".csv")
      let table = try #require(try Fixture.profile(of: "samples/invalid/\(name)"))
      for fault in expected.seeded_errors where !Self.needsSchema(fault) {
        let isFound = table.log.findings.contains { $0.row == fault.row && $0.column == fault.field }
        #expect(isFound, "\(name): row \(fault.row), \(fault.field ?? ""), \(fault.what)")
        found += isFound ? 1 : 0
      }
    }
    #expect(found >= 85)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let column: String
    let type: ColumnType
    var format: String?

    var testDescription: String { "\(file), \(column)" }
  }

  static let cases: [Case] = [
    Case(file: "real/toulouse/subventions-2022.csv", column: "idAttribuant", type: .text),
    Case(file: "real/toulouse/subventions-2022.csv", column: "pourcentageSubvention", type: .integer),
    Case(file: "real/toulouse/subventions-2022.csv", column: "datesPeriodeVersement", type: .date),
    Case(
      file: "real/nantes/equipements-deplacement.csv",
      column: "LAT_WGS84",
      type: .number,
      format: "wgs84_latitude"
    ),
    Case(file: "real/nantes/equipements-deplacement.csv", column: "TELEPHONE", type: .text, format: "tel_fr"),
    Case(
      file: "real/nantes/comptages-velo-lieux.csv",
      column: "Géolocalisation",
      type: .geopoint,
      format: "wgs84"
    ),
    Case(
      file: "real/laposte/codes-postaux-2014-cp1252-padded.csv.gz",
      column: "code postal",
      type: .text,
      format: "code_postal"
    ),
    Case(
      file: "real/laposte/localisation-sans-entete.csv.gz",
      column: "colonne_1",
      type: .text,
      format: "code_postal"
    ),
    Case(
      file: "real/laposte/localisation-sans-entete.csv.gz",
      column: "colonne_7",
      type: .text,
      format: "departement"
    ),
    Case(
      file: "real/transport/lieux-covoiturage-latin1.csv",
      column: "insee",
      type: .text,
      format: "code_insee"
    ),
    Case(
      file: "real/transport/lieux-covoiturage-latin1.csv",
      column: "Ylat",
      type: .number,
      format: "wgs84_latitude"
    ),
    Case(
      file: "real/insee/cog2026-arrondissements.csv",
      column: "CHEFLIEU",
      type: .text,
      format: "code_insee"
    ),
    Case(file: "real/insee/cog2026-departements.csv", column: "DEP", type: .text, format: "departement"),
    Case(
      file: "real/insee/cog2026-departements.csv",
      column: "LIBELLE",
      type: .text,
      format: "nom_departement"
    ),
    Case(file: "real/identifiants/epci-2022.csv", column: "SIREN", type: .text, format: "siren"),
    Case(file: "samples/valid/scdl-subventions.csv", column: "idBeneficiaire", type: .text, format: "siret"),
    Case(file: "samples/valid/bal-1.4-valid.csv", column: "x", type: .number, format: "lambert93_x"),
    Case(file: "samples/valid/irve-statique.csv", column: "coordonneesXY", type: .geopoint, format: "wgs84"),
    Case(
      file: "samples/valid/scdl-equipements.composed.csv",
      column: "EQUIP_OUVERTURE",
      type: .text,
      format: "horaires_ouverture"
    ),
  ]

  @Test(
    "Columns of real files have their types and formats",
    .enabled(if: Fixture.data != nil),
    arguments: cases
  )
  func realColumnsAreKnown(_ test: Case) throws {
    let table = try #require(try Fixture.profile(of: test.file))
    let column = try #require(table.columns.first { $0.name == test.column })
    #expect(column.type == test.type)
    #expect(column.format?.rawValue == test.format)
  }
}
