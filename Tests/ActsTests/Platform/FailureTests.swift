import Acts
import Catalogue
import Foundation
import JournalSQLite
import Messages
import Register
import Synchronization
import Testing

/// A journal whose disk fills up, or that is always overtaken, when told to.
private final class FaultyJournal: Journal {
  enum Fault { case full, overtaken }

  private let inner: JournalSQLite
  let fault = Mutex<Fault?>(nil)

  init(_ inner: JournalSQLite) { self.inner = inner }

  func append(_ changes: ChangeSet, after head: Head) async throws -> [Entry] {
    switch fault.withLock({ $0 }) {
    case .full:
      throw Failure("journal.disk-full", .unavailable, fr: "Le disque est plein.", en: "The disk is full.")
    case .overtaken: throw JournalFailure.headMoved
    case nil: return try await inner.append(changes, after: head)
    }
  }

  func head() async throws -> Head { try await inner.head() }
  func entries(from position: Int, limit: Int) async throws -> [Entry] {
    try await inner.entries(from: position, limit: limit)
  }
  func entries(of key: RecordKey) async throws -> [Entry] { try await inner.entries(of: key) }
  func states(at size: Int, after key: RecordKey?, limit: Int) async throws -> [RecordState] {
    try await inner.states(at: size, after: key, limit: limit)
  }
  func size(at moment: Moment) async throws -> Int { try await inner.size(at: moment) }
  func nextHead(after known: Head) async throws -> Head { try await inner.nextHead(after: known) }
  func checkStorage() async throws -> [VerificationProblem] { try await inner.checkStorage() }
  func backup(to folder: URL) async throws { try await inner.backup(to: folder) }
  func hashes(level: Int, _ indices: Range<Int>) async throws -> [Hash] {
    try await inner.hashes(level: level, indices)
  }
}

@Suite("When the journal fails") struct FailureTests {
  private func platform(_ folder: DataFolder) async throws -> (Platform, FaultyJournal) {
    var configuration = folder.configuration()
    configuration.openJournal = { FaultyJournal(try JournalSQLite(folder: $0)) }
    let platform = try await Platform(configuration: configuration)
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command)
    let journal = try #require(platform.journal as? FaultyJournal)
    return (platform, journal)
  }

  @Test("A full disk at the last step leaves nothing, the site still reads, and the next try works")
  func diskFull() async throws {
    let folder = try DataFolder()
    let (platform, journal) = try await platform(folder)
    let request = PublicationRequest(
      file: try folder.file("a.csv", Sample.trees),
      organization: "mairie",
      title: "Arbres"
    )
    journal.fault.withLock { $0 = .full }
    let failure = await #expect(throws: Failure.self) { try await platform.publish(request, as: .command) }
    #expect(failure?.code == "journal.disk-full")
    #expect(platform.state.organization("mairie") != nil)
    #expect(platform.state.dataset("arbres") == nil)
    #expect(folder.lakeFiles().isEmpty)
    journal.fault.withLock { $0 = nil }
    #expect(try await platform.publish(request, as: .command).outcome == .created)
    #expect(try await platform.verify().isSound)
  }

  @Test("An act that is always overtaken gives up with a conflict", .timeLimit(.minutes(1)))
  func overtaken() async throws {
    let folder = try DataFolder()
    let (platform, journal) = try await platform(folder)
    journal.fault.withLock { $0 = .overtaken }
    let failure = await #expect(throws: Failure.self) {
      try await platform.perform(SetTerritorySettings(TerritorySettings(name: "X")), as: .command)
    }
    #expect(failure == JournalFailure.headMoved)
    #expect(platform.state.settings == TerritorySettings())
  }
}
