import GRDB
import Messages

/// How tries are slowed.
enum AttemptPace {
  /// One account: five tries, then twice as long each time.
  case account
  /// One network: thirty tries, for those who share an address.
  case client

  var free: Int64 { self == .account ? 5 : 30 }

  /// The longest wait, in milliseconds.
  static let longest: Int64 = 15 * 60_000
  /// Tries are forgotten after this time without any, in milliseconds.
  static let memory: Int64 = 24 * 3_600_000

  /// How long to wait after so many tries, in milliseconds.
  func wait(after count: Int64) -> Int64 {
    guard count >= free else { return 0 }
    return min(Self.longest, 1_000 << min(count - free, 20))
  }
}

extension AccountStore {
  /// Counts a try against each subject, or refuses it when one of them must wait.
  func attempt(_ subjects: [(name: String, pace: AttemptPace)]) async throws {
    let now = now
    let wait = try await write { db -> Int64 in
      var wait: Int64 = 0
      var counts: [Int64] = []
      for (name, _) in subjects {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM attempt WHERE subject = ?", arguments: [name])
        let last: Int64 = row?["last_at"] ?? now
        let until: Int64 = row?["until"] ?? 0
        // A clock that was ahead and came back must not keep anyone out.
        wait = max(wait, min(until - now, AttemptPace.longest))
        counts.append(abs(now - last) > AttemptPace.memory ? 0 : row?["count"] ?? 0)
      }
      guard wait <= 0 else { return wait }
      for ((name, pace), count) in zip(subjects, counts) {
        try db.execute(
          sql: "INSERT OR REPLACE INTO attempt VALUES (?, ?, ?, ?)",
          arguments: [name, count + 1, now, now + pace.wait(after: count + 1)]
        )
      }
      try db.execute(
        sql: "DELETE FROM attempt WHERE last_at < ?",
        arguments: [now - AttemptPace.memory]
      )
      return 0
    }
    guard wait <= 0 else { throw Self.slow(seconds: Int((wait + 999) / 1_000)) }
  }

  private static func slow(seconds: Int) -> Failure {
    let minutes = (seconds + 59) / 60
    let fr = seconds < 90 ? "\(seconds) s" : "\(minutes) minutes"
    let en = seconds < 90 ? "\(seconds) s" : "\(minutes) minutes"
    return Failure(
      "signin.slow",
      .tooMany,
      fr: "Trop d’essais ont échoué.",
      en: "Too many tries have failed.",
      remedy: Bilingual(
        fr: "Revenez dans \(fr), ou demandez un lien par courriel.",
        en: "Come back in \(en), or ask for a link by e-mail."
      )
    )
  }
}
