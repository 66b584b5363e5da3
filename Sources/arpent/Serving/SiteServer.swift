import API
import Accounts
import Acts
import Crypto
import Foundation
import Governance
import Hummingbird
import Jobs
import Logging
import Portal
import Register
import Web
import Workshop

/// What an administrator sets about the site at start, beside the territory's own settings.
struct SiteOptions: Sendable {
  var publicURL: String?
  var tiles: TileSource?
}

/// The faces composed on a platform.
struct SiteServer: Sendable {
  let platform: Platform
  let accounts: AccountStore
  let machine: MachineSettings
  let configuration: WebConfiguration
  let site: SiteOptions

  /// Serves until the process is told to stop.
  func run(onServing: @escaping @Sendable (Int) async -> Void) async throws {
    let folder = platform.configuration.dataFolder
    let desk = Desk(
      platform: platform,
      accounts: accounts,
      signOn: try machine.provider(in: folder),
      databases: (machine.databases ?? [:]).keys.sorted()
    )
    let plumbing = try await plumbing(desk)
    let router = WebServer.router(plumbing) { problem, context in ErrorPage.page(problem, context) }
    router.addPortal(platform: platform, plumbing: plumbing)
    router.addAPI(platform: platform, plumbing: plumbing) { [accounts] token in
      try? await accounts.touch(token: token)
    }
    router.addWorkshop(desk: desk, plumbing: plumbing)
    let logger = Self.logger()
    let scheduler = try scheduler(logger)
    watch(scheduler, plumbing.metrics)
    let application = WebServer.application(router, plumbing, logger: logger, onServing: onServing)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await platform.follow { error in logger.error("journal", metadata: ["error": "\(error)"]) }
      }
      group.addTask { await scheduler.run() }
      try await application.runService()
      group.cancelAll()
    }
  }

  /// What is done by itself beside the answers.
  private func scheduler(_ logger: Logger) throws -> Scheduler {
    let folder = platform.configuration.dataFolder
    let outbox = try machine.mailRoute(in: folder).map {
      Outbox(accounts: accounts, sender: $0.sender, from: $0.from, clock: platform.configuration.clock)
    }
    let jobs =
      StandingJobs.all(
        platform: platform,
        accounts: accounts,
        outbox: outbox,
        updates: try machine.sourceUpdates(platform, accounts)
      ) + tellingJobs(outbox != nil)
    return Scheduler(
      jobs,
      book: JobBook(dataFolder: folder),
      time: try machine.localTime,
      clock: platform.configuration.clock,
      onFailure: { name, error in
        logger.error("job", metadata: ["job": "\(name)", "error": "\(error)"])
      }
    )
  }

  /// The nightly look at what is published, what people are told of in the workshop, and its digests by mail.
  private func tellingJobs(_ hasMail: Bool) -> [Job] {
    let clock = platform.configuration.clock
    let teller = NoticeTeller(platform: platform, accounts: accounts)
    var jobs = [
      Job("gate-review", .nightly(hour: 2)) { [platform] in
        _ = try await GateReview(platform: platform).run(now: clock())
      },
      Job("tell-notices", .every(seconds: 60)) { _ = try await teller.run(now: clock()) },
    ]
    let deadlines = DeadlineTeller(
      platform: platform,
      accounts: accounts,
      origin: hasMail ? site.publicURL : nil
    )
    jobs.append(Job("tell-deadlines", .every(seconds: 60)) { _ = try await deadlines.run(now: clock()) })
    // Links of a digest need the address that the public knows.
    if hasMail, let origin = site.publicURL {
      let digests = NoticeDigests(platform: platform, accounts: accounts, origin: origin)
      jobs.append(Job("send-digests", .every(seconds: 3600)) { _ = try await digests.run(now: clock()) })
    }
    return jobs
  }

  private func watch(_ scheduler: Scheduler, _ metrics: Metrics) {
    metrics.watch("arpent_job_runs_total", help: "Runs of scheduled jobs since the first.", isCounter: true) {
      Double(scheduler.figures.values.reduce(0) { $0 + $1.runs })
    }
    metrics.watch("arpent_jobs_failing", help: "Scheduled jobs whose last run failed.") {
      Double(scheduler.figures.values.count { $0.failures > 0 })
    }
    metrics.watch("arpent_update_sources_failing", help: "Update sources whose last reading failed.") {
      [platform] in
      Double(platform.state.snapshot.records(UpdateSource.self).count { $0.outcome.failures > 0 })
    }
  }

  private func plumbing(_ desk: Desk) async throws -> Plumbing {
    Plumbing(
      configuration: configuration,
      sessions: WorkshopSessions(desk: desk),
      formTokens: FormToken(key: SymmetricKey(data: try await accounts.key("forms"))),
      site: { [platform, site] in Site(platform.state.settings, publicURL: site.publicURL, tiles: site.tiles)
      },
      position: { [platform] in
        let state = platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      now: { Date().timeIntervalSince1970 }
    )
  }

  private static func logger() -> Logger {
    Logger(label: "arpent") { label in
      JSONLogHandler(label: label, now: { Date().timeIntervalSince1970 }) { line in
        FileHandle.standardError.write(Data(line.utf8))
      }
    }
  }
}
