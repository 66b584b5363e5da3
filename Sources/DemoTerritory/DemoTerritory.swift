public import Catalogue
public import CivilTime

/// A fictional community of communes with its organisations and its data, drawn from a seed.
///
/// Same seed, same day, same bytes. Nothing in it exists: places, people, firms and numbers are made up. Its
/// data looks like what authorities publish, and part of it is faulty on purpose: late, in an old encoding,
/// with title lines above the header, decimal commas, French dates, invalid cells, and one file that must not
/// be published.
public struct DemoTerritory: Sendable {
  /// The organisations, the territory itself first, parents before their children.
  public let organizations: [Organization]
  /// The datasets, published and not.
  public let datasets: [DemoDataset]
  /// What the registers hold, in the order it was opened.
  public let sheets: [DemoSheet]
  /// The retention rule under which the demo eliminates a series.
  public let eliminatedRule = DemoRetention.executed
  /// The retention rule under which it proposes to eliminate rows.
  public let proposedRule = DemoRetention.proposed
  /// The executable rules of algorithms, in the order they were decided.
  public let rules: [DemoRule]
  /// What delegates handed over, in the order it came.
  public let deliveries: [DemoDelivery]
  /// What the portal says of itself.
  public let settings: DemoSettings

  /// Draws the territory as it stands on a day.
  public init(seed: UInt64 = 1, today: CivilDate) {
    let context = DemoContext(seed: seed, today: today)
    organizations = DemoOrganizations.all(context.communes)
    settings = DemoSettings.valDArpent
    datasets = DemoTerritory.makers.map { $0(context) }
    deliveries = DemoContracts.received(context).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    sheets = DemoTerritory.registers.flatMap { $0(context) }
    rules = DemoAlgorithms.rules(context)
  }

  private static let registers: [@Sendable (DemoContext) -> [DemoSheet]] = [
    DemoContracts.sheets, DemoInventory.sheets, DemoActivities.sheets, DemoStudies.sheets,
    DemoProtection.sheets,
    DemoRetention.sheets, DemoAlgorithms.sheets,
  ]

  private static let makers: [@Sendable (DemoContext) -> DemoDataset] = [
    Subsidies.make, Deliberations.make, Procurement.make, Budget.make, Facilities.make, AddressBase.make,
    ChargingPoints.make, BicycleCounts.make, Trees.make, CanteenMenus.make, AirQuality.make,
    ParkingOccupancy.make,
    WasteCollection.make, RoadWorks.make, FirstNames.make, Defibrillators.make, LibraryLoans.make,
    BuildingEnergy.make, CommuneLimits.make, SchoolRolls.make, DrinkingWater.make, WaterConsumption.make,
    DropOffPoints.make, StreetMarkets.make, Associations.make, PoolAttendance.make, Lodgings.make,
    BuildingPermits.make, CanteenRegistrations.make,
  ]
}

/// What the portal says of itself: its name, look, contacts and legal notices.
public struct DemoSettings: Sendable, Equatable {
  /// The territory's name.
  public let name: String
  /// One line under the name.
  public let tagline: String
  /// The accent colour, `#rrggbb`.
  public let accent: String
  /// The address to write to.
  public let contact: String
  /// Who answers for the publication.
  public let publicationDirector: String
  /// Who hosts the site.
  public let host: String
  /// The slug of the organisation that stands for the territory.
  public let organization: String

  static let valDArpent = DemoSettings(
    name: "Communauté de communes du Val d’Arpent",
    tagline: "Les données publiques de huit communes, au bord de la Vive",
    accent: "#1f5f4a",
    contact: "donnees@val-d-arpent.example",
    publicationDirector: "La présidence de la communauté de communes (territoire fictif)",
    host: "La communauté de communes, sur ses propres serveurs",
    organization: DemoOrganizations.territory
  )
}
