import CZlib
import Foundation
import Lake
import Messages
import Tabular

/// Real files of French authorities, beside the package where they are present.
enum RealFiles {
  /// The folder of the files.
  static let folder: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appending(path: "shared/data")
  }()

  /// Whether the files are there.
  static let arePresent = FileManager.default.fileExists(atPath: folder.appending(path: "geo").path)

  /// The path of a file.
  static func path(_ name: String) -> String { folder.appending(path: name).path }

  /// All files of some folders, by their path under `folder`.
  static func all(in folders: [String]) -> [String] {
    folders.flatMap { name -> [String] in
      let files = FileManager.default.enumerator(atPath: path(name))?.compactMap { $0 as? String } ?? []
      return files.map { name + "/" + $0 }
    }
    .filter { FileManager.default.fileExists(atPath: path($0)) && !isFolder(path($0)) }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// A folder that is removed at the end of the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "arpent-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a text and returns its path.
  func write(_ text: String, as name: String) throws -> String { try write(Array(text.utf8), as: name) }
}

/// All rows of a table.
struct ReadTable {
  var names: [String]
  var rows: [[String]] = []
  var rowNumbers: [Int] = []
  var findings: [Finding]
  var container: String
  var encoding: String
  var sheets: [String]
  var sheet: String?
  var dialect: Dialect

  /// Opens a file and reads it whole.
  init(_ path: String, options: ReadingOptions = ReadingOptions()) throws {
    let table = try TableOpening.open(path: path, options: options)
    names = table.source.columnNames
    var batch = RowBatch()
    while try table.source.read(into: &batch) {
      for row in 0..<batch.count {
        rows.append(batch.cells(ofRow: row).map { batch.text(ofCell: $0) })
        rowNumbers.append(batch.rowNumbers[row])
      }
    }
    findings = table.structuralFindings().findings
    (container, encoding, sheets) = (table.container, table.encoding, table.sheets)
    (sheet, dialect) = (table.sheet, table.dialect)
  }

  /// The codes of what was found.
  var codes: [String] { findings.map(\.code) }

  /// A cell by the name of its column.
  func cell(_ row: Int, _ name: String) -> String? {
    names.firstIndex(of: name).flatMap { rows.indices.contains(row) ? rows[row][$0] : nil }
  }
}

/// The code of the failure that opening and reading a file ends in; nil when it is read.
func refusalCode(_ path: String, options: ReadingOptions = ReadingOptions()) throws -> String? {
  do {
    _ = try ReadTable(path, options: options)
    return nil
  } catch let failure as Failure {
    return failure.code
  }
}

/// Pseudo-random numbers that are the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes ZIP files, sound or not.
struct ZipMaker {
  struct Member {
    var name: String
    var bytes: [UInt8]
    var isDeflated = true
    var isEncrypted = false
    /// The size to declare in place of the true one.
    var declaredSize: Int?
  }

  var members: [Member] = []

  init(_ members: [Member] = []) { self.members = members }

  /// An archive of texts.
  init(_ texts: KeyValuePairs<String, String>) {
    members = texts.map { Member(name: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let packed = member.isDeflated ? Deflate.bare(member.bytes) : member.bytes
      let fields = Self.fields(member, packed: packed.count)
      let offset = archive.count
      archive += Self.little(0x0403_4B50, 4) + fields + Self.little(0, 2) + Array(member.name.utf8) + packed
      directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + fields + Self.little(0, 12)
      directory += Self.little(offset, 4) + Array(member.name.utf8)
    }
    let start = archive.count
    archive += directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4)
    archive += Self.little(members.count, 2) + Self.little(members.count, 2)
    return archive + Self.little(directory.count, 4) + Self.little(start, 4) + Self.little(0, 2)
  }

  private static func fields(_ member: Member, packed: Int) -> [UInt8] {
    little(20, 2) + little(member.isEncrypted ? 1 : 0, 2) + little(member.isDeflated ? 8 : 0, 2)
      + little(0, 4)
      + little(Int(Deflate.checksum(member.bytes)), 4) + little(packed, 4)
      + little(member.declaredSize ?? member.bytes.count, 4) + little(member.name.utf8.count, 2)
  }

  /// A number, least significant byte first.
  static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// Compressing, for the files that tests make.
enum Deflate {
  /// Deflated bytes without envelope.
  static func bare(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, windowBits: -15) }

  /// Gzip.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, windowBits: 31) }

  /// The CRC-32.
  static func checksum(_ bytes: [UInt8]) -> UInt { crc32(0, bytes, UInt32(bytes.count)) }

  private static func compress(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
      }
    }
    let count = Int(stream.total_out)
    deflateEnd(&stream)
    return Array(output[..<count])
  }
}
