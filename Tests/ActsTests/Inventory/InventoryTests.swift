import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("The inventory") struct InventoryTests {
  private let now = Moment(milliseconds: 1_795_521_600_000)

  private func keeping() -> Keeping { Keeping(createdAt: now) }

  private func state(_ drafts: [Draft]) throws -> Snapshot {
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: now)
    let sealed = changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) })
    return try Snapshot(kinds: Kinds.all).applying(sealed.entries)
  }

  private func town() throws -> Snapshot {
    var pay = Application(id: "paie", organization: "ville", title: "Paie", keeping: keeping())
    pay.datasets = ["agents", "inconnu"]
    var list = KnownDataset(
      id: "attente",
      organization: "ville",
      title: "Liste d’attente",
      keeping: keeping()
    )
    (list.domain, list.family, list.application) = ("14", "Places et listes d’attente", "paie")
    var water = KnownDataset(id: "abonnes", organization: "bourg", title: "Abonnés", keeping: keeping())
    (water.holder, water.holderName) = (.delegate, "Eaux du Val")
    var flow = DataFlow(id: "f-1", organization: "ville", title: "Bulletins", keeping: keeping())
    flow.source = DataFlow.Place(nature: .application, application: "paie")
    flow.destination = DataFlow.Place(nature: .partner, partner: "Centre de gestion")
    (flow.agreement, flow.hasPersonalData) = (DataFlow.Agreement.none, true)
    let agents = Dataset(
      id: "agents",
      title: "Agents",
      organization: "ville",
      theme: "administration",
      licence: "lov2",
      createdAt: "2026-01-01",
      updatedAt: "2026-01-01"
    )
    return try state([
      .put(Organization(id: "val", name: "Val", nature: .epci)),
      .put(Organization(id: "ville", name: "Ville", nature: .commune, parent: "val")),
      .put(Organization(id: "bourg", name: "Bourg", nature: .commune, parent: "val")),
      .put(agents), .put(pay), .put(list), .put(water), .put(flow),
    ])
  }

  @Test("The map shows who has what and where it goes, of what one may know")
  func map() throws {
    let map = InventoryMap(in: try town(), sees: { $0 == "ville" })
    #expect(
      map.nodes.map(\.id) == [
        "partner:centre de gestion", "application:paie", "dataset:agents", "known:attente",
      ]
    )
    #expect(
      map.links.map { "\($0.from)>\($0.to)" } == [
        "application:paie>dataset:agents", "application:paie>known:attente",
        "application:paie>partner:centre de gestion",
      ]
    )
    let flow = try #require(map.links.last)
    #expect(flow.isUnruled && flow.hasPersonalData && flow.flow == "f-1")
    #expect(InventoryMap(in: try town(), sees: { _ in true }).nodes.contains { $0.title == "Eaux du Val" })
  }

  @Test("Searching the map keeps what is found and what it is linked to")
  func search() throws {
    let map = InventoryMap(in: try town(), sees: { _ in true })
    #expect(map.around("ABONNÉS").nodes.map(\.title) == ["Eaux du Val", "Abonnés"])
    #expect(map.around("bulletin").nodes.map(\.title) == ["Centre de gestion", "Paie"])
    #expect(map.around("rien").nodes.isEmpty)
    #expect(map.around(" ").nodes.isEmpty == false || map.around("").nodes == map.nodes)
  }

  @Test("A campaign is exhaustive when each family is listed or does not apply")
  func campaign() throws {
    var campaign = InventoryCampaign(
      id: "c-1",
      organization: "val",
      title: "Petite enfance",
      keeping: keeping()
    )
    campaign.domains = ["14", "99", "x"]
    campaign.assignments = [.init(domain: "14", organization: "ville", person: "p-1"), .init(domain: "3")]
    let domain = try #require(Domain.all.first { $0.id == 14 })
    let start = InventoryProgress(campaign, in: try town())
    #expect(start.domains.map(\.domain.id) == [14])
    #expect(start.domains[0].assignments.map(\.person) == ["p-1"])
    #expect(start.total == domain.families.count)
    let listed = domain.families.count { $0.name == "Places et listes d’attente" }
    #expect(start.done == listed)
    campaign.notConcerned = domain.families.map(\.name)
    let end = InventoryProgress(campaign, in: try town())
    #expect(end.percent == 100)
    #expect(
      InventoryProgress(
        InventoryCampaign(id: "c", organization: "val", title: "", keeping: keeping()),
        in: try town()
      ).percent == 0
    )
  }
}
