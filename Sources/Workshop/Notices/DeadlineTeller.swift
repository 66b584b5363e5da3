public import Accounts
public import Acts
import Catalogue
import Governance
import Messages
public import Register

/// Tells people of the deadlines of registers that come: the clock of breaches, the month of requests, reviews.
///
/// Each alert is told once to each person: its key comes from the deadline it counts to. What became due while no
/// server ran is told once, by its last threshold.
public struct DeadlineTeller: Sendable {
  private let platform: Platform
  private let accounts: AccountStore
  private let origin: String?
  private static let cursor = "deadlines"
  /// How the keys of notices begin that were also mailed at once: digests leave them out.
  static let mailed = "mailed:"

  /// Tells of a territory.
  ///
  /// - Parameter origin: the site's address as people know it; where hours count, a message then leaves at once.
  public init(platform: Platform, accounts: AccountStore, origin: String? = nil) {
    self.platform = platform
    self.accounts = accounts
    self.origin = origin
  }

  /// Tells of what became due since the last time.
  ///
  /// - Returns: how many notices are new.
  @discardableResult
  public func run(now: Moment) async throws -> Int {
    let kept = try await accounts.progress(Self.cursor).map { Moment(milliseconds: $0) }
    // After a clock that went back, the keys alone tell what was told.
    let after = kept.flatMap { $0 <= now ? $0 : nil }
    let snapshot = platform.state.snapshot
    var told = 0
    for alert in DeadlineAlert.due(in: snapshot, after: after, until: now) {
      for person in readers(of: alert, in: snapshot, at: now) {
        told += try await tell(person, alert, snapshot) ? 1 : 0
      }
    }
    // After what it tells: an alert told twice is one notice.
    try await accounts.setProgress(Self.cursor, now.milliseconds)
    return told
  }

  /// Who answers for the record and whoever decides of it, as far as they may read it.
  private func readers(of alert: DeadlineAlert, in snapshot: Snapshot, at now: Moment) -> [Person] {
    guard let rights = Registers.of(kind: alert.record.kind)?.rights else { return [] }
    return snapshot.records(Person.self).filter { person in
      func holds(_ right: Permission.Right) -> Bool {
        Authorization.allows(
          Permission(right, on: alert.organization),
          to: person.actor,
          in: snapshot,
          at: now
        )
      }
      let isConcerned = person.id == alert.responsible || (alert.concernsDeciders && holds(rights.decide))
      return person.status == .active && isConcerned && holds(rights.read)
    }
  }

  private func tell(_ person: Person, _ alert: DeadlineAlert, _ snapshot: Snapshot) async throws -> Bool {
    guard let register = Registers.of(kind: alert.record.kind) else { return false }
    let body = snapshot.record(Organization.self, alert.organization)?.name ?? alert.organization
    let text = Bilingual(
      fr: "\(alert.subject.fr), \(body). \(alert.text.fr)",
      en: "\(alert.subject.en), \(body). \(alert.text.en)"
    )
    let path = "/atelier/registres/\(register.slug)/\(alert.record.id)"
    let origin = alert.isUrgent && person.notices != .never ? origin : nil
    let key = (origin == nil ? "" : Self.mailed) + alert.key
    if let origin { try await mail(text, origin + path, key, to: person) }
    return try await accounts.notify(person.id, key: key, text, path: path)
  }

  /// The outbox takes each key once, whatever happens between the message and its notice.
  private func mail(_ text: Bilingual, _ link: String, _ key: String, to person: Person) async throws {
    let isEnglish = person.language == "en"
    let said = isEnglish ? text.en : text.fr
    let site = platform.state.settings.name
    try await accounts.enqueue(
      to: person.email,
      subject: "\(said.prefix(120)) — \(site)",
      text: isEnglish
        ? "Hello \(person.name),\n\n\(said)\n\(link)\n" : "Bonjour \(person.name),\n\n\(said)\n\(link)\n",
      dedupeKey: "\(key):\(person.id)"
    )
  }
}
