import Acts
import CivilTime
import Foundation
import Messages
import Register
import Synchronization
import Testing

@testable import Jobs

/// A clock that tests set, forth and back.
final class PlayedClock: Sendable {
  private let moment: Mutex<Moment>

  init(_ text: String) { moment = Mutex(Moment(text) ?? Moment(milliseconds: 0)) }

  var now: Moment { moment.withLock { $0 } }

  func set(_ text: String) { moment.withLock { $0 = Moment(text) ?? $0 } }

  func advance(seconds: Int64) { moment.withLock { $0 = $0.advanced(byMilliseconds: seconds * 1000) } }
}

/// What happened, in order.
final class Log: Sendable {
  private let lines = Mutex<[String]>([])

  var all: [String] { lines.withLock { $0 } }

  func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// A folder that goes with the test.
final class TestFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "arpent-jobs-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}

@Suite("The scheduler") struct SchedulerTests {
  private static let broken = Failure("test.broken", .unavailable, fr: "Panne", en: "Broken")

  private func scheduler(
    _ folder: TestFolder,
    _ clock: PlayedClock,
    _ jobs: [Job],
    failures: Log = Log()
  ) -> Scheduler {
    Scheduler(
      jobs,
      book: JobBook(dataFolder: folder.url),
      time: .paris,
      clock: { clock.now },
      sleep: { _ in try await Task.sleep(for: .milliseconds(2)) }
    ) { name, _ in failures.add(name) }
  }

  @Test(
    "An hour of the night is that of the territory's clock, whatever the clock does that night",
    arguments: [
      // Winter is UTC+1, summer UTC+2.
      ("2026-01-15T02:30:00Z", 3, "2026-01-15T02:00:00Z"),
      ("2026-01-15T01:59:59Z", 3, "2026-01-14T02:00:00Z"),
      ("2026-07-15T02:30:00Z", 3, "2026-07-15T01:00:00Z"),
      // On 2026-03-29 the clock jumps from 2:00 to 3:00, at 1:00 UTC: 2 o'clock is read at 3.
      ("2026-03-29T05:00:00Z", 1, "2026-03-29T00:00:00Z"),
      ("2026-03-29T05:00:00Z", 2, "2026-03-29T01:00:00Z"),
      ("2026-03-29T05:00:00Z", 3, "2026-03-29T01:00:00Z"),
      ("2026-03-29T05:00:00Z", 4, "2026-03-29T02:00:00Z"),
      // On 2026-10-25 it goes back from 3:00 to 2:00, at 1:00 UTC: the first 2 o'clock counts.
      ("2026-10-25T05:00:00Z", 2, "2026-10-25T00:00:00Z"),
      ("2026-10-25T01:30:00Z", 2, "2026-10-25T00:00:00Z"),
      ("2026-10-25T05:00:00Z", 3, "2026-10-25T02:00:00Z"),
      ("2026-10-25T05:00:00Z", 4, "2026-10-25T03:00:00Z"),
    ]
  )
  func daylightSaving(now: String, hour: Int, expected: String) throws {
    let moment = try #require(Moment(now))
    #expect(Rhythm.nightly(hour: hour).slot(at: moment, .paris) == Moment(expected))
  }

  @Test("A week's turn is Monday's")
  func weekly() throws {
    // 2026-11-24 is a Tuesday.
    let slot = Rhythm.weekly(hour: 3).slot(at: try #require(Moment("2026-11-24T10:00:00Z")), .paris)
    #expect(slot == Moment("2026-11-23T02:00:00Z"))
  }

  @Test("A year of nights has one run each, across both changes of time")
  func year() async throws {
    let (folder, log) = (try TestFolder(), Log())
    let clock = PlayedClock("2026-01-01T12:00:00Z")
    let scheduler = scheduler(
      folder,
      clock,
      [Job("night", .nightly(hour: 2)) { log.add(clock.now.text) }]
    )
    for _ in 0..<(365 * 48) {
      await scheduler.runDue()
      clock.advance(seconds: 1800)
    }
    #expect(log.all.count == 366)
  }

  @Test("A turn taken is not taken again after a restart, and a turn missed meanwhile is made up once")
  func restart() async throws {
    let (folder, log) = (try TestFolder(), Log())
    let clock = PlayedClock("2026-11-24T02:00:30Z")
    let jobs = [Job("night", .nightly(hour: 3)) { log.add(clock.now.day) }]
    await scheduler(folder, clock, jobs).runDue()
    clock.advance(seconds: 60)
    await scheduler(folder, clock, jobs).runDue()
    #expect(log.all == ["2026-11-24"])
    clock.set("2026-11-28T09:00:00Z")
    let again = scheduler(folder, clock, jobs)
    await again.runDue()
    await again.runDue()
    #expect(log.all == ["2026-11-24", "2026-11-28"])
  }

  @Test("A clock that goes back repeats no night, and holds up no minute")
  func back() async throws {
    let (folder, log) = (try TestFolder(), Log())
    let clock = PlayedClock("2026-11-24T02:00:01Z")
    let scheduler = scheduler(
      folder,
      clock,
      [
        Job("night", .nightly(hour: 3)) { log.add("night") },
        Job("minute", .every(seconds: 60)) { log.add("minute") },
      ]
    )
    await scheduler.runDue()
    clock.set("2026-11-24T01:55:00Z")
    await scheduler.runDue()
    #expect(log.all == ["night", "minute", "minute"])
    clock.set("2026-11-24T02:00:05Z")
    await scheduler.runDue()
    #expect(log.all == ["night", "minute", "minute", "minute"])
    // It was set a month ahead by mistake: what was noted then is no reason to wait a month.
    clock.set("2026-10-20T04:00:00Z")
    await scheduler.runDue()
    #expect(log.all.count { $0 == "night" } == 2)
  }

  @Test("A job that throws waits twice as long each time, and holds up no other")
  func failing() async throws {
    let (folder, log, failures) = (try TestFolder(), Log(), Log())
    let clock = PlayedClock("2026-11-24T10:00:00Z")
    let isBroken = Mutex(true)
    let jobs = [
      Job("bad", .every(seconds: 60)) {
        log.add(clock.now.text)
        if isBroken.withLock({ $0 }) { throw Self.broken }
      },
      Job("good", .every(seconds: 60)) {},
    ]
    let scheduler = scheduler(folder, clock, jobs, failures: failures)
    for _ in 0..<120 {
      await scheduler.runDue()
      clock.advance(seconds: 30)
    }
    // At 0, 1, 3, 7, 15 and 31 minutes.
    #expect(log.all.map { String($0.dropFirst(14).prefix(2)) } == ["00", "01", "03", "07", "15", "31"])
    #expect(scheduler.figures["good"]?.runs == 60 && scheduler.figures["good"]?.failures == 0)
    #expect(scheduler.figures["bad"]?.failures == 6 && scheduler.figures["bad"]?.failure == "test.broken")
    #expect(failures.all == [String](repeating: "bad", count: 6))
    isBroken.withLock { $0 = false }
    clock.advance(seconds: 3600)
    await scheduler.runDue()
    #expect(JobBook(dataFolder: folder.url).state("bad")?.failures == 0)
  }

  @Test("A job that is told to stop takes its turn again, and one that never ends holds up no other")
  func cancellation() async throws {
    let (folder, log) = (try TestFolder(), Log())
    let clock = PlayedClock("2026-11-24T10:00:00Z")
    let scheduler = scheduler(
      folder,
      clock,
      [
        Job("long", .nightly(hour: 3)) {
          log.add("long")
          try await Task.sleep(for: .seconds(600))
        },
        Job("short", .every(seconds: 1)) {
          log.add("short")
          clock.advance(seconds: 1)
        },
      ]
    )
    let work = Task { await scheduler.run() }
    while log.all.count(where: { $0 == "short" }) < 3 { try await Task.sleep(for: .milliseconds(2)) }
    work.cancel()
    await work.value
    #expect(log.all.count { $0 == "long" } == 1)
    #expect(JobBook(dataFolder: folder.url).state("long") == nil)
  }

  @Test("A job is claimed by one at a time, and its name never leads out of the folder")
  func claims() throws {
    let folder = try TestFolder()
    let book = JobBook(dataFolder: folder.url)
    var claim = try book.claim("source.a")
    #expect(claim != nil)
    #expect(try book.claim("source.a") == nil)
    claim = nil
    #expect(try book.claim("source.a") != nil)
    try book.keep(JobState(slot: Moment(milliseconds: 0), startedAt: Moment(milliseconds: 0)), of: "../out")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out.json").path))
  }
}
