import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The records of a public register, by organisation.
struct PublicRegisterPage {
  let register: RegisterKind
  /// Those of the page, by the organisation's name, then theirs.
  let sheets: [PublicSheet]
  let pagination: Pagination
  /// The organisations that show records, to choose from.
  let organizations: [(value: String, label: String)]
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let title = context.say(register.plural)
    let asked = context.query["organisation"] ?? ""
    let isWhole = asked.isEmpty && (context.query["q"] ?? "").isEmpty && pagination.offset == 0
    let groups = Dictionary(grouping: sheets, by: \.organization)
      .map { (name: name($0.key), sheets: $0.value) }.sorted { $0.name < $1.name }
    return Page(
      title: title,
      summary: context.say(register.summary),
      breadcrumbs: [
        Page.Crumb(context.say("Registres publics", "Public registers"), context.link(.registers)),
        Page.Crumb(title),
      ],
      isIndexed: isWhole
    ) {
      h1 { title }
      p(.class("lead")) { context.say(register.summary) }
      PublicRegisterExtras.of(register).listPanel(snapshot, context)
      choice(asked, context)
      if groups.isEmpty {
        emptyState(
          organizations.isEmpty
            ? context.say("Aucune fiche n’est publiée.", "No record is published.")
            : context.say("Aucune fiche ne répond à cette recherche", "No record answers this search")
        )
      }
      for group in groups {
        section {
          h2 { group.name }
          table(group.sheets, id: group.sheets[0].organization, group.name, context)
        }
      }
      pagination.view(context) { number in
        context.here(context.query.setting("page", number == 1 ? nil : "\(number)"))
      }
      if !organizations.isEmpty { downloads(context) }
    }
  }

  private func name(_ slug: String) -> String { snapshot.record(Organization.self, slug)?.name ?? slug }

  @HTMLBuilder private func choice(_ asked: String, _ context: PageContext) -> HTML {
    if organizations.count > 1 || pagination.total > 10 || context.query["q"] != nil {
      form(.class("toolbar"), .action(context.link(.register(register.slug))), .method("get")) {
        div(.class("field")) {
          label(.for("q")) { context.say("Rechercher", "Search") }
          input(.id("q"), .name("q"), .type("search"), .value(context.query["q"]))
        }
        if organizations.count > 1 {
          div(.class("field")) {
            label(.for("organisation")) { context.say("Organisation", "Organisation") }
            tag("select", .id("organisation"), .name("organisation")) {
              option(.value("")) { context.say("Toutes", "All") }
              for (slug, name) in organizations {
                option(.value(slug), .selected(slug == asked)) { name }
              }
            }
          }
        }
        button(.type("submit")) { context.say("Voir", "See") }
        p(.class("toolbar-count")) {
          context.language.count(pagination.total, fr: ("fiche", "fiches"), en: ("record", "records"))
        }
      }
    }
  }

  /// The columns the list shows, as far as they are public.
  private func table(_ sheets: [PublicSheet], id: String, _ name: String, _ context: PageContext) -> HTML {
    let snapshot = snapshot
    let words = FieldWords(context) { snapshot.name(of: $0) }
    let fields = register.fields.filter { field in
      register.listed.contains(field.key) && sheets.contains { $0.fields.contains { $0.key == field.key } }
    }
    return DataTable(
      id: "fiches-" + id,
      caption: "\(context.say(register.plural)), \(name)",
      columns: [DataTable.Column(context.say(register.fields[0].label))]
        + fields.map { DataTable.Column(context.say($0.label)) }
        + [DataTable.Column(context.say("Mise à jour", "Updated"))],
      rows: sheets.map { sheet in
        [a(.href(context.link(.publicSheet(register.slug, sheet.id)))) { sheet.title }]
          + fields.map { HTML.text(words.of(sheet.values[$0.key], $0.type)) }
          + [day(sheet.updatedAt.text, context)]
      },
      hasRowHeaders: true
    ).view()
  }

  private func downloads(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Télécharger", "Download") }
      ul(.class("facts-line")) {
        li { a(.href(context.link(.registerTable(register.slug)))) { "CSV" } }
        li { a(.href(context.link(.registerRecords(register.slug)))) { "JSON" } }
      }
    }
  }
}
