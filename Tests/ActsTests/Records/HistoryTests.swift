import Acts
import Catalogue
import Foundation
import Messages
import Register
import Testing

@Suite("History") struct HistoryTests {
  private static func day(_ text: String) throws -> Moment { try #require(Moment(text)) }

  @Test("A record shows what each act changed, and how it was at a date")
  func history() async throws {
    let folder = try DataFolder()
    let platform = try await folder.platform()
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command, at: Self.day("2024-01-01"))
    var renamed = Sample.mairie
    renamed.name = "Ville"
    renamed.email = "data@ville.fr"
    try await platform.perform(
      DescribeOrganization(renamed, reason: "Nouveau nom"),
      as: .command,
      at: Self.day("2025-01-01")
    )
    let key = RecordKey(Organization.self, "mairie")
    let changes = try await platform.history(of: key)
    #expect(changes.count == 2)
    #expect(changes[0].differences.map { $0.path.joined() }.contains("name"))
    #expect(changes[1].differences.map { $0.path.joined() } == ["email", "name"])
    #expect(changes[1].differences.last?.before == .string(Sample.mairie.name))
    #expect(changes[1].entry.reason == "Nouveau nom")

    #expect(try await platform.record(Organization.self, "mairie", at: Self.day("2023-12-31")) == nil)
    #expect(
      try await platform.record(Organization.self, "mairie", at: Self.day("2024-06-01")) == Sample.mairie
    )
    #expect(try await platform.record(Organization.self, "mairie", at: Self.day("2025-01-01")) == renamed)
    let past = try await platform.state(at: Self.day("2024-06-01"))
    #expect(past.organization("mairie") == Sample.mairie)
    #expect(past.head.size == 1)
    #expect(platform.state.organization("mairie") == renamed)
  }

  @Test("A territory made up of past dates keeps them")
  func pastDates() async throws {
    let folder = try DataFolder()
    let platform = try await folder.platform()
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command, at: Self.day("2023-05-01"))
    let published = try await platform.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        organization: "mairie",
        title: "Arbres",
        at: Self.day("2023-06-01")
      ),
      as: .command
    )
    #expect(published.dataset.createdAt == "2023-06-01T00:00:00.000Z")
    #expect(published.version.publishedAt == "2023-06-01T00:00:00.000Z")
    #expect(platform.state.head.time == (try Self.day("2023-06-01")))
  }

  @Test("What is erased is gone from the past too, and leaves its trace")
  func erased() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    var person = Sample.mairie
    person.email = "jeanne.tremblay@exemple.fr"
    try await platform.perform(DescribeOrganization(person), as: .command)
    person.email = nil
    try await platform.perform(DescribeOrganization(person), as: .command)
    let trace = try await platform.perform(
      EraseBody(RecordKey(Organization.self, "mairie"), positions: [1], ground: "RGPD, art. 17"),
      as: .command
    )
    #expect(trace.positions == [1])
    let changes = try await platform.history(of: RecordKey(Organization.self, "mairie"))
    #expect(changes.map(\.entry.isErased) == [false, true, false])
    #expect(changes[2].differences.isEmpty)
    #expect(try await platform.verify().isSound)
    #expect(try await platform.verify().erased == 1)
    #expect(platform.state.organization("mairie") == person)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.data.path)
      .filter { $0.hasPrefix("journal") }
    for name in files {
      let bytes = try Data(contentsOf: folder.data.appending(path: name))
      #expect(bytes.range(of: Data("tremblay".utf8)) == nil, "\(name)")
    }
  }

  @Test("A version that is erased gives way to the one before, keeps its number, and its files go")
  func erasedVersion() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    var request = PublicationRequest(
      file: try folder.file("a.csv", Sample.trees),
      organization: "mairie",
      title: "Arbres"
    )
    try await platform.publish(request, as: .command)
    let kept = Set(folder.lakeFiles())
    request.file = try folder.file("b.csv", Sample.moreTrees)
    try await platform.publish(request, as: .command)
    let key = RecordKey(DatasetVersion.self, "arbres@2")
    let position = try #require(platform.state.snapshot.revision(of: key)?.last)
    try await platform.perform(
      EraseBody(key, positions: [position], ground: "Visa n° 12"),
      as: .command
    )
    #expect(platform.state.dataset("arbres")?.currentVersion == "arbres@1")
    _ = try await platform.collectGarbage()
    #expect(Set(folder.lakeFiles()) == kept)
    #expect(try await platform.verify().isSound)
    #expect(try await platform.publish(request, as: .command).version.number == 3)
  }

  @Test("A dataset is erased with its versions and their files")
  func erasedDataset() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    for text in [Sample.trees, Sample.moreTrees] {
      try await platform.publish(
        PublicationRequest(
          file: try folder.file("a.csv", text),
          dataset: "arbres",
          organization: "mairie",
          title: "Arbres"
        ),
        as: .command
      )
    }
    let trace = try await platform.erase(
      RecordKey(Dataset.self, "arbres"),
      ground: "Visa n° 12",
      as: .command
    )
    #expect(trace.subject == RecordKey(Dataset.self, "arbres"))
    #expect(platform.state.dataset("arbres") == nil)
    #expect(platform.state.versions(of: "arbres").isEmpty)
    #expect(platform.state.index.count == 0)
    #expect(folder.lakeFiles().isEmpty)
    #expect(try await platform.verify().isSound)
    let states = try await platform.history(of: RecordKey(Dataset.self, "arbres"))
    #expect(states.dropLast().allSatisfy { $0.entry.isErased })
    #expect(platform.state.snapshot.records(Erasure.self).count == 3)
  }

  @Test("What others stand on is not erased from under them, nor a trace")
  func inUse() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    try await platform.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        organization: "mairie",
        title: "Arbres"
      ),
      as: .command
    )
    for (key, code) in [
      (RecordKey(Organization.self, "mairie"), "erasure.in-use"),
      (RecordKey(Dataset.self, "arbres"), "erasure.in-use"),
      (RecordKey(Erasure.self, "x"), "erasure.trace"),
    ] {
      let positions = [platform.state.snapshot.revision(of: key)?.last ?? 0]
      let failure = await #expect(throws: Failure.self) {
        try await platform.perform(EraseBody(key, positions: positions, ground: "g"), as: .command)
      }
      #expect(failure?.code == code)
    }
    let removal = await #expect(throws: Failure.self) {
      try await platform.perform(RemoveOrganization("mairie"), as: .command)
    }
    #expect(removal?.code == "organization.in-use")
  }
}
