import Foundation
import Messages

/// The files of a Shapefile, brought together under one name in a folder of our own.
enum ShapefileParts {
  /// The files that are read; indexes and metadata of other programs are left out.
  static let endings = ["shp", "shx", "dbf", "prj", "cpg"]
  private static let textLimit = 1 << 20

  /// Links a Shapefile and its neighbours of the same name, whatever the case of their endings.
  static func link(_ path: String, into scratch: ScratchFolder) throws -> String {
    let folder = (path as NSString).deletingLastPathComponent
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let neighbours =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    for name in neighbours.sorted() {
      let ending = (name as NSString).pathExtension.lowercased()
      guard ending != "shp", endings.contains(ending), (name as NSString).deletingPathExtension == stem,
        !FileManager.default.fileExists(atPath: scratch.path("table." + ending))
      else { continue }
      _ = try scratch.link(to: (folder as NSString).appendingPathComponent(name), as: "table." + ending)
    }
    return try scratch.link(to: path, as: "table.shp")
  }

  /// Expands the Shapefile of an archive that `entry` is the shapes of.
  static func expand(_ entry: ZipArchive.Entry, of archive: ZipArchive, into scratch: ScratchFolder) throws
    -> String
  {
    let stem = entry.name.dropLast(4).lowercased()
    for part in archive.entries {
      guard part.name.count == entry.name.count, part.name.dropLast(4).lowercased() == stem,
        endings.contains(part.ending),
        !FileManager.default.fileExists(atPath: scratch.path("table." + part.ending))
      else { continue }
      _ = try scratch.write(try archive.open(part), as: "table." + part.ending)
    }
    return scratch.path("table.shp")
  }

  /// Opens the Shapefile, or the table alone, that lies in `scratch`.
  static func open(in scratch: ScratchFolder, isTableAlone: Bool, encoding: String?) throws -> Opened {
    let table = scratch.path("table.dbf")
    guard FileManager.default.fileExists(atPath: table) else { throw Refusal.shapefileMissing.failure }
    let choice = try encoding ?? DBFEncoding.decide(table, declared: declaredEncoding(scratch))
    let container = isTableAlone ? "dbf" : "shapefile"
    let dataset = try VectorDataset(
      path: isTableAlone ? table : scratch.path("table.shp"),
      driver: "ESRI Shapefile",
      container: container,
      options: ["ENCODING=" + choice, "ADJUST_TYPE=NO"],
      scratch: scratch
    )
    return Opened(dataset: dataset, encoding: DBFEncoding.standardName(choice))
  }

  /// A Shapefile ready to be read.
  struct Opened {
    var dataset: VectorDataset
    var encoding: String
  }

  private static func declaredEncoding(_ scratch: ScratchFolder) -> String? {
    guard let file = try? OpenFile(path: scratch.path("table.cpg")),
      let bytes = try? file.bytes(at: 0, count: min(file.size, 64))
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// The encoding of a dBase table: what its bytes show holds over what is declared.
enum DBFEncoding {
  private static let sampleBytes = 8 << 20

  /// Decides by the bytes of the records, then by the `.cpg` file or the mark in the header.
  static func decide(_ path: String, declared: String?) throws -> String {
    let file = try OpenFile(path: path)
    let header = try file.bytes(at: 0, count: 32)
    guard header.count == 32 else { throw VectorDataset.damaged("dbf") }
    let sample = try file.bytes(at: header.little16(8), count: sampleBytes)
    let (sequences, faults) = count(sample)
    if sequences > 0, sequences >= faults * 9 { return "UTF-8" }
    let name = declared.flatMap(known) ?? byMark[header[29]]
    if sequences + faults == 0 { return name ?? "UTF-8" }
    return name.flatMap { $0 == "UTF-8" ? nil : $0 } ?? "CP1252"
  }

  /// The name to show.
  static func standardName(_ name: String) -> String {
    switch name.uppercased() {
    case "CP1252": "windows-1252"
    case let other where other.hasPrefix("CP"): "ibm" + other.dropFirst(2)
    default: name.lowercased()
    }
  }

  private static let byMark: [UInt8: String] = [
    0x01: "CP437", 0x02: "CP850", 0x03: "CP1252", 0x04: "MACINTOSH", 0x57: "CP1252", 0x58: "CP1252",
    0x59: "CP1252",
  ]

  private static func known(_ declared: String) -> String? {
    let name = declared.uppercased().replacing("_", with: "-")
    if name.contains("UTF") || name == "65001" { return "UTF-8" }
    if name.contains("8859-15") || name.contains("885915") { return "ISO-8859-15" }
    if name.contains("8859-1") || name.contains("88591") || name.contains("LATIN1") { return "CP1252" }
    return ["1252", "1250", "850", "437"].first { name.contains($0) }.map { "CP" + $0 }
  }

  /// Counts characters beyond ASCII written in UTF-8, and bytes that are none.
  private static func count(_ bytes: [UInt8]) -> (sequences: Int, faults: Int) {
    var (sequences, faults, at) = (0, 0, 0)
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      guard lead >= 0x80 else { continue }
      let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
      let tail = bytes[at..<min(at + length, bytes.count)]
      if length > 0, tail.count == length, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        sequences += 1
        at += length
      } else {
        faults += 1
      }
    }
    return (sequences, faults)
  }
}
