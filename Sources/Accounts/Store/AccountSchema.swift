import GRDB

/// The tables.
///
/// A migration is never modified once released. Times are milliseconds since 1970 UTC.
enum AccountSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001-accounts") { try $0.execute(sql: tables) }
    migrator.registerMigration("0002-progress") { try $0.execute(sql: progress) }
    return migrator
  }

  private static let progress = """
    CREATE TABLE progress(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
    ALTER TABLE mail ADD COLUMN unsubscribe TEXT;
    """

  private static let tables = """
    CREATE TABLE secret(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

    CREATE TABLE password(
      person TEXT PRIMARY KEY,
      rounds INTEGER NOT NULL,
      block INTEGER NOT NULL,
      parallel INTEGER NOT NULL,
      salt BLOB NOT NULL,
      hash BLOB NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE session(
      id TEXT PRIMARY KEY,
      secret_hash TEXT NOT NULL UNIQUE,
      person TEXT NOT NULL,
      csrf TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      browser TEXT NOT NULL,
      sso TEXT
    ) STRICT;
    CREATE INDEX session_by_person ON session(person);

    CREATE TABLE link(
      secret_hash TEXT PRIMARY KEY,
      purpose TEXT NOT NULL,
      person TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE attempt(
      subject TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE token_use(token TEXT PRIMARY KEY, used_at INTEGER NOT NULL) STRICT;

    CREATE TABLE mail(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      dedupe_key TEXT NOT NULL UNIQUE,
      recipient TEXT NOT NULL,
      subject TEXT NOT NULL,
      text TEXT NOT NULL,
      html TEXT,
      made_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL CHECK(state IN ('waiting', 'sent', 'failed')),
      reason TEXT
    ) STRICT;
    CREATE INDEX mail_due ON mail(state, due_at);

    CREATE TABLE notice(
      person TEXT NOT NULL,
      key TEXT NOT NULL,
      fr TEXT NOT NULL,
      en TEXT NOT NULL,
      path TEXT,
      made_at INTEGER NOT NULL,
      read_at INTEGER,
      PRIMARY KEY(person, key)
    ) STRICT;

    CREATE TABLE subscription(
      id TEXT PRIMARY KEY,
      email TEXT NOT NULL,
      subject TEXT NOT NULL,
      language TEXT NOT NULL,
      secret_hash TEXT NOT NULL UNIQUE,
      asked_at INTEGER NOT NULL,
      confirmed_at INTEGER,
      UNIQUE(email, subject)
    ) STRICT;
    CREATE INDEX subscription_by_subject ON subscription(subject);
    """
}
