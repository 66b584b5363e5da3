import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// How a record changed, field by field, and how it was on a day.
struct RecordHistoryPage {
  let key: RecordKey
  let kind: RecordKind
  let changes: [RecordChange]
  /// Who read its data; `nil` where that is not shown.
  let uses: [AccessUse]?
  let eye: RecordEye
  let desk: Desk

  func page(_ context: PageContext) -> Page {
    let title = context.say("Historique", "History")
    return Page(
      title: "\(title) · \(name)",
      breadcrumbs: [Page.Crumb(context.say(kind.label)), Page.Crumb(name), Page.Crumb(title)],
      workshop: .decisions
    ) {
      h1 { "\(title) : \(context.say(kind.label)) « \(name) »" }
      chooseDay(context)
      then(context)
      list(context)
      readers(context)
    }
  }

  private var name: String {
    switch key.kind {
    case Deposit.kind:
      desk.snapshot.record(Deposit.self, key.id).map { $0.title(in: desk.snapshot) } ?? key.id
    default: desk.snapshot.name(of: key) ?? key.id
    }
  }

  // MARK: As it was

  private func chooseDay(_ context: PageContext) -> HTML {
    form(.method("get"), .action(context.here(Query())), .class("day-choice")) {
      Markup.label(.for("le")) { context.say("Tel que c’était le", "As it was on") }
      " "
      input(
        .id("le"),
        .name(PageContext.dayParameter),
        .type("date"),
        .value(context.query[PageContext.dayParameter])
      )
      " "
      button(.type("submit"), .class("second")) { context.say("Voir", "Show") }
    }
  }

  @HTMLBuilder private func then(_ context: PageContext) -> HTML {
    if let asked = context.query[PageContext.dayParameter], let start = Moment(asked), asked.utf8.count == 10
    {
      let end = start.advanced(byMilliseconds: 86_400_000)
      let body = changes.last { $0.entry.time < end }?.entry.body
      section {
        h2 { context.say("Tel que c’était le ", "As it was on ") + context.language.date(asked) }
        if let body, case .object(let fields)? = try? JSONValue(parsing: body) {
          facts(
            fields.keys.sorted().filter(eye.sees)
              .map { (label($0, context), .text(text(fields[$0], $0, context))) }
          )
        } else {
          p(.class("fine")) { context.say("Rien n’existait ce jour-là.", "There was nothing that day.") }
        }
      }
    }
  }

  // MARK: Changes

  private func list(_ context: PageContext) -> HTML {
    ol(.class("thread"), .ariaLabel(context.say("Changements, le dernier d’abord", "Changes, latest first")))
    {
      for change in changes.reversed() { li { line(change, context) } }
    }
  }

  private func line(_ change: RecordChange, _ context: PageContext) -> HTML {
    let entry = change.entry
    let shown = change.differences.filter { difference in difference.path.first.map(eye.sees) ?? false }
    let hidden = change.differences.count - shown.count
    return fragment {
      p(.class("thread-head")) {
        strong { desk.calling(entry.actor.id, context) }
        " "
        moment(entry.time.text, context)
        " "
        code { entry.act }
        if entry.isErased {
          " "
          badge(context.say("contenu effacé", "content erased"), .fair)
        }
      }
      if let reason = entry.reason { p { reason } }
      if !shown.isEmpty {
        DataTable(
          id: "changement-\(entry.position)",
          caption: context.say(
            "Champs changés, acte \(entry.position)",
            "Fields changed, entry \(entry.position)"
          ),
          columns: [
            DataTable.Column(context.say("Champ", "Field")), DataTable.Column(context.say("Avant", "Before")),
            DataTable.Column(context.say("Après", "After")),
          ],
          rows: shown.map { difference in
            [
              .text(
                ([label(difference.path.first ?? "", context)] + difference.path.dropFirst())
                  .joined(separator: " › ")
              ),
              .text(text(difference, difference.before, context)),
              .text(text(difference, difference.after, context)),
            ]
          },
          hasRowHeaders: true
        ).view()
      }
      if hidden > 0 {
        p(.class("fine")) {
          context.language.count(
            hidden,
            fr: ("champ réservé.", "champs réservés."),
            en: ("field withheld.", "fields withheld.")
          )
        }
      }
    }
  }

  private func label(_ field: String, _ context: PageContext) -> String {
    kind.fields.first { $0.key == field }.map { context.say($0.label) } ?? field
  }

  private func text(_ difference: Difference, _ value: JSONValue?, _ context: PageContext) -> String {
    // What is inside a field has no type of its own here.
    text(value, difference.path.count == 1 ? difference.path[0] : "", context)
  }

  private func text(_ value: JSONValue?, _ field: String, _ context: PageContext) -> String {
    FieldText(desk: desk, context: context).of(value, kind.fields.first { $0.key == field }?.type)
  }

  // MARK: Readers

  @HTMLBuilder private func readers(_ context: PageContext) -> HTML {
    if let uses {
      section(.id("lecteurs")) {
        h2 { context.say("Qui a lu ces données", "Who read this data") }
        if uses.isEmpty {
          p(.class("fine")) {
            context.say(
              "Aucune lecture de données réservées n’est inscrite.",
              "No reading of restricted data is noted."
            )
          }
        } else {
          DataTable(
            id: "lectures",
            caption: context.say("Lectures, la dernière d’abord", "Readings, the latest first"),
            columns: [
              DataTable.Column(context.say("Lecteur", "Reader")),
              DataTable.Column(context.say("Quand", "When")),
              DataTable.Column(context.say("Par", "By")), DataTable.Column(context.say("Version", "Version")),
            ],
            rows: uses.prefix(500).map { use in
              [
                .text(desk.calling(use.reader, context)), moment(use.at.text, context),
                .text(context.say(use.road.label)), .text(use.version),
              ]
            },
            hasRowHeaders: true
          ).view()
        }
      }
    }
  }
}

extension AccessUse.Road {
  /// The way data was read, in words.
  var label: Bilingual {
    switch self {
    case .page: Bilingual(fr: "page", en: "page")
    case .rows: Bilingual(fr: "lignes", en: "rows")
    case .aggregate: Bilingual(fr: "comptes", en: "counts")
    case .export: Bilingual(fr: "fichier", en: "file")
    case .query: Bilingual(fr: "requête", en: "query")
    case .original: Bilingual(fr: "fichier d’origine", en: "original file")
    case .map: Bilingual(fr: "carte", en: "map")
    }
  }
}
