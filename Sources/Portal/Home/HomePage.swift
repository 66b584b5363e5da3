public import Catalogue
import Markup
import Messages
public import Web

/// What the home page tells.
public struct HomeModel: Sendable {
  /// The number of datasets the public sees.
  public var datasets: Int
  /// The number of rows one can read in them.
  public var rows: Int
  /// The number of organisations that publish at least one.
  public var organizations: Int
  /// The number of entries of the journal.
  public var entries: Int
  /// The themes that have datasets, with how many.
  public var themes: [(theme: Theme, count: Int)]
  /// The datasets updated last.
  public var latest: [DatasetCard]

  /// Gathers the home page's content.
  public init(
    datasets: Int,
    rows: Int,
    organizations: Int,
    entries: Int,
    themes: [(theme: Theme, count: Int)],
    latest: [DatasetCard]
  ) {
    self.datasets = datasets
    self.rows = rows
    self.organizations = organizations
    self.entries = entries
    self.themes = themes
    self.latest = latest
  }
}

/// The home page: what this is, a search, the themes, the latest data, a few true figures.
public enum HomePage {
  /// Makes the page.
  public static func page(_ model: HomeModel, _ context: PageContext) -> Page {
    Page(
      title: context.site.name,
      summary: context.site.tagline,
      scripts: [.search],
      linkedData: LinkedData.catalog(model, context),
      showsSearch: false
    ) {
      hero(model, context)
      if model.datasets == 0 { empty(context) }
      if !model.themes.isEmpty { themes(model, context) }
      if !model.latest.isEmpty { latest(model, context) }
      promises(model, context)
    }
  }

  private static func hero(_ model: HomeModel, _ context: PageContext) -> HTML {
    section(.class("hero"), .ariaLabelledBy("titre")) {
      ParcelDrawing.view(seed: context.site.name)
      h1(.id("titre")) {
        span(.class("eyebrow")) { context.say("Données publiques", "Public data") }
        " "
        context.site.name
      }
      if !context.site.tagline.isEmpty { p(.class("lead")) { context.site.tagline } }
      form(.class("search-large"), .action(context.link(.datasets)), .method("get"), .role("search")) {
        label(.for("q")) { context.say("Que cherchez-vous ?", "What are you looking for?") }
        div {
          input(
            .id("q"),
            .name("q"),
            .type("search"),
            Attribute("autocomplete", "off"),
            Attribute("placeholder", context.say("subventions, arbres, menus…", "grants, trees, menus…"))
          )
          button(.type("submit")) { context.say("Rechercher", "Search") }
        }
      }
      if model.datasets > 0 { figures(model, context) }
    }
  }

  private static func figures(_ model: HomeModel, _ context: PageContext) -> HTML {
    let language = context.language
    return keyFigures(
      [
        (language.number(model.datasets), context.say("jeux de données", "datasets")),
        (language.number(model.rows), context.say("lignes à lire", "rows to read")),
        (language.number(model.organizations), context.say("organisations", "organisations")),
        (language.number(model.entries), context.say("actes au journal", "acts in the journal")),
      ],
      label: context.say("En chiffres", "In figures")
    )
  }

  private static func empty(_ context: PageContext) -> HTML {
    emptyState(context.say("Aucune donnée n’est encore publiée.", "No data is published yet.")) {
      p {
        context.say("Sur la machine qui héberge ce site : ", "On the machine that hosts this site: ")
        code { "arpent publish fichier.csv --organization … --title …" }
      }
    }
  }

  private static func themes(_ model: HomeModel, _ context: PageContext) -> HTML {
    section(.ariaLabelledBy("themes")) {
      h2(.id("themes")) { context.say("Par thème", "By theme") }
      ul(.class("theme-grid")) {
        for (theme, count) in model.themes {
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

  private static func latest(_ model: HomeModel, _ context: PageContext) -> HTML {
    section(.ariaLabelledBy("dernieres")) {
      h2(.id("dernieres")) { context.say("Dernières mises à jour", "Latest updates") }
      datasetLines(model.latest, headingLevel: 3, context)
      p {
        a(.href(context.link(.datasets, Query(["tri": "mise-a-jour"])))) {
          context.say(
            "Toutes les données, de la plus récente à la plus ancienne",
            "All data, the latest first"
          )
        }
      }
    }
  }

  private static func promises(_ model: HomeModel, _ context: PageContext) -> HTML {
    section(.class("promises"), .ariaLabelledBy("promesses")) {
      h2(.id("promesses")) { context.say("Ce sur quoi vous pouvez compter", "What you can count on") }
      dl {
        for promise in promiseTexts {
          div {
            dt { context.say(promise.title) }
            dd { context.say(promise.text) }
          }
        }
      }
      p {
        a(.href(context.link(.journal))) {
          context.say("Lire le journal et sa preuve", "Read the journal and its proof")
        }
      }
    }
  }

  private static let promiseTexts: [(title: Bilingual, text: Bilingual)] = [
    (
      Bilingual(fr: "Le fichier d’origine", en: "The original file"),
      Bilingual(
        fr:
          "Chaque version est gardée telle qu’elle est arrivée, à l’octet près, avec les formats "
          + "ouverts à côté.",
        en: "Each version is kept as it came, to the byte, with open formats beside it."
      )
    ),
    (
      Bilingual(fr: "La qualité, avec ses raisons", en: "Quality, with its reasons"),
      Bilingual(
        fr:
          "Chaque cellule est lue. Ce qui manque, ce qui est faux et ce qui est en retard est dit "
          + "sur la page.",
        en: "Every cell is read. What is missing, wrong or late is said on the page."
      )
    ),
    (
      Bilingual(fr: "Rien n’est réécrit", en: "Nothing is rewritten"),
      Bilingual(
        fr: "Toute publication est inscrite à un journal chaîné, que chacun peut vérifier.",
        en: "Every publication enters a chained journal that anyone can verify."
      )
    ),
    (
      Bilingual(fr: "Sans clé ni compte", en: "No key, no account"),
      Bilingual(
        fr: "Pages, fichiers et API sont ouverts à tous, sans traceur ni appel à d’autres sites.",
        en: "Pages, files and API are open to all, without trackers or calls to other sites."
      )
    ),
  ]
}
