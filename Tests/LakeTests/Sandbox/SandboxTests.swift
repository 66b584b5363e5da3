import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

// One after the other: the engine of strangers lets few in at a time, and times are measured.
@Suite(.serialized, .enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct SandboxTests {
  let fixture: LakeFixture
  let table: Table
  let other: Table

  /// Tables never change: all cases share two.
  private static let made = Result {
    let fixture = try LakeFixture(lasting: true)
    let columns: [(String, ColumnType)] = [
      ("commune", .text), ("montant", .number), ("jour", .date), ("n", .integer),
    ]
    let rows = (0..<200).map {
      ["Commune \($0 % 7)", "\(Double($0) / 2)", "2024-01-\(10 + $0 % 20)", "\($0)"]
    }
    return (
      fixture, try fixture.table(columns, rows), try fixture.table([("secret", .text)], [["mot de passe"]])
    )
  }

  init() throws { (fixture, table, other) = try Self.made.get() }

  // MARK: What analysts write

  static let permitted: [(String, [[CellValue]])] = [
    ("SELECT count(*) FROM data", [[.integer(200)]]),
    ("select count(*) as total from subventions;", [[.integer(200)]]),
    (
      "SELECT commune, sum(montant)::BIGINT AS s FROM data GROUP BY ALL ORDER BY s DESC, commune LIMIT 1",
      [[.text("Commune 3"), .integer(1464)]]
    ),
    ("-- un commentaire ; DROP\nSELECT /* ; */ max(n) FROM data -- fin", [[.integer(199)]]),
    (
      "WITH a AS (SELECT n FROM data WHERE n < 3), b AS (SELECT n * 2 AS n FROM a) SELECT sum(n) FROM b",
      [[.integer(6)]]
    ),
    (
      "SELECT n, row_number() OVER (ORDER BY n DESC) AS r FROM data QUALIFY r = 1",
      [[.integer(199), .integer(1)]]
    ),
    ("SELECT d.n FROM data d JOIN data e ON d.n = e.n + 198 ORDER BY 1", [[.integer(198)], [.integer(199)]]),
    (
      "SELECT date_trunc('month', jour)::DATE AS m, count(*) FROM data GROUP BY 1",
      [[.date(19_723), .integer(200)]]
    ),
    (
      "SELECT CASE WHEN n > 197 THEN 'haut' ELSE 'bas' END AS c, count(*) FROM data GROUP BY 1 ORDER BY 1",
      [[.text("bas"), .integer(198)], [.text("haut"), .integer(2)]]
    ),
    ("SELECT [n, n + 1] AS l, {'a': n} AS s FROM data WHERE n = 1", [[.text("[1, 2]"), .text("{'a': 1}")]]),
    ("SELECT 1 UNION ALL SELECT 2 ORDER BY 1", [[.integer(1)], [.integer(2)]]),
    ("SELECT x FROM range(3) t(x)", [[.integer(0)], [.integer(1)], [.integer(2)]]),
    ("SELECT _row FROM data ORDER BY _row LIMIT 1", [[.integer(2)]]),
    (
      "SELECT commune FROM data WHERE commune ILIKE '%6' AND n BETWEEN 1 AND 9 AND montant IS NOT NULL",
      [[.text("Commune 6")]]
    ),
    (
      "SELECT round(avg(montant), 2), median(n), quantile_cont(n, 0.5), stddev(n) IS NULL FROM data",
      [[.number(49.75), .number(99.5), .number(99.5), .boolean(false)]]
    ),
    (
      "SELECT count(*) FILTER (n % 2 = 0), string_agg(DISTINCT commune, ',') IS NOT NULL FROM data",
      [[.integer(100), .boolean(true)]]
    ),
    (
      "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 4) SELECT max(i) FROM t",
      [[.integer(4)]]
    ),
    (
      "SELECT * EXCLUDE (commune, montant, jour, _row) FROM data WHERE n IN (SELECT max(n) FROM data)",
      [[.integer(199)]]
    ),
    ("FROM data SELECT n LIMIT 1", [[.integer(0)]]),
  ]

  @Test("Analysts' SELECTs are answered", arguments: permitted)
  func answers(sql: String, expected: [[CellValue]]) async throws {
    let rows = try await table.query(sql: sql, alias: "subventions")
    #expect(rows.values == expected)
    #expect(!rows.truncated)
  }

  // MARK: What must not pass

  static let hostile: [String] = [
    // Not a SELECT, or more than one.
    "", ";", "SELECT 1; SELECT 2", "SELECT 1; DROP VIEW data", "DROP VIEW data", "CREATE TABLE x AS SELECT 1",
    "INSERT INTO data VALUES (1)", "UPDATE data SET n = 1", "DELETE FROM data",
    "COPY data TO '/tmp/sortie.csv'",
    "COPY (SELECT 1) TO '/tmp/x'", "ATTACH '/tmp/a.db'", "ATTACH ':memory:' AS m", "INSTALL httpfs",
    "LOAD httpfs",
    "PRAGMA database_list", "PRAGMA version", "SET enable_external_access = true", "RESET lock_configuration",
    "SET VARIABLE a = 1", "EXPLAIN SELECT 1", "EXPLAIN ANALYZE SELECT * FROM data", "CALL pragma_version()",
    "EXPORT DATABASE '/tmp/x'", "IMPORT DATABASE '/tmp/x'", "USE memory", "PREPARE a AS SELECT 1",
    "EXECUTE a",
    "BEGIN", "COMMIT", "CHECKPOINT", "VACUUM", "SHOW TABLES", "SHOW ALL TABLES", "SHOW DATABASES",
    "PIVOT data ON commune USING sum(n)", "SELECT 1 /* */ ; /* */ SELECT 2",
    // Other tables, files, catalogues.
    "SELECT * FROM secret", "SELECT * FROM '/etc/passwd'", "SELECT * FROM \"/etc/passwd\"",
    "SELECT * FROM 'x.csv'",
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')", "SELECT * FROM read_parquet('OTHER')",
    "SELECT * FROM parquet_scan('OTHER')",
    "SELECT * FROM 'OTHER'", "SELECT * FROM parquet_metadata('OTHER')", "SELECT * FROM glob('/*')",
    "SELECT * FROM sniff_csv('/etc/passwd')", "SELECT * FROM read_json('http://127.0.0.1/x')",
    "SELECT * FROM 'https://example.org/x.parquet'", "SELECT * FROM duckdb_views()",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM duckdb_views", "SELECT * FROM pg_catalog.pg_views",
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM sqlite_master", "SELECT * FROM main.data", "SELECT * FROM memory.main.data",
    "SELECT * FROM system.main.data",
    "SELECT * FROM pragma_table_info('data')", "SELECT * FROM query('SELECT 1')",
    "SELECT * FROM query_table('data')",
    "SELECT * FROM test_all_types()", "SELECT * FROM repeat(1, 10)",
    "SELECT * FROM repeat_row(1, num_rows := 9)",
    "SELECT * FROM which_secret('a', 'b')", "SELECT * FROM duckdb_secrets()", "SELECT * FROM checkpoint()",
    "SELECT * FROM data WHERE n = (SELECT count(*) FROM duckdb_tables())",
    "SELECT * FROM data WHERE EXISTS (FROM read_csv('/etc/passwd'))",
    "SELECT * FROM data, LATERAL (FROM glob('*'))",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "WITH x AS (FROM read_text('/etc/passwd')) FROM x",
    "WITH pg_views AS (SELECT 1) SELECT * FROM pg_views",
    "WITH \"/etc/passwd\" AS (SELECT 1) FROM \"/etc/passwd\"",
    "WITH duckdb_views AS (SELECT 1) SELECT * FROM duckdb_views()",
    "FROM data POSITIONAL JOIN duckdb_settings()",
    "SELECT * FROM data UNION ALL SELECT * FROM duckdb_settings()",
    "VALUES ((SELECT count(*) FROM glob('*')))",
    // Functions that tell of the engine, wait, or make much of little.
    "SELECT current_setting('memory_limit')", "SELECT getenv('HOME')", "SELECT getvariable('a')",
    "SELECT sleep_ms(10)",
    "SELECT pg_sleep(1)", "SELECT current_query()", "SELECT write_log('x')",
    "SELECT json_serialize_sql('SELECT 1')",
    "SELECT json_execute_serialized_sql('{}')", "SELECT repeat('x', 1000000000)",
    "SELECT lpad('x', 1000000000)",
    "SELECT range(1000000000)", "SELECT pg_catalog.current_setting('threads')",
    "SELECT \"current_setting\"('threads')",
    "SELECT CURRENT_SETTING('threads')", "SELECT system.main.current_setting('threads')",
    "SELECT list_resize([1], 1000000000)",
    "SELECT format('{:1000000000d}', 1)", "SELECT printf('%1000000000d', 1)",
    "SELECT bar(1, 0, 1, 1000000000)",
    "SELECT nextval('x')", "SELECT version()", "SELECT inet_server_addr()",
    "SELECT pg_get_viewdef(1)",
    // Parameters, odd characters, nonsense.
    "SELECT ?", "SELECT $1", "SELECT $nom", "SELECT * FROM dаta", "SELECT * FROM ｄａｔａ",
    "SELECT 1\u{37E} DROP VIEW data",
    "SELEC 1", "SELECT * FROM data WHERE (", "\u{0}SELECT 1", "SELECT 'a", "SELECT $$a", "/* SELECT 1",
    "SELECT absent FROM data",
  ]

  @Test("Nothing but one SELECT over this table passes", arguments: hostile)
  func refuses(sql: String) async throws {
    let attack = sql.replacing("OTHER", with: other.parquetURL.path)
    let error = await #expect(throws: Failure.self, "\(attack)") {
      let rows = try await table.query(sql: attack, alias: "subventions")
      print("passed:", attack, rows.values.prefix(3))
    }
    let said = (error?.message.fr ?? "") + (error?.message.en ?? "")
    #expect(!said.contains(table.parquetURL.path), "\(said)")
    #expect(error?.pointer == "query")
  }

  @Test("Even a statement that was not checked finds every door shut")
  func lockedEngine() async throws {
    let statements = [
      "SELECT * FROM read_parquet('\(other.parquetURL.path)')", "SELECT * FROM read_text('/etc/passwd')",
      "SET enable_external_access = true", "SET memory_limit = '10GB'", "SET lock_configuration = false",
      "ATTACH '/tmp/\(UUID().uuidString).db'", "COPY (SELECT 1) TO '/tmp/\(UUID().uuidString)'",
      "INSTALL httpfs",
      "LOAD httpfs", "SELECT * FROM glob('/etc/*')", "SET allowed_paths = ['/etc/passwd']",
      "EXPORT DATABASE '/tmp/\(UUID().uuidString)'", "SELECT * FROM 'http://127.0.0.1:1/x.csv'",
    ]
    let library = table.context.engine.library
    let connection = try Database(library, settings: EngineSettings.common).connect()
    let query = StrangerQuery(sql: "", parquet: table.parquetURL.path, limits: QueryLimits())
    try query.prepare(connection)
    #expect(try connection.rows("SELECT count(*) FROM data") == [[.integer(200)]])
    for statement in statements {
      #expect(throws: EngineFault.self, "\(statement)") { try connection.execute(statement) }
    }
  }

  @Test(
    "A query without end is stopped in time",
    arguments: [
      "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT max(i) FROM t",
      "SELECT count(*) FROM range(100000000000) a, range(1000) b",
      "SELECT sum(a.n * b.n * c.n) FROM data a, data b, data c, data d, data e, data f",
      "SELECT max(sha256(x::VARCHAR)) FROM range(100000000000) t(x)",
    ]
  )
  func endless(sql: String) async throws {
    let start = ContinuousClock.now
    let error = await #expect(throws: Failure.self) {
      _ = try await table.query(sql: sql, limits: QueryLimits(time: .milliseconds(300)))
    }
    #expect(error?.kind == .exhausted)
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test("A query that needs too much memory is refused, and the next one answers")
  func memory() async throws {
    let limits = QueryLimits(time: .seconds(20), memory: 32 << 20)
    for sql in [
      "SELECT count(*) FROM (SELECT DISTINCT x * 7 AS y, x::VARCHAR AS z FROM range(20000000) t(x))",
      "SELECT len(list(x)) FROM range(50000000) t(x)",
    ] {
      let error = await #expect(throws: Failure.self) { _ = try await table.query(sql: sql, limits: limits) }
      #expect(error?.kind == .exhausted)
    }
    #expect(
      try await table.query(sql: "SELECT count(*) FROM data", limits: limits).values == [[.integer(200)]]
    )
  }

  @Test("Answers are cut at the limits of rows and bytes, and say so")
  func cuts() async throws {
    let rows = try await table.query(
      sql: "SELECT x FROM range(100000000) t(x)",
      limits: QueryLimits(rows: 50)
    )
    #expect(rows.values.count == 50)
    #expect(rows.truncated)
    let bytes = try await table.query(sql: "SELECT commune FROM data", limits: QueryLimits(bytes: 2000))
    #expect(bytes.truncated)
    #expect(bytes.values.count < 100)
    let long = String(repeating: " ", count: 20_000)
    await #expect(throws: Failure.self) { _ = try await table.query(sql: "SELECT 1" + long) }
  }

  @Test("A cancelled query stops")
  func cancelled() async throws {
    let table = table
    let task = Task { try await table.query(sql: "SELECT count(*) FROM range(100000000000) a") }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test("Columns of an answer have types and the names that the author gave, even twice the same")
  func columns() async throws {
    let rows = try await table.query(
      sql:
        """
        SELECT n AS a, montant AS a, jour, commune, n > 1 AS b, INTERVAL 1 DAY AS i, '10:00'::TIME AS h
        FROM data LIMIT 1
        """
    )
    #expect(rows.columns.map(\.name) == ["a", "a", "jour", "commune", "b", "i", "h"])
    #expect(rows.columns.map(\.type) == [.integer, .number, .date, .text, .boolean, .text, .time])
  }
}
