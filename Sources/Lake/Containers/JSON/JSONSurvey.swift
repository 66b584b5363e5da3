import Foundation
import Messages
import Tabular

/// A table found in a JSON text.
struct JSONTable {
  /// The keys that lead to its array; empty when the array, or the sequence of records, is the text itself.
  var path: [String]
  /// The records, with the columns met in all of them.
  var records: JSONRecords
  /// How many records there are.
  var count = 0
  /// The reference system that the features declare, as JSON text (GeoJSON of 2008).
  var crs: [UInt8]?
  /// The first coordinates met, which tell a system that is not declared.
  var firstPosition: (x: Double, y: Double)?

  /// The name by which a person chooses the table.
  var name: String { path.joined(separator: ".") }
}

/// The first reading of a JSON text, to its end: it finds the tables and all their columns, or the fault.
final class JSONSurvey {
  private static let searchDepth = 5
  private static let tableLimit = 200

  private let limits: ReadingLimits
  private let scanner: JSONScanner
  private(set) var tables: [JSONTable] = []
  /// Whether records follow one another without an array around them (JSON Lines, RFC 8142).
  private(set) var isSequence = false
  private var rootType: [UInt8] = []
  private var systems: [[String]: [UInt8]] = [:]

  private init(_ stream: any ByteStream, limits: ReadingLimits) {
    self.limits = limits
    scanner = JSONScanner(stream)
  }

  /// Surveys what `open` gives, which is opened twice when it turns out to be a sequence of records.
  static func survey(limits: ReadingLimits, _ open: () throws -> any ByteStream) throws -> JSONSurvey {
    let first = JSONSurvey(try open(), limits: limits)
    if try first.readDocument() { return first }
    let second = JSONSurvey(try open(), limits: limits)
    try second.readSequence()
    return second
  }

  /// Reads one value with all it holds.
  ///
  /// False when it is rather the first record of a sequence.
  private func readDocument() throws -> Bool {
    guard let first = try scanner.peek() else { throw Refusal.empty.failure }
    switch first {
    case UInt8(ascii: "["): try readArray([])
    case UInt8(ascii: "{"): try readEnvelope([])
    default:
      try scanner.skipValue()
      throw Self.noTable()
    }
    if let next = try scanner.peek() {
      guard first == UInt8(ascii: "{"), next == first else { throw scanner.fault() }
      return false
    }
    if rootType == Array("Feature".utf8) { return false }
    for index in tables.indices { tables[index].crs = systems[tables[index].path.dropLast()] }
    guard !tables.isEmpty else { throw Self.noTable() }
    let filled = tables.filter { $0.count > 0 || $0.records.shape == .feature }
    guard !filled.isEmpty else { throw Self.emptyTable() }
    tables = filled
    return true
  }

  private func readSequence() throws {
    isSequence = true
    var table: JSONTable?
    while try scanner.peek() != nil { try readRecord(into: &table, path: []) }
    if let table { tables = [table] }
  }

  /// Reads an object that is no record: the tables are in it.
  private func readEnvelope(_ path: [String]) throws {
    try scanner.take(UInt8(ascii: "{"))
    if try scanner.takes(UInt8(ascii: "}")) { return }
    repeat {
      var key: [UInt8] = []
      try scanner.appendString(to: &key)
      try scanner.take(UInt8(ascii: ":"))
      switch try scanner.peek() {
      case UInt8(ascii: "["): try readArray(path + [String(decoding: key, as: UTF8.self)])
      case UInt8(ascii: "{") where key.isKey("crs"):
        var crs: [UInt8] = []
        try scanner.appendValue(to: &crs)
        systems[path] = crs
      case UInt8(ascii: "{") where path.count < Self.searchDepth:
        try readEnvelope(path + [String(decoding: key, as: UTF8.self)])
      case UInt8(ascii: "\"") where path.isEmpty && key.isKey("type"): try scanner.appendString(to: &rootType)
      default: try scanner.skipValue()
      }
    } while try scanner.another(before: UInt8(ascii: "}"))
  }

  /// Reads an array: a table when its elements are objects.
  private func readArray(_ path: [String]) throws {
    try scanner.take(UInt8(ascii: "["))
    var table: JSONTable?
    if try scanner.takes(UInt8(ascii: "]")) {
      let shape: JSONRecords.Shape = path.last == "features" ? .feature : .object
      if tables.count < Self.tableLimit {
        tables.append(JSONTable(path: path, records: JSONRecords(shape: shape, limits: limits)))
      }
      return
    }
    let isTable = try scanner.peek() == UInt8(ascii: "{")
    repeat {
      if isTable { try readRecord(into: &table, path: path) } else { try scanner.skipValue() }
    } while try scanner.another(before: UInt8(ascii: "]"))
    if let table, tables.count < Self.tableLimit { tables.append(table) }
  }

  private func readRecord(into table: inout JSONTable?, path: [String]) throws {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try skipStranger(&table) }
    if table == nil {
      var text: [UInt8] = []
      try scanner.appendValue(to: &text)
      var records = JSONRecords(shape: try Self.shape(text), limits: limits)
      try records.read(JSONScanner(MemoryBytes(text)))
      table = JSONTable(path: path, records: records)
    } else {
      try table?.records.read(scanner)
    }
    table?.count += 1
    if let records = table?.records, table?.firstPosition == nil, let geometry = records.geometryColumn {
      table?.firstPosition = GeometryText.firstPosition(records.bytes[records.cell(geometry)])
    }
  }

  /// An element that is no object counts as a record without values.
  private func skipStranger(_ table: inout JSONTable?) throws {
    try scanner.skipValue()
    if table == nil, isSequence { throw Self.noTable() }
    table?.count += 1
  }

  private static func shape(_ record: [UInt8]) throws -> JSONRecords.Shape {
    let scanner = JSONScanner(MemoryBytes(record), window: 4096)
    try scanner.take(UInt8(ascii: "{"))
    if try scanner.takes(UInt8(ascii: "}")) { return .object }
    repeat {
      var key: [UInt8] = []
      try scanner.appendString(to: &key)
      try scanner.take(UInt8(ascii: ":"))
      guard key.isKey("type"), try scanner.peek() == UInt8(ascii: "\"") else {
        try scanner.skipValue()
        continue
      }
      var type: [UInt8] = []
      try scanner.appendString(to: &type)
      if type.isKey("Feature") { return .feature }
    } while try scanner.another(before: UInt8(ascii: "}"))
    return .object
  }

  private static func noTable() -> Failure {
    Failure(
      "container.json.no-table",
      .invalid,
      fr: "Le JSON ne contient aucun tableau d’objets.",
      en: "The JSON holds no array of objects.",
      remedy: Bilingual(
        fr: "Donnez un tableau d’objets, ou un objet dont une clé en contient un.",
        en: "Give an array of objects, or an object one of whose keys holds one."
      )
    )
  }

  private static func emptyTable() -> Failure {
    Failure(
      "container.json.empty",
      .invalid,
      fr: "Le tableau du JSON est vide.",
      en: "The JSON’s array is empty.",
      remedy: Bilingual(
        fr: "Vérifiez l’export : il ne contient aucun enregistrement.",
        en: "Check the export: it holds no record."
      )
    )
  }
}
