public import Accounts
public import Acts
import Governance
import Messages
public import Register
import Web

/// Sends people the notices they have not read, at the rhythm they chose.
public struct NoticeDigests: Sendable {
  private let platform: Platform
  private let accounts: AccountStore
  private let origin: String

  /// Writes for a territory.
  ///
  /// - Parameter origin: the site's address as people know it, without a slash at its end.
  public init(platform: Platform, accounts: AccountStore, origin: String) {
    self.platform = platform
    self.accounts = accounts
    self.origin = origin
  }

  /// Puts in the outbox the digests that are due; a notice is in one digest at most.
  ///
  /// - Returns: how many digests were written.
  @discardableResult
  public func run(now: Moment) async throws -> Int {
    var written = 0
    for person in platform.state.snapshot.records(Person.self) where person.status == .active {
      guard let days = Self.days(person.notices) else { continue }
      written += try await write(to: person, period: days * 86_400_000, now) ? 1 : 0
    }
    return written
  }

  private static func days(_ rhythm: Person.NoticeRhythm) -> Int64? {
    switch rhythm {
    case .daily: 1
    case .weekly: 7
    case .never: nil
    }
  }

  private func write(to person: Person, period: Int64, _ now: Moment) async throws -> Bool {
    let name = "digest:" + person.id
    let last = try await accounts.progress(name) ?? now.milliseconds - period
    // After a clock that went back, what was sent in the future is as if it were sent now.
    guard now.milliseconds - last >= period || last > now.milliseconds else { return false }
    let since = Moment(milliseconds: min(last, now.milliseconds - period))
    let notices = try await accounts.unreadNotices(of: person.id, after: since)
      .filter { !$0.key.hasPrefix(DeadlineTeller.mailed) }
    guard !notices.isEmpty else { return false }
    try await accounts.enqueue(
      to: person.email,
      subject: subject(notices.count, person),
      text: text(notices, person),
      dedupeKey: "\(name):\(now.milliseconds / period)"
    )
    try await accounts.setProgress(name, now.milliseconds)
    return true
  }

  private func subject(_ count: Int, _ person: Person) -> String {
    let site = platform.state.settings.name
    return person.language == "en"
      ? "\(count) notice\(count == 1 ? "" : "s") — \(site)" : "\(count) avis — \(site)"
  }

  private func text(_ notices: [PersonNotice], _ person: Person) -> String {
    let isEnglish = person.language == "en"
    let lines = notices.map { notice in
      let link = notice.path.flatMap(LocalPath.init).map {
        "\n  " + origin + $0.inLanguage(isEnglish ? .english : .french)
      }
      // One line each: a title with a line end in it cannot pass for another notice.
      let said = (isEnglish ? notice.text.en : notice.text.fr).split(whereSeparator: \.isNewline)
      return "- " + said.joined(separator: " ") + (link ?? "")
    }
    let account = origin + Route.account.path(isEnglish ? .english : .french)
    return isEnglish
      ? "Hello \(person.name),\n\n\(lines.joined(separator: "\n"))\n\nHow often you get this: \(account)\n"
      : "Bonjour \(person.name),\n\n\(lines.joined(separator: "\n"))\n\nRythme de ces messages : \(account)\n"
  }
}
