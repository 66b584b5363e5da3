import Foundation
import Lake
import Messages
import Tabular
import Testing

/// What a real file must read as: found with openpyxl, xlrd, Python's json and ogr2ogr, not with this code.
struct ExpectedTable: Sendable, CustomTestStringConvertible {
  var file: String
  var container: String
  var rows: Int
  var columns: Int
  /// Cells of the first row by the name of their column.
  var first: [String: String] = [:]
  /// Cells of the last row.
  var last: [String: String] = [:]
  var sheet: String?
  var encoding = "utf-8"
  var testDescription: String { sheet.map { file + " " + $0 } ?? file }
}

private let workbooks: [ExpectedTable] = [
  ExpectedTable(
    file: "real/xlsx/fonjep.xlsx",
    container: "xlsx",
    rows: 8,
    columns: 6,
    first: [
      "PosteCode": "J10540", "PeriodeDebut": "2017-01-01", "DateVersement": "2017-01-26",
      "MontantPaye": "1777",
    ],
    last: ["PosteCode": "J02924", "PeriodeFin": "2017-12-31", "MontantAPayer": "1791"]
  ),
  ExpectedTable(
    file: "real/xlsx/fonjep.xlsx",
    container: "xlsx",
    rows: 2,
    columns: 14,
    first: [
      "Code": "J10540", "DispositifId": "1", "PstStatutPosteLibelle": "Attribué",
      "FinanceurPrincipalCode": "10004",
    ],
    last: ["Code": "J02924", "PstRaisonStatutLibelle": "Création", "DateFinTriennalite": "2024-12-31"],
    sheet: "Poste"
  ),
  ExpectedTable(
    file: "samples/valid/arbres.xlsx",
    container: "xlsx",
    rows: 4,
    columns: 26,
    first: [
      "id": "1", "longitude": "49.802", "latitude": "0.3768", "code_insee": "2A123", "code_postal": "13600",
      "date_plantation": "2018-05-12", "type_sol": "Argilo-sableux", "cultivar_variete_arbre": "",
    ],
    last: ["espece_arbre": "sylvestris", "date_plantation": ""]
  ),
  ExpectedTable(
    file: "samples/invalid/subventions-scdl-with-exercice.xlsx",
    container: "xlsx",
    rows: 3,
    columns: 18,
    first: ["idBeneficiaire": "99000000000001", "referenceDecision": "677", "montant": "1000"],
    last: ["referenceDecision": "a8b", "Montant demandé": "5000"]
  ),
  ExpectedTable(
    file: "samples/invalid/subventions-scdl-with-exercice.xlsx",
    container: "xlsx",
    rows: 2,
    columns: 2,
    first: ["Nombre de SIRET du bénéficiaire": "3"],
    last: ["nomAttribuant": "Total Résultat"],
    sheet: "Feuil1"
  ),
  ExpectedTable(
    file: "real/xlsx/csv-detective-file.ods",
    container: "ods",
    rows: 3,
    columns: 5,
    first: [
      "Année": "2012", "Edition": "DC1", "Date de la cérémonie": "29/05/2012", "Projet": "Citizens Up",
    ],
    last: ["Projet": "Home'n'go", "Résultat": "Lauréat"]
  ),
  ExpectedTable(
    file: "real/xlsx/datagouv-hydra-catalog.xls",
    container: "xls",
    rows: 2,
    columns: 23,
    first: ["dataset.id": "601ddcfc85a59c3a45c2435a", "dataset.archived": "False", "dataset.title": ""],
    last: ["dataset.archived": "2022-01-30T01:11:38.075", "url": "https://example.com/resource-2"],
    encoding: "utf-16le"
  ),
  ExpectedTable(
    file: "samples/valid/lieux-covoiturage.published-as-valid.xls",
    container: "xls",
    rows: 1,
    columns: 18,
    first: [
      "id_lieu": "76217-C-001", "insee": "76217", "source": "217602176", "Xlong": "1.081183", "nbre_pl": "20",
      "date_maj": "2019-06-25", "comm": "Correspondance avec la ligne TER Dieppe-Rouen",
    ],
    encoding: "utf-16le"
  ),
]

private let geographic: [ExpectedTable] = [
  ExpectedTable(
    file: "geo/cantons-44.geojson",
    container: "geojson",
    rows: 31,
    columns: 3,
    first: ["code": "44001", "nom": "Ancenis"],
    last: ["code": "44031", "nom": "Vertou"]
  ),
  ExpectedTable(
    file: "geo/communes-44.geojson",
    container: "geojson",
    rows: 208,
    columns: 3,
    first: ["code": "44005", "nom": "Chaumes-en-Retz"],
    last: ["code": "44200", "nom": "Soulvache"]
  ),
  ExpectedTable(
    file: "geo/communes-56.geojson",
    container: "geojson",
    rows: 253,
    columns: 3,
    first: ["code": "56069", "nom": "Groix"],
    last: ["nom": "Sainte-Brigitte"]
  ),
  ExpectedTable(
    file: "geo/departements-simplifies.geojson",
    container: "geojson",
    rows: 96,
    columns: 3,
    first: ["code": "01", "nom": "Ain"],
    last: ["code": "95", "nom": "Val-d'Oise"]
  ),
  ExpectedTable(
    file: "geo/regions-simplifiees.geojson",
    container: "geojson",
    rows: 13,
    columns: 3,
    first: ["code": "11", "nom": "Île-de-France"],
    last: ["nom": "Corse"]
  ),
  ExpectedTable(
    file: "geo/hydra-valid.geojson",
    container: "geojson",
    rows: 3,
    columns: 3,
    first: ["name": "Point Feature", "geometry": #"{"type":"Point","coordinates":[102.0,0.5]}"#],
    last: ["name": "Polygon Feature"]
  ),
  ExpectedTable(
    file: "geo/velib-stations-paris.geojson.gz",
    container: "geojson",
    rows: 1464,
    columns: 14,
    first: [
      "stationcode": "44015", "name": "Rouget de L'isle - Watteau", "capacity": "20",
      "geometry": #"{"type":"Point","coordinates":[2.3963020229163,48.778192750803]}"#,
    ],
    last: ["stationcode": "15122"]
  ),
  ExpectedTable(
    file: "samples/valid/zfe-voies.geojson",
    container: "geojson",
    rows: 4,
    columns: 16,
    first: ["id": "TRONROUT0000000000176896", "vp_critair": "V4"],
    last: ["id": "TRONROUT0000000000176879"]
  ),
  ExpectedTable(
    file: "samples/valid/zfe-zones.geojson",
    container: "geojson",
    rows: 1,
    columns: 16,
    first: ["id": "200046977-ZFE-001", "vp_horaires": "Mo-Fr 08:00-20:00; PH off"]
  ),
  ExpectedTable(
    file: "geo/departements-lambert93/DEPARTEMENT.shp",
    container: "shapefile",
    rows: 96,
    columns: 12,
    first: ["ID_GEOFLA": "1", "CODE_DEPT": "01", "NOM_CHF": "BOURG-EN-BRESSE", "X_CENTROID": "8814"]
  ),
  ExpectedTable(
    file: "geo/departements-lambert93/DEPARTEMENT.dbf",
    container: "dbf",
    rows: 96,
    columns: 11,
    first: ["CODE_DEPT": "01", "NOM_REGION": "RHONE-ALPES"]
  ),
  ExpectedTable(
    file: "geo/amenagements-cyclables-template-shp.zip",
    container: "shapefile",
    rows: 2,
    columns: 29,
    first: [
      "id_local": "vt_0001", "nom_loc": "La ViaRhôna - EV17", "source": "Vélo & Territoires",
      "largeur_d": "1.20",
      "date_maj": "", "num_iti": "0017:",
    ],
    last: ["date_maj": "2021-03-02", "trafic_vit": ""],
    encoding: "windows-1252"
  ),
  ExpectedTable(
    file: "samples/valid/equipements-velo.gpkg",
    container: "gpkg",
    rows: 2,
    columns: 24,
    first: [
      "id_equip": "29135-0003", "capacite": "8", "couvert": "false", "date_maj": "2020-09-25T00:00:00",
      "geometry": #"{"type":"Point","coordinates":[-4.1634236,47.8285376]}"#,
    ],
    last: ["etat": "moyen", "acces_pmr": ""]
  ),
  ExpectedTable(
    file: "samples/valid/equipements-velo.gpkg",
    container: "gpkg",
    rows: 16,
    columns: 1,
    sheet: "type"
  ),
]

private let others: [ExpectedTable] = [
  ExpectedTable(
    file: "samples/valid/decp-2019.json",
    container: "json",
    rows: 2,
    columns: 22,
    first: [
      "id": "2019_83935401", "montant": "77899.0", "acheteur.id": "21500222100012",
      "lieuExecution.nom": "Code postal",
    ],
    last: [
      "acheteur.id": "21974022200019", "dureeMois": "NC", "marcheInnovant": "true", "lieuExecution.nom": "",
    ]
  ),
  ExpectedTable(
    file: "samples/valid/decp-2022.json",
    container: "json",
    rows: 5,
    columns: 40,
    first: ["id": "2022VI2022.242", "acheteur.id": "21974022200019", "codeCPV": "45316110-9"]
  ),
  ExpectedTable(
    file: "samples/valid/decp-marches-concessions.json",
    container: "json",
    rows: 2,
    columns: 16,
    first: ["id": "0612202306122024", "autoriteConcedante.id": "12345678901234"]
  ),
  ExpectedTable(
    file: "samples/valid/decp-marches-modifs.json",
    container: "json",
    rows: 2,
    columns: 32,
    first: ["id": "TEST2022", "marcheInnovant": "true", "origineUE": "0.1"]
  ),
  ExpectedTable(
    file: "geo/gtfs-exemple.zip",
    container: "gtfs",
    rows: 9,
    columns: 7,
    first: ["stop_id": "S14944", "stop_name": "Frioul", "stop_lat": "43.2801358236"],
    last: ["stop_id": "7002"]
  ),
  ExpectedTable(
    file: "geo/gtfs-diff-modified-rows.zip",
    container: "gtfs",
    rows: 2,
    columns: 9,
    sheet: "routes.txt"
  ),
]

@Suite("Real containers", .enabled(if: RealFiles.arePresent, "the real files are not beside the package"))
struct RealContainerTests {
  @Test("A real workbook reads as other programs read it", arguments: workbooks)
  func workbooksRead(expected: ExpectedTable) throws { try check(expected) }

  @Test("A real geographic file reads as other programs read it", arguments: geographic)
  func geographicFilesRead(expected: ExpectedTable) throws { try check(expected) }

  @Test("Real JSON and transport offers read as other programs read them", arguments: others)
  func othersRead(expected: ExpectedTable) throws { try check(expected) }

  private func check(_ expected: ExpectedTable) throws {
    var options = ReadingOptions()
    options.sheet = expected.sheet
    let table = try ReadTable(RealFiles.path(expected.file), options: options)
    #expect(table.container == expected.container)
    #expect(table.encoding == expected.encoding)
    #expect(table.rows.count == expected.rows)
    #expect(table.names.count == expected.columns)
    #expect(table.rows.allSatisfy { $0.count == table.names.count })
    #expect(table.rowNumbers == table.rowNumbers.sorted())
    for (name, value) in expected.first { #expect(table.cell(0, name) == value, "first row, \(name)") }
    for (name, value) in expected.last {
      #expect(table.cell(table.rows.count - 1, name) == value, "last row, \(name)")
    }
  }

  @Test(
    "A workbook of 35,000 rows reads whole",
    arguments: [
      ("real/insee/banatic-siren-insee.xlsx", 34_935, 8, ["84", "01", "210100012"])
    ]
  )
  func largeWorkbooks(file: String, rows: Int, columns: Int, first: [String]) throws {
    let table = try ReadTable(RealFiles.path(file))
    #expect(table.rows.count == rows)
    #expect(table.names.count == columns)
    #expect(table.rows.first?.prefix(3) == first[...])
    #expect(table.rowNumbers.last == rows + 1)
  }

  @Test("Lambert 93 becomes longitude and latitude")
  func lambertIsConverted() throws {
    let table = try ReadTable(RealFiles.path("geo/departements-lambert93/DEPARTEMENT.shp"))
    let geometry = try #require(table.cell(0, "geometry"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(geometry.utf8)) as? [String: Any])
    let rings = try #require(object["coordinates"] as? [[[Double]]])
    let position = try #require(rings.first?.first)
    #expect(abs(position[0] - 5.831226413621035) < 1e-6)
    #expect(abs(position[1] - 45.938459578293283) < 1e-6)
    #expect(table.codes.contains("geometry.reprojected"))
  }

  @Test("A geometry of letters is told and kept, and hides nothing of the row")
  func invalidGeometryIsTold() throws {
    let table = try ReadTable(RealFiles.path("samples/invalid/geojson-invalid.geojson"))
    #expect(table.codes == ["geometry.invalid"])
    #expect(table.findings.first?.row == 1)
    #expect(table.cell(0, "name") == "Point Feature")
  }

  @Test(
    "What is no table is refused with its own reason",
    arguments: [
      ("geo/netex.zip", "container.netex"), ("samples/valid/decp-marche.xml", "container.xml"),
      ("geo/departements-lambert93/DEPARTEMENT.prj", "container.shapefile-part"),
      ("geo/departements-lambert93/DEPARTEMENT.shx", "container.shapefile-part"),
      ("real/nantes/trafic-temps-parcours.xml", "container.xml"),
      ("real/budgets-morbihan/21560046100010.totem.xml.gz", "container.xml-budget"),
      ("real/budgets-morbihan/21560134500014-CFU-BP-2023.totem.xml.gz", "container.xml-budget"),
      ("real/budgets-morbihan/BP2022_TRANSPORT.totem.xml.gz", "container.xml-budget"),
      ("samples/pii/inscriptions-cantine-fictives.expected.json", "container.json.no-table"),
      ("samples/reports/validata-api-0.12_validata_with_no_errors.json", "container.json.empty"),
    ]
  )
  func refusedFiles(file: String, code: String) throws {
    #expect(try refusalCode(RealFiles.path(file)) == code)
  }

  @Test("Every file of the collection is read or refused with a reason and a remedy, and none hangs")
  func everyFile() throws {
    for file in RealFiles.all(in: ["geo", "real", "samples"])
    where !(file.hasPrefix("real/insee") && file.hasSuffix("xlsx")) {
      let start = ContinuousClock.now
      do {
        let table = try TableOpening.open(path: RealFiles.path(file))
        var batch = RowBatch()
        // The first rows of long files do here: other tests read them whole.
        let isLong = table.bytes > 50_000
        while try table.source.read(into: &batch), !isLong {}
        #expect(!table.source.columnNames.isEmpty, "\(file)")
        #expect(Set(table.source.columnNames).count == table.source.columnNames.count, "\(file)")
      } catch let failure as Failure {
        #expect(failure.remedy != nil, "\(file): \(failure.code)")
        #expect(failure.code.hasPrefix("container.") || failure.code.hasPrefix("tabular."), "\(file)")
      }
      #expect(ContinuousClock.now - start < .seconds(30), "\(file)")
    }
  }

  @Test("Inspecting a container tells its sheets, its header row and its findings")
  func inspection() throws {
    let report = try TableOpening.inspect(path: RealFiles.path("real/xlsx/fonjep.xlsx"))
    #expect(report.sheets == ["Tiers", "Poste", "Versement", "TypePoste", "Dispositif"])
    #expect(report.container == "xlsx")
    #expect(report.rows == 8)
    #expect(report.dialect.headerRow == 1)
    #expect(report.findings.contains { $0.code == "container.sheet-chosen" })
    #expect(report.columns.map(\.name).prefix(2) == ["PosteCode", "PeriodeDebut"])
  }
}
