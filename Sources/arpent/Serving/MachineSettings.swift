import Accounts
import Acts
internal import CivilTime
import Foundation
import Jobs
import Messages
import Outgoing
import PostgreSQL
import SingleSignOn

/// What the machine's administrator writes in the data folder's `arpent.json`.
///
/// How mail leaves, who signs people in, which private hosts may be read. Secrets stand in files of their own.
struct MachineSettings: Decodable, Sendable {
  /// How mail leaves.
  struct Mail: Decodable, Sendable {
    let from: String
    let fromName: String?
    let relay: String?
    let user: String?
    let passwordFile: String?
    let allowPlain: Bool?
    let program: String?
  }

  /// Who signs people in.
  struct SignOn: Decodable, Sendable {
    let label: String
    let issuer: String
    let clientID: String
    let clientSecretFile: String
    let scopes: [String]?
  }

  /// A database of another application, which datasets are updated from.
  struct Database: Decodable, Sendable {
    let host: String
    let port: Int?
    let database: String
    let user: String
    let passwordFile: String?
    let tls: String?
  }

  var mail: Mail?
  var signOn: SignOn?
  var trustedHosts: [String]?
  var trustedAuthorities: [String]?
  var databases: [String: Database]?
  var timeZone: String?

  static let fileName = "arpent.json"

  /// Reads the file of a folder; nothing is set where there is none.
  static func read(in folder: URL) throws -> MachineSettings {
    let file = folder.appending(path: fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return MachineSettings() }
    do {
      return try JSONDecoder().decode(MachineSettings.self, from: Data(contentsOf: file))
    } catch {
      throw unreadable(fileName)
    }
  }

  /// The sender of mail; `nil` where none is configured.
  func mailRoute(in folder: URL) throws -> (sender: MailSender, from: MailAddress)? {
    guard let mail else { return nil }
    let from = try MailAddress(mail.from, name: mail.fromName ?? "")
    if let program = mail.program { return (MailSender(.program(program)), from) }
    guard let relay = mail.relay, relay.hasPrefix("smtp://") || relay.hasPrefix("smtps://") else {
      throw Self.unreadable("mail.relay")
    }
    let password = try mail.passwordFile.map { try Self.secret($0, in: folder) }
    let transport = MailTransport.relay(
      url: relay,
      user: mail.user,
      password: password,
      isPlainAllowed: mail.allowPlain ?? false
    )
    return (MailSender(transport, authorities: try authorities(in: folder)), from)
  }

  /// The provider that signs people in; `nil` where none is configured.
  func provider(in folder: URL) throws -> OpenIDProvider? {
    guard let signOn, let parts = URLComponents(string: signOn.issuer), let host = parts.host else {
      return nil
    }
    let settings = SignOnSettings(
      label: signOn.label,
      issuer: signOn.issuer,
      clientID: signOn.clientID,
      clientSecret: try Self.secret(signOn.clientSecretFile, in: folder),
      scopes: signOn.scopes ?? ["openid", "given_name", "usual_name", "email"]
    )
    // The provider is named by the administrator: it may be on the territory's own network.
    let port = parts.port ?? (parts.scheme == "http" ? 80 : 443)
    let client = HTTPClient(
      policy: HostPolicy(trusted: ["\(host):\(port)"]),
      authorities: try authorities(in: folder)
    )
    return OpenIDProvider(settings, now: { Date().timeIntervalSince1970 }) { url, headers, post in
      let answer = try await client.send(url, headers: headers, post: post)
      return SignOnAnswer(
        status: answer.status,
        mediaType: answer.headers["content-type"] ?? "",
        body: answer.body
      )
    }
  }

  /// The territory's clock; that of mainland France where none is named.
  var localTime: WallClock {
    get throws {
      guard let timeZone else { return .paris }
      guard let zone = TimeZone(identifier: timeZone) else { throw Self.unreadable("timeZone") }
      return WallClock(zone)
    }
  }

  /// What reads the sources of datasets.
  func sourceUpdates(_ platform: Platform, _ accounts: AccountStore) throws -> SourceUpdates {
    SourceUpdates(
      platform: platform,
      accounts: accounts,
      client: HTTPClient(
        policy: HostPolicy(trusted: Set(trustedHosts ?? [])),
        authorities: try authorities(in: platform.configuration.dataFolder)
      ),
      connections: try connections(in: platform.configuration.dataFolder),
      time: try localTime
    )
  }

  private func connections(in folder: URL) throws -> [String: DatabaseConnection] {
    try (databases ?? [:]).mapValues { database in
      DatabaseConnection(
        host: database.host,
        port: database.port ?? 5432,
        database: database.database,
        user: database.user,
        password: try database.passwordFile.map { try Self.secret($0, in: folder) },
        tls: database.tls ?? "prefer"
      )
    }
  }

  /// Who vouches for sites and relays, besides the authorities of the system.
  private func authorities(in folder: URL) throws -> TrustedAuthorities {
    guard let trustedAuthorities, !trustedAuthorities.isEmpty else { return .system }
    let texts = try trustedAuthorities.map { try Self.text($0, in: folder) }
    for (path, text) in zip(trustedAuthorities, texts) where (try? TrustedAuthorities(pem: text)) == nil {
      throw Self.unreadable(path)
    }
    return try TrustedAuthorities(pem: texts.joined(separator: "\n"))
  }

  private static func secret(_ path: String, in folder: URL) throws -> String {
    try text(path, in: folder).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func text(_ path: String, in folder: URL) throws -> String {
    let url = path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { throw unreadable(path) }
    return text
  }

  private static func unreadable(_ what: String) -> Failure {
    Failure(
      "settings.machine",
      .invalid,
      fr: "Le réglage « \(what) » ne peut pas être lu.",
      en: "The setting “\(what)” cannot be read.",
      remedy: Bilingual(
        fr: "Corrigez le fichier arpent.json ; docs/operations.md en donne la forme.",
        en: "Correct the file arpent.json; docs/operations.md shows its form."
      )
    )
  }
}
