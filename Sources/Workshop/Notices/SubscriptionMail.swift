public import Accounts
public import Acts
import Catalogue
import Messages
public import Register
import Web

/// Writes to who asked to be told of a dataset's new versions.
///
/// What is not open is never written of.
public struct SubscriptionMail: Sendable {
  private let platform: Platform
  private let accounts: AccountStore
  private let origin: String
  private static let cursor = "subscriptions"
  private static let batch = 500

  /// Writes for a territory.
  ///
  /// - Parameter origin: the site's address as the public knows it, without a slash at its end.
  public init(platform: Platform, accounts: AccountStore, origin: String) {
    self.platform = platform
    self.accounts = accounts
    self.origin = origin
  }

  /// Puts in the outbox a message for each subscriber of each dataset that has a new version.
  ///
  /// The first time it begins at the journal's end: nobody is told of the past.
  ///
  /// - Returns: how many messages are new.
  @discardableResult
  public func run(now: Moment) async throws -> Int {
    let head = platform.state.head.size
    guard let kept = try await accounts.progress(Self.cursor) else {
      try await accounts.setProgress(Self.cursor, Int64(head))
      return 0
    }
    var written = 0
    var position = Int(kept)
    while position < head {
      let entries = try await platform.journal.entries(
        from: position,
        limit: min(Self.batch, head - position)
      )
      guard let last = entries.last else { break }
      for entry in entries where entry.key.kind == DatasetVersion.kind && entry.body != nil {
        written += try await write(version: entry.key.id)
      }
      position = last.position + 1
      try await accounts.setProgress(Self.cursor, Int64(position))
    }
    return written
  }

  /// Of several versions since the last time, the one that is shown is told of.
  private func write(version id: String) async throws -> Int {
    let snapshot = platform.state.snapshot
    guard let version = snapshot.record(DatasetVersion.self, id),
      let dataset = snapshot.record(Dataset.self, version.dataset), dataset.hasPublicData,
      dataset.currentVersion == id
    else { return 0 }
    let name = platform.state.settings.name
    let letters = SubscriptionLetters(name: name, origin: origin, accounts)
    var written = 0
    for subscriber in try await accounts.subscribers(of: dataset.id) {
      written += try await letters.sendVersion(version, of: dataset, to: subscriber) ? 1 : 0
    }
    return written
  }
}

/// The letters of subscriptions.
///
/// Titles stand in the text only: a header holds nothing that others wrote.
struct SubscriptionLetters: Sendable {
  private let name: String
  private let origin: String
  private let accounts: AccountStore

  init(name: String, origin: String, _ accounts: AccountStore) {
    self.name = name
    self.origin = origin
    self.accounts = accounts
  }

  func sendConfirmation(_ secret: String, to email: String, _ dataset: Dataset, _ language: Language)
    async throws
  {
    let link = origin + Route.confirmSubscription(secret).path(language)
    try await accounts.enqueue(
      to: email,
      subject: language == .french
        ? "Confirmez votre abonnement — \(name)" : "Confirm your subscription — \(name)",
      text: language == .french
        ? """
        Bonjour,

        Quelqu’un, vous sans doute, demande à être prévenu des nouvelles versions de « \(dataset.title) ».
        Pour confirmer, ouvrez ce lien dans les deux jours :

        \(link)

        Si ce n’est pas vous, ignorez ce message : rien ne vous sera envoyé.
        """
        : """
        Hello,

        Someone, you no doubt, asks to be told of new versions of “\(dataset.title)”.
        To confirm, open this link within two days:

        \(link)

        If it is not you, ignore this message: nothing will be sent to you.
        """,
      dedupeKey: "subscription:" + Secret.hash(secret)
    )
  }

  func sendVersion(
    _ version: DatasetVersion,
    of dataset: Dataset,
    to subscriber: Subscriber
  ) async throws -> Bool {
    let language: Language = subscriber.language == "en" ? .english : .french
    let page = origin + Route.dataset(dataset.id).path(language)
    let stop = origin + Route.unsubscribe(try await accounts.unsubscribeCode(subscriber.id)).path(language)
    return try await accounts.enqueue(
      to: subscriber.email,
      subject: language == .french ? "Nouvelle version — \(name)" : "New version — \(name)",
      text: language == .french
        ? """
        « \(dataset.title) » a une nouvelle version (n° \(version.number)).

        \(page)

        Ne plus recevoir ces messages : \(stop)
        """
        : """
        “\(dataset.title)” has a new version (No. \(version.number)).

        \(page)

        Get no more of these messages: \(stop)
        """,
      unsubscribe: stop,
      dedupeKey: "version:\(version.id):\(subscriber.id)"
    )
  }
}
