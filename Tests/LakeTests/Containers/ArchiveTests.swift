import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite("Archives and hostile files") struct ArchiveTests {
  private static let csv = "nom;ville\nAmicale;Auray\nComité;Brest\n"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws -> ReadTable {
    try ReadTable(try folder.write(bytes, as: UUID().uuidString), options: options)
  }

  private func code(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws -> String? {
    try refusalCode(try folder.write(bytes, as: UUID().uuidString), options: options)
  }

  @Test("The one table of an archive is read, whatever lies beside it and whatever its name")
  func oneTable() throws {
    let names = [
      "donnees/associations.csv", "../../../../tmp/x.csv", "/etc/associations.csv", "a\\b\\associations.CSV",
      "a.txt",
    ]
    for name in names {
      let zip = ZipMaker([
        "LISEZMOI.txt": "Bonjour", "__MACOSX/._associations.csv": "x", "notice.pdf": "%PDF-1.7",
        name: Self.csv,
      ])
      let table = try read(zip.bytes)
      #expect(table.names == ["nom", "ville"], "\(name)")
      #expect(table.rows.count == 2, "\(name)")
      #expect(table.container == "csv")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/x.csv"))
  }

  @Test("Of several tables a person says which")
  func severalTables() throws {
    let zip = ZipMaker(["a.csv": Self.csv, "b.csv": "x;y\n1;2\n3;4\n"]).bytes
    #expect(try code(zip) == "container.archive.several")
    var options = ReadingOptions()
    options.sheet = "b.csv"
    let table = try read(zip, options: options)
    #expect(table.names == ["x", "y"])
    #expect(table.sheets == ["a.csv", "b.csv"])
    options.sheet = "c.csv"
    #expect(try code(zip, options: options) == "container.sheet.missing")
  }

  @Test("Workbooks, JSON and gzip are read within an archive and a gzip, not without end")
  func nesting() throws {
    let xlsx = XLSXMaker(sheets: [XLSXMaker.sheet("S", [["nom", "ville"], ["a", "b"]])]).bytes
    #expect(try read(ZipMaker([.init(name: "x.xlsx", bytes: xlsx)]).bytes).container == "xlsx")
    #expect(try read(Deflate.gzip(xlsx)).rows == [["a", "b"]])
    #expect(try read(Deflate.gzip(Array(#"[{"a":1}]"#.utf8))).rows == [["1"]])
    let inner = ZipMaker([.init(name: "a.csv.gz", bytes: Deflate.gzip(Array(Self.csv.utf8)))]).bytes
    #expect(try read(inner).rows.count == 2)
    var deep = Array(Self.csv.utf8)
    for _ in 0..<6 { deep = ZipMaker([.init(name: "a.zip", bytes: deep)]).bytes }
    #expect(try code(deep) == "container.archive.too-large")
  }

  @Test("A GTFS offer gives its stops, or the table that is asked for")
  func gtfs() throws {
    let zip = ZipMaker([
      "agency.txt": "agency_id,agency_name\n1,Kicéo\n", "routes.txt": "route_id,route_type\nA,3\nB,3\n",
      "trips.txt": "trip_id,route_id\nt1,A\n",
      "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\ns1,Gare,47.66,-2.75\n",
    ]).bytes
    let table = try read(zip)
    #expect(table.container == "gtfs")
    #expect(table.cell(0, "stop_name") == "Gare")
    #expect(table.codes.contains("container.sheet-chosen"))
    var options = ReadingOptions()
    options.sheet = "routes"
    #expect(try read(zip, options: options).rows.count == 2)
  }

  @Test("What grows beyond reason is refused before it fills the machine")
  func bombs() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: "a"), count: 80 << 20)
    let gzip = Deflate.gzip(Array("[\"".utf8) + zeros)
    #expect(try code(gzip) == "container.archive.too-large")
    #expect(try code(ZipMaker([.init(name: "a.csv", bytes: zeros)]).bytes) == "container.archive.too-large")
    var options = ReadingOptions()
    options.limits.expandedBytes = 1000
    let small = ZipMaker(["a.csv": String(repeating: Self.csv, count: 100)]).bytes
    #expect(try code(small, options: options) == "container.archive.too-large")
    let sheet = XLSXMaker(sheets: [.init(name: "S", rows: String(decoding: zeros, as: UTF8.self))]).bytes
    #expect(try code(sheet) == "container.workbook.too-large")
  }

  @Test("Archives that lie about their content are refused")
  func liars() throws {
    let bytes = Array(Self.csv.utf8)
    #expect(
      try code(ZipMaker([.init(name: "a.csv", bytes: bytes, declaredSize: 5)]).bytes)
        == "container.archive.damaged"
    )
    #expect(
      try code(ZipMaker([.init(name: "a.csv", bytes: bytes, declaredSize: 500)]).bytes)
        == "container.archive.truncated"
    )
    #expect(
      try code(ZipMaker([.init(name: "a.csv", bytes: bytes, isEncrypted: true)]).bytes)
        == "container.archive.encrypted"
    )
    let zip = ZipMaker(["a.csv": Self.csv]).bytes
    #expect(try code(Array(zip.prefix(40))) == "container.archive.truncated")
    #expect(try code(ZipMaker([ZipMaker.Member]()).bytes) == "container.archive.no-table")
    // Two entries that share the same bytes.
    var twice = ZipMaker([
      .init(name: "a.csv", bytes: bytes, isDeflated: false),
      .init(name: "b.csv", bytes: bytes, isDeflated: false),
    ]).bytes
    let directory = twice.count - 22 - 2 * (46 + 5)
    for offset in 0..<4 { twice[directory + 46 + 5 + 42 + offset] = 0 }
    #expect(try code(twice) == "container.archive.damaged")
  }

  @Test("Each kind that is no table has its own code, reason and remedy in both languages")
  func refusals() {
    #expect(Set(Refusal.allCases.map { $0.failure.code }).count == Refusal.allCases.count)
    for refusal in Refusal.allCases {
      let failure = refusal.failure
      #expect(!failure.message.fr.isEmpty && !failure.message.en.isEmpty)
      #expect(failure.remedy?.fr.isEmpty == false && failure.remedy?.en.isEmpty == false)
      #expect(failure.code.wholeMatch(of: /container\.[a-z0-9-]+/) != nil)
    }
    let unknown = Refusal.unknown.failure.message.fr
    #expect(Refusal.allCases.filter { $0.failure.message.fr == unknown } == [.unknown])
  }

  @Test(
    "A file is known by its first bytes",
    arguments: [
      ("%PDF-1.4\n", "container.pdf"), ("\u{7F}ELF\u{2}\u{1}", "container.executable"),
      ("#!/bin/sh\n", "container.source-code"),
      ("<!DOCTYPE html><html></html>", "container.html"),
      ("  <html><body>404</body></html>", "container.html"),
      ("<?xml version=\"1.0\"?><a/>", "container.xml"), ("<kml><Document/></kml>", "container.gml"),
      ("<?xml version=\"1.0\"?><PublicationDelivery/>", "container.netex"),
      ("PAR1\u{0}", "container.parquet"),
      ("Rar!\u{1A}", "container.archive"), ("BZh91AY", "container.compression"),
      ("SQLite format 3\0x", "container.database"),
      ("{\\rtf1 x}", "container.document"), ("GIF89a", "container.image"),
      ("PROJCS[\"x\"]", "container.shapefile-part"),
      ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", "container.unknown"), ("MIME-Version: 1.0\n", "container.message"),
      ("<svg xmlns='x'></svg>", "container.image"), ("", "container.empty"),
    ]
  )
  func kinds(text: String, code: String) throws { #expect(try self.code(Array(text.utf8)) == code) }

  @Test("A missing file, a folder and a text that starts like markup each get what they are due")
  func otherInputs() throws {
    #expect(try refusalCode(folder.url.appending(path: "absent.csv").path) == "container.file.missing")
    #expect(try refusalCode(folder.url.path) == "container.file.not-a-file")
    #expect(try read(Array("<5 ans;>5 ans\n12;13\n14;15\n".utf8)).rows.count == 2)
  }

  @Test("No damage to a file crashes or hangs the reader", arguments: Damage.allCases)
  func damage(kind: Damage) throws {
    guard let sound = try kind.bytes() else { return }
    var random = FixedRandom(state: 0xA5)
    for _ in 0..<60 {
      var bytes = sound
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      case 1:
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      default:
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let count = min(Int.random(in: 1...64, using: &random), bytes.count - at)
        bytes.replaceSubrange(at..<at + count, with: [UInt8](repeating: 0xFF, count: count))
      }
      let start = ContinuousClock.now
      _ = try code(bytes)
      #expect(ContinuousClock.now - start < .seconds(20))
    }
  }

  /// Sound files to damage.
  enum Damage: String, CaseIterable, Sendable {
    case xlsx, xlsxParts, ods, xls, zip, geojson, gpkg, shapefile, dbf

    func bytes() throws -> [UInt8]? {
      let sheet = XLSXMaker.sheet("S", (0..<30).map { ["n\($0)", "été", "\($0)"] })
      switch self {
      case .xlsx: return XLSXMaker(sheets: [sheet]).bytes
      case .xlsxParts:
        // Stored, so that damage reaches the XML and not the compression alone.
        var zip = XLSXMaker(sheets: [sheet]).parts
        for index in zip.members.indices { zip.members[index].isDeflated = false }
        return zip.bytes
      case .ods:
        let row = ODSMaker.row(
          ODSMaker.text("a"),
          ODSMaker.value("float", "value", "1", shown: "01"),
          repeated: 4
        )
        return ODSMaker(tables: "<table:table table:name=\"S\">\(row)\(row)</table:table>").bytes
      case .xls:
        var maker = XLSMaker()
        for index in 0..<60 {
          let cell: XLSMaker.Cell =
            index.isMultiple(of: 2) ? .text("t\(index)") : .number(Double(index), style: 0)
          maker.cells.append((index / 3, index % 3, cell))
        }
        return maker.bytes
      case .zip: return ZipMaker(["a.csv": ArchiveTests.csv, "b.txt": "x"]).bytes
      case .geojson: return try real("geo/hydra-valid.geojson")
      case .gpkg: return try real("samples/valid/equipements-velo.gpkg")
      case .shapefile: return try real("geo/amenagements-cyclables-template-shp.zip")
      case .dbf: return try real("geo/departements-lambert93/DEPARTEMENT.dbf")
      }
    }

    private func real(_ name: String) throws -> [UInt8]? {
      guard RealFiles.arePresent else { return nil }
      return Array(try Data(contentsOf: URL(filePath: RealFiles.path(name))))
    }
  }
}
