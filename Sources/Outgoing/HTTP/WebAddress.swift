import Foundation
import Messages

/// An address of another site, checked before anything is asked of it.
struct WebAddress {
  let text: String
  let scheme: String
  let host: String
  let port: Int

  /// Reads an address; only plain http and https ones, without a user's name.
  init(_ text: String, policy: HostPolicy) throws {
    guard text.utf8.count <= 4_000, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else { throw OutgoingFailure.address }
    guard parts.user == nil, parts.password == nil else { throw OutgoingFailure.credentials }
    self.scheme = scheme
    self.host = host.lowercased()
    port = parts.port ?? (scheme == "https" ? 443 : 80)
    // The part after # is the reader's own.
    self.text = String(text.prefix { $0 != "#" })
    guard policy.ports.contains(port) || policy.trusted.contains(key) else {
      throw OutgoingFailure.port(port)
    }
  }

  /// The host and port, as an allow-list names them.
  var key: String { "\(host):\(port)" }

  /// The scheme, host and port.
  var origin: String { "\(scheme)://\(key)" }

  /// Where a redirect leads.
  func following(_ location: String, policy: HostPolicy) throws -> WebAddress {
    guard let base = URL(string: text), let next = URL(string: location, relativeTo: base) else {
      throw OutgoingFailure.address
    }
    let address = try WebAddress(next.absoluteString, policy: policy)
    guard scheme != "https" || address.scheme == "https" else { throw OutgoingFailure.downgrade }
    return address
  }
}

/// Which hosts may be reached.
public struct HostPolicy: Sendable, Hashable {
  /// The ports of hosts that are not trusted.
  public var ports: Set<Int> = [80, 443, 8080, 8443]
  /// Hosts that an administrator named, as `host:port`: they may be on a private network, on any port.
  public var trusted: Set<String> = []

  /// Public hosts, and these.
  public init(trusted: Set<String> = []) { self.trusted = Set(trusted.map { $0.lowercased() }) }
}
