import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// People, their roles and invitations.
  func addPeople(desk: Desk, plumbing: Plumbing) {
    let people = PeopleDesk(desk: desk)
    workshopPage(.people, plumbing) { context, signedIn in try people.list(context, signedIn) }
    workshopAction(.invite, plumbing) { form, context, signedIn in
      try await people.invite(form, context, signedIn)
    }
    workshopAction(.revokeInvitation, plumbing) { form, _, signedIn in
      try await desk.platform.perform(RevokeInvitation(form.text("invitation")), as: .person(signedIn.person))
      return .redirect(.people, notice: FlashNotice(fr: "Invitation retirée.", en: "Invitation withdrawn."))
    }
    workshopPage(.person, plumbing) { context, signedIn in try await people.person(context, signedIn) }
    workshopAction(.personChange, plumbing) { form, context, signedIn in
      try await people.change(form, context, signedIn)
    }
    workshopAction(.personRoles, plumbing) { form, context, signedIn in
      try await people.changeRoles(form, context, signedIn)
    }
    workshopAction(.personLink, plumbing) { _, context, signedIn in
      try await people.makeLink(context, signedIn)
    }
    workshopAction(.personSessions, plumbing) { _, context, signedIn in
      try await people.endSessions(context, signedIn)
    }
  }
}

/// What administrators do about people.
struct PeopleDesk: Sendable {
  let desk: Desk
  private static let days: Int64 = 7

  private func actor(_ signedIn: SignedIn) -> Register.Actor { .person(signedIn.person) }

  func list(_ context: PageContext, _ signedIn: SignedIn, fields: FormFields? = nil) throws -> Page {
    try desk.require(.administer, signedIn)
    let snapshot = desk.platform.state.snapshot
    let now = desk.platform.now
    let model = PeoplePage(
      people: snapshot.records(Person.self).sorted { $0.name < $1.name },
      roles: Dictionary(
        grouping: snapshot.records(RoleGrant.self).filter { $0.holds(at: now) },
        by: \.person
      ),
      invitations: snapshot.records(Invitation.self).filter { $0.isOpen(at: now) },
      organizations: desk.organizationNames,
      choices: choices(signedIn, context)
    )
    return model.page(context, fields ?? FormFields(context))
  }

  /// The places where this administrator may give roles.
  private func choices(_ signedIn: SignedIn, _ context: PageContext) -> [(value: String, label: String)] {
    let whole = desk.allows(.administer, signedIn, on: nil)
    return (whole ? [("*", context.say("Tout le territoire", "The whole territory"))] : [])
      + desk.organizationChoices(.administer, signedIn)
  }

  private func role(_ form: FormData) throws -> RoleOnOrganization {
    guard let role = Role(rawValue: form.text("role")) else { throw PeopleFailure.role }
    let place = form.text("organization")
    guard !place.isEmpty else { throw PeopleFailure.place }
    return RoleOnOrganization(role, on: place == "*" ? nil : place)
  }

  func invite(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try desk.require(.administer, signedIn)
    return try await acting(context, form) {
      let secret = Secret.make()
      let invitation = try await desk.platform.perform(
        InvitePerson(
          Invitation(
            id: Secret.id("i"),
            name: form.text("name"),
            email: form.text("email"),
            roles: [try role(form)],
            secretHash: Secret.hash(secret),
            expiresAt: desk.platform.now.advanced(byMilliseconds: Self.days * 86_400_000),
            createdBy: signedIn.person
          )
        ),
        as: actor(signedIn)
      )
      let link = context.origin + Route.invitation(secret).path(.french)
      try await PeopleLetters(context).sendInvitation(
        link,
        to: invitation,
        from: desk.person(signedIn.person)?.name ?? "",
        by: desk.accounts
      )
      return .page(
        PeoplePage.link(
          context,
          title: context.say("Invitation prête", "Invitation ready"),
          link: link,
          for: invitation.email,
          days: Int(Self.days)
        ),
        status: .ok
      )
    } again: {
      try list(context, signedIn, fields: $0)
    }
  }

  private func target(_ context: PageContext) throws -> Person {
    guard let person = context.value("id").flatMap(desk.person) else { throw Problem.unknownAddress }
    return person
  }

  func person(_ context: PageContext, _ signedIn: SignedIn, fields: FormFields? = nil) async throws -> Page {
    try desk.require(.administer, signedIn)
    let person = try target(context)
    let snapshot = desk.platform.state.snapshot
    return PersonPage(
      person: person,
      grants: snapshot.grants(of: person.id, at: desk.platform.now),
      organizations: desk.organizationNames,
      choices: choices(signedIn, context),
      mayAdminister: { desk.allows(.administer, signedIn, on: $0) },
      sessions: desk.allows(.administer, signedIn, on: nil)
        ? try await desk.accounts.sessions(of: person.id) : nil
    ).page(context, fields)
  }

  func change(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let person = try target(context)
    return try await acting(context, form) {
      let status = Person.Status(rawValue: form.text("status"))
      let changed = try await desk.platform.perform(
        ChangePerson(
          person.id,
          name: form.has("name") ? form.text("name") : nil,
          email: form.has("email") ? form.text("email") : nil,
          status: status,
          reason: form.text("reason").isEmpty ? nil : form.text("reason")
        ),
        as: actor(signedIn)
      )
      // Whoever is suspended is out at once, and a new address must prove itself again.
      if changed.status == .suspended || changed.email != person.email {
        try await desk.accounts.endSessions(of: person.id)
      }
      return .redirect(.person(person.id), notice: FlashNotice(fr: "C’est enregistré.", en: "It is saved."))
    } again: {
      try await self.person(context, signedIn, fields: $0)
    }
  }

  func changeRoles(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws
    -> ActionAnswer
  {
    let person = try target(context)
    return try await acting(context, form) {
      if form.has("retirer") {
        guard let grant = desk.platform.state.snapshot.record(RoleGrant.self, form.text("retirer")),
          grant.person == person.id
        else { throw Problem.unknownAddress }
        try await desk.platform.perform(RevokeRole(grant.id), as: actor(signedIn))
        return .redirect(.person(person.id), notice: FlashNotice(fr: "Rôle retiré.", en: "Role withdrawn."))
      }
      let until = form.text("until")
      let end = Moment(until)
      if !until.isEmpty, end == nil { throw PeopleFailure.until }
      try await desk.platform.perform(
        // The last day is included.
        GrantRole(try role(form), to: person.id, until: end?.advanced(byMilliseconds: 86_400_000)),
        as: actor(signedIn)
      )
      return .redirect(.person(person.id), notice: FlashNotice(fr: "Rôle accordé.", en: "Role granted."))
    } again: {
      try await self.person(context, signedIn, fields: $0)
    }
  }

  /// A link to come in again, for someone who lost theirs and has no mail here: it opens everything the person
  /// may do, so only who administers the territory makes one.
  func makeLink(_ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let person = try target(context)
    guard desk.allows(.administer, signedIn, on: nil) else { throw Problem.unknownAddress }
    let secret = try await desk.accounts.makeLink(.password, person: person.id)
    return .page(
      PeoplePage.link(
        context,
        title: context.say("Lien de connexion prêt", "Sign-in link ready"),
        link: context.origin + Route.oneTimeLink(secret).path(.french),
        for: person.email,
        days: 1
      ),
      status: .ok
    )
  }

  func endSessions(_ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let person = try target(context)
    guard desk.allows(.administer, signedIn, on: nil) else { throw Problem.unknownAddress }
    try await desk.accounts.endSessions(of: person.id)
    let notice = FlashNotice(fr: "Ses sessions sont fermées.", en: "Their sessions are ended.")
    return .redirect(.person(person.id), notice: notice)
  }
}

/// Refusals of the forms about people.
enum PeopleFailure {
  static let role = Failure(
    "person.role",
    .invalid,
    fr: "Choisissez un rôle.",
    en: "Choose a role.",
    pointer: "role"
  )

  static let place = Failure(
    "person.place",
    .invalid,
    fr: "Choisissez une organisation.",
    en: "Choose an organisation.",
    pointer: "organization"
  )

  static let until = Failure(
    "role.until",
    .invalid,
    fr: "La date de fin n’est pas une date.",
    en: "The end date is no date.",
    pointer: "until"
  )
}

extension Route {
  static let people = Route.workshop(WorkshopRoute(.people))
  static let invite = Route.workshop(WorkshopRoute(.invite))
  static let revokeInvitation = Route.workshop(WorkshopRoute(.revokeInvitation))
  static func person(_ id: String) -> Route { .workshop(WorkshopRoute(.person, id)) }
  static func personChange(_ id: String) -> Route { .workshop(WorkshopRoute(.personChange, id)) }
  static func personRoles(_ id: String) -> Route { .workshop(WorkshopRoute(.personRoles, id)) }
  static func personLink(_ id: String) -> Route { .workshop(WorkshopRoute(.personLink, id)) }
  static func personSessions(_ id: String) -> Route { .workshop(WorkshopRoute(.personSessions, id)) }
}
