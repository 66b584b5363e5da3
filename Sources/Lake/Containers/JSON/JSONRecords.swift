import Foundation
import Messages
import Tabular

/// Reads the records of a JSON table one by one into the cells of their columns.
///
/// Objects within a record become columns named by their path (`acheteur.id`); arrays and geometries stay
/// JSON text. A GeoJSON feature (RFC 7946) gives its properties, then its geometry.
struct JSONRecords {
  /// What the records are.
  enum Shape: Equatable, Sendable { case object, feature }

  private static let flatteningDepth = 8

  let shape: Shape
  private(set) var tree = ColumnTree()
  /// The column of the geometries, where records are features.
  private(set) var geometryColumn: Int?
  private let limits: ReadingLimits
  private var identifierColumn: Int?
  /// The cells of the last record read.
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var stamps: [Int] = []
  private var stamp = 0
  private var key: [UInt8] = []

  init(shape: Shape, limits: ReadingLimits) {
    self.shape = shape
    self.limits = limits
    if shape == .feature { geometryColumn = tree.addColumn(named: "geometry") }
  }

  /// Where the cell of a column lies in `bytes`; empty when the last record has none.
  func cell(_ column: Int) -> Range<Int> {
    column < stamps.count && stamps[column] == stamp ? starts[column]..<ends[column] : 0..<0
  }

  /// Reads a record, which must be an object.
  mutating func read(_ scanner: JSONScanner) throws {
    stamp += 1
    bytes.removeAll(keepingCapacity: true)
    tree.rewind()
    if shape == .feature {
      try readFeature(scanner)
    } else {
      try readObject(scanner, node: ColumnTree.root, depth: 0)
    }
    guard bytes.count <= limits.recordBytes else {
      throw Failure(
        "container.json.record-too-large",
        .tooLarge,
        fr: "Un enregistrement du JSON dépasse \(limits.recordBytes >> 20) Mo.",
        en: "A record of the JSON is over \(limits.recordBytes >> 20) MB.",
        remedy: Bilingual(
          fr: "Découpez-le, ou ôtez-en les contenus embarqués.",
          en: "Split it, or take embedded contents out."
        )
      )
    }
  }

  private mutating func readFeature(_ scanner: JSONScanner) throws {
    try scanner.take(UInt8(ascii: "{"))
    if try scanner.takes(UInt8(ascii: "}")) { return }
    repeat {
      try readKey(scanner)
      let first = try scanner.peek()
      if key.isKey("geometry"), let geometryColumn {
        try write(geometryColumn) { try Self.appendUnlessNull(scanner, to: &$0) }
      } else if key.isKey("properties"), first == UInt8(ascii: "{") {
        try readObject(scanner, node: ColumnTree.root, depth: 1)
      } else if key.isKey("id"), first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
        if identifierColumn == nil { identifierColumn = tree.addColumn(named: "id") }
        if let identifierColumn { try writeLeaf(scanner, column: identifierColumn) }
      } else {
        try scanner.skipValue()
      }
    } while try scanner.another(before: UInt8(ascii: "}"))
  }

  private static func appendUnlessNull(_ scanner: JSONScanner, to bytes: inout [UInt8]) throws {
    if try scanner.peek() == UInt8(ascii: "n") {
      try scanner.skipValue()
    } else {
      try scanner.appendValue(to: &bytes)
    }
  }

  private mutating func readKey(_ scanner: JSONScanner) throws {
    key.removeAll(keepingCapacity: true)
    try scanner.appendString(to: &key)
    try scanner.take(UInt8(ascii: ":"))
  }

  private mutating func readObject(_ scanner: JSONScanner, node: Int, depth: Int) throws {
    try scanner.take(UInt8(ascii: "{"))
    if try scanner.takes(UInt8(ascii: "}")) { return }
    try readMembers(scanner, node: node, depth: depth)
  }

  private mutating func readMembers(_ scanner: JSONScanner, node: Int, depth: Int) throws {
    repeat {
      try readKey(scanner)
      try readValue(scanner, node: tree.child(of: node, key: key), depth: depth)
    } while try scanner.another(before: UInt8(ascii: "}"))
  }

  private mutating func readValue(_ scanner: JSONScanner, node: Int, depth: Int) throws {
    if try scanner.peek() == UInt8(ascii: "{"), depth + 1 < Self.flatteningDepth {
      return try readNested(scanner, node: node, depth: depth + 1)
    }
    let column = tree.column(of: node)
    guard column < limits.columns else { throw Self.tooIrregular(limits.columns) }
    try writeLeaf(scanner, column: column)
  }

  /// Reads an object within a record, which stays text when its first key shows a geometry.
  private mutating func readNested(_ scanner: JSONScanner, node: Int, depth: Int) throws {
    try scanner.take(UInt8(ascii: "{"))
    if try scanner.takes(UInt8(ascii: "}")) { return }
    try readKey(scanner)
    let first = try scanner.peek()
    if key.isKey("coordinates"), first == UInt8(ascii: "[") {
      return try write(tree.column(of: node)) { bytes in
        bytes.append(contentsOf: "{\"coordinates\":".utf8)
        try scanner.appendValue(to: &bytes)
        try Self.appendRest(scanner, to: &bytes)
      }
    }
    let child = tree.child(of: node, key: key)
    if key.isKey("type"), first == UInt8(ascii: "\"") {
      var type: [UInt8] = []
      try scanner.appendString(to: &type)
      if Self.geographicTypes.contains(type) {
        return try write(tree.column(of: node)) { bytes in
          bytes.append(contentsOf: "{\"type\":".utf8)
          JSONText.appendQuoted(type, to: &bytes)
          try Self.appendRest(scanner, to: &bytes)
        }
      }
      try write(tree.column(of: child)) { $0.append(contentsOf: type) }
    } else {
      try readValue(scanner, node: child, depth: depth)
    }
    if try scanner.another(before: UInt8(ascii: "}")) { try readMembers(scanner, node: node, depth: depth) }
  }

  /// Adds the members that are left of an object, and its end.
  private static func appendRest(_ scanner: JSONScanner, to bytes: inout [UInt8]) throws {
    while try scanner.another(before: UInt8(ascii: "}")) {
      var key: [UInt8] = []
      try scanner.appendString(to: &key)
      try scanner.take(UInt8(ascii: ":"))
      bytes.append(UInt8(ascii: ","))
      JSONText.appendQuoted(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      try scanner.appendValue(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static let geographicTypes = Set(
    [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
      "Feature", "FeatureCollection",
    ].map { Array($0.utf8) }
  )

  private mutating func writeLeaf(_ scanner: JSONScanner, column: Int) throws {
    try write(column) { bytes in
      switch try scanner.peek() {
      case UInt8(ascii: "\""): try scanner.appendString(to: &bytes)
      case UInt8(ascii: "["), UInt8(ascii: "{"): try scanner.appendValue(to: &bytes)
      default: _ = try scanner.appendScalar(to: &bytes)
      }
    }
  }

  private mutating func write(_ column: Int, _ body: (inout [UInt8]) throws -> Void) throws {
    while stamps.count <= column {
      stamps.append(0)
      starts.append(0)
      ends.append(0)
    }
    starts[column] = bytes.count
    try body(&bytes)
    ends[column] = bytes.count
    stamps[column] = stamp
  }

  /// So many different keys are values in disguise.
  private static func tooIrregular(_ limit: Int) -> Failure {
    Failure(
      "container.json.irregular",
      .tooLarge,
      fr: "Le JSON a plus de \(limit) clés différentes : ses enregistrements ne forment pas un tableau.",
      en: "The JSON has more than \(limit) different keys: its records make no table.",
      remedy: Bilingual(
        fr: "Donnez un tableau d’objets qui ont tous les mêmes clés.",
        en: "Give an array of objects that all have the same keys."
      )
    )
  }
}

extension [UInt8] {
  /// Whether these are the bytes of `text`.
  func isKey(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text) }
}
