import Acts
import Catalogue
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The list of public information (CRPA, articles L322-6 and R322-7).
  func addInformationList(_ reader: PortalReader, _ plumbing: Plumbing) {
    page(.informationList, plumbing) { context in
      let snapshot = reader.state.snapshot
      let asked = context.query["organisation"].flatMap { snapshot.record(Organization.self, $0) }
      return InformationListPage(
        list: InformationList(of: asked?.id, in: snapshot),
        asked: asked,
        names: Dictionary(snapshot.records(Organization.self).map { ($0.id, $0.name) }) { first, _ in first }
      ).page(context)
    }
    route(.informationTable) { request, _, _, _ in
      try await plumbing.answer(request, mediaType: "text/csv; charset=utf-8") {
        Array(
          InformationList(in: reader.state.snapshot).csv(base: plumbing.context(.french, .home).origin).utf8
        )
      }
    }
  }
}

/// The list of the main documents that hold public information.
struct InformationListPage {
  let list: InformationList
  let asked: Organization?
  let names: [String: String]

  func page(_ context: PageContext) -> Page {
    let title = context.say("Répertoire des informations publiques", "List of public information")
    return Page(
      title: asked.map { "\(title) · \($0.name)" } ?? title,
      summary: context.say(
        "Les principaux documents qui contiennent des informations publiques.",
        "The main documents that hold public information."
      ),
      breadcrumbs: [Page.Crumb(title)],
      isIndexed: asked == nil
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Tenu à jour d’après le catalogue (code des relations entre le public et l’administration, articles L322-6 et "
            + "R322-7).",
          "Kept from the catalogue (code of relations between the public and the administration, articles L322-6 and "
            + "R322-7)."
        )
      }
      p { a(.href(context.link(.informationTable))) { context.say("Télécharger en CSV", "Download as CSV") } }
      if list.lines.isEmpty {
        emptyState(context.say("Le répertoire est vide.", "The list is empty."))
      } else {
        table(context)
      }
    }
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "repertoire",
      caption: context.say("Informations publiques", "Public information"),
      columns: [
        DataTable.Column(context.say("Titre", "Title")),
        DataTable.Column(context.say("Organisation", "Organisation")),
        DataTable.Column(context.say("Création", "Created")),
        DataTable.Column(context.say("Mise à jour", "Updated")),
        DataTable.Column(context.say("Réutilisation", "Re-use")),
      ],
      rows: list.lines.map { line in
        [
          a(.href(context.link(.dataset(line.id)))) { line.title },
          .text(names[line.organization] ?? line.organization), day(line.createdOn, context),
          day(line.updatedOn, context),
          .text(
            line.access == AccessLevel.open.rawValue
              ? line.licence : context.say("accès sur demande", "access on request")
          ),
        ]
      },
      hasRowHeaders: true
    ).view()
  }
}
