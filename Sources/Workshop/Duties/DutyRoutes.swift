import Acts
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What an authority owes, and where it stands.
  func addDuties(desk: Desk, plumbing: Plumbing) {
    workshopPage(.duties, plumbing) { context, signedIn in
      try desk.require(.read, signedIn)
      let choices = desk.organizationChoices(.read, signedIn)
      let wanted = context.query["organisation"].flatMap { slug in choices.first { $0.value == slug }?.value }
      let usual = desk.usualOrganization(.read, signedIn)
      let own = choices.first { $0.value == usual }?.value
      guard let organization = wanted ?? own ?? choices.first?.value else { throw Desk.forbidden }
      let book = DutyBook(of: organization, in: desk.snapshot, at: desk.platform.now)
      return DutyPage(
        book: book,
        organization: desk.organizationNames[organization] ?? organization,
        choices: choices,
        mayWrite: desk.allows(BodyFacts.register.rights.write, signedIn, on: organization)
      ).page(context)
    }
  }
}

extension Route {
  /// The duties of an authority.
  static let duties = Route.workshop(WorkshopRoute(.duties))
}

/// The page of duties among the registers.
enum DutyLinks {
  static func links(_ desk: Desk, _ signedIn: SignedIn) -> [RegisterExtras.Link] {
    guard desk.holds(.read, signedIn.person) else { return [] }
    return [
      RegisterExtras.Link(
        label: Bilingual(
          fr: "Ce que nous devons, et où nous en sommes",
          en: "What we owe, and where we stand"
        ),
        route: .duties
      )
    ]
  }
}
