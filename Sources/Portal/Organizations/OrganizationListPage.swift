public import Catalogue
import Markup
import Messages
public import Web

/// Every organisation, those that belong to another under it.
public enum OrganizationListPage {
  /// Makes the page; `counts` has the number of public datasets by slug.
  public static func page(
    _ organizations: [Organization],
    counts: [String: Int],
    _ context: PageContext
  ) -> Page {
    let title = context.say("Organisations", "Organisations")
    return Page(
      title: title,
      summary: context.say(
        "Qui publie les données de \(context.site.name).",
        "Who publishes the data of \(context.site.name)."
      ),
      breadcrumbs: [Page.Crumb(title)],
      section: .organizations,
      isIndexed: context.asOf == nil
    ) {
      h1 { title }
      pastNotice(context)
      p(.class("lead")) {
        context.say(
          "Qui publie, et qui répond de chaque jeu de données.",
          "Who publishes, and who answers for each dataset."
        )
      }
      if organizations.isEmpty {
        emptyState(
          context.say("Aucune organisation n’est encore décrite.", "No organisation is described yet.")
        )
      } else {
        OrganizationTree(organizations, counts: counts).view(context)
        dayChoice(.organizations, context)
      }
    }
  }
}

/// Organisations as nested lists.
struct OrganizationTree {
  private let children: [String: [Organization]]
  private let roots: [Organization]
  private let counts: [String: Int]

  init(_ organizations: [Organization], counts: [String: Int]) {
    let known = Set(organizations.map(\.id))
    let sorted = organizations.sorted { $0.name.lowercased() < $1.name.lowercased() }
    children = Dictionary(grouping: sorted.filter { $0.parent.map(known.contains) == true }) {
      $0.parent ?? ""
    }
    roots = sorted.filter { $0.parent.map(known.contains) != true }
    self.counts = counts
  }

  func view(_ context: PageContext) -> HTML { list(roots, depth: 0, context) }

  /// Two organisations could each claim to belong to the other: the depth is bounded.
  private func list(_ organizations: [Organization], depth: Int, _ context: PageContext) -> HTML {
    guard !organizations.isEmpty, depth < 6 else { return .empty }
    return ul(.class(depth == 0 ? "tree" : nil)) {
      for organization in organizations {
        li {
          div {
            a(.href(context.linkThen(.organization(organization.id)))) { organization.name }
            span(.class("fine")) { context.say(organization.nature.label) }
            span(.class("count")) {
              context.language.count(
                counts[organization.id] ?? 0,
                fr: ("jeu de données", "jeux de données"),
                en: ("dataset", "datasets")
              )
            }
          }
          list(children[organization.id] ?? [], depth: depth + 1, context)
        }
      }
    }
  }
}
