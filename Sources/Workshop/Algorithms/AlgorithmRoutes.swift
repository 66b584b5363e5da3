import Acts
import Foundation
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The executable rules of algorithms, their decisions, their mention, the sheets that are adopted.
  func addAlgorithms(desk: Desk, plumbing: Plumbing) {
    let room = AlgorithmRoom(room: RegisterRoom(desk: desk))
    let rules = AlgorithmRuleDesk(room: room)
    let decisions = DecisionDesk(room: room)
    let adoption = AdoptionDesk(room: room)
    workshopPage(.algorithmRule, plumbing) { try rules.page($0, $1) }
    workshopAction(.algorithmRule, plumbing) { try await rules.act($0, $1, $2) }
    workshopPage(.algorithmComparison, plumbing) { try rules.comparison($0, $1) }
    workshopPage(.algorithmMention, plumbing) { try room.mention($0, $1) }
    workshopPage(.algorithmDecisions, plumbing) { try decisions.page($0, $1) }
    workshopAction(.algorithmDecisions, plumbing) { try await decisions.compute($0, $1, $2) }
    workshopPage(.algorithmDecision, plumbing) { try decisions.decision($0, $1) }
    workshopAction(.algorithmDecision, plumbing) { try await decisions.act($0, $1, $2) }
    workshopPage(.algorithmAdoption, plumbing) { try adoption.page($0, $1) }
    let folder = desk.platform.configuration.dataFolder.appending(path: "staging")
    let limits = FormLimits.files(upTo: 1, of: 1_048_576, in: folder)
    workshopAction(.algorithmAdoption, plumbing, limits: limits) { try await adoption.act($0, $1, $2) }
  }
}

extension RegisterExtras {
  /// An algorithm leads to its rule, its mention and its decisions; the list, to the sheets that can be adopted.
  static let algorithm = RegisterExtras(
    links: { place in
      var links = [
        Link(
          label: Bilingual(fr: "Règle exécutable", en: "Executable rule"),
          route: .algorithmRule(place.sheet.id)
        ),
        Link(
          label: Bilingual(fr: "Mention à imprimer", en: "Mention to print"),
          route: .algorithmMention(place.sheet.id)
        ),
      ]
      if place.sight.mayWrite || place.sight.mayDecide {
        links.append(
          Link(
            label: Bilingual(fr: "Décisions calculées", en: "Computed decisions"),
            route: .algorithmDecisions(place.sheet.id)
          )
        )
      }
      return links
    },
    panel: { place, context in
      place.record(Algorithm.self).map { AlgorithmSizePanel($0, place).view(context) } ?? .empty
    },
    listLinks: { room, signedIn in
      guard room.desk.holds(RegisterKind.algorithm.rights.write, signedIn.person) else { return [] }
      return [
        Link(
          label: Bilingual(fr: "Adopter la fiche d’un éditeur", en: "Adopt a vendor’s sheet"),
          route: .algorithmAdoption
        )
      ]
    }
  )
}

extension Route {
  /// The executable rule of an algorithm.
  static func algorithmRule(_ id: String) -> Route { .workshop(WorkshopRoute(.algorithmRule, id)) }
  /// What changes between two versions of a rule.
  static func algorithmComparison(_ id: String) -> Route {
    .workshop(WorkshopRoute(.algorithmComparison, id))
  }
  /// The mention that decisions must carry.
  static func algorithmMention(_ id: String) -> Route { .workshop(WorkshopRoute(.algorithmMention, id)) }
  /// The decisions computed by a rule.
  static func algorithmDecisions(_ id: String) -> Route { .workshop(WorkshopRoute(.algorithmDecisions, id)) }
  /// A decision computed by a rule.
  static func algorithmDecision(_ id: String, _ decision: String) -> Route {
    .workshop(WorkshopRoute(.algorithmDecision, id, decision))
  }
  /// Where a ready sheet is adopted.
  static let algorithmAdoption = Route.workshop(WorkshopRoute(.algorithmAdoption))
}
