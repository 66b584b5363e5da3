/// The cookie that holds a session's secret.
///
/// Over https it has the prefix `__Host-`, which a browser accepts only with `Secure`, from this very host and
/// for the whole site (RFC 6265bis § 4.1.3): no neighbouring site can plant one.
public struct SessionCookie: Sendable, Hashable {
  /// Whether the site is served over https.
  public let isSecure: Bool

  /// Chooses the cookie of a site by its public address.
  public init(publicURL: String?) { isSecure = publicURL?.hasPrefix("https://") == true }

  /// The cookie's name.
  public var name: String { isSecure ? "__Host-arpent" : "arpent" }

  /// The header that gives a browser a secret, until the browser is closed.
  public func setting(_ secret: String) -> String { header(secret, "") }

  /// The header that takes the secret back.
  public var clearing: String { header("", "; Max-Age=0") }

  /// The secret in a `Cookie` header; `nil` where there is none, or two: a planted cookie is not believed.
  public func secret(in header: String?) -> String? {
    guard let header else { return nil }
    var found: String?
    for pair in header.split(separator: ";") {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0] == name else { continue }
      guard found == nil else { return nil }
      found = String(parts[1])
    }
    guard let found, (20...200).contains(found.utf8.count) else { return nil }
    return found
  }

  private func header(_ value: String, _ rest: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(rest)"
  }
}
