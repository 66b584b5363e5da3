import Foundation
import Testing

@testable import Tabular

@Suite("Checking a table against a schema") struct SchemaCheckTests {
  private func report(_ text: String, _ id: String) throws -> SchemaReport {
    let schema = try #require(TableSchema.known(id))
    let rows = text.split(separator: "\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    var batch = RowBatch()
    for (number, row) in rows.enumerated().dropFirst() {
      for cell in row { batch.appendCell(String(cell)) }
      batch.endRow(number: number + 1)
    }
    var check = SchemaCheck(schema, columnNames: rows[0].map(String.init))
    check.consume(batch)
    return check.finish()
  }

  private let header = "COMMUNE_NOM;COLL_INSEE;ENFANT_SEXE;ENFANT_PRENOM;NOMBRE_OCCURRENCES;ANNEE"

  @Test("finds nothing in a table that follows it")
  func valid() throws {
    let report = try report(header + "\nVif;38545;F;Inès;5;2024", "scdl/prenoms")
    #expect(report.isRespected)
    #expect(report.findingCount == 0)
    #expect(report.rows == 1 && report.cells == 6)
  }

  @Test(
    "tells the fault of a cell, where it is and what to write",
    arguments: [
      ("Vif;38545;f;Inès;5;2024", "schema.cell-value", "ENFANT_SEXE", "F"),
      ("Vif;;F;Inès;5;2024", "schema.cell-missing", "COLL_INSEE", nil),
      ("Vif;38545;F;Inès;cinq;2024", "schema.cell-type", "NOMBRE_OCCURRENCES", nil),
      ("Vif;38545;F;Inès;5;24", "schema.cell-type", "ANNEE", nil),
      ("Vif;38545;F;INÈS 2;5;2024", "schema.cell-pattern", "ENFANT_PRENOM", nil),
    ] as [(String, String, String, String?)]
  )
  func fault(_ row: String, _ code: String, _ column: String, _ repair: String?) throws {
    let report = try report(header + "\nVif;38545;M;Léo;7;2024\n" + row, "scdl/prenoms")
    #expect(report.invalidCells == 1)
    let finding = try #require(report.findings.first)
    #expect(finding.code == code)
    #expect(finding.column == column)
    #expect(finding.row == 3)
    #expect(finding.repair?.value == repair)
    #expect(!finding.message.isEmpty && !finding.messageEnglish.isEmpty)
  }

  @Test("tells of missing, renamed, unknown and displaced columns")
  func columns() throws {
    let report = try report("annee;ENFANT_PRENOM;Couleur\n2024;Léo;bleu", "scdl/prenoms")
    let codes = Dictionary(grouping: report.findings, by: \.code).mapValues { $0.compactMap(\.column) }
    #expect(codes["schema.column-missing"] == ["COLL_INSEE", "ENFANT_SEXE", "NOMBRE_OCCURRENCES"])
    #expect(codes["schema.column-absent"] == ["COMMUNE_NOM"])
    #expect(codes["schema.column-renamed"] == ["annee"])
    #expect(codes["schema.column-unknown"] == ["Couleur"])
    #expect(codes["schema.column-order"] != nil)
    #expect(!report.summary.isRespected)
    let rename = try #require(report.findings.first { $0.code == "schema.column-renamed" })
    #expect(rename.repair == Repair(operation: "column.rename", value: "ANNEE"))
  }

  @Test("checks what holds between the cells of a row")
  func rows() throws {
    let names = ["VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION"]
    func faults(_ row: String) throws -> Int {
      try report(names.joined(separator: ";") + "\n" + row, "scdl/deliberations").findings.count {
        $0.code == "schema.row"
      }
    }
    #expect(try faults("29;20;15;3;2") == 0)
    #expect(try faults("29;20;15;3;1") == 1)
    #expect(try faults("19;20;15;3;2") == 1)
    #expect(try faults("29;20;15;3;") == 1)
  }

  @Test(
    "reads values as Table Schema has them written",
    arguments: [
      ("2024-02-29", "date", true), ("2023-02-29", "date", false), ("29/02/2024", "date", false),
      ("2024-02-29T10:30:00+01:00", "datetime", true), ("2024-02-29T25:30:00", "datetime", false),
      ("12.5", "number", true), ("12,5", "number", false), ("1 200", "number", false),
      ("nan", "number", false),
      ("-12", "integer", true), ("12.0", "integer", false), ("", "integer", false),
      ("[2.35,48.85]", "point", true), ("[2.35;48.85]", "point", false), ("[200,1]", "point", false),
    ]
  )
  func types(_ text: String, _ type: String, _ expected: Bool) {
    let found =
      switch type {
      case "date": SchemaText.isDate(text[...])
      case "datetime": SchemaText.isDatetime(text)
      case "number": SchemaText.isNumber(text)
      case "integer": SchemaText.isInteger(text)
      default: SchemaText.isPoint(text)
      }
    #expect(found == expected)
  }

  @Test(
    "of real files finds as many faults as were planted",
    arguments: [
      ("valid/scdl-subventions.csv", "scdl/subventions", 0), ("valid/arbres.csv", "schema-arbre", 0),
      ("valid/irve-statique.csv", "etalab/schema-irve-statique", 0),
      ("valid/stationnement.csv", "etalab/schema-stationnement", 0),
      ("valid/stationnement-cyclable.csv", "etalab/schema-stationnement-cyclable", 0),
      ("invalid/scdl-prenoms.seeded.csv", "scdl/prenoms", 5),
      ("invalid/irve-statique.seeded.csv", "etalab/schema-irve-statique", 9),
      ("invalid/scdl-equipements.seeded.csv", "scdl/equipements", 10),
      ("invalid/dae-defibrillateurs.seeded.csv", "atlasante/schema-dae", 13),
    ]
  )
  func real(_ path: String, _ id: String, _ faults: Int) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared/data/samples").appending(path: path).standardized.path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: no \(path)")
      return
    }
    let source = SchemaCheckedSource(
      try DelimitedTextSource(path: path),
      schema: try #require(TableSchema.known(id))
    )
    var batch = RowBatch()
    while try source.read(into: &batch) {}
    #expect(source.report.invalidCells == faults)
  }
}
