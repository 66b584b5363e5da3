import Messages

/// The names in the schema of a SQLite file, read from its bytes (“Database File Format” § 1.6 and 2).
///
/// A view runs the query of whoever made the file, and a query may never end: views are known before
/// any engine opens the file.
struct SQLiteSchema {
  private static let pageLimit = 10_000

  /// The names of the views, in lower case.
  private(set) var views: Set<String> = []
  private let file: OpenFile
  private let pageSize: Int
  private var seen: Set<Int> = []

  /// Reads the schema of the file at `path`.
  init(path: String) throws {
    file = try OpenFile(path: path)
    let header = try file.bytes(at: 0, count: 100)
    guard header.count == 100 else { throw VectorDataset.damaged("gpkg") }
    let declared = Int(header[16]) << 8 | Int(header[17])
    pageSize = declared == 1 ? 65_536 : declared
    guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { throw VectorDataset.damaged("gpkg") }
    var pending = [1]
    while let page = pending.popLast() { try readPage(page, pending: &pending) }
  }

  /// Whether the tables that describe a GeoPackage are views, which only a hostile file has.
  var hidesItsContents: Bool {
    views.contains { $0.hasPrefix("gpkg_") || $0.hasPrefix("rtree_") || $0.hasPrefix("sqlite_") }
  }

  private mutating func readPage(_ number: Int, pending: inout [Int]) throws {
    guard number >= 1, seen.insert(number).inserted, seen.count <= Self.pageLimit else { return }
    let page = try file.bytes(at: (number - 1) * pageSize, count: pageSize)
    let start = number == 1 ? 100 : 0
    guard page.count == pageSize else { throw VectorDataset.damaged("gpkg") }
    let isInterior = page[start] == 0x05
    guard isInterior || page[start] == 0x0D else { throw VectorDataset.damaged("gpkg") }
    let cells = start + (isInterior ? 12 : 8)
    let count = min(Int(page[start + 3]) << 8 | Int(page[start + 4]), (pageSize - cells) / 2)
    for index in 0..<count {
      let offset = Int(page[cells + 2 * index]) << 8 | Int(page[cells + 2 * index + 1])
      guard offset + 4 <= pageSize else { throw VectorDataset.damaged("gpkg") }
      if isInterior { pending.append(page.big32(offset)) } else { note(page, at: offset) }
    }
    if isInterior { pending.append(page.big32(start + 8)) }
  }

  /// Notes an entry of the schema when it is a view: its kind and its name come first in its record.
  private mutating func note(_ page: [UInt8], at offset: Int) {
    var at = offset
    _ = Self.number(page, &at)
    _ = Self.number(page, &at)
    let record = at
    let headerSize = Self.number(page, &at)
    let kindLength = (Self.number(page, &at) - 13) / 2
    let nameLength = (Self.number(page, &at) - 13) / 2
    let kindStart = record + headerSize
    guard kindLength == 4, nameLength > 0, headerSize < page.count, page.has("view", at: kindStart),
      nameLength <= page.count - kindStart - 4
    else { return }
    let name = page[(kindStart + 4)..<(kindStart + 4 + nameLength)]
    views.insert(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// A number of one to nine bytes, most significant first; what is past the page counts as zero.
  private static func number(_ page: [UInt8], _ at: inout Int) -> Int {
    var number = 0
    for _ in 0..<9 {
      guard at < page.count else { return 0 }
      let byte = page[at]
      at += 1
      number = (number & 0xFF_FFFF_FFFF) << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return number }
    }
    return number
  }
}
