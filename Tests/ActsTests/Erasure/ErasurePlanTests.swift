import Acts
import Catalogue
import Foundation
import Messages
import Register
import Testing

@Suite("Erasure plans") struct ErasurePlanTests {
  private func territory(_ folder: DataFolder) async throws -> Platform {
    let platform = try await folder.ready()
    for text in [Sample.trees, Sample.moreTrees] {
      try await platform.publish(
        PublicationRequest(
          file: try folder.file("a.csv", text),
          dataset: "arbres",
          organization: "mairie",
          title: "Arbres",
          declaration: PublicationDeclaration(dataset: "arbres", holdsSecret: false)
        ),
        as: .command
      )
    }
    return platform
  }

  @Test("A plan changes nothing, and the erasure does what it said")
  func plannedThenDone() async throws {
    let folder = try DataFolder()
    let platform = try await territory(folder)
    let key = RecordKey(Dataset.self, "arbres")
    let size = platform.state.head.size
    let plan = try await platform.erasurePlan(of: key, ground: "Visa n° 12", as: .command)
    #expect(platform.state.head.size == size)
    #expect(plan.map(\.subject.kind) == ["version", "version", "publication-declaration", "dataset"])
    #expect(plan.allSatisfy { $0.removes && !$0.positions.isEmpty })
    try await platform.erase(key, ground: "Visa n° 12", as: .command)
    let erased = platform.state.snapshot.records(Erasure.self)
    #expect(Set(erased.map(\.subject)) == Set(plan.map(\.subject)))
    // The dataset takes new states as its versions go, and they go too.
    #expect(Set(erased.flatMap(\.positions)).isSuperset(of: plan.flatMap(\.positions)))
    #expect(try await platform.verify().isSound)
    #expect(folder.lakeFiles().isEmpty)
  }

  @Test("A plan is refused as the erasure would be")
  func refused() async throws {
    let folder = try DataFolder()
    let platform = try await territory(folder)
    let cases: [(RecordKey, String, String)] = [
      (RecordKey(Organization.self, "mairie"), "g", "erasure.in-use"),
      (RecordKey(Organization.self, "rien"), "g", "erasure.nothing"),
      (RecordKey(Dataset.self, "rien"), "g", "erasure.nothing"),
      (RecordKey(Dataset.self, "arbres"), " ", "field.required"),
      (RecordKey(kind: "chose", id: "x"), "g", "erasure.kind"),
      (RecordKey(Erasure.self, "dataset/x"), "g", "erasure.trace"),
    ]
    for (key, ground, code) in cases {
      let failure = await #expect(throws: Failure.self) {
        try await platform.erasurePlan(of: key, ground: ground, as: .command)
      }
      #expect(failure?.code == code, "\(key)")
    }
    await #expect(throws: Failure.self) {
      try await platform.erasurePlan(
        of: RecordKey(Dataset.self, "arbres"),
        ground: "g",
        as: Actor(id: "person:inconnue")
      )
    }
  }

  @Test("What was erased cannot be erased again")
  func twice() async throws {
    let folder = try DataFolder()
    let platform = try await territory(folder)
    let key = RecordKey(Dataset.self, "arbres")
    try await platform.erase(key, ground: "Visa n° 12", as: .command)
    let failure = await #expect(throws: Failure.self) {
      try await platform.erase(key, ground: "Visa n° 12", as: .command)
    }
    #expect(failure?.code == "erasure.nothing")
  }
}
