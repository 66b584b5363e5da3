import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// The records of a register: searched, filtered, sorted.
struct RegisterListPage {
  /// A record with how complete it is.
  struct Line {
    let sheet: RegisterSheet
    let percent: Int
    let isLate: Bool
  }

  let register: RegisterKind
  let room: RegisterRoom
  let signedIn: SignedIn
  let lines: [Line]
  let pagination: Pagination
  /// The organisations that keep records here, to filter by.
  let organizations: [(value: String, label: String)]
  /// The fields shown beside the name.
  let fields: [RecordField]
  /// The organisation that the list is filtered by; empty for all.
  let organization: String
  let mayWrite: Bool
  let mayDecide: Bool
  /// Whether there is a record at all, whatever the filter.
  let hasRecords: Bool

  func page(_ context: PageContext) -> Page {
    let title = context.say(register.plural)
    let extras = RegisterExtras.of(register)
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) { context.say(register.summary) }
      div(.class("buttons")) {
        if mayWrite {
          a(.class("button"), .href(context.link(.newSheet(register), scope))) {
            context.say("Ajouter une fiche", "Add a record")
          }
          if !register.templates.isEmpty {
            a(.class("button second"), .href(context.link(.registerStart(register), scope))) {
              context.say("Commencer avec les modèles", "Begin with the models")
            }
          }
        }
        for link in extras.listLinks(room, signedIn) {
          a(.href(context.link(link.route))) { context.say(link.label) }
        }
      }
      files(context)
      extras.listPanel(room, signedIn, context)
      if hasRecords || !organization.isEmpty { toolbar(context) }
      if lines.isEmpty { empty(context) } else { table(context) }
      pagination.view(context) { number in
        context.here(context.query.setting("page", number == 1 ? nil : "\(number)"))
      }
    }
  }

  @HTMLBuilder private func files(_ context: PageContext) -> HTML {
    ul(.class("facts-line links-line")) {
      if hasRecords {
        li { a(.href(context.link(.registerPrint(register), scope))) { context.say("Imprimer", "Print") } }
        li {
          a(.href(context.link(.registerDocument(register), scope))) {
            context.say("Document (ODT)", "Document (ODT)")
          }
        }
        li { a(.href(context.link(.registerExport(register), scope.setting("format", "csv")))) { "CSV" } }
        li { a(.href(context.link(.registerExport(register), scope.setting("format", "json")))) { "JSON" } }
      }
      if mayWrite {
        li {
          a(.href(context.link(.registerImport(register)))) { context.say("Importer", "Import") }
        }
      }
      if mayDecide, !register.publicFields.isEmpty {
        li {
          a(.href(context.link(.registerPublic(register)))) {
            context.say("Version publique", "Public version")
          }
        }
      }
    }
  }

  /// The organisation that the list is filtered by.
  private var scope: Query { organization.isEmpty ? Query() : Query(["organisation": organization]) }

  private func toolbar(_ context: PageContext) -> HTML {
    form(.class("toolbar"), .action(context.link(.workRegister(register))), .method("get")) {
      div(.class("field")) {
        label(.for("q")) { context.say("Rechercher", "Search") }
        input(.id("q"), .name("q"), .type("search"), .value(context.query["q"]))
      }
      if organizations.count > 1 || !organization.isEmpty {
        choice("organisation", context.say("Organisation", "Organisation"), organizations, context)
      }
      choice(
        "etat",
        context.say("État", "State"),
        Keeping.Status.allCases.map { ($0.rawValue, context.say($0.label)) },
        context
      )
      choice("manque", context.say("Complète", "Complete"), [("oui", context.say("Non", "No"))], context)
      button(.type("submit"), .class("second")) { context.say("Filtrer", "Filter") }
      p(.class("toolbar-count")) {
        context.language.count(pagination.total, fr: ("fiche", "fiches"), en: ("record", "records"))
      }
    }
  }

  private func choice(
    _ name: String,
    _ label: String,
    _ options: [(value: String, label: String)],
    _ context: PageContext
  ) -> HTML {
    div(.class("field")) {
      Markup.label(.for(name)) { label }
      tag("select", .id(name), .name(name)) {
        option(.value("")) { context.say("Tous", "All") }
        for one in options {
          option(.value(one.value), .selected(context.query[name] == one.value)) { one.label }
        }
      }
    }
  }

  private func empty(_ context: PageContext) -> HTML {
    emptyState(
      hasRecords
        ? context.say("Aucune fiche ne répond à cette recherche", "No record answers this search")
        : context.say("Ce registre est encore vide", "This register is still empty")
    ) {
      if hasRecords {
        p { a(.href(context.link(.workRegister(register)))) { context.say("Tout voir", "See all") } }
      } else if mayWrite {
        p {
          register.templates.isEmpty
            ? context.say("Ajoutez la première fiche.", "Add the first record.")
            : context.say(
              "Commencez par un modèle : il est rempli d’avance, vous le corrigez.",
              "Start from a model: it is filled in, you mend it."
            )
        }
      }
    }
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "fiches",
      caption: context.say(register.plural),
      columns: [
        column("nom", context.say(register.fields[0].label), context),
        column("etat", context.say("État", "State"), context),
      ] + fields.map { DataTable.Column(context.say($0.label)) } + [
        column("complete", context.say("Complète à", "Complete at"), context),
        column("relire", context.say("À relire le", "To be read on"), context),
      ],
      rows: lines.map { row($0, context) },
      hasRowHeaders: true
    ).view()
  }

  private func column(_ key: String, _ title: String, _ context: PageContext) -> DataTable.Column {
    let (asked, descends) = RegisterListReading.sort(context)
    let isSorted = asked == key
    let next = isSorted && !descends ? "-" + key : key
    return DataTable.Column(
      title,
      sort: DataTable.Sort(
        order: isSorted ? (descends ? .descending : .ascending) : .none,
        href: context.here(context.query.setting("tri", next).setting("page", nil))
      )
    )
  }

  private func row(_ line: Line, _ context: PageContext) -> [HTML] {
    let sheet = line.sheet
    let (desk, signedIn) = (room.desk, signedIn)
    let words = FieldWords(context) { desk.readableName($0, signedIn, context) }
    let first = fragment {
      a(.href(context.link(.sheet(register, sheet.id)))) { sheet.title }
      if organizations.count > 1 {
        br()
        small { room.desk.organizationName(sheet.organization) }
      }
    }
    let state = fragment {
      badge(context.say(sheet.keeping.status.label), sheet.keeping.status.tone)
      if register.isShown(sheet.keeping) {
        " "
        badge(context.say("public", "public"))
      }
    }
    let sight = room.sight(register, sheet.organization, signedIn)
    let values = fields.map { field in
      HTML.text(sight.sees(field) ? words.of(sheet.values[field.key], field.type) : "—")
    }
    return [first, state] + values + [
      .text("\(line.percent)\u{A0}%"),
      sheet.keeping.reviewOn.map { review($0, line.isLate, context) } ?? .text("—"),
    ]
  }

  private func review(_ iso: String, _ isLate: Bool, _ context: PageContext) -> HTML {
    isLate
      ? fragment {
        badge(context.say("passé", "past"), .poor)
        " "
        day(iso, context)
      } : day(iso, context)
  }
}
