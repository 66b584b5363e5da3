public import Accounts
public import Acts

/// What every installation does by itself.
public enum StandingJobs {
  /// The jobs, in the order in which one would tell them.
  ///
  /// - Parameters:
  ///   - outbox: Where mail leaves from; nothing is sent where it is `nil`, and mail waits.
  ///   - updates: Reads the sources that datasets are updated from.
  public static func all(
    platform: Platform,
    accounts: AccountStore,
    outbox: Outbox?,
    updates: SourceUpdates
  ) -> [Job] {
    var jobs = [
      Job("publish-planned", .every(seconds: 60)) { _ = try await platform.publishPlanned() },
      Job("update-sources", .every(seconds: 60)) { try await updates.runDue() },
      Job("review-retention", .nightly(hour: 3)) {
        _ = try await RetentionReview(platform: platform).run(now: platform.now)
      },
      Job("sweep", .every(seconds: 3600)) {
        platform.uploads.sweep()
        try await accounts.sweep()
      },
    ]
    if let outbox { jobs.append(Job("send-mail", .every(seconds: 5)) { try await outbox.deliver() }) }
    return jobs
  }
}
