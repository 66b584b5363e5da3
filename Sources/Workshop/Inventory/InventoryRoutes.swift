import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The map of who has what, and the campaigns of inventory.
  func addInventory(desk: Desk, plumbing: Plumbing) {
    let room = InventoryRoom(room: RegisterRoom(desk: desk))
    workshopPage(.inventory, plumbing) { context, signedIn in
      try desk.require(.read, signedIn)
      return room.map(context, signedIn).page(context)
    }
    workshopPage(.inventoryCampaign, plumbing) { context, signedIn in
      try room.campaign(context, signedIn).page(context)
    }
  }
}

extension RegisterExtras {
  /// A campaign leads to its progress.
  static let inventoryCampaign = RegisterExtras(
    links: { place in
      [
        Link(
          label: Bilingual(fr: "Avancement de la campagne", en: "Progress of the campaign"),
          route: .inventoryCampaign(place.sheet.id)
        )
      ]
    }
  )
}

/// Reads the inventory for someone.
struct InventoryRoom: Sendable {
  let room: RegisterRoom

  private static let registers: [RegisterKind] = [.application, .dataFlow, .knownDataset, .inventoryCampaign]

  /// The pages of the inventory that are no register.
  static func links(_ desk: Desk, _ signedIn: SignedIn) -> [RegisterExtras.Link] {
    guard desk.holds(.read, signedIn.person) else { return [] }
    return [
      RegisterExtras.Link(
        label: Bilingual(fr: "Carte : qui détient quoi", en: "Map: who has what"),
        route: .inventory
      )
    ]
  }

  func map(_ context: PageContext, _ signedIn: SignedIn) -> InventoryPage {
    let (desk, snapshot) = (room.desk, room.snapshot)
    var readable: [String: Bool] = [:]
    let whole = InventoryMap(in: snapshot) { organization in
      let mayRead = readable[organization] ?? desk.allows(.read, signedIn, on: organization)
      readable[organization] = mayRead
      return mayRead
    }
    let wanted = context.query["q"] ?? ""
    let lines = Self.registers.map { register in
      (register, room.lines(register, signedIn))
    }
    return InventoryPage(
      map: whole.around(wanted),
      isWhole: wanted.allSatisfy(\.isWhitespace),
      surprises: lines.flatMap { register, lines in surprises(register, lines, context) },
      campaigns: campaigns(signedIn),
      registers: lines.map { ($0, $1.count) },
      link: { key in desk.page(of: key, signedIn).map { context.link($0) } }
    )
  }

  private func surprises(
    _ register: RegisterKind,
    _ lines: [RegisterLine],
    _ context: PageContext
  ) -> [InventoryPage.Surprise] {
    lines.filter { $0.keeping.status != .ended }.flatMap { line in
      register.assess(line.id, in: room.snapshot, at: room.desk.platform.now)
        .filter { $0.verdict == .nonCompliant }
        .map {
          InventoryPage.Surprise(
            title: line.title,
            address: context.link(.sheet(register, line.id)),
            assessment: $0
          )
        }
    }
  }

  private func campaigns(_ signedIn: SignedIn) -> [InventoryPage.CampaignLine] {
    let names = room.desk.organizationNames
    return room.snapshot.records(InventoryCampaign.self)
      .filter { $0.keeping.status != .ended && room.desk.allows(.read, signedIn, on: $0.organization) }
      .map {
        InventoryPage.CampaignLine(
          campaign: $0,
          organization: names[$0.organization] ?? $0.organization,
          progress: InventoryProgress($0, in: room.snapshot)
        )
      }
  }

  func campaign(_ context: PageContext, _ signedIn: SignedIn) throws -> CampaignPage {
    let desk = room.desk
    guard let campaign = room.snapshot.record(InventoryCampaign.self, context.value("id") ?? ""),
      desk.allows(.read, signedIn, on: campaign.organization)
    else { throw RegisterFailure.unknown }
    return CampaignPage(
      campaign: campaign,
      progress: InventoryProgress(campaign, in: room.snapshot),
      today: desk.platform.now.day,
      name: { desk.readableName($0, signedIn, context) },
      link: { key in desk.page(of: key, signedIn).map { context.link($0) } }
    )
  }
}

extension Route {
  /// The map of who has what.
  static let inventory = Route.workshop(WorkshopRoute(.inventory))

  /// How far a campaign is.
  static func inventoryCampaign(_ id: String) -> Route { .workshop(WorkshopRoute(.inventoryCampaign, id)) }
}
