import Acts
import Catalogue
import Foundation
import Glibc
import JournalSQLite
import Messages
import Register

/// A data folder that goes when the tests end.
struct DataFolder {
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory.appending(path: "arpent-acts-\(getpid())")
    atexit { try? FileManager.default.removeItem(at: DataFolder.root) }
    return root
  }()

  /// The folder around the data folder: files to publish and backups go there too.
  let around: URL

  init() throws {
    around = Self.root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: around, withIntermediateDirectories: true)
  }

  var data: URL { around.appending(path: "data") }

  /// Where the tests find DuckDB's library; `nil` to let the lake look for it.
  static var duckDB: URL? {
    if let path = ProcessInfo.processInfo.environment["ARPENT_DUCKDB"] { return URL(filePath: path) }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: ".deps/duckdb")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.first { $0.hasPrefix("_duckdb") && $0.hasSuffix(".so") }.map { folder.appending(path: $0) }
  }

  func configuration(
    _ role: PlatformConfiguration.Role = .command,
    clock: @escaping @Sendable () -> Moment = PlatformConfiguration.systemClock
  ) -> PlatformConfiguration {
    PlatformConfiguration(dataFolder: data, role: role, duckDB: Self.duckDB, clock: clock) {
      try JournalSQLite(folder: $0)
    }
  }

  func platform(
    _ role: PlatformConfiguration.Role = .command,
    clock: @escaping @Sendable () -> Moment = PlatformConfiguration.systemClock
  ) async throws -> Platform {
    try await Platform(configuration: configuration(role, clock: clock))
  }

  /// A platform that knows one organisation, `mairie`.
  func ready(_ role: PlatformConfiguration.Role = .command) async throws -> Platform {
    let platform = try await platform(role)
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command)
    return platform
  }

  /// Writes a file to publish.
  func file(_ name: String, _ text: String) throws -> URL {
    let url = around.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url
  }

  /// The files the lake keeps, by their path in it.
  func lakeFiles() -> [String] {
    let lake = data.appending(path: "lake").path
    let all = FileManager.default.enumerator(atPath: lake)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: lake + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue && path != "publishing"
    }.sorted()
  }

  /// What is being staged.
  func stagedFiles() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: data.appending(path: "staging").path)) ?? []
  }
}

enum Sample {
  static let mairie = Organization(id: "mairie", name: "Mairie de Val-d’Arpent", nature: .commune)

  static let trees =
    "essence;hauteur;plante_le\nTilleul;12,5;12/03/2001\nIf;4;01/11/1998\nChêne;18;25/11/2010\n"
  static let moreTrees = trees + "Érable;7;03/02/2015\n"
  /// Sixteen people who do not exist.
  static let people: String = {
    let first = ["Jeanne", "Luc", "Sofia", "Karim"]
    let last = ["Tremblay", "Martin", "Petit", "Benali"]
    let rows = (0..<16).map { index in
      let (given, family) = (first[index % 4], last[index / 4])
      return "\(given);\(family);\(given.lowercased()).\(family.lowercased())@exemple.fr"
    }
    return "prenom;nom;courriel\n" + rows.joined(separator: "\n") + "\n"
  }()
}

extension Result where Failure == any Error {
  /// Runs and keeps what came of it.
  static func of(_ body: () async throws -> Success) async -> Result {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
