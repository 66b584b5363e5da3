import Catalogue
internal import CivilTime
import Markup
import Messages
import Web

/// A dataset in a list: its title, what it is, and what one needs to choose it.
struct DatasetLine {
  let card: DatasetCard
  let headingLevel: Int

  init(_ card: DatasetCard, headingLevel: Int = 2) {
    self.card = card
    self.headingLevel = headingLevel
  }

  func view(_ context: PageContext) -> HTML {
    article(.class("dataset-line")) {
      heading { a(.href(context.linkThen(.dataset(card.id)))) { card.title } }
      if !card.summary.isEmpty { p { card.summary } }
      ul(.class("facts-line")) {
        li {
          span(.class("unseen")) { context.say("Organisation : ", "Organisation: ") }
          card.organizationName
        }
        li {
          context.say("Mis à jour le ", "Updated on ")
          day(card.updatedAt, context)
        }
        if let rows = card.rows {
          li { context.language.count(rows, fr: ("ligne", "lignes"), en: ("row", "rows")) }
        }
        if !card.formats.isEmpty { li { card.formats.map(FormatLabel.name).joined(separator: ", ") } }
        let freshness = card.freshness(on: context.today)
        if freshness.state == .late { li { freshnessBadge(freshness, context) } }
        if card.access != .open { li { badge(context.say(card.access.label), .neutral) } }
      }
    }
  }

  private func heading(@HTMLBuilder content: () -> HTML) -> HTML {
    headingLevel == 2 ? h2 { content() } : h3 { content() }
  }
}

/// Freshness in two words.
func freshnessBadge(_ freshness: Freshness, _ context: PageContext) -> HTML {
  let tone: Tone =
    switch freshness.state {
    case .onTime: .good
    case .dueSoon: .fair
    case .late: .poor
    case .notPeriodic, .unknown: .neutral
    }
  return badge(context.say(freshness.state.label), tone)
}

/// Datasets one after the other.
func datasetLines(_ cards: [DatasetCard], headingLevel: Int = 2, _ context: PageContext) -> HTML {
  div(.class("dataset-lines")) { cards.map { DatasetLine($0, headingLevel: headingLevel).view(context) } }
}
