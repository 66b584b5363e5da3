import Catalogue
import Markup
import Messages
public import Web

/// The page of a dataset: what it is, its rows, its map and chart, its columns, its files, its past.
public enum DatasetPage {
  /// Makes the page.
  public static func page(_ model: DatasetModel, _ context: PageContext) -> Page {
    let dataset = model.dataset
    var scripts: [Page.Script] = [.copy]
    if model.table != nil { scripts.append(.explorer) }
    if model.chart != nil { scripts.append(.chart) }
    if model.map != nil { scripts.append(.map) }
    var page = Page(
      title: dataset.title,
      summary: Markdown.plain(dataset.description, limit: 155),
      breadcrumbs: [
        Page.Crumb(context.say("Données", "Data"), context.link(.datasets)), Page.Crumb(dataset.title),
      ],
      section: .datasets,
      scripts: scripts,
      linkedData: LinkedData.dataset(model, context),
      isIndexed: context.query.isEmpty
    ) {
      article(.class("dataset")) {
        AboutSection(model: model).view(context)
        contents(model, context)
        sections(model, context)
      }
    }
    if dataset.hasPublicData { page.feed = .datasetFeed(dataset.id) }
    return page
  }

  private static func sections(_ model: DatasetModel, _ context: PageContext) -> HTML {
    fragment {
      if model.version == nil || model.dataset.access != .open { unpublished(model, context) }
      TableSection(model)?.view(context)
      MapSection(model)?.view(context)
      ChartSection(model)?.view(context)
      if !model.columns.isEmpty { DictionarySection(model: model).view(context) }
      DownloadSection(model)?.view(context)
      QualitySection(model: model).view(context)
      RuleSection(model)?.view(context)
      if !model.versions.isEmpty { VersionSection(model: model).view(context) }
      InterfaceSection(model)?.view(context)
      CitationSection(model: model).view(context)
      model.voices?.view(context) ?? .empty
    }
  }

  private static func unpublished(_ model: DatasetModel, _ context: PageContext) -> HTML {
    let isOpen = model.dataset.access == .open
    return notice(
      .neutral,
      title: isOpen
        ? context.say("Aucun fichier n’est encore publié.", "No file is published yet.")
        : context.say("Ces données ne sont pas publiques.", "This data is not public.")
    ) {
      p {
        isOpen
          ? context.say("La description dit ce qui viendra.", "The description says what will come.")
          : context.say(
            "Seule leur description l’est. Vous pouvez y demander accès.",
            "Only its description is. You may ask for access to it."
          )
      }
      if model.dataset.access == .restricted, model.voices != nil {
        p {
          a(.href(context.link(.askAccess(model.dataset.id)))) {
            context.say("Demander l’accès", "Ask for access")
          }
        }
      }
    }
  }

  private static func contents(_ model: DatasetModel, _ context: PageContext) -> HTML {
    var entries: [(anchor: String, label: String)] = []
    if model.table != nil { entries.append(("tableau", context.say("Tableau", "Table"))) }
    if model.map != nil { entries.append(("carte", context.say("Carte", "Map"))) }
    if model.chart != nil { entries.append(("graphique", context.say("Graphique", "Chart"))) }
    if !model.columns.isEmpty { entries.append(("dictionnaire", context.say("Dictionnaire", "Dictionary"))) }
    if DownloadSection(model) != nil {
      entries.append(("telecharger", context.say("Télécharger", "Download")))
    }
    entries.append(("qualite", context.say("Qualité", "Quality")))
    if !model.rules.isEmpty { entries.append(("regles", context.say("Règles", "Rules"))) }
    if !model.versions.isEmpty { entries.append(("versions", context.say("Versions", "Versions"))) }
    if InterfaceSection(model) != nil { entries.append(("api", "API")) }
    entries.append(("citer", context.say("Citer", "Cite")))
    if model.voices != nil { entries.append(("echanges", context.say("Échanges", "Exchanges"))) }
    return nav(.class("contents"), .ariaLabel(context.say("Dans cette page", "On this page"))) {
      ul { for entry in entries { li { a(.href("#" + entry.anchor)) { entry.label } } } }
    }
  }
}
