import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite("Shapefiles and layers") struct ShapefileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Points and their table, as few bytes as make a Shapefile.
  private func parts(_ points: [(x: Double, y: Double)], names: [[UInt8]]) -> (
    shapes: [UInt8], table: [UInt8]
  ) {
    var shapes = big(9994, 4) + [UInt8](repeating: 0, count: 20) + big(50 + points.count * 14, 4)
    shapes += ZipMaker.little(1000, 4) + ZipMaker.little(1, 4)
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    for bound in [xs.min(), ys.min(), xs.max(), ys.max(), 0, 0, 0, 0] { shapes += real(bound ?? 0) }
    for (index, point) in points.enumerated() {
      shapes += big(index + 1, 4) + big(10, 4) + ZipMaker.little(1, 4) + real(point.x) + real(point.y)
    }
    var table: [UInt8] = [3, 123, 5, 12] + ZipMaker.little(names.count, 4) + ZipMaker.little(65, 2)
    table += ZipMaker.little(21, 2) + [UInt8](repeating: 0, count: 20)
    table += Array("NOM".utf8) + [UInt8](repeating: 0, count: 8) + Array("C".utf8) + ZipMaker.little(0, 4)
    table += [20, 0] + [UInt8](repeating: 0, count: 14) + [0x0D]
    for name in names { table += [0x20] + name + [UInt8](repeating: 0x20, count: 20 - name.count) }
    return (shapes, table + [0x1A])
  }

  private func big(_ number: Int, _ count: Int) -> [UInt8] { ZipMaker.little(number, count).reversed() }

  private func real(_ number: Double) -> [UInt8] {
    ZipMaker.little(Int(bitPattern: UInt(number.bitPattern)), 8)
  }

  @Test("A Shapefile without projection is placed by its coordinates, without index, in any case of endings")
  func assumedSystem() throws {
    let (shapes, table) = parts(
      [(652_709.4, 6_862_305.2), (700_000, 6_600_000)],
      names: [Array("Paris".utf8), []]
    )
    _ = try folder.write(table, as: "lieux.DBF")
    let read = try ReadTable(try folder.write(shapes, as: "lieux.shp"))
    #expect(read.rows.count == 2)
    #expect(read.names == ["NOM", "geometry"])
    #expect(read.codes == ["geometry.crs-assumed"])
    #expect(read.cell(1, "geometry") == #"{"type":"Point","coordinates":[3.0,46.5]}"#)
    #expect(read.rowNumbers == [1, 2])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2,
      "nothing is written beside"
    )
  }

  @Test("Coordinates of no known system are left as they are, and that is told")
  func unknownSystem() throws {
    let (shapes, table) = parts([(5e7, 5e7)], names: [Array("x".utf8)])
    let zip = ZipMaker([.init(name: "d/a.shp", bytes: shapes), .init(name: "d/a.dbf", bytes: table)])
    let read = try ReadTable(try folder.write(zip.bytes, as: "a.zip"))
    #expect(read.codes == ["geometry.crs-unknown"])
    #expect(read.cell(0, "geometry")?.contains("50000000.0") == true)
  }

  @Test(
    "The encoding of the table is that of its bytes, whatever is declared",
    arguments: [
      (Array("Guéméné".utf8), "ISO-8859-1", "utf-8"),
      ([0x47, 0x75, 0xE9, 0x6D, 0xE9, 0x6E, 0xE9], "UTF-8", "windows-1252"),
      ([0x47, 0x75, 0x82, 0x6D, 0x82, 0x6E, 0x82], "850", "ibm850"),
    ]
  )
  func encodings(name: [UInt8], declared: String, expected: String) throws {
    let (shapes, table) = parts([(2, 48)], names: [name])
    let zip = ZipMaker([
      .init(name: "a.shp", bytes: shapes), .init(name: "a.dbf", bytes: table),
      .init(name: "a.cpg", bytes: Array(declared.utf8)),
    ])
    let read = try ReadTable(try folder.write(zip.bytes, as: "a.zip"))
    #expect(read.rows[0][0] == "Guéméné")
    #expect(read.encoding == expected)
  }

  @Test("The views of a GeoPackage, whose queries may never end, are known without running them")
  func views() throws {
    let hostile = database([
      ("table", "gpkg_spatial_ref_sys"), ("view", "GPKG_contents"), ("view", "communes"),
    ])
    let path = try folder.write(hostile, as: "a.gpkg")
    let schema = try SQLiteSchema(path: path)
    #expect(schema.views == ["gpkg_contents", "communes"])
    #expect(schema.hidesItsContents)
    #expect(try refusalCode(path) == "container.gpkg.damaged")
    let sound = try SQLiteSchema(
      path: try folder.write(database([("table", "a"), ("view", "b")]), as: "b.gpkg")
    )
    #expect(!sound.hidesItsContents)
    var looping = hostile
    looping[100] = 0x05
    for offset in 108..<112 { looping[offset] = offset == 111 ? 1 : 0 }
    _ = try? SQLiteSchema(path: try folder.write(looping, as: "c.gpkg"))
  }

  /// The first page of a SQLite file, with a schema of kinds and names.
  private func database(_ entries: [(kind: String, name: String)]) -> [UInt8] {
    var page = Array("SQLite format 3\0".utf8) + [0x10, 0, 1, 1, 0, 64, 32, 32]
    page += [UInt8](repeating: 0, count: 4096 - page.count)
    page.replaceSubrange(68..<72, with: Array("GPKG".utf8))
    page.replaceSubrange(100..<105, with: [0x0D, 0, 0, 0, UInt8(entries.count)])
    var end = 4096
    for (index, entry) in entries.enumerated() {
      let texts = [entry.kind, entry.name, entry.name, "CREATE"]
      let types = texts.map { UInt8($0.utf8.count * 2 + 13) }
      let record = [6] + types[..<3] + [8] + types[3...] + Array(texts.joined().utf8)
      let cell = [UInt8(record.count), UInt8(index + 1)] + record
      end -= cell.count
      page.replaceSubrange(end..<end + cell.count, with: cell)
      page.replaceSubrange(108 + 2 * index..<110 + 2 * index, with: [UInt8(end >> 8), UInt8(end & 0xFF)])
    }
    return page
  }

  @Test("A Shapefile without its table is refused with what to do")
  func missingTable() throws {
    let path = try folder.write(parts([(2, 48)], names: [[]]).shapes, as: "a.shp")
    #expect(try refusalCode(path) == "container.shapefile-missing")
  }

  @Test("Two Shapefiles in an archive are two tables")
  func severalShapefiles() throws {
    let (shapes, table) = parts([(2, 48)], names: [Array("x".utf8)])
    let zip = ZipMaker(
      ["a", "b"].flatMap { name in
        [
          ZipMaker.Member(name: name + ".shp", bytes: shapes),
          ZipMaker.Member(name: name + ".dbf", bytes: table),
        ]
      }
    ).bytes
    let path = try folder.write(zip, as: "a.zip")
    #expect(try refusalCode(path) == "container.archive.several")
    var options = ReadingOptions()
    options.sheet = "b.shp"
    #expect(
      try ReadTable(path, options: options).rows == [
        ["x", #"{"type":"Point","coordinates":[2.0,48.0]}"#]
      ]
    )
  }

  @Test(
    "Coordinates tell the system they can only be in",
    arguments: [
      (2.3, 48.8, "EPSG:4326"), (652_709.4, 6_862_305.2, "EPSG:2154"), (600_000.0, 2_428_000.0, "EPSG:27572"),
      (1_650_000.0, 8_175_000.0, "EPSG:3949"), (5e7, 5e7, nil),
    ] as [(Double, Double, String?)]
  )
  func systemsByCoordinates(x: Double, y: Double, expected: String?) {
    #expect(Projector.guess(x: x, y: y) == expected)
  }
}
