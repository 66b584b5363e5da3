public import Catalogue
import Markup
import Messages
public import Web

/// A search of the catalogue and its answer.
public struct DatasetListModel: Sendable {
  /// What was asked.
  public var query: DatasetQuery
  /// What was found.
  public var results: DatasetResults

  /// Pairs a question with its answer.
  public init(query: DatasetQuery, results: DatasetResults) {
    self.query = query
    self.results = results
  }
}

/// The catalogue: search, facets, results.
public enum DatasetListPage {
  /// Makes the page.
  public static func page(_ model: DatasetListModel, _ context: PageContext) -> Page {
    let title = context.say("Données", "Data")
    return Page(
      title: model.query.text.isEmpty
        ? title
        : context.say("« \(model.query.text) » dans les données", "“\(model.query.text)” in the data"),
      summary: context.say(
        "Chercher dans tous les jeux de données de \(context.site.name).",
        "Search all the datasets of \(context.site.name)."
      ),
      breadcrumbs: [Page.Crumb(title)],
      section: .datasets,
      scripts: [.search],
      isIndexed: context.query.isEmpty,
      showsSearch: false
    ) {
      h1 { title }
      searchForm(model, context)
      div(
        .id("resultats"),
        .class("with-side"),
        Attribute("data-fragment", context.link(.resultsFragment))
      ) { DatasetResultsView(model: model).view(context) }
    }
  }

  private static func searchForm(_ model: DatasetListModel, _ context: PageContext) -> HTML {
    form(
      .id("recherche"),
      .class("search-large"),
      .action(context.link(.datasets)),
      .method("get"),
      .role("search")
    ) {
      label(.for("q")) {
        context.say(
          "Mots cherchés dans les titres, descriptions et colonnes",
          "Words sought in titles, descriptions and columns"
        )
      }
      div {
        input(
          .id("q"),
          .name("q"),
          .type("search"),
          .value(model.query.text),
          Attribute("autocomplete", "off"),
          Attribute("maxlength", "200")
        )
        button(.type("submit")) { context.say("Rechercher", "Search") }
      }
      for parameter in context.query.removing("q", "page").parameters {
        input(.type("hidden"), .name(parameter.name), .value(parameter.value))
      }
    }
  }
}
