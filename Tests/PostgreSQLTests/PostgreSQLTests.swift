import Foundation
import Messages
import Testing

@testable import PostgreSQL

@Suite("Reading a database") struct PostgreSQLTests {
  private static func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Failure)?.code ?? "\(type(of: error))" }
  }

  private func read(
    _ selection: DatabaseSelection,
    _ server: LocalPostgres,
    user: String = "reader",
    limits: DatabaseLimits = DatabaseLimits(bytes: 1_000_000, seconds: 20)
  ) async throws -> (DatabaseExport, String) {
    let file = server.folder.appending(path: UUID().uuidString)
    let export = try await DatabaseReader.export(
      selection,
      from: server.connection(user: user),
      to: file,
      limits: limits
    )
    return (export, try String(contentsOf: file, encoding: .utf8))
  }

  @Test("A table is read as CSV in the order of its key, its names quoted, its booleans in words")
  func table() async throws {
    guard let server = try LocalPostgres.shared() else { return }
    let (export, text) = try await read(.table(schema: "métier", name: "Arbres \"remarquables\""), server)
    #expect(
      text == """
        id,Essence,planté,vu
        1,"Chêne, vert",true,2026-01-15
        2,"If ""vieux\""",false,
        3,,,2026-03-01

        """
    )
    #expect(export.rows == 3 && export.columns == ["id", "Essence", "planté", "vu"])
    #expect(export.bytes == text.utf8.count)
  }

  @Test("Positions become GeoJSON, longitude first, whatever their system was")
  func positions() async throws {
    guard let server = try LocalPostgres.shared(), server.hasPostGIS else { return }
    let (_, text) = try await read(.table(schema: "public", name: "lieux"), server)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines.dropFirst().prefix(3) {
      let numbers = line.matches(of: /-?\d+\.\d+/).compactMap { Double($0.output) }
      #expect(line.contains(#"""type"":""Point"""#) && numbers.count == 2, "\(line)")
      #expect(abs((numbers.first ?? 0) - 2.35) < 0.001 && abs((numbers.last ?? 0) - 48.85) < 0.001, "\(line)")
    }
    #expect(lines.last == "4,")
  }

  @Test("A query is read as it is, a comment or a semicolon at its end included")
  func query() async throws {
    guard let server = try LocalPostgres.shared() else { return }
    let (export, text) = try await read(.query("SELECT 1 AS a, 'é' AS \"b c\" -- fin\n;  "), server)
    #expect(text == "a,b c\n1,é\n" && export.rows == 1)
  }

  @Test(
    "Nothing is written, whatever is asked, even by who may",
    arguments: [
      "SELECT 1) AS a) TO STDOUT; DROP TABLE témoin; --",
      "WITH gone AS (DELETE FROM témoin RETURNING id) SELECT * FROM gone",
      "SELECT vide()", "SELECT 1; DELETE FROM témoin", "DELETE FROM témoin",
      "SELECT set_config('transaction_read_only', 'off', false), vide()",
    ]
  )
  func readOnly(sql: String) async throws {
    guard let server = try LocalPostgres.shared() else { return }
    #expect(await Self.code { _ = try await read(.query(sql), server, user: "owner") } != nil, "\(sql)")
    let (_, text) = try await read(.query("SELECT count(*) AS n FROM témoin"), server, user: "owner")
    #expect(text == "n\n1\n")
  }

  @Test("A refusal says which one it is, and repeats nothing of what the server said")
  func refusals() async throws {
    guard let server = try LocalPostgres.shared() else { return }
    func code(_ selection: DatabaseSelection, user: String = "reader", _ limits: DatabaseLimits? = nil) async
      -> String?
    {
      await Self.code {
        _ = try await read(selection, server, user: user, limits: limits ?? DatabaseLimits(seconds: 20))
      }
    }
    #expect(await code(.table(schema: "public", name: "rien")) == "database.missing")
    #expect(await code(.table(schema: "public", name: "témoin")) == "database.denied")
    #expect(await code(.query("SELECT 1"), user: "inconnu") == "database.refused")
    #expect(await code(.query("SELECT pg_sleep(30)"), DatabaseLimits(seconds: 1)) == "database.slow")
    #expect(
      await code(
        .query("SELECT repeat('x', 1000) FROM generate_series(1, 5000)"),
        DatabaseLimits(bytes: 99_999)
      )
        == "database.too-large"
    )
    #expect(await code(.query("SELECT 'secret'::int")) == "database.failed")
    let away = DatabaseConnection(host: "127.0.0.1", port: 1, database: "a", user: "b")
    let file = server.folder.appending(path: "away")
    #expect(
      await Self.code { _ = try await DatabaseReader.export(.query("SELECT 1"), from: away, to: file) }
        == "database.unreachable"
    )
  }

  @Test("When nobody waits any more, the server is told to stop")
  func cancelled() async throws {
    guard let server = try LocalPostgres.shared() else { return }
    let started = ContinuousClock.now
    let work = Task { try await read(.query("SELECT pg_sleep(60) AS endormi"), server) }
    try await Task.sleep(for: .milliseconds(500))
    work.cancel()
    #expect(await Self.code { _ = try await work.value } == "CancellationError")
    #expect(started.duration(to: .now) < .seconds(20))
    let (_, text) = try await read(
      .query(
        "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%endormi%' AND pid <> pg_backend_pid()"
      ),
      server,
      user: "owner"
    )
    #expect(text == "n\n0\n")
  }
}
