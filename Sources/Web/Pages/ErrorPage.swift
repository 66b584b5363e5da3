import Markup
import Messages

/// The page that tells people what went wrong and what to do.
public enum ErrorPage {
  /// Makes the page of a problem.
  public static func page(_ problem: Problem, _ context: PageContext) -> Page {
    let title = ProblemDocument.title(problem.status, context.language)
    return Page(title: title, isIndexed: false, showsSearch: problem.status != 404) {
      article(.class("prose error-page")) {
        h1 { title }
        p(.class("lead")) { context.say(problem.failure.message) }
        if let remedy = problem.failure.remedy { p { context.say(remedy) } }
        if problem.status == 404 { search(context) }
        ul {
          li { a(.href(context.link(.home))) { context.say("Revenir à l’accueil", "Back to the home page") } }
          li { a(.href(context.link(.datasets))) { context.say("Voir toutes les données", "See all data") } }
        }
        p(.class("fine")) {
          context.say("Code : ", "Code: ")
          code { problem.failure.code }
          context.say(" · requête ", " · request ")
          code { problem.request }
        }
      }
    }
  }

  private static func search(_ context: PageContext) -> HTML {
    form(.class("search-large"), .action(context.link(.datasets)), .method("get"), .role("search")) {
      label(.for("q404")) { context.say("Rechercher des données", "Search data") }
      div {
        input(.id("q404"), .name("q"), .type("search"))
        button(.type("submit")) { context.say("Rechercher", "Search") }
      }
    }
  }
}
