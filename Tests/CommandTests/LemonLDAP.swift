import Foundation
import FoundationNetworking
import Glibc
import Testing

/// A real OpenID Connect provider: LemonLDAP::NG of Debian, on a free port, with nothing outside a folder of its own.
///
/// Its demonstration accounts have their name as password. Arpent is its one relying party, told to prove its requests
/// (PKCE), and answered with a signed description of the person, as ProConnect does.
final class LemonLDAP {
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: starman)
    && FileManager.default.fileExists(atPath: portal) && FileManager.default.fileExists(atPath: openSSL)
  static let secret = "deux mots et un signe : é"

  /// A name of this machine that cookies may be bound to.
  private static let host = "sso.localhost"
  private static let starman = "/usr/bin/starman"
  private static let portal = "/usr/share/lemonldap-ng/portal/htdocs/index.psgi"
  private static let openSSL = "/usr/bin/openssl"

  /// Its address, which is another site than 127.0.0.1 for a browser.
  let issuer: String
  private let folder: TemporaryFolder
  private let process = Process()

  /// Starts it for an Arpent at an address, and waits until it answers.
  init(for arpent: String) async throws {
    folder = try TemporaryFolder()
    let port = try FreePort.next()
    issuer = "http://\(Self.host):\(port)/"
    for name in ["conf", "sessions/lock", "psessions/lock", "cache"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name),
        withIntermediateDirectories: true
      )
    }
    let settings = try JSONSerialization.data(withJSONObject: try settings(arpent), options: .prettyPrinted)
    try settings.write(to: URL(filePath: folder.path("conf/lmConf-1.json")))
    // A process of ours is born with most signals blocked, and Starman would not hear that it is to end.
    process.executableURL = URL(filePath: "/usr/bin/perl")
    process.arguments = [
      "-MPOSIX", "-e", "sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV", Self.starman, "--workers",
      "2", "--listen", "127.0.0.1:\(port)", Self.portal,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LLNG_DEFAULTCONFFILE": try folder.write("lemonldap-ng.ini", machine)],
      uniquingKeysWith: { $1 }
    )
    let log = folder.path("portal.log")
    try Data().write(to: URL(filePath: log))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardError = process.standardOutput
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try await waitUntilReady(log)
  }

  deinit { stop() }

  /// Stops it, and waits.
  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// What the data folder's `arpent.json` says of it.
  func configure(_ data: String) throws {
    let folder = URL(filePath: data)
    let signOn: [String: Any] = [
      "label": "LemonLDAP", "issuer": issuer, "clientID": "arpent", "clientSecretFile": "oidc",
      "scopes": ["openid", "profile", "email"],
    ]
    try Data(Self.secret.utf8).write(to: folder.appending(path: "oidc"))
    try JSONSerialization.data(withJSONObject: ["signOn": signOn]).write(
      to: folder.appending(path: "arpent.json")
    )
  }

  private func waitUntilReady(_ log: String) async throws {
    let start = ContinuousClock.now
    let url = try #require(URL(string: issuer + ".well-known/openid-configuration"))
    while process.isRunning, start.duration(to: .now) < .seconds(60) {
      let answer = try? await URLSession.shared.data(from: url)
      if (answer?.1 as? HTTPURLResponse)?.statusCode == 200 { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    let said = try String(contentsOfFile: log, encoding: .utf8)
    throw ProviderFault(description: "LemonLDAP::NG did not start: \(said.suffix(2_000))")
  }

  private var machine: String {
    """
    [all]
    logger = Lemonldap::NG::Common::Logger::Std
    userLogger = Lemonldap::NG::Common::Logger::Std
    logLevel = warn
    [configuration]
    type = File
    dirName = \(folder.path("conf"))
    localStorage = Cache::FileCache
    localStorageOptions = { 'namespace' => 'conf', 'cache_root' => '\(folder.path("cache"))' }
    [portal]
    staticPrefix = /static
    templateDir = /usr/share/lemonldap-ng/portal/templates
    languages = fr, en
    """
  }

  private func settings(_ arpent: String) throws -> [String: Any] {
    var settings: [String: Any] = [
      "cfgNum": 1, "cfgDate": 1, "cfgVersion": "2.16.1", "portal": issuer, "domain": Self.host,
      "cookieName": "lemonldap",
      "authentication": "Demo", "userDB": "Same", "passwordDB": "Null", "registerDB": "Null",
      "demoExportedVars": ["cn": "cn", "mail": "mail", "uid": "uid"],
      "macros": ["_whatToTrace": "lc($_user)"], "whatToTrace": "_whatToTrace", "requireToken": 0,
      "exportedVars": [String: Any](), "groups": [String: Any](), "applicationList": [String: Any](),
      "locationRules": [Self.host: ["default": "accept"]], "securedCookie": 0,
      "localSessionStorage": "Cache::FileCache",
      "localSessionStorageOptions": ["namespace": "sessions", "cache_root": folder.path("cache")],
    ]
    for (name, place) in [("global", "sessions"), ("persistent", "psessions")] {
      settings[name + "Storage"] = "Apache::Session::File"
      settings[name + "StorageOptions"] = [
        "Directory": folder.path(place), "LockDirectory": folder.path(place + "/lock"),
      ]
    }
    return settings.merging(try openID(arpent), uniquingKeysWith: { $1 })
  }

  private func openID(_ arpent: String) throws -> [String: Any] {
    let (key, publicKey) = (folder.path("key.pem"), folder.path("public.pem"))
    for arguments in [
      ["genrsa", "-out", key, "2048"], ["rsa", "-in", key, "-pubout", "-out", publicKey],
    ] {
      let made = Process()
      made.executableURL = URL(filePath: Self.openSSL)
      made.arguments = arguments
      made.standardError = FileHandle.nullDevice
      try made.run()
      made.waitUntilExit()
      try #require(made.terminationStatus == 0)
    }
    let prefix = "oidcRPMetaDataOptions"
    return [
      "issuerDBOpenIDConnectActivation": 1, "oidcServiceAllowAuthorizationCodeFlow": 1,
      "oidcServicePrivateKeySig": try String(contentsOfFile: key, encoding: .utf8),
      "oidcServicePublicKeySig": try String(contentsOfFile: publicKey, encoding: .utf8),
      "oidcServiceKeyIdSig": "k-1",
      "oidcRPMetaDataExportedVars": ["arpent": ["email": "mail", "name": "cn"]],
      prefix: [
        "arpent": [
          prefix + "ClientID": "arpent", prefix + "ClientSecret": Self.secret,
          prefix + "RedirectUris": arpent + "/atelier/sso/retour",
          prefix + "PostLogoutRedirectUris": arpent + "/atelier/sso/deconnexion",
          prefix + "IDTokenSignAlg": "RS256", prefix + "UserInfoSignAlg": "RS256",
          prefix + "RequirePKCE": 1, prefix + "BypassConsent": 1, prefix + "LogoutBypassConfirm": 1,
        ] as [String: Any]
      ],
    ]
  }
}

/// Why a provider is not there.
struct ProviderFault: Error, CustomStringConvertible {
  let description: String
}

/// Ports of this machine that nobody listens on.
enum FreePort {
  static func next() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
