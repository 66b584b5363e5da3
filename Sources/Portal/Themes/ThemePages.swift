public import Catalogue
import Markup
import Messages
public import Web

/// Every theme with its number of datasets.
public enum ThemeListPage {
  /// Makes the page.
  public static func page(_ themes: [(theme: Theme, count: Int)], _ context: PageContext) -> Page {
    let title = context.say("Thèmes", "Themes")
    return Page(
      title: title,
      summary: context.say(
        "Les données de \(context.site.name) par thème.",
        "The data of \(context.site.name) by theme."
      ),
      breadcrumbs: [Page.Crumb(title)],
      section: .themes
    ) {
      h1 { title }
      ul(.class("theme-grid")) {
        for (theme, count) in themes {
          li {
            a(.href(context.link(.theme(theme.id)))) { context.say(theme.label) }
            " "
            span(.class("count")) { context.language.number(count) }
            p { context.say(theme.summary) }
          }
        }
      }
    }
  }
}

/// The page of a theme.
public enum ThemePage {
  /// Makes the page of a theme with its last updated datasets.
  public static func page(_ theme: Theme, datasets: [DatasetCard], total: Int, _ context: PageContext) -> Page
  {
    let title = context.say(theme.label)
    return Page(
      title: title,
      summary: context.say(theme.summary),
      breadcrumbs: [Page.Crumb(context.say("Thèmes", "Themes"), context.link(.themes)), Page.Crumb(title)],
      section: .themes
    ) {
      h1 { title }
      p(.class("lead")) { context.say(theme.summary) }
      h2 {
        context.language.count(total, fr: ("jeu de données", "jeux de données"), en: ("dataset", "datasets"))
      }
      if datasets.isEmpty {
        emptyState(
          context.say("Rien n’est encore publié sur ce thème.", "Nothing is published on this theme yet.")
        ) {
          p {
            a(.href(context.link(.themes))) { context.say("Voir les autres thèmes", "See the other themes") }
          }
        }
      } else {
        datasetLines(datasets, headingLevel: 3, context)
      }
      if total > datasets.count {
        p {
          a(.href(context.link(.datasets, Query(["theme": theme.id])))) {
            context.say("Tous les jeux de données de ce thème", "All datasets of this theme")
          }
        }
      }
      families(theme, context)
    }
  }

  /// What a territory usually holds on the theme: what is not there can be asked for.
  private static func families(_ theme: Theme, _ context: PageContext) -> HTML {
    let domains = theme.domains
    guard !domains.isEmpty, context.language == .french else { return .empty }
    return details {
      summary {
        context.say(
          "Ce qu’un territoire détient d’ordinaire sur ce thème",
          "What a territory usually holds on this theme"
        )
      }
      for domain in domains {
        p(.class("domain")) { strong { context.say(domain.label) } }
        ul { for family in domain.families { li { family.name } } }
      }
    }
  }
}
