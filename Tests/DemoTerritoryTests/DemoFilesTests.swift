import Catalogue
import CivilTime
import Foundation
import Testing

@testable import DemoTerritory

@Suite("The demo's files")
struct DemoFilesTests {
  static func last(_ id: String) throws -> [UInt8] {
    let dataset = try #require(DemoTerritoryTests.demo.datasets.first { $0.dataset.id == id })
    return try #require(dataset.versions.last).bytes()
  }

  static func table(_ id: String, delimiter: Character = ",", skipping: Int = 0) throws -> ParsedTable {
    var bytes = try last(id)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return ParsedTable(
      try #require(String(validating: bytes, as: UTF8.self)),
      delimiter: delimiter,
      skipping: skipping
    )
  }

  static let tables: [(id: String, delimiter: Character, skipping: Int, rowsMin: Int)] = [
    ("subventions-aux-associations", ",", 0, 420), ("deliberations", ",", 0, 300),
    ("marches-publics", ",", 0, 100),
    ("budget-primitif", ";", 0, 40), ("bornes-de-recharge", ",", 0, 60), ("menus-des-cantines", ",", 0, 200),
    ("qualite-de-l-air", ";", 0, 1_400), ("tonnages-de-dechets", ";", 3, 1_400),
    ("defibrillateurs", ",", 0, 30),
    ("prenoms-des-nouveau-nes", ",", 0, 200), ("prets-des-bibliotheques", ",", 0, 1_400),
    ("effectifs-des-ecoles", ",", 0, 480), ("analyses-eau-potable", ";", 0, 4_000),
    ("consommations-eau-par-rue", ";", 0, 300), ("points-d-apport-volontaire", ";", 0, 137),
    ("marches-de-plein-air", "\t", 0, 17), ("annuaire-des-associations", ",", 0, 30),
    ("frequentation-de-la-piscine", ";", 0, 700), ("permis-de-construire", ",", 0, 500),
  ]

  @Test("Every row has as many cells as the header, and every column is explained", arguments: tables)
  func shape(id: String, delimiter: Character, skipping: Int, rowsMin: Int) throws {
    let table = try DemoFilesTests.table(id, delimiter: delimiter, skipping: skipping)
    #expect(table.rows.count >= rowsMin)
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
    let dataset = try #require(DemoTerritoryTests.demo.datasets.first { $0.dataset.id == id })
    #expect(table.header.allSatisfy { dataset.columnDescriptions[$0]?.isEmpty == false })
  }

  @Test("The subsidies keep the national columns; the last version has faults, the first lacks a column")
  func subsidies() throws {
    let table = try DemoFilesTests.table("subventions-aux-associations")
    #expect(table.header == SubsidiesGenerator.columns)
    #expect(table["dateConvention"].filter { CivilDate($0) == nil }.count == 3)
    #expect(table["montant"].filter { Double($0) == nil }.count == 3)
    let first = try #require(DemoTerritoryTests.demo.datasets.first?.versions.first)
    let older = ParsedTable(String(decoding: first.bytes(), as: UTF8.self), delimiter: ",")
    #expect(older.header == Array(SubsidiesGenerator.columns.dropLast()))
  }

  @Test("Votes add up, and an object on two lines stays one cell")
  func deliberations() throws {
    let table = try DemoFilesTests.table("deliberations")
    func numbers(_ name: String) -> [Int] { table[name].compactMap { Int($0) } }
    let sums = zip(zip(numbers("VOTE_POUR"), numbers("VOTE_CONTRE")), numbers("VOTE_ABSTENTION")).map {
      $0.0 + $0.1 + $1
    }
    #expect(sums == numbers("VOTE_REEL"))
    #expect(table["DELIB_OBJET"].contains { $0.contains("\n") })
    #expect(table["DELIB_OBJET"].contains { $0.contains("\"aux grains\"") })
    #expect(Set(table["DELIB_ID"]).count == table.rows.count)
  }

  @Test("Each section of the budget is balanced")
  func budget() throws {
    let table = try DemoFilesTests.table("budget-primitif", delimiter: ";")
    var balance: [String: Double] = [:]
    for (index, amount) in table["BGT_MTPREV"].enumerated() {
      let sign = table["BGT_CODRD"][index] == "recette" ? 1.0 : -1.0
      balance[table["BGT_SECTION"][index], default: 0] += sign * (try #require(Double(amount)))
    }
    #expect(balance == ["fonctionnement": 0, "investissement": 0])
  }

  @Test("The facilities are in Windows-1252 and not in UTF-8")
  func encoding() throws {
    let bytes = try DemoFilesTests.last("equipements-publics")
    #expect(String(validating: bytes, as: UTF8.self) == nil)
    let text = try #require(String(bytes: bytes, encoding: .windowsCP1252))
    #expect(text.contains("Mairie d’Écoussy-les-Prés") && !text.contains("?"))
  }

  @Test("Waste begins with three title lines and writes French dates and numbers")
  func waste() throws {
    let table = try DemoFilesTests.table("tonnages-de-dechets", delimiter: ";", skipping: 3)
    #expect(table.header.first == "Mois")
    #expect(table["Mois"].allSatisfy { $0.split(separator: "/").count == 3 })
    #expect(table["Tonnes"].contains("n.c.") && table["Tonnes"].contains { $0.contains(",") })
  }

  @Test("Bicycle counts have more than fifty thousand hours, some of them empty")
  func bicycles() throws {
    let lines = try DemoFilesTests.last("comptages-velo").split(separator: 10)
    #expect(lines.count > 50_000)
    #expect(lines.count { $0.last == UInt8(ascii: ",") } == 21 * 24)
  }

  @Test("Addresses have both coordinates, at the same place")
  func addresses() throws {
    let table = try DemoFilesTests.table("base-adresse-locale", delimiter: ";")
    #expect(table.rows.count > 2_000 && table.header.count == 19)
    #expect(Set(table["id_ban_adresse"]).count == table.rows.count)
    for index in stride(from: 0, to: table.rows.count, by: 97) {
      let place = Place(
        longitude: try #require(Double(table["long"][index])),
        latitude: try #require(Double(table["lat"][index]))
      )
      #expect(abs(place.lambert93.x - (try #require(Double(table["x"][index])))) < 0.2)
      #expect(abs(place.lambert93.y - (try #require(Double(table["y"][index])))) < 0.2)
    }
  }

  @Test("Limits close, are shared by neighbours, and enclose what their area says")
  func limits() throws {
    let communes = Commune.all(seed: 1)
    #expect(communes.allSatisfy { $0.ring.first == $0.ring.last && $0.ring.count == 65 })
    for commune in communes {
      let shared = communes.filter { $0.id != commune.id }.map { other in
        commune.ring.filter(other.ring.contains).count
      }
      #expect(shared.contains { $0 >= 17 })
      #expect((20...70).contains(CommuneLimits.area(of: commune.ring)))
    }
    let collection = try geoJSON("limites-des-communes")
    #expect(collection.count == 8)
  }

  @Test(
    "GeoJSON is JSON, with a shape and the same properties for each feature",
    arguments: ["arbres", "travaux-voirie"]
  )
  func shapes(id: String) throws {
    let features = try geoJSON(id)
    #expect(features.count > 15)
    let names = features.compactMap { ($0["properties"] as? [String: Any]).map { Set($0.keys) } }
    #expect(Set(names).count == 1)
  }

  private func geoJSON(_ id: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(try DemoFilesTests.last(id)))
    return try #require((object as? [String: Any])?["features"] as? [[String: Any]])
  }

  @Test("Lodgings are a JSON table")
  func json() throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(try DemoFilesTests.last("hebergements-touristiques"))
    )
    #expect((object as? [[String: Any]])?.count == 48)
  }

  @Test("The workbook is an archive whose files have the sums it says")
  func workbook() throws {
    let bytes = try DemoFilesTests.last("energie-des-batiments")
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<row r=\"169\">") && text.contains("Électricité (kWh)"))
  }

  @Test("The internal file holds personal data, in numbers kept for fiction")
  func personal() throws {
    let bytes = try DemoFilesTests.last("inscriptions-a-la-cantine")
    let text = try #require(String(bytes: bytes, encoding: .windowsCP1252))
    let table = ParsedTable(text, delimiter: ";")
    #expect(table.rows.count == 184)
    #expect(table["telephone"].allSatisfy { $0.hasPrefix("06 39 98") })
    #expect(table["courriel"].allSatisfy { $0.hasSuffix(".example") })
  }

  @Test(
    "Lambert-93 agrees with GDAL",
    arguments: [
      (2.3522, 48.8566, 652_469.023, 6_862_035.259), (0.570184, 47.048743, 515_562.503, 6_663_782.711),
    ]
  )
  func projection(longitude: Double, latitude: Double, x: Double, y: Double) {
    let projected = Place(longitude: longitude, latitude: latitude).lambert93
    #expect(abs(projected.x - x) < 0.01 && abs(projected.y - y) < 0.01)
  }
}
