import Foundation
import Messages
import Testing

@testable import Tabular

/// What a file must be read as.
struct ExpectedFile: CustomTestStringConvertible {
  var path: String
  var rows: Int
  var columns: Int
  var encoding: String
  var delimiter: String
  var headerRow: Int
  var newline: String
  var testDescription: String { path }
}

/// Files of French authorities as they publish them; the answers were worked out apart from this reader.
@Suite(.enabled(if: RealData.isPresent, "the real files are not beside the package"))
struct RealFilesTests {
  @Test(
    "Every real file gives its rows, columns, encoding, delimiter and header row",
    arguments: ExpectedFile.all
  )
  func readsRealFile(_ expected: ExpectedFile) throws {
    let source = try DelimitedTextSource(path: RealData.path(expected.path))
    let (rows, cells) = try source.count()
    #expect(rows == expected.rows)
    #expect(cells == expected.rows * expected.columns)
    #expect(source.columnNames.count == expected.columns)
    #expect(source.encoding == expected.encoding)
    #expect(source.dialect.delimiter == expected.delimiter)
    #expect(source.dialect.headerRow == expected.headerRow)
    #expect(source.dialect.skippedRows == 0)
    #expect(source.dialect.newline == expected.newline)
  }

  @Test("Every text table of the real files is in the list")
  func listIsComplete() throws {
    let known = Set(ExpectedFile.all.map(\.path)).union([RealData.dictionary])
    for folder in ["real", "samples", "catalogues"] {
      for file in try RealData.files(in: folder)
      where [".csv", ".tsv", ".txt", ".csv.gz"].contains(where: file.hasSuffix) {
        #expect(known.contains(file))
      }
    }
  }

  @Test("A data dictionary in prose is refused as no table, and read when a header row is given")
  func refusesProse() throws {
    let failure = #expect(throws: Failure.self) {
      try DelimitedTextSource(path: RealData.path(RealData.dictionary))
    }
    #expect(failure?.code == "tabular.text.not-a-table")
    let source = try DelimitedTextSource(
      path: RealData.path(RealData.dictionary),
      options: ReadingOptions(headerRow: 0)
    )
    #expect(try source.readAll().count == 55)
    #expect(source.encoding == "windows-1252")
  }

  @Test("Other files are refused, each as what it is", arguments: RealData.otherKinds)
  func refusesOtherKinds(_ path: String, _ code: String) throws {
    let failure = #expect(throws: Failure.self) { try DelimitedTextSource(path: RealData.path(path)) }
    #expect(failure?.code == code)
    #expect(failure?.remedy != nil)
  }

  @Test("No real file crashes the reader, whatever its kind")
  func survivesEveryFile() throws {
    let read = Set(ExpectedFile.all.map(\.path))
    for folder in ["real", "samples", "catalogues", "geo", "schemas", "governance"] {
      for file in try RealData.files(in: folder) where !read.contains(file) {
        do {
          _ = try DelimitedTextSource(path: RealData.path(file)).count()
        } catch let failure as Failure {
          #expect(failure.code.hasPrefix("tabular."))
        }
      }
    }
  }

  @Test("The œ of commune names is read from Windows-1252")
  func readsLigatures() throws {
    let source = try DelimitedTextSource(path: RealData.path("real/insee/comsimp2014-tsv-cp1252.txt"))
    let cells = try source.readAll().flatMap(\.cells)
    #expect(cells.count { $0.contains("œ") || $0.contains("Œ") } == 112)
    #expect(!cells.contains { $0.contains("ś") || $0.contains("\u{FFFD}") })
  }

  @Test("The faults seeded in samples are told with their row")
  func reportsSeededFaults() throws {
    let cases: [(String, String, Int?, String?)] = [
      ("samples/invalid/scdl-prenoms.seeded.csv", "row.extra-cells", 31, nil),
      ("samples/invalid/scdl-deliberations.seeded.csv", "row.blank", 6, nil),
      ("samples/invalid/stationnement-cyclable.seeded.csv", "row.blank", 6, nil),
      (
        "samples/invalid/scdl-subventions.duplicate-column-cp1252.csv", "header.duplicate", 1,
        "notificationUE_2"
      ),
      (
        "samples/invalid/subventions-dilcrah-mojibake-header.csv", "encoding.double", 1,
        "Aide notifiée Ã\u{A0} l'Europe"
      ),
      ("samples/invalid/bal-without-row.csv", "table.no-rows", 1, nil),
      ("real/laposte/localisation-sans-entete.csv.gz", "header.none", 1, nil),
    ]
    for (path, code, row, column) in cases {
      let source = try DelimitedTextSource(path: RealData.path(path))
      _ = try source.readAll()
      let finding = source.structuralFindings.findings.first { $0.code == code }
      #expect(finding?.row == row, "\(path) \(code)")
      #expect(finding?.column == column, "\(path) \(code)")
    }
  }
}

/// Where the real files are, when they are there.
enum RealData {
  static let dictionary = "real/nantes/equipements-deplacement-dictionnaire-cp1252.txt"
  static let otherKinds = [
    ("real/xlsx/fonjep.xlsx", "tabular.kind.xlsx"), ("real/xlsx/csv-detective-file.ods", "tabular.kind.ods"),
    ("real/xlsx/datagouv-hydra-catalog.xls", "tabular.kind.ole"),
    ("real/nantes/trafic-temps-parcours.xml", "tabular.kind.xml"),
    ("geo/cantons-44.geojson", "tabular.kind.json"),
    ("real/budgets-morbihan/BP2022_TRANSPORT.totem.xml.gz", "tabular.kind.xml"),
    ("geo/velib-stations-paris.geojson.gz", "tabular.kind.json"), ("geo/netex.zip", "tabular.kind.zip"),
    ("geo/departements-lambert93/DEPARTEMENT.shp", "tabular.kind.shapefile"),
    ("samples/valid/equipements-velo.gpkg", "tabular.kind.sqlite"),
    ("samples/valid/decp-2022.json", "tabular.kind.json"),
  ]

  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "real").path) }

  static func path(_ relative: String) -> String { folder.appending(path: relative).path }

  static func files(in relative: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(relative)).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path("\(relative)/\(name)"), isDirectory: &isFolder)
      return !isFolder.boolValue
    }.map { "\(relative)/\($0)" }
  }
}

extension ExpectedFile {
  /// Path, rows, columns, encoding, delimiter, header row, line end.
  static let all: [ExpectedFile] = """
    catalogues/datagouv-catalogue-datasets.csv 4 40 utf-8 ; 1 lf
    catalogues/datagouv-catalogue-resources.csv 6 29 utf-8 ; 1 lf
    real/archives/saint-etienne-registre-entrees.csv 3932 13 utf-8 , 1 lf
    real/arretes-circulation/carros.csv 13 36 utf-8 , 1 lf
    real/arretes-circulation/gignac.csv 1 36 utf-8 , 1 lf
    real/arretes-circulation/septemes-les-vallons.csv 4 36 utf-8 , 1 lf
    real/arretes-circulation/vence.csv 9 36 utf-8 , 1 lf
    real/budgets-morbihan/21560046100010.scdl.csv 196 22 utf-8 , 1 crlf
    real/budgets-morbihan/21560134500014-CFU-BP-2023.scdl.csv 163 22 utf-8 , 1 crlf
    real/budgets-morbihan/BP2022_TRANSPORT.scdl.csv 123 22 utf-8 , 1 crlf
    real/budgets-morbihan/CA_2021_D56_BUDGET_PRINCIPAL.scdl.csv 1273 22 utf-8 , 1 crlf
    real/catalogue-csv/datagouv-hydra-catalog.csv 2 24 utf-8 ; 1 lf
    real/dijon/amenagements-cyclables.csv 1469 11 utf-8 ; 1 lf
    real/identifiants/communes-2022.csv.gz 34968 7 utf-8 , 1 lf
    real/identifiants/departements-2022.csv 99 6 utf-8 , 1 lf
    real/identifiants/epci-2022.csv 1267 5 utf-8 , 1 lf
    real/identifiants/regions-2022.csv 17 4 utf-8 , 1 lf
    real/insee/cog2026-arrondissements.csv 333 8 utf-8 , 1 crlf
    real/insee/cog2026-communes.csv.gz 37496 12 utf-8 , 1 crlf
    real/insee/cog2026-departements.csv 101 7 utf-8 , 1 crlf
    real/insee/cog2026-donnees_communes.csv.gz 34900 11 utf-8 ; 1 crlf
    real/insee/cog2026-mouvements-communes.csv.gz 13734 14 utf-8 , 1 crlf
    real/insee/cog2026-regions.csv 18 6 utf-8 , 1 crlf
    real/insee/comsimp2014-tsv-cp1252.txt 36681 12 windows-1252 tab 1 crlf
    real/laposte/codes-postaux-2014-cp1252-padded.csv.gz 37173 4 windows-1252 ; 1 crlf
    real/laposte/localisation-sans-entete.csv.gz 39201 9 utf-8 ; 0 lf
    real/nantes/cantines-cantines.csv 87 3 utf-8 , 1 lf
    real/nantes/cantines-effectifs.csv 6 3 utf-8 , 1 crlf
    real/nantes/cantines-frequentation.csv 94633 5 utf-8 , 1 lf
    real/nantes/cantines-menus_tous.csv 513 3 utf-8 , 1 crlf
    real/nantes/comptages-velo-2014-2019.csv 39633 6 utf-8 ; 1 lf
    real/nantes/comptages-velo-2020-2021-large.csv 29566 29 utf-8 ; 1 lf
    real/nantes/comptages-velo-horaires-long.csv.gz 699532 5 utf-8 , 1 lf
    real/nantes/comptages-velo-lieux.csv 64 4 utf-8 ; 1 lf
    real/nantes/equipements-deplacement.csv 224 21 utf-8 ; 1 lf
    real/paris/arbres-extrait.csv 2948 17 utf-8 ; 1 crlf
    real/toulouse/subventions-2022.csv 396 17 utf-8 ; 1 crlf
    real/transport/lieux-covoiturage-latin1.csv 60 25 windows-1252 ; 1 crlf
    samples/invalid/arbres.seeded.csv 14 26 utf-8 , 1 lf
    samples/invalid/bal-1.3-incoherent-uid.csv 1 14 utf-8 ; 1 lf
    samples/invalid/bal-1.3-not-valid-multi-commune.csv 2 13 utf-8 ; 1 lf
    samples/invalid/bal-1.4-bad-dependance-id-ban.csv 1 16 utf-8 ; 1 lf
    samples/invalid/bal-1.4-bad-id-ban-adresse.csv 1 16 utf-8 ; 1 lf
    samples/invalid/bal-1.4-cog-no-match.csv 2 16 utf-8 ; 1 lf
    samples/invalid/bal-aliases.csv 1 14 utf-8 ; 1 lf
    samples/invalid/bal-junk.ascii.csv 6 2 utf-8 , 1 lf
    samples/invalid/bal-without-row.csv 0 20 utf-8 ; 1 lf
    samples/invalid/dae-defibrillateurs.seeded.csv 14 46 windows-1252 ; 1 crlf
    samples/invalid/irve-statique.seeded.csv 16 41 utf-8 , 1 lf
    samples/invalid/lieux-covoiturage.csv 2 18 utf-8 , 1 lf
    samples/invalid/mediation-numerique.seeded.csv 14 32 utf-8 , 1 lf
    samples/invalid/scdl-catalogue.seeded.csv 14 20 utf-8 , 1 lf
    samples/invalid/scdl-deliberations.seeded-cp1252.csv 24 17 windows-1252 ; 1 crlf
    samples/invalid/scdl-deliberations.seeded.csv 24 18 utf-8 , 1 lf
    samples/invalid/scdl-equipements.seeded.csv 16 20 utf-8 , 1 lf
    samples/invalid/scdl-prenoms.seeded.csv 30 6 utf-8 , 1 lf
    samples/invalid/scdl-subventions.cellules.csv 29 15 utf-8 , 1 lf
    samples/invalid/scdl-subventions.colonnes.csv 29 15 utf-8 , 1 lf
    samples/invalid/scdl-subventions.duplicate-column-cp1252.csv 29 15 windows-1252 , 1 lf
    samples/invalid/scdl-subventions.seeded-bom.csv 29 15 utf-8 , 1 lf
    samples/invalid/stationnement-cyclable.seeded.csv 14 21 utf-8 , 1 lf
    samples/invalid/stationnement.csv 1 30 utf-8 , 1 lf
    samples/invalid/subventions-dilcrah-mojibake-header.csv 4 14 utf-8 ; 1 crlf
    samples/invalid/subventions-http-fixture-errors.csv 8 17 utf-8 , 1 lf
    samples/invalid/subventions-scdl-header-object.csv 4 16 utf-8 ; 1 lf
    samples/pii/inscriptions-cantine-fictives.csv 200 15 utf-8 ; 1 crlf
    samples/pii/stationnement-residents-fictifs.csv 200 9 utf-8 , 1 crlf
    samples/valid/acceslibre-erp.csv 6 92 utf-8 , 1 lf
    samples/valid/arbres.csv 4 26 utf-8 ; 1 crlf
    samples/valid/arrete-circulation.csv 2 36 utf-8 , 1 lf
    samples/valid/atlasante-dae.composed.csv 1 46 utf-8 , 1 crlf
    samples/valid/bal-1.4-valid.csv 2 16 utf-8 ; 1 lf
    samples/valid/bal-1.5-valid.csv 2 16 utf-8 ; 1 lf
    samples/valid/bal-locales.csv 2 6 utf-8 ; 1 lf
    samples/valid/bal-sample-real.csv 15 13 utf-8 ; 1 lf
    samples/valid/catalogue-donnees.csv 1 17 utf-8 , 1 lf
    samples/valid/comptage-measure.csv 3650 5 utf-8 , 1 lf
    samples/valid/comptage-site.csv 3 8 utf-8 , 1 lf
    samples/valid/datakode-pei.composed.csv 1 28 utf-8 , 1 crlf
    samples/valid/equipements-velo.csv 2 24 utf-8 , 1 lf
    samples/valid/etalab-decp-dpa.composed.csv 1 4 utf-8 , 1 crlf
    samples/valid/futurocite-equipements-collectifs.csv 1 27 utf-8 , 1 lf
    samples/valid/impact-service-numerique.csv 15 17 utf-8 , 1 crlf
    samples/valid/irve-dynamique.csv 2 8 utf-8 , 1 lf
    samples/valid/irve-statique.csv 2 40 utf-8 , 1 lf
    samples/valid/lieux-covoiturage.published-as-valid.csv 1 18 utf-8 , 1 lf
    samples/valid/mediation-numerique.csv 1 32 utf-8 , 1 lf
    samples/valid/registre-entrees-archives.csv 1 20 utf-8 , 1 lf
    samples/valid/scdl-catalogue.composed.csv 8 20 utf-8 , 1 crlf
    samples/valid/scdl-deliberations.composed.csv 24 17 utf-8 , 1 crlf
    samples/valid/scdl-equipements.composed.csv 12 21 utf-8 , 1 crlf
    samples/valid/scdl-prenoms.composed.csv 42 6 utf-8 , 1 crlf
    samples/valid/scdl-subventions.csv 29 16 utf-8 , 1 lf
    samples/valid/stationnement-cyclable.csv 1 21 utf-8 , 1 lf
    samples/valid/stationnement.csv 2 30 utf-8 , 1 lf
    """.split(separator: "\n").map { line in
      let fields = line.split(separator: " ").map(String.init)
      return ExpectedFile(
        path: fields[0],
        rows: Int(fields[1]) ?? -1,
        columns: Int(fields[2]) ?? -1,
        encoding: fields[3],
        delimiter: fields[4] == "tab" ? "\t" : fields[4],
        headerRow: Int(fields[5]) ?? -1,
        newline: fields[6] == "crlf" ? "\r\n" : "\n"
      )
    }
}
