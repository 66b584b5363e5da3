import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// A text made from a record, by its name in addresses.
enum LegalText: String, CaseIterable {
  case notice = "mention"
  case notification = "cnil"
  case people = "personnes"
  case receipt = "accuse"
  case `extension` = "prolongation"
  case answer = "reponse"

  var label: Bilingual {
    switch self {
    case .notice: Bilingual(fr: "Mention d’information", en: "Information notice")
    case .notification: Bilingual(fr: "Pour le formulaire de la CNIL", en: "For CNIL’s form")
    case .people: Bilingual(fr: "Message aux personnes", en: "Message to people")
    case .receipt: Bilingual(fr: "Accusé de réception", en: "Receipt")
    case .extension: Bilingual(fr: "Lettre de prolongation", en: "Extension letter")
    case .answer: Bilingual(fr: "Lettre de réponse", en: "Answer letter")
    }
  }

  /// The register of the record it is made from.
  var register: RegisterKind {
    switch self {
    case .notice: .processingActivity
    case .notification, .people: .breach
    case .receipt, .extension, .answer: .subjectRequest
    }
  }
}

/// Makes texts from records, for whoever may read them.
struct LegalTextReading: Sendable {
  let room: RegisterRoom

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    guard let text = LegalText(rawValue: context.value("text") ?? "") else { throw RegisterFailure.unknown }
    let place = try room.place(text.register, context.value("id") ?? "", signedIn)
    guard let notice = notice(text, place) else { throw RegisterFailure.unknown }
    return LegalTextPage(text: text, place: place, notice: notice).page(context)
  }

  private func notice(_ text: LegalText, _ place: SheetPlace) -> WrittenNotice? {
    let now = room.desk.platform.now
    let controller = room.desk.organizationName(place.sheet.organization)
    switch text {
    case .notice:
      return place.record(ProcessingActivity.self)?.informationNotice(
        controller: controller,
        address: room.snapshot.address(of: place.sheet.organization),
        officer: room.snapshot.officer(of: place.sheet.organization, on: now.day)
      )
    case .notification: return place.record(Breach.self)?.notificationContent
    case .people: return place.record(Breach.self)?.peopleContent
    case .receipt: return place.record(SubjectRequest.self)?.receipt(controller: controller, at: now)
    case .extension: return place.record(SubjectRequest.self)?.extensionLetter(at: now)
    case .answer: return place.record(SubjectRequest.self)?.answerLetter(controller: controller)
    }
  }
}

/// A text to print or to copy, with what is still to be said.
struct LegalTextPage {
  let text: LegalText
  let place: SheetPlace
  let notice: WrittenNotice

  func page(_ context: PageContext) -> Page {
    Page(
      title: "\(context.say(text.label)) · \(place.sheet.title)",
      breadcrumbs: context.registerSteps(
        of: place.register,
        Page.Crumb(place.sheet.title, context.link(place.route)),
        Page.Crumb(context.say(text.label))
      ),
      workshop: .registers
    ) {
      if !notice.isComplete {
        Web.notice(.fair, title: context.say("Il reste à compléter", "Still to be completed")) {
          ul {
            for part in notice.parts {
              if let missing = part.missing { li { context.say(missing) } }
            }
          }
          p {
            a(.href(context.link(place.route))) { context.say("Compléter la fiche", "Complete the record") }
          }
        }
      }
      document(context).html
    }
  }

  private func document(_ context: PageContext) -> PrintedDocument {
    PrintedDocument(
      title: context.say(notice.title),
      language: context.language,
      blocks: notice.parts.filter { !$0.lines.isEmpty }.flatMap { part -> [PrintedDocument.Block] in
        let heading = PrintedDocument.Block.heading(1, context.say(part.heading))
        return part.lines.count == 1 ? [heading, .paragraph(part.lines[0])] : [heading, .list(part.lines)]
      }
    )
  }
}
