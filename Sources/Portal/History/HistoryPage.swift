public import Catalogue
import Markup
import Messages
public import Web

/// How a dataset's description changed, and the way to see its page at another date.
public enum HistoryPage {
  /// Makes the page; `lines` has the latest first.
  public static func page(_ dataset: Dataset, lines: [JournalLine], _ context: PageContext) -> Page {
    let title = context.say("Historique", "History")
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [
        Page.Crumb(context.say("Données", "Data"), context.link(.datasets)),
        Page.Crumb(dataset.title, context.link(.dataset(dataset.id))), Page.Crumb(title),
      ],
      section: .datasets
    ) {
      h1 { context.say("Historique de « \(dataset.title) »", "History of “\(dataset.title)”") }
      form(.class("toolbar"), .action(context.link(.dataset(dataset.id))), .method("get")) {
        div(.class("field")) {
          label(.for("le")) {
            context.say("Voir la page telle qu’elle était le", "See the page as it was on")
          }
          input(
            .id("le"),
            .name("le"),
            .type("date"),
            Attribute("max", context.today.iso),
            Attribute("min", String(dataset.createdAt.prefix(10))),
            Attribute("required", true)
          )
        }
        button(.type("submit")) { context.say("Voir", "See") }
      }
      JournalTable(lines: lines).view(context)
    }
  }
}
