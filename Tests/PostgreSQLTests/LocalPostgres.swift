import Foundation
import Synchronization

@testable import PostgreSQL

/// A PostgreSQL of the test's own, on a socket in a temporary folder; it goes when the tests end.
final class LocalPostgres: Sendable {
  let folder: URL
  let hasPostGIS: Bool
  private let process: Process

  private static let binaries = URL(filePath: "/usr/lib/postgresql/15/bin")
  private static let kept = Mutex<LocalPostgres?>(nil)

  /// The one server of all tests; `nil`, with a message, where PostgreSQL 15 is not installed.
  static func shared() throws -> LocalPostgres? {
    guard FileManager.default.isExecutableFile(atPath: binaries.appending(path: "initdb").path) else {
      print("PostgreSQL 15 is not installed: skipped (scripts/setup test installs it).")
      return nil
    }
    return try kept.withLock { kept in
      if let kept { return kept }
      let server = try LocalPostgres()
      kept = server
      atexit { LocalPostgres.stop() }
      return server
    }
  }

  func connection(user: String) -> DatabaseConnection {
    DatabaseConnection(host: folder.path, database: "essai", user: user, tls: "disable")
  }

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "arpent-pg-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // PostgreSQL refuses to run as root.
    let prefix =
      getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : ["env"]
    if getuid() == 0 { try Self.run(["chown", "postgres", folder.path]) }
    let data = folder.appending(path: "data").path
    let bin = Self.binaries.path
    try Self.run(
      prefix + ["\(bin)/initdb", "-D", data, "-U", "owner", "-A", "trust", "--no-sync", "-E", "UTF8"]
    )
    process = try Self.start(
      prefix + ["\(bin)/postgres", "-D", data, "-h", "", "-k", folder.path, "-c", "fsync=off"]
    )
    var tries = 0
    while (try? Self.run(["\(bin)/pg_isready", "-q", "-h", folder.path])) == nil {
      tries += 1
      guard tries < 300 else { throw Failed(arguments: ["postgres"]) }
      Thread.sleep(forTimeInterval: 0.1)
    }
    try Self.run(["\(bin)/createdb", "-h", folder.path, "-U", "owner", "essai"])
    try Self.run(Self.psql(folder, Self.tables))
    hasPostGIS = (try? Self.run(Self.psql(folder, Self.places))) != nil
    if !hasPostGIS { print("PostGIS is not installed: positions are not tested.") }
  }

  private static func psql(_ folder: URL, _ sql: String) -> [String] {
    [
      "\(binaries.path)/psql", "-h", folder.path, "-U", "owner", "-v", "ON_ERROR_STOP=1", "-q", "-c", sql,
      "essai",
    ]
  }

  private static func stop() {
    guard let server = kept.withLock({ $0 }) else { return }
    // SIGINT: it ends without waiting for its clients.
    server.process.interrupt()
    server.process.waitUntilExit()
    try? FileManager.default.removeItem(at: server.folder)
  }

  private struct Failed: Error { let arguments: [String] }

  private static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func run(_ arguments: [String]) throws {
    let process = try start(arguments)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
  }

  private static let tables = """
    CREATE ROLE reader LOGIN;
    CREATE SCHEMA "métier";
    CREATE TABLE "métier"."Arbres ""remarquables""\"(
      id int PRIMARY KEY, "Essence" text, "planté" boolean, vu date);
    INSERT INTO "métier"."Arbres ""remarquables""\" VALUES
      (3, NULL, NULL, '2026-03-01'), (1, 'Chêne, vert', true, '2026-01-15'), (2, 'If "vieux"', false, NULL);
    GRANT USAGE ON SCHEMA "métier" TO reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA "métier" TO reader;
    CREATE TABLE "témoin"(id int);
    INSERT INTO "témoin" VALUES (1);
    CREATE FUNCTION vide() RETURNS int LANGUAGE sql AS 'DELETE FROM "témoin"; SELECT 1';
    """

  private static let places = """
    CREATE EXTENSION postgis;
    CREATE TABLE lieux(id int PRIMARY KEY, place geometry);
    INSERT INTO lieux VALUES
      (1, ST_SetSRID(ST_MakePoint(2.35, 48.85), 4326)),
      (2, ST_Transform(ST_SetSRID(ST_MakePoint(2.35, 48.85), 4326), 2154)),
      (3, ST_MakePoint(2.35, 48.85)), (4, NULL);
    GRANT SELECT ON lieux TO reader;
    """
}
