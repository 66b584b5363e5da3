public import Accounts
public import Acts
import Catalogue
internal import CivilTime
import Governance
import Messages
public import Register

/// Tells people what the journal says that concerns them, each once: a notice's key comes from what it tells.
public struct NoticeTeller: Sendable {
  private let platform: Platform
  private let accounts: AccountStore
  private static let cursor = "notices"
  /// How many entries are read at a time.
  private static let batch = 500

  /// Tells of a territory.
  public init(platform: Platform, accounts: AccountStore) {
    self.platform = platform
    self.accounts = accounts
  }

  /// Tells of the entries that came since the last time, then of the datasets that are late.
  ///
  /// The first time it begins at the journal's end: nobody is told of the past.
  ///
  /// - Returns: how many notices are new.
  @discardableResult
  public func run(now: Moment) async throws -> Int {
    let head = platform.state.head.size
    guard let kept = try await accounts.progress(Self.cursor) else {
      try await accounts.setProgress(Self.cursor, Int64(head))
      return try await tellLate(now)
    }
    var told = 0
    var position = Int(kept)
    while position < head {
      let entries = try await platform.journal.entries(
        from: position,
        limit: min(Self.batch, head - position)
      )
      guard let last = entries.last else { break }
      for entry in entries { told += try await tell(entry, now) }
      position = last.position + 1
      // After what it tells: a notice told twice is one notice.
      try await accounts.setProgress(Self.cursor, Int64(position))
    }
    return told + (try await tellLate(now))
  }

  private func tell(_ entry: Register.Entry, _ now: Moment) async throws -> Int {
    guard let body = entry.body else { return 0 }
    let telling = NoticeTelling(snapshot: platform.state.snapshot, entry: entry, body: body, now: now)
    var told = 0
    for notice in try telling.notices() {
      for person in notice.people where person != entry.actor.personID {
        told += try await send(person, notice) ? 1 : 0
      }
    }
    return told
  }

  private func send(_ person: String, _ notice: NoticeTelling.Notice) async throws -> Bool {
    try await accounts.notify(person, key: notice.key, notice.text, path: notice.path)
  }

  /// Each dataset that is late is told of once per version.
  private func tellLate(_ now: Moment) async throws -> Int {
    let today = CivilDate(secondsSince1970: Double(now.milliseconds) / 1000)
    let snapshot = platform.state.snapshot
    var told = 0
    for dataset in snapshot.records(Dataset.self) where dataset.status == .published {
      guard let responsible = dataset.responsible,
        snapshot.record(Person.self, responsible)?.status == .active,
        Freshness(frequency: dataset.frequency, updatedAt: dataset.updatedAt, today: today).state == .late
      else { continue }
      let notice = NoticeTelling.Notice(
        key: "late:\(dataset.id):\(dataset.currentVersion ?? "")",
        people: [responsible],
        text: Bilingual(
          fr: "«\u{A0}\(dataset.title)\u{A0}» est en retard sur son rythme de mise à jour.",
          en: "“\(dataset.title)” is late on its rhythm of updates."
        ),
        path: "/atelier/regles/\(dataset.id)"
      )
      told += try await send(responsible, notice) ? 1 : 0
    }
    return told
  }
}

/// Whom an entry of the journal concerns, and what they are told.
struct NoticeTelling {
  struct Notice {
    let key: String
    let people: [String]
    let text: Bilingual
    let path: String?
  }

  let snapshot: Snapshot
  let entry: Register.Entry
  let body: [UInt8]
  let now: Moment

  func notices() throws -> [Notice] {
    switch entry.key.kind {
    case Deposit.kind: deposit(try CanonicalJSON.decode(Deposit.self, from: body))
    case AccessRequest.kind: access(try CanonicalJSON.decode(AccessRequest.self, from: body))
    case Comment.kind: comment(try CanonicalJSON.decode(Comment.self, from: body))
    case Reuse.kind: reuse(try CanonicalJSON.decode(Reuse.self, from: body))
    case GateState.kind: gate(try CanonicalJSON.decode(GateState.self, from: body))
    case RetentionSurvey.kind: retention(try CanonicalJSON.decode(RetentionSurvey.self, from: body))
    case Elimination.kind: elimination(try CanonicalJSON.decode(Elimination.self, from: body))
    case Breach.kind: breach(try CanonicalJSON.decode(Breach.self, from: body))
    case SubjectRequest.kind: request(try CanonicalJSON.decode(SubjectRequest.self, from: body))
    default: []
    }
  }

  var key: String { "entry:\(entry.position)" }

  /// Everyone who holds one of these rights there.
  func people(_ rights: [Permission.Right], on organization: String?) -> [String] {
    snapshot.records(Person.self).filter { person in
      person.status == .active
        && rights.contains { right in
          Authorization.allows(
            Permission(right, on: organization),
            to: person.actor,
            in: snapshot,
            at: now
          )
        }
    }
    .map(\.id)
  }

  // MARK: Deposits

  private func deposit(_ deposit: Deposit) -> [Notice] {
    let title = deposit.title(in: snapshot)
    let review = "/atelier/a-decider/depots/\(deposit.id)"
    func notice(_ people: [String], _ fr: String, _ en: String, _ path: String) -> [Notice] {
      [Notice(key: key, people: people, text: Bilingual(fr: fr, en: en), path: path)]
    }
    let depositor = Register.Actor(id: deposit.depositor).personID.map { [$0] } ?? []
    let own = "/atelier/depots/\(deposit.id)"
    switch (entry.act, deposit.state) {
    case ("submit-deposit", .submitted):
      return notice(
        people([.review, .publish, .protect], on: deposit.organization),
        "«\u{A0}\(title)\u{A0}» attend votre décision.",
        "“\(title)” awaits your decision.",
        review
      )
    case ("hold-deposit", _):
      let held = (
        "«\u{A0}\(title)\u{A0}» est retenu\u{A0}: une personne doit décider.",
        "“\(title)” is held: a person must decide."
      )
      return notice(
        depositor + people([.review, .publish], on: deposit.organization),
        held.0,
        held.1,
        review
      )
    case ("decide-deposit", .returned):
      return notice(
        depositor,
        "«\u{A0}\(title)\u{A0}» vous est renvoyé, avec un commentaire.",
        "“\(title)” is sent back to you, with a comment.",
        own
      )
    case ("decide-deposit", .approved):
      return notice(depositor, "«\u{A0}\(title)\u{A0}» est approuvé.", "“\(title)” is approved.", own)
    case (_, .published):
      return notice(depositor, "«\u{A0}\(title)\u{A0}» est publié.", "“\(title)” is published.", own)
    default: return []
    }
  }

  // MARK: Access, comments, re-uses

  private func access(_ request: AccessRequest) -> [Notice] {
    guard request.state == .pending, let dataset = snapshot.record(Dataset.self, request.dataset) else {
      return []
    }
    return [
      Notice(
        key: key,
        people: people([.grantAccess], on: dataset.organization),
        text: Bilingual(
          fr: "Une demande d’accès à «\u{A0}\(dataset.title)\u{A0}» attend votre réponse.",
          en: "A request for access to “\(dataset.title)” awaits your answer."
        ),
        path: "/atelier/a-decider/acces/\(request.id)"
      )
    ]
  }

  private func comment(_ comment: Comment) -> [Notice] {
    let owner = snapshot.owner(of: comment.subject)
    let isDeposit = comment.subject.kind == Deposit.kind
    let path =
      isDeposit
      ? "/atelier/a-decider/depots/\(comment.subject.id)"
      : Registers.of(kind: comment.subject.kind).map { "/atelier/registres/\($0.slug)/\(comment.subject.id)" }
        ?? "/atelier/commentaires/\(comment.subject.id)"
    if comment.state == .pending {
      let text = Bilingual(fr: "Un commentaire du public est à relire.", en: "A comment awaits review.")
      return [Notice(key: key, people: people([.moderate], on: owner), text: text, path: path)]
    }
    // A comment that is moderated later is an entry too: who it names was told when it was written.
    guard entry.act == "write-comment" else { return [] }
    let name = comment.name
    var notices = [
      Notice(
        key: key,
        people: comment.mentions,
        text: Bilingual(
          fr: "\(name) vous mentionne dans un commentaire.",
          en: "\(name) mentions you in a comment."
        ),
        path: path
      )
    ]
    if isDeposit, let deposit = snapshot.record(Deposit.self, comment.subject.id),
      let depositor = Register.Actor(id: deposit.depositor).personID
    {
      notices.append(
        Notice(
          key: key,
          people: [depositor],
          text: Bilingual(fr: "\(name) commente votre dépôt.", en: "\(name) comments on your deposit."),
          path: path
        )
      )
    }
    return notices
  }

  private func reuse(_ reuse: Reuse) -> [Notice] {
    guard reuse.state == .pending, let dataset = snapshot.record(Dataset.self, reuse.dataset) else {
      return []
    }
    return [
      Notice(
        key: key,
        people: people([.moderate], on: dataset.organization),
        text: Bilingual(fr: "Une réutilisation est à relire.", en: "A re-use awaits review."),
        path: "/atelier/commentaires/\(dataset.id)"
      )
    ]
  }

  /// A dataset that ceases to meet a rule concerns who answers for it.
  private func gate(_ state: GateState) -> [Notice] {
    guard state.failing.contains(where: { !state.before.contains($0) }),
      let dataset = snapshot.record(Dataset.self, state.id), let responsible = dataset.responsible
    else { return [] }
    return [
      Notice(
        key: key,
        people: [responsible],
        text: Bilingual(
          fr: "«\u{A0}\(dataset.title)\u{A0}» ne tient plus toutes les règles de publication.",
          en: "“\(dataset.title)” no longer meets every rule of publication."
        ),
        path: "/atelier/regles/\(dataset.id)"
      )
    ]
  }
}
