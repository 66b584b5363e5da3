import Foundation

/// The real files of `../shared/data/governance`, where they are at hand.
enum GovernanceFiles {
  static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/governance")
  }()

  static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// A real file of `../shared/data/samples/valid`.
  static func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "../samples/valid/\(name)")))
  }

  static func names(_ prefix: String, _ suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
  }
}
