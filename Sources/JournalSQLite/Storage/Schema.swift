import GRDB

/// The tables.
///
/// A migration is never modified once released: the next change is the next migration.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001-journal") { db in try db.execute(sql: journal) }
    return migrator
  }

  private static let journal = """
    CREATE TABLE entry(
      position INTEGER PRIMARY KEY CHECK(position >= 0),
      time TEXT NOT NULL,
      actor TEXT NOT NULL,
      act TEXT NOT NULL,
      "group" INTEGER NOT NULL CHECK("group" <= position),
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      digest BLOB NOT NULL CHECK(length(digest) = 32),
      previous BLOB NOT NULL CHECK(length(previous) = 32),
      leaf BLOB NOT NULL CHECK(length(leaf) = 32),
      salt BLOB CHECK(length(salt) = 16),
      reason TEXT,
      body TEXT
    ) STRICT;

    CREATE INDEX entry_by_record ON entry(kind, id, position);

    -- The hashes of complete subtrees above the leaves, at every eighth level.
    CREATE TABLE subtree(
      level INTEGER NOT NULL,
      place INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK(length(hash) = 32),
      PRIMARY KEY(level, place)
    ) STRICT, WITHOUT ROWID;

    -- One row: where the journal ends, and the right edge of its tree.
    CREATE TABLE head(
      only INTEGER PRIMARY KEY CHECK(only = 1),
      size INTEGER NOT NULL,
      peaks BLOB NOT NULL CHECK(length(peaks) % 32 = 0),
      last BLOB NOT NULL CHECK(length(last) = 32),
      time TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;

    CREATE TRIGGER entry_never_changes
    BEFORE UPDATE OF position, time, actor, act, "group", kind, id, digest, previous, leaf ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry never changes'); END;

    CREATE TRIGGER entry_is_only_erased BEFORE UPDATE OF salt, reason, body ON entry
    WHEN NEW.salt IS NOT NULL OR NEW.reason IS NOT NULL OR NEW.body IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the content of an entry is only erased'); END;
    """
}
