import Acts
import Catalogue
import Foundation
import Messages
import Register
import Testing

@Suite("Waivers") struct WaiverTests {
  private static let why = "Le service attend la réponse du préfet."
  private static let now = Moment(milliseconds: 1_795_521_600_000)
  private static let day: Int64 = 86_400_000

  /// A dataset whose description is empty: a fault that alerts.
  private func territory() async throws -> Platform {
    let folder = try DataFolder()
    let platform = try await folder.platform(clock: { Self.now })
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command)
    let file = try folder.file("a.csv", Sample.trees)
    try await platform.publish(
      PublicationRequest(file: file, organization: "mairie", title: "Arbres"),
      as: .command
    )
    return platform
  }

  private func grant(
    _ rule: String = "publication.description",
    _ dataset: String = "arbres",
    why: String = WaiverTests.why,
    days: Int64 = 30
  ) -> GrantWaiver {
    GrantWaiver(
      rule: rule,
      dataset: dataset,
      why: why,
      until: Self.now.advanced(byMilliseconds: days * Self.day)
    )
  }

  private func verdict(_ platform: Platform, on moment: Moment = now) throws -> Assessment? {
    let dataset = try #require(platform.state.dataset("arbres"))
    return platform.state.assessments(of: dataset, on: moment).first { $0.rule == "publication.description" }
  }

  @Test("A waiver stands for its rule until its deadline, then the fault is back")
  func inForce() async throws {
    let platform = try await territory()
    #expect(try verdict(platform)?.verdict == .nonCompliant)
    let waiver = try await platform.perform(grant(), as: .command)
    #expect(try verdict(platform)?.verdict == .waived)
    #expect(try verdict(platform)?.waiver == waiver)
    #expect(try verdict(platform, on: waiver.until)?.verdict == .nonCompliant)
    #expect(waiver.lastDay == "2026-12-24")
    // The same decision again is no change.
    let size = platform.state.head.size
    try await platform.perform(grant(), as: .command)
    #expect(platform.state.head.size == size)
  }

  @Test("One that is ended holds no more, and cannot be ended twice")
  func ended() async throws {
    let platform = try await territory()
    try await platform.perform(grant(), as: .command)
    let end = EndWaiver(rule: "publication.description", dataset: "arbres", reason: "Décrit depuis.")
    try await platform.perform(end, as: .command)
    #expect(try verdict(platform)?.verdict == .nonCompliant)
    let failure = await #expect(throws: Failure.self) { try await platform.perform(end, as: .command) }
    #expect(failure?.code == "waiver.absent")
    let history = try await platform.history(
      of: RecordKey(Waiver.self, "publication.description/dataset/arbres")
    )
    #expect(history.count == 2)
  }

  @Test("What is no waiver is refused, and nothing is written")
  func refused() async throws {
    let platform = try await territory()
    let size = platform.state.head.size
    let cases: [(GrantWaiver, String)] = [
      (grant("publication.colour"), "waiver.rule"),
      (grant("publication.description", "rien"), "waiver.dataset"),
      (grant(why: "Trop court"), "waiver.reason"),
      (grant(why: "            Trop court            "), "waiver.reason"),
      (grant(days: 0), "waiver.deadline"),
      (grant(days: -1), "waiver.deadline"), (grant(days: 367), "waiver.deadline"),
      (grant(why: String(repeating: "a", count: 2_001)), "field.too-long"),
    ]
    for (act, code) in cases {
      let failure = await #expect(throws: Failure.self) { try await platform.perform(act, as: .command) }
      #expect(failure?.code == code)
    }
    let stranger = Actor(id: "person:inconnue")
    await #expect(throws: Failure.self) { try await platform.perform(grant(), as: stranger) }
    #expect(platform.state.head.size == size)
    try await platform.perform(grant(days: 366), as: .command)
  }

  @Test("The rules of a past day are judged with the waivers of that day")
  func past() async throws {
    let platform = try await territory()
    let later = Self.now.advanced(byMilliseconds: Self.day)
    try await platform.perform(grant(), as: .command, at: later)
    let dataset = try #require(platform.state.dataset("arbres"))
    for (moment, expected) in [(Self.now, Verdict.nonCompliant), (later, .waived)] {
      let rules = try await platform.assessments(of: dataset, at: moment)
      #expect(rules.first { $0.rule == "publication.description" }?.verdict == expected)
      #expect(rules.count == PublicationRules.all.count)
    }
  }
}
