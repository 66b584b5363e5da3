import CGDAL
import Foundation
import Messages
import Tabular

/// The rows of a table of a JSON text: one per record, one column per path of keys.
final class JSONTableSource: TableSource {
  private static let batchBytes = 1 << 20
  private static let batchRows = 2048

  let columnNames: [String]
  /// What there is to know of the rows read so far.
  private(set) var log = FindingLog()
  private let scanner: JSONScanner
  private let isSequence: Bool
  private var records: JSONRecords
  private let order: [Int]
  private let projector: Projector?
  private var number = 0
  private var hasStarted = false
  private var hasEnded = false
  private let path: [String]

  /// Reads `table` of the text that `stream` gives from its start.
  init(_ table: JSONTable, isSequence: Bool, stream: any ByteStream) {
    scanner = JSONScanner(stream)
    self.isSequence = isSequence
    records = table.records
    path = table.path
    let all = table.records.tree.columns.indices.filter { $0 != table.records.geometryColumn }
    order = all + [table.records.geometryColumn].compactMap { $0 }
    columnNames = ColumnNames.unique(order.map { table.records.tree.name(of: $0) })
    let choice = FeatureSystem.choose(table)
    projector = choice.projector
    if let finding = choice.finding { log.add(finding) }
    if table.count == 0 { log.add(ContainerFindings.emptyTable()) }
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    guard !hasEnded else { return false }
    try Task.checkCancellation()
    if !hasStarted { try start() }
    var size = 0
    while !hasEnded, batch.count < Self.batchRows, size < Self.batchBytes {
      try readRecord(into: &batch)
      size += records.bytes.count
    }
    return batch.count > 0
  }

  /// Goes to the first record.
  private func start() throws {
    hasStarted = true
    if isSequence {
      hasEnded = try scanner.peek() == nil
      return
    }
    for step in path { try enter(step) }
    try scanner.take(UInt8(ascii: "["))
    hasEnded = try scanner.takes(UInt8(ascii: "]"))
  }

  /// Goes to the value of a key whose array or object the survey has seen.
  private func enter(_ step: String) throws {
    try scanner.take(UInt8(ascii: "{"))
    while true {
      var key: [UInt8] = []
      try scanner.appendString(to: &key)
      try scanner.take(UInt8(ascii: ":"))
      let next = try scanner.peek()
      let isContainer = next == UInt8(ascii: "[") || next == UInt8(ascii: "{")
      if isContainer, String(decoding: key, as: UTF8.self) == step { return }
      try scanner.skipValue()
      try scanner.take(UInt8(ascii: ","))
    }
  }

  private func readRecord(into batch: inout RowBatch) throws {
    number += 1
    if try scanner.peek() == UInt8(ascii: "{") {
      try records.read(scanner)
      write(to: &batch)
    } else {
      try scanner.skipValue()
      log.add(Self.notAnObject(row: number))
      for _ in order { batch.endCell() }
    }
    batch.endRow(number: number)
    if isSequence {
      hasEnded = try scanner.peek() == nil
    } else {
      hasEnded = try !scanner.another(before: UInt8(ascii: "]"))
    }
  }

  private func write(to batch: inout RowBatch) {
    for column in order {
      let range = records.cell(column)
      if column == records.geometryColumn, !range.isEmpty {
        writeGeometry(records.bytes[range], to: &batch)
      } else if !range.isEmpty {
        records.bytes.withUnsafeBufferPointer { batch.appendBytes(UnsafeBufferPointer(rebasing: $0[range])) }
      }
      batch.endCell()
    }
  }

  private func writeGeometry(_ text: ArraySlice<UInt8>, to batch: inout RowBatch) {
    let isValid = GeometryText.isGeometry(text)
    if !isValid {
      let cell = String(decoding: text.prefix(200), as: UTF8.self)
      log.add(GeometryFindings.invalid(row: number, column: "geometry", cell: cell))
    }
    guard isValid, let projector, !projector.isIdentity else {
      return text.withUnsafeBufferPointer { batch.appendBytes($0) }
    }
    GDALLibrary.run { _ in
      let geometry = OGR_G_CreateGeometryFromJson(String(decoding: text, as: UTF8.self))
      defer { OGR_G_DestroyGeometry(geometry) }
      guard let geometry, let converted = projector.text(geometry) else {
        return log.add(GeometryFindings.unconvertible(row: number))
      }
      _ = Projector.append(converted, to: &batch)
    }
  }

  private static func notAnObject(row: Int) -> Finding {
    Finding(
      code: "row.not-an-object",
      severity: .error,
      row: row,
      message: Bilingual(
        fr: "L’élément du tableau JSON n’est pas un objet : il n’a donné aucune cellule.",
        en: "The element of the JSON array is no object: it gave no cell."
      )
    )
  }
}

/// The coordinate system of the features of a table.
private enum FeatureSystem {
  /// The conversion that features need: from the system they declare (GeoJSON of 2008 § 3), else from the one
  /// that their first coordinates tell when these cannot be degrees.
  static func choose(_ table: JSONTable) -> (projector: Projector?, finding: Finding?) {
    guard table.records.shape == .feature else { return (nil, nil) }
    return GDALLibrary.run { _ in
      if let name = table.crs.flatMap(declaredName), let projector = Projector(named: name) {
        return (
          projector, projector.isIdentity ? nil : GeometryFindings.reprojected(from: projector.sourceName)
        )
      }
      guard let first = table.firstPosition else { return (nil, nil) }
      guard let guess = Projector.guess(x: first.x, y: first.y) else {
        return (nil, GeometryFindings.unknownSystem())
      }
      guard guess != "EPSG:4326", let projector = Projector(named: guess) else { return (nil, nil) }
      return (projector, GeometryFindings.assumed(projector.sourceName))
    }
  }

  /// The name in `{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}}`: a registered one only,
  /// since GDAL would take an address or a path for where to read the system.
  private static func declaredName(_ crs: [UInt8]) -> String? {
    let text = String(decoding: crs, as: UTF8.self)
    if text.contains("CRS84") { return "EPSG:4326" }
    guard let match = text.firstMatch(of: /EPSG:[^:"]*:?(\d{4,6})/) else { return nil }
    return "EPSG:\(match.1)"
  }
}
