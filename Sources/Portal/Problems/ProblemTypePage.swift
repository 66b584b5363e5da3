import Acts
import Markup
import Messages
import Register
public import Web

/// What the address of a problem's type leads to (RFC 9457 § 3.1.1).
public enum ProblemTypePage {
  /// Makes the page of a code; `nil` where no problem has it.
  public static func page(code name: String, _ context: PageContext) -> Page? {
    guard let problem = ProblemCatalogue.problem(name) else { return nil }
    let family = ProblemFamily.of(name)
    let rule = name.hasPrefix("gate.") ? PublicationRules.all.first { "gate.\($0.id)" == name } : nil
    if name.hasPrefix("gate."), rule == nil { return nil }
    let title = context.say("Code d’erreur", "Error code")
    return Page(title: "\(title) \(name)", breadcrumbs: [Page.Crumb(title)], isIndexed: false) {
      article(.class("prose")) {
        h1 {
          title
          " "
          code { name }
        }
        p(.class("lead")) { context.say(rule?.title ?? problem.message ?? family.explanation) }
        if rule != nil || problem.message != nil { p { context.say(family.explanation) } }
        h2 { context.say("Que faire", "What to do") }
        p { context.say(rule?.remedy ?? problem.remedy ?? family.remedy) }
        h2 { context.say("Pour un programme", "For a program") }
        facts([
          (
            context.say("Statut HTTP", "HTTP status"),
            .text(problem.statuses.map(String.init).joined(separator: ", "))
          ),
          (context.say("Famille", "Family"), code { family.prefix }),
          (context.say("Article", "Article"), .text(rule?.article ?? "")),
        ])
        p { stable(context) }
        p { a(.href(context.link(.api))) { context.say("Mode d’emploi de l’API", "Guide to the API") } }
      }
    }
  }

  private static func stable(_ context: PageContext) -> String {
    context.say(
      "Ce code désigne toujours le même problème ; un programme peut s’y fier. La réponse qui le porte dit ce "
        + "qui s’est passé (detail), ce qu’il faut faire (remedy) et où (pointer, location).",
      "This code always means the same problem; a program may rely on it. The answer that holds it says what "
        + "happened (detail), what to do (remedy) and where (pointer, location)."
    )
  }
}
