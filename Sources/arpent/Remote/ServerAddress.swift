import ArgumentParser
import Foundation
import Messages
import Outgoing

/// The address of another server, as a person writes it.
struct ServerAddress: Sendable, Hashable {
  /// The scheme, host and port, without anything after.
  let origin: String
  /// The host and port, as the client of other sites names them.
  let key: String

  /// Reads an address.
  ///
  /// A token shown in clear to a network is a token given away: `http` is for this machine only, unless asked.
  init(_ text: String, allowsPlain: Bool) throws {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
      parts.user == nil, parts.query == nil, parts.fragment == nil, ["", "/"].contains(parts.path)
    else { throw ServerFailure.address(text) }
    guard scheme == "https" || allowsPlain || Self.isThisMachine(host) else { throw ServerFailure.plain }
    let port = parts.port ?? (scheme == "https" ? 443 : 80)
    key = "\(host):\(port)"
    origin = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
  }

  private static func isThisMachine(_ host: String) -> Bool {
    ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
  }
}

/// The options that say to which server something goes, and with which token.
struct ServerOptions: ParsableArguments {
  @Option(help: "The address of the server to publish on; this machine's data folder without it.")
  var server: String?
  @Option(help: "The file that holds the token; the one `arpent login` keeps without it.")
  var tokenFile: String?
  @Option(help: "The certificate (PEM) of the authority that vouches for the server, beside the system's.")
  var trust: String?
  @Flag(help: "Let the token go unencrypted, to an http address.") var allowPlain = false

  /// Who vouches for the server, where it is said; what `arpent login` keeps otherwise.
  func authorities(of server: ServerAddress, _ settings: PersonalSettings) throws -> TrustedAuthorities {
    try Self.authorities(trust) ?? settings.authorities(of: server)
  }

  /// The authorities of a file.
  static func authorities(_ path: String?) throws -> TrustedAuthorities? {
    guard let path else { return nil }
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      return try TrustedAuthorities(pem: "")
    }
    return try TrustedAuthorities(pem: text)
  }

  /// The server, where there is one.
  func address() throws -> ServerAddress? {
    try server.map { try ServerAddress($0, allowsPlain: allowPlain) }
  }
}

/// Why a server cannot be spoken to.
enum ServerFailure {
  static func address(_ text: String) -> Failure {
    Failure(
      "command.server.address",
      .invalid,
      fr: "«\u{A0}\(text)\u{A0}» n’est pas l’adresse d’un serveur.",
      en: "“\(text)” is not the address of a server.",
      remedy: Bilingual(
        fr: "Écrivez-la sans chemin, comme https://donnees.exemple.fr.",
        en: "Write it without a path, such as https://donnees.example.org."
      ),
      pointer: "server"
    )
  }

  static let plain = Failure(
    "command.server.plain",
    .invalid,
    fr: "Cette adresse http montrerait le jeton à tout le réseau.",
    en: "This http address would show the token to the whole network.",
    remedy: Bilingual(
      fr: "Prenez l’adresse https, ou ajoutez --allow-plain sur un réseau sûr.",
      en: "Take the https address, or add --allow-plain on a network you trust."
    ),
    pointer: "server"
  )

  static let noToken = Failure(
    "command.token.missing",
    .unauthenticated,
    fr: "Aucun jeton n’est connu pour ce serveur.",
    en: "No token is known for this server.",
    remedy: Bilingual(
      fr: "Lancez «\u{A0}arpent login --server ADRESSE\u{A0}», ou donnez --token-file.",
      en: "Run “arpent login --server ADDRESS”, or give --token-file."
    ),
    pointer: "token-file"
  )

  static let unreadableToken = Failure(
    "command.token.unreadable",
    .invalid,
    fr: "Aucun jeton lisible n’a été donné.",
    en: "No token that can be read was given.",
    remedy: Bilingual(
      fr: "Un jeton est sur une ligne, et commence par arp_.",
      en: "A token is on one line, and begins with arp_."
    ),
    pointer: "token-file"
  )

  static let unwritable = Failure(
    "command.settings.unwritable",
    .unavailable,
    fr: "Le dossier des réglages de la commande ne peut pas être écrit.",
    en: "The folder of the command’s settings cannot be written.",
    remedy: Bilingual(
      fr: "Vérifiez les droits du dossier nommé par XDG_CONFIG_HOME, ou ~/.config.",
      en: "Check the rights of the folder named by XDG_CONFIG_HOME, or ~/.config."
    )
  )

  static let unreadable = Failure(
    "command.server.unreadable",
    .unavailable,
    fr: "La réponse du serveur n’est pas celle d’une plateforme Arpent.",
    en: "The server’s answer is not that of an Arpent platform.",
    remedy: Bilingual(fr: "Vérifiez l’adresse du serveur.", en: "Check the server’s address."),
    pointer: "server"
  )

  static let fileChanged = Failure(
    "command.file.changed",
    .conflict,
    fr: "Le fichier a changé pendant l’envoi.",
    en: "The file changed while it was sent.",
    remedy: Bilingual(fr: "Relancez la commande.", en: "Run the command again.")
  )

  static func file(_ path: String) -> Failure {
    Failure(
      "command.file.unreadable",
      .invalid,
      fr: "Le fichier «\u{A0}\(path)\u{A0}» ne peut pas être lu.",
      en: "The file “\(path)” cannot be read.",
      pointer: "files"
    )
  }
}
