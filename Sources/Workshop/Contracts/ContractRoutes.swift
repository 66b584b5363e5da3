import Acts
import Foundation
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The contracts: their deliveries, their essential data.
  func addContracts(desk: Desk, plumbing: Plumbing) {
    let room = RegisterRoom(desk: desk)
    let deliveries = DeliveryDesk(room: room)
    let limits = FormLimits.files(
      upTo: 1,
      of: DeliveryDesk.largest,
      in: desk.platform.configuration.dataFolder.appending(path: "incoming")
    )
    workshopPage(.contract, plumbing) { try ContractReading(room: room).page($0, $1) }
    workshopPage(.delivery, plumbing) { try deliveries.page($0, $1) }
    workshopAction(.delivery, plumbing, limits: limits) { try await deliveries.receive($0, $1, $2) }
    workshopAction(.deliveryVersion, plumbing) { try await deliveries.makeVersion($0, $1, $2) }
    workshopResponse(.deliveryContract, plumbing) { try deliveries.export($1, $2) }
    workshopAction(.deliveryContract, plumbing, limits: limits) { try await deliveries.take($0, $1, $2) }
    workshopPage(.deliveryLetter, plumbing) { try deliveries.letterPage($0, $1) }
    workshopResponse(.deliveryLetterDocument, plumbing) { try deliveries.letterDocument($1, $2) }
    let essential = EssentialDataDesk(room: room)
    workshopPage(.essentialData, plumbing) { try essential.page($0, $1) }
    workshopAction(.essentialData, plumbing) { try await essential.publish($0, $1, $2) }
    let importing = EssentialImporting(room: room)
    workshopPage(.essentialDataImport, plumbing) { try importing.page($0, $1) }
    workshopAction(.essentialDataImport, plumbing, limits: importing.limits) {
      try await importing.take($0, $1, $2)
    }
    let grants = GrantDesk(room: room)
    workshopPage(.grants, plumbing) { try grants.page($0, $1) }
    workshopAction(.grants, plumbing) { try await grants.deposit($0, $1, $2) }
    workshopResponse(.grantFile, plumbing) { try grants.file($1, $2) }
  }
}

extension RegisterExtras {
  /// A contract leads to its deliveries and to the model clauses.
  static let contract = RegisterExtras(
    links: { place in
      [
        Link(
          label: Bilingual(fr: "Livraisons et clauses modèles", en: "Deliveries and model clauses"),
          route: .workContract(place.sheet.id)
        )
      ]
    },
    listLinks: { _, _ in
      [
        Link(
          label: Bilingual(fr: "Données essentielles (DECP)", en: "Essential data (DECP)"),
          route: .essentialData
        ),
        Link(
          label: Bilingual(fr: "Importer un fichier DECP", en: "Import a DECP file"),
          route: .essentialDataImport
        ),
        Link(label: Bilingual(fr: "Fichier des subventions", en: "File of grants"), route: .grants),
      ]
    }
  )

  /// An expected delivery leads to its calendar.
  static let expectedDelivery = RegisterExtras(
    links: { place in
      [
        Link(
          label: Bilingual(
            fr: "Calendrier, remises et contrat de données",
            en: "Calendar, deliveries, data contract"
          ),
          route: .delivery(place.sheet.id)
        )
      ]
    }
  )
}

extension Route {
  /// A contract with its deliveries and model clauses.
  static func workContract(_ id: String) -> Route { .workshop(WorkshopRoute(.contract, id)) }
  /// The calendar of an expected delivery.
  static func delivery(_ id: String) -> Route { .workshop(WorkshopRoute(.delivery, id)) }
  /// Where an accepted delivery becomes a version.
  static func deliveryVersion(_ id: String) -> Route { .workshop(WorkshopRoute(.deliveryVersion, id)) }
  /// The data contract of an expected delivery.
  static func deliveryContract(_ id: String) -> Route { .workshop(WorkshopRoute(.deliveryContract, id)) }
  /// The letter about a delivery due on a day.
  static func deliveryLetter(_ id: String, _ day: String) -> Route {
    .workshop(WorkshopRoute(.deliveryLetter, id, day))
  }
  /// The same letter as an OpenDocument text.
  static func deliveryLetterDocument(_ id: String, _ day: String) -> Route {
    .workshop(WorkshopRoute(.deliveryLetterDocument, id, day))
  }
  /// The essential data of contracts.
  static let essentialData = Route.workshop(WorkshopRoute(.essentialData))
  /// Where a file of essential data is taken in.
  static let essentialDataImport = Route.workshop(WorkshopRoute(.essentialDataImport))
  /// The grants of administrations in the national format.
  static let grants = Route.workshop(WorkshopRoute(.grants))
  /// The file of the grants of an administration.
  static func grantFile(_ body: String) -> Route { .workshop(WorkshopRoute(.grantFile, body)) }
}
