import Catalogue
public import Markup
import Messages
public import Web

/// What changes on the catalogue's page with each search: facets and results.
///
/// Scripts ask for it alone.
public struct DatasetResultsView {
  let model: DatasetListModel

  /// Shows an answer.
  public init(model: DatasetListModel) { self.model = model }

  /// The facets and the results.
  public func view(_ context: PageContext) -> HTML {
    fragment {
      div(.class("side")) { facets(context) }
      section(.class("results"), .ariaLabelledBy("resultats-titre")) {
        heading(context)
        corrections(context)
        if model.results.hits.isEmpty { nothing(context) } else { list(context) }
      }
    }
  }

  private func list(_ context: PageContext) -> HTML {
    let pagination = Pagination(
      offset: model.query.offset,
      limit: model.query.limit,
      total: model.results.total
    )
    return fragment {
      datasetLines(model.results.hits, headingLevel: 3, context)
      pagination.view(context) { link(context.query.setting("page", $0 == 1 ? nil : "\($0)"), context) }
    }
  }

  private func heading(_ context: PageContext) -> HTML {
    div(.class("results-head")) {
      h2(.id("resultats-titre"), .ariaLive("polite")) {
        context.language.count(
          model.results.total,
          fr: ("jeu de données", "jeux de données"),
          en: ("dataset", "datasets")
        )
      }
      nav(.class("sorts"), .ariaLabel(context.say("Trier", "Sort"))) {
        span(.class("sorts-label"), .ariaHidden()) { context.say("Trier :", "Sort:") }
        ul {
          for sort in [DatasetSort.relevance, .updated, .title, .rows, .quality] {
            let name = sort == .relevance ? nil : DatasetListAddress.name(sort)
            li {
              a(
                .href(link(context.query.removing("page").setting("tri", name), context)),
                .rel("nofollow"),
                .ariaCurrent(model.query.sort == sort ? "true" : nil)
              ) { context.say(sort.label) }
            }
          }
        }
      }
    }
  }

  private func corrections(_ context: PageContext) -> HTML {
    fragment {
      for correction in model.results.corrections {
        p(.class("correction")) {
          context.say("« \(correction.typed) » a été compris comme « ", "“\(correction.typed)” was read as “")
          strong { correction.understood }
          context.say(" ».", "”.")
        }
      }
      if model.results.relaxed, !model.results.hits.isEmpty {
        p(.class("correction")) {
          context.say(
            "Aucun jeu de données n’a tous ces mots ; voici ceux qui en ont le plus.",
            "No dataset has all these words; here are those that have most of them."
          )
        }
      }
    }
  }

  private func nothing(_ context: PageContext) -> HTML {
    emptyState(context.say("Rien ne correspond à cette recherche.", "Nothing matches this search.")) {
      ul {
        li {
          context.say(
            "Essayez un mot plus général, ou un synonyme.",
            "Try a more general word, or a synonym."
          )
        }
        if hasFilters {
          li {
            a(.href(link(Query(["q": model.query.text]), context))) {
              context.say("Garder les mots et retirer les filtres", "Keep the words and remove the filters")
            }
          }
        }
        li { a(.href(context.link(.datasets))) { context.say("Voir toutes les données", "See all data") } }
        if let email = context.site.contactEmail {
          li {
            a(.href("mailto:" + email)) {
              context.say("Demander une donnée qui manque", "Ask for data that is missing")
            }
          }
        }
      }
    }
  }

  private var hasFilters: Bool { FacetKey.allCases.contains { !model.query[$0].isEmpty } }

  private func facets(_ context: PageContext) -> HTML {
    details(.class("facets"), .open(true)) {
      summary {
        h2 { context.say("Filtres", "Filters") }
      }
      if hasFilters {
        p {
          a(.href(link(context.query.filter { $0.name == "q" || $0.name == "tri" }, context))) {
            context.say("Retirer tous les filtres", "Remove all filters")
          }
        }
      }
      for facet in model.results.facets
      where facet.values.count > 1 || facet.values.contains(where: \.selected) {
        group(facet, context).view(context)
      }
    }
  }

  private func group(_ facet: Facet, _ context: PageContext) -> FacetGroup {
    let name = DatasetListAddress.parameter(facet.key)
    let base = context.query.removing("page")
    return FacetGroup(
      key: name,
      title: context.say(facet.key.label),
      choices: facet.values.map { value in
        FacetGroup.Choice(
          label: context.say(value.label),
          count: value.count,
          isSelected: value.selected,
          href: link(base.toggling(name, value.value), context)
        )
      }
    )
  }

  private func link(_ query: Query, _ context: PageContext) -> String { context.link(.datasets, query) }
}
