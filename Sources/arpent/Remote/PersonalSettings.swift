import Foundation
import Governance
import Messages
import Outgoing

/// What the command keeps for whoever runs it, in a folder that only they read: tokens of servers, and uploads that
/// did not end.
struct PersonalSettings {
  let folder: URL

  /// The folder the environment names (XDG Base Directory Specification).
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    // A path that is not absolute is to be ignored, says the specification.
    let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
    let home =
      environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
    folder = (named ?? home.appending(path: ".config")).appending(path: "arpent")
  }

  private struct Servers: Codable {
    var servers: [String: Server] = [:]

    struct Server: Codable {
      var token: String
      var authorities: String?
    }
  }

  /// The token kept for a server.
  func token(of server: ServerAddress) -> AccessKey? {
    read(Servers.self, "servers.json")?.servers[server.origin].flatMap { AccessKey($0.token) }
  }

  /// Who vouches for a server besides the authorities of the system, as `arpent login` was told.
  func authorities(of server: ServerAddress) throws -> TrustedAuthorities {
    guard let text = read(Servers.self, "servers.json")?.servers[server.origin]?.authorities else {
      return .system
    }
    return try TrustedAuthorities(pem: text)
  }

  /// Keeps the token of a server, and who vouches for it.
  func keep(_ key: AccessKey, of server: ServerAddress, authorities: TrustedAuthorities) throws {
    var known = read(Servers.self, "servers.json") ?? Servers()
    let text = authorities.text
    known.servers[server.origin] = Servers.Server(token: key.text, authorities: text.isEmpty ? nil : text)
    try write(known, "servers.json")
  }

  /// The upload begun for a file that did not end.
  func upload(_ mark: String) -> String? { read([String: String].self, "uploads.json")?[mark] }

  /// Notes which upload a file goes to; none any more when `nil`.
  func note(_ upload: String?, for mark: String) throws {
    var known = read([String: String].self, "uploads.json") ?? [:]
    guard known[mark] != upload else { return }
    known[mark] = upload
    try write(known, "uploads.json")
  }

  /// Reads a token from text: the one line that is there.
  static func key(in data: Data) throws -> AccessKey {
    let text = String(decoding: data.prefix(1_000), as: UTF8.self)
    guard let key = AccessKey(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw ServerFailure.unreadableToken
    }
    return key
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ name: String) -> Value? {
    (try? Data(contentsOf: folder.appending(path: name))).flatMap {
      try? JSONDecoder().decode(type, from: $0)
    }
  }

  /// Written aside and put in place at once: never half there, and never readable by others on the way.
  private func write(_ value: some Encodable, _ name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let files = FileManager.default
    let aside = folder.appending(path: ".\(name).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try files.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      try? files.removeItem(at: aside)
      let isMade = files.createFile(
        atPath: aside.path,
        contents: try encoder.encode(value),
        attributes: [.posixPermissions: 0o600]
      )
      guard isMade, rename(aside.path, folder.appending(path: name).path) == 0 else {
        throw ServerFailure.unwritable
      }
    } catch {
      try? files.removeItem(at: aside)
      throw ServerFailure.unwritable
    }
  }
}
