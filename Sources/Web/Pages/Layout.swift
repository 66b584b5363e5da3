public import Markup
import Messages

/// The frame of every page: head, header, navigation, footer.
extension Page {
  /// The whole document.
  public func document(_ context: PageContext) -> HTML {
    html(.lang(context.language.rawValue)) {
      documentHead(context)
      Markup.body {
        a(.class("skip"), .href("#contenu")) { context.say("Aller au contenu", "Skip to content") }
        siteHeader(context)
        if !breadcrumbs.isEmpty { trail(context) }
        main(.id("contenu"), .class("page"), .tabindex(-1)) { body }
        siteFooter(context)
      }
    }
  }

  func documentHead(_ context: PageContext, isWorkshop: Bool = false) -> HTML {
    head {
      meta(Attribute("charset", "utf-8"))
      tag("title") { title == context.site.name ? title : "\(title) · \(context.site.name)" }
      meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
      if !summary.isEmpty { meta(.name("description"), Attribute("content", summary)) }
      if !isIndexed || isWorkshop { meta(.name("robots"), Attribute("content", "noindex")) }
      meta(.name("color-scheme"), Attribute("content", "light dark"))
      stylesheet(context.assets.href("arpent.css"))
      if isWorkshop || usesForms { stylesheet(context.assets.href("workshop.css")) }
      stylesheet(context.assets.themeHref(accent: context.site.accent))
      voidTag("link", .rel("icon"), .type("image/svg+xml"), .href(context.assets.href("icon.svg")))
      voidTag("link", .rel("canonical"), .href(context.absolute(context.route.link(context.language))))
      for other in Language.allCases where other != context.language {
        voidTag(
          "link",
          .rel("alternate"),
          Attribute("hreflang", other.rawValue),
          .href(context.absolute(context.here(in: other)))
        )
      }
      if let feed {
        voidTag(
          "link",
          .rel("alternate"),
          .type("application/atom+xml"),
          .title(title),
          .href(context.link(feed))
        )
      }
      for script in scripts {
        tag("script", .type("module"), .src(context.assets.href(script.rawValue)))
      }
      if let linkedData {
        tag("script", .type("application/ld+json")) { HTML.raw(Self.inert(linkedData)) }
      }
      if let refreshAfter {
        noscript {
          meta(Attribute("http-equiv", "refresh"), Attribute("content", "\(refreshAfter)"))
        }
      }
      if scripts.contains(.map), let leaflet = context.assets.leaflet {
        stylesheet(leaflet.href("leaflet.css"))
      }
    }
  }

  /// JSON in which nothing can end the element that holds it, or open a comment.
  static func inert(_ json: String) -> String {
    json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
  }

  private func stylesheet(_ href: String) -> HTML { voidTag("link", .rel("stylesheet"), .href(href)) }

  private func siteHeader(_ context: PageContext) -> HTML {
    header(.class("site")) {
      div(.class("site-bar")) {
        p(.class("wordmark")) {
          a(.href(context.link(.home)), .rel("home")) {
            logo(context)
            span { context.site.name }
          }
        }
        if showsSearch { headerSearch(context) }
      }
      nav(.class("site-nav"), .ariaLabel(context.say("Principale", "Main"))) {
        ul {
          for item in Self.navigation {
            li {
              a(.href(context.link(item.route)), .ariaCurrent(current(item.section, item.route, context))) {
                context.say(item.label)
              }
            }
          }
        }
      }
    }
  }

  private func logo(_ context: PageContext) -> HTML {
    guard let logo = context.site.logo else { return .empty }
    return voidTag(
      "img",
      .src(logo.href),
      .alt(logo.alternative),
      Attribute("width", logo.width),
      Attribute("height", logo.height)
    )
  }

  private func current(_ item: Section, _ route: Route, _ context: PageContext) -> String? {
    guard item == section else { return nil }
    return route == context.route ? "page" : "true"
  }

  private func headerSearch(_ context: PageContext) -> HTML {
    tag("search") {
      form(.class("site-search"), .action(context.link(.datasets)), .method("get")) {
        label(.for("site-q"), .class("unseen")) { context.say("Rechercher des données", "Search data") }
        input(
          .id("site-q"),
          .name("q"),
          .type("search"),
          Attribute("autocomplete", "off"),
          Attribute("placeholder", context.say("Rechercher des données", "Search data"))
        )
        button(.type("submit")) { context.say("Rechercher", "Search") }
      }
    }
  }

  func trail(_ context: PageContext, from root: (title: String, route: Route)? = nil) -> HTML {
    nav(.class("trail"), .ariaLabel(context.say("Fil d’Ariane", "Breadcrumbs"))) {
      ol {
        li {
          a(.href(context.link(root?.route ?? .home))) { root?.title ?? context.say("Accueil", "Home") }
        }
        for crumb in breadcrumbs {
          li {
            if let href = crumb.href {
              a(.href(href)) { crumb.title }
            } else {
              span(.ariaCurrent("page")) { crumb.title }
            }
          }
        }
      }
    }
  }

  func siteFooter(_ context: PageContext) -> HTML {
    footer(.class("site")) {
      div(.class("site-foot")) {
        p {
          strong { context.site.name }
          br()
          context.site.tagline
        }
        nav(.ariaLabel(context.say("Pied de page", "Footer"))) {
          ul {
            li { a(.href(context.link(.legal))) { context.say("Mentions légales", "Legal notice") } }
            li {
              a(.href(context.link(.accessibility))) { Self.conformity(context) }
            }
            li { a(.href(context.link(.registers))) { context.say("Registres publics", "Public registers") } }
            li {
              a(.href(context.link(.api))) {
                context.say("Interface de programmation (API)", "Programming interface (API)")
              }
            }
            if let email = context.site.contactEmail {
              li { a(.href("mailto:" + email)) { context.say("Nous écrire", "Write to us") } }
            }
            for other in Language.allCases where other != context.language {
              li {
                a(
                  .href(context.here(in: other)),
                  .lang(other.rawValue),
                  Attribute("hreflang", other.rawValue)
                ) {
                  other == .french ? "Français" : "English"
                }
              }
            }
          }
        }
      }
    }
  }

  private static func conformity(_ context: PageContext) -> String {
    switch context.site.accessibility {
    case .none: context.say("Accessibilité : non conforme", "Accessibility: not compliant")
    case .partial: context.say("Accessibilité : partiellement conforme", "Accessibility: partially compliant")
    case .total: context.say("Accessibilité : totalement conforme", "Accessibility: fully compliant")
    }
  }

  private static let navigation: [(section: Section, route: Route, label: Bilingual)] = [
    (.datasets, .datasets, Bilingual(fr: "Données", en: "Data")),
    (.themes, .themes, Bilingual(fr: "Thèmes", en: "Themes")),
    (.organizations, .organizations, Bilingual(fr: "Organisations", en: "Organisations")),
    (.journal, .journal, Bilingual(fr: "Journal", en: "Journal")),
    (.api, .api, Bilingual(fr: "API", en: "API")),
  ]
}
