import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Who has what: the map, its matrix, the surprises, and the campaigns that make the inventory.
struct InventoryPage {
  /// A record that a rule of the inventory has something to say about.
  struct Surprise {
    let title: String
    let address: String
    let assessment: Assessment
  }

  /// A campaign with how far it is.
  struct CampaignLine {
    let campaign: InventoryCampaign
    let organization: String
    let progress: InventoryProgress
  }

  let map: InventoryMap
  let isWhole: Bool
  let surprises: [Surprise]
  let campaigns: [CampaignLine]
  let registers: [(register: RegisterKind, count: Int)]
  let link: (RecordKey) -> String?

  func page(_ context: PageContext) -> Page {
    let title = context.say("Qui détient quoi", "Who has what")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Les logiciels, les partenaires et les données de vos organisations, et ce qui passe de l’un à l’autre.",
          "The applications, partners and data of your organisations, and what goes from one to another."
        )
      }
      ul(.class("inline")) {
        for line in registers {
          li {
            a(.href(context.link(.workRegister(line.register)))) { context.say(line.register.plural) }
            " (\(context.language.number(line.count)))"
          }
        }
      }
      search(context)
      if map.nodes.isEmpty { empty(context) } else { drawn(context) }
      found(context)
      campaignList(context)
    }
  }

  private func search(_ context: PageContext) -> HTML {
    form(.class("toolbar"), .action(context.link(.inventory)), .method("get"), .role("search")) {
      div(.class("field")) {
        label(.for("q")) { context.say("Logiciel, partenaire, donnée", "Application, partner, data") }
        input(.id("q"), .name("q"), .type("search"), .value(context.query["q"]))
      }
      button(.type("submit"), .class("second")) { context.say("Chercher", "Search") }
      p(.class("toolbar-count")) {
        context.language.count(map.nodes.count, fr: ("lieu", "lieux"), en: ("place", "places"))
      }
    }
  }

  private func empty(_ context: PageContext) -> HTML {
    emptyState(
      isWhole
        ? context.say("L’inventaire est vide", "The inventory is empty")
        : context.say("Rien ne porte ce nom", "Nothing has this name")
    ) {
      if isWhole {
        p {
          context.say(
            "Commencez par les logiciels métiers : ce sont eux qui tiennent les données.",
            "Begin with the applications: they hold the data."
          )
          " "
          a(.href(context.link(.workRegister(.application)))) {
            context.say("Ouvrir le registre des logiciels", "Open the register of applications")
          }
        }
      } else {
        p { a(.href(context.link(.inventory))) { context.say("Voir toute la carte", "See the whole map") } }
      }
    }
  }

  @HTMLBuilder private func drawn(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("carte")) {
      h2(.id("carte")) { context.say("La carte", "The map") }
      if map.nodes.count > InventoryDrawing.mostPlaces {
        p {
          context.say(
            "\(map.nodes.count) lieux : cherchez un nom pour dessiner ce qui l’entoure.",
            "\(map.nodes.count) places: search a name to draw what is around it."
          )
        }
      } else {
        InventoryDrawing(map: map, link: link).view(context)
      }
    }
    if !map.links.isEmpty {
      section(.ariaLabelledBy("matrice")) {
        h2(.id("matrice")) { context.say("Qui transmet à qui", "Who sends to whom") }
        matrix(context)
      }
    }
  }

  private func matrix(_ context: PageContext) -> HTML {
    let sources = map.nodes.filter { node in map.links.contains { $0.from == node.id } }
    let targets = map.nodes.filter { node in map.links.contains { $0.to == node.id } }
    let pairs = Dictionary(grouping: map.links) { $0.from + "\u{0}" + $0.to }
    return DataTable(
      id: "matrice-tableau",
      caption: context.say(
        "Ce qui va de chaque lieu à chaque autre",
        "What goes from each place to each other"
      ),
      columns: [DataTable.Column(context.say("De", "From"))] + targets.map { DataTable.Column($0.title) },
      rows: sources.map { source in
        [HTML.text(source.title)]
          + targets.map { target in
            cell(pairs[source.id + "\u{0}" + target.id] ?? [], context)
          }
      },
      hasRowHeaders: true
    ).view()
  }

  @HTMLBuilder private func cell(_ links: [InventoryMap.Link], _ context: PageContext) -> HTML {
    for link in links {
      div {
        if link.nature == .holds {
          context.say("détient", "holds")
        } else if let flow = link.flow, let address = self.link(RecordKey(DataFlow.self, flow)) {
          a(.href(address)) { link.title }
        } else {
          link.title
        }
        if link.hasPersonalData { " "; badge(context.say("personnel", "personal"), .fair) }
        if link.isUnruled { " "; badge(context.say("sans règle", "unruled"), .poor) }
      }
    }
  }

  private func found(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("surprises")) {
      h2(.id("surprises")) { context.say("Ce que l’inventaire révèle", "What the inventory reveals") }
      if surprises.isEmpty {
        p(.class("fine")) { context.say("Rien à signaler.", "Nothing to report.") }
      } else {
        ul(.class("plain-list")) {
          for surprise in surprises {
            li {
              a(.href(surprise.address)) { surprise.title }
              " : "
              badge(
                context.say(surprise.assessment.verdict.label),
                surprise.assessment.verdict == .nonCompliant ? .poor : .fair
              )
              " "
              context.say(surprise.assessment.evidence)
              if let remedy = surprise.assessment.remedy { p(.class("fine")) { context.say(remedy) } }
            }
          }
        }
      }
    }
  }

  private func campaignList(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("campagnes")) {
      h2(.id("campagnes")) { context.say("Campagnes d’inventaire", "Inventory campaigns") }
      if campaigns.isEmpty {
        p {
          context.say(
            "Aucune campagne : choisissez quelques domaines, et confiez-les aux référents.",
            "No campaign: choose a few domains, and entrust them to stewards."
          )
          " "
          a(.href(context.link(.newSheet(.inventoryCampaign)))) {
            context.say("Ouvrir une campagne", "Open a campaign")
          }
        }
      } else {
        ul(.class("plain-list")) {
          for line in campaigns {
            li {
              a(.href(context.link(.inventoryCampaign(line.campaign.id)))) { line.campaign.title }
              " (\(line.organization)) : "
              context.language.count(
                line.progress.done,
                fr: ("famille", "familles"),
                en: ("family", "families")
              )
              context.say(" sur \(line.progress.total)", " of \(line.progress.total)")
              tag(
                "progress",
                Attribute("max", max(line.progress.total, 1)),
                .value(String(line.progress.done)),
                .ariaLabel(line.campaign.title)
              ) {}
            }
          }
        }
      }
    }
  }
}
