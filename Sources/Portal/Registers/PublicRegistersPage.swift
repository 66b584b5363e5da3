import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// Every register that shows something to the public, by family.
struct PublicRegistersPage {
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let title = context.say("Registres publics", "Public registers")
    let counts = Registers.all.map { register in
      (register, register.lines(in: snapshot).count { register.isShown($0.keeping) })
    }
    .filter { $0.1 > 0 }
    return Page(
      title: title,
      summary: context.say(
        "Ce que \(context.site.name) tient dans ses registres et que chacun peut lire.",
        "What \(context.site.name) keeps in its registers and anyone may read."
      ),
      breadcrumbs: [Page.Crumb(title)]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Ce que les organisations du territoire font de vos données, décident par algorithme ou confient à "
            + "d’autres.",
          "What the territory’s organisations do with your data, decide by algorithm or entrust to others."
        )
      }
      p {
        a(.href(context.link(.informationList))) {
          context.say("Répertoire des informations publiques", "List of public information")
        }
      }
      if counts.isEmpty {
        emptyState(context.say("Rien n’est encore publié ici.", "Nothing is published here yet."))
      }
      for family in RegisterFamily.allCases {
        let own = counts.filter { $0.0.family == family }
        if !own.isEmpty {
          section(.ariaLabelledBy(family.rawValue)) {
            h2(.id(family.rawValue)) { context.say(family.label) }
            for (register, count) in own { line(register, count, context) }
          }
        }
      }
    }
  }

  private func line(_ register: RegisterKind, _ count: Int, _ context: PageContext) -> HTML {
    div(.class("register-line")) {
      h3 { a(.href(context.link(.register(register.slug)))) { context.say(register.plural) } }
      p(.class("fine")) {
        context.language.count(count, fr: ("fiche", "fiches"), en: ("record", "records"))
        " · "
        context.say(register.summary)
      }
    }
  }
}

/// The records of a public register, by organisation.
struct PublicRegisterPage {
  let register: RegisterKind
  let sheets: [PublicSheet]
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let title = context.say(register.plural)
    let asked = context.query["organisation"] ?? ""
    let shown = sheets.filter { asked.isEmpty || $0.organization == asked }
    let groups = Dictionary(grouping: shown, by: \.organization)
      .map { (name: name($0.key), sheets: $0.value) }.sorted { $0.name < $1.name }
    return Page(
      title: title,
      summary: context.say(register.summary),
      breadcrumbs: [
        Page.Crumb(context.say("Registres publics", "Public registers"), context.link(.registers)),
        Page.Crumb(title),
      ],
      isIndexed: asked.isEmpty
    ) {
      h1 { title }
      p(.class("lead")) { context.say(register.summary) }
      PublicRegisterExtras.of(register).listPanel(snapshot, context)
      choice(asked, context)
      if groups.isEmpty {
        emptyState(context.say("Aucune fiche n’est publiée.", "No record is published."))
      }
      for group in groups {
        section {
          h2 { group.name }
          table(group.sheets, id: group.sheets[0].organization, group.name, context)
        }
      }
      if !sheets.isEmpty { downloads(context) }
    }
  }

  private func name(_ slug: String) -> String { snapshot.record(Organization.self, slug)?.name ?? slug }

  @HTMLBuilder private func choice(_ asked: String, _ context: PageContext) -> HTML {
    let organizations = Set(sheets.map(\.organization)).map { ($0, name($0)) }.sorted { $0.1 < $1.1 }
    if organizations.count > 1 {
      form(.class("toolbar"), .action(context.link(.register(register.slug))), .method("get")) {
        div(.class("field")) {
          label(.for("organisation")) { context.say("Organisation", "Organisation") }
          tag("select", .id("organisation"), .name("organisation")) {
            option(.value("")) { context.say("Toutes", "All") }
            for (slug, name) in organizations {
              option(.value(slug), .selected(slug == asked)) { name }
            }
          }
        }
        button(.type("submit")) { context.say("Voir", "See") }
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

/// A record of a public register: the fields chosen, and whom to ask.
struct PublicSheetPage {
  let register: RegisterKind
  let sheet: PublicSheet
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let organization = snapshot.record(Organization.self, sheet.organization)
    let name = organization?.name ?? sheet.organization
    return Page(
      title: "\(sheet.title) · \(context.say(register.plural))",
      summary: context.say(
        "\(register.label.fr) de \(name) : \(sheet.title).",
        "\(register.label.en) of \(name): \(sheet.title)."
      ),
      breadcrumbs: [
        Page.Crumb(context.say("Registres publics", "Public registers"), context.link(.registers)),
        Page.Crumb(context.say(register.plural), context.link(.register(register.slug))),
        Page.Crumb(sheet.title),
      ]
    ) {
      h1 { sheet.title }
      ul(.class("facts-line")) {
        li { context.say(register.label) }
        li { a(.href(context.link(.organization(sheet.organization)))) { name } }
        li {
          context.say("mise à jour le ", "updated on ")
          day(sheet.updatedAt.text, context)
        }
      }
      sections(context)
      PublicRegisterExtras.of(register).panel(sheet, snapshot, context)
      if let email = organization?.email {
        section {
          h2 { context.say("Une question ?", "A question?") }
          p {
            context.say("Écrivez à ", "Write to ")
            a(.href("mailto:" + email)) { email }
            "."
          }
        }
      }
    }
  }

  @HTMLBuilder private func sections(_ context: PageContext) -> HTML {
    let snapshot = snapshot
    let list = FieldList(context) {
      snapshot.name(of: $0)
    } link: { key in
      Self.page(of: key).map { context.link($0) }
    }
    for section in register.sections {
      let fields = section.fields.filter { field in sheet.fields.contains { $0.key == field.key } }
      if !fields.isEmpty {
        Markup.section(.ariaLabelledBy(section.id)) {
          h2(.id(section.id)) { context.say(section.title) }
          list.view(fields, of: sheet.values)
        }
      }
    }
  }

  /// What is left of a public record only refers to what is public.
  private static func page(of key: RecordKey) -> Route? {
    switch key.kind {
    case Dataset.kind: .dataset(key.id)
    case Organization.kind: .organization(key.id)
    default: Registers.of(kind: key.kind).map { .publicSheet($0.slug, key.id) }
    }
  }
}
