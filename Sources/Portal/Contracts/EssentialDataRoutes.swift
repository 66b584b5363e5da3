import Acts
import CivilTime
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The essential data of contracts, for anyone and for data.gouv.fr.
  func addEssentialData(_ reader: PortalReader, _ plumbing: Plumbing) {
    route(.publicEssentialData) { request, _, _, _ in
      try await plumbing.answer(request, mediaType: "application/json; charset=utf-8") {
        // The day only matters to contracts that are not published, which are not in the file.
        EssentialData(in: reader.state.snapshot, today: "").bytes
      }
    }
  }
}

extension PublicRegisterExtras {
  /// The contracts are also given in the format of the law.
  static let contract = PublicRegisterExtras(
    listPanel: { _, context in
      p {
        a(.href(context.link(.publicEssentialData))) {
          context.say(
            "Données essentielles des marchés et concessions (DECP 2.0.3, JSON)",
            "Essential data of contracts and concessions (DECP 2.0.3, JSON)"
          )
        }
      }
    }
  )
}
