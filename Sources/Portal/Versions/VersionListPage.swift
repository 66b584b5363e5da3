public import Catalogue
import Markup
import Messages
public import Web

/// Every version of a dataset.
public enum VersionListPage {
  /// Makes the page; `versions` has the latest first.
  public static func page(_ dataset: Dataset, versions: [DatasetVersion], _ context: PageContext) -> Page {
    let title = context.say("Versions", "Versions")
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [
        Page.Crumb(context.say("Données", "Data"), context.link(.datasets)),
        Page.Crumb(dataset.title, context.linkThen(.dataset(dataset.id))), Page.Crumb(title),
      ],
      section: .datasets,
      isIndexed: context.asOf == nil
    ) {
      h1 { context.say("Versions de « \(dataset.title) »", "Versions of “\(dataset.title)”") }
      pastNotice(context)
      p(.class("lead")) {
        context.say(
          "Chaque version reste lisible et téléchargeable : une nouvelle ne remplace jamais l’ancienne.",
          "Each version can still be read and downloaded: a new one never replaces the old."
        )
      }
      VersionTable(slug: dataset.id, versions: versions, limit: versions.count).view(context)
    }
  }
}
