import Acts
import Catalogue
import Governance
import Messages
import Register
import Tabular
import Web

/// Something that awaits someone's decision.
struct QueueItem: Sendable {
  /// What it is.
  enum Kind: String, Sendable, CaseIterable {
    case deposit, access, comment, reuse, waiver

    var label: Bilingual {
      switch self {
      case .deposit: Bilingual(fr: "Dépôts", en: "Deposits")
      case .access: Bilingual(fr: "Demandes d’accès", en: "Access requests")
      case .comment: Bilingual(fr: "Commentaires", en: "Comments")
      case .reuse: Bilingual(fr: "Réutilisations", en: "Re-uses")
      case .waiver: Bilingual(fr: "Dérogations à échéance", en: "Waivers that end")
      }
    }
  }

  let kind: Kind
  let id: String
  let title: String
  /// Since when it waits.
  let since: Moment
  /// Who, where, how much: each short.
  var facts: [Bilingual]
  /// Why it cannot be published yet, each in one line.
  var reasons: [(tone: Tone, verdict: Bilingual, text: Bilingual)] = []
  let route: Route
}

/// What awaits a person, the oldest first: nothing they may not decide.
struct DecisionQueue: Sendable {
  let desk: Desk
  let readings: DepositReadings

  /// How long before its end a waiver comes back to who may renew it.
  static let waiverNotice: Int64 = 30 * 86_400_000
  /// How many deposits' files are read for the list: the others are read when opened.
  static let filesRead = 20

  func items(for person: String) async throws -> [QueueItem] {
    let others = accesses(person) + comments(person) + reuses(person) + waivers(person)
    return (try await deposits(person) + others).sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }

  // MARK: Deposits

  private func deposits(_ person: String) async throws -> [QueueItem] {
    var items: [QueueItem] = []
    let waiting = desk.snapshot.records(Deposit.self)
      .filter { $0.state == .submitted || $0.state == .approved }
      .sorted { $0.updatedAt < $1.updatedAt }
    for deposit in waiting {
      let part = DecidingPart(deposit, person, desk)
      guard part.hasAny else { continue }
      let patience: Duration = items.count < Self.filesRead ? .milliseconds(300) : .zero
      // A file that cannot be read is said on its own page.
      let inspection = try? await readings.inspection(deposit, within: patience)
      let rules = try inspection.map { try desk.platform.assess(deposit, $0, as: .person(person)) }
      guard part.awaits(rules) else { continue }
      var item = QueueItem(
        kind: .deposit,
        id: deposit.id,
        title: deposit.title(in: desk.snapshot),
        since: deposit.updatedAt,
        facts: facts(of: deposit),
        route: .depositReview(deposit.id)
      )
      item.reasons = deposit.holdReasons.map {
        (.fair, Bilingual(fr: "retenu", en: "held"), Bilingual(fr: $0.fr, en: $0.en))
      }
      item.reasons += (rules ?? []).filter(\.blocks).map { (.poor, $0.verdict.label, $0.evidence) }
      items.append(item)
    }
    return items
  }

  private func facts(of deposit: Deposit) -> [Bilingual] {
    let organization = desk.organizationName(deposit.organization)
    let depositor = Register.Actor(id: deposit.depositor)
    let name =
      depositor.personID.flatMap { desk.person($0)?.name }
      ?? depositor.tokenID.flatMap { desk.snapshot.record(AccessToken.self, $0)?.label }
    var facts = [Bilingual(fr: organization, en: organization)]
    if let name { facts.append(Bilingual(fr: "déposé par \(name)", en: "deposited by \(name)")) }
    facts.append(
      deposit.dataset == nil
        ? Bilingual(fr: "nouveau jeu", en: "new dataset") : Bilingual(fr: "mise à jour", en: "update")
    )
    if deposit.state == .approved {
      facts.append(Bilingual(fr: "approuvé, à publier", en: "approved, to publish"))
    }
    return facts
  }

  // MARK: The rest

  private static func until(_ day: String) -> Bilingual {
    Bilingual(fr: "jusqu’au \(Language.french.date(day))", en: "until \(Language.english.date(day))")
  }

  private func accesses(_ person: String) -> [QueueItem] {
    desk.snapshot.records(AccessRequest.self)
      .filter { $0.state == .pending && desk.may(DecideAccess($0.id, .refuse, answer: ""), person) }
      .map { request in
        QueueItem(
          kind: .access,
          id: request.id,
          title: desk.datasetTitle(request.dataset),
          since: request.askedAt,
          facts: [
            Bilingual(fr: "demandé par \(request.name)", en: "asked by \(request.name)"),
            Bilingual(fr: request.body, en: request.body),
            Self.until(request.until),
          ].filter { !$0.fr.isEmpty },
          route: .accessDecision(request.id)
        )
      }
  }

  private func comments(_ person: String) -> [QueueItem] {
    desk.snapshot.records(Comment.self)
      .filter { $0.state == .pending && desk.may(ModerateComment($0.id, isShown: true), person) }
      .map { comment in
        QueueItem(
          kind: .comment,
          id: comment.id,
          title: desk.datasetTitle(comment.subject.id),
          since: comment.at,
          facts: [
            Bilingual(fr: "de \(comment.name)", en: "by \(comment.name)"),
            Bilingual(fr: "«\u{A0}\(comment.text)\u{A0}»", en: "“\(comment.text)”"),
          ],
          route: .datasetComments(comment.subject.id)
        )
      }
  }

  private func reuses(_ person: String) -> [QueueItem] {
    desk.snapshot.records(Reuse.self)
      .filter { $0.state == .pending && desk.may(ModerateReuse($0.id, isShown: true), person) }
      .map { reuse in
        QueueItem(
          kind: .reuse,
          id: reuse.id,
          title: reuse.title,
          since: reuse.at,
          facts: [
            Bilingual(fr: "de \(reuse.author)", en: "by \(reuse.author)"),
            Bilingual(fr: reuse.url, en: reuse.url),
            Bilingual(fr: reuse.description, en: reuse.description),
          ].filter { !$0.fr.isEmpty },
          route: .datasetComments(reuse.dataset)
        )
      }
  }

  private func waivers(_ person: String) -> [QueueItem] {
    let now = desk.platform.now
    return desk.snapshot.records(Waiver.self)
      .filter { waiver in
        now < waiver.until && waiver.until <= now.advanced(byMilliseconds: Self.waiverNotice)
          && waiver.subject.kind == Dataset.kind
          && desk.may(EndWaiver(rule: waiver.rule, dataset: waiver.subject.id), person)
      }
      .map { waiver in
        let rule = PublicationRules.all.first { $0.id == waiver.rule }?.title
        let id = Bilingual(fr: waiver.rule, en: waiver.rule)
        return QueueItem(
          kind: .waiver,
          id: waiver.id,
          title: desk.datasetTitle(waiver.subject.id),
          since: waiver.until.advanced(byMilliseconds: -Self.waiverNotice),
          facts: [
            rule ?? id, Self.until(waiver.lastDay),
            Bilingual(fr: waiver.reason, en: waiver.reason),
          ],
          route: .datasetRules(waiver.subject.id)
        )
      }
  }
}

/// What of a deposit is someone's to decide.
struct DecidingPart: Sendable {
  let deposit: Deposit
  /// To approve or send back.
  let mayReview: Bool
  /// To approve or send back for the protection of personal data.
  let mayProtect: Bool
  /// To publish now, or plan.
  let mayPublish: Bool
  /// Whether it is their own work.
  let isOwn: Bool

  init(_ deposit: Deposit, _ person: String, _ desk: Desk) {
    self.deposit = deposit
    func holds(_ right: Permission.Right) -> Bool {
      desk.holds(Permission(right, on: deposit.organization, dataset: deposit.dataset), person)
    }
    let isOpen = deposit.state == .submitted || deposit.state == .approved
    mayReview = isOpen && holds(.review)
    mayProtect = isOpen && holds(.protect)
    mayPublish = isOpen && holds(.publish)
    isOwn = deposit.depositor == Register.Actor.person(person).id
  }

  var hasAny: Bool { mayReview || mayProtect || mayPublish }

  /// Whether it waits for them: what they approved already, or what someone else must do first, does not.
  ///
  /// - Parameter rules: `nil` while the file is being read.
  func awaits(_ rules: [Assessment]?) -> Bool {
    let isPlanned = deposit.plannedFor != nil && deposit.decisions.contains { $0.right == .publish }
    if mayPublish { return !isPlanned }
    if mayReview, deposit.state == .submitted, !isOwn { return true }
    guard mayProtect, deposit.protector == nil, !isOwn else { return false }
    let touchesPeople = rules?.contains {
      $0.rule == "publication.two-persons" && $0.verdict != .notApplicable
    }
    return touchesPeople ?? deposit.recipe.needsKey
  }
}

extension Route {
  static let decisions = Route.workshop(WorkshopRoute(.decisions))
  static func depositReview(_ id: String) -> Route { .workshop(WorkshopRoute(.depositReview, id)) }
  static func accessDecision(_ id: String) -> Route { .workshop(WorkshopRoute(.accessDecision, id)) }
  static func datasetComments(_ slug: String) -> Route { .workshop(WorkshopRoute(.datasetComments, slug)) }
  static func datasetRules(_ slug: String) -> Route { .workshop(WorkshopRoute(.datasetRules, slug)) }
}
