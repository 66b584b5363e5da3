import Acts
import Catalogue
import Foundation
import Messages
import Register
import Testing

@Suite("Platform") struct PlatformTests {
  @Test("A new folder is made, and empty")
  func fresh() async throws {
    let folder = try DataFolder()
    let platform = try await folder.platform(.server)
    #expect(platform.state.head == .empty)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.data.path)
    #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o007 } == 0)
    #expect(platform.state.index.count == 0)
    #expect(platform.state.settings == TerritorySettings())
    #expect(try await platform.verify().isSound)
  }

  @Test("What was acknowledged is there when the folder is opened again")
  func reopened() async throws {
    let folder = try DataFolder()
    let first = try await folder.ready()
    _ = try await first.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        organization: "mairie",
        title: "Arbres"
      ),
      as: .command
    )
    let second = try await folder.platform()
    #expect(second.state.head == first.state.head)
    #expect(second.state.dataset("arbres") == first.state.dataset("arbres"))
    #expect(second.state.index.card("arbres") == first.state.index.card("arbres"))
  }

  @Test("A second server refuses to start, a command does not; the lock falls with its holder")
  func serveLock() async throws {
    let folder = try DataFolder()
    var server: Platform? = try await folder.platform(.server)
    let failure = await #expect(throws: Failure.self) { try await folder.platform(.server) }
    #expect(failure?.code == "platform.served")
    #expect(failure?.message.fr.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
    _ = try await folder.platform(.command)
    #expect(server != nil)
    server = nil
    _ = try await folder.platform(.server)
  }

  @Test(
    "A server that follows shows what a command did, and a command what a server did",
    .timeLimit(.minutes(1))
  )
  func following() async throws {
    let folder = try DataFolder()
    let server = try await folder.platform(.server)
    let following = Task { await server.follow() }
    defer { following.cancel() }
    let command = try await folder.ready()
    _ = try await command.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        organization: "mairie",
        title: "Arbres"
      ),
      as: .command
    )
    let clock = ContinuousClock.now
    // A second on a quiet machine; the tests that run beside this one may take more than that to let it
    // through.
    while server.state.head != command.state.head, ContinuousClock.now - clock < .seconds(20) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(server.state.head == command.state.head)
    #expect(server.state.index.card("arbres")?.rows == 3)

    _ = try await server.perform(WithdrawDataset("arbres", reason: "erreur"), as: .command)
    try await command.catchUp()
    #expect(command.state.dataset("arbres")?.status == .withdrawn)
  }

  @Test(
    "Two processes that act on one record lose nothing: the later one decides again",
    .timeLimit(.minutes(1))
  )
  func racing() async throws {
    let folder = try DataFolder()
    let one = try await folder.ready()
    let two = try await folder.platform()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, platform) in [("a", one), ("b", two)] {
        group.addTask {
          for index in 0..<20 {
            try await platform.perform(
              DescribeOrganization(Organization(id: "\(name)-\(index)", name: "N", nature: .partner)),
              as: .command
            )
          }
        }
      }
      try await group.waitForAll()
    }
    try await one.catchUp()
    try await two.catchUp()
    #expect(one.state.snapshot.count(Organization.self) == 41)
    #expect(one.state.head == two.state.head)
    #expect(try await one.verify().isSound)
  }

  @Test("The index follows each act as if it were made anew")
  func incrementalIndex() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    for (index, title) in ["Arbres", "Bancs", "Fontaines"].enumerated() {
      try await platform.publish(
        PublicationRequest(
          file: try folder.file("\(index).csv", Sample.trees + "N;\(index);01/01/2001\n"),
          organization: "mairie",
          title: title
        ),
        as: .command
      )
    }
    try await platform.perform(WithdrawDataset("bancs", reason: "doublon"), as: .command)
    try await platform.perform(
      DescribeDataset("arbres", DatasetChanges(title: "Arbres remarquables", access: .restricted)),
      as: .command
    )
    var renamed = Sample.mairie
    renamed.name = "Ville d’Arpent"
    try await platform.perform(DescribeOrganization(renamed), as: .command)

    let anew = try await folder.platform().state
    let now = platform.state
    #expect(now.index.count == 2)
    #expect(now.index.count == anew.index.count)
    for id in ["arbres", "bancs", "fontaines"] { #expect(now.index.card(id) == anew.index.card(id)) }
    #expect(now.index.card("fontaines")?.organizationName == "Ville d’Arpent")
    #expect(now.index.card("arbres")?.title == "Arbres remarquables")
  }

  @Test("An act that changes nothing adds nothing to the journal")
  func nothingToDo() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let head = platform.state.head
    try await platform.perform(DescribeOrganization(Sample.mairie), as: .command)
    #expect(platform.state.head == head)
  }

  @Test(
    "Organisations are checked",
    arguments: [
      (Organization(id: "Pas bon", name: "N", nature: .partner), "organization.slug"),
      (Organization(id: "a", name: " ", nature: .partner), "field.required"),
      (Organization(id: "a", name: "N", nature: .partner, parent: "b"), "organization.unknown"),
      (Organization(id: "a", name: "N", nature: .partner, siren: "123456789"), "organization.siren"),
      (Organization(id: "a", name: "N", nature: .commune, codeInsee: "1053"), "organization.code-insee"),
      (
        Organization(id: "mairie", name: "N", nature: .commune, parent: "mairie"), "organization.parent.cycle"
      ),
    ]
  )
  func organizations(organization: Organization, code: String) async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let failure = await #expect(throws: Failure.self) {
      try await platform.perform(DescribeOrganization(organization), as: .command)
    }
    #expect(failure?.code == code)
  }

  @Test("The territory's settings are kept, and their colour is checked")
  func settings() async throws {
    let folder = try DataFolder()
    let platform = try await folder.platform()
    let wanted = TerritorySettings(name: "Val d’Arpent", accent: "#204060")
    try await platform.perform(SetTerritorySettings(wanted), as: .command)
    #expect(platform.state.settings == wanted)
    await #expect(throws: Failure.self) {
      try await platform.perform(SetTerritorySettings(TerritorySettings(accent: "red")), as: .command)
    }
  }

  @Test("Who is not known may do nothing", arguments: ["person:1", "token:2", "", "Command"])
  func denied(actor: String) async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let head = platform.state.head
    let who = Register.Actor(id: actor)
    let acts: [@Sendable () async throws -> Void] = [
      { try await platform.perform(SetTerritorySettings(TerritorySettings(name: "X")), as: who) },
      { try await platform.perform(DescribeOrganization(Sample.mairie), as: who) },
      { try await platform.perform(RemoveOrganization("mairie"), as: who) },
      {
        try await platform.perform(
          DescribeDataset("d", DatasetChanges(title: "T", organization: "mairie")),
          as: who
        )
      },
      { try await platform.perform(WithdrawDataset("d", reason: "r"), as: who) },
      {
        try await platform.perform(
          EraseBody(RecordKey(Organization.self, "mairie"), positions: [0], ground: "g"),
          as: who
        )
      },
    ]
    for act in acts {
      let failure = await #expect(throws: Failure.self) { try await act() }
      #expect(failure?.kind == .forbidden)
    }
    #expect(platform.state.head == head)
  }
}
