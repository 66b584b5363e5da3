import Acts
import Foundation
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// Personal data: reporting a breach, finding a person, the texts made from records.
  func addPersonalData(desk: Desk, plumbing: Plumbing) {
    let room = RegisterRoom(desk: desk)
    let texts = LegalTextReading(room: room)
    workshopPage(.legalText, plumbing) { try texts.page($0, $1) }
    let report = BreachReporting(desk: desk)
    workshopPage(.breachReport, plumbing) { try report.page($0, $1) }
    workshopAction(.breachReport, plumbing) { try await report.send($0, $1, $2) }
    let search = PersonSearching(desk: desk)
    workshopPage(.personSearch, plumbing) { try search.page($0, $1) }
    workshopAction(.personSearch, plumbing) { try await search.find($0, $1, $2) }
    workshopAction(.personErasure, plumbing) { try await search.erase($0, $1, $2) }
    let rectifying = PersonRectifying(desk: desk)
    workshopAction(.personRectification, plumbing) { try await rectifying.act($0, $1, $2) }
    addStudyFiles(StudyImporting(room: room), plumbing: plumbing)
  }

  /// Studies to and from CNIL’s PIA.
  private func addStudyFiles(_ studies: StudyImporting, plumbing: Plumbing) {
    let limits = FormLimits.importedText(upTo: StudyImporting.largest, studies.room.desk)
    workshopPage(.studyImport, plumbing) { try studies.page($0, $1) }
    workshopAction(.studyImport, plumbing, limits: limits) { try await studies.take($0, $1, $2) }
    workshopResponse(.studyFile, plumbing) { try studies.file($1, $2) }
  }
}

extension Route {
  /// The form to report a breach.
  static let breachReport = Route.workshop(WorkshopRoute(.breachReport))
  /// The form to find a person.
  static let personSearch = Route.workshop(WorkshopRoute(.personSearch))
  /// Where the rows of a person are erased.
  static let personErasure = Route.workshop(WorkshopRoute(.personErasure))

  /// Where a row of a person is rectified.
  static let personRectification = Route.workshop(WorkshopRoute(.personRectification))
  /// The form that takes a study of PIA in.
  static let studyImport = Route.workshop(WorkshopRoute(.studyImport))

  /// A study as a file of PIA.
  static func studyFile(_ id: String, _ shape: StudyShape) -> Route {
    .workshop(WorkshopRoute(.studyFile, id, shape.rawValue))
  }

  /// A text made from a record.
  static func legalText(_ text: LegalText, _ id: String) -> Route {
    .workshop(WorkshopRoute(.legalText, text.rawValue, id))
  }
}

extension RegisterExtras {
  /// The pages on personal data that are no register.
  static func personalData(_ desk: Desk, _ signedIn: SignedIn) -> [Link] {
    var links: [Link] = []
    if desk.holds(.read, signedIn.person) {
      links.append(
        Link(label: Bilingual(fr: "Signaler une violation", en: "Report a breach"), route: .breachReport)
      )
    }
    if desk.holds(.protect, signedIn.person) {
      links.append(
        Link(label: Bilingual(fr: "Retrouver une personne", en: "Find a person"), route: .personSearch)
      )
    }
    return links
  }

  /// What an activity adds: whether an impact assessment is due, and its notice.
  static let processingActivity = RegisterExtras(
    links: { place in [link(.notice, place)] },
    panel: { place, context in
      place.record(ProcessingActivity.self).map { NeedPanel($0.dpiaNeed).view(context) } ?? .empty
    }
  )

  /// What a study adds: the map of its risks, and the way to PIA and back.
  static let impactAssessment = RegisterExtras(
    panel: { place, context in
      place.record(ImpactAssessment.self).map { study in
        fragment {
          RiskMapPanel(RiskMap(study)).view(context)
          StudyExchange(id: study.id).view(context)
        }
      } ?? .empty
    },
    listLinks: { room, signedIn in
      guard room.desk.holds(RegisterKind.impactAssessment.rights.write, signedIn.person) else { return [] }
      return [
        Link(
          label: Bilingual(fr: "Importer une étude de PIA", en: "Import a study from PIA"),
          route: .studyImport
        )
      ]
    }
  )

  /// What a breach adds: its clock, and what CNIL and people are told.
  static let breach = RegisterExtras(
    links: { place in [link(.notification, place), link(.people, place)] },
    panel: { place, context in
      place.record(Breach.self).map { BreachPanel($0, place.desk.platform.now).view(context) } ?? .empty
    }
  )

  /// What a request adds: its deadline, whether the right holds, and the letters.
  static let subjectRequest = RegisterExtras(
    links: { place in [link(.receipt, place), link(.extension, place), link(.answer, place)] },
    panel: { place, context in
      place.record(SubjectRequest.self).map { RequestPanel($0, place).view(context) } ?? .empty
    }
  )

  private static func link(_ text: LegalText, _ place: SheetPlace) -> Link {
    Link(label: text.label, route: .legalText(text, place.sheet.id))
  }
}

extension SheetPlace {
  /// The record as its own type.
  func record<R: RegisterRecord>(_ type: R.Type) -> R? { desk.snapshot.record(R.self, sheet.id) }
}
