import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// The page of a register’s record: how complete it is, its form or its content, what is decided of it.
struct SheetPage {
  let place: SheetPlace
  /// The form, where the record may be changed.
  let form: SheetForm?
  let comments: [Comment]
  /// The form of what is decided, sent and refused.
  var decision: FormFields?
  /// The form of a comment, sent and refused.
  var comment: FormFields?
  /// The form of an attached file, sent and refused.
  var files: FormFields?

  private var sheet: RegisterSheet { place.sheet }

  func page(_ context: PageContext) -> Page {
    Page(
      title: "\(sheet.title) · \(context.say(place.register.plural))",
      breadcrumbs: context.registerSteps(of: place.register, Page.Crumb(sheet.title)),
      workshop: .registers,
      scripts: [.workshop, .register, .proposals]
    ) {
      head(context)
      if context.flash == SheetDesk.inForce { SheetNext(place: place).view(context) }
      (decision ?? files)?.summary ?? .empty
      RegisterExtras.of(place.register).panel(place, context)
      div(.class("sheet-layout")) {
        nav(
          .class("sheet-nav"),
          .id("parties"),
          .ariaLabel(context.say("Parties de la fiche", "Parts of the record"))
        ) {
          SheetParts(place: place).navigation(context)
        }
        div(.class("sheet-body")) {
          div(.id("completude")) { SheetParts(place: place).meter(context) }
          if let form { form.view(context) } else { reading(context) }
          SheetFileForms(place: place, refused: files).view(context)
          SheetDecisions(place: place, fields: decision).view(context)
          section(.class("sheet-part"), .id("regles"), .ariaLabelledBy("regles-titre")) {
            h2(.id("regles-titre")) { context.say("Ce que disent les règles", "What the rules say") }
            div(.id("verdicts")) { SheetParts(place: place).rules(context) }
          }
          CommentThread(
            comments: comments,
            desk: place.desk,
            person: place.signedIn.person,
            action: .sheetComments(place.register, sheet.id),
            fields: comment
          ).view(context)
        }
      }
    }
  }

  private func head(_ context: PageContext) -> HTML {
    div(.class("sheet-head")) {
      h1 { sheet.title }
      ul(.class("facts-line")) {
        li { badge(context.say(sheet.keeping.status.label), sheet.keeping.status.tone) }
        if place.register.isShown(sheet.keeping) {
          li { badge(context.say("public", "public"), .good) }
        }
        li { place.desk.organizationName(sheet.organization) }
        li {
          context.say("modifiée ", "changed ")
          context.language.distance(of: sheet.keeping.updatedAt.text, from: context.realToday)
        }
      }
      ul(.class("facts-line links-line")) {
        for link in RegisterExtras.of(place.register).links(place) {
          li { a(.href(context.link(link.route))) { context.say(link.label) } }
        }
        li {
          a(.href(context.link(.sheetPrint(place.register, sheet.id)))) { context.say("Imprimer", "Print") }
        }
        li {
          a(.href(context.link(.sheetDocument(place.register, sheet.id)))) {
            context.say("Document (ODT)", "Document (ODT)")
          }
        }
        li {
          a(.href(context.link(.recordHistory(place.key)))) { context.say("Historique", "History") }
        }
      }
    }
  }

  /// The content, for whoever may not change it now.
  private func reading(_ context: PageContext) -> HTML {
    let list = place.list(context)
    return fragment {
      if sheet.keeping.status == .ended {
        notice(title: context.say("Cette fiche est terminée", "This record has ended"))
      }
      for part in place.sections {
        section(.class("sheet-part"), .id(part.section.id), .ariaLabelledBy(part.section.id + "-titre")) {
          h2(.id(part.section.id + "-titre")) { context.say(part.section.title) }
          list.view(part.fields, of: sheet.values)
        }
      }
      section(.class("sheet-part"), .id("tenue"), .ariaLabelledBy("tenue-titre")) {
        h2(.id("tenue-titre")) { context.say("Suivi de la fiche", "Follow-up of the record") }
        list.view([EditSheet.responsible, EditSheet.reviewOn], of: sheet.values["keeping"] ?? .object([:]))
      }
    }
  }
}

extension Keeping.Status {
  /// How it should be read at a glance.
  var tone: Tone {
    switch self {
    case .draft: .fair
    case .current: .good
    case .ended: .neutral
    }
  }
}
