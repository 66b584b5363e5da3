import Acts
import Governance
import Markup
import Messages
import Register
import Web

extension RegisterExtras {
  /// What the registers of retention show beside what every register has.
  static let retentionRule = RegisterExtras(
    listLinks: { _, _ in [retentionLink] },
    listPanel: { _, _, _ in .empty }
  )

  /// A proposal, its decision and its execution have a page of their own.
  static let elimination = RegisterExtras(
    links: { place in
      [
        Link(
          label: Bilingual(fr: "Décider, faire viser, exécuter", en: "Decide, get the visa, execute"),
          route: .elimination(place.sheet.id)
        )
      ]
    },
    listLinks: { _, _ in [retentionLink] }
  )

  static let retentionLink = Link(
    label: Bilingual(fr: "Ce qui est échu aujourd’hui", en: "What is past its date today"),
    route: .retention
  )
}
