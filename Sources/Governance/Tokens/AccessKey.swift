import Register

/// A key as a machine shows it: `arp_<token id>_<secret>`.
///
/// The register keeps the hash of its secret only.
public struct AccessKey: Sendable, Equatable {
  /// The id of the token it is the key of.
  public let token: String
  /// What proves it.
  public let secret: String

  /// Pairs a token's id and its secret.
  public init(token: String, secret: String) {
    self.token = token
    self.secret = secret
  }

  /// Makes a new key, for a token that does not exist yet.
  ///
  /// - Parameter randomBytes: gives as many random bytes as asked for, fit for secrets.
  public static func make(randomBytes: (Int) -> [UInt8]) -> AccessKey {
    func digits(_ count: Int) -> String {
      randomBytes(count).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    return AccessKey(token: "t-" + digits(6), secret: digits(32))
  }

  /// Reads a key; `nil` for what is none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
    guard text.utf8.count <= 300, parts.count == 3, parts[0] == "arp", !parts[1].isEmpty, parts[2].count >= 16
    else { return nil }
    self.init(token: String(parts[1]), secret: String(parts[2]))
  }

  /// The key as it is shown, once.
  public var text: String { "arp_\(token)_\(secret)" }

  /// What the register keeps of the secret: its SHA-256, in hexadecimal.
  public var secretHash: String { Hash(of: Array(secret.utf8)).hex }

  /// Whether this is the key of a token.
  ///
  /// The time it takes tells nothing of where two hashes differ.
  public func opens(_ known: AccessToken) -> Bool {
    let given = Array(secretHash.utf8)
    let kept = Array(known.secretHash.utf8)
    guard known.id == token, given.count == kept.count else { return false }
    return zip(given, kept).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
