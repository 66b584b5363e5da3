public import Catalogue
import Markup
import Messages
public import Web

/// An organisation with what it publishes.
public struct OrganizationModel: Sendable {
  /// The organisation.
  public var organization: Organization
  /// The one it belongs to.
  public var parent: Organization?
  /// Those that belong to it.
  public var children: [Organization]
  /// The first of its datasets, the last updated first.
  public var datasets: [DatasetCard]
  /// How many it has.
  public var total: Int

  /// Gathers an organisation's page.
  public init(
    organization: Organization,
    parent: Organization? = nil,
    children: [Organization] = [],
    datasets: [DatasetCard],
    total: Int
  ) {
    self.organization = organization
    self.parent = parent
    self.children = children
    self.datasets = datasets
    self.total = total
  }
}

/// The page of an organisation.
public enum OrganizationPage {
  /// Makes the page.
  public static func page(_ model: OrganizationModel, _ context: PageContext) -> Page {
    let organization = model.organization
    return Page(
      title: organization.name,
      summary: Markdown.plain(organization.description, limit: 155),
      breadcrumbs: [
        Page.Crumb(context.say("Organisations", "Organisations"), context.linkThen(.organizations)),
        Page.Crumb(organization.name),
      ],
      section: .organizations,
      isIndexed: context.asOf == nil
    ) {
      h1 { organization.name }
      pastNotice(context)
      div(.class("with-sheet")) {
        div {
          if !organization.description.isEmpty {
            div(.class("prose")) { Markdown.html(organization.description) }
          }
          datasets(model, context)
          dayChoice(context.route, context)
        }
        aside(.class("sheet"), .ariaLabel(context.say("Fiche", "Data sheet"))) { sheet(model, context) }
      }
    }
  }

  private static func datasets(_ model: OrganizationModel, _ context: PageContext) -> HTML {
    section(.ariaLabelledBy("jeux")) {
      h2(.id("jeux")) {
        context.language.count(
          model.total,
          fr: ("jeu de données", "jeux de données"),
          en: ("dataset", "datasets")
        )
      }
      if model.datasets.isEmpty {
        emptyState(context.say("Rien n’est encore publié.", "Nothing is published yet."))
      } else {
        datasetLines(model.datasets, headingLevel: 3, context)
      }
      if model.total > model.datasets.count, context.asOf == nil {
        p {
          a(.href(context.link(.datasets, Query(["organisation": model.organization.id])))) {
            context.say("Tous ses jeux de données", "All its datasets")
          }
        }
      }
    }
  }

  private static func sheet(_ model: OrganizationModel, _ context: PageContext) -> HTML {
    let organization = model.organization
    return fragment {
      facts([
        (context.say("Nature", "Nature"), .text(context.say(organization.nature.label))),
        (
          context.say("Fait partie de", "Part of"),
          model.parent.map { parent in a(.href(context.linkThen(.organization(parent.id)))) { parent.name } }
            ?? .empty
        ),
        (context.say("SIREN", "SIREN"), .text(organization.siren ?? "")),
        (context.say("Code INSEE", "INSEE code"), .text(organization.codeInsee ?? "")),
        (context.say("Site", "Site"), homepage(organization)),
        (
          context.say("Écrire à", "Write to"),
          organization.email.map { email in a(.href("mailto:" + email)) { email } } ?? .empty
        ),
      ])
      if !model.children.isEmpty {
        h2 { context.say("En font partie", "Parts of it") }
        ul {
          for child in model.children {
            li { a(.href(context.linkThen(.organization(child.id)))) { child.name } }
          }
        }
      }
    }
  }

  private static func homepage(_ organization: Organization) -> HTML {
    guard let homepage = organization.homepage, let address = Markdown.safeAddress(homepage) else {
      return .empty
    }
    return a(.href(address), .rel("noopener")) {
      address.split(separator: "/").dropFirst().first.map(String.init) ?? address
    }
  }
}
